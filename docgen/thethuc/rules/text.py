"""Thể thức: rules on letters and fixed spellings in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Line
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule

_NEW = re.compile(r"\b(?:[Uu]ỷ|UỶ(?! BAN))\b")
_OLD = re.compile(r"\b(?:[Ủủ]y|ỦY(?! BAN))\b")
"""«ỦY BAN» in capitals stands in the guidance itself, beside «uỷ»."""
_NAMES = (
    "Đảng Cộng sản Việt Nam", "Điều lệ Đảng", "Ban Chấp hành Trung ương", "Bộ Chính trị",
    "Ban Bí thư",
)  # fmt: skip
_NAMED = re.compile("|".join(rf"\b(?<!\bgiao ){name}\b" for name in _NAMES), re.IGNORECASE)
"""A «giao ban» of secretaries is no Ban Bí thư."""
_RIGHT = {name.lower(): name for name in _NAMES}
_MANY = 10
"""Paragraphs: what is wrong with more of them is told once."""
_PROSE = (
    "trich_yeu", "trich_yeu_cv", "can_cu", "noi_dung", "bang", "kinh_gui_ten", "noi_nhan_dong",
)  # fmt: skip


@rule("PD.TEXT.NFC", "Chữ gõ bằng Unicode tổ hợp hoặc ký tự lạ", source="HD05:II.IV.1")
def decomposed_letters(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Chữ tiếng Việt dùng bộ mã Unicode dựng sẵn (TCVN 6909:2001): mỗi chữ cái có dấu là một ký tự;
    không dùng dấu tổ hợp, ký tự ẩn, chữ Đ của ngôn ngữ khác."""
    typed = [paragraph for paragraph in doc.paragraphs if paragraph.node in doc.composed]
    many = len(typed) > _MANY
    for paragraph in typed[:1] if many else typed:
        word = doc.composed[paragraph.node]
        found = (f"chữ «{word}»" if word else "ký tự ẩn") + (f", ở {len(typed)} đoạn" * many)
        yield Fault("chuyển sang Unicode dựng sẵn", found, paragraph.lines[0], fix=_compose)


def _compose(editor: Editor, fault: Fault) -> None:
    """What was read is composed already: it only has to be written."""
    assert fault.line is not None
    editor.touch(fault.line.paragraph)


@rule(
    "PD.TEXT.UY",
    "Viết lẫn lộn «uỷ» và «ủy»",
    source="TCVN 6909:2001; HD05 dùng cả hai cách",
    severity="info",
    certainty="inferred",
    mends="none",
)
def mixed_spelling(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Trong một văn bản nên thống nhất một cách đặt dấu: «uỷ» hoặc «ủy»."""
    new, old = _with(doc, _NEW), _with(doc, _OLD)
    if new and old:
        usual, others = ("uỷ", old) if len(new) >= len(old) else ("ủy", new)
        yield Fault(f"viết thống nhất «{usual}»", f"{len(others)} dòng viết khác", others[0])


def _with(doc: DocumentView, pattern: re.Pattern[str]) -> list[Line]:
    """The lines where a spelling is found."""
    lines = (line for paragraph in doc.paragraphs for line in paragraph.lines)
    return [line for line in lines if pattern.search(line.text)]


@rule(
    "PD.TEXT.SPELL",
    "Viết hoa tên gọi không đúng",
    source="HD05:II.I.1; Quy định 399-QĐ/TW viết như vậy",
    certainty="inferred",
)
def wrong_capitals(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Viết «Đảng Cộng sản Việt Nam», «Điều lệ Đảng», «Ban Chấp hành Trung ương», «Bộ Chính trị»,
    «Ban Bí thư»."""
    for paper in doc.papers:
        for line in paper.lines(*_PROSE):
            wrong = next((found[0] for found in _wrong_names(line)), None)
            if wrong is not None:
                right = _RIGHT[wrong.lower()]
                yield Fault(f"viết «{right}»", f"«{wrong}»", line, fix=_write_names)


def _wrong_names(line: Line) -> Iterator[re.Match[str]]:
    if line.is_upper:
        return
    for found in _NAMED.finditer(line.text):
        if found[0] != _RIGHT[found[0].lower()] and not found[0].isupper():
            yield found


def _write_names(editor: Editor, fault: Fault) -> None:
    assert fault.line is not None
    found = next(_wrong_names(fault.line))
    editor.replace(fault.line, found.start(), found.end(), _RIGHT[found[0].lower()])
