"""Domain: a text as a list of rows, each with its level; numbers, letters and references follow.

A row of a level stands under the last row of a higher one. Rows are entered without their numbers:
`numbered` gives them as HD 05-HD/VPTW (II.I.6.2.4) writes them, so that a row can be added, moved
or indented and every number and every reference is right again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from docgen.domain.vietnamese import letter, roman


class Level(StrEnum):
    """What a row is; its value is what the form and the input call it."""

    PART = "Phần"
    CHAPTER = "Chương"
    SECTION = "Mục"
    ARTICLE = "Điều"
    HEADING = "I-"
    SUBHEADING = "Đề mục 1."
    MINOR_HEADING = "Đề mục 1.1."
    CLAUSE = "Khoản"
    POINT = "Điểm"
    DASH = "Gạch đầu dòng"
    PLUS = "Dấu cộng"
    PARAGRAPH = "Đoạn văn"
    TABLE = "Bảng"


Word = tuple[str, int | None]
"""A stretch of a reference, with the row whose number it is."""

RANKS: Mapping[Level, int] = {
    Level.PART: 0, Level.CHAPTER: 1, Level.SECTION: 2, Level.ARTICLE: 3, Level.HEADING: 3,
    Level.SUBHEADING: 4, Level.MINOR_HEADING: 5, Level.CLAUSE: 6, Level.POINT: 7, Level.DASH: 8,
    Level.PLUS: 9, Level.PARAGRAPH: 10, Level.TABLE: 10,
}  # fmt: skip
"""Which level holds which: a row stands under the last one above it of a lower rank."""
_TAIL = (Level.CLAUSE, Level.POINT, Level.DASH, Level.PLUS, Level.PARAGRAPH)
LADDERS: tuple[tuple[Level, ...], ...] = (
    (Level.HEADING, Level.SUBHEADING, Level.MINOR_HEADING, *_TAIL),
    (Level.PART, Level.CHAPTER, Level.SECTION, Level.ARTICLE, *_TAIL),
)
"""The levels a row goes through when it is raised or lowered: under headings, and in articles."""
NAMES = frozenset((
    Level.PART, Level.CHAPTER, Level.SECTION, Level.HEADING, Level.SUBHEADING, Level.MINOR_HEADING,
))  # fmt: skip
"""Levels whose text is a name, not a sentence."""
_RUNS_THROUGH = frozenset((Level.PART, Level.CHAPTER, Level.ARTICLE))
"""Levels counted through the whole text, whatever they stand under."""
_LISTED = (Level.POINT, Level.DASH, Level.PLUS)
"""Levels of entries, parted by semicolons."""
_COUNTED_ALIKE = {Level.SUBHEADING: Level.CLAUSE, Level.MINOR_HEADING: Level.CLAUSE}
"""Under one row, headings and khoản share the Arabic numbers."""
_ENDS = (".", ";", ":", ",", "!", "?", "…")
_MARK = re.compile(r"\[\[([a-z0-9-]+)\]\]|<(/?)([bi])>")


@dataclass(frozen=True)
class Numbered:
    """A row with its number: «5», «II», «a», «2.1»; `parent` is the row it stands under."""

    level: Level
    number: str
    parent: int | None

    @property
    def label(self) -> str:
        """The number as it is printed before the text: «Điều 5.», «Chương II», «a)», «-»."""
        written = _LABELS.get(self.level, "")
        return written.format(self.number)


_LABELS = {
    Level.PART: "Phần {}", Level.CHAPTER: "Chương {}", Level.SECTION: "Mục {}",
    Level.ARTICLE: "Điều {}.", Level.HEADING: "{}-", Level.SUBHEADING: "{}.",
    Level.MINOR_HEADING: "{}.", Level.CLAUSE: "{}.", Level.POINT: "{})", Level.DASH: "-",
    Level.PLUS: "+",
}  # fmt: skip


@dataclass(frozen=True)
class Segment:
    """A stretch of a text: its look, or the key of the row it refers to."""

    text: str
    bold: bool = False
    italic: bool = False
    key: str = ""


def numbered(levels: Sequence[Level], *, articles: int = 0) -> list[Numbered]:
    """Every row with its number. Articles and chapters number through the whole text.

    `articles` is how many stand before these rows in the same text.
    """
    found: list[Numbered] = []
    counts: Counter[tuple[Level, int | None]] = Counter({(Level.ARTICLE, None): articles})
    for level in levels:
        parent = _parent(found, level)
        kind = _COUNTED_ALIKE.get(level, level)
        scope = None if level in _RUNS_THROUGH else parent
        counts[kind, scope] += 1
        found.append(Numbered(level, _number(found, level, counts[kind, scope], parent), parent))
    return found


def _parent(rows: Sequence[Numbered], level: Level) -> int | None:
    above = range(len(rows) - 1, -1, -1)
    return next((n for n in above if RANKS[rows[n].level] < RANKS[level]), None)


def _number(rows: Sequence[Numbered], level: Level, count: int, parent: int | None) -> str:
    if level in (Level.PART, Level.CHAPTER, Level.HEADING):
        return roman(count)
    if level is Level.POINT:
        return letter(count)
    if level not in _LABELS or level in (Level.DASH, Level.PLUS):
        return ""
    above = rows[parent] if parent is not None else None
    if above and above.level in (Level.SUBHEADING, Level.MINOR_HEADING):
        return f"{above.number}.{count}"
    return str(count)


def closing_mark(rows: Sequence[Numbered], index: int, text: str) -> str:
    """What the form of lists puts behind a text that ends in no mark of its own.

    «;» between points and dashes, «:» before what is listed, else a full stop; names take none.
    """
    row = rows[index]
    if row.level in NAMES or row.level is Level.TABLE or is_name(rows, index, text):
        return ""
    words = "".join(segment.text for segment in segments(text))
    if words.rstrip('”"»’) ').endswith(_ENDS) or words.endswith(_ENDS):
        return ""
    following = rows[index + 1] if index + 1 < len(rows) else None
    listed = following and following.level in _LISTED
    if listed and following and (following.parent == index or row.level is Level.PARAGRAPH):
        return ":"
    if row.level in _LISTED and _has_next(rows, index):
        return ";"
    return "."


def is_name(rows: Sequence[Numbered], index: int, text: str) -> bool:
    """Whether beside «Điều 5.» stands its name, and not its content: the content follows below."""
    if rows[index].level is not Level.ARTICLE:
        return False
    words = "".join(segment.text for segment in segments(text))
    if words.endswith(_ENDS):
        return False
    return index + 1 < len(rows) and RANKS[rows[index + 1].level] > RANKS[Level.ARTICLE]


def _has_next(rows: Sequence[Numbered], index: int) -> bool:
    """Whether another row of the level follows in the same list."""
    row = rows[index]
    for after in rows[index + 1 :]:
        if RANKS[after.level] <= RANKS[row.level]:
            return after.level is row.level and after.parent == row.parent
    return False


def segments(text: str) -> tuple[Segment, ...]:
    """A text taken apart: `<b>…</b>`, `<i>…</i>` and references `[[key]]`.

    A tag that is not closed, or closes nothing, is text as it was typed.
    """
    if "<" not in text and "[[" not in text:
        return (Segment(text),) if text else ()
    found: list[Segment] = []
    open_tags: list[str] = []
    position = 0
    for match in _MARK.finditer(text):
        if not match[1] and not _is_pair(text, match, open_tags):
            continue
        found.append(_segment(text[position : match.start()], open_tags))
        position = match.end()
        if match[1]:
            found.append(_segment(match[0], open_tags, match[1]))
        elif match[2]:
            open_tags.remove(match[3])
        else:
            open_tags.append(match[3])
    found.append(_segment(text[position:], open_tags))
    return tuple(segment for segment in found if segment.text)


def _is_pair(text: str, match: re.Match[str], open_tags: Sequence[str]) -> bool:
    """Whether a tag is closed later on, or closes one."""
    if match[2]:
        return match[3] in open_tags
    return match[3] not in open_tags and f"</{match[3]}>" in text[match.end() :]


def _segment(text: str, tags: Sequence[str], key: str = "") -> Segment:
    return Segment(text, bold="b" in tags, italic="i" in tags, key=key)


def keys_in(text: str) -> tuple[str, ...]:
    """The keys a text refers to."""
    return tuple(match[1] for match in _MARK.finditer(text) if match[1])


def referred(
    rows: Sequence[Numbered], target: int, origin: int
) -> tuple[tuple[str, int | None], ...]:
    """The words that refer from one row to another: «khoản », «2» of row 7, « Điều », «5» …

    Each stretch with the row whose number it is. Within one article: «khoản 2 Điều này». What
    numbers through the whole text is told without what stands above it.
    """
    words: list[Word] = []
    at: int | None = target
    own = {origin, *_ancestors(rows, origin)}
    while at is not None:
        row = rows[at]
        if at != target and at in own and row.level in _THIS:
            words.append((f" {_THIS[row.level]} này", None))
            break
        if row.level in _CALLED:
            words += ((" " if words else "", None), *_called(row, at))
        at = None if row.level in _RUNS_THROUGH else _parent_not_in_number(rows, row)
    return tuple((text, number) for text, number in words if text)


_CALLED = {
    Level.PART: "Phần", Level.CHAPTER: "Chương", Level.SECTION: "Mục", Level.ARTICLE: "Điều",
    Level.HEADING: "mục", Level.SUBHEADING: "khoản", Level.MINOR_HEADING: "khoản",
    Level.CLAUSE: "khoản", Level.POINT: "điểm",
}  # fmt: skip
_THIS = {
    Level.PART: "Phần", Level.CHAPTER: "Chương", Level.ARTICLE: "Điều", Level.CLAUSE: "khoản",
    Level.HEADING: "mục",
}  # fmt: skip


def _parent_not_in_number(rows: Sequence[Numbered], row: Numbered) -> int | None:
    """The row above whose number «2.1» does not say already."""
    at = row.parent
    while at is not None and row.number.startswith(f"{rows[at].number}."):
        at = rows[at].parent
    return at


def _called(row: Numbered, at: int) -> tuple[Word, ...]:
    return (f"{_CALLED[row.level]} ", None), (row.number, at)


def can_be_referred_to(level: Level) -> bool:
    """Whether rows of the level have a number to refer to."""
    return level in _CALLED


def _ancestors(rows: Sequence[Numbered], index: int) -> Iterator[int]:
    parent = rows[index].parent
    while parent is not None:
        yield parent
        parent = rows[parent].parent


def circles(references: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """The rows that refer, through others, to themselves."""
    for start in references:
        seen: set[int] = set()
        ahead = list(references[start])
        while ahead:
            row = ahead.pop()
            if row == start:
                yield start
                break
            if row not in seen:
                seen.add(row)
                ahead += references.get(row, ())
