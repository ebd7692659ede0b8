"""Thể thức: the look in force, rows of small documents, and the XML they are read from."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.shared import Mm, Pt

from docgen.thethuc.errors import UnreadableDocument
from docgen.thethuc.looks import Looks
from docgen.thethuc.xml import parse, serialised
from parts import NAMESPACES, files
from typed import nodes, relations, typed

ROOT = f"<w:document {NAMESPACES}>"


def style(id: str, inner: str, *, kind: str = "paragraph", head: str = "", default: int = 0) -> str:
    return (
        f'<w:style w:type="{kind}" w:default="{default}" w:styleId="{id}">{head}{inner}</w:style>'
    )


def defaults(run: str = "", paragraph: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def based(parent: str) -> str:
    return f'<w:basedOn w:val="{parent}"/>'


def p(look: str = "", run: str = "", text: str = "Đảng") -> str:
    return f"<w:p><w:pPr>{look}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def of_style(id: str) -> str:
    return f'<w:pStyle w:val="{id}"/>'


def cell(inner: str, look: str = "") -> str:
    row = f"<w:tr><w:tc>{inner}</w:tc><w:tc><w:p/></w:tc></w:tr>"
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/>{look}</w:tblPr>{row}{row}</w:tbl>'


def run_look(body: str, **parts: str) -> dict[str, object]:
    document = typed(body, **parts)
    return told(Looks(document).run(nodes(document, "r")[0]))


def paragraph_look(body: str, **parts: str) -> dict[str, object]:
    document = typed(body, **parts)
    return told(Looks(document).paragraph(nodes(document, "p")[0]))


def told(look: object) -> dict[str, object]:
    return {name: getattr(look, name) for name in look.__slots__}


WORD = {
    "font": "Times New Roman", "size": 10, "bold": False, "italic": False, "underline": False,
    "colour": "auto", "caps": False, "strike": False, "hidden": False,
}  # fmt: skip
SET = {
    "align": "left", "left": 0, "right": 0, "first_line": 0, "before": 0, "after": 0, "line": 1,
    "line_rule": "auto", "keep_next": False, "outline": None, "contextual": False,
    "rule_below": False,
}  # fmt: skip

BOLD = "<w:rPr><w:b/></w:rPr>"
STRONG = style("S", BOLD, kind="character")
OFF = '<w:b w:val="0"/>'
FONTS = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
THEME = (
    "<a:clrScheme><a:dk1><a:sysClr val='windowText' lastClr='000000'/></a:dk1>"
    "<a:accent1><a:srgbClr val='4f81bd'/></a:accent1></a:clrScheme><a:fontScheme>"
    "<a:majorFont><a:latin typeface='Cambria'/></a:majorFont>"
    "<a:minorFont><a:latin typeface='{}'/><a:font script='Viet' typeface='Arial'/></a:minorFont>"
    "</a:fontScheme>"
)


@pytest.mark.parametrize(
    ("body", "styles", "expected"),
    [
        (p(), "", {}),
        (p(run='<w:sz w:val="28"/>'), "", {"size": 14}),
        (p(run='<w:sz w:val="27"/>'), "", {"size": 13.5}),
        (p(run='<w:sz w:val="14pt"/>'), "", {"size": 14}),
        (p(run='<w:sz w:val="big"/>'), "", {}),
        (p(), defaults('<w:sz w:val="24"/>'), {"size": 12}),
        (p(), style("N", '<w:rPr><w:sz w:val="26"/></w:rPr>', default=1), {"size": 13}),
        (
            p(of_style("?")),
            style("N", '<w:rPr><w:sz w:val="26"/></w:rPr>', default=1),
            {"size": 13},
        ),
        (p(), style("N", '<w:rPr><w:sz w:val="26"/></w:rPr>'), {}),
        # Toggles: from the nearest style of a chain, against each other between kinds.
        (p(of_style("A")), style("A", BOLD), {"bold": True}),
        (p(of_style("B")), style("A", BOLD) + style("B", "", head=based("A")), {"bold": True}),
        (p(of_style("B")), style("A", BOLD) + style("B", BOLD, head=based("A")), {"bold": True}),
        (
            p(of_style("B")),
            style("A", BOLD) + style("B", f"<w:rPr>{OFF}</w:rPr>", head=based("A")),
            {},
        ),
        (p(of_style("A"), '<w:rStyle w:val="S"/>'), style("A", BOLD) + STRONG, {}),
        (
            p(of_style("A"), '<w:rStyle w:val="S"/><w:b/>'),
            style("A", BOLD) + STRONG,
            {"bold": True},
        ),
        (p("", '<w:rStyle w:val="S"/>'), STRONG, {"bold": True}),
        (p("", '<w:rStyle w:val="A"/>'), style("A", BOLD), {}),
        (p(of_style("A")), defaults("<w:b/>") + style("A", BOLD), {"bold": True}),
        (p(of_style("A")), style("A", BOLD, head=based("A")), {"bold": True}),
        (p(run=OFF), defaults("<w:b/>"), {}),
        (p(run='<w:i w:val="false"/><w:caps w:val="off"/><w:strike w:val="0"/>'), "", {}),
        (p(run='<w:i w:val="true"/><w:caps w:val="1"/>'), "", {"italic": True, "caps": True}),
        (p(run="<w:vanish/><w:dstrike/>"), "", {"hidden": True, "strike": True}),
        (p(run='<w:u w:val="single"/>'), "", {"underline": True}),
        (p(run='<w:u w:val="none"/>'), defaults('<w:u w:val="single"/>'), {}),
        (p(run='<w:u w:color="FF0000"/>'), "", {}),
        (p(run='<w:color w:val="ff0000"/>'), "", {"colour": "FF0000"}),
        (p(run='<w:color w:val="auto"/>'), defaults('<w:color w:val="FF0000"/>'), {}),
        (p(run='<w:color w:val="111111" w:themeColor="text1"/>'), "", {"colour": "000000"}),
        (p(run='<w:color w:val="111111" w:themeColor="accent1"/>'), "", {"colour": "4F81BD"}),
        (p(run='<w:color w:val="111111" w:themeColor="accent6"/>'), "", {"colour": "111111"}),
        (
            p(run='<w:color w:val="95b3d7" w:themeColor="accent1" w:themeTint="99"/>'),
            "",
            {"colour": "95B3D7"},
        ),
        (p(run='<w:color w:val="111111" w:themeColor="a[/"/>'), "", {"colour": "111111"}),
        # A change of formatting that is only tracked shows what was before, and does not count.
        (p(run="<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"), "", {}),
    ],
)
def test_a_run_looks_as_word_prints_it(body, styles, expected):
    assert run_look(body, styles=styles, theme=THEME.format("Calibri")) == WORD | expected


ARIAL = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'


@pytest.mark.parametrize(
    ("run", "text", "latin", "expected"),
    [
        ("", "Đảng", "Calibri", "Calibri"),
        ("", "Đảng", "", "Arial"),
        ('<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorAscii"/>', "A", "", "Cambria"),
        (
            '<w:rFonts w:asciiTheme="majorBidi" w:hAnsiTheme="majorBidi"/>',
            "A",
            "",
            "Times New Roman",
        ),
        (ARIAL, "Đảng", "Calibri", "Arial"),
        ('<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi"/>', "Dang", "Calibri", "Calibri"),
        ('<w:rFonts w:ascii="Arial"/>', "Dang", "Calibri", "Arial"),
        ('<w:rFonts w:ascii="Arial"/>', "Đảng", "Calibri", "Arial, Calibri"),
        ('<w:rFonts w:ascii="Arial"/>', "– ủ", "Calibri", "Calibri"),
        ('<w:rFonts w:cs="Arial" w:eastAsia="Arial"/>', "Đảng", "Calibri", "Calibri"),
    ],
)
def test_a_font_is_the_one_behind_its_theme(run, text, latin, expected):
    look = run_look(
        p(run=run, text=text),
        styles=defaults(FONTS),
        theme=THEME.format(latin),
        settings='<w:themeFontLang w:val="vi-VN"/>',
    )
    assert look["font"] == expected


def test_a_theme_that_is_missing_leaves_words_own_font():
    assert run_look(p(), styles=defaults(FONTS))["font"] == "Times New Roman"


@pytest.mark.parametrize(
    "around",
    [
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:ins>{}</w:ins>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:smartTag>{}</w:smartTag>",
        '<w:fldSimple w:instr="PAGE">{}</w:fldSimple>',
    ],
)
def test_a_run_counts_wherever_it_stands_in_its_paragraph(around):
    run = around.format("<w:r><w:t>Đảng</w:t></w:r>")
    body = f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>{run}</w:p>'
    assert run_look(body, styles=style("A", BOLD))["bold"]


def spaced(**attributes: object) -> str:
    said = "".join(f' w:{name}="{value}"' for name, value in attributes.items())
    return f"<w:spacing{said}/>"


def indented(**attributes: object) -> str:
    return spaced(**attributes).replace("spacing", "ind")


def styled(look: str, **more: object) -> str:
    return style("A", f"<w:pPr>{look}</w:pPr>", **more)


@pytest.mark.parametrize(
    ("look", "styles", "expected"),
    [
        ("", "", {}),
        (indented(left=567, right=284), "", {"left": 10, "right": 5.01}),
        (indented(start=567, end=567), "", {"left": 10, "right": 10}),
        (indented(left="10mm"), "", {"left": 10}),
        (indented(firstLine=567), "", {"first_line": 10}),
        (indented(hanging=567), "", {"first_line": -10}),
        (indented(firstLine=567, hanging=284), "", {"first_line": -5.01}),
        (of_style("A") + indented(firstLine=0), styled(indented(hanging=567)), {}),
        (
            of_style("A") + indented(left=0),
            styled(indented(left=567, firstLine=567)),
            {"first_line": 10},
        ),
        (spaced(before=120, after=60), "", {"before": 6, "after": 3}),
        (spaced(before=120, beforeAutospacing=1), "", {"before": 14}),
        (spaced(after=120, afterAutospacing=0), "", {"after": 6}),
        (spaced(line=360, lineRule="exact"), "", {"line": 18, "line_rule": "exact"}),
        (spaced(line=360, lineRule="atLeast"), "", {"line": 18, "line_rule": "atLeast"}),
        (spaced(line=360), "", {"line": 1.5}),
        (spaced(line=276, lineRule="auto"), "", {"line": 1.15}),
        (
            of_style("A") + spaced(line=360),
            styled(spaced(line=400, lineRule="exact")),
            {"line": 1.5},
        ),
        (
            of_style("A") + spaced(after=120),
            styled(spaced(line=400, lineRule="exact")),
            {"line": 20, "line_rule": "exact", "after": 6},
        ),
        ("", defaults(paragraph=spaced(after=160, line=259)), {"after": 8, "line": 1.079}),
        ('<w:jc w:val="both"/>', "", {"align": "both"}),
        ('<w:jc w:val="distribute"/>', "", {"align": "both"}),
        ('<w:jc w:val="end"/>', "", {"align": "right"}),
        ('<w:jc w:val="start"/>', defaults(paragraph='<w:jc w:val="center"/>'), {}),
        ("<w:keepNext/><w:contextualSpacing/>", "", {"keep_next": True, "contextual": True}),
        ('<w:keepNext w:val="0"/>', defaults(paragraph="<w:keepNext/>"), {}),
        ('<w:outlineLvl w:val="0"/>', "", {"outline": 0}),
        ('<w:outlineLvl w:val="9"/>', defaults(paragraph='<w:outlineLvl w:val="1"/>'), {}),
        ('<w:pBdr><w:bottom w:val="single"/></w:pBdr>', "", {"rule_below": True}),
        ('<w:pBdr><w:top w:val="single"/><w:bottom w:val="nil"/></w:pBdr>', "", {}),
        (of_style("A"), styled('<w:jc w:val="right"/>', default=0), {"align": "right"}),
        ("", styled('<w:jc w:val="right"/>', default=1), {"align": "right"}),
        ('<w:pPrChange><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>', "", {}),
    ],
)
def test_a_paragraph_is_set_as_word_sets_it(look, styles, expected):
    assert paragraph_look(p(look), styles=styles) == SET | expected


def test_automatic_spacing_is_smaller_where_the_document_keeps_words_older_habit():
    older = "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>"
    look = paragraph_look(p(spaced(afterAutospacing=1)), settings=older)
    assert look["after"] == 5


LIST = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:pPr><w:ind w:left="567" '
    'w:hanging="284"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:pStyle w:val="L"/><w:pPr>'
    '<w:ind w:left="1134"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
OUT_OF_LIST = '<w:numPr><w:numId w:val="0"/></w:numPr>'


@pytest.mark.parametrize(
    ("look", "styles", "left", "first_line"),
    [
        (IN_LIST, "", 10, -5.01),
        (IN_LIST + indented(left=0), "", 0, -5.01),
        (of_style("A") + IN_LIST, styled(indented(left=200, firstLine=200)), 10, -5.01),
        (of_style("A"), styled(IN_LIST), 10, -5.01),
        (of_style("A"), styled(IN_LIST + indented(left=0, firstLine=567)), 0, 10),
        (of_style("A") + OUT_OF_LIST, styled(IN_LIST), 0, 0),
        (of_style("L"), style("L", f"<w:pPr>{IN_LIST}</w:pPr>"), 20, 0),
        (
            of_style("B"),
            styled(IN_LIST) + style("B", f"<w:pPr>{indented(left=0)}</w:pPr>", head=based("A")),
            0,
            -5.01,
        ),
        ('<w:numPr><w:numId w:val="99"/></w:numPr>', "", 0, 0),
        ('<w:numPr><w:ilvl w:val="8"/><w:numId w:val="3"/></w:numPr>', "", 0, 0),
    ],
)
def test_a_list_indents_before_the_layer_that_names_it(look, styles, left, first_line):
    found = paragraph_look(p(look), styles=styles, numbering=LIST)
    assert (found["left"], found["first_line"]) == (left, first_line)


def table_style(inner: str, **more: str) -> str:
    conditions = "".join(
        f'<w:tblStylePr w:type="{name}"><w:rPr>{run}</w:rPr></w:tblStylePr>'
        for name, run in more.items()
    )
    return style("T", inner + conditions, kind="table")


HEAD = '<w:tblLook w:val="0020"/>'
NAMED_HEAD = '<w:tblLook w:val="0000" w:firstRow="1"/>'
TIGHT = f'<w:pPr>{spaced(after=0)}</w:pPr><w:rPr><w:sz w:val="22"/></w:rPr>'


@pytest.mark.parametrize(
    ("look", "styles", "bold", "size"),
    [
        ("", table_style(TIGHT), False, 11),
        (
            "",
            table_style(TIGHT) + style("N", '<w:rPr><w:sz w:val="28"/></w:rPr>', default=1),
            False,
            14,
        ),
        (HEAD, table_style(TIGHT, firstRow="<w:b/>"), True, 11),
        (NAMED_HEAD, table_style(TIGHT, firstRow="<w:b/>"), True, 11),
        ("", table_style(TIGHT, firstRow="<w:b/>"), False, 11),
        (HEAD, table_style(TIGHT, lastRow="<w:b/>"), False, 11),
        (HEAD, table_style(TIGHT, wholeTable='<w:sz w:val="26"/>', firstRow="<w:b/>"), True, 13),
        ('<w:tblLook w:val="0180"/>', table_style("", firstCol="<w:b/>"), True, 10),
        ('<w:tblLook w:val="0180"/>', table_style("", lastCol="<w:b/>"), False, 10),
        (HEAD, table_style("", firstRow="<w:b/>") + style("N", BOLD, default=1), False, 10),
    ],
)
def test_a_table_style_gives_its_look_to_its_cells(look, styles, bold, size):
    found = run_look(cell(p(), look), styles=styles)
    assert (found["bold"], found["size"]) == (bold, size)


def test_a_table_style_sets_its_paragraphs_over_the_defaults_and_under_their_own():
    styles = defaults(paragraph=spaced(after=160)) + table_style(TIGHT)
    assert paragraph_look(cell(p()), styles=styles)["after"] == 0
    assert paragraph_look(cell(p(spaced(after=60))), styles=styles)["after"] == 3
    assert paragraph_look(p(), styles=styles)["after"] == 8


def test_what_python_docx_sets_is_what_is_read():
    document = Document()
    typed_in = document.add_paragraph("Đảng uỷ", style="Heading 1")
    typed_in.paragraph_format.first_line_indent = Mm(10)
    typed_in.paragraph_format.line_spacing = Pt(18)
    typed_in.runs[0].font.size = Pt(14)
    file = io.BytesIO()
    document.save(file)
    parts = files(file.getvalue())
    looks = Looks(parts)
    paragraph = nodes(parts, "p")[0]
    set_as, run = looks.paragraph(paragraph), looks.run(nodes(parts, "r")[0])
    assert (set_as.first_line, set_as.line, set_as.line_rule) == (10, 18, "exact")
    assert (set_as.before, set_as.outline, set_as.keep_next) == (24, 0, True)
    assert (run.font, run.size, run.bold, run.colour) == ("Calibri", 14, True, "365F91")


def test_parts_are_found_by_their_relations():
    document = typed(p(), styles=defaults("<w:b/>"))
    document["word/other.xml"] = document.pop("word/styles.xml")
    assert not Looks(document).run(nodes(document, "r")[0]).bold
    document["word/_rels/document.xml.rels"] = relations({"styles": "/word/other.xml"})
    assert Looks(document).run(nodes(document, "r")[0]).bold


def test_parts_without_relations_are_found_by_their_usual_names():
    document = typed(p(), styles=defaults("<w:b/>"))
    del document["word/_rels/document.xml.rels"], document["_rels/.rels"]
    assert Looks(document).run(nodes(document, "r")[0]).bold


@pytest.mark.parametrize(
    ("data", "told_by"),
    [
        (b"", "hỏng"),
        (b"<w:document", "hỏng"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "DTD"),
        (b'<a xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>', "Strict"),
        (b"<a>" + b" " * 41 * 2**20 + b"</a>", "quá dài"),
    ],
    ids=["empty", "cut", "entities", "strict", "huge"],
)
def test_a_part_that_cannot_be_read_is_refused_in_a_sentence(data, told_by):
    with pytest.raises(UnreadableDocument, match=told_by):
        parse(data)


def test_what_is_written_back_is_what_was_read():
    inner = (
        "<!-- a --> <w:body>\n<?pi x?><w:p><w:t> a&amp;b \u00a0</w:t></w:p><![CDATA[<]]></w:body>"
    )
    whole = f"{ROOT}{inner}</w:document>".encode()
    written = serialised(parse(whole))
    assert b"standalone='yes'" in written
    assert written.partition(b"\n")[2] == whole
