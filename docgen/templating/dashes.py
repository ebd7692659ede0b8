"""Templating: what the dash of `{%- … -%}` joins: the paragraphs or lines on its side become one.

A dash takes out the blanks beside the tag and, of a statement, the line breaks or the end of
paragraph behind them. Words are never taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.templating.tags import Tag, is_mark
from docgen.templating.xml import Element, W, remove

_BREAKS = frozenset(f"{W}{name}" for name in ("br", "cr", "tab"))
_SEEN_THROUGH = frozenset(
    f"{W}{name}"
    for name in (
        "r", "rPr", "pPr", "ins", "hyperlink", "smartTag", "bookmarkStart", "bookmarkEnd",
        "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
    )
)  # fmt: skip
"""What does not part two words."""
_MOST_SEEN = 1_000


def join_dashed(tags: Iterable[Tag]) -> None:
    """Join what the dashes of these tags ask for."""
    for tag in tags:
        if tag.lifts in ("p", "tr", "tc") or tag.place is None or tag.place.tag != f"{W}t":
            continue
        for back, asked in zip((True, False), tag.trims, strict=True):
            if asked and _trimmed(tag.mark, back=back) and tag.opening == "{%":
                _join(tag.mark, back=back)


def _trimmed(mark: Element, *, back: bool) -> bool:
    """Take out the blanks beside the mark; whether nothing else stands on that side in its text."""
    text, before = mark.getparent(), mark.getprevious()
    assert text is not None  # it stands in a w:t
    if not back:
        mark.tail = (mark.tail or "").lstrip()
        return not mark.tail and mark.getnext() is None
    if before is not None:
        before.tail = (before.tail or "").rstrip()
        return False
    text.text = (text.text or "").rstrip()
    return not text.text


def _join(mark: Element, *, back: bool) -> None:
    """Take out the breaks between the mark and the next words, or else the end of paragraph."""
    paragraph = next(mark.iterancestors(f"{W}p"), None)
    if paragraph is None:
        return
    text = mark.getparent()
    breaks: list[Element] = []
    for seen, node in enumerate(_beside(text, paragraph, back=back)):
        if seen > _MOST_SEEN:
            break
        if node.tag in _BREAKS and node.get(f"{W}type") in (None, "textWrapping"):
            breaks.append(node)
        elif is_mark(node) or node.tag not in _SEEN_THROUGH:
            break
    else:
        if not breaks:
            _join_paragraphs(paragraph, back=back)
    for node in breaks:
        remove(node)


def _beside(text: Element | None, paragraph: Element, *, back: bool) -> Iterator[Element]:
    """The nodes on one side of a text, nearest first, up to the end of the paragraph."""
    node = text
    while node is not None and node is not paragraph:
        if (beside := node.getprevious() if back else node.getnext()) is None:
            node = node.getparent()
        else:
            node = beside
            yield from _nodes(beside, back=back)


def _nodes(node: Element, *, back: bool) -> Iterator[Element]:
    """The node and all in it but properties, in the order of the document or against it."""
    if node.tag in (f"{W}pPr", f"{W}rPr"):
        return
    if not back:
        yield node
    for child in reversed(node) if back else node:
        yield from _nodes(child, back=back)
    if back:
        yield node


def _join_paragraphs(paragraph: Element, *, back: bool) -> None:
    """The paragraph and its neighbour as one, with the properties of the first."""
    other = paragraph
    between: list[Element] = []
    while (beside := other.getprevious() if back else other.getnext()) is not None:
        other = beside
        if other.tag not in _SEEN_THROUGH:
            break
        between.append(other)
    if other is paragraph or other.tag != f"{W}p":
        return
    first, second = (other, paragraph) if back else (paragraph, other)
    if any(one.find(f"{W}pPr/{W}sectPr") is not None for one in (first, second)):
        return
    first.extend(reversed(between) if back else between)
    first.extend([node for node in second if node.tag != f"{W}pPr"])
    remove(second)
