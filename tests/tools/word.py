"""Tools of the tests: a document as text, in the form of the golden files."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph


def open_docx(docx: bytes | str | Path) -> DocumentType:
    """The document as python-docx sees it."""
    return Document(io.BytesIO(docx) if isinstance(docx, bytes) else str(docx))


def golden_text(docx: bytes | str | Path) -> str:
    """The body as text: one line a paragraph, a table's row in one line, ` ;; ` between cells."""
    return "\n".join(_lines(open_docx(docx))) + "\n"


def paragraphs(docx: bytes | str | Path) -> list[str]:
    """The text of every paragraph of the body, those in table cells included, in order."""
    return [paragraph.text for paragraph in _paragraphs(open_docx(docx))]


def _lines(parent: DocumentType | _Cell) -> Iterator[str]:
    for block in parent.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield " ;; ".join(" / ".join(_lines(cell)) for cell in row.cells)
        else:
            yield block.text


def _paragraphs(parent: DocumentType | _Cell) -> Iterator[Paragraph]:
    for block in parent.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)
        else:
            yield block
