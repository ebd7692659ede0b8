"""Templating: problems of a template as Word comments, in a copy, each at its paragraph.

A comment can only stand in the body: what is wrong in a header or a note is told at the first
paragraph, with its place.
"""

from __future__ import annotations

from collections.abc import Iterable

from docgen.templating.additions import COMMENTS, Additions
from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.package import read_package, write_package
from docgen.templating.xml import XML_SPACE, Element, W, plain

_AUTHOR = "docgen"
_BODY_NAME = " · thân văn bản"


def with_comments(docx: bytes, problems: Iterable[TemplateProblem], *, name: str = "mẫu") -> bytes:
    """A copy of the template with a comment for each problem. `name` is what the problems call
    the template. Raises `TemplateError` when the body cannot be read."""
    members = read_package(docx)
    additions = Additions(members)
    body = additions.tree(additions.main, change=True)
    paragraphs = [] if body is None else _paragraphs(body)
    if not paragraphs:
        raise TemplateError((TemplateProblem("không có đoạn nào để ghi chú thích vào"),))
    comments = additions.word_part(COMMENTS)
    number = max((int(known.get(f"{W}id", "0")) for known in comments), default=-1) + 1
    for id, problem in enumerate(problems, number):
        here = problem.part == f"{name}{_BODY_NAME}" and problem.paragraph
        at = min(problem.paragraph or 1, len(paragraphs)) if here else 1
        comments.append(_comment(comments, id, problem.message if here else str(problem)))
        _point(paragraphs[at - 1], id)
    made = additions.made()
    kept = {**members, **made}
    return write_package(kept.values())


def _paragraphs(body: Element) -> list[Element]:
    """The paragraphs in the order in which problems count them: text boxes apart."""
    return [
        paragraph
        for paragraph in body.iter(f"{W}p")
        if next(paragraph.iterancestors(f"{W}txbxContent"), None) is None
    ]


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
    start = paragraph.makeelement(f"{W}commentRangeStart", {f"{W}id": str(id)})
    properties = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if properties is None else 1, start)
    _child(paragraph, "commentRangeEnd").set(f"{W}id", str(id))
    _child(_child(paragraph, "r"), "commentReference").set(f"{W}id", str(id))


def _child(parent: Element, name: str) -> Element:
    child = parent.makeelement(f"{W}{name}")
    parent.append(child)
    return child
