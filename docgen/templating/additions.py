"""Templating: what a package gets beside its text: relations, pictures, styles, numbering.

Parts are read when they are first needed; what was not touched is not written.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from itertools import count
from types import MappingProxyType

from lxml import etree

from docgen.templating.package import Member, content, main_part
from docgen.templating.relations import named, relative, rels_of, resolved, targets
from docgen.templating.xml import DECLARATION, W_SPACE, Element, W, parse, serialised

STYLES, NUMBERING, COMMENTS = "styles", "numbering", "comments"
"""Kinds of parts that the body refers to, of each at most one."""
_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OVERRIDE, _DEFAULT = (f"{{{_PACKAGE}/content-types}}{name}" for name in ("Override", "Default"))
_PART, _EXTENSION, _TYPE = "PartName", "Extension", "ContentType"
_TEMPLATE = f"{_WORD}.template.main+xml"
_NO_RELATIONS = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'
StyleIds = Mapping[tuple[str, str], str]
"""Ids of styles by their kind, and their id or name."""
_FIRST_NUMBER = 100_000_001
"""Ids of drawings start here: above any that Word gives."""


class _Index:
    """The relations of a part: their ids by what they say, and by which number the last is free."""

    def __init__(self) -> None:
        self.ids: dict[frozenset[tuple[str, str]], str] = {}
        self.taken: set[str] = set()
        self.last = 1

    def add(self, said: frozenset[tuple[str, str]], id: str) -> None:
        """Note one more."""
        self.ids.setdefault(said, id)
        self.taken.add(id)
        self.last += id == f"dg{self.last}"


class Additions:
    """A package in the making: its members, and the parts of them that were taken apart; `styles`
    are those it had from the beginning."""

    def __init__(
        self, members: Mapping[str, Member | None], styles: StyleIds = MappingProxyType({})
    ) -> None:
        self._members = members
        self.styles = styles
        self._trees: dict[str, Element] = {}
        self._changed: set[str] = set()
        self._files: dict[str, Member] = {}
        self._pictures: dict[bytes, str] = {}
        self._last_number = _FIRST_NUMBER - 1
        self._kinds: dict[str, str] = {}
        self._known: dict[str, str | None] = {}
        self._indexes: dict[str, _Index] = {}
        self.bookmarks: set[str] = set()

    @cached_property
    def main(self) -> str:
        """The name of the body."""
        return main_part(self._members)

    def body(self, *, change: bool = False) -> Element:
        """The part of the body, taken apart."""
        body = self.tree(self.main, change=change)
        assert body is not None  # it is there, or `main` raises
        return body

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

    def relations(self, part: str, *, change: bool = False) -> Element | None:
        """What a part refers to; None when it refers to nothing."""
        return self.tree(self._relations_of(part), change=change)

    def known(self, name: str) -> str | None:
        """The part that a name means, as it is called in the package; None when it is not there."""
        if name not in self._known:
            self._known[name] = named(self._members.keys(), name)
        return self._known[name]

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of a kind that a part refers to, each once."""
        found = map(self.known, targets(self.relations(part), part, kind))
        return list(dict.fromkeys(name for name in found if name))

    def ids_of(self, part: str, target: str) -> set[str]:
        """The ids by which a part refers to another."""
        relations = self.relations(part)
        return {
            relation.get("Id", "")
            for relation in (() if relations is None else relations)
            if self.known(resolved(part, relation.get("Target", ""))) == target
        }

    def name_of(self, kind: str) -> str:
        """The name of the part of a kind that the body refers to; empty when it has none."""
        if kind not in self._kinds:
            self._kinds[kind] = next(iter(self.related(self.main, kind)), "")
        return self._kinds[kind]

    def of_kind(self, kind: str, *, change: bool = False) -> Element | None:
        """The part of a kind that the body refers to; None when it has none."""
        return self.tree(self.name_of(kind), change=change)

    def word_part(self, kind: str) -> Element:
        """The styles, the numbering or such, to be changed; made when there is none."""
        if (found := self.of_kind(kind, change=True)) is not None:
            return found
        name = self._kinds[kind] = self._free(resolved(self.main, f"{kind}.xml"))
        self._trees[name] = etree.fromstring(f'<w:{kind} xmlns:w="{W_SPACE}"/>')
        self._changed.add(name)
        self.declare(name, f"{_WORD}.{kind}+xml")
        self.relation(self.main, kind, relative(name, self.main))
        return self._trees[name]

    def style_id(self, kind: str, name: str) -> str:
        """The id of the style that has this id or this name; empty when there is none."""
        return self.style_ids().get((kind, name), "")

    def style_ids(self) -> StyleIds:
        """The ids of the styles there are now."""
        styles = self.of_kind(STYLES)
        ids: dict[tuple[str, str], str] = {}
        names: dict[tuple[str, str], str] = {}
        for style in () if styles is None else styles.iter(f"{W}style"):
            kind, id = style.get(f"{W}type", ""), style.get(f"{W}styleId", "")
            ids[kind, id] = id
            if (called := style.find(f"{W}name")) is not None:
                names[kind, called.get(f"{W}val", "")] = id
        return {**names, **ids}

    def relation(
        self, part: str, kind: str, target: str, *, external: bool = False, id: str = ""
    ) -> str:
        """The id by which the part refers to the target; the same for the same. `id` is given
        where the part is a copy, which has its own already."""
        name = self._relations_of(part)
        relations = self.tree(name)
        if relations is None:
            relations = self._trees[name] = etree.fromstring(_NO_RELATIONS)
        wanted = {"Type": kind if "/" in kind else f"{_OFFICE}/{kind}", "Target": target}
        if external:
            wanted["TargetMode"] = "External"
        index = self._index(name, relations)
        key = frozenset(wanted.items())
        if not id and key in index.ids:
            return index.ids[key]
        id = id or next(free for n in count(index.last) if (free := f"dg{n}") not in index.taken)
        index.add(key, id)
        tag = f"{{{_PACKAGE}/relationships}}Relationship"
        relations.append(relations.makeelement(tag, {"Id": id, **wanted}))
        self._changed.add(name)
        return id

    def _index(self, name: str, relations: Element) -> _Index:
        """The relations by what they say; made anew when others changed them."""
        index = self._indexes.get(name)
        if index is None or len(index.taken) != len(relations):
            index = self._indexes[name] = _Index()
            for known in relations:
                said = {str(k): str(v) for k, v in known.attrib.items() if k != "Id"}
                index.add(frozenset(said.items()), known.get("Id", ""))
        return index

    def _relations_of(self, part: str) -> str:
        name = rels_of(part)
        return self.known(name) or name

    def image(self, part: str, data: bytes, extension: str) -> str:
        """The id by which the part refers to a picture; the same picture is one file."""
        key = sha256(data).digest()
        if key not in self._pictures:
            self._pictures[key] = self.file(f"word/media/image.{extension}", data)
            self.declare(self._pictures[key], f"image/{extension}")
        return self.relation(part, "image", relative(self._pictures[key], part))

    def file(self, like: str, data: bytes) -> str:
        """The name under which a file is added, near to the one given."""
        name = self._free(like)
        self._files[name] = Member.of(name, data)
        return name

    def _free(self, like: str) -> str:
        """This name, or one near to it that no part has."""
        stem, extension = posixpath.splitext(like)
        taken = {name.casefold() for name in (*self._members, *self._files, *self._trees)}
        numbered = (f"{stem}_{n}{extension}" for n in range(1, len(taken) + 2))
        return next(name for name in (like, *numbered) if name.casefold() not in taken)

    def type_of(self, part: str) -> str:
        """The content type of a part; empty when none is declared."""
        types = self.tree(self._types)
        about = () if types is None else _about(types, part)
        return next((node.get(_TYPE, "") for node in about), "")

    def declare(self, part: str, kind: str) -> None:
        """Say of what content type a part is.

        What is no XML is declared for all files with its extension where none is yet.
        """
        if not kind or self.type_of(part) == kind or (types := self.tree(self._types)) is None:
            return
        known, extension = next(_about(types, part), None), _extension(part)
        if known is not None and known.tag == _OVERRIDE:
            known.set(_TYPE, kind)
        elif known is None and extension not in ("", "xml"):
            types.insert(0, types.makeelement(_DEFAULT, {_EXTENSION: extension, _TYPE: kind}))
        else:
            types.append(types.makeelement(_OVERRIDE, {_PART: f"/{part}", _TYPE: kind}))
        self._changed.add(self._types)

    def become_document(self) -> None:
        """What was a template of Word's (.dotx) is a document from now on."""
        if self.type_of(self.main) == _TEMPLATE:
            self.declare(self.main, f"{_WORD}.document.main+xml")

    @property
    def _types(self) -> str:
        return self.known(_TYPES) or _TYPES


def _about(types: Element, part: str) -> Iterator[Element]:
    """What is said of a part, then what of its extension."""
    name, extension = f"/{part}".casefold(), _extension(part)
    for node in types.iter(_OVERRIDE):
        if node.get(_PART, "").casefold() == name:
            yield node
    for node in types.iter(_DEFAULT):
        if node.get(_EXTENSION, "").casefold() == extension:
            yield node


def _extension(part: str) -> str:
    return posixpath.splitext(part)[1].lstrip(".").casefold()
