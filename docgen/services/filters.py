"""Services: the filters templates may use. One function, one name, one row in the tests.

A filter takes what a draft may hold as well: None gives nothing (or the gap a clerk fills in), and
a text that could not be read as a number or a day stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from typing import Any

from docgen.domain import vietnamese
from docgen.services.letters import balanced, text_width

NUMBER_GAP = " " * 5
DAY_GAP = "ngày       tháng       năm       "
"""What a paper shows where the clerk writes the number or the day by hand."""
PLACE_WIDTH = 90.0
"""Millimetres, measured upright, that the place and the day have in a masthead."""
_OWN_STOP = re.compile(r"\.\.$|\.\w{1,2}\.$")


def _so_van_ban(value: Any) -> Any:
    """The number of a document, two digits at least; a gap when it is left to the clerk."""
    if value is None:
        return NUMBER_GAP
    return vietnamese.two_digits(value) if isinstance(value, int) else value


def _ngay(value: Any) -> Any:
    """`ngày 03 tháng 4 năm 2024`; a gap when the day is not known yet."""
    if value is None:
        return DAY_GAP
    return vietnamese.date_words(value) if isinstance(value, date) else value


def _ngay_ngan(value: Any) -> Any:
    """`20/4/2024`, as deadlines and citations are written."""
    return vietnamese.date_short(value) if isinstance(value, date) else value


def _ngay_dan(value: Any) -> Any:
    """`ngày 03/4/2024`, as a paper is cited; a gap when the day is not known yet."""
    return DAY_GAP.strip() if value is None else f"ngày {_ngay_ngan(value)}"


def _gio(value: Any) -> Any:
    """`14 giờ 00`."""
    return vietnamese.time_words(value) if isinstance(value, time) else value


def _roman(value: Any) -> Any:
    """`IV`, for sections."""
    return vietnamese.roman(int(value))


def _chu(value: Any) -> Any:
    """The letter of a point: a, b, c, d, đ, e, g …"""
    return vietnamese.letter(int(value))


def _cau(value: Any) -> Any:
    """A sentence: a full stop at its end unless it has a mark of its own."""
    if not isinstance(value, str) or not value:
        return value
    return value if value.endswith((".", "!", "?", "…", ":", ";", ",")) else f"{value}."


def _muc(value: Any) -> Any:
    """An entry of a list without the dash and the mark that the form of the list gives it.

    An ellipsis and the full stop of an abbreviation («v.v.») are words of the entry and stay.
    """
    if not isinstance(value, str):
        return value
    text = value.removeprefix("- ").removeprefix("– ").rstrip(" ;,:")
    is_mark = text.endswith(".") and not _OWN_STOP.search(text)
    return text[:-1] if is_mark else text


def _mot_dong(value: Any) -> Any:
    """On one line what was broken into several for the masthead."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _chuc_vu(value: Any) -> Any:
    """A position in capitals, but for «kiêm» on a line of its own (HD 05-HD/VPTW, II.I.7)."""
    if not isinstance(value, str):
        return value
    lines = value.split("\n")
    return "\n".join("kiêm" if line.casefold() == "kiêm" else line.upper() for line in lines)


def _can_doi(value: Any, width: float, points: float = 14, *, bold: bool = True) -> Any:
    """A long name or title in lines about alike, each within `width` mm."""
    return balanced(value, width, points, bold=bold) if isinstance(value, str) else value


def _lien_sau(value: Any, place: Any) -> Any:
    """A day that stays in one line, where the place before it leaves no room in the masthead."""
    if not isinstance(value, str) or text_width(f"{place}, {value}", 14) <= PLACE_WIDTH:
        return value
    return value.replace(" ", "\u00a0")


def _theo_phieu(rows: Any) -> Any:
    """Records with the most votes first; those with as many, or with none yet, as they were."""
    return sorted(rows, key=lambda row: -row["votes"] if isinstance(row["votes"], int) else 1)


def _led_by(word: str, *instead: str) -> Callable[[Any], Any]:
    """A filter that puts a word in front, unless the text begins with it already.

    `instead` are other openings that make it needless, as they are typed: «ông» does, while
    «Ông» may be a surname.
    """

    def led(value: Any) -> Any:
        if not isinstance(value, str) or not value:
            return value
        is_led = value.casefold().startswith(f"{word.casefold()} ")
        if is_led or value.startswith(tuple(f"{start} " for start in instead)):
            return value[:1].upper() + value[1:]
        return f"{word} {re.sub('^Đồng chí ', 'đồng chí ', value)}"

    return led


FILTERS: dict[str, Callable[..., Any]] = {
    "so_van_ban": _so_van_ban,
    "ngay": _ngay,
    "ngay_ngan": _ngay_ngan,
    "ngay_dan": _ngay_dan,
    "gio": _gio,
    "roman": _roman,
    "chu": _chu,
    "cau": _cau,
    "muc": _muc,
    "mot_dong": _mot_dong,
    "theo_phieu": _theo_phieu,
    "can_doi": _can_doi,
    "lien_sau": _lien_sau,
    "chuc_vu": _chuc_vu,
    "dong_chi": _led_by("Đồng chí", "đ/c", "Đ/c", "ông", "bà"),
    "giao": _led_by("Giao"),
    "luu": _led_by("Lưu"),
    "bieu_quyet": _led_by("Biểu quyết"),
}
