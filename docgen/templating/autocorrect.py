"""Templating: the inside of a tag as its author meant it, whatever Word made of it while typing.

Quotation marks become straight where they quote. Outside quoted texts, typographic dashes, blanks
and signs and full-width punctuation become those of the keyboard; what nobody can see goes.
"""

from __future__ import annotations

import re

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
