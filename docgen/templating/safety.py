"""Templating: what a file may not carry: programs, outside sources, DTDs, more than can be read.

What reaches out when a document is opened (an attached template, a linked picture, a frame) is
refused; a hyperlink is not, as only a reader's own click follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.xml import parse

MAX_PARAGRAPHS = 50_000
MAX_ELEMENTS = 600_000
MAX_BRACES = 10_000
"""Of one part, or of all that have text: a template of this size would have a thousand pages."""

CONTENT_TYPES = "[Content_Types].xml"
_XML = (".xml", ".rels")
_DTD = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_PARAGRAPH = re.compile(rb"<(?:[\w.-]+:)?p[\s/>]")
_LEAVES = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
"""A target that is an address and no name in the package."""
_SOURCES = {
    "attachedTemplate": "mẫu đính kèm nằm ngoài tệp",
    "image": "ảnh nằm ngoài tệp; hãy chèn hẳn ảnh vào",
    "subDocument": "văn bản con nằm ngoài tệp",
    "frame": "khung lấy nội dung từ ngoài tệp",
    "oleObject": "đối tượng liên kết với tệp khác",
}


def is_relations(name: str) -> bool:
    """Whether a part says what the others are connected with."""
    return name.endswith(".rels")


def refuse_programs(types: bytes) -> None:
    """Refuse a package that says it holds macros or controls. Raises `TemplateError`."""
    said = types.lower()
    if b"macroenabled" in said or b"vbaproject" in said:
        raise _refused("tệp có macro; hãy lưu lại dưới dạng .docx không có macro")
    if b"activex" in said:
        raise _refused("tệp có điều khiển ActiveX; hãy bỏ đi rồi lưu lại")


def refuse_outside(name: str, relations: bytes) -> None:
    """Refuse what a part takes from outside the file, hyperlinks excepted. Raises
    `TemplateError`."""
    for relation in parse(relations):
        kind = str(relation.get("Type", "")).rpartition("/")[2]
        target = str(relation.get("Target", ""))
        outside = relation.get("TargetMode", "").lower() == "external" or _LEAVES.match(target)
        if outside and kind != "hyperlink":
            why = _SOURCES.get(kind, f"phần «{kind}» nằm ngoài tệp")
            raise _refused(f"{why} ({target[:100]}); vì an toàn, mẫu không được dùng", name)


def refuse_hostile(parts: Mapping[str, bytes]) -> None:
    """Refuse a document type anywhere, and more of anything than a template has. Raises
    `TemplateError`."""
    for name, data in parts.items():
        if name.lower().endswith(_XML):
            if any(mark in data for mark in _DTD):
                raise _refused("tệp khai kiểu tài liệu (DTD), không được dùng")
            refuse_large((data,), name)


def refuse_large(parts: Iterable[bytes], name: str = "") -> None:
    """Refuse parts that together are larger than any template. Raises `TemplateError`."""
    data = tuple(parts)
    subject = "phần này" if name else "các phần của tệp"
    elements = sum(part.count(b"<") for part in data)
    if elements > MAX_ELEMENTS or sum(part.count(b"{") for part in data) > MAX_BRACES:
        raise _refused(f"{subject} có quá nhiều phần tử hoặc thẻ", name)
    if elements > MAX_PARAGRAPHS:
        paragraphs = sum(1 for part in data for _ in _PARAGRAPH.finditer(part))
        if paragraphs > MAX_PARAGRAPHS:
            raise _refused(f"{subject} có quá {MAX_PARAGRAPHS} đoạn", name)


def _refused(why: str, part: str = "") -> TemplateError:
    return TemplateError((TemplateProblem(why, part),))
