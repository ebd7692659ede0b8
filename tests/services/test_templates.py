"""Templates: a new one asks for every field its type shows, and renders the type's example."""

from __future__ import annotations

from datetime import date

import pytest

from docgen import catalog
from docgen.services import templates
from docgen.services.filters import FILTERS
from docgen.services.rendering import form_context
from docgen.templating import compile_template
from docgen.thethuc.profiles import profile_on
from ooxml import ooxml_problems
from word import golden_text

DAY = date(2024, 4, 3)


@pytest.mark.parametrize("key", catalog.CATALOG)
def test_a_new_template_asks_for_every_field_that_is_shown(key):
    kind = catalog.find(key)
    asked = compile_template(templates.new_template(key, DAY), filters=FILTERS).variables
    shown = {name for name, spec in kind.leaves.items() if spec.shown and spec.kind != "bool"}
    hidden_owner = {name for name in shown if name not in asked}
    assert hidden_owner == {"organisation.kind"} & shown


@pytest.mark.parametrize("key", catalog.CATALOG)
def test_a_new_template_renders_its_types_example(key):
    values = catalog.validate(key, catalog.example(key, DAY))
    source = compile_template(templates.new_template(key, DAY), filters=FILTERS)
    docx = source.render({**values, **form_context(catalog.find(key), profile_on(DAY))})
    assert ooxml_problems(docx) == []
    text = golden_text(docx)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text
    assert str(values["trich_yeu"]) in text
