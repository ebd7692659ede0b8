"""Services: how wide a text is in Times New Roman, and where to break one that is too long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from unicodedata import normalize

from docgen.domain.vietnamese import spell

_LETTERS = {
    "'|": 200, "ijlt/,.;: \u00a0\\": 278, "frI!()[]-\u2011`‘’": 340, "sJ\"": 409, "acez?": 444,
    "FPS": 556, "ELTZ~+=<>−×": 611, "BCR": 667, "wADĐGHKNOQUVXY": 722, "m&%": 833, "MW@…—": 1000,
    "\u031b": 55,
}  # fmt: skip
"""Widths of Times New Roman's letters, in thousandths of its size; those not here have 500. A horn
(ơ, ư) has a width, other marks have none."""
_WIDTHS = {
    **dict.fromkeys(map(chr, range(0x300, 0x370)), 0),
    **{letter: width for letters, width in _LETTERS.items() for letter in letters},
}
_PAIRS = frozenset((
    "uỷ ban", "nhân dân", "hội đồng", "chấp hành", "thường vụ", "thường trực", "cán sự",
    "sự đảng", "đảng bộ", "đảng uỷ", "đảng đoàn", "tỉnh uỷ", "thành uỷ", "huyện uỷ", "chi bộ",
    "văn phòng", "kiểm tra", "tổ chức", "tuyên giáo", "dân vận", "nội chính", "mặt trận",
    "tổ quốc", "việt nam", "chỉ đạo", "công ty", "cổ phần", "cơ quan", "trung ương", "công an",
    "quân sự", "thành phố", "đặc khu", "bổ sung", "bồi dưỡng", "cán bộ", "chất lượng", "chuyển đổi",
    "chương trình", "công nghệ", "công tác", "cơ sở", "dân chủ", "doanh nghiệp", "đảng viên",
    "đánh giá", "đào tạo", "đại biểu", "đại hội", "đầu tư", "địa phương", "đổi mới", "đơn vị",
    "giám sát", "giúp việc", "hành chính", "kế hoạch", "kết quả", "khen thưởng", "khoa học",
    "kinh tế", "kỷ luật", "lần thứ", "lãng phí", "lãnh đạo", "nghị quyết", "nhiệm kỳ", "nhiệm vụ",
    "phát triển", "phối hợp", "phổ thông", "phương hướng", "quản lý", "quy chế", "quy định",
    "sáng tạo", "sắp xếp", "sửa đổi", "tham nhũng", "thi đua", "thực hiện", "thường kỳ", "tiêu cực",
    "tình hình", "triển khai", "trung học", "trung tâm", "trực thuộc", "xã hội", "xây dựng",
    "xếp loại", "ban bí", "ban chấp", "ban chỉ", "ban nội", "ban thường", "ban tổ", "ban tuyên",
))  # fmt: skip
"""Words of bodies' names and of titles that no line parts."""
_NUMBER = re.compile(r"\d|[IVX]+\b")
_BOLD_LETTERS = {
    "il,.\u00a0 ": 265, "I": 389, "frst": 360, "jz/-()": 333, "bdhknpqu": 556, "ceê": 444, "đ": 556,
    "J": 500, "PS": 585, "w": 722, "ELTZFB": 667, "ACDĐRNUVXYƯ": 722, "GHKOQƠÔ": 778, "m": 833,
    "M": 944, "W@": 1000, "\u031b": 55,
}  # fmt: skip
"""Those of the bold letters that differ, rounded up."""
_BOLD_WIDTHS = {
    **_WIDTHS,
    **{letter: width for letters, width in _BOLD_LETTERS.items() for letter in letters},
}


def text_width(text: str, points: float, *, bold: bool = False) -> float:
    """Millimetres of a text in one line, in letters of a size in pt."""
    return _units(text, bold) / 1000 * points * 25.4 / 72


@lru_cache(maxsize=8192)
def _units(text: str, bold: bool) -> int:
    """The width in thousandths of the size; the same words come again and again."""
    widths = _BOLD_WIDTHS if bold else _WIDTHS
    return sum(widths.get(letter, 500) for letter in normalize("NFD", text))


def balanced(text: str, width: float, points: float, *, bold: bool = True) -> str:
    """A text in as few lines as fit, about alike: the last line of a title is no lone word.

    `width` in mm, `points` the size. A line that was broken by hand and fits stays as it is.
    """
    if "\n" in text:
        lines = (balanced(line, width, points, bold=bold) for line in text.split("\n"))
        return "\n".join(lines)
    words = _together(text.split(" "))
    if text_width(text, points, bold=bold) <= width:
        return text
    ends = [0.0, *accumulate(text_width(f"{word} ", points, bold=bold) for word in words)]
    for count in range(2, len(words) + 1):
        breaks = _evenly(ends, count)
        if all(ends[b] - ends[a] <= width for a, b in pairwise(breaks)):
            return "\n".join(" ".join(words[a:b]) for a, b in pairwise(breaks))
    return text


def _together(words: Sequence[str]) -> list[str]:
    """Words, those joined that no line may part: «quý III», «Ban Chấp hành», «Đảng uỷ»."""
    joined: list[str] = []
    for word in words:
        before = joined[-1].rpartition(" ")[2] if joined else ""
        is_name = before[:1].isupper() and before[1:].islower() and word.islower()
        is_pair = spell(f"{before} {word}", "uỷ").lower().rstrip(",;") in _PAIRS
        if joined and (is_name or is_pair or _NUMBER.match(word)):
            joined[-1] = f"{joined[-1]} {word}"
        else:
            joined.append(word)
    return joined


def _evenly(ends: Sequence[float], lines: int) -> list[int]:
    """Where to break words that end there, so that the lines are as alike as can be."""
    count = len(ends) - 1
    best: list[tuple[float, list[int]]] = [(ends[n] ** 2, [0, n]) for n in range(count + 1)]
    for line in range(2, lines + 1):
        best = [
            min(
                (best[a][0] + (ends[n] - ends[a]) ** 2, [*best[a][1], n])
                for a in range(line - 1, n)
            )
            if n >= line
            else (float("inf"), [])
            for n in range(count + 1)
        ]
    return best[count][1]
