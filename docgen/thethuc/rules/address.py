"""Thể thức: rules on «Kính gửi», «Kính trình» and who is addressed (ô 9)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.lines import Line
from docgen.thethuc.listing import Item, items_of, wrong_dash, wrong_mark
from docgen.thethuc.measure import wrong_look
from docgen.thethuc.mend import retyped
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.words import fold, plain

_TO = "Kính gửi:"
_SUBMISSION = "Tờ trình"
_FAR = 15.0
"""Millimetres from the left: a label that stands so far in need not be centred."""


@rule("PD.TO.LABEL_CV", "«Kính gửi» không đúng", source="HD05:II.I.9.2.3")
def wrong_letter_label(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Công văn ghi «Kính gửi:» trên nội dung, có dấu hai chấm; chữ nghiêng, cỡ chữ 14, ở giữa
    dòng."""
    paper = doc.paper
    if paper.type != _SUBMISSION:
        if paper.is_letter and not paper.lines("kinh_gui"):
            yield Fault(f"ghi «{_TO}» và nơi được gửi trên nội dung", "không có")
        submits = not paper.is_letter and "trinh" in fold(paper.text("kinh_gui"))
        yield from _wrong_label(paper, "Kính trình:" if submits else _TO, profile)


@rule("PD.TO.LABEL_TTR", "«Kính trình» của tờ trình không đúng", source="HD05:II.I.9.2.4")
def wrong_submission_label(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Tờ trình ghi «Kính trình:» dưới tên loại và trích yếu (theo Hướng dẫn 36-HD/VPTW: «Kính
    gửi:»), có dấu hai chấm; chữ nghiêng, cỡ chữ 14, ở giữa dòng."""
    paper = doc.paper
    if paper.type == _SUBMISSION:
        own = profile.submission_label
        if not paper.lines("kinh_gui"):
            yield Fault(f"ghi «{own}» và nơi được trình dưới trích yếu", "không có")
        yield from _wrong_label(paper, own, profile)


def _wrong_label(paper: Paper, wanted: str, profile: Profile) -> Iterator[Fault]:
    for line in paper.lines("kinh_gui"):
        if plain(line.text) != wanted:
            yield Fault(f"viết «{wanted}»", f"«{line.text}»", line, fix=retyped(wanted))
        look = line.paragraph.look
        alone = not any(_is_beside(name, line) for name in paper.lines("kinh_gui_ten"))
        near = look.left + look.first_line < _FAR and line.paragraph.cell is None
        yield from wrong_look((line,), profile.elements["kinh_gui"], align=alone and near)


def _is_beside(name: Line, label: Line) -> bool:
    """Whether somebody stands on the line of the label."""
    whole = next((one for one in label.paragraph.lines if label.text in one.text), label)
    return name.paragraph is label.paragraph and name.text in whole.text


@rule("PD.TO.LIST", "Danh sách nơi được gửi, được trình không đúng", source="HD05:II.I.9.2.5")
def wrong_addressees(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Mỗi nơi được gửi, được trình viết trên một dòng, mở đầu bằng gạch nối, kết thúc bằng dấu chấm
    phẩy (theo Hướng dẫn 36-HD/VPTW: dấu phẩy); chữ đứng, không đậm, cỡ chữ 14 - 15. Chỉ có một nơi
    thì viết tiếp sau «Kính gửi:», «Kính trình:»."""
    paper = doc.paper
    names = paper.lines("kinh_gui_ten")
    label = paper.line("kinh_gui")
    if label is not None and not names:
        yield Fault("ghi nơi được gửi, được trình", "không có", label)
    items = items_of(names)
    for item in items:
        fault = _wrong_item(item, profile, alone=len(items) == 1)
        if fault is not None:
            yield fault
    yield from wrong_look(names, profile.elements["kinh_gui_ten"], align=False)


def _wrong_item(item: Item, profile: Profile, *, alone: bool) -> Fault | None:
    """How a name begins and ends; one that stands alone needs neither dash nor mark."""
    in_table = item.first.paragraph.cell is not None
    fault = None if alone or in_table else wrong_dash(item.first)
    bare = item.last.text[-1:].isalnum() or item.last.text.endswith(")")
    return fault or (None if alone and bare else wrong_mark(item, profile.recipient_ends))
