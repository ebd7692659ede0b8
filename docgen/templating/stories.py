"""Templating: the stories of a document: its parts that may hold tags, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from docgen.templating.errors import TemplateProblem
from docgen.templating.openers import OPENER
from docgen.templating.package import content, read_package
from docgen.templating.tags import numbered_paragraphs
from docgen.templating.xml import W, parse_story

CORE = "docProps/core.xml"
"""The title, the author and so on: no text of Word's, but tags stand there too."""
_STORY = re.compile(
    r"word/(document|header|footer|footnotes|endnotes|comments)(\d*)\.xml|docProps/(core)\.xml"
)
_NAMES = {
    "document": "thân văn bản",
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "cước chú",
    "endnotes": "chú thích cuối",
    "comments": "nhận xét",
    "core": "thuộc tính tệp",
}
_DELETED = (f"{W}del", f"{W}moveFrom")


def stories(parts: Collection[str]) -> Iterator[tuple[str, str]]:
    """The parts that may hold tags and what problems call them: the body, then the others."""
    kinds = list(_NAMES)
    found = sorted(
        (kinds.index(match[1] or match[3]), int(match[2] or 0), match[0])
        for match in map(_STORY.fullmatch, parts)
        if match
    )
    for order, number, part in found:
        several = sum(other[0] == order for other in found) > 1
        name = _NAMES[kinds[order]]
        yield part, f"{name} {number}" if several else name


def deleted_tags(data: bytes, name: str = "mẫu") -> tuple[TemplateProblem, ...]:
    """The tags that stand in tracked deletions and so are never run: to warn of, no faults.

    Raises `TemplateError` for what is no docx.
    """
    members = read_package(data)
    contents: Mapping[str, bytes] = {part: content(member) for part, member in members.items()}
    return tuple(
        problem
        for part, place in stories(contents)
        if part != CORE
        for problem in _deleted(contents[part], f"{name} · {place}")
    )


def _deleted(data: bytes, place: str) -> Iterator[TemplateProblem]:
    message = "thẻ nằm trong chỗ đã xoá có theo dõi thay đổi nên không được chạy"
    for paragraph, story, number in numbered_paragraphs(parse_story(data)):
        for change in paragraph.iter(*_DELETED):
            if next(change.iterancestors(f"{W}p"), None) is not paragraph:
                continue
            text = "".join(node.text or "" for node in change.iter(f"{W}delText", f"{W}t"))
            if OPENER.search(text):
                yield TemplateProblem(message, f"{place}{story}", number, text[:60])
