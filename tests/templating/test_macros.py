"""Macros, captured blocks, recursive loops: notation in, text out; what they may cost."""

from __future__ import annotations

import time

import pytest

from docgen.templating import Budget, RichText, TemplateError, compile_template, trace
from ooxml import ooxml_problems
from parts import paragraph, part, template
from word import golden_text

CONTEXT = {
    "x": "X", "yes": True, "no": False, "xs": ["a", "b"], "lines": "1\n2", "bad": range,
    "tree": [{"n": "r", "c": [{"n": "l", "c": []}, {"n": "m", "c": [{"n": "z", "c": []}]}]}],
}  # fmt: skip
ITEM = "{%p macro m(v) %}\n- {{ v }}\n{%p endmacro %}\n"

ROWS = [
    # Within a line: a text like any other.
    ("{% macro m(a, b='z') %}[{{ a }}{{ b }}]{% endmacro %}{{ m(1) }}{{ m(x, b=2) }}", "[1z][X2]"),
    ("{% macro m() %}a<{% endmacro %}{% if m() == 'a<' %}b{% endif %}{{ m()|upper ~ m() }}",
     "bA<a<"),
    ("{% macro m(v) %}{% for i in v %}{{ loop.index }}{{ i }}{% endfor %}{% endmacro %}{{ m(xs) }}",
     "1a2b"),
    ("{% macro m(a) %}{{ a }}{{ varargs|join }}{{ kwargs.k }}{% endmacro %}{{ m(1, 2, k='q') }}",
     "12q"),
    ("{% macro f(n) %}{% if n > 1 %}{{ n * (f(n - 1)|int) }}{% else %}1{% endif %}{% endmacro %}"
     "{{ f(5) }}", "120"),
    ("{% macro m(v) %}{{ v }}{% endmacro %}{{ m(lines) }}", "1\n2"),
    ("{% macro m(v) %}({{ v }}){% endmacro %}a {{ m(none) }}", "a ()"),
    ("{% macro m(v) %}({{ caller(v) }}){% endmacro %}{% call(w) m(x) %}b {{ w }}{% endcall %}",
     "(b X)"),
    ("{% macro m() %}{% filter upper %}{{ caller() }}{% endfilter %}{% endmacro %}"
     "{% call m() %}abc{% endcall %}", "ABC"),
    ("{% filter upper|replace('B', '-') %}ab {{ x }}c{% endfilter %}d", "A- XCd"),
    ("{% set y %}a{{ x }}{% for v in xs %}{{ v }}{% endfor %}{% endset %}{{ y }}|{{ y|length }}",
     "aXab|4"),
    ("{% for v in xs %}{% set y %}{{ loop.index }}{{ v }}{% endset %}{{ y }};{% endfor %}",
     "1a;2b;"),
    ("{% for t in tree recursive %}{{ t.n }}{% if t.c %}[{{ loop(t.c) }}]{% endif %}{% endfor %}",
     "r[lm[z]]"),
    # Over several runs: markup that can be shown.
    ("{% set y %}a¦b{% endset %}({{ y }}|{{ y }})", "(ab|ab)"),
    ("{% macro m(v) %}a¦{{ v }}{% endmacro %}({{ m(1) }} {{ m(2) }})", "(a1 a2)"),
    ("{% macro m() %}<{{ caller() }}>{% endmacro %}a {% call m() %}b¦c{% endcall %} d", "a <bc> d"),
    ("{% filter upper %}a¦{{ x }}b{% endfilter %}¦c", "AXBc"),
    # Over several paragraphs.
    (f"{ITEM}a\n{{{{p m('b') }}}}\n{{{{ m('c') }}}}\nd {{{{ m('e') }}}}.", "a\n- b\n- c\nd - e."),
    ("a\n{% macro m(v) %}\n{{ v }}\n{{ v }}\n{% endmacro %}\nb\n{{ m('c') }}\nd", "a\nb\nc\nc\nd"),
    ("{%p macro m(v) %}\n# {{ v }} ;; b\n{%p endmacro %}\na\n{{p m('1') }}\nc", "a\n1 ;; b\nc"),
    ("{%p set y %}\na\n{{ x }}\n{%p endset %}\nb\n{{p y }}\n{{p y }}", "b\na\nX\na\nX"),
    ("{%p filter upper %}\na {{ x }}\nb\n{%p endfilter %}\nz", "A X\nB\nz"),
    ("{%p macro m(t) %}\n[{{ t }}\n{{p caller() }}\n]\n{%p endmacro %}\n"
     "{%p call m('q') %}\nb {{ x }}\nc\n{%p endcall %}\nz", "[q\nb X\nc\n]\nz"),
    ("{%p macro m(v) %}\n{%p if v %}\n{{ v }}\n{%p endif %}\n{%p endmacro %}\na\n{{p m('') }}\nb",
     "a\nb"),
    ("{%p for t in tree recursive %}\n{{ loop.depth }}{{ t.n }}\n{{p loop(t.c) }}\n{%p endfor %}\n"
     "z", "1r\n2l\n2m\n3z\nz"),
    (f"{ITEM}# {{{{ m('b') }}}} ;; c\nz", "- b ;; c\nz"),
    # Braces that are none.
    ("{% raw %}{{ x }} {% if %}{% endraw %}{{ x }}", "{{ x }} {% if %}X"),
    ("{% raw %}{{ x {% endraw %}{{ x }}{% raw %}{_{{% endraw %}", "{{ x X{_{"),
    ("a\n{%p raw %}\n{{ x }}\n{%p for %}\n{%p endraw %}\n{{ x }}", "a\n{{ x }}\n{%p for %}\nX"),
    ("{% raw %}a\n{% endraw %}b", "a\nb"),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "text"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_template_gives_text(notation, text):
    docx = compile_template(template(notation)).render(CONTEXT)
    assert golden_text(docx) == f"{text}\n"
    assert ooxml_problems(docx) == []


def test_what_a_macro_shows_keeps_the_look_of_the_macro():
    look = "<w:jc w:val='center'/>"
    lines = [
        "{%p macro m(v) %}",
        paragraph("{{ v }}¦b", look),
        "{%p endmacro %}",
        "{{p m(lines) }}",
    ]
    xml = part(compile_template(template("\n".join(lines))).render(CONTEXT))
    assert xml.count('<w:jc w:val="center"/>') == 2
    assert xml.count("<w:b/>") == 1


def test_rich_values_keep_their_look_in_a_macro():
    source = compile_template(template("{% macro m(v) %}({{ v }}){% endmacro %}a {{ m(x) }} b"))
    docx = source.render({"x": RichText("c", bold=True)})
    assert golden_text(docx) == "a (c) b\n"
    assert "<w:b/>" in part(docx)


@pytest.mark.parametrize(
    ("notation", "puts"),
    [
        ("{% macro m(v) %}({{ v }}){% endmacro %}{{ m(x) }}",
         [("(", None), ("X", ("x",)), (")", None)]),
        (f"{ITEM}{{{{p m(x) }}}}", [("X", ("x",))]),
        (f"{ITEM}{{{{p m(x)|upper }}}}", [("- X", ("x",))]),
        ("{%p set y %}\n{{ x }}\n{%p endset %}\n{{p y }}\n{{p y }}", [("X", ("x",))] * 2),
    ],
)  # fmt: skip
def test_fields_are_known_by_what_they_put_out(notation, puts):
    source = compile_template(template(notation))
    assert [(put.text, put.path) for put in source.run(trace({"x": "X"})).puts] == puts


def test_drawings_and_bookmarks_of_a_macro_are_unique():
    start, end = '<w:bookmarkStart w:id="3" w:name="n"/>', '<w:bookmarkEnd w:id="3"/>'
    line = f"<w:p>{start}<w:r><w:t>a</w:t></w:r>{end}</w:p>"
    source = template(
        f"{{%p macro m() %}}\n{line}\n{{%p endmacro %}}\n{{{{p m() }}}}\n{{{{p m() }}}}"
    )
    docx = compile_template(source).render({})
    assert part(docx).count("<w:bookmarkStart") == 2
    assert ooxml_problems(docx) == []


FAULTS = [
    ("{% macro m(v) %}{{ v }}{% endmacro %}{{ m(bad) }}",
     "đây không phải là chữ hay số, không in ra thành chữ được"),
    ("{% macro m() %}{{ nope }}{% endmacro %}{{ m() }}", "không có biến «nope» (có phải «no»?)"),
    ("{% call m() %}a{% endcall %}", "không có biến «m»"),
    (f"{ITEM}".replace("- {{ v }}", "a\nb") + "c {{ m(1) }}",
     "kết quả này gồm nhiều đoạn, phải đặt bằng {{p … }} đứng riêng một đoạn"),
    ("# {%tr macro m() %}\n# a\n# {%tr endmacro %}\n{{ m() }}", "kết quả này không đặt được ở đây"),
    ("{% for v in xs %}{{ loop(xs) }}{% endfor %}", "không tính được biểu thức này "
     "(TypeError: The loop must have the 'recursive' marker to be called recursively.)"),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "message"), FAULTS, ids=[row[0][:40] for row in FAULTS])
def test_fault_is_told_where_it_is(notation, message):
    with pytest.raises(TemplateError) as caught:
        compile_template(template(notation)).render(CONTEXT)
    assert [problem.message for problem in caught.value.problems] == [message]


TURNS = "các vòng lặp của mẫu chạy quá 5000 lượt"
DEPTH = "macro hoặc vòng lặp «recursive» gọi lồng nhau quá 50 tầng"
LENGTH = "văn bản tạo ra dài quá 1000000 ký tự"
TWICE = "{%p macro m(v) %}\n{{p v }}\n{{p v }}\n{%p endmacro %}\n{%p set a %}\nab\n{%p endset %}\n"
COSTS = [
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", DEPTH),
    ("{% macro m() %}{{ n() }}{% endmacro %}{% macro n() %}{{ m() }}{% endmacro %}{{ m() }}",
     DEPTH),
    ("{% for v in ring recursive %}{{ loop(ring) }}{% endfor %}", DEPTH),
    ("{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(49) }}",
     TURNS),
    ("{% macro m() %}{% for v in ring * 99 %}{% endfor %}{% endmacro %}"
     "{% for v in ring * 99 %}{{ m() }}{% endfor %}", TURNS),
    ("{% for v in ring * 99 recursive %}{{ loop(ring * 99) if loop.depth < 3 }}{% endfor %}",
     TURNS),
    ("{% set a = 'ab' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40 + "{{ a }}",
     "văn bản ghép lại quá dài"),
    (TWICE + "{%p set a %}\n{{p m(a) }}\n{%p endset %}\n" * 40 + "{{p a }}", LENGTH),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "told"), COSTS, ids=[row[0][:40] for row in COSTS])
def test_a_macro_is_charged_to_the_budget(notation, told):
    source = compile_template(template(notation), budget=Budget(turns=5000, length=1_000_000))
    start = time.process_time()
    with pytest.raises(TemplateError) as caught:
        source.render({"ring": [1]})
    assert time.process_time() - start < 5
    assert caught.value.problems[0].message == told


def test_macros_are_no_names_to_ask_for():
    source = template(
        "{% macro m(a, b=c) %}{{ a }}{{ d }}{% endmacro %}{{ m(e) }}"
        "{% call(f) m(1) %}{{ f }}{{ caller }}{% endcall %}{% filter upper %}{{ g }}{% endfilter %}"
        "{% set h %}{{ i }}{% endset %}{{ h }}{{ varargs }}"
    )
    assert compile_template(source).variables == {*"cdegi", "caller", "varargs"} - {"caller"}
