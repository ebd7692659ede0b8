"""Templating: finds the tags of a part, joins those that Word has cut, puts a mark in their place.

A mark is a processing instruction (`<?tag 17?>`): it cannot be mistaken for text, and moves through
the tree like any node. Paragraphs are numbered as Word counts them, before anything is lifted.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from docgen.templating.errors import TemplateProblem
from docgen.templating.xml import XML_SPACE, Element, W, fragment, remove

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPENER = re.compile(r"\{\{|\{%|\{#")
_INSIDE = re.compile(r"(-?)(?:(p|tr|tc|r)(?=\s))?(.*?)(-?)", re.DOTALL)
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
_SOFT_BREAKS = (None, "textWrapping")
_TEXT_BOX = f"{W}txbxContent"
_UNREAD = frozenset(
    f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "p", "txbxContent", "instrText")
)
"""Where a paragraph's own text is not: properties, what was deleted, the text boxes it holds."""
_OUTSIDE_PARAGRAPH = re.compile(
    r"<w:sectPr\b.*?</w:sectPr>|<w:pPrChange\b.*?</w:pPrChange>|<w:rPrChange\b.*?</w:rPrChange>"
    r"|<w:(?:sectPr|pageBreakBefore|ins|del|moveFrom|moveTo)\b[^<>]*/>",
    re.DOTALL,
)
"""What the first of several like paragraphs has alone."""
SOFT_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'


@dataclass(frozen=True)
class Spot:
    """Where a tag stands in the template: part, paragraph as counted in Word, the words around."""

    part: str
    paragraph: int
    snippet: str

    def problem(self, message: str) -> TemplateProblem:
        """A problem at this place."""
        return TemplateProblem(message, self.part, self.paragraph, self.snippet)


@dataclass
class Tag:
    """One tag: what it says, what it lifts (p, tr, tc, r or nothing), where it stands.

    `code` is what Jinja reads. It holds exactly one newline, so that a line number is a tag.
    """

    opening: str
    lifts: str
    body: str
    spot: Spot
    mark: Element
    code: str = ""

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


@dataclass
class Piece:
    """A stretch of a paragraph's text: a `w:t`, or a break or tab that counts as one character."""

    element: Element
    text: str


class Scanner:
    """Collects the tags and problems of one story and its blocks, leaving marks in the trees."""

    def __init__(self, problems: list[TemplateProblem]) -> None:
        self.tags: list[Tag] = []
        self.problems = problems

    def scan(self, root: Element, part: str) -> None:
        """Mark every tag of the tree. `part` is the name that problems carry."""
        for paragraph, story, number in _numbered(root):
            pieces = list(_pieces(paragraph))
            text = "".join(piece.text for piece in pieces)
            if "{" in text:
                self._join(pieces, text, Spot(f"{part}{story}", number, ""))
        self._refuse_elsewhere(root, part)

    def _join(self, pieces: list[Piece], text: str, spot: Spot) -> None:
        """Put each tag whole into the text node where it starts, with that run's formatting."""
        cuts: list[tuple[int, int, Element]] = []
        for match in _TAG.finditer(text):
            mark = etree.ProcessingInstruction("tag", str(len(self.tags)))
            place = Spot(spot.part, spot.paragraph, _snippet(text, match))
            self.tags.append(self._tag(match[0], place, mark))
            cuts.append((match.start(), match.end(), mark))
        rest = _TAG.sub(lambda match: " " * len(match[0]), text)
        for match in _OPENER.finditer(rest):
            shown = Spot(spot.part, spot.paragraph, text[match.start() : match.start() + 40])
            message = f"thẻ mở bằng «{match[0]}» mà chưa đóng trong đoạn này"
            self.problems.append(shown.problem(message))
        start = 0
        for piece in pieces:
            _cut(piece, start, cuts)
            start += len(piece.text)

    def _tag(self, source: str, spot: Spot, mark: Element) -> Tag:
        opening, inside = source[:2], unicodedata.normalize("NFC", source[2:-2])
        parts = _INSIDE.fullmatch(inside)
        assert parts  # every text has this form
        left, lifts, body, right = parts.groups(default="")
        if not ('"' in body or "'" in body):
            body = body.translate(_STRAIGHT)
        body = " ".join(re.split(r"[\r\n]", body))
        tag = Tag(opening, lifts, body, spot, mark, f"{opening}\n{body}{_CLOSERS[opening]}")
        if opening == "{#":
            tag.blank()
        elif problem := _not_yet(tag, left or right):
            self.problems.append(tag.problem(problem))
            tag.blank()
        return tag

    def _refuse_elsewhere(self, root: Element, part: str) -> None:
        """Tags where they would never run: formulas, field codes, drawings."""
        for node in root.iter("{*}t", f"{W}instrText"):
            text = node.text or ""
            if _OPENER.search(text) and not _is_deleted(node) and _is_unread(node):
                message = "thẻ đứng ở chỗ không dùng được (công thức, mã trường hoặc hình vẽ)"
                self.problems.append(TemplateProblem(message, part, None, text[:60]))


def line_break(tag: Tag, root: Element) -> str:
    """What a newline in the tag's value becomes: a new paragraph like this one.

    A line break where that would break something apart: in a hyperlink or content control, or in
    a paragraph that ends a section.
    """
    run = _parent(_parent(tag.mark))
    paragraph = _parent(run)
    if paragraph is None or run is None or paragraph.tag != f"{W}p":
        return SOFT_BREAK
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return SOFT_BREAK
    like = properties(paragraph, "pPr", root), properties(run, "rPr", root)
    return f'</w:t></w:r></w:p><w:p>{like[0]}<w:r>{like[1]}<w:t xml:space="preserve">'


def properties(element: Element, name: str, root: Element) -> str:
    """The XML of the paragraph's or run's properties, without what belongs to one place alone."""
    found = element.find(f"{W}{name}")
    return "" if found is None else _OUTSIDE_PARAGRAPH.sub("", fragment(found, root))


def is_mark(node: Any) -> bool:
    """Whether the node is a mark (or another instruction) and no element."""
    return node.tag is etree.PI


def marks_in(root: Element) -> Iterator[int]:
    """The numbers of the tags whose marks stand in the tree, in the order of the document."""
    for mark in root.iter(etree.PI):
        if getattr(mark, "target", "") == "tag":
            yield int(mark.text or "")


def _not_yet(tag: Tag, dash: str) -> str | None:
    if dash:
        return "dấu «-» ở đầu hay cuối thẻ chưa dùng được; hãy bỏ đi"
    if tag.opening == "{{" and tag.lifts == "r":
        return "thẻ {{r … }} (chữ có định dạng riêng) chưa dùng được"
    if tag.opening == "{{" and tag.lifts:
        return f"thẻ {{{{{tag.lifts} … }}}} (chèn văn bản con) chưa dùng được"
    return None


def _numbered(root: Element) -> Iterator[tuple[Element, str, int]]:
    """Each paragraph with the story it stands in and its number there.

    Text boxes have a count of their own, as in Word; the two halves of a drawing are one.
    """
    counts: Counter[str] = Counter()
    for paragraph in root.iter(f"{W}p"):
        inside = next(paragraph.iterancestors(_TEXT_BOX), None)
        old = inside is not None and any(
            str(node.tag).endswith("}Fallback") for node in inside.iterancestors()
        )
        key = "" if inside is None else f"hộp chữ{old}"
        counts[key] += 1
        yield paragraph, "" if inside is None else " · hộp chữ", counts[key]


def _pieces(paragraph: Element) -> Iterator[Piece]:
    """The text of a paragraph in order, without text boxes inside it and deleted runs."""
    stack = [iter(paragraph)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == f"{W}t":
            yield Piece(child, child.text or "")
        elif child.tag in (f"{W}tab", f"{W}cr") or _is_soft_break(child):
            yield Piece(child, "\n")
        elif child.tag not in _UNREAD:
            stack.append(iter(child))


def _is_soft_break(element: Element) -> bool:
    return element.tag == f"{W}br" and element.get(f"{W}type") in _SOFT_BREAKS


def _is_unread(node: Element) -> bool:
    """Whether the tags of this text node were not looked for."""
    return node.tag != f"{W}t" or next(node.iterancestors(f"{W}p"), None) is None


def _is_deleted(node: Element) -> bool:
    return next(node.iterancestors(f"{W}del", f"{W}moveFrom"), None) is not None


def _cut(piece: Piece, start: int, cuts: list[tuple[int, int, Element]]) -> None:
    """Put the marks of the tags that start in this piece in place; take out the tags' text."""
    end = start + len(piece.text)
    touching = [cut for cut in cuts if cut[0] < end and cut[1] > start]
    if not touching:
        return
    element = piece.element
    if element.tag != f"{W}t":
        for cut in touching:
            assert cut[0] < start  # a tag starts with a brace, so never in a break
        remove(element)
        return
    first = touching[0]
    element.text = piece.text[: max(first[0] - start, 0)]
    nexts = [cut[0] for cut in touching[1:]] + [end]
    for (begin, finish, mark), following in zip(touching, nexts, strict=True):
        rest = piece.text[min(finish - start, len(piece.text)) : following - start]
        if begin >= start:
            element.append(mark)
            mark.tail = rest
        else:
            element.text += rest
    element.set(XML_SPACE, "preserve")
    if not len(element) and not element.text:
        _drop_empty(element)


def _drop_empty(text: Element) -> None:
    """Take out a text node that only held a piece of a tag, and its run if that leaves it bare."""
    run = text.getparent()
    remove(text)
    if run is not None and run.tag == f"{W}r" and all(child.tag == f"{W}rPr" for child in run):
        remove(run)


def _parent(element: Element | None) -> Element | None:
    return None if element is None else element.getparent()


def _snippet(text: str, match: re.Match[str], around: int = 24) -> str:
    """The words around a tag, as the author sees them."""
    start, end = max(match.start() - around, 0), match.end() + around
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    return f"{before}{text[start:end].strip()}{after}".replace("\n", " ")
