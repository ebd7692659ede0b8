"""Thể thức: the parts of a text: phần, chương, mục, điều, khoản, điểm, with their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.thethuc.lines import Line
from docgen.thethuc.words import fold

LETTERS = tuple("abcdđeghiklmnopqrstuvxy")
"""Of points in order: the Vietnamese alphabet without â, ă, ê, ô, ơ, ư; no f, j, w, z."""
ORDINALS = {
    name: number
    for number, name in enumerate(
        ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"), 1
    )
}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ORDINAL = r"(?:thứ\s+)?(?P<n>[^\W_]+)\b(?P<mark>[.:\-–]?)"
_KINDS = (
    ("phan", re.compile(r"phần\s+(?:thứ\s+)?(?P<n>[^\W_]+)\b(?P<mark>[.:\-–]?)", re.IGNORECASE)),
    (
        "chuong",
        re.compile(r"chương\s+(?:thứ\s+)?(?P<n>[^\W_]+)\b(?P<mark>[.:\-–]?)", re.IGNORECASE),
    ),
    ("muc", re.compile(r"mục\s+(?P<n>\d+|[IVXLC]+)\b(?P<mark>[.:\-–]?)", re.IGNORECASE)),
    ("dieu", re.compile(r"điều\s+(?P<n>\d+)(?P<mark>\s*[.:\-–)]?)", re.IGNORECASE)),
    ("de_muc", re.compile(r"(?P<n>[IVXLC]+)(?P<mark>\s?[-–.)/])(?=\s|$|\w)")),
    ("tieu_muc", re.compile(r"(?P<n>\d+(?:\.\d+)+)(?P<mark>[.)\-]?)(?=\s|$)")),
    ("khoan", re.compile(r"(?P<n>\d+)(?P<mark>\s?[.)/]|\s?[-–](?=\s|[^\W\d]))(?!\d)")),
    ("diem", re.compile(r"(?P<n>[a-zđ]{1,2})(?P<mark>\s?[).])(?=\s|$)")),
    ("gach", re.compile(r"(?P<n>)(?P<mark>[-–—•+*])")),
)
_WHOLE_LINE = {"phan", "chuong", "muc"}


@dataclass(frozen=True, eq=False)
class Item:
    """A numbered part: its kind, its number as printed and as counted, the mark behind it."""

    kind: str
    number: str
    value: int | None
    mark: str
    line: Line
    heading: Line | None = None
    """The name on the line below, of phần, chương and mục."""

    @property
    def words(self) -> str:
        """What stands behind number and mark."""
        found = match_of(self.kind, self.line.printed)
        return self.line.printed[found.end() :].strip() if found else self.line.printed


def items(lines: Iterable[Line]) -> Iterator[Item]:
    """The numbered parts of a text in order."""
    known = list(lines)
    for place, line in enumerate(known):
        for kind, pattern in _KINDS:
            match = pattern.match(line.printed)
            if match is None or not _fits(kind, match, line):
                continue
            below = known[place + 1] if place + 1 < len(known) else None
            named = kind in _WHOLE_LINE and below is not None and _is_heading(below)
            number = match["n"]
            yield Item(
                kind, number, value_of(kind, number), match["mark"], line, below if named else None
            )
            break


def match_of(kind: str, text: str) -> re.Match[str] | None:
    """Where the number of an item of this kind stands in a text."""
    return dict(_KINDS)[kind].match(text)


def value_of(kind: str, number: str) -> int | None:
    """What a printed number counts: Roman, Arabic, in words, or a letter of a point."""
    words = fold(number)
    if kind == "diem":
        return LETTERS.index(number) + 1 if number in LETTERS else None
    if number.isdigit():
        return int(number)
    if kind == "tieu_muc":
        return int(number.rpartition(".")[2])
    return ORDINALS.get(words) or _roman(words)


def _fits(kind: str, match: re.Match[str], line: Line) -> bool:
    """Whether the line is such a part, and not a sentence that begins alike."""
    if kind in ("phan", "chuong"):
        return value_of(kind, match["n"]) is not None and len(line.text) < 200 and (
            line.is_centred or line.is_bold or line.text[:2].isupper()
            or match.end() == len(line.printed)
        )  # fmt: skip
    if kind == "muc":
        return line.is_centred or line.is_bold or match.end() == len(line.printed)
    if kind == "dieu":
        return bool(match["mark"].strip()) or line.is_bold or match.end() == len(line.printed)
    if kind == "de_muc":
        return _roman(match["n"].lower()) is not None
    return True


def _is_heading(line: Line) -> bool:
    return line.is_centred or line.is_upper


def _roman(text: str) -> int | None:
    """The value of a Roman number; None where it is none."""
    if not text or any(letter not in _ROMAN for letter in text):
        return None
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    total = sum(-v if v < n else v for v, n in zip(values, following, strict=True))
    return total if roman(total).lower() == text else None


def roman(number: int) -> str:
    """A number in Roman figures."""
    figures = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V")]
    text = ""
    for value, letters in (*figures, (4, "IV"), (1, "I")):
        count, number = divmod(number, value)
        text += letters * count
    return text
