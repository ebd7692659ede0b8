"""Thể thức: the parts of a text: phần, chương, mục, điều, khoản, điểm, with their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.thethuc.lines import Line
from docgen.thethuc.words import composed, fold

LETTERS = tuple("abcdđeghiklmnopqrstuvxy")
"""Of points in order: the Vietnamese alphabet without â, ă, ê, ô, ơ, ư; no f, j, w, z."""
ORDINALS = {
    name: number
    for number, name in enumerate(
        ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"), 1
    )
}
ENDS_SENTENCE = (".", ";", ",", ":")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMBER = r"\s+(?P<n>(?:thứ\s+)?[^\W_]+)\b(?P<mark>\s?[.:\-–]?)"
_KINDS: Mapping[str, re.Pattern[str]] = {
    "phan": re.compile(rf"phần{_NUMBER}", re.IGNORECASE),
    "chuong": re.compile(rf"chương{_NUMBER}", re.IGNORECASE),
    "muc": re.compile(r"mục\s+(?P<n>\d+|[IVXLC]+)\b(?P<mark>\s?[.:\-–]?)", re.IGNORECASE),
    "dieu": re.compile(r"điều\s*(?P<n>\d+)(?P<mark>\s?[.:\-–)/]?)", re.IGNORECASE),
    "de_muc": re.compile(r"(?P<n>[IVX]+)(?P<mark>\s?[-–.)/:])(?=\s|$|[^\W\d])(?![A-Z]\.)"),
    "tieu_muc": re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2})+)(?P<mark>[.)\-]?)(?=\s|$)"),
    "khoan": re.compile(r"(?P<n>\d{1,3})(?P<mark>\s?[.)]|\s?[-–/:](?=\s?[^\W\d]))(?!\d)"),
    "diem": re.compile(r"(?P<n>[a-zđ])(?P<mark>\s?\)|\.(?=\s)|\s?[-–/](?=\s?[^\W\d]))"),
    "gach": re.compile(r"(?P<n>)(?P<mark>[-–—•+*])"),
}
RANKS: Mapping[str, int] = {
    "phan": 0, "chuong": 1, "muc": 2, "dieu": 3, "de_muc": 3, "khoan": 4, "tieu_muc": 5, "diem": 6,
    "gach": 7,
}  # fmt: skip
"""Which part holds which: one of a lower rank holds those of higher ranks that follow it."""
TITLED = ("phan", "chuong", "muc")
"""They stand on a line of their own, their name on the next."""
_LONGEST_NAME, _MOST_NAME_LINES = 200, 3
_LONGEST_QUOTE = 80
"""Lines among which the end of a quotation is looked for."""


@dataclass(frozen=True, eq=False)
class Item:
    """A numbered part: its kind, its number as printed and as counted, the mark behind it."""

    kind: str
    number: str
    value: int | None
    mark: str
    length: int
    """How many letters of the printed line number and mark are."""
    line: Line
    above: Item | None = None
    """The part it stands in."""
    names: tuple[Line, ...] = ()
    """The lines below with the name of a phần, chương or mục."""
    is_named: bool = False
    """Of a điều: whether a name stands beside its number, and not its content."""

    @property
    def words(self) -> str:
        """What stands behind number and mark."""
        return composed(self.line.printed)[self.length :].strip()

    def within(self, kind: str) -> Item | None:
        """The part of this kind it stands in."""
        part = self.above
        while part is not None and part.kind != kind:
            part = part.above
        return part


def items(lines: Iterable[Line]) -> Iterator[Item]:
    """The numbered parts of a text in order; what it quotes has none."""
    known = list(lines)
    aside = quoted(known)
    matches = [None if n in aside else _match(line) for n, line in enumerate(known)]
    open_parts: list[Item] = []
    for place, found in enumerate(matches):
        if found is None:
            continue
        kind, match = found
        while open_parts and RANKS[open_parts[-1].kind] >= RANKS[kind]:
            open_parts.pop()
        above = open_parts[-1] if open_parts else None
        names = _names(known, matches, place) if kind in TITLED else ()
        named = kind == "dieu" and _is_named(known, matches, place)
        number = match["n"]
        item = Item(
            kind, number, value_of(kind, number), match["mark"], match.end(), known[place], above,
            names, named,
        )  # fmt: skip
        open_parts.append(item)
        yield item


def value_of(kind: str, number: str) -> int | None:
    """What a printed number counts: Roman, Arabic, in words, or a letter of a point."""
    if kind == "diem":
        return LETTERS.index(number) + 1 if number in LETTERS else None
    if number.isdigit():
        return int(number)
    if kind == "tieu_muc":
        return int(number.rpartition(".")[2])
    words = fold(number).removeprefix("thu ")
    return ORDINALS.get(words) or _roman(words)


Match = tuple[str, re.Match[str]]


def _match(line: Line) -> Match | None:
    """What numbered part a line is, with its number found."""
    for kind, pattern in _KINDS.items():
        match = pattern.match(composed(line.printed))
        if match is not None and _fits(kind, match, line):
            return kind, match
    return None


def _fits(kind: str, match: re.Match[str], line: Line) -> bool:
    """Whether the line is such a part, and not a sentence that begins alike."""
    rest = match.string[match.end() :].lstrip()
    if kind in TITLED:
        alone = not rest or line.is_centred or line.is_bold or line.text[:2].isupper()
        return value_of(kind, match["n"]) is not None and len(line.text) < _LONGEST_NAME and alone
    if kind == "dieu":
        return bool(match["mark"].strip()) or not rest or _begins_bold(line)
    if kind == "de_muc":
        return _roman(match["n"].lower()) is not None and not line.text.endswith((".", ";"))
    if kind == "tieu_muc":
        return not rest or rest[0].isupper()
    bare = match["mark"].strip() in ("-", "–", "/", ".") and kind == "diem"
    dashed = match["mark"].strip() in ("-", "–", "/", ":")
    return not (bare or dashed) or rest[:1].isupper()


def _begins_bold(line: Line) -> bool:
    return next((look.bold for _, look in line.looks), False)


def _names(known: Sequence[Line], matches: Sequence[Match | None], place: int) -> tuple[Line, ...]:
    """The lines below a phần, chương or mục that are its name."""
    names: list[Line] = []
    for at in range(place + 1, min(place + 1 + _MOST_NAME_LINES, len(known))):
        line = known[at]
        if matches[at] is not None or len(line.text) > _LONGEST_NAME:
            break
        if not line.is_upper and line.text.endswith(ENDS_SENTENCE):
            break
        if names and not (line.is_upper or (line.is_centred and line.is_bold)):
            break
        names.append(line)
    return tuple(names)


def _is_named(known: Sequence[Line], matches: Sequence[Match | None], place: int) -> bool:
    """Whether beside the number of a điều its name stands: its content follows below."""
    line, below = known[place], place + 1
    found = matches[place]
    if found is None or found[1].end() >= len(line.printed):
        return False
    ahead = matches[below] if below < len(known) else None
    goes_on = below < len(known) and (ahead is None or RANKS[ahead[0]] > RANKS["dieu"])
    bold = all(look.bold for _, look in line.looks)
    if line.text.endswith(ENDS_SENTENCE):
        return goes_on and bold and line.text.endswith(".")
    return goes_on or bold


def quoted(known: Sequence[Line]) -> set[int]:
    """The places of lines within a quotation of several lines, as in an act that amends another."""
    found: set[int] = set()
    for place, line in enumerate(known):
        if place in found or not line.text.startswith(("“", '"')) or _closes(line.text[1:]):
            continue
        ahead = range(place + 1, min(place + _LONGEST_QUOTE, len(known)))
        end = next((at for at in ahead if _closes(known[at].text)), place)
        found |= set(range(place, end + 1)) if end > place else set()
    return found


def _closes(text: str) -> bool:
    """Whether a quotation ends in the text."""
    return re.search(r"[”\"][.;,]?\s*$", text) is not None


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
