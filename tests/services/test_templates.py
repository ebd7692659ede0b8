"""Templates: a new one asks for every field its type shows, and renders the type's example."""

from __future__ import annotations

from datetime import date
from unicodedata import normalize

import pytest

from docgen import catalog
from docgen.services import templates
from docgen.services.filters import FILTERS
from docgen.services.records import told_in_tables
from docgen.services.rendering import context_of
from docgen.templating import compile_template
from ooxml import ooxml_problems
from parts import template
from word import golden_text

DAY = date(2024, 4, 3)


@pytest.mark.parametrize("key", catalog.CATALOG)
def test_a_new_template_asks_for_every_field_that_is_shown(key):
    kind = catalog.find(key)
    asked = compile_template(templates.new_template(key, DAY), filters=FILTERS).variables
    shown = {name for name, spec in kind.leaves.items() if spec.shown and spec.kind != "bool"}
    shown -= told_in_tables(kind.fields)
    hidden_owner = {name for name in shown if name not in asked}
    assert hidden_owner == {"organisation.kind"} & shown


@pytest.mark.parametrize("key", catalog.CATALOG)
def test_a_new_template_renders_its_types_example(key):
    values = catalog.validate(key, catalog.example(key, DAY))
    source = compile_template(templates.new_template(key, DAY), filters=FILTERS)
    docx = source.render(context_of(catalog.find(key), values))
    assert ooxml_problems(docx) == []
    text = golden_text(docx)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text
    assert str(values["trich_yeu"]) in text.replace(" / ", " ").replace("\n", " ")


def shape(tree: templates.Tree) -> str:
    """A tree of names in one line: `value, record{field}, list[field]`."""
    ends = {"record": "{}", "list": "[]", "scalar": ("", "")}
    return ", ".join(
        f"{name}{ends[entry['kind']][0]}{shape(entry.get('fields', {}))}{ends[entry['kind']][1]}"
        for name, entry in tree.items()
    )


SHAPES = [
    ("{{ a }}{{ b.c }}{{ b }}", "a, b{c}"),
    ("{% for a in rows %}{% for b in a.own %}{{ b.c }}{{ loop.index }}{% endfor %}{% endfor %}",
     "rows[own[c]]"),
    ("{{ x.y[0].z }}{{ x['u']['v'] }}{{ m[0][1].n }}", "m[n], x{u{v}, y[z]}"),
    ("{% for a in rows[1:] %}{{ a.m }}{% else %}{{ b }}{% endfor %}", "b, rows[m]"),
    ("{% for a in rows if a.ok %}{{ loop.previtem.x }}{% endfor %}", "rows[ok, x]"),
    ("{% for i in range(rows|length) %}{{ rows[i].n }}{% endfor %}", "rows[n]"),
    ("{% for a in b %}{{ c[loop.index0 + 1].d }}{% endfor %}", "b[], c[d]"),
    ("{% for a in (b if d else c) + e %}{{ a }}{% endfor %}", "b[], c[], d, e[]"),
    ("{% for a, b in pairs %}{{ b.c }}{% endfor %}", "pairs[]"),
    # Records gone through.
    ("{% for k, v in d.items() %}{{ v.n }}{% endfor %}{{ e|dictsort }}", "d{}, e{}"),
    ("{{ d.get('x') }}{{ d.get(y, 1) }}", "d{x}, y"),
    # Filters.
    ("{% for a in rows|sort(attribute='n')|reverse %}{{ a.m }}{% endfor %}", "rows[m, n]"),
    ("{{ (rows|selectattr('k')|first).n }}{{ rows|map(attribute='p.q')|join }}",
     "rows[k, n, p{q}]"),
    ("{% for part in rows|batch(2) %}{% for a in part %}{{ a.n }}{% endfor %}{% endfor %}",
     "rows[n]"),
    ("{% for k, own in rows|groupby('k') %}{% for a in own %}{{ a.n }}{% endfor %}{% endfor %}",
     "rows[k, n]"),
    ("{% for g in rows|groupby('k') %}{% for a in g.list %}{{ a.n }}{% endfor %}{% endfor %}",
     "rows[k, n]"),
    ("{{ a|default(b.c) }}{% if d is defined and 'x' in e %}{% endif %}", "a, b{c}, d, e"),
    # Names of the template's own.
    ("{% set m = a.b %}{{ m.c }}{% set one = rows|first %}{{ one.n }}", "a{b{c}}, rows[n]"),
    ("{% with m = a.b %}{{ m.c }}{% endwith %}{{ m }}", "a{b{c}}, m"),
    ("{% for a in rows %}{% set x = a.b %}{{ x.c }}{% endfor %}{{ x }}", "rows[b{c}], x"),
    ("{% set ns = namespace(t=0) %}{% for r in rows %}{% set ns.t = ns.t + r.n %}{% endfor %}"
     "{{ ns.t }}", "rows[n]"),
    ("{% macro f(a, b=c) %}{{ a.d }}{{ b }}{{ e }}{% endmacro %}{{ f(x.y) }}{{ f(a=z) }}",
     "c, e, x{y{d}}, z{d}"),
    ("{% for a in rows recursive %}{{ a.n }}{{ loop(a.own) }}{% endfor %}", "rows[n, own[]]"),
    # Vietnamese letters, however they are typed.
    (normalize("NFD", "{{ đảng_uỷ.tên }}{{ đảng_uỷ['địa chỉ'] }}"), "đảng_uỷ{tên, địa chỉ}"),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "expected"), SHAPES, ids=[row[0][:40] for row in SHAPES])
def test_variables_are_a_tree_of_lists_records_and_values(tmp_path, notation, expected):
    file = tmp_path / "t.docx"
    file.write_bytes(template(notation))
    assert shape(templates.variables(file)) == expected
