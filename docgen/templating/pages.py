"""Templating: sections: `{%p section landscape %}` begins one, on a page of its own.

When compiling, `<?section n,landscape?>` takes the tag's place, and `<?pages n?>` that of the
properties with which section n of the template ends. When rendering, what stands before a section
that was begun ends with the properties of its own, and the rest has those that were asked for.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from docgen.templating.endings import close_gap, end_section, is_gap
from docgen.templating.xml import Element, W, fragment, remove

if TYPE_CHECKING:
    from docgen.templating.tags import Tag

_SECTION = f"{W}sectPr"
_SAID = re.compile(r"section\s+(landscape|portrait)(\s+restart)?")
_ORDER = tuple(
    f"{W}{name}"
    for name in (
        "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
        "paperSrc", "pgBorders", "lnNumType", "pgNumType",
    )
)  # fmt: skip
"""The properties of a section as the schema orders them, up to the page numbers."""
_OF_FIRST = ("headerReference", "footerReference", "type", "titlePg", "sectPrChange")
_LETTER = {f"{W}w": "12240", f"{W}h": "15840"}
"""The page of a section that names none, as Word has it."""
_CONTENT = re.compile("<w:p[ >/]")


class Asked(NamedTuple):
    """What a section is asked to be: how its page lies (empty as the template has it), whether its
    pages are counted from 1; whether it is the first, which has the template's headers."""

    orientation: str = ""
    restarts: bool = False
    is_first: bool = True


OWN = Asked()
Forms = Mapping[Asked, str]
"""The properties of a section by what it is asked to be."""


def asked_by(tag: Tag) -> re.Match[str] | None:
    """What the tag of a section asks for; None when it cannot be read."""
    return _SAID.fullmatch(tag.body.strip())


def mark_sections(root: Element, tags: Sequence[Tag]) -> tuple[Forms, ...]:
    """Put the marks into the tree, if a tag begins a section; the forms of its sections."""
    asking = {tag.mark: asked_by(tag) for tag in tags if tag.keyword == "section"}
    body = root.find(f"{W}body")
    if not asking or body is None:
        return ()
    if body.find(_SECTION) is None:
        body.append(body.makeelement(_SECTION))
    forms: list[Forms] = []
    for node in list(root.iter(etree.PI, _SECTION)):
        parent = node.getparent()
        assert parent is not None
        if (said := asking.get(node)) is not None:
            words = ",".join((str(len(forms)), *filter(None, said.groups()))).replace(" ", "")
            parent.replace(node, etree.ProcessingInstruction("section", words))
        elif node.tag == _SECTION and parent.tag != f"{W}sectPrChange":
            parent.replace(node, etree.ProcessingInstruction("pages", str(len(forms))))
            forms.append(_forms(node, root))
    return tuple(forms)


class Pages:
    """The sections of a text in the making (`out`): the one being written, where the next begins.

    A section that nothing is written into is none; where several begin at one place the last does.
    """

    def __init__(self, sections: Sequence[Forms], out: list[str]) -> None:
        self.sections = sections
        self.out = out
        self._asked = OWN
        self._start = 0
        self._next: tuple[int, Asked] | None = None

    def begin(self, argument: str) -> None:
        """Begin a section here: `0,landscape,restart`."""
        number, orientation, *restart = argument.split(",")
        self._turn_page(number)
        asked = Asked(orientation, bool(restart), is_first=False)
        if self._next is not None:
            place, before = self._next
            self._next = place, asked._replace(restarts=asked.restarts or before.restarts)
        elif self._is_written(self._start):
            self._next = len(self.out), asked
            self.out.append("")  # whose place a paragraph may take
        else:
            restarts = asked.restarts or self._asked.restarts
            self._asked = self._asked._replace(orientation=orientation, restarts=restarts)

    def end(self, number: str) -> None:
        """Here a section of the template ends."""
        self._turn_page(number)
        close_gap(self.out, len(self.out))
        self.out.append(self.sections[int(number)][self._asked])
        self._asked, self._start, self._next = OWN, len(self.out), None

    def _turn_page(self, number: str) -> None:
        """End the section before the next one, if anything is written in that."""
        if self._next is not None and self._is_written(self._next[0]):
            self._start, asked = self._next
            end_section(self.out, self._start, self.sections[int(number)][self._asked])
            self._asked, self._next = asked, None

    def _is_written(self, start: int) -> bool:
        """Whether there is a paragraph from there on."""
        return any(_CONTENT.search(piece) and not is_gap(piece) for piece in self.out[start:])


def _forms(section: Element, root: Element) -> Forms:
    every = product(("", "landscape", "portrait"), (False, True), (True, False))
    return {asked: _form(section, asked, root) for asked in map(Asked._make, every)}


def _form(section: Element, asked: Asked, root: Element) -> str:
    """The properties of the section as it is asked to be."""
    made = copy.deepcopy(section)
    if not asked.is_first:
        for name in _OF_FIRST:
            for child in made.findall(f"{W}{name}"):
                remove(child)
        if (numbers := made.find(f"{W}pgNumType")) is not None:
            _unset(numbers, "start")
    if asked.orientation:
        _lay(made, asked.orientation)
    if asked.restarts:
        _child(made, "pgNumType").set(f"{W}start", "1")
    return fragment(made, root)


def _lay(section: Element, orientation: str) -> None:
    """Turn the page; the margins are those of the reader, and stay."""
    size = _child(section, "pgSz")
    for name, value in _LETTER.items():
        size.set(name, size.get(name, value))
    sides = sorted((size.get(f"{W}w", ""), size.get(f"{W}h", "")), key=_length)
    is_wide = orientation == "landscape"
    size.set(f"{W}w", sides[is_wide])
    size.set(f"{W}h", sides[not is_wide])
    _unset(size, "orient")
    if is_wide:
        size.set(f"{W}orient", orientation)


def _unset(element: Element, name: str) -> None:
    if f"{W}{name}" in element.attrib:
        del element.attrib[f"{W}{name}"]


def _length(text: str) -> float:
    number = re.match(r"\d+(\.\d+)?", text)
    return float(number[0]) if number else 0


def _child(section: Element, name: str) -> Element:
    """The property of this name, put where the schema wants it when there is none."""
    found = section.find(f"{W}{name}")
    if found is None:
        found = section.makeelement(f"{W}{name}")
        before = _ORDER[: _ORDER.index(found.tag)]
        section.insert(sum(child.tag in before for child in section), found)
    return found
