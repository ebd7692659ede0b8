"""Templating: the paragraph of the body that stands for any place in a file.

Word has no comments in headers and footers, and hides those in notes and text boxes. The body
stands for them: the first paragraph of the section, the reference of the note, the anchor of the
box, the tag that includes a block.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from docgen.templating.additions import Additions
from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.notes import NAMES, referred
from docgen.templating.spots import spots
from docgen.templating.stories import StoryPart, stories
from docgen.templating.xml import RELATION, Element, W

_P, _ID = f"{W}p", f"{W}id"


class Anchor(NamedTuple):
    """A paragraph of the body, and whether it is the place itself."""

    paragraph: Element
    is_exact: bool


class Anchors:
    """Where to point at for each of some problems, which call the file by `name`.

    Raises `TemplateError` for a body without a paragraph.
    """

    def __init__(
        self, package: Additions, name: str, problems: Collection[TemplateProblem]
    ) -> None:
        self.package = package
        self._body = package.body()
        self._paragraphs = [p for p in self._body.iter(_P) if _topmost(p) is p]
        if not self._paragraphs:
            raise TemplateError((TemplateProblem("không có đoạn nào để ghi chú thích vào"),))
        self._anchors: dict[tuple[str, int | None], Anchor] = {}
        told = {f"{problem.part} " for problem in problems if problem.paragraph}
        for story in stories(package):
            place = f"{name} · {story.place}"
            if story.is_text and any(part.startswith(f"{place} ") for part in told):
                self._anchor_all(story, place)
        for note, reference, kind, number in referred(self._body, package):
            paragraph = _topmost(next(reference.iterancestors(_P)))
            for _, spot in spots(note, f"{name} · {NAMES[kind]} {number}"):
                self._anchors[spot.part, spot.paragraph] = Anchor(paragraph, is_exact=False)

    def of(self, problem: TemplateProblem) -> Anchor:
        """The problem's own paragraph, or the one of the body that is nearest to it."""
        if (known := self._anchors.get((problem.part, problem.paragraph))) is not None:
            return known
        block = problem.part.partition(" · ")[0]
        tags = (p for p in self._paragraphs if f"include '{block}'" in _text(p).replace('"', "'"))
        return Anchor(next(tags, self._paragraphs[0]), is_exact=False)

    def _anchor_all(self, story: StoryPart, place: str) -> None:
        root = self.package.tree(story.part)
        first = next(self._sections_with(story.part), self._paragraphs[0])
        for paragraph, spot in () if root is None else spots(root, place):
            anchor = Anchor(first, is_exact=False)
            if story.part == self.package.main:
                anchor = Anchor(_topmost(paragraph), is_exact=_topmost(paragraph) is paragraph)
            elif (comment := next(paragraph.iterancestors(f"{W}comment"), None)) is not None:
                anchor = Anchor(next(self._referring(comment), first), is_exact=False)
            self._anchors[spot.part, spot.paragraph] = anchor

    def _referring(self, comment: Element) -> Iterator[Element]:
        """The paragraphs that a comment is about."""
        for paragraph in self._paragraphs:
            found = paragraph.iter(f"{W}commentReference")
            if any(reference.get(_ID) == comment.get(_ID) for reference in found):
                yield paragraph

    def _sections_with(self, part: str) -> Iterator[Element]:
        """The first paragraph of each section that has this header or footer."""
        ids = self.package.ids_of(self.package.main, part)
        first: Element | None = None
        for node in self._body.iter(_P, f"{W}sectPr"):
            if node.tag == _P:
                first = node if first is None else first
                continue
            if first is not None and any(child.get(f"{RELATION}id") in ids for child in node):
                yield first
            first = None


def _topmost(paragraph: Element) -> Element:
    """The paragraph, or the one that holds the drawing it is in."""
    *_, topmost = (paragraph, *paragraph.iterancestors(_P))
    return topmost


def _text(paragraph: Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
