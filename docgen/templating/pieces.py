"""Templating: the text of a paragraph in pieces, over the runs that Word has cut it into."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.templating.openers import touching
from docgen.templating.xml import XML_SPACE, Element, W, attributes, remove

_SIGNS = {
    f"{W}tab": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "\u00ad",
}  # fmt: skip
"""Elements that are one letter of a text; of two that are layout only a tag could care."""
_SOFT_BREAKS = (None, "textWrapping")
_UNREAD = frozenset(
    f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "p", "txbxContent", "instrText")
)
"""Where a paragraph's own text is not: properties, what was deleted, the text boxes it holds."""

Cut = tuple[int, int, Element | None]
"""A stretch to take out of a paragraph's text, and the mark that takes its place."""


@dataclass
class Piece:
    """A stretch of a paragraph's text: a `w:t`, or an element that counts as one character."""

    element: Element
    text: str


def pieces_of(paragraph: Element) -> Iterator[Piece]:
    """The text of a paragraph in order, without text boxes inside it and deleted runs."""
    stack = [iter(paragraph)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == f"{W}t":
            yield Piece(child, child.text or "")
        elif child.tag in _SIGNS or _is_soft_break(child):
            yield Piece(child, _SIGNS.get(child.tag, "\n"))
        elif child.tag not in _UNREAD:
            stack.append(iter(child))


def _is_soft_break(element: Element) -> bool:
    return element.tag == f"{W}br" and element.get(f"{W}type") in _SOFT_BREAKS


def cut_out(pieces: Sequence[Piece], cuts: Sequence[Cut]) -> None:
    """Take the cuts out of the text, their marks in the piece where each begins. The cuts are in
    order and apart."""
    start = 0
    lengths = [len(piece.text) for piece in pieces]
    for piece, own in zip(pieces, touching(cuts, lengths), strict=True):
        _cut(piece, start, own)
        start += len(piece.text)


def _cut(piece: Piece, start: int, cuts: list[Cut]) -> None:
    """Put the marks of the tags that start in this piece in place; take out the tags' text."""
    end = start + len(piece.text)
    if not cuts:
        return
    element = piece.element
    if element.tag != f"{W}t" and element.tag.startswith(W):
        for cut in cuts:
            assert cut[0] < start  # a tag starts with a brace, so never in a break
        remove(element)
        return
    element.text, last = piece.text[: max(cuts[0][0] - start, 0)], None
    nexts = [cut[0] for cut in cuts[1:]] + [end]
    for (begin, finish, mark), following in zip(cuts, nexts, strict=True):
        rest = piece.text[min(finish - start, len(piece.text)) : following - start]
        if mark is not None and begin >= start:
            element.append(mark)
            last = mark
        _add_text(element, last, rest)
    if element.tag == f"{W}t":
        element.set(XML_SPACE, "preserve")
    if not len(element) and not element.text:
        _drop_empty(element)


def _add_text(element: Element, last: Element | None, text: str) -> None:
    """Text behind the last mark of the element, or in it when it has none."""
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _drop_empty(text: Element) -> None:
    """Take out a text node that only held a piece of a tag, and its run if that leaves it bare."""
    run = text.getparent()
    remove(text)
    if run is not None and run.tag == f"{W}r" and all(child.tag == f"{W}rPr" for child in run):
        remove(run)


def split_run(run: Element, first: Element) -> Element:
    """What stands in the run from `first` on gets a run of its own that looks alike: that run."""
    later = run.makeelement(run.tag, attributes(run))
    later.extend([copy.deepcopy(own) for own in run.findall(f"{W}rPr")])
    later.extend([first, *first.itersiblings()])
    run.addnext(later)
    return later


def take_out(mark: Element) -> None:
    """Remove a mark, the text behind it joined to what stands before."""
    text, before, tail = mark.getparent(), mark.getprevious(), mark.tail or ""
    if text is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        text.text = (text.text or "") + tail
    mark.tail = None
    remove(mark)
    if text.tag == f"{W}t" and not len(text) and not text.text:
        _drop_empty(text)
