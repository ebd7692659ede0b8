"""Values: every character arrives, nothing is trusted, each field is known by what it put out."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup

from docgen.templating import Put, TemplateError, compile_template, trace
from parts import W, paragraph, part, run, template
from word import golden_text

PLAIN = compile_template(template("[{{ x }}]"))


def shown(docx: bytes) -> str:
    """The body's text as Word shows it, read with zipfile and lxml."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for page in root.iterfind(f".//{{{W}}}br[@{{{W}}}type='page']"):
        page.tag = "page"
    signs = {f"{{{W}}}p": "\n", f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t", "page": "\f"}
    texts = (signs.get(node.tag, node.text or "") for node in root.iter(*signs, f"{{{W}}}t"))
    return "".join(texts).removeprefix("\n")


def allowed(text: str) -> str:
    """What XML 1.0 lets through; line ends as XML reads them; docxtpl's \\a and \\f too."""
    kept = "".join(c for c in text if c in "\t\n\r\a\f" or " " <= c <= "\ud7ff" or c >= "\ue000")
    kept = "".join(c for c in kept if c not in "\ufffe\uffff")
    return kept.replace("\r\n", "\n").replace("\r", "\n").replace("\a", "\n")


def paged(text: str) -> str:
    """The same; what follows a page break is a paragraph of its own."""
    return allowed(text).replace("\f", "\f\n")


SPECIAL = [
    "<", "</w:t>", "&amp;", "&", "\"'", "]]>", "<![CDATA[", "<?tag 0?>", "<?fill 0?>", "\a\f",
    "{{ x }}", "a\fb\a", "{% if", "{#", "§0§",
    "\ufdd00\ufdd1", "😀👩‍👩‍👧", "Đảng uỷ", "\t\t", " \n ",
    "\r\n", "\x00\x1f\x7f\x85\u2028", "\ud800", "\ufffe", "  ", "\u00a0", "%s{0}", "\\u0041",
]  # fmt: skip


@pytest.mark.parametrize("text", [*SPECIAL, "x" * 51_200, "dòng\n" * 10_000, "\n", "<" * 5_000])
def test_text_arrives_exactly(text):
    assert shown(PLAIN.render({"x": text})) == f"[{paged(text)}]"


any_text = st.lists(
    st.one_of(st.text(), st.sampled_from(SPECIAL), st.characters(categories=["Cc", "Cs", "Cn"]))
).map("".join)


@given(any_text)
def test_any_text_arrives_exactly(text):
    rendering = PLAIN.run({"x": text})
    assert shown(rendering.docx) == f"[{paged(text)}]"
    assert "".join(put.text for put in rendering.puts) == allowed(text)


@given(any_text, any_text)
def test_any_text_arrives_in_loops_and_tables(one, other):
    source = compile_template(TABLE)
    rows = [{"a": one, "b": other}, {"a": other, "b": one}]
    text = shown(source.render({"rows": rows}))
    assert text == "\n".join(paged(row[name]) for row in rows for name in "ab") + "\n"


TABLE = template(
    "# {%tr for row in rows %}\n# {{ row.a }} ;; {{ row.b }}\n# {%tr endfor %}\n"
    "{%p for row in [] %}\n{%p endfor %}"
)


class Html:
    def __html__(self):
        return "<w:p>&nbsp;</w:p>"

    def __str__(self):
        return "<b>"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        (0, "0"),
        (1234, "1234"),
        (1.5, "1.5"),
        (True, "True"),
        (Decimal("1.50"), "1.50"),
        (date(2024, 4, 3), "2024-04-03"),
        (time(14, 0), "14:00:00"),
        (datetime(2024, 4, 3, 14, 0), "2024-04-03 14:00:00"),
        (Markup("<b>&amp;"), "<b>&amp;"),
        (Html(), "<b>"),
        ([], ""),
        (["Ông A", None, 5, "<b>"], "Ông A, 5, <b>"),
        (("a", 1.5), "a, 1.5"),
    ],
)
def test_value_prints(value, text):
    assert shown(PLAIN.render({"x": value})) == f"[{text}]"
    assert shown(PLAIN.render(trace({"x": value}))) == f"[{text}]"


RECORD = "đây là một bản ghi, không in ra thành chữ được; hãy viết tên một trường của nó"
LIST = (
    "danh sách này gồm bản ghi hoặc danh sách khác, không in ra thành chữ được; "
    "hãy lặp qua nó bằng {% for … %}"
)
NO_TEXT = "đây không phải là chữ hay số, không in ra thành chữ được"
WITHOUT_TEXT = [
    ({"a": 1}, RECORD), ({}, RECORD), ([{"a": 1}], LIST), ([["a"]], LIST), (["a", ("b",)], LIST),
    *((value, NO_TEXT) for value in (len, object(), {1}, "".join, int, b"a", range(3))),
]  # fmt: skip


@pytest.mark.parametrize(("value", "message"), WITHOUT_TEXT, ids=lambda part: type(part).__name__)
@pytest.mark.parametrize("output", ["{{ x }}", "{{ x|upper }}", "{{ 'a' ~ x }}", "{{ '%s' % x }}"])
def test_value_without_text_is_an_error(value, message, output):
    with pytest.raises(TemplateError) as caught:
        compile_template(template(f"[{output}]")).render({"x": value})
    assert str(caught.value) == f"mẫu · thân văn bản, đoạn 1 · «[{output}]»: {message}"


def test_the_fields_of_a_printed_list_are_known():
    made = compile_template(template("{{ xs }}|{{ 'a' ~ xs }}")).run(trace({"xs": ["b", "c"]}))
    fields = [(put.text, put.path) for put in made.puts if put.path]
    assert fields == [("b", ("xs", 0)), ("c", ("xs", 1))] * 2


@pytest.mark.parametrize("key", [1, None, (1, 2), " recorder", " put", "self", "context", "x.y"])
def test_any_key_may_stand_in_the_context(key):
    assert shown(PLAIN.render({key: "other", "x": "X"})) == "[X]"


LIST = "<w:pStyle w:val='L'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"


def test_newline_is_a_paragraph_with_the_same_look():
    lines = [paragraph("{{ x }}", LIST), paragraph("a¦{{ x }}", "<w:jc w:val='both'/>")]
    xml = part(compile_template(template("\n".join(lines))).render({"x": "1\n2\n3"}))
    assert xml.count('<w:numId w:val="1"/>') == 3
    assert xml.count('<w:jc w:val="both"/>') == 3
    assert xml.count("<w:b/>") == 3


def test_what_a_paragraph_has_alone_is_not_repeated():
    look = (
        "<w:pageBreakBefore/><w:jc w:val='left'/>"
        "<w:rPr><w:ins w:id='1' w:author='a'/><w:b/></w:rPr>"
        "<w:pPrChange w:id='2' w:author='a'><w:pPr/></w:pPrChange>"
    )
    xml = part(compile_template(template(paragraph("{{ x }}", look))).render({"x": "1\n2"}))
    assert '<w:p><w:pPr><w:jc w:val="left"/><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t' in xml
    assert (xml.count("pageBreakBefore"), xml.count("<w:ins "), xml.count("<w:pPrC")) == (1, 1, 1)


@pytest.mark.parametrize(
    "xml",
    [
        paragraph("{{ x }}", "<w:sectPr/>"),
        f"<w:p><w:hyperlink w:anchor='a'>{run('{{ x }}')}</w:hyperlink></w:p>",
        f"<w:p><w:sdt><w:sdtPr/><w:sdtContent>{run('{{ x }}')}</w:sdtContent></w:sdt></w:p>",
    ],
    ids=["end of a section", "hyperlink", "content control"],
)
def test_newline_is_a_line_break_where_a_paragraph_would_break_something(xml):
    docx = compile_template(template(xml)).render({"x": "1\n2"})
    assert part(docx).count("<w:p>") == 1
    assert shown(docx) == "1\n2"


@pytest.mark.parametrize(("value", "page"), [("a\fb", '<w:br w:type="page"/>'), ("a\ab", "")])
def test_page_break_and_bell_of_docxtpl_begin_a_paragraph(value, page):
    look = '<w:pPr><w:jc w:val="both"/></w:pPr>'
    source = template(paragraph("{{ x }}", "<w:jc w:val='both'/>"))
    text = '<w:t xml:space="preserve">'
    told = f"a</w:t>{page and page + text}{page and '</w:t>'}</w:r></w:p><w:p>{look}<w:r>{text}b<"
    assert told in part(compile_template(source).render({"x": value}))


def test_static_text_is_never_code():
    lines = "\ufdd00\ufdd1 §1§ <?tag 0?> & < \" ' ]]> 😀\n{{ x }}"
    assert golden_text(compile_template(template(lines)).render({"x": 1})) == lines.replace(
        "{{ x }}", "1\n"
    )


def paths(notation: str, **context: object) -> list[tuple[str, object]]:
    source = compile_template(
        template(notation),
        filters={
            "days": lambda day: f"ngày {day.day}",
            "titled": lambda person: f"{person['name']}, {person['office']}",
            "several": lambda people: ", ".join(person["name"] for person in people),
        },
    )
    return [(put.text, put.path) for put in source.run(trace(context)).puts]


NAMES = [("An", ("ps", 0, "name")), ("Ba", ("ps", 1, "name"))]
PEOPLE = [{"name": "An", "office": "BT"}, {"name": "Ba", "office": "UV"}]


@pytest.mark.parametrize(
    ("notation", "puts"),
    [
        ("{{ t }}", [("an", ("t",))]),
        ("{{ t|upper }}", [("AN", ("t",))]),
        ("{{ t|default('x') }}{{ none }}", [("an", ("t",))]),
        ("{{ t.strip() }} {{ t.split('n')[0] }}", [("an", ("t",)), ("a", ("t",))]),
        ("{{ n|abs }}", [("7", ("n",))]),
        ("{{ d|days }}", [("ngày 3", ("d",))]),
        ("{{ t if n else n }}", [("an", ("t",))]),
        ("{{ t ~ '-' ~ n }}", [("an", ("t",)), ("-", None), ("7", ("n",))]),
        ("{{ t + t }}", [("an", ("t",)), ("an", ("t",))]),
        ("{{ (t ~ n)|upper }}", [("AN7", ("t",)), ("", ("n",))]),
        ("{{ ('x' ~ t)|upper }}", [("XAN", ("t",))]),
        ("{{ l|join(', ') }}", [("x", ("l", 0)), (", ", None), ("y", ("l", 1))]),
        ("{{ l|map('upper')|join }}", [("X", ("l", 0)), ("Y", ("l", 1))]),
        ("{{ l|first }}{{ l|last }}", [("x", ("l", 0)), ("y", ("l", 1))]),
        ("{{ ps|map(attribute='name')|join }}", NAMES),
        ("{{ ps|join('', attribute='name') }}", NAMES),
        ("{{ ps[0]|titled }}", [("An, BT", ("ps", 0, "name")), ("", ("ps", 0, "office"))]),
        ("{{ {'name': t, 'office': e}|titled }}", [("an, ", ("t",))]),
        ("{{ ps|several }}", [("An, Ba", ("ps", 0, "name")), ("", ("ps", 1, "name"))]),
        ("{% for p in ps|sort(attribute='name', reverse=true) %}{{ p.name }}{% endfor %}",
         [("Ba", ("ps", 1, "name")), ("An", ("ps", 0, "name"))]),
        ("{% set y = t %}{{ y }}{{ 'static' }}", [("an", ("t",)), ("static", None)]),
    ],
)  # fmt: skip
def test_fields_are_known_by_what_they_put_out(notation, puts):
    context = {"t": "an", "e": "", "n": 7, "d": date(2024, 4, 3), "l": ["x", "y"], "ps": PEOPLE}
    assert paths(notation, **context) == puts


def test_puts_name_their_part():
    source = compile_template(template("{{ x }}", header1="{{ x }}"))
    assert source.run(trace({"x": "a"})).puts == (
        Put("word/document.xml", "a", ("x",)),
        Put("word/header1.xml", "a", ("x",)),
    )


@pytest.mark.parametrize("filter_", ["upper", "lower", "trim", "title", "capitalize", "join"])
def test_none_is_never_the_word_none(filter_):
    source = compile_template(template(f"[{{{{ x|{filter_} }}}}{{{{ y ~ y }}}}]"))
    assert shown(source.render({"x": [None] if filter_ == "join" else None, "y": None})) == "[]"


def test_field_beats_method():
    source = compile_template(
        template("{{ d.items }} {% for k, v in e.items() %}{{ k }}{% endfor %}")
    )
    assert shown(source.render({"d": {"items": "a"}, "e": {"b": 1}})) == "a b"


def test_spaces_are_preserved():
    xml = part(
        compile_template(template("<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>")).render({"x": " a "})
    )
    assert re.search(r'<w:t xml:space="preserve"> a </w:t>', xml)
