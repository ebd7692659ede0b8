"""Templating: what a package gets beside its text: relations, pictures, styles, numbering.

Parts are read when they are first needed; what was not touched is not written.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from hashlib import sha256

from lxml import etree

from docgen.templating.package import BODY, Member, content
from docgen.templating.xml import DECLARATION, W_SPACE, Element, W, parse, serialised

TYPES = "[Content_Types].xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
COMMENTS = "word/comments.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EMPTY = {
    NUMBERING: f'<w:numbering xmlns:w="{W_SPACE}"/>',
    STYLES: f'<w:styles xmlns:w="{W_SPACE}"/>',
    COMMENTS: f'<w:comments xmlns:w="{W_SPACE}"/>',
}
_NO_RELATIONS = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'
_FIRST_NUMBER = 100_000_001
"""Ids of drawings start here: above any that Word gives."""


def rels_of(part: str) -> str:
    """The name of the part that holds a part's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relative(name: str, part: str) -> str:
    """The name of a part as a relation of another writes it."""
    return posixpath.relpath(name, posixpath.dirname(part) or ".")


class Additions:
    """A package in the making: its members, and the parts of them that were taken apart."""

    def __init__(self, members: Mapping[str, Member | None]) -> None:
        self._members = members
        self._trees: dict[str, Element] = {}
        self._changed: set[str] = set()
        self._files: dict[str, Member] = {}
        self._pictures: dict[bytes, str] = {}
        self._last_number = _FIRST_NUMBER - 1
        self.bookmarks: set[str] = set()

    def made(self) -> dict[str, Member]:
        """The members that are new or changed."""
        trees = {name: self._trees[name] for name in self._trees if name in self._changed}
        texts = {name: (DECLARATION + serialised(tree)).encode() for name, tree in trees.items()}
        return {**{name: Member.of(name, text) for name, text in texts.items()}, **self._files}

    def number(self) -> int:
        """An id that no other drawing has."""
        self._last_number += 1
        return self._last_number

    def tree(self, name: str, *, change: bool = False) -> Element | None:
        """A part taken apart; None when there is none. With `change` it will be written."""
        if name not in self._trees and (member := self._members.get(name)) is not None:
            self._trees[name] = parse(content(member))
        if change and name in self._trees:
            self._changed.add(name)
        return self._trees.get(name)

    def word_part(self, name: str) -> Element:
        """The styles or the numbering, to be changed; made when there is none."""
        if (found := self.tree(name, change=True)) is not None:
            return found
        self._trees[name] = etree.fromstring(_EMPTY[name])
        self._changed.add(name)
        kind = posixpath.basename(name).removesuffix(".xml")
        self.type_of(name, f"{_WORD}.{kind}+xml")
        self.relation(BODY, kind, posixpath.basename(name))
        return self._trees[name]

    def style_id(self, kind: str, name: str) -> str:
        """The id of the style that has this id or this name; empty when there is none."""
        styles = self.tree(STYLES)
        found = ""
        for style in () if styles is None else styles.iter(f"{W}style"):
            if style.get(f"{W}type") != kind:
                continue
            id, called = style.get(f"{W}styleId", ""), style.find(f"{W}name")
            if id == name:
                return id
            if called is not None and called.get(f"{W}val") == name:
                found = id
        return found

    def relation(
        self, part: str, kind: str, target: str, *, external: bool = False, id: str = ""
    ) -> str:
        """The id by which the part refers to the target; the same for the same. `id` is given
        where the part is a copy, which has its own already."""
        name = rels_of(part)
        relations = self.tree(name)
        if relations is None:
            relations = self._trees[name] = etree.fromstring(_NO_RELATIONS)
        wanted = {"Type": kind if "/" in kind else f"{_OFFICE}/{kind}", "Target": target}
        if external:
            wanted["TargetMode"] = "External"
        for known in () if id else relations:
            if all(known.get(key) == value for key, value in wanted.items()):
                return known.get("Id", "")
        taken = {known.get("Id") for known in relations}
        id = id or next(f"dg{n}" for n in range(1, len(taken) + 2) if f"dg{n}" not in taken)
        tag = f"{{{_PACKAGE}/relationships}}Relationship"
        relations.append(relations.makeelement(tag, {"Id": id, **wanted}))
        self._changed.add(name)
        return id

    def image(self, part: str, data: bytes, extension: str) -> str:
        """The id by which the part refers to a picture; the same picture is one file."""
        key = sha256(data).digest()
        if key not in self._pictures:
            self._pictures[key] = self.file(f"word/media/image.{extension}", data)
            self.default_type(extension, f"image/{extension}")
        return self.relation(part, "image", relative(self._pictures[key], part))

    def file(self, like: str, data: bytes) -> str:
        """The name under which a file is added, near to the one given."""
        stem, extension = posixpath.splitext(like)
        taken = {name.casefold() for name in (*self._members, *self._files)}
        numbers = range(1, len(taken) + 2)
        name = next(
            name for n in numbers if (name := f"{stem}_{n}{extension}").casefold() not in taken
        )
        self._files[name] = Member.of(name, data)
        return name

    def default_type(self, extension: str, kind: str) -> None:
        """Declare what files with this extension are."""
        self._declare("Default", {"Extension": extension}, kind)

    def type_of(self, part: str, kind: str) -> None:
        """Declare what a part is."""
        self._declare("Override", {"PartName": f"/{part}"}, kind)

    def _declare(self, tag: str, key: Mapping[str, str], kind: str) -> None:
        types = self.tree(TYPES)
        space = f"{{{_PACKAGE}/content-types}}"
        if types is None:
            return
        for known in types.iter(f"{space}{tag}"):
            if all(
                known.get(name, "").casefold() == value.casefold() for name, value in key.items()
            ):
                return
        declared = types.makeelement(f"{space}{tag}", {**key, "ContentType": kind})
        types.insert(0 if tag == "Default" else len(types), declared)
        self._changed.add(TYPES)
