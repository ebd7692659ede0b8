"""Templating: where the tags of a text begin and end, in one pass, whatever was left open.

A plain search would look for the end of each unclosed tag through the whole text again: minutes
for a file of a few kilobytes that holds nothing but `{{`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

OPENER = re.compile(r"\{\{|\{%|\{#")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)

_Mark = TypeVar("_Mark")


def tags_in(text: str) -> Iterator[re.Match[str]]:
    """Every tag of the text that is closed, in order."""
    unclosed: set[str] = set()
    position = 0
    while opener := OPENER.search(text, position):
        match = None if opener[0] in unclosed else _TAG.match(text, opener.start())
        if match is None:
            unclosed.add(opener[0])
            position = opener.start() + 1
        else:
            yield match
            position = match.end()


def blanked(text: str, matches: Sequence[re.Match[str]]) -> str:
    """The text with blanks in the place of these tags."""
    pieces: list[str] = []
    position = 0
    for match in matches:
        pieces += (text[position : match.start()], " " * len(match[0]))
        position = match.end()
    return "".join((*pieces, text[position:]))


def touching(
    cuts: Sequence[tuple[int, int, _Mark]], lengths: Sequence[int]
) -> Iterator[list[tuple[int, int, _Mark]]]:
    """For each of several pieces that follow each other, the cuts that touch it. `cuts` (start,
    end, mark) are in order and apart."""
    start = first = 0
    for length in lengths:
        end = start + length
        while first < len(cuts) and cuts[first][1] <= start:
            first += 1
        last = first
        while last < len(cuts) and cuts[last][0] < end:
            last += 1
        yield list(cuts[first:last])
        start = end
