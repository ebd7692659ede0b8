"""Templating: what is repeated must not repeat an id: drawings, bookmarks, tracked changes.

The first keeps its id and name, so that references to it stay right; later ones get their own. A
comment is about the first place only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from docgen.templating.tags import Tag, is_mark
from docgen.templating.xml import Element, W, remove

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_VML = "{urn:schemas-microsoft-com:vml}"
_RANGES = ("bookmark", "perm", "commentRange", "moveFromRange", "moveToRange")
_CHANGES = (
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange",
    "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange",
    "numberingChange",
)  # fmt: skip
_WITH_ID = frozenset(
    (
        DRAWING,
        *(f"{W}{name}{end}" for name in _RANGES for end in ("Start", "End")),
        *(f"{W}{name}" for name in (*_CHANGES, "commentReference")),
    )
)
_REPEAT = ("for", "macro", "set", "call", "filter")
_REPEATED = tuple(f"end{word}" for word in _REPEAT)
"""What is in a macro or a captured block may be put out several times, as in a loop."""
_FOUND = re.compile(
    rf"<(wp:docPr|v:\w+|o:OLEObject|w:(?:{'|'.join(_RANGES)})(?:Start|End)|w:commentReference"
    rf"|w:(?:{'|'.join(_CHANGES)}))\b[^<>]*>"
)
_ID = re.compile(r'(\s(?:w:)?id=")([^"]*)"')
_NAME = re.compile(r'(\sw:name=")([^"]*)"')
_SHAPE_TYPE = re.compile(r'(\stype="#)([^"]*)"')
_SHAPE = re.compile(r'(\sShapeID=")([^"]*)"')
_OFFICE_ID = re.compile(r'(\so:spid=")([^"]*)"')
_LONGEST = 40


def has_repeated_ids(root: Element, tags: Sequence[Tag]) -> bool:
    """Whether a loop repeats something with an id, or the tree does. Ids Word gives anew go."""
    ids = list(_ids(root))
    found = len(set(ids)) != len(ids)
    for node in list(repeated(root, tags)):
        if node.tag in _WITH_ID or (str(node.tag).startswith(_VML) and node.get("id")):
            found = True
        elif node.tag == f"{W}sdtPr":
            for id in node.findall(f"{W}id"):
                remove(id)
    return found


def _ids(root: Element) -> Iterator[tuple[str, str | None]]:
    """The ids and names of a tree that must differ."""
    for node in root.iter(DRAWING, f"{_VML}*"):
        if node.get("id"):
            yield "" if node.tag == DRAWING else _VML, node.get("id")
    for node in root.iter(f"{W}bookmarkStart"):
        yield "bookmark", node.get(f"{W}id")
        yield "name", node.get(f"{W}name")
    for node in root.iter(*(f"{W}{name}" for name in _CHANGES)):
        yield "change", node.get(f"{W}id")


def repeated(root: Element, tags: Sequence[Tag]) -> Iterator[Element]:
    """The elements that stand in a loop, a macro or a captured block, in order."""
    depth = 0
    for node in root.iter():
        if is_mark(node):
            if getattr(node, "target", "") == "tag":
                tag = tags[int(node.text or "")]
                depth += (tag.opens and tag.keyword in _REPEAT) - (tag.keyword in _REPEATED)
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
        if kind.startswith(("v:", "o:")):
            return self._shape(whole)
        id = _ID.search(whole)
        if id is None:
            return whole
        if "comment" in kind:
            return whole if self._is_first(kind, id[2]) else ""
        if kind.removeprefix("w:") in _CHANGES:
            is_first = self._is_first("change", id[2])
            return whole if is_first else _with(whole, _ID, str(self.number()))
        return self._range(whole, kind, id[2])

    def _range(self, whole: str, kind: str, id: str) -> str:
        """A drawing, or the start or end of a range: both ends have one id."""
        pair = kind.removesuffix("Start").removesuffix("End"), id
        if kind.endswith("End"):
            return _with(whole, _ID, self._current.get(pair, id))
        self._current[pair] = id
        name = _NAME.search(whole)
        first = self._is_first(*pair)
        if (name is None or self._is_first("name", name[2])) and first:
            return whole
        self._current[pair] = new = str(self.number())
        own = _with(whole, _ID, new)
        return own if name is None else _with(own, _NAME, f"{name[2][: _LONGEST - 10]}_{new}")

    def _shape(self, whole: str) -> str:
        """A shape of VML: its type and what it holds follow the id of the one before them."""
        for reference in (_SHAPE_TYPE, _SHAPE):
            if (found := reference.search(whole)) and (new := self._current.get((_VML, found[2]))):
                whole = _with(whole, reference, new)
        id = _ID.search(whole)
        if id is None or self._is_first(_VML, id[2]):
            return whole
        number = self.number()
        self._current[_VML, id[2]] = new = f"{id[2]}_{number}"
        return _with(_with(whole, _ID, new), _OFFICE_ID, f"_x0000_s{number}")

    def _is_first(self, kind: str, id: str) -> bool:
        key = kind, id
        if key in self._seen:
            return False
        self._seen.add(key)
        return True


def _with(whole: str, attribute: re.Pattern[str], value: str) -> str:
    return attribute.sub(lambda match: f'{match[1]}{value}"', whole, count=1)
