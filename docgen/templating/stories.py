"""Templating: the stories of a document: its parts that may hold tags, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from docgen.templating.errors import TemplateProblem
from docgen.templating.openers import OPENER
from docgen.templating.spots import spots
from docgen.templating.xml import Element, W

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


def deleted_tags(root: Element, part: str) -> Iterator[TemplateProblem]:
    """The tags of a story that stand in tracked deletions and so are never run, as warnings.

    `part` is what problems call the story.
    """
    if next(root.iter(*_DELETED), None) is None:
        return
    message = "thẻ nằm trong chỗ đã xoá có theo dõi thay đổi nên không được chạy"
    for paragraph, spot in spots(root, part):
        for change in paragraph.iter(*_DELETED):
            if next(change.iterancestors(f"{W}p"), None) is not paragraph:
                continue
            text = "".join(node.text or "" for node in change.iter(f"{W}delText", f"{W}t"))
            if found := OPENER.search(text):
                problem = spot.quoting(text, found.start(), len(text)).problem(message)
                yield replace(problem, severity="warning")
