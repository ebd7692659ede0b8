"""Domain: two texts of articles side by side: which were added, changed, removed.

A text is a list of `Unit`s: an article, or another numbered part, with all that stands in it.
Units are paired by their key, else by their name, else by how much of their words they share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|[^\s]+")
_ALIKE = 0.5
"""The least share of words by which two units without key or name in common are one."""


class Change(StrEnum):
    """What became of a unit."""

    SAME = "giữ nguyên"
    MOVED = "đổi số"
    CHANGED = "sửa đổi"
    ADDED = "bổ sung"
    REMOVED = "bãi bỏ"


@dataclass(frozen=True)
class Unit:
    """A part of a text: its number as printed («Điều 5»), its name, its lines."""

    label: str
    name: str
    lines: tuple[str, ...]
    key: str = ""

    @property
    def text(self) -> str:
        """Its name and its lines, one below the other, without its number."""
        return "\n".join(filter(None, (self.name, *self.lines)))


@dataclass(frozen=True)
class Pair:
    """What stood there and what stands there now; one of them may be missing."""

    old: Unit | None
    new: Unit | None

    @property
    def change(self) -> Change:
        """What became of it."""
        if self.old is None:
            return Change.ADDED
        if self.new is None:
            return Change.REMOVED
        if self.old.text != self.new.text:
            return Change.CHANGED
        return Change.SAME if self.old.label == self.new.label else Change.MOVED


@dataclass(frozen=True)
class Piece:
    """A stretch of a text; `differs` where the other text has something else or nothing."""

    text: str
    differs: bool = False


def compared(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Every unit of both, in the order of the new text; what was removed stands where it was."""
    partner = _partners(old, new)
    places: list[tuple[int | None, int | None]] = [(partner.get(n), n) for n in range(len(new))]
    for gone in (n for n in range(len(old)) if n not in partner.values()):
        before = (p for p, (o, _) in enumerate(places, 1) if o is not None and o < gone)
        places.insert(max(before, default=0), (gone, None))
    return [Pair(None if o is None else old[o], None if n is None else new[n]) for o, n in places]


def _partners(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """For a new unit the old one it was: by key, by name, by words."""
    found: dict[int, int] = {}
    for same in (_same_key, _same_name, _same_words):
        free = [n for n in range(len(old)) if n not in found.values()]
        for n in (n for n in range(len(new)) if n not in found):
            place = next((o for o in free if same(old[o], new[n])), None)
            if place is not None:
                found[n] = place
                free.remove(place)
    return found


def _same_key(old: Unit, new: Unit) -> bool:
    return bool(old.key) and old.key == new.key


def _same_name(old: Unit, new: Unit) -> bool:
    return bool(old.name) and old.name.casefold() == new.name.casefold()


def _same_words(old: Unit, new: Unit) -> bool:
    matcher = SequenceMatcher(None, old.text.split(), new.text.split(), autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def differences(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in stretches, word by word; together the stretches are the texts."""
    mine, yours = _WORDS.findall(old), _WORDS.findall(new)
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, i, j, k, m in SequenceMatcher(None, mine, yours, autojunk=False).get_opcodes():
        left += _piece(mine[i:j], kind)
        right += _piece(yours[k:m], kind)
    return tuple(left), tuple(right)


def _piece(words: Sequence[str], kind: str) -> Iterator[Piece]:
    if words:
        yield Piece("".join(words), differs=kind != "equal")
