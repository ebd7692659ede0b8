"""Templating: a body from another file made at home: its styles, lists, pictures, notes come too.

Of two styles with one name the host's stands. Pages, headers and comments stay behind; what reaches
outside the file is refused, and so are notes where Word has none.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping

from docgen.templating.additions import NUMBERING, STYLES, Additions
from docgen.templating.notes import REFERENCES, notes_part, part_of, put_before
from docgen.templating.numbering import Numbering
from docgen.templating.package import Member, content
from docgen.templating.relations import relative, resolved
from docgen.templating.values import Unprintable
from docgen.templating.xml import RELATION, Element, W, remove

_LEFT_BEHIND = tuple(
    f"{W}{name}"
    for name in (
        "sectPr", "commentRangeStart", "commentRangeEnd", "commentReference", "pPrChange", "id",
    )
)  # fmt: skip
"""What belongs to one file only; `w:id` is that of a content control."""
_NAMES_STYLE = tuple(
    f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next")
)
_REFUSED = ("oleObject", "control", "aFChunk", "subDocument", "attachedTemplate", "frame")
_VAL, _STYLE_ID, _TYPE = f"{W}val", f"{W}styleId", f"{W}type"
_NUM, _ABSTRACT = f"{W}numId", f"{W}abstractNumId"


class Foreign:
    """One file whose body is put into a part of the package that `additions` makes."""

    def __init__(self, members: Mapping[str, Member], additions: Additions, part: str) -> None:
        self.members = members
        self.home = additions
        self.part = part
        self._source = Additions(members)
        self._styles: dict[str, str] = {}
        self._lists: dict[str, str] = {}
        self._parts: dict[str, str] = {}

    def settle(self, root: Element) -> None:
        """Make the tree of the body at home. Raises `Unprintable` for what cannot come."""
        for reference in list(root.iter(*REFERENCES)):
            self._bring_note(reference)
        for node in list(root.iter(*_LEFT_BEHIND)):
            remove(node)
        book = Numbering(self._source)
        for paragraph in root.iter(f"{W}p"):
            if (found := book.of(paragraph)) is not None:  # its list is its own, and starts anew
                book.own(paragraph, *found)
        self._rename([root, *self._bring_styles(root)])
        for node in root.iter("{*}*"):
            for key in [key for key in node.attrib if str(key).startswith(RELATION)]:
                node.set(key, self._relation(node.get(key, ""), part_of(node)))

    def _bring_note(self, reference: Element) -> None:
        """Put the note before the reference to it."""
        if self.part != self.home.main:
            raise Unprintable("cước chú và chú thích cuối chỉ đặt được trong thân văn bản")
        kind = REFERENCES[str(reference.tag)]
        source = self._source.of_kind(kind)
        id = reference.get(f"{W}id", "")
        note = None if source is None else _with(source, f"{W}{kind[:-1]}", f"{W}id", id)
        if note is None:
            raise Unprintable("văn bản chèn vào có cước chú hỏng")
        put_before(reference, note, kind)
        notes_part(self.home, kind)

    def _rename(self, trees: Iterable[Element]) -> None:
        """Call styles and lists by their ids at home."""
        for tree in trees:
            for node in tree.iter(*_NAMES_STYLE):
                node.set(_VAL, self._styles.get(node.get(_VAL, ""), node.get(_VAL, "")))
            for node in tree.iter(_NUM):
                node.set(_VAL, self._list(node.get(_VAL, "0")))

    def _bring_styles(self, root: Element) -> Iterator[Element]:
        """Copy the styles that the tree uses and the host lacks; gives the copies."""
        source = self._source.of_kind(STYLES)
        found = () if source is None else source.iter(f"{W}style")
        offered = {style.get(_STYLE_ID, ""): style for style in found}
        wanted = [node.get(_VAL, "") for node in root.iter(*_NAMES_STYLE)]
        while wanted:
            id = wanted.pop()
            style = offered.get(id)
            if style is None or id in self._styles:
                continue
            known = self._style_at_home(style)
            self._styles[id] = known or self._free_style_id(id)
            if known:
                continue
            own = copy.deepcopy(style)
            own.attrib.pop(f"{W}default", "")
            own.set(_STYLE_ID, self._styles[id])
            self.home.word_part(STYLES).append(own)
            wanted += [node.get(_VAL, "") for node in own.iter(*_NAMES_STYLE)]
            yield own

    def _style_at_home(self, style: Element) -> str:
        """The id of the host's style of this kind and name; empty when it has none."""
        name = style.find(f"{W}name")
        asked = style.get(_STYLE_ID, "") if name is None else name.get(_VAL, "")
        return self.home.style_id(style.get(_TYPE, ""), asked)

    def _free_style_id(self, id: str) -> str:
        styles = self.home.of_kind(STYLES)
        found = () if styles is None else styles.iter(f"{W}style")
        taken = {style.get(_STYLE_ID) for style in found}
        numbered = (f"{id}_{n}" for n in range(1, len(taken) + 2))
        return id if id not in taken else next(free for free in numbered if free not in taken)

    def _list(self, id: str) -> str:
        """The id at home of one of the file's lists; of none that is known, no list."""
        if id == "0" or id in self._lists:
            return self._lists.get(id, "0")
        source = self._source.of_kind(NUMBERING)
        num = None if source is None else _with(source, f"{W}num", _NUM, id)
        model = None if num is None else num.find(_ABSTRACT)
        if source is None or num is None or model is None:
            return self._lists.setdefault(id, "0")
        abstract = _with(source, f"{W}abstractNum", _ABSTRACT, model.get(_VAL, ""))
        if abstract is None:
            return self._lists.setdefault(id, "0")
        numbering = self.home.word_part(NUMBERING)
        new_abstract, new_num = copy.deepcopy(abstract), copy.deepcopy(num)
        self._lists[id] = _free_number(numbering, f"{W}num", _NUM)
        self._neutral(new_abstract)
        new_abstract.set(_ABSTRACT, _free_number(numbering, f"{W}abstractNum", _ABSTRACT))
        new_num.set(_NUM, self._lists[id])
        for link in new_num.iter(_ABSTRACT):
            link.set(_VAL, new_abstract.get(_ABSTRACT, ""))
        at = sum(child.tag in (f"{W}numPicBullet", f"{W}abstractNum") for child in numbering)
        numbering.insert(at, new_abstract)
        at = len(numbering.findall(f"{W}num")) + at + 1
        numbering.insert(at, new_num)
        return self._lists[id]

    def _neutral(self, abstract: Element) -> None:
        """Leave out what ties a list to its own file; its styles by their ids at home."""
        for name in ("nsid", "styleLink", "numStyleLink", "lvlPicBulletId"):
            for node in list(abstract.iter(f"{W}{name}")):
                remove(node)
        for node in list(abstract.iter(f"{W}pStyle")):
            if (id := self._styles.get(node.get(_VAL, ""))) is None:
                remove(node)
            else:
                node.set(_VAL, id)

    def _relation(self, id: str, note: str) -> str:
        """The id at home of what the body refers to, or a note of this kind in it."""
        source, part = self._source.main, self.part
        if note:
            source, part = self._source.name_of(note), self.home.name_of(note)
        relations = self._source.relations(source)
        found = None if relations is None else _with(relations, "{*}Relationship", "Id", id)
        if found is None:
            raise Unprintable("văn bản chèn vào có liên kết hỏng")
        kind, target = found.get("Type", ""), found.get("Target", "")
        _refuse(kind, found)
        if found.get("TargetMode") == "External":
            return self.home.relation(part, kind, target, external=True)
        name = self._adopt(resolved(source, target))
        return self.home.relation(part, kind, relative(name, part))

    def _adopt(self, name: str) -> str:
        """The name at home of one of the file's parts, copied with all that it refers to."""
        if name in self._parts:
            return self._parts[name]
        if (member := self.members.get(self._source.known(name) or "")) is None:
            raise Unprintable("văn bản chèn vào có liên kết hỏng")
        new = self._parts[name] = self.home.file(name, content(member))
        self.home.declare(new, self._source.type_of(member.name))
        relations = self._source.relations(member.name)
        for found in () if relations is None else relations:
            _refuse(found.get("Type", ""), found)
            target, external = found.get("Target", ""), found.get("TargetMode") == "External"
            if not external:
                target = relative(self._adopt(resolved(name, target)), new)
            self.home.relation(
                new, found.get("Type", ""), target, external=external, id=found.get("Id", "")
            )
        return new


def _refuse(kind: str, relation: Element) -> None:
    name = kind.rpartition("/")[2]
    outside = relation.get("TargetMode") == "External" and name != "hyperlink"
    if outside or name in _REFUSED:
        raise Unprintable(f"văn bản chèn vào không được chứa «{name}»")


def _with(root: Element, tag: str, attribute: str, value: str) -> Element | None:
    found = (node for node in root.iterchildren(tag) if node.get(attribute) == value)
    return next(found, None)


def _free_number(root: Element, tag: str, attribute: str) -> str:
    return str(max((int(node.get(attribute, "0")) for node in root.iter(tag)), default=0) + 1)
