"""Thể thức: the line under the title: where it is drawn, how, how long; a border drawn for it."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import PARAGRAPH_ORDER, Editor
from docgen.thethuc.lines import Line, Paragraph
from docgen.thethuc.registry import Fault
from docgen.thethuc.runs import placed, properties_of
from docgen.thethuc.xml import MC, VML, WP, Node, W, points

TITLE_WIDTH = 73.0
"""Millimetres of «ĐẢNG CỘNG SẢN VIỆT NAM» in Times New Roman, 15 pt, bold."""
_NO_LINE = frozenset(("nil", "none"))
_SOLID = frozenset(("single", "thick"))
_FLAT = 20
"""A drawing so many times wider than high is a line."""
_EMU, _POINT = 36000, 25.4 / 72
_CELL_GAP = 3.8
"""Millimetres that Word leaves at the two sides of a cell."""


def is_ruled(doc: DocumentView, title: Line) -> bool:
    """Whether a line is typed or drawn under the title: a border of its paragraph, of its cell or
    of what stands next, or a shape anchored somewhere in the head."""
    if doc.paper.lines("gach_tieu_de") or title.paragraph.look.rule_below:
        return True
    head = _head(doc, title)
    if any(paragraph.drawn for paragraph in head):
        return True
    for paragraph in head:
        if paragraph.number > title.paragraph.number:
            if _border(paragraph.node, "pPr/pBdr/top"):
                return True
            if paragraph.text.strip():
                break
            if paragraph.look.rule_below:
                return True
    return _is_cell_ruled(title)


def drawn_widths(doc: DocumentView, title: Line) -> list[float]:
    """The widths in mm of the lines drawn as shapes in the head, as far as they are told."""
    return [width for paragraph in _head(doc, title) for width in _shapes(paragraph.node)]


def broken_border(title: Line) -> str:
    """How the border under the title is drawn, where it is no solid line; else empty."""
    found = title.paragraph.node.find(f"{W}pPr/{W}pBdr/{W}bottom")
    style = "" if found is None else found.get(f"{W}val", "none")
    return "" if style in _SOLID | _NO_LINE else style


def draw_border(editor: Editor, fault: Fault) -> None:
    """Draw a solid line under a title that stands alone in its paragraph, as long as itself."""
    assert fault.line is not None
    paragraph = fault.line.paragraph
    borders = placed(properties_of(paragraph.node, "pPr"), "pBdr", PARAGRAPH_ORDER)
    bottom = placed(borders, "bottom", ("top", "left", "bottom", "right"))
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(f"{W}{name}", value)
    width = _width(editor.document, paragraph)
    side = max((width - TITLE_WIDTH) / 2, 0)
    editor.paragraph(paragraph, left=side, right=side, first_line=0)


def _width(doc: DocumentView, paragraph: Paragraph) -> float:
    """Millimetres between the edges that the paragraph is set in."""
    cell = next(paragraph.node.iterancestors(f"{W}tc"), None)
    told = None if cell is None else cell.find(f"{W}tcPr/{W}tcW")
    length = None if told is None else points(told.get(f"{W}w"), per=20)
    if cell is None:
        section = doc.sections[0]
        return section.width - section.margins["left"] - section.margins["right"]
    return TITLE_WIDTH if length is None else length * _POINT - _CELL_GAP


def _head(doc: DocumentView, title: Line) -> list[Paragraph]:
    """The paragraphs down to the number and the date."""
    lines = (title, *doc.paper.lines("dia_danh_ngay", "so_ky_hieu"))
    last = max(line.paragraph.number for line in lines)
    return [p for p in doc.paragraphs if not p.in_box and p.number <= last]


def _shapes(paragraph: Node) -> Iterator[float]:
    """The widths of the lines that a paragraph anchors."""
    for extent in paragraph.iter(f"{WP}extent"):
        width, height = (float(extent.get(name, "0")) for name in ("cx", "cy"))
        if width > _FLAT * height:
            yield width / _EMU
    for line in paragraph.iter(f"{VML}line"):
        if next(line.iterancestors(f"{MC}Fallback"), None) is None:
            ends = [points(line.get(name, "").partition(",")[0], per=1) for name in ("from", "to")]
            if ends[0] is not None and ends[1] is not None:
                yield abs(ends[1] - ends[0]) * _POINT


def _is_cell_ruled(title: Line) -> bool:
    """Whether the title is the last in its cell, and a border stands under the cell."""
    cell = next(title.paragraph.node.iterancestors(f"{W}tc"), None)
    later = title.paragraph.node.itersiblings()
    if cell is None or any(leaf.text for node in later for leaf in node.iter(f"{W}t")):
        return False
    own = _border(cell, "tcPr/tcBorders/bottom")
    return own or any(
        _border(below, "tcPr/tcBorders/top") for below in _cells_below(cell, title.side)
    )


def _cells_below(cell: Node, column: int) -> Iterator[Node]:
    """The cell of the next row in the same column, where there is one."""
    row = cell.getparent()
    following = None if row is None else next(row.itersiblings(f"{W}tr"), None)
    if following is not None:
        yield from following.findall(f"{W}tc")[column : column + 1]


def _border(node: Node, path: str) -> bool:
    """Whether a border is drawn at a path of properties below a node."""
    found = node.find("/".join(f"{W}{name}" for name in path.split("/")))
    return found is not None and found.get(f"{W}val", "none") not in _NO_LINE
