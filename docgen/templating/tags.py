"""Templating: finds the tags of a part, joins those that Word has cut, puts a mark in their place.

A mark is a processing instruction (`<?tag 17?>`): it cannot be mistaken for text, and moves through
the tree like any node. Places (`spots`) are told before anything is lifted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from docgen.templating.autocorrect import DASHES, as_meant
from docgen.templating.errors import TemplateProblem
from docgen.templating.notes import notes_in
from docgen.templating.openers import CLOSERS, OPENER, blanked, tags_in, touching
from docgen.templating.spots import Spot, spots
from docgen.templating.xml import XML_SPACE, Element, W, is_deleted, remove

_INSIDE = re.compile(rf"([{DASHES}]?)(?:(p|tr|tc|r)(?=\s))?(.*?)([{DASHES}]?)", re.DOTALL)
_ESCAPE = re.compile(r"(?<=\{)_(?=[{%])|(?<=[}%])_(?=\})")
"""What keeps two braces from being a tag, `{_{` and `%_}`; it is not printed."""
PROPERTY = " property"
"""The filter of what goes into the file's properties. No template can name it."""
MARKS = {
    "tag": ("", ""),
    "span": ('<w:gridSpan w:val="', '"/>'),
    "merge": ('<w:vMerge w:val="', '"/>'),
    "colour": ('<w:shd w:val="clear" w:color="auto" w:fill="', '"/>'),
}
"""The instructions that stand for a tag, and what is written around its output."""
_SIGNS = {
    f"{W}tab": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "\u00ad",
}  # fmt: skip
"""Elements that are one letter of a text; of two that are layout only a tag could care."""
_SOFT_BREAKS = (None, "textWrapping")
_UNREAD = frozenset(
    f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "p", "txbxContent", "instrText")
)
"""Where a paragraph's own text is not: properties, what was deleted, the text boxes it holds."""


@dataclass
class Tag:
    """One tag: what it says, what it lifts (p, tr, tc, r or nothing), where it stands.

    `code` is what Jinja reads. It holds exactly one newline, so that a line number is a tag.
    `trims` tells the sides that have a dash; `filter` what its output goes through; `in_loop` is
    the tag that has no sense outside a loop.
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

    @classmethod
    def made(cls, model: Tag, code: str, tags: list[Tag], *, target: str = "tag") -> Tag:
        """A tag of our own that stands for `model`; `code` is without its newline."""
        mark = etree.ProcessingInstruction(target, str(len(tags)))
        opening, body, closer = code[:2], code[2:-2].strip(), code[-2:]
        tag = cls(opening, "", body, model.spot, mark, f"{opening}\n{body} {closer}")
        tags.append(tag)
        return tag

    @property
    def keyword(self) -> str:
        """The first word of a statement: if, for, endfor …; empty for outputs and comments."""
        words = self.body.split(None, 1)
        return words[0] if self.opening == "{%" and words else ""

    @property
    def place(self) -> Element | None:
        """The element among whose children the tag stands."""
        return self.mark.getparent()

    def problem(self, message: str) -> TemplateProblem:
        """A problem at this tag."""
        return self.spot.problem(message)

    def blank(self, code: str = "{#\n#}") -> None:
        """Say nothing (or only `code`), so that what is wrong elsewhere can still be found."""
        self.code = code


Cut = tuple[int, int, Element | None]
"""A stretch to take out of a paragraph's text, and the mark that takes its place."""


@dataclass
class Piece:
    """A stretch of a paragraph's text: a `w:t`, or an element that counts as one character."""

    element: Element
    text: str


class Scanner:
    """Collects the tags and problems of one story and its blocks, leaving marks in the trees."""

    def __init__(self, problems: list[TemplateProblem]) -> None:
        self.tags: list[Tag] = []
        self.problems = problems

    def scan(self, root: Element, part: str) -> None:
        """Mark every tag of the tree, those of the notes in it too. `part` is the name that
        problems carry."""
        self._scan(root, part)
        for note, name in notes_in(root):
            self._scan(note, f"{part.rpartition(' · ')[0]} · {name}")

    def _scan(self, root: Element, part: str) -> None:
        known = dict(spots(root, part))
        for paragraph, spot in known.items():
            if "{" not in etree.tostring(paragraph, method="text", encoding="unicode"):
                continue  # most of them: seen at once
            pieces = list(pieces_of(paragraph))
            text = "".join(piece.text for piece in pieces)
            if "{" in text:
                self._join(pieces, text, spot)
        self._refuse_elsewhere(root, known, Spot(part))

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
        spans = list(tags_in(text))
        for start, end in spans:
            mark = etree.ProcessingInstruction("tag", str(len(self.tags)))
            place = spot.quoting(text, start, end)
            self.tags.append(self._tag(text[start:end], place, mark))
            cuts.append((start, end, mark))
        rest = blanked(text, spans)
        for match in OPENER.finditer(rest):
            message = f"thẻ mở bằng «{match[0]}» mà chưa đóng trong đoạn này"
            self.problems.append(spot.quoting(text, *match.span()).problem(message))
        cuts += [(match.start(), match.end(), None) for match in _ESCAPE.finditer(rest)]
        cuts.sort(key=lambda cut: cut[0])
        start = 0
        lengths = [len(piece.text) for piece in pieces]
        for piece, own in zip(pieces, touching(cuts, lengths), strict=True):
            _cut(piece, start, own)
            start += len(piece.text)

    def _tag(self, source: str, spot: Spot, mark: Element) -> Tag:
        opening, inside = source[:2], unicodedata.normalize("NFC", source[2:-2])
        parts = _INSIDE.fullmatch(inside)
        assert parts  # every text has this form
        left, lifts, body, right = parts.groups(default="")
        body = as_meant(_ESCAPE.sub("", " ".join(re.split(r"[\r\n]", body))))
        code = f"{opening}\n{body}{CLOSERS[opening]}"
        tag = Tag(opening, lifts, body, spot, mark, code, (bool(left), bool(right)))
        if opening == "{#":
            tag.blank()
        elif problem := _refused(tag):
            self.problems.append(tag.problem(problem))
            tag.blank()
        return tag

    def _refuse_elsewhere(
        self, root: Element, known: Mapping[Element, Spot], outside: Spot
    ) -> None:
        """Tags where they would never run: formulas, field codes, drawings."""
        for node in root.iter("{*}t", f"{W}instrText"):
            text = node.text or ""
            found = OPENER.search(text)
            if found and _is_unread(node) and not is_deleted(node):
                paragraph = next(node.iterancestors(f"{W}p"), None)
                spot = outside if paragraph is None else known.get(paragraph)
                message = "thẻ đứng ở chỗ không dùng được (công thức, mã trường hoặc hình vẽ)"
                if spot is not None:  # what stands in a note is told there
                    self.problems.append(spot.quoting(text, *found.span()).problem(message))


def is_mark(node: Any) -> bool:
    """Whether the node is a mark (or another instruction) and no element."""
    return node.tag is etree.PI


def marks_in(root: Element) -> Iterator[int]:
    """The numbers of the tags whose marks stand in the tree, in the order of the document."""
    for mark in root.iter(etree.PI):
        if getattr(mark, "target", "") in MARKS:
            yield int(mark.text or "")


def _refused(tag: Tag) -> str | None:
    if tag.opening == "{{" and tag.lifts in ("tr", "tc"):
        return f"thẻ {{{{{tag.lifts} … }}}} không dùng được; hãy viết {{{{ … }}}}"
    return None


def pieces_of(paragraph: Element) -> Iterator[Piece]:
    """The text of a paragraph in order, without text boxes inside it and deleted runs."""
    stack = [iter(paragraph)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == f"{W}t":
            yield Piece(child, child.text or "")
        elif child.tag in _SIGNS or _is_soft_break(child):
            yield Piece(child, _SIGNS.get(child.tag, "\n"))
        elif child.tag not in _UNREAD:
            stack.append(iter(child))


def _is_soft_break(element: Element) -> bool:
    return element.tag == f"{W}br" and element.get(f"{W}type") in _SOFT_BREAKS


def _is_unread(node: Element) -> bool:
    """Whether the tags of this text node were not looked for."""
    return node.tag != f"{W}t" or next(node.iterancestors(f"{W}p"), None) is None


def _cut(piece: Piece, start: int, cuts: list[Cut]) -> None:
    """Put the marks of the tags that start in this piece in place; take out the tags' text."""
    end = start + len(piece.text)
    if not cuts:
        return
    element = piece.element
    if element.tag != f"{W}t" and element.tag.startswith(W):
        for cut in cuts:
            assert cut[0] < start  # a tag starts with a brace, so never in a break
        remove(element)
        return
    element.text, last = piece.text[: max(cuts[0][0] - start, 0)], None
    nexts = [cut[0] for cut in cuts[1:]] + [end]
    for (begin, finish, mark), following in zip(cuts, nexts, strict=True):
        rest = piece.text[min(finish - start, len(piece.text)) : following - start]
        if mark is not None and begin >= start:
            element.append(mark)
            last = mark
        _add_text(element, last, rest)
    if element.tag == f"{W}t":
        element.set(XML_SPACE, "preserve")
    if not len(element) and not element.text:
        _drop_empty(element)


def _add_text(element: Element, last: Element | None, text: str) -> None:
    """Text behind the last mark of the element, or in it when it has none."""
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _drop_empty(text: Element) -> None:
    """Take out a text node that only held a piece of a tag, and its run if that leaves it bare."""
    run = text.getparent()
    remove(text)
    if run is not None and run.tag == f"{W}r" and all(child.tag == f"{W}rPr" for child in run):
        remove(run)


def take_out(mark: Element) -> None:
    """Remove a mark, the text behind it joined to what stands before."""
    text, before, tail = mark.getparent(), mark.getprevious(), mark.tail or ""
    if text is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        text.text = (text.text or "") + tail
    mark.tail = None
    remove(mark)
    if text.tag == f"{W}t" and not len(text) and not text.text:
        _drop_empty(text)
