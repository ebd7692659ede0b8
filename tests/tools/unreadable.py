"""Tools of the tests: files that people send as Word documents and that none can be measured."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from docx import Document

from parts import files, package, png, template

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/": (
        "officeDocument/relationships/"
    ),
}
_ENGLISH = "The committee met on Monday and resolved as follows. " * 12
GOOD = template("Đảng uỷ phường họp phiên thường kỳ")
"""A Word file that can be read."""


def written(text: str, font: str = "Times New Roman") -> bytes:
    """A Word file of one paragraph, made by python-docx."""
    document = Document()
    document.add_paragraph().add_run(text).font.name = font
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_file(docx: bytes, name: str, data: str | bytes) -> bytes:
    """The file with one of its parts replaced or added."""
    return package({**files(docx), name: data})


def _strict(docx: bytes) -> bytes:
    """The file in the other namespaces of the standard, as Word saves «Strict Open XML»."""
    found = {}
    for name, data in files(docx).items():
        text = data.decode()
        for space, strict in _TRANSITIONAL.items():
            text = text.replace(space, _STRICT + strict)
        found[name] = text
    return package(found)


def _with_macros(docx: bytes) -> bytes:
    types = files(docx)["[Content_Types].xml"].decode()
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = "application/vnd.ms-word.document.macroEnabled.main+xml"
    made = with_file(docx, "[Content_Types].xml", types.replace(main, macros))
    return with_file(made, "word/vbaProject.bin", _OLE + bytes(600))


def _encrypted_entry(docx: bytes) -> bytes:
    """A zip whose entries say that they are locked with a password."""
    data = bytearray(docx)
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        directory = archive.start_dir
    data[directory + 8] |= 1
    return bytes(data)


UNREADABLE: Mapping[str, tuple[bytes, str]] = {
    "empty file": (b"", "Tệp rỗng"),
    "picture": (png(3, 3), "tệp ảnh"),
    "text": ("Đảng uỷ phường họp".encode(), "Tệp không phải là văn bản Word"),
    "pdf": (b"%PDF-1.7\n%...", "tệp PDF"),
    "rtf": (b"{\\rtf1\\ansi Dang uy}", "tệp RTF"),
    "old doc": (_OLE + bytes(600), "dạng .doc cũ"),
    "locked": (_OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "đặt mật khẩu"),
    "locked zip": (_encrypted_entry(GOOD), "đặt mật khẩu"),
    "cut short": (GOOD[: len(GOOD) // 2], "đã hỏng"),
    "broken inside": (with_file(GOOD, "word/document.xml", "<w:document"), "Tệp đã hỏng"),
    "workbook": (package({"xl/workbook.xml": "<workbook/>"}), "không có phần thân"),
    "zip bomb": (with_file(GOOD, "word/media/a.png", bytes(60 * 2**20)), "kích thước quá lớn"),
    "entities": (with_file(GOOD, "word/styles.xml", "<!DOCTYPE a><a/>"), "kiểu tài liệu (DTD)"),
    "ten thousand pages": (
        with_file(GOOD, "word/document.xml", "<w:p/>" * 700_000),
        "quá dài để kiểm tra",
    ),
    "macros": (_with_macros(GOOD), "macro"),
    "strict": (_strict(GOOD), "Strict Open XML"),
    "no words": (written(""), "không có chữ nào"),
    "only spaces": (template("   \n\n"), "không có chữ nào"),
    "english": (written(_ENGLISH), "tiếng Việt"),
}
"""Each file by what it is, and words of the sentence that refuses it."""
