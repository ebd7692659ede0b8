"""Templating: where the tags of a text begin and end, and what is in them as their author meant it.

One pass, whatever was left open: a plain search would look for the end of each unclosed tag through
the whole text again, minutes for a file of a few kilobytes that holds nothing but `{{`. Of what
Word makes of a tag while it is typed, quotation marks become straight where they quote; outside
quoted texts, typographic dashes, blanks and signs and full-width punctuation become those of the
keyboard; what nobody can see goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_DOUBLE, _SINGLE = '"“”„‟＂', "'‘’‚‛＇"
_QUOTED = re.compile(
    r'"(?:\\.|[^"\\])*"'
    r"|'(?:\\.|[^'\\])*'"
    rf"|[{_DOUBLE}](?P<double>[^{_DOUBLE}]*)[{_DOUBLE}]"
    rf"|[{_SINGLE}](?P<single>[^{_SINGLE}]*)[{_SINGLE}]"
)
_MEANT = str.maketrans(
    {
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
        **dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060\ufeff", ""),
        **{"≤": "<=", "≥": ">=", "≠": "!="},
        **{chr(ord(sign) + 0xFEE0): sign for sign in "!%()*+,-./:;<=>[]|~"},
    }
)
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


def as_meant(body: str) -> str:
    """The inside of a tag in the signs that Jinja reads."""
    if body.isascii():
        return body
    pieces: list[str] = []
    position = 0
    for quoted in _QUOTED.finditer(body):
        pieces += (body[position : quoted.start()].translate(_MEANT), _straight(quoted))
        position = quoted.end()
    return "".join((*pieces, body[position:].translate(_MEANT)))


def _straight(quoted: re.Match[str]) -> str:
    """The quoted text between straight marks; what it says stays as it is."""
    if quoted["double"] is not None:
        return f'"{quoted["double"]}"'
    return quoted[0] if quoted["single"] is None else f"'{quoted['single']}'"
