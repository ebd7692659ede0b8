"""Thể thức: rules on marks: khẩn, phạm vi, dự thảo, who drafted it, how to reach them (ô 10–13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.lines import Line
from docgen.thethuc.measure import wrong_look
from docgen.thethuc.mend import in_small_letters, retyped
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.structure import ORDINALS
from docgen.thethuc.words import composed, fold, plain
from docgen.thethuc.xml import W

_LEVELS = {"khan": "KHẨN", "thuong khan": "THƯỢNG KHẨN", "hoa toc": "HOẢ TỐC"}
_SPELT = frozenset((*_LEVELS.values(), "HỎA TỐC"))
_DRAFT = re.compile(r"\(?\s*du thao(?:\s+(?:lan\s*)?(?:thu\s+)?[:.]?\s*(?P<n>\w+))?\s*[).:]*")
_DRAFTER = re.compile(r"(?P<name>[^\W\d_]+(?: [^\W\d_]+)*)\s*[-–]\s*(?P<n>\d+)")


@rule("PD.URGENT", "Mức độ khẩn không đúng", source="HD05:II.II.3")
def wrong_urgency(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Có ba mức độ khẩn: KHẨN, THƯỢNG KHẨN, HOẢ TỐC; chữ in hoa, đứng, đậm, cỡ chữ 14, dưới số và
    ký hiệu (của công văn: dưới trích yếu)."""
    paper = doc.paper
    for line in paper.lines("khan"):
        text = plain(line.text)
        known = _LEVELS.get(fold(text).strip(" .:!*()[]"))
        if known is None:
            yield Fault("ghi KHẨN, THƯỢNG KHẨN hoặc HOẢ TỐC", f"«{text}»", line)
        elif text.upper() not in _SPELT:
            yield Fault(f"viết «{known}»", f"«{text}»", line, fix=retyped(known))
        above = "trich_yeu_cv" if paper.lines("trich_yeu_cv") else "so_ky_hieu"
        yield from _misplaced(line, paper, above)
        yield from wrong_look((line,), profile.elements["khan"], align=not paper.is_in_columns)


def _misplaced(line: Line, paper: Paper, above: str) -> Iterator[Fault]:
    """A mark that does not stand under the number (or the trích yếu of a công văn)."""
    for other in paper.lines(above)[-1:]:
        if _is_under(line, other):
            continue
        named = "trích yếu" if above == "trich_yeu_cv" else "số và ký hiệu"
        yield Fault(f"đặt dưới {named}", f"«{line.text}»", line)


def _is_under(line: Line, other: Line) -> bool:
    """Whether a line comes behind another, in its column."""
    if line.paragraph.part != other.paragraph.part or line.side != other.side:
        return False
    mine, its = line.paragraph.number, other.paragraph.number
    if mine != its:
        return mine > its
    text = line.paragraph.text
    return text.find(line.text, text.find(other.text) + len(other.text)) >= 0


@rule("PD.SCOPE", "Chỉ dẫn phạm vi phổ biến không đúng", source="HD05:II.II.4.1")
def wrong_scope(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Chỉ dẫn phạm vi phổ biến, giao dịch (TÀI LIỆU HỘI NGHỊ, LƯU HÀNH NỘI BỘ …) ở góc phải trang
    đầu, cách mép trên 10 mm; chữ in hoa, đứng, đậm, cỡ chữ 12."""
    for line in doc.paper.lines("pham_vi"):
        text = composed(line.text)
        bare = text.strip(" .()[]")
        if bare != text:
            yield Fault(f"viết «{bare}»", f"«{text}»", line, fix=retyped(bare))
        alone = line.paragraph.cell is None
        yield from wrong_look((line,), profile.elements["pham_vi"], align=alone)


@rule("PD.DRAFT", "Dấu hiệu dự thảo không đúng", source="HD05:II.II.4.2")
def wrong_draft(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Văn bản dự thảo ghi «Dự thảo lần 2» (chữ số chỉ lần dự thảo) dưới số và ký hiệu; chữ thường,
    nghiêng, cỡ chữ 14."""
    paper = doc.paper
    for line in paper.lines("du_thao"):
        yield from _wrong_draft_text(line)
        yield from _misplaced(line, paper, "so_ky_hieu")
        yield from wrong_look((line,), profile.elements["du_thao"], align=not paper.is_in_columns)


def _wrong_draft_text(line: Line) -> Iterator[Fault]:
    text = plain(line.text)
    found = _DRAFT.fullmatch(fold(text))
    count = found["n"] or "" if found else ""
    times = ORDINALS.get(count, int(count) if count.isdigit() else 0)
    if found is None or not times:
        wanted = "ghi lần dự thảo: «Dự thảo lần 1»"
        yield Fault(wanted, f"«{text}»", line, severity="warning")
    elif text != f"Dự thảo lần {times}":
        wanted = f"Dự thảo lần {times}"
        yield Fault(f"viết «{wanted}»", f"«{text}»", line, fix=retyped(wanted))
    elif line.is_upper:
        yield Fault("viết chữ thường", "chữ in hoa", line, fix=in_small_letters(line))


@rule("PD.DRAFTER", "Ký hiệu người soạn thảo và số bản không đúng", source="HD05:II.II.5")
def wrong_drafter(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Ký hiệu người soạn thảo và số bản ghi ở cuối phần nơi nhận, như «NguyenVanAn-26», chữ đứng,
    cỡ chữ 11 (theo Hướng dẫn 36-HD/VPTW: chữ in hoa, cỡ chữ 8, như «ABC-268»)."""
    element = profile.elements["nguoi_soan"]
    for line in doc.paper.lines("nguoi_soan"):
        text = plain(line.text)
        found = _DRAFTER.fullmatch(text)
        model = "ABC-268" if element.capitals else "NguyenVanAn-26"
        if found is None:
            yield Fault(f"viết như «{model}»", f"«{text}»", line)
        else:
            wanted = f"{found['name'].replace(' ', '')}-{found['n']}"
            if wanted != text:
                yield Fault(f"viết «{wanted}»", f"«{text}»", line, fix=retyped(wanted))
        yield from wrong_look((line,), element, align=False)


@rule("PD.CONTACT", "Thông tin liên hệ không đúng", source="HD05:II.II.6")
def wrong_contact(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Địa chỉ, điện thoại, thư điện tử của cơ quan ghi ở cuối trang cuối, dưới một đường kẻ nét
    liền dài hết chiều ngang văn bản; chữ đứng, cỡ chữ 10."""
    lines = doc.paper.lines("lien_he")
    for line in lines[:1]:
        if not _is_under_line(doc, line):
            wanted = "kẻ đường nét liền trên thông tin liên hệ"
            yield Fault(wanted, "không có đường kẻ", line)
    yield from wrong_look(lines, profile.elements["lien_he"], align=False)


def _is_under_line(doc: DocumentView, line: Line) -> bool:
    """Whether a line is drawn over a paragraph: its border, or at what stands before it."""
    if line.paragraph.drawn or line.paragraph.node.find(f"{W}pPr/{W}pBdr/{W}top") is not None:
        return True
    number = line.paragraph.number
    if line.paragraph.cell is not None:
        return True  # The borders of a table are not measured.
    before = (p for p in reversed(doc.paragraphs) if p.number < number and not p.in_box)
    for paragraph in before:
        if paragraph.look.rule_below or paragraph.drawn:
            return True
        if paragraph.text.strip(" _-–—─"):
            return False
        if paragraph.text.strip():
            return True
    return False
