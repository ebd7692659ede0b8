"""Templating: problems of a template as Word comments, in a copy, each at the words it is about.

Word has no comments in headers and footers, and hides those in notes and text boxes. The body
stands for them: the first paragraph of the section, the reference of the note, the anchor of the
box, the tag that includes a block. Such a comment tells its place.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from docgen.templating.additions import COMMENTS, Additions
from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.notes import NAMES, referred
from docgen.templating.package import Member, read_package, write_package
from docgen.templating.pieces import Piece, pieces_of, split_run
from docgen.templating.spots import spots
from docgen.templating.stories import StoryPart, stories
from docgen.templating.xml import RELATION, XML_SPACE, Element, W, plain

_AUTHOR = "docgen"
_P, _RUN, _ID = f"{W}p", f"{W}r", f"{W}id"


def with_comments(
    docx: bytes,
    problems: Iterable[TemplateProblem],
    *,
    name: str = "mẫu",
    read: Callable[[bytes], dict[str, Member]] = read_package,
) -> bytes:
    """A copy of the template with a comment for each problem. `name` is what the problems call
    the template; `read` opens it (a file that is none may hold what templates may not). Raises
    `TemplateError` when the body cannot be read."""
    told = tuple(problems)
    members = read(docx)
    package = Additions(members)
    package.body(change=True)
    anchors = _Anchors(package, name, told)
    comments = package.word_part(COMMENTS)
    number = max((int(known.get(_ID, "0")) for known in comments), default=-1) + 1
    for id, problem in enumerate(told, number):
        paragraph, is_exact = anchors.of(problem)
        comments.append(_comment(comments, id, problem.message if is_exact else str(problem)))
        if not (is_exact and _point_at_words(paragraph, problem, id)):
            _point(paragraph, id)
    return write_package({**members, **package.made()}.values())


def _comment(comments: Element, id: int, text: str) -> Element:
    comment = comments.makeelement(
        f"{W}comment", {_ID: str(id), f"{W}author": _AUTHOR, f"{W}initials": "dg"}
    )
    paragraph = _child(comment, "p")
    shown = _child(_child(paragraph, "r"), "t")
    shown.set(XML_SPACE, "preserve")
    shown.text = plain(text).replace("\n", " ").replace("\f", " ")
    return comment


def _point(paragraph: Element, id: int) -> None:
    """The comment is about the whole paragraph."""
    properties = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if properties is None else 1, _range(paragraph, "Start", id))
    paragraph.append(_range(paragraph, "End", id))
    paragraph.append(_reference(paragraph, id))


def _point_at_words(paragraph: Element, problem: TemplateProblem, id: int) -> bool:
    """The comment is about the problem's own words; whether they were found."""
    found = _words(paragraph, problem)
    if found is None:
        return False
    for at in found:
        _split(list(pieces_of(paragraph)), at)
    inside, at = [], 0
    for piece in pieces_of(paragraph):
        if found[0] <= at < found[1]:
            inside.append(piece.element.getparent())
        at += len(piece.text)
    first, last = inside[0], inside[-1]
    if first is None or last is None:
        return False
    first.addprevious(_range(paragraph, "Start", id))
    last.addnext(_reference(paragraph, id))
    last.addnext(_range(paragraph, "End", id))
    return True


def _words(paragraph: Element, problem: TemplateProblem) -> tuple[int, int] | None:
    """Where the problem's words stand in the text of the paragraph."""
    text = "".join(piece.text for piece in pieces_of(paragraph)).replace("\n", " ")
    shown, columns = problem.snippet, problem.columns
    cut = shown.startswith("…") and shown not in text
    start = text.find(shown if shown in text else shown.strip("…")) - cut
    if columns is None or not 0 <= start + columns[0] < start + columns[1] <= len(text):
        return None
    return start + columns[0], start + columns[1]


def _split(pieces: list[Piece], at: int) -> None:
    """Let a run end at this place of the text and one like it begin."""
    for piece in pieces:
        run, before = piece.element.getparent(), piece.element.getprevious()
        if run is None or not 0 <= at < len(piece.text):
            at -= len(piece.text)
            continue
        if at:
            behind = piece.element.makeelement(piece.element.tag)
            piece.element.text, behind.text = piece.text[:at], piece.text[at:]
            piece.element.addnext(behind)
            for part in (piece.element, behind):
                part.set(XML_SPACE, "preserve")
            split_run(run, behind)
        elif before is not None and before.tag != f"{W}rPr":
            split_run(run, piece.element)
        return


def _range(model: Element, end: str, id: int) -> Element:
    return model.makeelement(f"{W}commentRange{end}", {_ID: str(id)})


def _reference(model: Element, id: int) -> Element:
    run = model.makeelement(_RUN)
    _child(run, "commentReference").set(_ID, str(id))
    return run


def _child(parent: Element, name: str) -> Element:
    child = parent.makeelement(f"{W}{name}")
    parent.append(child)
    return child


class _Anchor(NamedTuple):
    """A paragraph of the body, and whether it is the place itself."""

    paragraph: Element
    is_exact: bool


class _Anchors:
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
        self._anchors: dict[tuple[str, int | None], _Anchor] = {}
        told = {f"{problem.part} " for problem in problems if problem.paragraph}
        for story in stories(package):
            place = f"{name} · {story.place}"
            if story.is_text and any(part.startswith(f"{place} ") for part in told):
                self._anchor_all(story, place)
        for note, reference, kind, number in referred(self._body, package):
            paragraph = _topmost(next(reference.iterancestors(_P)))
            for _, spot in spots(note, f"{name} · {NAMES[kind]} {number}"):
                self._anchors[spot.part, spot.paragraph] = _Anchor(paragraph, is_exact=False)

    def of(self, problem: TemplateProblem) -> _Anchor:
        """The problem's own paragraph, or the one of the body that is nearest to it."""
        if (known := self._anchors.get((problem.part, problem.paragraph))) is not None:
            return known
        block = problem.part.partition(" · ")[0]
        tags = (p for p in self._paragraphs if f"include '{block}'" in _text(p).replace('"', "'"))
        return _Anchor(next(tags, self._paragraphs[0]), is_exact=False)

    def _anchor_all(self, story: StoryPart, place: str) -> None:
        root = self.package.tree(story.part)
        first = next(self._sections_with(story.part), self._paragraphs[0])
        for paragraph, spot in () if root is None else spots(root, place):
            anchor = _Anchor(first, is_exact=False)
            if story.part == self.package.main:
                anchor = _Anchor(_topmost(paragraph), is_exact=_topmost(paragraph) is paragraph)
            elif (comment := next(paragraph.iterancestors(f"{W}comment"), None)) is not None:
                anchor = _Anchor(next(self._referring(comment), first), is_exact=False)
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
