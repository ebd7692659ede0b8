"""Repeats: what a loop repeats stays right: lists start again, ids are unique, tables apart."""

from __future__ import annotations

import re

import pytest

from docgen.templating import Document, compile_template
from ooxml import ooxml_problems
from parts import W, files, paragraph, part, run, template, with_part
from word import golden_text

LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="decimal"/>{}'
    '<w:lvlText w:val="%{}."/></w:lvl>'
)


def with_lists(notation: str, restart: str = "", **parts: str) -> bytes:
    """A template with the lists 1 and 2, and a style «Item» that numbers by list 2."""
    levels = LEVEL.format(0, 1, restart, 1) + LEVEL.format(1, 1, restart, 2)
    many = '<w:multiLevelType w:val="multilevel"/>'
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{many}{levels}</w:abstractNum>' for n in "12"
    )
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in "12")
    style = (
        '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:pPr><w:numPr>'
        '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    added = {
        "numbering": f'<w:numbering xmlns:w="{W}">{abstracts}{nums}</w:numbering>',
        "styles": f'<w:styles xmlns:w="{W}">{style}</w:styles>',
    }
    source = template(notation, **parts)
    for name, xml in added.items():
        source = with_part(source, name, xml)
    return source


def item(text: str, level: int = 0, *, list_: int = 1) -> str:
    own = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list_}'/></w:numPr>"
    return paragraph(text, own)


STYLED = paragraph("{{ b }}", "<w:pStyle w:val='Item'/><w:jc w:val='left'/>")
FOR_A, FOR_B, END = "{%p for a in rows %}", "{%p for b in a %}", "{%p endfor %}"
NUMBERED = {
    "one loop": ([FOR_A, item("{{ a[0] }}"), END, item("z")], "1. x 2. v 3. z"),
    "inner loop": ([FOR_A, "-", FOR_B, item("{{ b }}"), END, END], "- 1. x 2. y - 1. v 2. w"),
    "by style": ([FOR_A, "-", FOR_B, STYLED, END, END], "- 1. x 2. y - 1. v 2. w"),
    "lines": ([FOR_A, FOR_B, item("{{ b }}{{ line }}+"), END, END],
              "1. x 2. + 3. y 4. + 1. v 2. + 3. w 4. +"),
    "two inner loops": ([FOR_A, "-", FOR_B, item("{{ b }}"), END, FOR_B, item("{{ b }}"), END, END],
                        "- 1. x 2. y 3. x 4. y - 1. v 2. w 3. v 4. w"),
    "two lists": ([FOR_A, FOR_B, item("{{ b }}"), item("+", list_=2), END, END],
                  "1. x 1. + 2. y 2. + 1. v 1. + 2. w 2. +"),
    "level below": ([FOR_A, item("-"), FOR_B, item("{{ b }}", 1), END, END],
                    "1. - 1. x 2. y 2. - 1. v 2. w"),
    "same level": ([FOR_A, item("-"), FOR_B, item("{{ b }}"), END, END],
                   "1. - 2. x 3. y 4. - 5. v 6. w"),
    "outside too": ([item("a"), FOR_A, FOR_B, item("{{ b }}"), END, END, item("z")],
                    "1. a 1. x 2. y 1. v 2. w 2. z"),
    "third loop": (["{%p for c in [1, 2] %}", FOR_A, FOR_B, item("{{ b }}"), END, END, END],
                   "1. x 2. y 1. v 2. w 1. x 2. y 1. v 2. w"),
    "inner with levels": ([FOR_A, FOR_B, item("{{ b }}"), item("+", 1), END, END],
                          "1. x 1. + 2. y 1. + 1. v 1. + 2. w 1. +"),
    "keep": ([FOR_A, FOR_B, item("{{ b }}"), "{%p keep %}", END, END], "1. x 2. y 1. v 2. w"),
    "macro": (["{%p macro m(a) %}", FOR_B, item("{{ b }}"), END, "{%p endmacro %}", FOR_A, "-",
               "{{p m(a) }}", END], "- 1. x 2. y - 1. v 2. w"),
    "items of a macro": (["{%p macro m(a) %}", item("{{ a[0] }}"), "{%p endmacro %}", FOR_A,
                          "{{p m(a) }}", END], "1. x 2. v"),
    "table rows": (["# {%tr for a in rows %}\n# {%p for b in a %} / " + item("{{ b }}")
                    + " / {%p endfor %}\n# {%tr endfor %}"], "1. x 2. y 1. v 2. w"),
}  # fmt: skip
CONTEXT = {"rows": [["x", "y"], ["v", "w"]], "line": "\n"}


def as_shown(pdf_text: str) -> str:
    return " ".join(pdf_text.split())


@pytest.mark.parametrize("name", NUMBERED)
def test_lists_start_again_at_each_turn_of_an_outer_loop(office, name):
    lines, shown = NUMBERED[name]
    docx = compile_template(with_lists("\n".join(lines))).render(CONTEXT)
    assert ooxml_problems(docx) == []
    assert as_shown(office.pdf_text(docx)) == shown
    assert "<?" not in part(docx).removeprefix("<?xml")


def test_list_whose_level_never_starts_again_goes_on(office):
    lines = [FOR_A, "-", FOR_B, item("{{ b }}"), END, END]
    source = with_lists("\n".join(lines), '<w:lvlRestart w:val="0"/>')
    docx = compile_template(source).render(CONTEXT)
    assert as_shown(office.pdf_text(docx)) == "- 1. x 2. y - 3. v 4. w"
    assert files(docx)["word/numbering.xml"] == files(source)["word/numbering.xml"]


def test_lists_of_two_renders_are_the_same():
    lines = [FOR_A, "-", FOR_B, item("{{ b }}"), END, END]
    source = compile_template(with_lists("\n".join(lines)))
    first = source.render(CONTEXT)
    assert source.render(CONTEXT) == first
    assert part(first, "numbering").count("<w:num ") == 4


DRAWING = (
    "<w:r><w:drawing><wp:inline><wp:extent cx='1' cy='1'/><wp:docPr id='{}' name='n'/>"
    "<a:graphic><a:graphicData uri='u'/></a:graphic></wp:inline></w:drawing></w:r>"
)


def ids(xml: str, tag: str, attribute: str = "w:id") -> list[str]:
    return re.findall(rf'<{tag} [^<>]*?\b{attribute}="([^"]*)"', xml)


def test_drawings_in_loops_have_ids_of_their_own():
    lines = [f"<w:p>{DRAWING.format(7)}</w:p>", "{%p for v in [1, 2] %}",
             f"<w:p>{DRAWING.format(7)}{DRAWING.format(8)}</w:p>", "{%p endfor %}"]  # fmt: skip
    docx = compile_template(template("\n".join(lines))).render({})
    found = ids(part(docx), "wp:docPr", "id")
    assert (found[0], found[2]) == ("7", "8")
    assert len(set(found)) == len(found) == 5


def test_bookmarks_in_loops_have_names_of_their_own_and_the_first_keeps_its():
    name = "a_name_that_is_as_long_as_word_lets_it_be"[:40]
    start, end = f'<w:bookmarkStart w:id="3" w:name="{name}"/>', '<w:bookmarkEnd w:id="3"/>'
    field = f"<w:p><w:fldSimple w:instr=' REF {name} '>{run('r')}</w:fldSimple></w:p>"
    lines = ["{%p for v in [1, 2, 3] %}", f"<w:p>{start}{run('{{ v }}')}{end}</w:p>",
             "{%p endfor %}", field]  # fmt: skip
    docx = compile_template(template("\n".join(lines))).render({})
    assert ooxml_problems(docx) == []
    starts, ends = ids(part(docx), "w:bookmarkStart"), ids(part(docx), "w:bookmarkEnd")
    names = ids(part(docx), "w:bookmarkStart", "w:name")
    assert starts == ends
    assert (len(set(starts)), len(set(names)), max(map(len, names))) == (3, 3, 40)
    assert (starts[0], names[0]) == ("3", name)
    assert f"REF {name} " in part(docx)


BOX = f"<w:txbxContent>{paragraph('{{ v }}')}</w:txbxContent>"
OFFICE = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
WORD_2010 = "http://schemas.microsoft.com/office/word/2010"
WITH_IDS = {
    "shape": f"""<w:p><w:r><w:pict {OFFICE}>
        <v:shapetype id="_x0000_t202" coordsize="9,9" o:spt="202" path="m,l,9r9,l9,xe"/>
        <v:shape id="Text Box 1" o:spid="_x0000_s1026" type="#_x0000_t202">
        <v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r></w:p>""",
    "rectangle": '<w:p><w:r><w:pict><v:rect id="r"/><v:line id="l"/></w:pict></w:r></w:p>',
    "drawing": f"""<w:p><w:r><w:drawing><wp:inline xmlns:wp14="{WORD_2010}/wordprocessingDrawing"
        distT="0" distB="0" distL="0" distR="0" wp14:anchorId="1A2B3C4D" wp14:editId="50D07946">
        <wp:extent cx="1" cy="1"/><wp:docPr id="1" name="a"/><a:graphic>
        <a:graphicData uri="{WORD_2010}/wordprocessingShape"/></a:graphic>
        </wp:inline></w:drawing></w:r></w:p>""",
    "paragraph": f'<w:p xmlns:w14="{WORD_2010}/wordml" w14:paraId="1A2B3C4D">{run("a")}</w:p>',
    "insertion": f'<w:p><w:ins w:id="5" w:author="a">{run("{{ v }}")}</w:ins></w:p>',
    "formatting": '<w:p><w:pPr><w:pPrChange w:id="5" w:author="a"><w:pPr/></w:pPrChange></w:pPr>'
    "</w:p>",
    "move": '<w:p><w:moveToRangeStart w:id="8" w:author="a" w:date="2024-01-01T00:00:00Z" '
    f'w:name="m"/><w:moveTo w:id="9" w:author="a">{run("{{ v }}")}</w:moveTo>'
    '<w:moveToRangeEnd w:id="8"/></w:p>',
    "control": f'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>{paragraph("{{ v }}")}'
    "</w:sdtContent></w:sdt>",
}  # fmt: skip


@pytest.mark.parametrize("kind", WITH_IDS)
def test_what_is_repeated_has_ids_of_its_own(kind):
    xml = WITH_IDS[kind].replace("\n        ", " ")
    looped = template("{%p for v in [1, 2, 3] %}\n" + xml + "\n{%p endfor %}")
    included = template("{%p include 'b' %}\n{%p include 'b' %}\n{{p d }}\n{{p d }}")
    block = template(xml)
    for source in (looped, included):
        made = compile_template(source, blocks={"b": block}.__getitem__)
        docx = made.render({"v": 1, "d": Document(block)})
        assert ooxml_problems(docx) == []
        assert len(re.findall("<w:id ", part(docx))) == 0
        assert "1A2B3C4D" not in part(docx)


def test_a_shape_is_of_the_type_of_its_turn():
    xml = WITH_IDS["shape"].replace("\n        ", " ")
    source = template("{%p for v in [1, 2] %}\n" + xml + "\n{%p endfor %}")
    found = part(compile_template(source).render({}))
    types = ids(found, "v:shapetype", "id")
    assert [f"#{id}" for id in types] == ids(found, "v:shape", "type")
    assert types[0] == "_x0000_t202"


def test_comment_is_about_the_first_place_only():
    marks = [f"<w:comment{name} w:id='0'/>" for name in ("RangeStart", "RangeEnd", "Reference")]
    line = f"<w:p>{marks[0]}{run('{{ v }}')}{marks[1]}<w:r>{marks[2]}</w:r></w:p>"
    docx = compile_template(template("{%p for v in [1, 2] %}\n" + line + "\n{%p endfor %}"))
    xml = part(docx.render({}))
    assert [xml.count(f"<w:comment{name}") for name in ("RangeS", "RangeE", "Ref")] == [1, 1, 1]


APART = [
    ("{%p for v in [1, 2, 3] %}\n# {{ v }}\n{%p endfor %}", "1\n\n2\n\n3"),
    ("{%p for v in [1, 2] %}\n# {{ v }}\n-\n{%p endfor %}", "1\n-\n2\n-"),
    ("{%p if yes %}\n# a\n{%p endif %}\n# b", "a\n\nb"),
    ("{%p if no %}\n# a\n{%p endif %}\n# b", "b"),
    ("# a\n{%p if no %}\n-\n{%p endif %}\n# b", "a\n\nb"),
    ("# a\n{%p if yes %}\n-\n{%p endif %}\n# b", "a\n-\nb"),
    ("# a\n{%p set x = 1 %}\n# {%tr if no %}\n# b\n# {%tr endif %}\n{%p set x = 1 %}\n# c",
     "a\n\nc"),
    ("# {%p for v in [1, 2] %} / <w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>"
     + paragraph("{{ v }}") + "</w:tc></w:tr></w:tbl> / {%p endfor %}", None),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "text"), APART, ids=[row[0][:50] for row in APART])
def test_tables_that_met_are_kept_apart(notation, text):
    docx = compile_template(template(f"{notation}\nz")).render({"yes": True, "no": False})
    assert ooxml_problems(docx) == []
    assert "</w:tbl><w:tbl>" not in part(docx)
    assert text is None or golden_text(docx) == f"{text}\nz\n"


def test_tables_that_touch_in_the_template_are_left_alone():
    touching = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" * 2
    docx = compile_template(template("{{ x }}\n" + touching + "\nz")).render({"x": 1})
    assert "</w:tbl><w:tbl>" in part(docx)


def bookmark(name: str, text: str) -> str:
    start, end = f'<w:bookmarkStart w:id="1" w:name="{name}"/>', '<w:bookmarkEnd w:id="1"/>'
    return f"<w:p>{start}{run(text)}{end}</w:p>"


def cut_field(*pieces: str) -> str:
    """A field whose code stands in these pieces."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    codes = (
        f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces
    )
    begin, apart, end = map(sign.format, ("begin", "separate", "end"))
    return f"<w:p>{begin}{''.join(codes)}{apart}{run('?')}{end}</w:p>"


def simple_field(code: str) -> str:
    return f"<w:p><w:fldSimple w:instr='{code}'>{run('?')}</w:fldSimple></w:p>"


LINK = f'<w:p><w:hyperlink w:history="1" w:anchor="_Ref1">{run("?")}</w:hyperlink></w:p>'
TWICE = "{%p for w in [1, 2] %}"
FOR, HERE = "{%p for v in [1, 2, 3] %}", bookmark("_Ref1", "{{ v }}")
REFERRING = {
    "behind": ([FOR, HERE, simple_field(" REF _Ref1 \\h "), END], "abc"),
    "before": ([FOR, simple_field("PAGEREF _Ref1"), HERE, END], "abc"),
    "link": ([FOR, HERE, LINK, END], "abc"),
    "cut field": ([FOR, HERE, cut_field(" REF _R", "ef1", " \\h "), END], "abc"),
    "link by field": ([FOR, HERE, cut_field(' HYPERLINK \\l "_Ref1" '), END], "abc"),
    "outside": ([LINK, FOR, HERE, END, LINK], "aa"),
    "both": ([LINK, FOR, HERE, LINK, END, LINK], "aabca"),
    "deeper": ([FOR, HERE, TWICE, LINK, END, END], "aabbcc"),
    "further out": (["{%p for w in [1] %}", FOR, HERE, END, LINK, END], "a"),
    "once a turn": ([TWICE, "{%p for v in [1, 2] %}", HERE, END, LINK, END], "ac"),
    "not in every turn": ([FOR, "{%p if v > 1 %}", HERE, "{%p endif %}", LINK, END], "aab"),
    "another": ([FOR, HERE, simple_field("REF _Ref12"), LINK, END], "abc"),
    "rows": (["# {%tr for v in [1, 2, 3] %}", f"# {HERE} ;; {LINK}", "# {%tr endfor %}", "z"],
             "abc"),
    "beside a loop within a line": ([FOR, "{% for w in [1, 2] %}{{ w }}{% endfor %}", HERE, LINK,
                                     END], "abc"),
}  # fmt: skip
"""A template, and to which of its bookmarks (a is the first) each reference leads."""


@pytest.mark.parametrize("name", REFERRING)
def test_what_refers_to_a_bookmark_of_its_turn_keeps_to_it(name):
    lines, order = REFERRING[name]
    docx = compile_template(template("\n".join(lines))).render({})
    assert ooxml_problems(docx) == []
    xml = part(docx)
    names = ids(xml, "w:bookmarkStart", "w:name")
    assert len(set(names)) == len(names)
    asked = re.findall(
        r"[ '\"](_Ref1(?:_\d+)?)(?= \\|\" |\"|<)", re.sub("<w:bookmark[^<>]*>", "", xml)
    )
    assert asked == [names["abc".index(letter)] for letter in order]
    assert name != "another" or xml.count("REF _Ref12") == 3
