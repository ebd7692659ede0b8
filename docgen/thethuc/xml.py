"""Thể thức: the XML of a part, read hardened and whole, written back without loss."""

from __future__ import annotations

import re

from lxml import etree

from docgen.thethuc.errors import UnreadableDocument

Node = etree._Element

W_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_SPACE}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
VML = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = f"{W}val"
MAX_BYTES = 40 * 2**20
"""The largest part that is taken apart: about three thousand typed pages."""

_STRICT = "{http://purl.oclc.org/ooxml/"
_OFF = frozenset(("0", "false", "off"))
_MEASURE = re.compile(r"([-+]?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|pi)?", re.ASCII)
_POINTS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}


def parse(data: bytes) -> Node:
    """The root of a part, comments and white space kept. No entities, no network, no DTD.

    Raises `UnreadableDocument`.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableDocument("Văn bản quá dài để kiểm tra: phần XML của tệp vượt quá 40 MB.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(
            "Tệp đã hỏng: phần XML bên trong không đọc được. Hãy mở bằng Word và lưu lại."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument("Tệp khai kiểu tài liệu (DTD), văn bản Word không dùng cách này.")
    if str(root.tag).startswith(_STRICT):
        raise UnreadableDocument(
            "Tệp ở dạng Strict Open XML; hãy lưu lại dưới dạng Word Document (.docx)."
        )
    return root


def serialised(root: Node) -> bytes:
    """The part whose root this is, with its declaration, comments and processing instructions."""
    return etree.tostring(
        root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True
    )


def child(node: Node | None, name: str) -> Node | None:
    """The first child `w:name` of a node, None when there is none or no node."""
    return None if node is None else next(node.iterchildren(f"{W}{name}"), None)


def val(node: Node | None, name: str) -> str:
    """The `w:val` of the child `w:name`, an empty text when there is none."""
    found = child(node, name)
    return "" if found is None else found.get(VAL, "")


def on(node: Node) -> bool:
    """Whether a switch such as `<w:b/>` is on: it is, unless its `w:val` says no."""
    return is_on(node.get(VAL))


def is_on(text: str | None) -> bool:
    """Whether the value of a switch says yes; one without a value does."""
    return text is None or text not in _OFF


def points(text: str | None, *, per: int) -> float | None:
    """A length in points, None when it is none; a bare number counts `per` to a point.

    20 to a point are twips, 2 are the half-points of font sizes; «10mm» names its unit.
    """
    match = _MEASURE.fullmatch(text or "")
    if match is None:
        return None
    number, unit = float(match[1]), match[2]
    return number * _POINTS[unit] if unit else number / per


def whole(text: str | None) -> int | None:
    """A whole number, None when the text is none."""
    length = points(text, per=1)
    return None if length is None else int(length)
