"""Thể thức: page numbers written: in the header, centred, on every page of a section but the first.

A header is a part of its own, with a relation and a content type; one that is there is kept, and
only the paragraph of the number is put in the place of what stood there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from itertools import count

from lxml import etree

from docgen.thethuc.edit import SECTION_ORDER, Editor
from docgen.thethuc.lines import Paragraph
from docgen.thethuc.profiles import Element
from docgen.thethuc.runs import placed
from docgen.thethuc.sections import Margin, Section
from docgen.thethuc.xml import W_SPACE, Node, R, W, parse, serialised

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_TYPES = "[Content_Types].xml"
_TYPES_SPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_FONT = "Times New Roman"


def write_number(editor: Editor, section: Section) -> None:
    """Show the page's number at the top of every page of a section, the document's first left out;
    nowhere else."""
    page = editor.profile.page
    editor.page(section, header=page.number_from_top)
    if section.number == 1:
        placed(section.node, "titlePg", SECTION_ORDER).attrib.clear()
        _empty(editor, (one for one in section.margin_parts if one.kind == "first"))
    if (counting := section.node.find(f"{W}pgNumType")) is not None:
        for name in ("fmt", "chapStyle", "chapSep", *(["start"] if section.number == 1 else [])):
            counting.attrib.pop(f"{W}{name}", "")
    kinds = ("default", "even") if section.has_even else ("default",)
    _empty(editor, (one for one in section.margin_parts if one.place == "footer"))
    for kind in kinds:
        header = _header(section, kind)
        if header is None:
            _add_header(editor, section, kind)
        else:
            _write_in(editor, header)


def _header(section: Section, kind: str) -> Margin | None:
    found = (one for one in section.margin_parts if (one.place, one.kind) == ("header", kind))
    return next(found, None)


def _empty(editor: Editor, margins: Iterable[Margin]) -> None:
    """Take the numbers out of headers or footers; their paragraphs stay."""
    for margin in margins:
        for paragraph in margin.numbers:
            editor.touch(paragraph)
            _strip(paragraph)


def _write_in(editor: Editor, header: Margin) -> None:
    """Put a clean number in the place of the first one, of an empty paragraph, or above all."""
    first, *others = header.numbers or (None,)
    blank = (one for one in header.paragraphs if not one.text.strip() and not one.drawn)
    found = first or next(blank, None)
    editor.touch(found or header.paragraphs[0])
    number = _number(editor.profile.elements["so_trang"])
    for paragraph in others:
        _strip(paragraph)
    if found is None:
        _host(header.paragraphs[0]).addprevious(number)
        return
    host = _host(found)
    if (parent := host.getparent()) is not None:
        parent.replace(host, number)


def _host(paragraph: Paragraph) -> Node:
    """The paragraph itself, or the one that the text box around it is anchored in."""
    return [paragraph.node, *paragraph.node.iterancestors(f"{W}p")][-1]


def _strip(paragraph: Paragraph) -> None:
    """Leave nothing in a paragraph."""
    host = _host(paragraph)
    for child in [child for child in host if child.tag != f"{W}pPr"]:
        host.remove(child)


def _add_header(editor: Editor, section: Section, kind: str) -> None:
    """A new part with the number, and a section that shows it."""
    main = editor.document.main
    folder = posixpath.dirname(main)
    names = (posixpath.join(folder, f"header{number}.xml") for number in count(1))
    part = next(name for name in names if editor.part(name) is None)
    root = etree.Element(f"{W}hdr", nsmap={"w": W_SPACE})
    root.append(_number(editor.profile.elements["so_trang"]))
    editor.put(part, serialised(root))
    types = parse(editor.part(_TYPES) or b"")
    types.append(
        types.makeelement(f"{_TYPES_SPACE}Override", PartName=f"/{part}", ContentType=_TYPE)
    )
    editor.put(_TYPES, serialised(types))
    reference = section.node.makeelement(f"{W}headerReference")
    reference.set(f"{W}type", kind)
    reference.set(f"{R}id", _relate(editor, main, posixpath.basename(part)))
    editor.touch_main()
    section.node.insert(0, reference)


def _relate(editor: Editor, main: str, target: str) -> str:
    """The id of a new relation of the text with a header."""
    folder, name = posixpath.split(main)
    part = posixpath.join(folder, "_rels", f"{name}.rels")
    empty = f'<Relationships xmlns="{_RELATIONS[1:-1]}"/>'.encode()
    root = parse(editor.part(part) or empty)
    known = {relation.get("Id") for relation in root}
    id = next(f"rId{number}" for number in count(1) if f"rId{number}" not in known)
    root.append(root.makeelement(f"{_RELATIONS}Relationship", Id=id, Type=_RELATION, Target=target))
    editor.put(part, serialised(root))
    return id


def _number(element: Element) -> Node:
    """A paragraph of nothing but the page's number, in the look of its element."""
    size = round(element.sizes[0] * 2)
    look = (
        f'<w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" '
        f'w:cs="{_FONT}"/><w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/>'
        f'<w:caps w:val="0"/><w:color w:val="auto"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:u w:val="none"/></w:rPr>'
    )
    field = (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    runs = "".join(f"<w:r>{look}{piece}</w:r>" for piece in field)
    return parse(
        f'<w:p xmlns:w="{W_SPACE}"><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        f'w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/>'
        f"</w:pPr>{runs}</w:p>".encode()
    )
