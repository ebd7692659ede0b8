"""Templating: problems of a template as Word comments, in a copy, each at the words it is about.

What stands where Word has no comments (`anchors`) is told with its place.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable

from docgen.templating.additions import COMMENTS, Additions
from docgen.templating.anchors import Anchors
from docgen.templating.errors import TemplateProblem
from docgen.templating.package import Member, read_package, write_package
from docgen.templating.pieces import Piece, pieces_of
from docgen.templating.xml import XML_SPACE, Element, W, attributes, plain

_AUTHOR = "docgen"
_RUN = f"{W}r"


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
    anchors = Anchors(package, name, told)
    comments = package.word_part(COMMENTS)
    number = max((int(known.get(f"{W}id", "0")) for known in comments), default=-1) + 1
    for id, problem in enumerate(told, number):
        paragraph, is_exact = anchors.of(problem)
        comments.append(_comment(comments, id, problem.message if is_exact else str(problem)))
        if not (is_exact and _point_at_words(paragraph, problem, id)):
            _point(paragraph, id)
    return write_package({**members, **package.made()}.values())


def _comment(comments: Element, id: int, text: str) -> Element:
    comment = comments.makeelement(
        f"{W}comment", {f"{W}id": str(id), f"{W}author": _AUTHOR, f"{W}initials": "dg"}
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
            _split_run(run, behind)
        elif before is not None and before.tag != f"{W}rPr":
            _split_run(run, piece.element)
        return


def _split_run(run: Element, first: Element) -> None:
    """What stands in the run from `first` on gets a run of its own that looks alike."""
    later = run.makeelement(_RUN, attributes(run))
    later.extend([copy.deepcopy(own) for own in run.findall(f"{W}rPr")])
    later.extend([first, *first.itersiblings()])
    run.addnext(later)


def _range(model: Element, end: str, id: int) -> Element:
    return model.makeelement(f"{W}commentRange{end}", {f"{W}id": str(id)})


def _reference(model: Element, id: int) -> Element:
    run = model.makeelement(_RUN)
    _child(run, "commentReference").set(f"{W}id", str(id))
    return run


def _child(parent: Element, name: str) -> Element:
    child = parent.makeelement(f"{W}{name}")
    parent.append(child)
    return child
