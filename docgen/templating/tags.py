"""Templating: finds the tags of a part, joins those that Word has cut, puts a mark in their place.

A mark is a processing instruction (`<?tag 17?>`): it cannot be mistaken for text, and moves through
the tree like any node. Places (`spots`) are told before anything is lifted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lxml import etree

from docgen.templating.errors import TemplateProblem
from docgen.templating.notes import notes_in
from docgen.templating.openers import CLOSERS, DASHES, OPENER, as_meant, blanked, live_tags
from docgen.templating.pieces import Cut, Piece, cut_out, pieces_of
from docgen.templating.spots import Spot, spots
from docgen.templating.xml import Element, W, is_deleted

_INSIDE = re.compile(rf"([{DASHES}]?)(?:(p|tr|tc|r)(?=\s))?(.*?)([{DASHES}]?)", re.DOTALL)
_ESCAPE = re.compile(r"(?<=\{)_(?=[{%])|(?<=[}%])_(?=\})")
"""What keeps two braces from being a tag, `{_{` and `%_}`; it is not printed."""
_BRACES = re.compile(r"\{|_\}")
OPENS = ("if", "for", "with", "set", "macro", "call", "filter")
"""Statements with an end of their own, but for `set x = …`."""
_ASSIGNMENT = re.compile(r"\s*set\s[^|=]*=")
_LONGEST = 5_000
PROPERTY = " property"
"""The filter of what goes into the file's properties. No template can name it."""
MARKS = {
    "span": ('<w:gridSpan w:val="', '"/>'),
    "merge": ('<w:vMerge w:val="', '"/>'),
    "colour": ('<w:shd w:val="clear" w:color="auto" w:fill="', '"/>'),
}
"""The instructions that stand for a tag in a table's markup, and what is written around its
output; any other stands as a `tag`."""


class Attribute(NamedTuple):
    """An attribute whose value a tag gives: its name as it is written, the tag's filter."""

    name: str
    filter: str


IN_START_TAG = {
    "address": Attribute(r"\w+:id", " address"),
    "descr": Attribute("descr", " attribute"),
    "title": Attribute("title", " attribute"),
}
"""The instructions that stand for a tag in an attribute of the element they begin."""
IN_ATTRIBUTE = frozenset(attribute.filter for attribute in IN_START_TAG.values())


@dataclass
class Tag:
    """One tag: what it says, what it lifts (p, tr, tc, r or nothing), where it stands.

    `code` is what Jinja reads. It holds exactly one newline, so that a line number is a tag.
    `trims` tells the sides that have a dash; `filter` what its output goes through; `in_loop` is
    the tag that has no sense outside a loop; `keyword` is the first word of a statement (if, for,
    endfor …), empty for outputs and comments.
    """

    opening: str
    lifts: str
    body: str
    spot: Spot
    mark: Element
    code: str = ""
    trims: tuple[bool, bool] = (False, False)
    filter: str = ""
    in_loop: str = ""
    keyword: str = field(init=False)

    def __post_init__(self) -> None:
        words = self.body.replace("(", " ").split(None, 1) if self.opening == "{%" else ()
        self.keyword = words[0] if words else ""

    @classmethod
    def made(cls, model: Tag, code: str, tags: list[Tag], *, target: str = "tag") -> Tag:
        """A tag of our own that stands for `model`; `code` is without its newline."""
        mark = etree.ProcessingInstruction(target, str(len(tags)))
        opening, body, closer = code[:2], code[2:-2].strip(), code[-2:]
        tag = cls(opening, "", body, model.spot, mark, f"{opening}\n{body} {closer}")
        tags.append(tag)
        return tag

    @property
    def opens(self) -> bool:
        """Whether it begins a block; `set x = …` does not."""
        return self.keyword in OPENS and not _ASSIGNMENT.match(self.body)

    @property
    def closes(self) -> bool:
        """Whether it ends a block."""
        return self.keyword.removeprefix("end") in OPENS and self.keyword.startswith("end")

    @property
    def place(self) -> Element | None:
        """The element among whose children the tag stands."""
        return self.mark.getparent()

    def problem(self, message: str) -> TemplateProblem:
        """A problem at this tag."""
        return self.spot.problem(message)

    def become(self, body: str) -> None:
        """Be another statement, at the same place."""
        self.body, self.code = body, f"{{%\n{body} %}}"
        self.__post_init__()

    def blank(self, code: str = "{#\n#}") -> None:
        """Say nothing (or only `code`), so that what is wrong elsewhere can still be found."""
        self.code = code


class Scanner:
    """Collects the tags and problems of one story and its blocks, leaving marks in the trees.

    `has_escapes` tells that something was taken out that kept two braces from being a tag.
    """

    def __init__(self, problems: list[TemplateProblem]) -> None:
        self.tags: list[Tag] = []
        self.problems = problems
        self.has_escapes = False
        self._raw: Tag | None = None

    def scan(self, root: Element, part: str) -> None:
        """Mark every tag of the tree, those of the notes in it too. `part` is the name that
        problems carry."""
        self._scan(root, part)
        for note, name in notes_in(root):
            self._scan(note, f"{part.rpartition(' · ')[0]} · {name}")

    def _scan(self, root: Element, part: str) -> None:
        known = dict(spots(root, part))
        braced = {
            node: next(node.iterancestors(f"{W}p"), None)
            for node in root.iter("{*}t", f"{W}instrText")
            if "{" in (text := node.text or "") or "}" in text
        }
        with_braces = frozenset(braced.values())
        for paragraph in [paragraph for paragraph in known if paragraph in with_braces]:
            pieces = list(pieces_of(paragraph))
            text = "".join(piece.text for piece in pieces)
            if _BRACES.search(text):
                self._join(pieces, text, known[paragraph])
        for node, around in braced.items():
            if node.tag != f"{W}t" or around is None:
                self._refuse(node, Spot(part) if around is None else known.get(around))
        if self._raw is not None:
            message = "khối «raw» mở ở đây mà không đóng; thiếu «endraw»"
            self.problems.append(self._raw.problem(message))
            self._raw = None

    def scan_properties(self, root: Element, part: str) -> None:
        """Mark every tag in the texts of the file's properties, which hold no markup."""
        start = len(self.tags)
        for element in list(root.iter()):
            if "{" in (text := element.text or ""):
                self._join([Piece(element, text)], text, Spot(part))
        for tag in self.tags[start:]:
            tag.filter = PROPERTY if tag.opening == "{{" else ""

    def _join(self, pieces: list[Piece], text: str, spot: Spot) -> None:
        """Put each tag whole into the text node where it starts, with that run's formatting."""
        cuts: list[Cut] = []
        spans, plain = live_tags(text, is_raw=self._raw is not None)
        for start, end in spans:
            mark = etree.ProcessingInstruction("tag", str(len(self.tags)))
            place = spot.quoting(text, start, end)
            self.tags.append(self._tag(text[start:end], place, mark))
            cuts.append((start, end, mark))
        rest = blanked(text, sorted((*spans, *plain)))
        for match in OPENER.finditer(rest):
            message = f"thẻ mở bằng «{match[0]}» mà chưa đóng trong đoạn này"
            self.problems.append(spot.quoting(text, *match.span()).problem(message))
        cuts += [(match.start(), match.end(), None) for match in _ESCAPE.finditer(rest)]
        self.has_escapes = self.has_escapes or len(cuts) > len(spans)
        cuts.sort(key=lambda cut: cut[0])
        cut_out(pieces, cuts)

    def _tag(self, source: str, spot: Spot, mark: Element) -> Tag:
        if len(source) > _LONGEST:
            self.problems.append(spot.problem(f"thẻ dài quá {_LONGEST} ký tự"))
            source = "{##}"
        opening, inside = source[:2], unicodedata.normalize("NFC", source[2:-2])
        parts = _INSIDE.fullmatch(inside)
        assert parts  # every text has this form
        left, lifts, body, right = parts.groups(default="")
        body = as_meant(_ESCAPE.sub("", body.replace("\r", " ").replace("\n", " ")))
        code = f"{opening}\n{body}{CLOSERS[opening]}"
        tag = Tag(opening, lifts, body, spot, mark, code, (bool(left), bool(right)))
        is_raw = tag.keyword == ("endraw" if self._raw else "raw")
        if is_raw:
            self._raw = None if self._raw else tag
        if opening == "{#" or is_raw:
            tag.opening, tag.keyword = "{#", ""  # it says nothing
            tag.blank()
        elif problem := _refused(tag):
            self.problems.append(tag.problem(problem))
            tag.blank()
        return tag

    def _refuse(self, node: Element, spot: Spot | None) -> None:
        """Tell of a tag where it would never run: in a formula, a field code, a drawing."""
        text = node.text or ""
        found = OPENER.search(text)
        message = "thẻ đứng ở chỗ không dùng được (công thức, mã trường hoặc hình vẽ)"
        if found and spot is not None and not is_deleted(node):  # a note's own are told there
            self.problems.append(spot.quoting(text, *found.span()).problem(message))


_TARGETS = frozenset(("tag", *MARKS, *IN_START_TAG))


def is_mark(node: Any) -> bool:
    """Whether the node is a mark (or another instruction) and no element."""
    return node.tag is etree.PI


def marks_in(root: Element) -> Iterator[int]:
    """The numbers of the tags whose marks stand in the tree, in the order of the document."""
    for mark in root.iter(etree.PI):
        if getattr(mark, "target", "") in _TARGETS:
            yield int(mark.text or "")


def _refused(tag: Tag) -> str | None:
    if tag.opening == "{{" and tag.lifts in ("tr", "tc"):
        return f"thẻ {{{{{tag.lifts} … }}}} không dùng được; hãy viết {{{{ … }}}}"
    return None
