"""Thể thức: a source as it stands in the code («HD05:II.I.3.2») in the words of an office."""

from __future__ import annotations

import re

_GUIDANCES = {
    "HD05": "Hướng dẫn 05-HD/VPTW",
    "HD36": "Hướng dẫn 36-HD/VPTW",
}
_SOURCE = re.compile(r"\b(HD05|HD36)(?::(?:(I{1,3}|IV)(?:\.(\w+(?:\.\w+)*))?))?")

_SYMBOL = re.compile(r"\bHD(\d+-HD/VPTW)")


def in_words(source: str, profile: str = "dang_hd05") -> str:
    """«Hướng dẫn 05-HD/VPTW, phần II, mục I.3.2»; what is no source of this form stays as it is.

    The articles of HD 36 are not known one by one: a document that follows it is told the same
    article of HD 05, as one that says the same.
    """
    words = _SYMBOL.sub(r"Hướng dẫn \1", _SOURCE.sub(_named, source))
    if profile == "dang_hd36" and source.startswith("HD05"):
        return f"{_GUIDANCES['HD36']}; đối chiếu {words}"
    return words


def _named(match: re.Match[str]) -> str:
    guidance, part, item = match.groups()
    words = [_GUIDANCES[guidance]]
    if part:
        words.append(f"phần {part}")
    if item:
        words.append(f"mục {item}")
    return ", ".join(words)
