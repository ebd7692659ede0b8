"""Templating: footnotes and endnotes: each is read and run where it is referred to.

A note that holds tags, and one that a loop repeats, stands before its reference while the template
is compiled and run: `<?note footnotes?><w:footnote>…</w:footnote><?noted 1?>`. So it knows the
values of its turn. Of the finished text it goes back into its own part, under an id of its own.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from lxml import etree

from docgen.templating.additions import Additions
from docgen.templating.finish import Stretch
from docgen.templating.xml import RELATION, Element, W, cleaned, is_deleted, remove

_KINDS = {"footnote": "footnotes", "endnote": "endnotes"}
NOTES = {f"{W}{one}": many for one, many in _KINDS.items()}
"""The elements that are notes, and the part each stands in."""
NAMES = {"footnotes": "cước chú", "endnotes": "chú thích cuối"}
"""What problems call them."""
REFERENCES = {f"{W}{one}Reference": many for one, many in _KINDS.items()}
_ID = f"{W}id"
_ID_IN_TEXT = re.compile(r'(\bw:id=")[^"]*')
_SEPARATORS = (("separator", "-1"), ("continuationSeparator", "0"))


class Referred(NamedTuple):
    """A note, the reference to it, the part it stands in, its number as Word shows it."""

    note: Element
    reference: Element
    kind: str
    number: int


def referred(root: Element, package: Additions) -> Iterator[Referred]:
    """The notes that a body refers to, in order; what was deleted refers to nothing."""
    references = [node for node in root.iter(*REFERENCES) if not is_deleted(node)]
    if not references:
        return
    counts = dict.fromkeys(NAMES, 0)
    notes = {kind: _by_id(package.of_kind(kind)) for kind in NAMES}
    for reference in references:
        kind = REFERENCES[str(reference.tag)]
        counts[kind] += 1
        note = notes[kind].get(reference.get(_ID, ""))
        if note is not None and not _is_brought(reference):
            yield Referred(note, reference, kind, counts[kind])


def bring_in(root: Element, package: Additions) -> None:
    """Put the notes with tags before their references in a body, and take them out of their part;
    those that nothing refers to come last."""
    links = {kind: _links_with_tags(package, kind) for kind in NAMES}
    for found in list(referred(root, package)):
        if _has_tags(found.note, links[found.kind]):
            _take(found, package)
    body = root.find(f"{W}body")
    for kind in NAMES:
        ids = {node.get(_ID) for node in root.iter(f"{W}{kind[:-1]}Reference")}
        for id, note in _by_id(package.of_kind(kind)).items():
            if body is not None and id not in ids and _has_tags(note, links[kind]):
                body.extend(_marked(note, kind, is_referred=False))
                remove(note)
                package.of_kind(kind, change=True)


def bring_repeated(root: Element, package: Additions, repeated: Iterable[Element]) -> None:
    """Put the notes before those references that a loop repeats."""
    if not (waiting := list(referred(root, package))):
        return
    looped = set(repeated)
    for found in waiting:
        if found.reference in looped:
            _take(found, package)


def _take(found: Referred, package: Additions) -> None:
    put_before(found.reference, found.note, found.kind)
    remove(found.note)
    package.of_kind(found.kind, change=True)


def put_before(reference: Element, note: Element, kind: str) -> None:
    """Put a copy of the note before a reference to it."""
    for node in _marked(note, kind, is_referred=True):
        reference.addprevious(node)


def _marked(note: Element, kind: str, *, is_referred: bool) -> tuple[Element, Element, Element]:
    """A copy of the note, between its marks."""
    begin = etree.ProcessingInstruction("note", kind)
    end = etree.ProcessingInstruction("noted", str(int(is_referred)))
    return begin, cleaned(copy.deepcopy(note)), end


def _has_tags(note: Element, links: Set[str]) -> bool:
    """Whether the note may hold tags, in its text, in what is said of a picture, or in an address
    (`links` are the ids of such)."""
    return any(
        "{" in f"{node.text}{node.get('descr')}{node.get('title')}"
        or node.get(f"{RELATION}id") in links
        for node in note.iter("{*}*")
    )


def _links_with_tags(package: Additions, kind: str) -> set[str]:
    """The ids of the addresses with tags in a part of notes."""
    relations = package.relations(package.name_of(kind))
    return {
        relation.get("Id", "")
        for relation in (() if relations is None else relations)
        if re.search(r"\{|%7b", relation.get("Target", ""), re.IGNORECASE)
    }


def notes_in(root: Element) -> Iterator[tuple[Element, str]]:
    """The notes that stand in a body, each with what problems call it."""
    counts = dict.fromkeys(NAMES, 0)
    for node in root.iter(*NOTES, *REFERENCES):
        if node.tag in NOTES:
            kind = NOTES[str(node.tag)]
            yield node, f"{NAMES[kind]} {counts[kind] + 1}"
        elif not is_deleted(node):
            counts[REFERENCES[str(node.tag)]] += 1


def part_of(node: Element) -> str:
    """The kind of part that a node belongs to when it is in a note; otherwise empty."""
    note = next(node.iterancestors(*NOTES), None)
    return "" if note is None else NOTES[str(note.tag)]


def notes_part(package: Additions, kind: str) -> Element:
    """The part of the notes of a kind, to be changed; made with its separators when there is
    none."""
    if (found := package.of_kind(kind, change=True)) is not None:
        return found
    made = package.word_part(kind)
    for separator, id in _SEPARATORS:
        note = etree.SubElement(made, f"{W}{kind[:-1]}", {f"{W}type": separator, _ID: id})
        run = etree.SubElement(etree.SubElement(note, f"{W}p"), f"{W}r")
        etree.SubElement(run, f"{W}{separator}")
    return made


class Notes:
    """The notes of one render: taken out of the body, later put into their parts."""

    def __init__(self, package: Additions) -> None:
        self.package = package
        self.found: list[list[Stretch]] = []
        self._kinds: list[str] = []
        self._ids: list[str] = []
        self._last: dict[str, int] = {}

    def taken_out(self, stretches: Iterable[Stretch]) -> list[Stretch]:
        """The stretches of the body, each reference with the id of its note; the notes' own are
        kept in `found`."""
        body: list[Stretch] = []
        here = body
        is_next = False
        for stretch in stretches:
            if isinstance(stretch, str):
                here.append(_with_id(stretch, self._ids[-1]) if is_next else stretch)
                is_next = False
            elif stretch[0] == "note":
                here = self._open(stretch[1])
            elif stretch[0] == "noted":
                here, is_next = body, stretch[1] == "1"
                self._ids.append(self._own_id(self._kinds[-1]))
            else:
                here.append(stretch)
        return body

    def settle(self, finished: Sequence[str], opening: str) -> None:
        """Put the finished notes into their parts; `opening` begins an element that declares what
        they need."""
        for kind, id, text in zip(self._kinds, self._ids, finished, strict=True):
            (note,) = etree.fromstring(f"{opening}{text}</w:body>")
            note.set(_ID, id)
            notes_part(self.package, kind).append(note)

    def _open(self, kind: str) -> list[Stretch]:
        self._kinds.append(kind)
        self.found.append([])
        return self.found[-1]

    def _own_id(self, kind: str) -> str:
        """An id that no note of the kind has."""
        if kind not in self._last:
            known = _by_id(notes_part(self.package, kind))
            self._last[kind] = max((0, *(int(id) for id in known if id.isdecimal())))
        self._last[kind] += 1
        return str(self._last[kind])


def _by_id(part: Element | None) -> dict[str, Element]:
    found = () if part is None else part.iterchildren(*NOTES)
    return {note.get(_ID, ""): note for note in found}


def _is_brought(reference: Element) -> bool:
    return isinstance(reference.getprevious(), etree._ProcessingInstruction)


def _with_id(text: str, id: str) -> str:
    """The text, the reference at its start with this id."""
    return _ID_IN_TEXT.sub(rf"\g<1>{id}", text, count=1)
