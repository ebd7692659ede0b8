"""Thể thức: rules on page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import SECTION_ORDER, Editor
from docgen.thethuc.headers import write_number
from docgen.thethuc.length import pages_filled, pages_told
from docgen.thethuc.lines import Line, Paragraph
from docgen.thethuc.measure import ALIGNMENTS, wrong_look
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.runs import placed
from docgen.thethuc.sections import Margin, Section
from docgen.thethuc.xml import W

_NEAR = 0.6
"""Millimetres: Word rounds what is typed in centimetres."""
_MORE_THAN_ONE, _WHEN_TOLD = 1.05, 0.7
"""Pages by estimate: more than one; enough to believe the program that counted two."""
_PLAIN = re.compile(r"\d*|[ivxlcdm]*", re.IGNORECASE)
_ABOUT_PAGES = re.compile(
    r"\W*(?:trang|page)?\W*[\divxlc]*\W*(?:(?:/|trên|của|of)\W*[\divxlc]*\W*)?", re.IGNORECASE
)
"""What people write around the number; any other words are not ours to take away."""
_Found = list[tuple[str, str]]
"""What is asked, what stands there."""


@rule("PD.PAGENO", "Số trang không đúng", source="HD05:II.IV.5")
def wrong_page_number(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Số trang là chữ số Ả-rập, ở giữa, đầu trang, cách mép trên 10 mm, cỡ chữ 14, kiểu chữ đứng;
    không hiển thị ở trang thứ nhất. Phụ lục đánh số trang riêng."""
    seen: set[str] = set()
    for section, paragraphs in doc.sheets():
        shown = _numbers(section)
        key = ", ".join(margin.part for margin in shown)
        if key in seen:
            continue
        seen.add(key)
        wrong = _wrong_numbers(section, shown, profile) if shown else []
        if not shown and _is_long(doc, paragraphs, section):
            wrong = [("đánh số trang ở giữa, đầu trang, từ trang 2", "không có số trang")]
        if wrong:
            mends = all(_may_replace(p) for margin in shown for p in margin.numbers)
            wanted, found = (", ".join(dict.fromkeys(texts)) for texts in zip(*wrong, strict=True))
            yield Fault(wanted, found, section=section, fix=_write if mends else None)
    yield from _annexes_going_on(doc)


def _write(editor: Editor, fault: Fault) -> None:
    assert fault.section is not None
    write_number(editor, fault.section)


def _numbers(section: Section) -> list[Margin]:
    """The headers and footers of its pages that print a number; on page 1 too for the first."""
    kinds = ["default", *(["even"] if section.has_even else [])]
    kinds += ["first"] if section.number == 1 and section.has_first else []
    return [one for kind in kinds for one in section.shown(kind) if one.numbers]


def _is_long(doc: DocumentView, paragraphs: Sequence[Paragraph], section: Section) -> bool:
    """Whether it fills more than one page."""
    if any(paragraph.breaks_page for paragraph in paragraphs[1:]):
        return True
    filled = pages_filled(paragraphs, section)
    told = len(doc.sections) == 1 and pages_told(doc.parts) > 1
    return filled > (_WHEN_TOLD if told else _MORE_THAN_ONE)


def _wrong_numbers(section: Section, shown: list[Margin], profile: Profile) -> _Found:
    wrong: _Found = []
    distance = profile.page.number_from_top
    tops = [margin for margin in shown if margin.place == "header"]
    if len(tops) < len(shown):
        wrong.append(("đặt ở đầu trang", "ở cuối trang"))
    elif abs(section.margins["header"] - distance) > _NEAR:
        found = f"cách {round(section.margins['header'], 1):g} mm"
        wrong.append((f"cách mép trên {distance} mm", found))
    first_shows = any(margin.kind == "first" for margin in shown)
    if section.number == 1 and (first_shows or not section.has_first):
        wrong.append(("không hiển thị ở trang 1", "có ở trang 1"))
    if section.has_even and not {"default", "even"} <= {margin.kind for margin in shown}:
        wrong.append(("có trên mọi trang, chẵn và lẻ", "thiếu ở trang chẵn hoặc lẻ"))
    wrong += _wrong_counting(section)
    for margin in tops:
        for paragraph in margin.numbers:
            wrong += _wrong_number(paragraph, profile)
    return wrong


def _wrong_counting(section: Section) -> _Found:
    """What is wrong with how the pages are counted."""
    counting = section.node.find(f"{W}pgNumType")
    if counting is None:
        return []
    wrong: _Found = []
    if counting.get(f"{W}fmt", "decimal") != "decimal":
        wrong.append(("dùng chữ số Ả-rập", "chữ số khác"))
    if section.number == 1 and counting.get(f"{W}start", "1") != "1":
        wrong.append(("đánh số từ 1", f"từ {counting.get(f'{W}start')}"))
    return wrong


def _wrong_number(paragraph: Paragraph, profile: Profile) -> _Found:
    """What is wrong with the number itself."""
    wrong: _Found = []
    text = paragraph.text.strip()
    if not _PLAIN.fullmatch(text):
        wrong.append(("chỉ ghi chữ số", f"«{text}»"))
    if "roman" in _instructions(paragraph).lower():
        wrong.append(("dùng chữ số Ả-rập", "chữ số La Mã"))
    if not _is_centred(paragraph):
        align = paragraph.look.align
        wrong.append(("đặt ở giữa", ALIGNMENTS.get(align, align)))
    for fault in wrong_look(paragraph.lines, profile.elements["so_trang"], align=False):
        wrong.append((fault.wanted, fault.found))
    return wrong


def _instructions(paragraph: Paragraph) -> str:
    nodes = paragraph.node.iter(f"{W}fldSimple", f"{W}instrText")
    return " ".join(node.get(f"{W}instr") or node.text or "" for node in nodes)


def _is_centred(paragraph: Paragraph) -> bool:
    """Centred by its paragraph, by its frame, or by the first tab of a header; in a text box its
    place cannot be told."""
    if paragraph.in_box:
        return True
    frame = paragraph.node.find(f"{W}pPr/{W}framePr")
    if frame is not None and frame.get(f"{W}xAlign"):
        return frame.get(f"{W}xAlign") == "center"
    if paragraph.look.align == "left" and paragraph.text.startswith("\t"):
        return not paragraph.text.startswith("\t\t")
    return paragraph.look.align == "center"


def _may_replace(paragraph: Paragraph) -> bool:
    """Whether nothing but the number, and words about it, would be lost."""
    return bool(_ABOUT_PAGES.fullmatch(paragraph.text.strip()))


def _annexes_going_on(doc: DocumentView) -> Iterator[Fault]:
    """Annexes with pages of their own section that do not begin from one."""
    starts = {
        line.paragraph.number: line for paper in doc.papers for line in paper.lines("phu_luc")
    }
    for section, paragraphs in list(doc.sheets())[1:]:
        printed = (p for p in paragraphs if p.text.strip() and not p.in_box)
        line: Line | None = starts.get(next((p.number for p in printed), 0))
        counting = section.node.find(f"{W}pgNumType")
        restarts = counting is not None and counting.get(f"{W}start") is not None
        if line is not None and not restarts and any(m.numbers for m in section.shown("default")):
            wanted = "phụ lục đánh số trang riêng, từ 1"
            yield Fault(wanted, "đánh số tiếp", section=section, fix=_start_anew)


def _start_anew(editor: Editor, fault: Fault) -> None:
    assert fault.section is not None
    editor.touch_main()
    placed(fault.section.node, "pgNumType", SECTION_ORDER).set(f"{W}start", "1")
