"""Templating: finds tags in a part's tree, joins those that Word has cut, lifts the structural ones.

Afterwards each tag is one mark in the tree (`OPEN index CLOSE`), so that the serialised part can be
cut at the marks. Paragraphs are numbered as Word counts them, before anything is lifted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from docgen.templating.errors import TemplateProblem

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Noncharacters: legal in XML, never in a text."""

Element = etree._Element

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPENER = re.compile(r"\{\{|\{%|\{#")
_PARTS = re.compile(r"(\{\{|\{%|\{#)(p|tr|tc|r)?(-?)(.*?)(-?)(\}\}|%\}|#\})", re.DOTALL)
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})
_LIFTS = {"p": f"{W}p", "tr": f"{W}tr", "tc": f"{W}tc", "r": f"{W}r"}
_SOLID = tuple(
    f"{W}{name}"
    for name in (
        "drawing", "pict", "object", "sectPr", "footnoteReference", "endnoteReference",
        "commentReference", "fldChar", "fldSimple", "sym", "tbl", "br",
    )
)  # fmt: skip
"""What may stand in a paragraph beside text and must not be lifted away with a tag."""


@dataclass
class Tag:
    """One tag: what it says, what it lifts (p, tr, tc, r or nothing), and where it stands.

    `container` is the element whose children the tag opens, closes or stands among: two tags of
    one block must share it. `line_break` is what a newline in the value becomes.
    """

    opening: str
    lifts: str
    body: str
    source: str
    part: str
    paragraph: int
    snippet: str
    container: Element
    line_break: str = ""

    @property
    def keyword(self) -> str:
        """The first word of a statement: if, for, endfor …; empty for outputs and comments."""
        words = self.body.strip().strip("-").split(None, 1)
        return words[0] if self.opening == "{%" and words else ""

    def problem(self, message: str) -> TemplateProblem:
        """A problem at this tag."""
        return TemplateProblem(message, self.part, self.paragraph, self.snippet)


@dataclass
class Piece:
    """A stretch of a paragraph's text: a `w:t`, or a break or tab that counts as one character."""

    element: Element
    text: str


class Scanner:
    """Collects the tags and the problems of one part, leaving marks in its tree."""

    def __init__(self, tags: list[Tag], problems: list[TemplateProblem]) -> None:
        self.tags = tags
        self.problems = problems

    def scan(self, root: Element, part: str) -> None:
        """Mark every tag of the tree; then lift. `part` is the name that problems carry."""
        first = len(self.tags)
        for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
            self._join(paragraph, part, number)
        self._lift(root, range(first, len(self.tags)))

    def _join(self, paragraph: Element, part: str, number: int) -> None:
        """Put each tag whole into the text node where it starts, with that run's formatting."""
        pieces = list(_pieces(paragraph))
        text = "".join(piece.text for piece in pieces)
        if "{" not in text:
            return
        found = list(_TAG.finditer(text))
        self._refuse_unclosed(text, part, number)
        first = len(self.tags)
        for match in found:
            place = (part, number, _snippet(text, match))
            self._add(match[0], paragraph, _at(pieces, match.start()), place)
        for index, match in reversed(list(enumerate(found, first))):
            _replace(pieces, match.start(), match.end(), f"{OPEN}{index}{CLOSE}")

    def _add(self, source: str, paragraph: Element, start: Element, place: tuple[str, int, str]) -> None:
        parts = _PARTS.fullmatch(source.translate(_STRAIGHT))
        assert parts, source  # _TAG and _PARTS describe the same language
        opening, lifts, left, body, right, closing = parts.groups()
        if lifts and body[:1] not in (" ", "\t", "\n", "\u00a0"):
            lifts, body = "", f"{lifts}{body}"
        run = start.getparent()
        container = paragraph if run is None or lifts else _holder(run)
        clean = " ".join(body.split("\n"))
        self.tags.append(
            Tag(
                opening, lifts or "", clean, f"{opening}{left}\n{clean}{right}{closing}", *place,
                container, line_break=_line_break(paragraph, start),
            )  # fmt: skip
        )

    def _refuse_unclosed(self, text: str, part: str, number: int) -> None:
        rest = _TAG.sub(lambda match: " " * len(match[0]), text)
        for match in _OPENER.finditer(rest):
            snippet = text[match.start() : match.start() + 40]
            message = f"thẻ mở bằng «{match[0]}» mà chưa đóng trong đoạn này"
            self.problems.append(TemplateProblem(message, part, number, snippet))

    def _lift(self, root: Element, indexes: range) -> None:
        """Replace the paragraphs, rows, cells and runs that only carry tags by the tags themselves."""
        if not indexes:
            return
        for node in list(_marked(root)):
            paragraph = next(node.iterancestors(f"{W}p"))
            marks = _marks(_text(paragraph))
            kinds = {self.tags[i].lifts for i in marks} - {""}
            if not kinds and _is_bare(paragraph, marks) and all(
                self.tags[i].opening != "{{" for i in marks
            ):
                kinds = {"p"}
            for kind in sorted(kinds):
                self._lift_one(paragraph if kind != "r" else node, kind)

    def _lift_one(self, node: Element, kind: str) -> None:
        target = node if node.tag == _LIFTS[kind] else next(node.iterancestors(_LIFTS[kind]), None)
        if target is None or target.getparent() is None:
            return
        marks = _marks(_text(target))
        tag = self.tags[marks[0]]
        if not _is_bare(target, marks):
            self.problems.append(
                tag.problem(f"thẻ {{%{kind} %}} phải đứng một mình; phần đứng cạnh sẽ bị mất")
            )
            return
        parent = target.getparent()
        for index in marks:
            self.tags[index].container, self.tags[index].lifts = parent, kind
        _replace_element(target, "".join(f"{OPEN}{i}{CLOSE}" for i in marks))


def _pieces(paragraph: Element) -> Iterator[Piece]:
    """The text of a paragraph in order, without that of text boxes inside it or of deleted runs."""
    stack = [iter(paragraph)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == f"{W}t":
            yield Piece(child, child.text or "")
        elif child.tag in (f"{W}br", f"{W}tab", f"{W}cr"):
            yield Piece(child, "\n")
        elif child.tag not in (f"{W}pPr", f"{W}rPr", f"{W}del", f"{W}p", f"{W}txbxContent"):
            stack.append(iter(child))


def _at(pieces: list[Piece], offset: int) -> Element:
    for piece in pieces:
        if offset < len(piece.text):
            return piece.element
        offset -= len(piece.text)
    raise AssertionError("an offset within the text lies in one of its pieces")


def _replace(pieces: list[Piece], start: int, end: int, mark: str) -> None:
    """Put `mark` where the text from start to end stood; breaks within it go."""
    position = 0
    for piece in pieces:
        low, high = max(start - position, 0), min(end - position, len(piece.text))
        length = len(piece.text)
        if low < high:
            if piece.element.tag == f"{W}t":
                piece.text = piece.text[:low] + mark + piece.text[high:]
                piece.element.text = piece.text
                piece.element.set(XML_SPACE, "preserve")
                mark = ""
            else:
                piece.text = ""
                _remove(piece.element)
        position += length


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _replace_element(element: Element, text: str) -> None:
    """Text in the element's place; it waits as a tail (or its parent's text) for serialisation."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    text += element.tail or ""
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    parent.remove(element)


def _holder(run: Element) -> Element:
    """What holds the run: the paragraph, or a hyperlink or insertion within it."""
    parent = run.getparent()
    return run if parent is None else parent


def _line_break(paragraph: Element, start: Element) -> str:
    """What a newline becomes: a new paragraph like this one; a line break where the run is wrapped."""
    run = start.getparent()
    if run is None or run.getparent() is not paragraph:
        return '</w:t><w:br/><w:t xml:space="preserve">'
    run_style, style = _properties(run, "rPr"), _properties(paragraph, "pPr")
    return f'</w:t></w:r></w:p><w:p>{style}<w:r>{run_style}<w:t xml:space="preserve">'


def _properties(element: Element, name: str) -> str:
    properties = element.find(f"{W}{name}")
    if properties is None:
        return ""
    text = etree.tostring(properties, encoding="unicode", with_tail=False)
    text = re.sub(r"<w:sectPr\b.*?</w:sectPr>|<w:sectPr\b[^>]*/>", "", text, flags=re.DOTALL)
    return re.sub(r' xmlns:\w+="[^"]*"', "", text)


def _snippet(text: str, match: re.Match[str], around: int = 24) -> str:
    """The words around a tag, as the author sees them."""
    start, end = max(match.start() - around, 0), match.end() + around
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    return f"{before}{text[start:end].strip()}{after}".replace("\n", " ")


def _marked(root: Element) -> Iterator[Element]:
    return (node for node in root.iter(f"{W}t") if OPEN in (node.text or ""))


def _marks(text: str) -> list[int]:
    return [int(number) for number in re.findall(f"{OPEN}(\\d+){CLOSE}", text)]


def _text(element: Element) -> str:
    """All text of an element and the marks that already wait between its children."""
    return "".join(str(text) for text in element.itertext())


def _is_bare(element: Element, marks: list[int]) -> bool:
    """Whether nothing but these marks would be lost with the element."""
    rest = re.sub(f"{OPEN}\\d+{CLOSE}", "", _text(element))
    return bool(marks) and not rest.strip() and next(element.iter(*_SOLID), None) is None
