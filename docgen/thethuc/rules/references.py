"""Thể thức: rules on cross-references that point nowhere: to parts of the text, to annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.lines import Line
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.structure import value_of
from docgen.thethuc.words import composed

_NUMBER = r"\d+\b|[IVX]+\b"
_ANOTHER = re.compile(rf"\s*(,|và|đến|[-–])\s*(?:phụ lục\s+)?(?:số\s+)?({_NUMBER})", re.IGNORECASE)
_ANNEX = re.compile(
    rf"\bphụ lục(?:\s+(?:số\s+)?(?P<n>{_NUMBER})(?P<others>(?:{_ANOTHER.pattern})*))?",
    re.IGNORECASE,
)
"""«Phụ lục 1», «các phụ lục 1, 2 và 4», «từ Phụ lục 1 đến Phụ lục 3»."""
_MOST = 50
_OF_OTHERS = re.compile(r"\s*,?\s*(?:(?:của|ban hành kèm theo|kèm theo)\s+)?[A-ZĐ][^\s]*\s+\w+")


@rule(
    "PD.REF.ARTICLE",
    "Dẫn chiếu đến điều không có",
    source="Quy tắc chung",
    certainty="ours",
    mends="none",
)
def dead_article(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Điều được dẫn chiếu trong cùng văn bản («theo Điều 40», «từ Điều 3 đến Điều 9») phải có
    trong văn bản. Dẫn chiếu sang văn bản khác không xét."""
    yield from _dead(doc, "dieu")


@rule(
    "PD.REF.CLAUSE",
    "Dẫn chiếu đến khoản không có",
    source="Quy tắc chung",
    certainty="ours",
    mends="none",
)
def dead_clause(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Khoản được dẫn chiếu trong cùng văn bản («khoản 7 Điều 5», «khoản 2 Điều này») phải có trong
    điều đó."""
    yield from _dead(doc, "khoan")


@rule(
    "PD.REF.POINT",
    "Dẫn chiếu đến điểm không có",
    source="Quy tắc chung",
    certainty="ours",
    mends="none",
)
def dead_point(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Điểm được dẫn chiếu trong cùng văn bản («điểm d khoản 2 Điều này») phải có trong khoản đó."""
    yield from _dead(doc, "diem")


@rule(
    "PD.REF.PART",
    "Dẫn chiếu đến phần, chương, mục không có",
    source="Quy tắc chung",
    certainty="ours",
    mends="none",
)
def dead_part(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Phần, chương, mục được dẫn chiếu trong cùng văn bản («Chương VI», «mục I Nghị quyết này»)
    phải có trong văn bản."""
    yield from _dead(doc, "phan", "chuong", "muc", "de_muc")


@rule("PD.REF.ANNEX", "Phụ lục và nội dung không khớp nhau", source="HD05:II.II.1", mends="none")
def wrong_annexes(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Phụ lục nêu trong nội dung phải có kèm theo văn bản; nội dung văn bản phải chỉ dẫn đến từng
    phụ lục."""
    annexes = [line for paper in doc.papers for line in paper.lines("phu_luc")[:1]]
    if not annexes:
        return
    numbers = [_annex_number(line) for line in annexes]
    named: set[int | None] = set()
    general = False
    for line in _main_text(doc):
        text = composed(line.text)
        general = general or "kèm theo" in text
        for match in _ANNEX.finditer(text):
            if _OF_OTHERS.match(text, match.end()):
                continue
            value = value_of("phan", match["n"]) if match["n"] else None
            named |= {value, *_others(value or 0, match["others"] or "")}
            if value is not None and any(numbers) and value not in numbers:
                wanted = f"văn bản có {len(annexes)} phụ lục; sửa lại dẫn chiếu"
                yield Fault(wanted, f"«{match[0]}»", line)
    for number, line in zip(numbers, annexes, strict=True):
        if not (number in named or None in named or general or (named and number is None)):
            yield Fault("chỉ dẫn đến phụ lục trong nội dung", "không nơi nào nhắc đến", line,
                        severity="warning")  # fmt: skip


def _others(last: int, text: str) -> Iterator[int]:
    """The numbers that stand behind the first."""
    for link, number in _ANOTHER.findall(text):
        value = value_of("phan", number) or 0
        first = value if link in (",", "và") else max(last, value - _MOST)
        yield from range(first, value + 1)
        last = value


def _annex_number(line: Line) -> int | None:
    match = re.search(r"\d+|[IVX]+\b", composed(line.text))
    return value_of("phan", match[0]) if match else None


def _main_text(doc: DocumentView) -> Iterator[Line]:
    for paper in doc.written:
        yield from paper.lines("can_cu", "noi_dung", "bang", "kem_theo", "trich_yeu", "lenh")


def _dead(doc: DocumentView, *kinds: str) -> Iterator[Fault]:
    return (Fault(d.instead, f"«{d.text}»", d.line) for d in doc.dead if d.kind in kinds)
