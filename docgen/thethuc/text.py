"""Thể thức: the text of a paper: headings and paragraphs told apart, what is wrong with their look.

What is wrong with the text at large is told there, and not again at each of its parts: `shared`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from docgen.thethuc.lines import Line
from docgen.thethuc.structure import TITLED, Item

Flaw = tuple[str, float | str]
"""What a letter of the text should not have: ("size", 13.0), ("weight", "bold"), ("slant",
"italic"), ("rule", "underline"), ("align", "left")."""
NEAR = 0.05
"""Points: sizes nearer than this are the same."""
PARTED = ("khoan", "diem")
"""The parts whose look is told by a rule of their own."""
_AT_LARGE = 0.9
"""Of all letters: what so many have is no matter of the part they stand in."""
_ENDS_SENTENCE = (".", ";", ",")
_ASIDE = ("(", "“", '"')
"""How a line begins that may be in italics: a remark, a quotation."""


@dataclass(frozen=True)
class Text:
    """`prose` are the lines to be set as text, `headings` the others. `parts` are the numbered
    ones. `size` (pt) is that of most letters."""

    prose: tuple[Line, ...]
    headings: tuple[Line, ...]
    parts: dict[int, Item]
    size: float
    flaws: dict[int, frozenset[Flaw]] = field(default_factory=dict)
    shared: frozenset[Flaw] = frozenset()

    def part(self, line: Line) -> Item | None:
        """The numbered part that begins with this line."""
        return self.parts.get(id(line))

    def flaws_of(self, line: Line) -> frozenset[Flaw]:
        """What is wrong with the look of a line: of a heading, its size."""
        return self.flaws.get(id(line), frozenset())

    def content(self, line: Line) -> Line:
        """What of a line is to be set as text: of a điều what stands behind its number."""
        part = self.part(line)
        if part is None or part.kind != "dieu" or line.label:
            return line
        return line.part(part.length)


def sorted_text(
    lines: Sequence[Line], items: Sequence[Item], sizes: tuple[float, float], *,
    bases: Sequence[Line] = (),
) -> Text:  # fmt: skip
    """The lines of a text, whose numbered parts are `items`, told apart; `sizes` may be used."""
    parts = {id(item.line): item for item in items}
    names = {id(name) for item in items for name in item.names}
    headings = tuple(line for line in lines if id(line) in names or _is_heading(line, parts))
    others = {id(line) for line in headings}
    prose = tuple(line for line in lines if id(line) not in others)
    text = Text(prose, headings, parts, _usual_size(prose or headings))
    flaws = {id(line): frozenset(_flaws(text, line, sizes)) for line in (*prose, *bases)}
    for line in headings:
        flaws[id(line)] = frozenset(("size", size) for size in wrong_sizes(line, sizes))
    return replace(text, flaws=flaws, shared=_shared(text, flaws))


def is_all_bold(line: Line) -> bool:
    """Whether every letter of a line is bold."""
    return all(look.bold for _, look in line.looks)


def paragraphs_of(lines: Iterable[Line]) -> Iterator[Line]:
    """The first line of each paragraph."""
    seen: set[int] = set()
    for line in lines:
        if id(line.paragraph) not in seen:
            seen.add(id(line.paragraph))
            yield line


def wrong_sizes(line: Line, sizes: tuple[float, float]) -> set[float]:
    """The sizes of its letters that are not between these."""
    least, most = sizes
    found = {look.size for _, look in line.looks}
    return {size for size in found if not least - NEAR <= size <= most + NEAR}


def _is_heading(line: Line, parts: dict[int, Item]) -> bool:
    item = parts.get(id(line))
    if item is not None and (item.kind in (*TITLED, "de_muc") or item.is_named):
        return True
    if item is not None and (item.kind == "dieu" or item.within("dieu")):
        return False
    stands_out = is_all_bold(line) or line.is_upper
    return stands_out and not line.text.endswith(_ENDS_SENTENCE)


def _usual_size(lines: Iterable[Line]) -> float:
    sizes = Counter[float]()
    for line in lines:
        for text, look in line.looks:
            sizes[look.size] += len(text)
    return max(sizes, key=sizes.__getitem__, default=0.0)


def _flaws(text: Text, line: Line, sizes: tuple[float, float]) -> Iterator[Flaw]:
    content = text.content(line)
    looks = [look for _, look in content.looks]
    yield from (("size", size) for size in wrong_sizes(line, sizes))
    if looks and all(look.bold for look in looks):
        yield "weight", "bold"
    if looks and all(look.italic for look in looks) and not line.text.startswith(_ASIDE):
        yield "slant", "italic"
    if looks and all(look.underline for look in looks):
        yield "rule", "underline"
    align = line.paragraph.look.align
    closed = text.part(line) is not None or line.text.endswith((*_ENDS_SENTENCE, ":"))
    if align == "left" or (align != "both" and closed):
        yield "align", align


def _shared(text: Text, flaws: dict[int, frozenset[Flaw]]) -> frozenset[Flaw]:
    """The flaws of the text at large: of a paragraph that is no khoản or điểm, or of nearly all."""
    letters = Counter[Flaw]()
    found: set[Flaw] = set()
    for line in text.prose:
        part = text.part(line)
        letters.update(dict.fromkeys(flaws[id(line)], len(line.text)))
        if part is None or part.kind not in PARTED:
            found |= flaws[id(line)]
    most = _AT_LARGE * sum(len(line.text) for line in text.prose)
    return frozenset(found | {flaw for flaw, count in letters.items() if count >= most})
