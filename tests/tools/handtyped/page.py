"""Tools of the tests: paper, margins and page numbers, section by section."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from handtyped.typist import Typist
from parts import NAMESPACES

_PAPERS = {"a4": (210.0, 297.0), "a5": (148.0, 210.0), "letter": (215.9, 279.4)}
_PORTRAIT = {"top": 20, "bottom": 20, "left": 30, "right": 15}
_LANDSCAPE = {"top": 30, "bottom": 15, "left": 20, "right": 20}
"""The portrait page turned, as Word turns it: the side that is bound stays the wide one."""


class Page:
    """Lays out the pages. `asked` says what is not as it should be, all lengths in mm:

    `paper` (`a4`, `a5`, `letter` or width and height), `orientation`, `top`, `bottom`, `left`,
    `right`, `header` (the number's distance from the edge), `number` (`header`, `footer`, `none`),
    `first` (the number is shown on page 1 too), `mirror` (printed on both sides: on versos left and
    right change places). `left#2` is about the second section alone.
    """

    def __init__(self, typist: Typist, document: Document, asked: Mapping[str, Any]) -> None:
        self._typist, self._document, self._asked = typist, document, asked

    def first(self, scope: str, *, number_form: str) -> None:
        """The first section, with the page number and what stands over its first page."""
        section = self._document.sections[0]
        self._lay_out(section, landscape=False)
        if self._setting("mirror", False):
            mirror = parse_xml(f"<w:mirrorMargins {NAMESPACES}/>")
            self._document.settings.element.find(qn("w:zoom")).addnext(mirror)
        _emptied(section.first_page_header)
        if scope:
            self._typist.paragraph(section.first_page_header, ("pham_vi", scope))
        number = self._setting("number", "header")
        if number != "none":
            place = section.footer if number == "footer" else section.header
            self._number(place, number_form)

    def next(self, *, landscape: bool) -> None:
        """A section on a new page, its pages numbered from 1."""
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        self._lay_out(section, landscape=landscape)
        _emptied(section.first_page_header)
        # python-docx copies the section before: the second annex has its restart already.
        if section._sectPr.find(qn("w:pgNumType")) is None:
            start = parse_xml(f'<w:pgNumType {NAMESPACES} w:start="1"/>')
            section._sectPr.find(qn("w:pgMar")).addnext(start)

    def _setting(self, name: str, usual: Any) -> Any:
        own = f"{name}#{len(self._document.sections)}"
        return self._asked.get(own, self._asked.get(name, usual))

    def _lay_out(self, section: Section, *, landscape: bool) -> None:
        paper = self._setting("paper", "a4")
        width, height = _PAPERS[paper] if isinstance(paper, str) else paper
        turned = self._setting("orientation", "landscape" if landscape else "portrait")
        section.orientation = WD_ORIENT.PORTRAIT
        if turned == "landscape":
            width, height = height, width
            section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(width), Mm(height)
        usual = _LANDSCAPE if landscape else _PORTRAIT
        for side, length in usual.items():
            setattr(section, f"{side}_margin", Mm(self._setting(side, length)))
        section.header_distance = Mm(self._setting("header", 10))
        section.footer_distance = Mm(10)
        section.different_first_page_header_footer = not self._setting("first", False)

    def _number(self, place: _Header | _Footer, form: str) -> None:
        """The number as three kinds of clerks insert it: field codes, a short field, a gallery."""
        _emptied(place)
        paragraph = self._typist.paragraph(place, ("so_trang", "2"))
        run = paragraph.runs[0]._r
        if form == "tabs":
            field = parse_xml(f'<w:fldSimple {NAMESPACES} w:instr=" PAGE "/>')
            run.addprevious(field)
            field.append(run)
            return
        for before in (_field("begin"), _instruction(), _field("separate")):
            run.addprevious(_like(run, before))
        paragraph._p.append(_like(run, _field("end")))
        if form in ("plain", "numbered"):
            _into_gallery(paragraph)


def _emptied(place: _Header | _Footer) -> None:
    """A header of its own, its paragraph without the template's style."""
    place.is_linked_to_previous = False
    paragraph = place.paragraphs[0]
    if paragraph._p.pPr is not None:
        paragraph._p.remove(paragraph._p.pPr)


def _field(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'


def _instruction() -> str:
    return '<w:instrText xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText>'


def _like(run: Any, content: str) -> Any:
    """A run of this content, dressed as the other."""
    other = parse_xml(f"<w:r {NAMESPACES}>{content}</w:r>")
    other.insert(0, deepcopy(run.rPr))
    return other


def _into_gallery(paragraph: Paragraph) -> None:
    holder = parse_xml(
        f"<w:sdt {NAMESPACES}><w:sdtPr><w:docPartObj><w:docPartGallery "
        'w:val="Page Numbers (Top of Page)"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent/></w:sdt>"
    )
    paragraph._p.addprevious(holder)
    holder[-1].append(paragraph._p)
