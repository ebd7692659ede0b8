"""Thể thức: the text of a paper sorted: its headings, its paragraphs, the look most of it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from docgen.thethuc.lines import Line
from docgen.thethuc.structure import TITLED, Item

_ENDS_SENTENCE = (".", ";", ",")
_T = TypeVar("_T")


@dataclass(frozen=True)
class Text:
    """`prose` are the lines to be set as text, `headings` the others; `size` (pt) and `align` are
    those of most letters."""

    prose: tuple[Line, ...]
    headings: tuple[Line, ...]
    size: float
    align: str


def sorted_text(lines: Sequence[Line], items: Sequence[Item]) -> Text:
    """The lines of a text, whose numbered parts are `items`, told apart."""
    known = {id(item.line): item for item in items}
    names = {id(name) for item in items for name in item.names}
    headings = [line for line in lines if id(line) in names or _is_heading(line, known)]
    others = {id(line) for line in headings}
    prose = [line for line in lines if id(line) not in others]
    return Text(tuple(prose), tuple(headings), *_usual(prose or headings))


def _is_heading(line: Line, known: dict[int, Item]) -> bool:
    item = known.get(id(line))
    if item is not None and (item.kind in (*TITLED, "de_muc") or item.is_named):
        return True
    if item is not None and (item.kind == "dieu" or item.within("dieu")):
        return False
    stands_out = is_all_bold(line) or line.is_upper
    return stands_out and not line.text.endswith(_ENDS_SENTENCE)


def is_all_bold(line: Line) -> bool:
    """Whether every letter of a line is bold."""
    return all(look.bold for _, look in line.looks)


def _usual(lines: Sequence[Line]) -> tuple[float, str]:
    sizes, aligns = Counter[float](), Counter[str]()
    for line in lines:
        aligns[line.paragraph.look.align] += len(line.text)
        for text, look in line.looks:
            sizes[look.size] += len(text)
    return _most(sizes) or 0.0, _most(aligns) or "both"


def _most(counted: Counter[_T]) -> _T | None:
    return max(counted, key=counted.__getitem__, default=None)


def paragraphs_of(lines: Sequence[Line]) -> Iterator[Line]:
    """The first line of each paragraph."""
    seen: set[int] = set()
    for line in lines:
        if id(line.paragraph) not in seen:
            seen.add(id(line.paragraph))
            yield line
