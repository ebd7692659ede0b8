"""Thể thức: the numbers that Word itself sets before paragraphs in lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from docgen.thethuc.looks import Looks
from docgen.thethuc.numbering import LEVELS, Level, List, Place
from docgen.thethuc.xml import Node, W

_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN, _MOST_LETTERS = 32_767, 780
"""The greatest numbers Word writes so; a greater one is given in figures."""
_NUMBERLESS = ("none", "bullet")
_HEADERS = (f"{W}hdr", f"{W}ftr")
_TEXT_BOX = f"{W}txbxContent"
_PRIVATE = range(0xF000, 0xF100)
"""Where Word keeps the signs of Symbol and Wingdings: 0xF000 and their place in the font."""
_PICTURES = ("Wingdings", "Webdings", "Marlett")


class Labels:
    """The labels of a document's paragraphs, told in the order the paragraphs stand in.

    They follow from the styles and lists that the looks of the document were read from.
    """

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._numbering = looks.numbering
        self._places: dict[tuple[object, ...], Place | None] = {}
        self._counts: dict[tuple[object, str], list[int | None]] = {}
        self._begun: set[tuple[object, str, int]] = set()

    def of(self, p: Node) -> str:
        """What stands before a `w:p`: «Điều 3.», «b)», «-», or nothing. Counts it: ask once."""
        place = self._place(p)
        found = None if place is None else self._numbering.find(place.num)
        if place is None or found is None or place.level not in found.levels:
            return ""
        level = found.levels[place.level]
        counts = self._count(_story(p), found, place)
        if level.format == "bullet":
            return _bullet(level)
        return _PLACEHOLDER.sub(
            lambda match: _number(found, place, int(match[1]), counts), level.text
        )

    def _place(self, p: Node) -> Place | None:
        own, layer = self._looks.direct(p)
        if own not in self._places:
            chain = self._looks.styles.chain("paragraph", layer.get("style"))
            self._places[own] = self._numbering.place(chain, layer)
        return self._places[own]

    def _count(self, story: object, found: List, place: Place) -> list[int | None]:
        """One more at this level; the levels below begin again unless they say otherwise.

        A level above that has not come yet counts as if it had.
        """
        counts = self._counts.setdefault((story, found.definition), [None] * LEVELS)
        for above in range(place.level):
            if counts[above] is None:
                counts[above] = _start(found, above)
        before, here = counts[place.level], (story, place.num, place.level)
        anew = here not in self._begun and place.level in found.starts
        self._begun.add(here)
        counts[place.level] = _start(found, place.level) if before is None or anew else before + 1
        for below in range(place.level + 1, LEVELS):
            level = found.levels.get(below)
            if level is None or level.restart is None or place.level < level.restart:
                counts[below] = None
        return counts


def _story(p: Node) -> object:
    """What is counted apart from the rest: each text box, the notes; headers go with footers."""
    box = next(p.iterancestors(_TEXT_BOX), None)
    root = p.getroottree().getroot().tag
    return box if box is not None else "header" if root in _HEADERS else root


def _number(found: List, place: Place, which: int, counts: list[int | None]) -> str:
    """The number of one level in the label of a deeper one, which may ask for it in figures."""
    level = found.levels.get(which - 1)
    count = counts[which - 1]
    if level is None or count is None or level.format in _NUMBERLESS:
        return ""
    legal = found.levels[place.level].legal and which - 1 < place.level
    return _written(count, "decimal" if legal else level.format)


def _start(found: List, level: int) -> int:
    """Where a level begins in this list; one that is not defined begins with 1."""
    defined = found.levels.get(level)
    return found.starts.get(level, 1 if defined is None else defined.start)


def _written(value: int, format: str) -> str:
    """A number in one of Word's formats; those that count in words are given in figures."""
    return _FORMATS.get(format, str)(value)


def _roman(value: int) -> str:
    if value > _MOST_ROMAN:
        return str(value)
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (value // worth)
        value %= worth
    return text


def _letter(value: int) -> str:
    """Word's letters: a to z, then aa, bb, cc …"""
    rounds, place = divmod(value - 1, 26)
    if value > _MOST_LETTERS:
        return str(value)
    return chr(ord("a") + place) * (rounds + 1) if value > 0 else ""


def _bullet(level: Level) -> str:
    """The sign of a bullet; the pictures of Symbol and Wingdings become «•», or «-» and «+»."""
    text = level.text.strip()
    code = ord(text) if len(text) == 1 else 0
    if code not in _PRIVATE and not level.font.startswith(("Symbol", *_PICTURES)):
        return text
    sign = chr(code & 0xFF)
    plain = sign in "-+" and not level.font.startswith(_PICTURES)
    return sign if plain else "•"


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": "{:02d}".format,
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda value: _letter(value).upper(),
}
