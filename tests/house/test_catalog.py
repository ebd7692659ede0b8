"""Guards: types, templates and cases agree; nothing is asked for and then not shown."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest

from cases import CASES
from docgen.catalog import CATALOG, example, json_schema, validate
from docgen.services.records import told_in_tables
from docgen.services.rendering import TEMPLATES, form_names, template_of
from docgen.templating.package import content, read_package

KINDS = pytest.mark.parametrize("kind", CATALOG.values(), ids=lambda kind: kind.key)
BEFORE_AND_AFTER_HD05 = [date(2024, 4, 3), date(2026, 5, 26), date(2026, 5, 27), date(2026, 10, 5)]


def asked_leaves(variables: frozenset[str]) -> set[str]:
    """The dotted names that are not the beginning of another: the plain fields asked for."""
    return {v for v in variables if not any(o.startswith(f"{v}.") for o in variables)}


@KINDS
def test_template_and_type_agree_both_ways(kind):
    asked = asked_leaves(template_of(kind.key).variables) - form_names(kind)
    shown = {name for name, spec in kind.leaves.items() if spec.shown or name in asked}
    shown -= told_in_tables(kind.fields)
    assert asked - shown == set(), "the template asks for what nobody can enter"
    assert shown - asked == set(), "asked of the user and never shown"


@KINDS
def test_columns_tell_every_field_of_their_records_and_no_other(kind):
    for spec in chain.from_iterable((owner, *owner.item) for owner in kind.fields):
        told = [name for column in spec.columns for name in column.names]
        shown = [part.name for part in spec.item if part.shown]
        assert sorted(told) == sorted(shown if spec.columns else [])


@KINDS
def test_what_is_not_shown_says_why(kind):
    assert [n for n, s in kind.leaves.items() if not s.shown and not s.why_not_shown] == []


@KINDS
def test_every_field_has_a_vietnamese_label(kind):
    assert [name for name, spec in kind.leaves.items() if spec.label == spec.name] == []


@KINDS
def test_every_type_has_a_case(kind):
    assert any(case.type_key == kind.key for case in CASES)


@KINDS
def test_every_label_and_help_reaches_the_json_schema(kind):
    schema = json_schema(kind.key)
    for name in kind.model.model_fields:
        assert schema["properties"][name]["title"]


@KINDS
@pytest.mark.parametrize("on", BEFORE_AND_AFTER_HD05, ids=str)
def test_example_is_valid_on_either_side_of_a_new_guidance(kind, on):
    assert validate(kind.key, example(kind.key, on))["ngay_ban_hanh"] == on


def test_templates_are_types_and_blocks_and_nothing_else():
    files = {path.name for path in TEMPLATES.glob("*") if path.is_file()}
    assert files == {f"{key}.docx" for key in CATALOG}


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.docx")), ids=lambda p: p.name)
def test_all_templates_have_the_same_styles(path):
    """A change of the form is made in all of them, with the scaffold, or in none."""
    first = content(read_package((TEMPLATES / "bien_ban.docx").read_bytes())["word/styles.xml"])
    assert content(read_package(path.read_bytes())["word/styles.xml"]) == first
