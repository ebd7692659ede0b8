"""Tags: template notation in, text out (the notation is that of tests/tools/parts.py)."""

from __future__ import annotations

import re

import pytest

from docgen.templating import compile_template
from parts import content, files, package, paragraph, part, run, template
from word import golden_text


def made(source: bytes, **context: object) -> str:
    return golden_text(compile_template(source).render(context)).removesuffix("\n")


ROWS = [
    # Tags that Word has cut.
    ("a {{ x }} b", "a X b"),
    ("a {¦{ x }¦} b", "a X b"),
    ("{{¦ x ¦}}", "X"),
    ("{¦{x}}{{x}¦}", "XX"),
    ("{{ x }}¦{{ x }}", "XX"),
    ("{% if¦ yes %}a{% e¦ndif %}b", "ab"),
    ("{{ “a” }}", "a"),
    ("{{ 'a “b”' }}", "a “b”"),
    ('{{ "a “b”" }}', "a “b”"),
    ("{{ xs|join(‘, ’) }}", "a, b"),
    # What Word makes of a tag while it is typed.
    ("{{ “a\" }}{{ \"b” }}{{ „c“ }}{{ “it's” }}{{ 'it’s' }}", "abcit'sit’s"),
    ("{{ xs|join(“ – ”) }}", "a – b"),
    ("{{ 3 – 1 }}{{ 3 − 1 }}{%– if yes –%} a{% endif %}", "22a"),
    ("{% if 3 ≥ 2 and 2 ≤ 3 and 2 ≠ 3 %}a{% endif %}", "a"),
    ("{{ x｜lower }}{{ xs[0］}}{{\u3000x\u202f}}{{ x\u00ad\u200b\u2060 }}", "xaXX"),
    # Braces and closers that are quoted, or in braces of their own.
    ("{{ {'a': {'b': 1}}.a.b }}{{ '}}' }}{{ \"%}\" }}{% if '%}' %}a{% endif %}", "1}}%}a"),
    ("{% set d2 = {'a': {'b': 2}} %}{{ d2.a.b }}{{ '{' }}{{ x }}", "2{X"),
    ("{{ 'a\\'}}b' }}{{ x|default(“don't”) }}'{{ x }}", "a'}}bX'X"),
    ("{{ keep }}{{ if_ }}{{p}}{{tr}}", "KIPT"),
    ("{ x } {x} }} %} { {", "{ x } {x} }} %} { {"),
    ("{# note #}a", "a"),
    ("{{\u00a0x\u00a0}}", "X"),
    ("{{ đồng_chí }}", "Đ"),
    # Blocks within a paragraph.
    ("a{% if no %} b{% else %} c{% endif %}.", "a c."),
    ("{% for v in xs %}{{ v }}{% if not loop.last %}, {% endif %}{% endfor %}.", "a, b."),
    ("{% for v in xs %}<¦{{ v }}>{% endfor %}", "<a><b>"),
    ("({% if yes %}¦b{% elif no %}c{% endif %}d¦){% set y = 1 %}{{ y }}", "(bd)1"),
    ("{% with y = x %}{{ y }}{% endwith %}", "X"),
    # Paragraphs of nothing but block tags leave nothing, prefixed or not.
    ("a\n{%p if yes %}\nb\n{%p endif %}\nc", "a\nb\nc"),
    ("a\n{%p if no %}\nb\n{%p endif %}\nc", "a\nc"),
    ("{% for v in xs %}\n{{ v }}\n{% endfor %}\nz", "a\nb\nz"),
    ("a\n  {% set y = 2 %} {# why #}\n{{ y }}", "a\n2"),
    ("{%p for v in xs %}{%p if v == 'a' %}\n{{ v }}\n{%p endif %}{%p endfor %}\nz", "a\nz"),
    ("a\n{#p note #}\nb", "a\nb"),
    ("{%p if yes %}¦\u00a0\na\n{%p endif %}", "a"),
    ("a ¦{%r if no %}¦b¦{%r endif %}¦c", "a c"),
    # Blocks over several paragraphs or rows need no prefix when their tags stand at the edges.
    ("{% for v in xs %}- {{ v }}\n{% endfor %}\nz", "- a\n- b\nz"),
    ("a {% if yes %}\nb\n{% endif %}c\nd{% if no %}\ne{% endif %}\nf", "a \nb\nc\nd\nf"),
    ("{% if no %}a\nb{% else %}\nc{% endif %}\n{% if no %}d{% else %}\ne\n{% endif %}", "c\ne"),
    (
        "{% for v in xs %}{% for w in xs %}{{ v }}¦{{ w }}\n{% endfor %}{% endfor %}\nz",
        "aa\nab\nba\nbb\nz",
    ),
    ("{% for v in xs %}{% if v == 'a' %}x\ny{% endif %}{% endfor %}\nz", "x\ny\nz"),
    ("# {% for v in xs %}{{ v }} / {% endfor %} ;; z", "a / b ;; z"),
    ("# {% for v in nothing %}{{ v }} / {% endfor %} ;; z", " ;; z"),
    ("# {% for v in xs %} ;; \n# {{ v }} ;; c\n# {% endfor %} ;; \nz", "a ;; c\nb ;; c\nz"),
    ("# {% for v in xs %}{{ v }} ;; c{% endfor %}\nz", "a ;; c\nb ;; c\nz"),
    ("a\n# {% for v in nothing %}{{ v }} ;; c{% endfor %}\nz", "a\nz"),
    ("# a ;; b\n# {% if no %}c ;; \n#  ;; d{% endif %}\nz", "a ;; b\nz"),
    # A dash joins lines and paragraphs; words are never taken out.
    ("a\n{%- if yes -%}\nb\n{%- else -%}\nc\n{%- endif -%}\nd", "abd"),
    ("a \n{%- if no -%}\nb\n{%- else -%}\nc\n{%- endif -%}\n d", "a c d"),
    ("a\n{%- for v in xs -%}\n{{ v }}\n{%- endfor -%}\nz", "aabz"),
    ("a\nb {%- if yes %} c{% endif %}", "a\nb c"),
    ("a¦\n{%- if yes %}¦ b{% endif %}", "a b"),
    ("a¦ {%- if yes -%} ¦b {%- endif %} c", "ab c"),
    ("a {{- x -}} b\n {{- x -}} ", "aXb\nX"),
    ("{#- c -#}\na", "a"),
    ("{%- if yes %}a{% endif %}", "a"),
    ("# a\n{%- if yes %}b{% endif %}", "a\nb"),
    ("{% if yes -%}¦ a{% endif %}\n# b\nc", " a\nb\nc"),
    ("# a / {%- if yes %}b{% endif %} ;; c", "ab ;; c"),
    # Braces that are none.
    ("{_{ x }_} {_% y %_} {{ '{_{ }_}' }} {_ _} {_# }_#", "{{ x }} {% y %} {{ }} {_ _} {_# }_#"),
    ("{¦_{ {{ x }} }_¦}", "{{ X }}"),
    # Values with a place of their own.
    ("a {{r x }}{{r 'b' }}", "a Xb"),
    ("a {%r if yes %}b{%r endif %} c", "a b c"),
    ("a\n{{p x }}\nb", "a\nX\nb"),
    ("a\n{{p '' }}\n{{p none }}\n{{p lines }}{# c #}\nb", "a\n1\n2\nb"),
    ("# {{p '' }} ;; {{p x }}", " ;; X"),
    ("{% for i in range(1, yes + 3) %}{{ i }}{% endfor %}{{ range(2)|join }}", "12301"),
    ("{{ mo\u0302\u0323t }}{{ d.h\u00f4m }}{{ d['h\u00f4m'] }}", "1xx"),
    # Assignments and groups.
    ("{% set y %}a{{ x }}{% if no %}b{% else %}c{% endif %}{% endset %}{{ y }}|{{ y }}", "aXc|aXc"),
    ("{% set y|lower %}A<{{ x }}&{% endset %}{{ y }}", "a<x&"),
    ("{% set y = 'a=b' %}{{ y }}", "a=b"),
    ("{% for r in [1, 2, 3]|batch(2) %}{{ r|join('+') }};{% endfor %}", "1+2;3;"),
    ("{% for r in [1, 2, 3]|slice(2, '-') %}{{ r|join('+') }};{% endfor %}", "1+2;3+-;"),
    ("{{ '%.2f|%s|%5d|%%'|format(1.5, x, 7) }}", "1.50|X|    7|%"),
    ("{{ '<&>'|e }}{{ none|escape }}{{ 1|string }}{{ 'a b'|wordcount }}", "<&>12"),
    # Tables.
    (
        "# {%tr for v in xs %} ;; \n# {{ v }} ;; {{ loop.index }}\n# {%tr endfor %}\nz",
        "a ;; 1\nb ;; 2\nz",
    ),
    ("a\n# {%tr for v in nothing %}\n# {{ v }}\n# {%tr endfor %}\nb", "a\nb"),
    ("# {%p for v in xs %} / {{ v }} / {%p endfor %} ;; z", "a / b ;; z"),
    ("# {%p for v in nothing %} / {{ v }} / {%p endfor %} ;; z", " ;; z"),
    ("# {%tc for v in xs %} ;; {{ v }} ;; {%tc endfor %} ;; z\ny", "a ;; b ;; z\ny"),
    ("a\n# {%tc for v in nothing %} ;; {{ v }} ;; {%tc endfor %}\nb", "a\nb"),
    ("# a\n# {%tr if no %}\n# b\n# {%tr endif %}\nc", "a\nc"),
    ("# {%p for v in nothing %} / {{ v }} / {%p endfor %} / <w:p/> ;; z\ny", " ;; z\ny"),
    ("{{ (xs + xs)|join }}", "abab"),
    ("# {%tr for v in xs %}\n# {{ v }}\n# {%tr endfor %}", "a\nb"),
    # `keep`, and lines that keep their spaces.
    ("a\n{%p keep %}\nb", "a\nb"),
    ("  a  {{ x }}  ", "  a  X  "),
]


@pytest.mark.parametrize(("notation", "text"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_template_gives_text(notation, text):
    context = {
        "x": "X",
        "xs": ["a", "b"],
        "nothing": [],
        "yes": True,
        "no": False,
        "đồng_chí": "Đ",
        "keep": "K",
        "if_": "I",
        "p": "P",
        "tr": "T",
        "lines": "1\n2",
        "mô\u0323t": 1,
        "d": {"ho\u0302m": "x"},
    }
    assert made(template(notation), **context) == text


def test_tag_keeps_the_formatting_of_its_first_run():
    xml = part(compile_template(template("a{¦{ x }}b")).render({"x": "X"}))
    assert re.findall(r"<w:r>(<w:rPr>)?.*?preserve\">(\w+)<", xml) == [("", "aX"), ("<w:rPr>", "b")]


def test_looped_runs_keep_their_own_formatting_in_every_turn():
    source = template("({% for v in xs %}{{ v }}¦=b¦{% endfor %})")
    xml = part(compile_template(source).render({"xs": [1, 2]}))
    runs = re.findall(r"<w:r>(<w:rPr><w:b/></w:rPr>)?<w:t [^>]*>([^<]*)</w:t></w:r>", xml)
    assert [(text, bool(bold)) for bold, text in runs] == [
        ("(", False), ("1", False), ("=b", True), ("2", False), ("=b", True), (")", False),
    ]  # fmt: skip


BOOKMARK = '<w:bookmarkStart w:id="1" w:name="n"/>', '<w:bookmarkEnd w:id="1"/>'


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (f"{run('{{ ')}<w:proofErr w:type='spellStart'/>{run('x }}')}", "X"),
        (f"{run('{{ ')}{BOOKMARK[0]}{run('x')}{BOOKMARK[1]}{run(' }}')}", "X"),
        (f"{run('{{ ')}<w:ins w:id='1' w:author='a'>{run('x }} y')}</w:ins>", "X y"),
        (f"{run('{{ x')}<w:del w:id='1' w:author='a'><w:r><w:delText>yz</w:delText></w:r></w:del>"
         f"{run(' }}')}", "X"),
        (f"<w:hyperlink w:anchor='n'>{run('{{')}{run('x')}</w:hyperlink>{run('}} z')}", "X z"),
        (f"{run('{{')}<w:r><w:br/><w:tab/><w:t>x</w:t></w:r>{run('}}')}", "X"),
        (f"{run('{{ 3')}<w:r><w:noBreakHyphen/><w:t>1</w:t></w:r>{run('}}')}", "2"),
        (f"{run('{{ x')}<w:r><w:softHyphen/></w:r>{run('|low')}<w:r><w:softHyphen/><w:t>er</w:t>"
         f"</w:r>{run('}}')}", "x"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('{{ x }}')}</w:sdtContent></w:sdt>", ""),
        ("<w:smartTag w:element='e'><w:r><w:t>{{ x }}</w:t></w:r></w:smartTag>", ""),
    ],
    ids=["proofErr", "bookmark", "ins", "del", "hyperlink", "break and tab", "no-break hyphen",
         "soft hyphen", "sdt", "smartTag"],
)  # fmt: skip
def test_tag_is_joined_over(xml, text):
    docx = compile_template(template(f"<w:p>{xml}</w:p>")).render({"x": "X"})
    shown = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", part(docx)))
    assert shown == (text or "X")
    assert part(docx).count("<w:bookmark") == xml.count("<w:bookmark")
    assert not re.search(r"<w:r>(<w:t [^>]*>)?(</w:t>)?</w:r>|<w:br/>|<w:tab/>", part(docx))


def test_page_break_within_a_tag_is_kept():
    xml = f"<w:p>{run('{{')}<w:r><w:br w:type='page'/></w:r>{run('x }}')}</w:p>"
    docx = compile_template(template(xml)).render({"x": "X"})
    assert '>X</w:t></w:r><w:r><w:br w:type="page"/>' in part(docx)


def test_layout_of_the_xml_means_nothing_but_text_keeps_its_blanks():
    cell = f"{paragraph('{%p if x %}')}\t {paragraph('b')}\t {paragraph('{%p endif %}')}"
    drawing = "<w:p><w:r><w:drawing><a:t> </a:t></w:drawing></w:r>\t</w:p>"
    source = template(f"<w:tbl>\t <w:tr>\t <w:tc>\t {cell}\t </w:tc>\t </w:tr></w:tbl>{drawing}")
    xml = part(compile_template(source).render({"x": 0}))
    assert "<w:tr><w:tc><w:p></w:p></w:tc></w:tr>" in xml
    assert "<a:t> </a:t>" in xml


@pytest.mark.parametrize("kind", ["del", "moveFrom"])
def test_deleted_text_is_not_run(kind):
    text = "delText" if kind == "del" else "t"
    deleted = f"<w:r><w:{text}>{{{{ y }}}}{{% if</w:{text}></w:r>"
    deleted = f"<w:{kind} w:id='1' w:author='a'>{deleted}</w:{kind}>"
    docx = compile_template(template(f"<w:p>{deleted}{run('{{ x }}')}</w:p>")).render({"x": "X"})
    assert "{{ y }}{% if" in part(docx)


def text_box(inside: str) -> str:
    """A shape as Word writes it: once for itself, once for those that do not know shapes."""
    box = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_text_boxes_are_filled_in_both_halves():
    inside = content("{%p for v in xs %}\n{{ v }}\n{%p endfor %}")
    docx = compile_template(
        template(f"<w:p>{run('{{ x }}')}{text_box(inside)}{run('{{ x }}')}</w:p>")
    ).render({"x": "X", "xs": ["a", "b"]})
    assert re.findall(r"<w:t(?: [^>]*)?>([^<]+)", part(docx)) == ["X", *"ab", *"ab", "X"]


def test_empty_text_box_keeps_a_paragraph():
    inside = content("{%p for v in xs %}\n{{ v }}\n{%p endfor %}")
    docx = compile_template(template(f"<w:p>{text_box(inside)}</w:p>")).render({"xs": []})
    assert part(docx).count("<w:txbxContent><w:p></w:p></w:txbxContent>") == 2


def test_tables_in_tables():
    inner = content("# {%tr for v in row %}\n# {{ v }}\n# {%tr endfor %}")
    source = template(f"# {{%tr for row in rows %}}\n# a / {inner}\n# {{%tr endfor %}}")
    xml = part(compile_template(source).render({"rows": [["1", "2"], []]}))
    assert xml.count("<w:tbl>") == 2  # the outer one and that of the first row
    assert len(re.findall(r"</w:tbl><w:p>(?:<w:pPr>.{9,99}</w:pPr>)</w:p></w:tc>", xml)) == 1
    assert xml.count("<w:tr>") == 4
    assert "<?" not in xml.removeprefix("<?xml")


def test_empty_content_control_keeps_a_paragraph():
    inside = content("{%p if x %}\na\n{%p endif %}")
    source = template(f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>")
    xml = part(compile_template(source).render({"x": 0}))
    assert "<w:sdtContent><w:p></w:p></w:sdtContent>" in xml


def test_what_shares_a_run_with_a_piece_of_a_tag_is_kept():
    xml = f"<w:p>{run('{{ x')}<w:r><w:drawing/><w:t> }}}}</w:t></w:r></w:p>"
    docx = compile_template(template(xml)).render({"x": "X"})
    assert "<w:r><w:drawing/></w:r>" in part(docx)


def test_empty_cell_keeps_the_look_of_its_paragraph():
    look = "<w:jc w:val='center'/>"
    lines = [paragraph(text, look) for text in ("{%p if no %}", "a", "{%p endif %}")]
    source = template(f"# {''.join(lines)} ;; b")
    xml = part(compile_template(source).render({"no": False}))
    assert '<w:tc><w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p></w:tc>' in xml


def test_headers_footers_and_footnotes_are_filled():
    source = template("{{ x }}", header1="{{ x }}1", footer1="{%p if x %}\n{{ x }}2\n{%p endif %}")
    docx = compile_template(source).render({"x": "X"})
    assert ["X1" in part(docx, "header1"), "X2" in part(docx, "footer1")] == [True, True]


def test_empty_header_keeps_a_paragraph():
    source = template("a", header1="{%p if x %}\nb\n{%p endif %}")
    assert "<w:p></w:p></w:hdr>" in part(compile_template(source).render({"x": 0}), "header1")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (paragraph("a"), "<w:p><w:pPr><w:keepNext/></w:pPr>"),
        (
            paragraph("a", "<w:pStyle w:val='S'/><w:jc w:val='left'/>"),
            '<w:pPr><w:pStyle w:val="S"/><w:keepNext/><w:jc w:val="left"/></w:pPr>',
        ),
        (paragraph("a", "<w:keepNext w:val='0'/>"), "<w:pPr><w:keepNext/></w:pPr>"),
        ("<w:p><w:pPr/><w:r><w:t>a</w:t></w:r></w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr>"),
        (paragraph("{{ lines }}"), "</w:p><w:p><w:pPr><w:keepNext/></w:pPr>"),
    ],
    ids=["plain", "styled", "said no", "empty properties", "several lines"],
)
def test_keep_holds_the_paragraph_before(before, after):
    source = template(f"{before}\n{{%p if yes %}}\n{{%p keep %}}\n{{%p endif %}}\nb")
    xml = part(compile_template(source).render({"yes": True, "lines": "1\n2"}))
    assert after in xml
    assert xml.count("<w:keepNext") == 1
    assert "<w:keepNext/>" not in part(compile_template(source).render({"yes": 0, "lines": "1"}))


def test_ranges_outlive_the_paragraph_they_stood_in():
    start, end = BOOKMARK
    lines = [
        f"<w:p>{start}{run('{%p for v in xs %}')}</w:p>",
        "{{ v }}",
        f"<w:p>{run('{%p endfor %}')}{end}</w:p>",
    ]
    xml = part(compile_template(template("\n".join(lines))).render({"xs": ["a", "b"]}))
    assert xml.index("bookmarkStart") < xml.index(">a<") < xml.index(">b<") < xml.index("markEnd")
    assert xml.count("<w:bookmark") == 2


@pytest.mark.parametrize("other", ["", 'xmlns:w="urn:other" '])
def test_another_prefix_of_word_is_read(other):
    source = files(template("{{ x }}\n{%p if x %}\na\n{%p endif %}\n# {{ x }}\nz"))
    xml = source["word/document.xml"].decode().replace("xmlns:w=", f"{other}xmlns:ns0=")
    source["word/document.xml"] = re.sub(r"(</?)w:", r"\1ns0:", xml).encode()
    assert made(package(source), x="1\n2") == "1\n2\na\n1 / 2\nz"
