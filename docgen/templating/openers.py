"""Templating: where the tags of a text begin and end, in one pass, whatever was left open.

A plain search would look for the end of each unclosed tag through the whole text again: minutes
for a file of a few kilobytes that holds nothing but `{{`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

OPENER = re.compile(r"\{\{|\{%|\{#")
CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_TOKEN = re.compile(
    r"""(?P<quoted>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[“”„][^“”„"]*[“”„"]|‘[^‘’]*’)"""
    r"|(?P<open>\{)|(?P<close>\}|%\})",
    re.DOTALL,
)
_RAW = re.compile(r"\{%[-–—]?\s*(?:(?:p|tr|tc|r)\s+)?raw\s*[-–—]?%\}")
_END_OF_RAW = re.compile(_RAW.pattern.replace("raw", "endraw"))
Span = tuple[int, int]
_FAR = 1_000
"""How far a brace or a quotation mark within a tag may put off its end."""

_Mark = TypeVar("_Mark")


def live_tags(text: str, *, is_raw: bool) -> tuple[list[Span], list[Span]]:
    """The tags of the text, and the stretches of it that `{% raw %}` makes plain.

    `is_raw` tells that the text begins within such a stretch.
    """
    live: list[Span] = []
    plain: list[Span] = []
    position = 0
    while position < len(text):
        if is_raw:
            end = _END_OF_RAW.search(text, position)
            plain.append((position, end.start() if end else len(text)))
            position = end.end() if end else len(text)
            live += [end.span()] if end else []
            is_raw = False
        for span in tags_in(text, position):
            live.append(span)
            if is_raw := _RAW.fullmatch(text, *span) is not None:
                break
        position = live[-1][1] if is_raw else len(text)
    return live, plain


def tags_in(text: str, position: int = 0) -> Iterator[Span]:
    """Where every tag of the text that is closed begins and ends, in order."""
    unclosed: set[str] = set()
    while opener := OPENER.search(text, position):
        end = -1 if opener[0] in unclosed else text.find(CLOSERS[opener[0]], opener.end())
        if end < 0:
            unclosed.add(opener[0])
            position = opener.start() + 1
        else:
            position = _end(text, opener, end)
            yield opener.start(), position


def _end(text: str, opener: re.Match[str], nearest: int) -> int:
    """Where the tag ends: at its first closer that is not quoted and not in braces of its own."""
    if opener[0] == "{#" or not re.search("[\"'“”„‘{]", text[opener.end() : nearest]):
        return nearest + 2
    depth = 0
    for token in _TOKEN.finditer(text, opener.end(), nearest + _FAR):
        if token["open"]:
            depth += 1
        elif token["close"] == "}" and depth:
            depth -= 1
        elif not depth and text.startswith(CLOSERS[opener[0]], token.start()):
            return token.start() + 2
    return nearest + 2


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with blanks in the place of these tags, which are in order."""
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        pieces += (text[position:start], " " * (end - start))
        position = end
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
