"""Templating: what a loop repeats must not repeat an id: drawings, bookmarks, comments.

The first keeps its id and name, so that references to it stay right; later ones get their own. A
comment is about the first place only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from docgen.templating.tags import Tag, is_mark
from docgen.templating.xml import Element, W, remove

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_WITH_ID = (
    DRAWING,
    *(f"{W}{name}Start" for name in ("bookmark", "perm", "commentRange")),
    *(f"{W}{name}End" for name in ("bookmark", "perm", "commentRange")),
    f"{W}commentReference",
)
_STARTS = (DRAWING, f"{W}bookmarkStart")
_FOUND = re.compile(
    r"<(wp:docPr|w:(?:bookmark|perm)(?:Start|End)|w:comment(?:RangeStart|RangeEnd|Reference))"
    r"\b[^<>]*>"
)
_ID = re.compile(r'(\s(?:w:)?id=")([^"]*)"')
_NAME = re.compile(r'(\sw:name=")([^"]*)"')
_LONGEST = 40


def has_repeated_ids(root: Element, tags: Sequence[Tag]) -> bool:
    """Whether a loop repeats something with an id, or the tree does. Ids Word gives anew go."""
    starts = list(root.iter(*_STARTS))
    ids = [(node.tag, node.get(f"{W}id") or node.get("id")) for node in starts]
    ids += [("name", node.get(f"{W}name")) for node in starts if node.tag != DRAWING]
    found = len(set(ids)) != len(ids)
    for node in list(repeated(root, tags)):
        if node.tag in _WITH_ID:
            found = True
        elif node.tag == f"{W}sdtPr":
            for id in node.findall(f"{W}id"):
                remove(id)
    return found


def repeated(root: Element, tags: Sequence[Tag]) -> Iterator[Element]:
    """The elements that stand in a loop, in order."""
    depth = 0
    for node in root.iter():
        if is_mark(node):
            if getattr(node, "target", "") == "tag":
                word = tags[int(node.text or "")].keyword
                depth += (word == "for") - (word == "endfor")
        elif depth:
            yield node


class OwnIds:
    """The ids met so far in one render; `number` gives those no other has."""

    def __init__(self, number: Callable[[], int]) -> None:
        self.number = number
        self._seen: set[tuple[str, str]] = set()
        self._current: dict[tuple[str, str], str] = {}

    def settled(self, text: str) -> str:
        """The next text, each id in it once."""
        return _FOUND.sub(self._own, text)

    def _own(self, match: re.Match[str]) -> str:
        kind, whole = match[1], match[0]
        id = _ID.search(whole)
        if id is None:
            return whole
        if "comment" in kind:
            return whole if self._is_first(kind, id[2]) else ""
        pair = kind.removesuffix("Start").removesuffix("End"), id[2]
        if kind.endswith("End"):
            return _with(whole, _ID, self._current.get(pair, id[2]))
        self._current[pair] = id[2]
        name = _NAME.search(whole)
        first = self._is_first(*pair)
        if (name is None or self._is_first("name", name[2])) and first:
            return whole
        self._current[pair] = new = str(self.number())
        own = _with(whole, _ID, new)
        return own if name is None else _with(own, _NAME, f"{name[2][: _LONGEST - 10]}_{new}")

    def _is_first(self, kind: str, id: str) -> bool:
        key = kind, id
        if key in self._seen:
            return False
        self._seen.add(key)
        return True


def _with(whole: str, attribute: re.Pattern[str], value: str) -> str:
    return attribute.sub(lambda match: f'{match[1]}{value}"', whole, count=1)
