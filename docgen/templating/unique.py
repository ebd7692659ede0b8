"""Templating: what is repeated must not repeat an id: drawings, bookmarks, tracked changes.

The first keeps its id and name, so that references to it stay right; later ones get their own. What
refers to a bookmark from the same turn of a loop means that of its turn. A comment is about the
first place only.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from docgen.templating.finish import Stretch
from docgen.templating.tags import Tag, is_mark
from docgen.templating.xml import XML_SPACE, Element, W, remove

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
_NAMED, _CODE = f"{W}bookmarkStart", f"{W}instrText"
_REFERRING = {f"{W}hyperlink": f"{W}anchor", f"{W}fldSimple": f"{W}instr", _CODE: "none"}
"""What refers to bookmarks, and the attribute that says to which; where there is none the text."""
_BOOKMARK = re.compile(r'(<w:bookmarkStart\b[^<>]*?\sw:name=")([^<>"]*)')
_REFERENCE = re.compile(
    r'(<w:(?:hyperlink|fldSimple)\b[^<>]*?\sw:(?:anchor|instr)=")([^<>"]*)'
    r"|(<w:instrText\b[^<>]*>)([^<>]*)"
)
_WORD = re.compile(r'(?:[^\s"&]|&(?!quot;))+')


def has_repeated_ids(root: Element, tags: Sequence[Tag]) -> bool:
    """Whether a loop repeats something with an id, or the tree does. Ids Word gives anew go."""
    ids = list(_ids(root))
    found = len(set(ids)) != len(ids)
    for node in list(repeated(root, tags, f"{_VML}*", f"{W}sdtPr", *_WITH_ID)):
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


def repeated(root: Element, tags: Sequence[Tag], *names: str) -> Iterator[Element]:
    """The elements of these names that stand in a loop, a macro or a captured block, in order."""
    depth = 0
    for node in root.iter(etree.PI, *names):
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
        if not self._is_first(*pair):
            self._current[pair] = new = str(self.number())
            whole = _with(whole, _ID, new)
        name = _NAME.search(whole)
        if name is None or self._is_first("name", name[2]):
            return whole
        return _with(whole, _NAME, _another(name[2], self.number()))

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


def mark_turns(root: Element, tags: Sequence[Tag]) -> bool:
    """Mark the turns of loops in which something refers to a bookmark they repeat: `<?scope n?>`
    at their beginning, `<?left n?>` behind the last; whether there are any."""
    _join_codes(root)
    loops: list[Element] = []
    ends: dict[Element, Element] = {}
    named: dict[str, set[Element]] = {}
    asked: list[tuple[str, tuple[Element, ...]]] = []
    for node in root.iter(_NAMED, *_REFERRING, etree.PI):
        if is_mark(node):
            _enter_or_leave(node, tags, loops, ends=ends)
        elif node.tag == _NAMED:
            named.setdefault(node.get(f"{W}name", ""), set()).update(loops)
        elif loops:
            said = node.get(_REFERRING[str(node.tag)], node.text or "")
            asked += ((word, tuple(loops)) for word in _WORD.findall(said))
    needed = {loop for word, loops in asked for loop in named.get(word, set()).intersection(loops)}
    for number, loop in enumerate(loop for loop in ends if loop in needed):
        loop.addnext(etree.ProcessingInstruction("scope", str(number)))
        ends[loop].addnext(etree.ProcessingInstruction("left", str(number)))
    return bool(needed)


def _enter_or_leave(
    mark: Element, tags: Sequence[Tag], loops: list[Element], *, ends: dict[Element, Element]
) -> None:
    """Note the loop that opens or closes here."""
    word = tags[int(mark.text or "")].keyword if getattr(mark, "target", "") == "tag" else ""
    if word == "for":
        loops.append(mark)
    elif word == "endfor" and loops:
        ends[loops.pop()] = mark


def _join_codes(root: Element) -> None:
    """Put the code of a field that Word has cut into the first of its pieces."""
    first: Element | None = None
    for node in root.iter(_CODE, f"{W}fldChar"):
        if node.tag != _CODE:
            first = None
        elif first is None:
            first = node
        else:
            first.text, node.text = f"{first.text or ''}{node.text or ''}", ""
            first.set(XML_SPACE, "preserve")


@dataclass
class _Turn:
    """A turn of a loop, and what its bookmarks are called now (the first of each name)."""

    loop: str
    above: _Turn | None
    names: dict[str, str] = field(default_factory=dict)

    def name_of(self, name: str) -> str:
        """What the bookmark that is called so in the template is called for this turn."""
        turn: _Turn | None = self
        while turn is not None:
            if name in turn.names:
                return turn.names[name]
            turn = turn.above
        return name


def linked(stretches: Iterable[Stretch], number: Callable[[], int]) -> list[Stretch]:
    """The text without the marks of turns: each bookmark has a name of its own, and what refers to
    one from its own turn has that name. `number` gives what no other name ends in."""
    linker = _Linker(number)
    for stretch in stretches:
        if isinstance(stretch, str):
            linker.read(stretch)
        else:
            linker.obey(*stretch)
    return list(linker.linked())


class _Linker:
    """The text read so far, and in which turns it stands."""

    def __init__(self, number: Callable[[], int]) -> None:
        self.number = number
        self._turn = self._first = _Turn("", None)
        self._read: list[tuple[Stretch, _Turn]] = []

    def obey(self, kind: str, argument: str) -> None:
        """Begin or leave a turn; keep any other mark."""
        turn, above = self._turn, self._turn.above
        is_same = above is not None and turn.loop == argument
        if kind == "scope":
            self._turn = _Turn(argument, above if is_same else turn)
        elif kind == "left":
            self._turn = above if is_same and above is not None else turn
        else:
            self._read.append(((kind, argument), turn))

    def read(self, text: str) -> None:
        """Note the bookmarks of a text, those that come again under a new name."""
        self._read.append((_BOOKMARK.sub(self._named, text), self._turn))

    def linked(self) -> Iterator[Stretch]:
        """All that was read, its references settled."""
        for stretch, turn in self._read:
            if isinstance(stretch, str):
                yield _REFERENCE.sub(functools.partial(_settled, turn), stretch)
            else:
                yield stretch

    def _named(self, match: re.Match[str]) -> str:
        name = match[2]
        turn: _Turn | None = self._turn
        new = _another(name, self.number()) if name in self._first.names else name
        while turn is not None:
            turn.names.setdefault(name, new)
            turn = turn.above
        return match[1] + new


def _settled(turn: _Turn, match: re.Match[str]) -> str:
    """What refers to bookmarks, each called as it is now."""
    begin, said = match[1] or match[3], match[2] if match[1] else match[4]
    return begin + _WORD.sub(lambda word: turn.name_of(word[0]), said)


def _another(name: str, number: int) -> str:
    """The name of a later bookmark; never a half of what stands for a sign in XML."""
    return f"{name.partition('&')[0][: _LONGEST - 10]}_{number}"
