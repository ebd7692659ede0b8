"""Tools of the tests: the text itself (ô 6), numbered by hand or by Word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docx.document import Document
from docx.shared import Mm

from handtyped.numbers import Numbers
from handtyped.paper import Body
from handtyped.typist import Typist

_ARTICLE = re.compile(r"(Điều \d+\.)( .*)", re.DOTALL)
_ELEMENTS = {"p": "noi_dung"}
_LABELS = {
    "dieu": r"Điều \d+\.\s*",
    "dieu_noi_dung": r"Điều \d+\.\s*",
    "de_muc": r"[IVX]+-\s*",
    "de_muc_2": r"\d+\.\s*",
    "khoan": r"\d+\.\s*",
}


def unlabelled(kind: str, text: str) -> str:
    """The text without the label that Word itself prints in the layout `numbered`."""
    return re.sub(f"^{_LABELS[kind]}", "", text) if kind in _LABELS else text


class BodyTypist:
    """Types bases, the deciding line and the parts of the text."""

    def __init__(self, typist: Typist, document: Document, *, automatic: bool) -> None:
        self._typist, self._document = typist, document
        self._numbers = Numbers(document) if automatic else None

    def opening(self, bases: Iterable[str], deciding: Iterable[str]) -> None:
        """The căn cứ, then «… QUYẾT ĐỊNH»."""
        for basis in bases:
            self._typist.paragraph(self._document, ("can_cu", basis))
        for line in deciding:
            self._typist.paragraph(self._document, ("quyet_dinh", line))

    def write(self, body: Body) -> None:
        """Every part of one text; its automatic numbers begin anew."""
        if self._numbers:
            self._numbers.begin()
        for kind, text in body:
            if kind == "bang":
                self._table(text)
            else:
                self._part(kind, text)

    def _part(self, kind: str, text: str) -> None:
        automatic, first = self._numbers and kind in _LABELS, text.startswith("1.")
        if automatic:
            text = unlabelled(kind, text)
        if kind == "dieu_noi_dung" and (match := _ARTICLE.fullmatch(text)):
            pieces = [("dieu", match[1]), ("noi_dung", match[2])]
            paragraph = self._typist.paragraph(self._document, *pieces, like="noi_dung")
        else:
            element = "noi_dung" if kind == "dieu_noi_dung" else _ELEMENTS.get(kind, kind)
            paragraph = self._typist.paragraph(self._document, (element, text))
        if self._numbers and automatic:
            self._numbers.number(paragraph, kind, first=first)

    def _table(self, text: str) -> None:
        """A table with borders, its first row bold, then an empty line."""
        rows = [line.split(" | ") for line in text.split("\n")]
        table = self._document.add_table(len(rows), len(rows[0]), "Table Grid")
        for number, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
            for cell, content in zip(row.cells, texts, strict=True):
                cell.width = Mm(165 / len(texts))
                self._typist.paragraph(cell, ("bang" if number else "bang_dau", content))
        self._typist.paragraph(self._document, ("trong", ""))
