"""Templating: the XML of a part, read hardened, cleaned of what means nothing, written exact."""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree

from docgen.templating.errors import TemplateError, TemplateProblem

Element = etree._Element

W_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_SPACE}}}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TEXT_HOLDERS = frozenset(f"{W}{name}" for name in ("t", "instrText", "delText", "delInstrText"))
DELETIONS = (f"{W}del", f"{W}moveFrom")
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAX_BYTES = 20 * 2**20
"""The largest part that is taken apart; a template of this size would have thousands of pages."""

_STRICT = "{http://purl.oclc.org/ooxml/"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_WP14 = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
_TRACES = (
    *(f"{W}rsid{of}" for of in ("R", "RPr", "P", "RDefault", "Tr", "Del", "Sect")),
    *(f"{_W14}{name}" for name in ("textId", "anchorId")),
    *(f"{_WP14}{name}" for name in ("anchorId", "editId")),
)
"""Word's notes on who typed what when: no meaning here, and not unique in what is repeated."""
_PARAGRAPH_ID = f"{_W14}paraId"
"""So is this, but comments are known by theirs (commentsExtended.xml)."""
_NOISE = (f"{W}proofErr", f"{W}lastRenderedPageBreak")
_EMPTY: Any = etree.XPath(
    "//w:p/w:pPr[not(*)] | //w:r/w:rPr[not(*)] | //w:p/w:pPr/w:rPr[not(*)]",
    namespaces={"w": W_SPACE},
)
"""Properties that say nothing."""
_LAID_OUT: Any = etree.XPath("//*[*]/text()[not(normalize-space())]/..")
"""What holds elements and the white space between them."""
_STRAY: Any = etree.XPath(
    "//text()[not(parent::w:t or parent::w:instrText or parent::w:delText"
    " or parent::w:delInstrText)][parent::w:*]",
    namespaces={"w": W_SPACE},
    smart_strings=False,
)
"""Text beside what holds text."""
_FORBIDDEN = re.compile("[^\a\t\n\f\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow in a document (production [2] Char); `plain` reads \\a and \\f."""


def parse(data: bytes) -> Element:
    """The root of a part. No entities, no network, no document type. Raises `TemplateError`."""
    if len(data) > MAX_BYTES:
        raise _refused("phần XML của tệp quá lớn")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True,
        remove_comments=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _refused("phần XML của tệp đã hỏng") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _refused("tệp khai kiểu tài liệu (DTD), không được dùng")
    return root


def parse_story(data: bytes) -> Element:
    """The root of a part that Word shows: layout and traces of typing gone, `w:` Word's prefix.

    Raises `TemplateError`.
    """
    root = parse(data)
    if str(root.tag).startswith(_STRICT):
        raise _refused("tệp ở dạng Strict Open XML; hãy lưu lại dưới dạng Word Document (.docx)")
    if not str(root.tag).startswith(W):
        raise _refused("phần này không phải là văn bản Word")
    cleaned(root)
    return root if root.nsmap.get("w") == W_SPACE else _with_usual_prefix(root)


def cleaned(root: Element) -> Element:
    """The tree itself, layout and traces of typing gone."""
    _drop_layout(root)
    own = () if root.tag == f"{W}comments" else (_PARAGRAPH_ID,)
    etree.strip_attributes(root, *_TRACES, *own)
    etree.strip_elements(root, *_NOISE, with_tail=False)
    for properties in _EMPTY(root):
        remove(properties)
    return root


def serialised(root: Element) -> str:
    """The XML of a part, without its declaration."""
    return etree.tostring(root, encoding="unicode", with_tail=False)


def fragment(element: Element, root: Element) -> str:
    """The XML of an element as it stands in `root`, which declares the namespaces."""
    known = {f' xmlns:{prefix}="{space}"' for prefix, space in root.nsmap.items() if prefix}
    text = serialised(element)
    return re.sub(r' xmlns:\w+="[^"]*"', lambda match: "" if match[0] in known else match[0], text)


def opening(root: Element) -> str:
    """The start of a `w:body` that declares the namespaces of the tree."""
    known = ((f"xmlns:{prefix}" if prefix else "xmlns", url) for prefix, url in root.nsmap.items())
    return f"<w:body{''.join(f' {name}={quoteattr(url)}' for name, url in known)}>"


def attributes(element: Element) -> dict[str, str]:
    """The element's attributes, to give to another."""
    return {str(name): str(value) for name, value in element.attrib.items()}


def remove(element: Element) -> None:
    """Take an element out of its tree; text behind it goes too (Word has none there)."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def is_deleted(node: Element) -> bool:
    """Whether it stands in a tracked deletion."""
    return next(node.iterancestors(*DELETIONS), None) is not None


def plain(text: str) -> str:
    """The text as a document can hold it: without what XML forbids, its lines ended by \\n.

    A bell (\\a) ends a line too, as in docxtpl; a form feed (\\f) stays: it becomes a page break.
    """
    if text.isprintable():
        return str(text)
    allowed = _FORBIDDEN.sub("", text)
    return allowed.replace("\r\n", "\n").replace("\r", "\n").replace("\a", "\n")


def escaped(text: str) -> str:
    """The text as it stands in XML."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def stray_text(root: Element) -> str | None:
    """Text that stands where Word shows none (beside `w:t` and its like), or None."""
    found = (text.strip() for text in _STRAY(root))
    return next((text for text in found if text), None)


def _drop_layout(root: Element) -> None:
    """Drop the white space between elements; in a leaf it may be text, and stays."""
    for node in _LAID_OUT(root):
        if node.tag not in TEXT_HOLDERS and node.text and not node.text.strip():
            node.text = None
        for child in node:
            if child.tail and not child.tail.strip():
                child.tail = None


def _with_usual_prefix(root: Element) -> Element:
    """The same tree with `w` as the prefix of Word's own namespace, as what is put in writes it."""
    known = root.nsmap.items()
    spaces = {name: space for name, space in known if name and name != "w" and space != W_SPACE}
    usual = etree.Element(root.tag, attributes(root), nsmap={"w": W_SPACE, **spaces})
    usual.extend(list(root))
    etree.cleanup_namespaces(usual, keep_ns_prefixes=list(spaces))
    return usual


def _refused(why: str) -> TemplateError:
    return TemplateError((TemplateProblem(why),))
