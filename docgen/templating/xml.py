"""Templating: reading and writing the XML of a part, hardened and exact."""

from __future__ import annotations

import re

from lxml import etree

from docgen.templating.errors import TemplateError, TemplateProblem

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT_HOLDERS = frozenset(f"{_W}{name}" for name in ("t", "instrText", "delText", "delInstrText"))
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow in a document (production [2] Char)."""


def parse(data: bytes) -> etree._Element:
    """The root of a part. No entities, no network, no document type. Raises `TemplateError`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise TemplateError((TemplateProblem("phần XML của tệp đã hỏng"),)) from error
    if root.getroottree().docinfo.doctype:
        raise TemplateError((TemplateProblem("tệp khai kiểu tài liệu (DTD), không được dùng"),))
    _strip_layout(root)
    return root


def _strip_layout(root: etree._Element) -> None:
    """Drop the white space between elements, which means nothing, so that only text keeps its own."""
    for node in root.iter():
        if node.tag not in TEXT_HOLDERS and node.text and not node.text.strip():
            node.text = None
        if node.tail and not node.tail.strip():
            node.tail = None


def legal(text: str) -> str:
    """The text without the characters that XML forbids; every other character stays."""
    return _FORBIDDEN.sub("", text)


def stray_text(root: etree._Element) -> str | None:
    """Text that stands where Word shows none (beside `w:t` and its like); None when there is none."""
    for node in root.iter():
        if not isinstance(node.tag, str) or not node.tag.startswith(_W):
            continue
        beside = [child.tail for child in node]
        if node.tag not in TEXT_HOLDERS:
            beside.append(node.text)
        if found := "".join(text for text in beside if text).strip():
            return found
    return None
