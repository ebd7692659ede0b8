"""Docxtpl: its templates keep working: the same notation and data through both engines."""

from __future__ import annotations

import copy
import io
import re

import pytest
from docx import Document
from docxtpl import DocxTemplate

from docgen.templating import TemplateError, compile_template
from ooxml import ooxml_problems
from parts import notes, part, referring, template
from word import golden_text

CONTEXT = {
    "x": "X", "n": 5, "f": 1234567.891, "s": "hello world", "yes": True, "no": False,
    "empty": [], "xs": ["a", "b", "c"], "d": {"k": 1, "j": "two"},
    "rows": [{"a": 1, "b": "x"}, {"a": 2, "b": "y"}],
    "deep": {"er": {"list": ["p", "q"]}},
}  # fmt: skip


def ours(source: bytes, context: dict[str, object] = CONTEXT) -> bytes:
    return compile_template(source).render(context)


def theirs(source: bytes, context: dict[str, object] = CONTEXT) -> bytes:
    other = DocxTemplate(io.BytesIO(source))
    other.render(copy.deepcopy(context))
    stream = io.BytesIO()
    other.save(stream)
    return stream.getvalue()


EXPRESSIONS = [
    # Fields, items, methods that change nothing.
    "{{ d.k }} {{ d['j'] }} {{ d.get('k') }} {{ d.get('zz', 'def') }} {{ deep.er.list[1] }}",
    "{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}",
    "{% for k in d %}{{ k }}{% endfor %}{% for k in d.keys() %}{{ k }}{% endfor %}",
    "{% for v in d.values() %}{{ v }}{% endfor %}{% for k, v in d|dictsort %}{{ k }}{% endfor %}",
    "{% for k, v in d|items %}{{ k }}{% endfor %}{{ d.copy().k }}",
    "{{ x.lower() }} {{ s.title() }} {{ s.replace('o', '0') }} {{ ', '.join(xs) }}",
    "{{ s.split(' ')[1] }} {{ s[0:3] }} {{ s[-1] }} {{ s.find('w') }} {{ s.count('l') }}",
    "{{ s.startswith('h') }} {{ s.zfill(15) }} {{ s.ljust(12) }}| {{ s.center(15) }}|",
    "{{ s.swapcase() }} {{ s.index('w') }} {{ xs.index('b') }} {{ xs.count('a') }}",
    # Formats.
    '{{ "{:,}".format(n) }} {{ "{:,.2f}".format(f) }} {{ "{} and {}".format(x, n) }}',
    '{{ "{a}-{b[k]}".format(a=x, b=d) }} {{ "{:>5}|{:<4}|{:^5}".format(x, x, x) }}',
    '{{ "%.2f" % f }} {{ "%s-%s" % (x, n) }} {{ "%05d" % n }} {{ "%(k)s" % d }}',
    '{{ "%s, %s!"|format("a", "b") }} {{ f|round(2) }} {{ f|round|int }} {{ "12"|int + 1 }}',
    # Filters and tests.
    "{{ x|e }} {{ x|safe }} {{ x|center(9) }}| {{ s|indent(2) }} {{ n|filesizeformat }}",
    "{{ s|truncate(8) }} {{ s|wordcount }} {{ s|capitalize }} {{ s|replace('l', 'L') }}",
    "{{ xs|length }} {{ xs|first }} {{ xs|last }} {{ xs|join('/') }} {{ xs|sort|join }}",
    "{{ rows|map(attribute='b')|join(',') }} {{ rows|sum(attribute='a') }}",
    "{{ rows|selectattr('a', 'equalto', 2)|map(attribute='b')|first }}",
    "{% for k, g in rows|groupby('b') %}{{ k }}:{{ g|length }};{% endfor %}",
    "{{ [1, 2, 3, 4]|select('odd')|join }} {{ [1, 2]|max }} {{ s|urlencode }}",
    "{{ n is odd }} {{ n is divisibleby 5 }} {{ x is string }} {{ d is mapping }}",
    "{{ nope|default('a') }} {{ ''|default('b', true) }} {% if nope is defined %}c{% endif %}",
    # Macros, captures, recursion.
    "{% macro m(a, b='z') %}[{{ a }}-{{ b }}]{% endmacro %}{{ m(1) }}{{ m(x, b=2) }}",
    "{% macro m(a) %}({{ caller(a) }}){% endmacro %}{% call(q) m(1) %}b {{ q }}{% endcall %}",
    "{% filter upper %}abc {{ x }} def{% endfilter %}{% set y %}a{{ x }}{% endset %}{{ y }}",
    "{% for v in [[1, [2]], [3]] recursive %}{{ loop.depth }}"
    "{{ loop(v) if v is iterable else v }}{% endfor %}",
    "{% raw %}{{ x }} {% if %}{% endraw %}",
    # Statements within a line.
    "{{ 'yes' if yes else 'no' }}{{ 'a' if no }} {{ x ~ n }} {{ x + 'a' }} {{ x * 3 }}",
    "{% for v in empty %}{{ v }}{% else %}nothing{% endfor %}",
    "{% for v in xs if v != 'b' %}{{ loop.index }}{{ v }}{% endfor %}",
    "{% for v in xs %}{{ loop.cycle('o', 'e') }}{{ loop.revindex }}{{ loop.length }}{% endfor %}",
    "{% for v in xs %}{{ v }}{{ ', ' if not loop.last }}{% endfor %}",
    "{% for v in xs %}{% if loop.changed(v) %}c{% endif %}{% endfor %}",
    "{% for v in xs %}{% if not loop.first %}{{ loop.previtem }}{% endif %}{{ v }}{% endfor %}",
    "{% for v in xs %}{{ loop.previtem }}<{{ v }}>{{ loop.nextitem|default('-') }} {% endfor %}",
    "{% for v in xs %}{% if v != loop.previtem %}{{ v }}{% endif %}{{ ';' if loop.nextitem }}"
    "{% if loop.previtem is defined %}!{% endif %}{% endfor %}",
    "{% with a = 1, b = x %}{{ a }}{{ b }}{% endwith %}{% set a, b = 1, 2 %}{{ a }}{{ b }}",
    "{% set ns = namespace(t=0) %}{% for r in rows %}{% set ns.t = ns.t + r.a %}{% endfor %}"
    "{{ ns.t }}",
    "{{ range(1, 6, 2)|join(',') }} {{ dict(a=1).a }} {{ dict([('b', 2)])['b'] }}",
    "{% set c = cycler('o', 'e') %}{{ c.next() }}{{ c.next() }}{{ c.current }}{{ c.next() }}",
    "{% set j = joiner(', ') %}{% for v in xs %}{{ j() }}{{ v }}{% endfor %}",
    "{{ {'a': 1, 'b': {'c': 2}}.b.c }} {{ (1, 2)[0] }} {{ 7 // 2 }} {{ 7 % 3 }} {{ 2 ** 8 }}",
]  # fmt: skip


BLOCKS = [
    # The notations of docxtpl's own templates: order, nested for, merged cells and paragraphs …
    "Dear {{ x }},\n{%p if yes %}\nin\n{%p else %}\nout\n{%p endif %}\n"
    "{% if no %}a{% else %}b{% endif %}",
    "# A ;; B\n# {%tr for r in rows %} ;; \n# {{ r.a }} ;; {{ r.b }}\n# {%tr endfor %} ;; \n"
    "#  ;; {{ f }}\nz",
    "# {%tr for r in rows %} ;; \n# {{ r.a }} ;; {% for v in xs %}{{ v }}, {% endfor %}\n"
    "# {%tr endfor %} ;; \nz",
    "{%p for r in rows %}\n{{ r.a }}\n{%p for v in xs %}\n- {{ v }}{{ r.b }}\n{%p endfor %}\n"
    "{%p endfor %}\nz",
    "# {%tr if no %} ;; \n# a ;; b\n# {%tr elif yes %} ;; \n# c ;; d\n# {%tr else %} ;; \n"
    "# e ;; f\n# {%tr endif %} ;; \nz",
    "# {%tr set q = 5 %}\n# {{ q }}\nz",
    "# {% cellbg 'FF0000' %}{{ x }} ;; {% cellbg 'FF0000' if yes else '00FF00' %}b\nz",
    "It is \n{%- if yes -%}\n in town\n{%- else -%}\n on land\n{%- endif -%}\n and I like it.",
    "a\n{%- for v in xs %}\n{{ v }},\n{%- endfor %}\nb",
    "{%- for v in xs -%}\n{{ v }}\n{%- endfor -%}",
    "¦{%r for v in xs %}¦{{ v }}¦{%r endfor %}¦ z", "{%r if yes %}¦{{ x }}¦{%r endif %}",
    "{{ x }}¦ for ¦{{ s }}", "a {{ x }} {{ s }} b", "{% if yes %} x {% endif %}y",
    "{{x}}{%if yes%}z{%endif%}",
    "{{ d[‘k’] }} {% if d[“j”] == ‘two’ %}ok{% endif %}", "{% if n < 9 and n > 1 %}ok{% endif %}",
    "{{ 'a\\tb' }}\t{{ 'c\\nd' }}", "a{# hidden #}b",
    "{{ n }}{% raw %}{{ x }}{% endraw %}{_{ x }_}",
]  # fmt: skip


@pytest.mark.parametrize("notation", [*EXPRESSIONS, *BLOCKS])
def test_docxtpl_gives_the_same(notation):
    source = template(notation)
    assert golden_text(ours(source)) == golden_text(theirs(source))


ALONE = ["{_%\n%_}\n{_{\n}_}", "{_{ x }_} {a_{b {f_{", "{_% if x %_}", "a_} b} _}"]


@pytest.mark.parametrize("notation", ALONE)
def test_docxtpl_shows_the_same_braces_where_there_is_no_tag(notation):
    source = template(notation)
    assert golden_text(ours(source)) == golden_text(theirs(source))


STORIES = {"header1": "{{ x }} ’&¦{{ s }}", "footer1": "{% for v in xs %}{{ v }};{% endfor %}"}


def test_docxtpl_fills_the_same_stories():
    footnotes = notes("footnote", "{{ x }} {{ d.k }}")
    source = template(referring("footnote", 1), **STORIES, footnotes=footnotes)
    for name in (*STORIES, "footnotes"):
        shown = [
            "".join(re.findall("<w:t(?: [^>]*)?>([^<]*)", part(made(source), name)))
            for made in (ours, theirs)
        ]
        assert shown[0] == shown[1] != ""


APART = [
    ("{{ none }}|{{ x ~ none }}", "|X", "None|XNone"),
    ("{{ nope }}|", None, "|"),
    ("{{ d.nope }}|", None, "|"),
    ("{% if nope %}a{% endif %}|", None, "|"),
    ("{{ xs }}", "a, b, c", "['a', 'b', 'c']"),
    ("{{ xs|upper }}", "A, B, C", "['A', 'B', 'C']"),
    ("{{ d }}", None, "{'k': 1, 'j': 'two'}"),
    ("{{ rows|title }}", None, "[{'a': 1, 'b': 'x'}, {'a': 2, 'b': 'y'}]"),
    ("a\n{% if yes %}\nb\n{% endif %}", "a\nb", "a\n\nb\n"),
    ("{{ 'x <y> z' }}\nb", "x <y> z\nb", "x "),
    ("a {%p if yes %}\nb\n{%p endif %}", None, "b"),
]
"""Notation, our text (None for an error), that of docxtpl: what is its fault, and not ours."""


@pytest.mark.parametrize(("notation", "text", "other"), APART, ids=[row[0] for row in APART])
def test_faults_of_docxtpl_are_not_ours(notation, text, other):
    source = template(notation)
    assert golden_text(theirs(source)).removesuffix("\n") == other
    try:
        made = golden_text(ours(source)).removesuffix("\n")
    except TemplateError:
        made = None
    assert made == text


def table(*rows: str, columns: int) -> bytes:
    """A table that python-docx makes, its cells apart by ` ;; `; the template has a last line."""
    document = Document()
    made = document.add_table(rows=0, cols=columns)
    for row in rows:
        for cell, text in zip(made.add_row().cells, row.split(" ;; "), strict=True):
            cell.text = text
    document.add_paragraph("z")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


LABELS = {
    "labels": ["fruit", "vegetable", "stone", "thing"],
    "rows": [{"cols": ["a", "b", "c", "d"]}, {"cols": ["e", "f", "g", "h"]}],
    "nothing": [],
}  # fmt: skip
GRIDS = {
    "more columns": (3, ["{%tc for v in labels %} ;; {{ v }} ;; {%tc endfor %}",
                         "{%tr for r in rows %} ;;  ;; ",
                         "{%tc for v in r.cols %} ;; {{ v }} ;; {%tc endfor %}",
                         "{%tr endfor %} ;;  ;; "]),
    "a column and more": (4, ["{% cellbg 'FF0000' %}a ;; {%tc for v in labels %} ;; {{ v }} ;; "
                              "{%tc endfor %}"]),
    "fewer columns": (4, ["{%tc for v in nothing %} ;; {{ v }} ;; {%tc endfor %} ;; a"]),
    "merged": (4, ["{%tc for v in labels %} ;; {% hm %}{{ v }} ;; {%tc endfor %} ;; a",
                   "{%tc for v in labels %} ;; {{ v }} ;; {%tc endfor %} ;; b"]),
    "as many": (4, ["{% colspan 2 %}a ;; {%tc if nothing %} ;; b ;; {%tc endif %}",
                    " ;;  ;;  ;; "]),
}  # fmt: skip


@pytest.mark.parametrize("name", GRIDS)
def test_a_table_has_the_grid_its_cells_need(name):
    columns, rows = GRIDS[name]
    source = table(*rows, columns=columns)
    made, other = ours(source, LABELS), theirs(source, LABELS)
    assert ooxml_problems(made) == []
    assert golden_text(made) == golden_text(other)
    grids = [re.findall(r'<w:gridCol w:w="(\d+)"', part(docx)) for docx in (made, other)]
    assert grids[0] == grids[1]
