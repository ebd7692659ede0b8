"""Sections begun by a statement: how their pages lie, what their numbers are; no empty page."""

from __future__ import annotations

import re

import pytest

from docgen.templating import Table, TemplateError, compile_template
from ooxml import ooxml_problems
from parts import NAMESPACES, files, package, part, run, template
from word import golden_text

PAGE = (
    '<w:footnotePr/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" '
    'w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>{}<w:titlePg/>'
    "</w:sectPr>"
)
NUMBER = (
    '<w:p><w:r><w:t xml:space="preserve">trang </w:t></w:r>'
    '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
)
LANDSCAPE, PORTRAIT = "{%p section landscape %}", "{%p section portrait %}"
RESTART = "{%p section portrait restart %}"
TABLE = Table([["t"]], width=100, header_rows=0)


def source(notation: str, own: str = "") -> bytes:
    """A template of A4 pages, each but the first with its number on top."""
    found = files(template(notation, header1=NUMBER))
    xml = found["word/document.xml"].decode()
    head, end = xml.rsplit("</w:sectPr>", 1)
    return package({**found, "word/document.xml": f"{head}{PAGE.format(own)}{end}"})


def made(notation: str, own: str = "") -> bytes:
    docx = compile_template(source(notation, own)).render({"t": TABLE, "room": ROOM, "no": None})
    assert ooxml_problems(docx) == []
    return docx


def sections(docx: bytes) -> list[str]:
    """How the pages of each section lie, and what else it has."""
    found = []
    for section in re.findall(r"<w:sectPr>(.*?)</w:sectPr>", part(docx)):
        width, height = re.search(r'w:w="(\d+)" w:h="(\d+)"', section).groups()
        is_wide = int(width) > int(height)
        assert is_wide == ('w:orient="landscape"' in section)
        assert 'w:top="1134" w:right="850" w:bottom="1134" w:left="1701"' in section
        more = ("headerReference", "titlePg", "pgNumType")
        found.append(" ".join(("wide" if is_wide else "high", *(m for m in more if m in section))))
    return found


FIRST = "high headerReference titlePg"
ROWS = [
    ("a", [FIRST], ["a"]),
    (f"a\n{LANDSCAPE}\nb", [FIRST, "wide"], ["a", "trang 2 b"]),
    (f"a\n{LANDSCAPE}\nb\n{PORTRAIT}\nc", [FIRST, "wide", "high"],
     ["a", "trang 2 b", "trang 3 c"]),
    (f"{LANDSCAPE}\na", ["wide headerReference titlePg"], ["a"]),
    (f"{RESTART}\n{LANDSCAPE}\na", ["wide headerReference titlePg pgNumType"], ["a"]),
    (f"a\n{LANDSCAPE}\n{PORTRAIT}\nb", [FIRST, "high"], ["a", "trang 2 b"]),
    (f"a\n{RESTART}\n{LANDSCAPE}\nb", [FIRST, "wide pgNumType"], ["a", "trang 1 b"]),
    (f"a\n{LANDSCAPE}\nb\n{PORTRAIT}", [FIRST, "wide"], ["a", "trang 2 b"]),
    (f"a\n{LANDSCAPE}\n{{{{p t }}}}\n{PORTRAIT}", [FIRST, "wide"], ["a", "trang 2 t"]),
    (f"a\n{LANDSCAPE}", [FIRST], ["a"]),
    (f"{LANDSCAPE}\n{{{{p no }}}}", ["wide headerReference titlePg"], [""]),
    (f"a\n{LANDSCAPE}\n{{{{p t }}}}\n{RESTART}\nb", [FIRST, "wide", "high pgNumType"],
     ["a", "trang 2 t", "trang 1 b"]),
    (f"{{{{p t }}}}\n{LANDSCAPE}\n{{{{p t }}}}", [FIRST, "wide"], ["t", "trang 2 t"]),
    ("{%p for v in 'abc' %}\n{%p if v == 'b' %}\n" + LANDSCAPE + "\n{%p else %}\n" + RESTART
     + "\n{%p endif %}\n{{ v }}\n{%p endfor %}",
     [f"{FIRST} pgNumType", "wide", "high pgNumType"], ["a", "trang 2 b", "trang 1 c"]),
    (f"a\n{{%p if no %}}\n{LANDSCAPE}\n{{%p endif %}}\nb", [FIRST], ["a b"]),
    (f"a\n# b\n{LANDSCAPE}\nc", [FIRST, "wide"], ["a b", "trang 2 c"]),
]  # fmt: skip


ROOM = Table([["t"]], width=100, after=2)
ROWS += [
    (notation.replace("p t", "p room"), found, pages)
    for notation, found, pages in ROWS
    if "p t" in notation
]


@pytest.fixture(scope="module")
def printed(office):
    office.convert_all(made(notation) for notation, *_ in ROWS)
    return office


@pytest.mark.parametrize(("notation", "found", "pages"), ROWS, ids=[row[0] for row in ROWS])
def test_sections_have_their_pages(printed, notation, found, pages):
    docx = made(notation)
    assert sections(docx) == found
    assert [" ".join(page.split()) for page in printed.pdf_pages(docx)] == pages
    wide = [section.startswith("wide") for section in found]
    assert [width > height for width, height in printed.page_sizes(docx)] == wide


def test_a_section_ends_in_its_last_paragraph():
    line = f"<w:p><w:pPr><w:jc w:val='right'/></w:pPr>{run('a')}</w:p>"
    docx = made(f"{line}\n{LANDSCAPE}\nb\n{PORTRAIT}\nc")
    assert golden_text(docx) == "a\nb\nc\n"
    assert part(docx).count("<w:pPr><w:sectPr>") == 1
    assert '<w:pPr><w:jc w:val="right"/><w:sectPr>' in part(docx)


def test_a_section_ends_behind_its_text_boxes_and_tracked_properties():
    change = '<w:pPrChange w:id="1" w:author="a"><w:pPr><w:keepNext/></w:pPr></w:pPrChange>'
    box = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    docx = made(f"<w:p><w:pPr>{change}</w:pPr>{box}{run('a')}</w:p>\n{LANDSCAPE}\nb")
    assert sections(docx) == [FIRST, "wide"]
    assert "</w:sectPr><w:pPrChange " in part(docx)


COUNTED = '<w:pgNumType w:start="5"/>'
OWN = f"<w:p><w:pPr><w:sectPr>{PAGE.format(COUNTED)}</w:pPr></w:p>"


def test_sections_of_the_template_end_where_they_ended(office):
    docx = made(f"a\n{LANDSCAPE}\nb\n{OWN}\nc\n{LANDSCAPE}\nd")
    assert sections(docx) == ["high titlePg pgNumType", "wide pgNumType", FIRST, "wide"]
    assert part(docx).count("w:start=") == 1
    pages = [" ".join(page.split()) for page in office.pdf_pages(docx)]
    assert [page[-1] for page in pages] == ["a", "b", "c", "d"]


def test_a_template_without_page_properties_is_turned(office):
    xml = f"<w:document {NAMESPACES}><w:body><w:p>{run('a')}</w:p><w:p>{run(LANDSCAPE)}</w:p>"
    xml += f"<w:p>{run('b')}</w:p></w:body></w:document>"
    docx = compile_template(package({**files(template("a")), "word/document.xml": xml})).render({})
    assert ooxml_problems(docx) == []
    assert office.page_sizes(docx)[1] == (279, 216)


def test_a_landscape_template_is_turned_back():
    found = files(source(f"a\n{PORTRAIT}\nb"))
    xml = found["word/document.xml"].decode()
    xml = xml.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
    docx = compile_template(package({**found, "word/document.xml": xml})).render({})
    assert sections(docx) == ["wide headerReference titlePg", "high"]


BAD = (
    "{% section landscape %}a", "a{%p section landscape %}", "# {%p section landscape %} ;; b",
    "{%p section %}", "{%p section dọc %}", "{%p section landscape portrait %}",
    "{%p set x %}\n{%p section landscape %}\n{%p endset %}",
    "{%p macro m() %}\n{%p section landscape %}\n{%p endmacro %}",
)  # fmt: skip


@pytest.mark.parametrize("notation", BAD)
def test_a_section_that_cannot_begin_here_is_told(notation):
    with pytest.raises(TemplateError, match="«section»|đứng cạnh"):
        compile_template(source(notation))


def test_a_section_in_a_header_is_told():
    with pytest.raises(TemplateError, match="«section» phải đứng riêng"):
        compile_template(template("a", header1="{%p section landscape %}"))
