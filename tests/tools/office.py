"""Tools of the tests: LibreOffice, which shows what a document looks like on paper."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from pypdf import PdfReader

from toolbox import program, run

_FILTERS = {"odt": "odt", "docx": "docx:MS Word 2007 XML"}
"""What the menu «Save as» takes for a format."""


class Office:
    """LibreOffice with a profile of its own; converts each document once, however often asked.

    A start takes about three seconds, a further document a tenth of that: give `convert_all` the
    documents of a whole table of rows before the rows ask one by one.
    """

    def __init__(self, folder: Path) -> None:
        self._profile = folder / "profile"
        self._pdfs = folder / "pdf"
        self._pdfs.mkdir()

    def convert_all(self, documents: Iterable[bytes | str | Path]) -> list[Path]:
        """The PDF of each document, in the order given; one call of LibreOffice for all."""
        contents = [_content(document) for document in documents]
        pdfs = [self._pdfs / f"{hashlib.sha256(content).hexdigest()}.pdf" for content in contents]
        waiting = {
            pdf: content for pdf, content in zip(pdfs, contents, strict=True) if not pdf.exists()
        }
        if waiting:
            self._convert(waiting)
        return pdfs

    def pdf(self, document: bytes | str | Path) -> Path:
        """The document's PDF, pages as they would be printed."""
        return self.convert_all([document])[0]

    def pdf_text(self, document: bytes | str | Path) -> str:
        """All text on paper, words in reading order and one blank between them.

        Lines and pages are not told apart, numbers on top of pages are left out: look for a value
        in it after `" ".join(value.split())`.
        """
        text = run([program("pdftotext"), "-q", "-raw", "-enc", "UTF-8", self.pdf(document), "-"])
        return " ".join(re.sub(r"\f\d+\s", " ", text).split())

    def pdf_pages(self, document: bytes | str | Path) -> list[str]:
        """The text of each page, its lines as printed."""
        layout = run(
            [program("pdftotext"), "-q", "-layout", "-enc", "UTF-8", self.pdf(document), "-"]
        )
        return layout.removesuffix("\f").split("\f")

    def page_sizes(self, document: bytes | str | Path) -> list[tuple[int, int]]:
        """Width and height of each page in millimetres."""
        boxes = [page.mediabox for page in PdfReader(self.pdf(document)).pages]
        return [
            (round(float(b.width) * 25.4 / 72), round(float(b.height) * 25.4 / 72)) for b in boxes
        ]

    def png_pages(self, document: bytes | str | Path, *, dpi: int = 80) -> list[Path]:
        """A picture of each page, to be looked at or measured."""
        pdf = self.pdf(document)
        folder = pdf.with_suffix(f".{dpi}")
        if not folder.exists():
            folder.mkdir()
            run([program("pdftoppm"), "-r", str(dpi), "-png", pdf, folder / "page"])
        return sorted(folder.glob("page*.png"))

    def saved_as(self, document: bytes, *formats: str) -> bytes:
        """The document as LibreOffice saves it, in these formats (`odt`, `docx`) one by one."""
        folder = self._pdfs / hashlib.sha256(document).hexdigest()
        for number, kind in enumerate(formats):
            source = folder.with_name(f"{folder.name}_{number}.{formats[number - 1]}")
            source = source if number else source.with_suffix(".docx")
            source.write_bytes(document)
            into = source.with_suffix("")
            self._run("--convert-to", _FILTERS[kind], "--outdir", into, source)
            document = (into / f"{source.stem}.{kind}").read_bytes()
        return document

    def _convert(self, waiting: dict[Path, bytes]) -> None:
        sources = [
            self._write(pdf.with_suffix(".docx"), content) for pdf, content in waiting.items()
        ]
        self._run("--convert-to", "pdf", "--outdir", self._pdfs, *sources)
        unread = [pdf.stem for pdf in waiting if not pdf.exists()]
        assert not unread, f"LibreOffice could not read {len(unread)} of {len(sources)} documents"

    def _run(self, *arguments: str | Path) -> None:
        run(
            [
                program("soffice", "libreoffice"),
                f"-env:UserInstallation={self._profile.as_uri()}",
                *("--headless", "--norestore", "--nolockcheck"),
                *arguments,
            ],
            seconds=90 + 10 * len(arguments),
        )

    @staticmethod
    def _write(path: Path, content: bytes) -> Path:
        path.write_bytes(content)
        return path


def _content(document: bytes | str | Path) -> bytes:
    return document if isinstance(document, bytes) else Path(document).read_bytes()
