"""Tools of the tests: Word's automatic numbers for Điều, khoản and headings (not for điểm).

Word has no Vietnamese letters (its a, b, c goes on with e after d), so clerks type those by hand.
"""

from __future__ import annotations

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from handtyped.lines import before
from parts import NAMESPACES

_LISTS = {
    "dieu": (("decimal", "Điều %1.", True), ("decimal", "%2.", False)),
    "de_muc": (("upperRoman", "%1-", True), ("decimal", "%2.", False)),
    "khoan": (("decimal", "%1.", False),),
}
_HEADS = {"dieu": "dieu", "dieu_noi_dung": "dieu", "de_muc": "de_muc"}
_FIRST = 700
"""Where our list ids begin, beyond those of python-docx's template."""


class Numbers:
    """The lists of a document; `begin` starts all of them again from one."""

    def __init__(self, document: Document) -> None:
        self._root = document.part.numbering_part.element
        for number, levels in enumerate(_LISTS.values()):
            self._define(_FIRST + number, levels)
        self.begin()

    def begin(self) -> None:
        """New lists of every kind; the next khoản belongs to no Điều."""
        self._ids = {name: self._instance(at) for at, name in enumerate(_LISTS, _FIRST)}
        self._head = ""

    def number(self, paragraph: Paragraph, kind: str, *, first: bool) -> None:
        """The paragraph takes the next number of its kind, under the heading before it.

        `first`: it is a 1. With no numbered heading above it, only that says the list is new.
        """
        self._head = _HEADS.get(kind, self._head)
        if first and not self._head:
            self._ids["khoan"] = self._instance(_FIRST + list(_LISTS).index("khoan"))
        level = 0 if kind in _HEADS or not self._head else 1
        number = self._ids[self._head or "khoan"]
        before(
            paragraph,
            f'<w:numPr {NAMESPACES}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
            ("w:pBdr", "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"),
        )

    def _define(self, abstract: int, levels: tuple[tuple[str, str, bool], ...]) -> None:
        inner = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr>'
            f"<w:rPr>{'<w:b/>' if bold else ''}</w:rPr></w:lvl>"
            for at, (form, text, bold) in enumerate(levels)
        )
        definition = parse_xml(
            f'<w:abstractNum {NAMESPACES} w:abstractNumId="{abstract}">'
            f'<w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
        )
        self._root.findall(qn("w:abstractNum"))[-1].addnext(definition)

    def _instance(self, abstract: int) -> int:
        number = self._root.add_num(abstract)
        for level in range(len(list(_LISTS.values())[abstract - _FIRST])):
            override = number.add_lvlOverride(level)
            override.add_startOverride(1)
        return int(number.numId)
