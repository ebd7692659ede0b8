"""Thể thức: rules on who receives a document (nơi nhận, ô 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Line
from docgen.thethuc.listing import Item, items_of, wrong_dash, wrong_mark
from docgen.thethuc.measure import wrong_look
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.words import MINUTES_ROLES, fold

_LABEL = "Nơi nhận:"
_WITHOUT = frozenset(("Biên bản", "Giấy mời", "Giấy giới thiệu"))
"""Types that may do without."""
_OFFICE = re.compile(r"[Ll]ưu\s*:?\s*(?:VT|V\.T|VP\s*,\s*VT)\b")
_COLON = re.compile(r"(?<=[Ll]ưu)\s*:\s*")


@rule("PD.CC.LABEL", "«Nơi nhận:» không đúng", source="HD05:II.I.9.2.1")
def wrong_label(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Văn bản có phần nơi nhận (trừ biên bản, giấy tờ hành chính). «Nơi nhận:» viết trên một dòng
    riêng, có dấu hai chấm, gạch chân, chữ thường, đứng, không đậm, cỡ chữ 14."""
    paper = doc.paper
    if not paper.lines("noi_nhan") and _needs_recipients(paper):
        yield Fault(f"ghi «{_LABEL}» và danh sách nơi nhận", "không có nơi nhận")
    for line in paper.lines("noi_nhan"):
        if line.text != _LABEL:
            yield Fault(f"viết «{_LABEL}»", f"«{line.text}»", line, fix=_write_label)
        elif _has_more(line, paper):
            yield Fault(f"để «{_LABEL}» trên một dòng riêng", "viết liền với nơi nhận", line)
        else:
            yield from _wrong_label_look(line, profile)


def _needs_recipients(paper: Paper) -> bool:
    """Whether it is a document, and no minutes, by their title or by who signs them."""
    signed = {fold(line.text) for signature in paper.signatures for line in signature.role}
    is_paper = paper.body and paper.lines("tieu_de", "so_ky_hieu", "ten_loai")
    may_do_without = paper.type in _WITHOUT or paper.is_issued_by_another
    return bool(is_paper) and not may_do_without and not signed & MINUTES_ROLES


def _write_label(editor: Editor, fault: Fault) -> None:
    assert fault.line is not None
    editor.set_text(fault.line, _LABEL)


def _has_more(line: Line, paper: Paper) -> bool:
    """Whether somebody stands on the line of the label."""
    beside = next(iter(paper.lines("noi_nhan_dong")), None)
    if beside is None or beside.paragraph is not line.paragraph:
        return False
    whole = next((one for one in line.paragraph.lines if one.text.startswith(line.text)), line)
    return beside.text in whole.text


def _wrong_label_look(line: Line, profile: Profile) -> Iterator[Fault]:
    """Its look. A line drawn below counts as underlining, and the colon need not be underlined."""
    element = profile.elements["noi_nhan"]
    words = line.part(0, len(line.text) - 1)
    if line.paragraph.drawn or line.paragraph.look.rule_below:
        element = replace(element, underline=any(look.underline for _, look in line.looks))
    elif all(look.underline for _, look in words.looks):
        line = words
    yield from wrong_look((line,), element, align=line.paragraph.look.align != "both")


@rule("PD.CC.LIST", "Danh sách nơi nhận không đúng", source="HD05:II.I.9.2.5")
def wrong_list(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Mỗi nơi nhận viết trên một dòng, mở đầu bằng gạch nối, kết thúc bằng dấu chấm phẩy (theo
    Hướng dẫn 36-HD/VPTW: dấu phẩy); dòng cuối cùng kết thúc bằng dấu chấm. Chữ thường, đứng, không
    đậm, cỡ chữ 12."""
    items = items_of(doc.paper.lines("noi_nhan_dong"))
    is_complete = bool(items) and _is_archive(items[-1])
    is_beside = any(_has_more(label, doc.paper) for label in doc.paper.lines("noi_nhan"))
    for place, item in enumerate(items, 1):
        fault = wrong_dash(item.first) or wrong_mark(
            item, profile.recipient_ends if place < len(items) else ".", strict=is_complete
        )
        if fault is not None:
            yield fault
        elif place > is_beside:
            for line in item.lines:
                align = line.paragraph.look.align in ("center", "right")
                yield from wrong_look((line,), profile.elements["noi_nhan_dong"], align=align)


def _is_archive(item: Item) -> bool:
    """Whether it is the line of the archive."""
    return re.match(r"luu\b", item.words) is not None


@rule("PD.CC.LUU", "Dòng lưu không đúng", source="HD05:II.I.9.2")
def wrong_archive(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Dòng cuối của nơi nhận là nơi lưu: «- Lưu Văn phòng Tỉnh uỷ.»; không có dấu hai chấm, không
    viết «VT»."""
    items = items_of(doc.paper.lines("noi_nhan_dong"))
    if not items:
        return
    archives = [item for item in items if _is_archive(item)]
    if not archives:
        yield Fault(
            "dòng cuối ghi nơi lưu: «- Lưu Văn phòng ….»", "không có dòng lưu", items[-1].last
        )
    elif archives[-1] is not items[-1]:
        yield Fault("ghi nơi lưu ở dòng cuối", "ghi ở trên", archives[-1].first)
    for item in archives:
        line = item.first
        if _OFFICE.search(line.text):
            yield Fault("ghi tên nơi lưu: «- Lưu Văn phòng ….»", f"«{line.text}»", line)
        elif _COLON.search(line.text):
            yield Fault("không có dấu hai chấm sau «Lưu»", f"«{line.text}»", line, fix=_drop_colon)


def _drop_colon(editor: Editor, fault: Fault) -> None:
    assert fault.line is not None
    editor.set_text(fault.line, _COLON.sub(" ", fault.line.text, count=1))


@rule("PD.CC.NHUTREN", "Thiếu dòng «Như trên»", source="HD05:II.I.9.2.3", mends="none")
def missing_first_line(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Nơi nhận của công văn và tờ trình mở đầu bằng dòng «- Như trên»."""
    paper, items = doc.paper, items_of(doc.paper.lines("noi_nhan_dong"))
    is_letter = not paper.lines("ten_loai") and bool(paper.lines("trich_yeu_cv", "kinh_gui"))
    asked = items[:1] if is_letter or paper.type == "Tờ trình" else ()
    for item in asked:
        if not item.words.startswith("nhu tren"):
            yield Fault("dòng đầu ghi «- Như trên»", f"«{item.first.text}»", item.first)
