"""Thể thức: rules on the title and what must not stand in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.thethuc.document import DocumentView
from docgen.thethuc.lines import Line
from docgen.thethuc.measure import wrong_look
from docgen.thethuc.mend import retyped
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.words import plain
from docgen.thethuc.xml import Node, W

_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
_NO_LINE = frozenset(("nil", "none"))


@rule("PD.HDR.TITLE", "Tiêu đề không đúng", source="HD05:II.I.1")
def wrong_title(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Tiêu đề trên văn bản của Đảng là «ĐẢNG CỘNG SẢN VIỆT NAM», chữ in hoa, đứng, đậm, cỡ chữ 15,
    ở góc phải, dòng đầu của trang đầu."""
    paper = doc.paper
    if not paper.lines("tieu_de") and not paper.lines("quoc_hieu"):
        yield Fault(f"ghi «{_TITLE}» ở góc phải, dòng đầu trang 1", "không có tiêu đề")
    element = profile.elements["tieu_de"]
    for line in paper.lines("tieu_de"):
        if plain(line.text).upper() != _TITLE:
            yield Fault(f"viết «{_TITLE}»", f"«{line.text}»", line, fix=retyped(_TITLE))
        if not _is_ruled(doc, paper, line):
            # Underlined letters in the place of the line are told of as the line.
            element = replace(element, underline=any(look.underline for _, look in line.looks))
        yield from wrong_look((line,), element)


@rule("PD.HDR.TITLE_RULE", "Đường kẻ dưới tiêu đề không đúng", source="HD05:II.I.1.2")
def wrong_line_under_title(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Dưới tiêu đề có đường kẻ ngang, nét liền, độ dài bằng độ dài của dòng tiêu đề."""
    wanted = "kẻ một đường nét liền dài bằng dòng tiêu đề"
    for title in doc.paper.lines("tieu_de")[:1]:
        typed = [line for line in doc.paper.lines("gach_tieu_de") if line.text]
        if typed:
            solid = set(plain(typed[0].text)) <= set("_─━―")
            yield Fault(
                wanted, f"gõ «{typed[0].text}»", typed[0], severity="warning" if solid else None
            )
        elif not _is_ruled(doc, doc.paper, title):
            underlined = any(look.underline for _, look in title.looks)
            found = "gạch chân chữ" if underlined else "không có đường kẻ"
            yield Fault(wanted, found, title, severity="warning" if underlined else None)


def _is_ruled(doc: DocumentView, paper: Paper, title: Line) -> bool:
    """Whether a line is typed or drawn under the title: a border of its paragraph, of its cell or
    of what stands next, or a shape anchored somewhere in the head."""
    if paper.lines("gach_tieu_de") or title.paragraph.look.rule_below:
        return True
    last = max(
        (line.paragraph.number for line in paper.lines("dia_danh_ngay", "so_ky_hieu")),
        default=title.paragraph.number,
    )
    head = [p for p in doc.paragraphs if not p.in_box and p.number <= last]
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


@rule("PD.STATE.TITLE", "Văn bản của Đảng không ghi quốc hiệu", source="HD05:II.I.1")
def state_title(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Văn bản của Đảng mang tiêu đề «ĐẢNG CỘNG SẢN VIỆT NAM»; quốc hiệu «CỘNG HOÀ XÃ HỘI CHỦ NGHĨA
    VIỆT NAM» cùng tiêu ngữ là thể thức của văn bản nhà nước."""
    for line in doc.paper.lines("quoc_hieu")[:1]:
        yield Fault(f"ghi «{_TITLE}», bỏ quốc hiệu, tiêu ngữ", f"«{line.text}»", line)


@rule("PD.STATE.MOTTO", "Văn bản của Đảng không ghi tiêu ngữ", source="HD05:II.I.1")
def state_motto(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Tiêu ngữ «Độc lập - Tự do - Hạnh phúc» là thể thức của văn bản nhà nước, không ghi dưới tiêu
    đề của Đảng. Tiêu ngữ đứng cùng quốc hiệu được báo một lần, cùng với quốc hiệu."""
    if not doc.paper.lines("quoc_hieu"):
        for line in doc.paper.lines("tieu_ngu")[:1]:
            yield Fault("bỏ dòng tiêu ngữ", f"«{line.text}»", line)
