"""Templating: the stories of a document: its parts that may hold tags, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from typing import NamedTuple

from docgen.templating.additions import Additions
from docgen.templating.errors import TemplateProblem
from docgen.templating.notes import notes_in
from docgen.templating.openers import OPENER
from docgen.templating.relations import PACKAGE
from docgen.templating.spots import Spot, spots
from docgen.templating.tags import marks_in
from docgen.templating.xml import DELETIONS, Element, W, remove

_NAMES = {
    "header": "đầu trang",
    "footer": "chân trang",
    "comments": "nhận xét",
}
"""What the body refers to, and what problems call it. Notes are part of the body (`notes`)."""
_PROPERTIES = {
    "core-properties": "thuộc tính tệp",
    "extended-properties": "thuộc tính mở rộng",
    "custom-properties": "thuộc tính tự đặt",
}
"""The title, the author and so on: no text of Word's, but tags stand there too."""
_BOUND = (
    f"{W}dataBinding", f"{W}showingPlcHdr",
    "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding",
)  # fmt: skip
"""What lets Word show in a content control another text than the one that stands in it."""
_DRAWN = {"chart": "biểu đồ", "chartEx": "biểu đồ", "diagramData": "sơ đồ SmartArt"}
"""What a story shows of other parts, whose text is not read."""
_TEXT = re.compile(rb">([^<>]*)<")
_NUMBER = re.compile(r"(\d+)\.xml$")


class StoryPart(NamedTuple):
    """A part that may hold tags, what problems call it, and whether it is text of Word's."""

    part: str
    place: str
    is_text: bool = True


def stories(package: Additions) -> Iterator[StoryPart]:
    """The body, what it refers to, the properties of the file. Raises `TemplateError`."""
    yield StoryPart(package.main, "thân văn bản")
    for kind, name in _NAMES.items():
        found = sorted(package.related(package.main, kind), key=_number)
        for number, part in enumerate(found, 1):
            yield StoryPart(part, f"{name} {number}" if len(found) > 1 else name)
    for kind, name in _PROPERTIES.items():
        for part in package.related(PACKAGE, kind):
            yield StoryPart(part, name, is_text=False)


def _number(part: str) -> int:
    """The number in the name of a part: `word/header2.xml` comes behind `word/header1.xml`."""
    found = _NUMBER.search(part)
    return int(found[1]) if found else 0


def free_controls(root: Element) -> None:
    """Let the content controls around tags show what is written into them."""
    for bound in list(root.iter(*_BOUND)):
        control = next(bound.iterancestors(f"{W}sdt"), None)
        if control is not None and next(marks_in(control), None) is not None:
            remove(bound)


def drawn_tags(
    package: Additions, contents: Mapping[str, bytes], part: str, place: str
) -> Iterator[TemplateProblem]:
    """The tags in the charts and diagrams of a part, which are never run, as warnings."""
    for kind, name in _DRAWN.items():
        for drawn in package.related(part, kind):
            for text in _TEXT.findall(contents[drawn]):
                shown = unescape(text.decode("utf-8", "replace")).strip()
                if found := OPENER.search(shown):
                    spot = Spot(f"{place} · {name}").quoting(shown, found.start(), len(shown))
                    problem = spot.problem(f"thẻ nằm trong {name} nên không được chạy")
                    yield replace(problem, severity="warning")


def deleted_tags(root: Element, part: str) -> Iterator[TemplateProblem]:
    """The tags of a story and its notes that stand in tracked deletions and so are never run, as
    warnings. `part` is what problems call the story."""
    if next(root.iter(*DELETIONS), None) is None:
        return
    file = part.rpartition(" · ")[0]
    notes = [(note, f"{file} · {name}") for note, name in notes_in(root)]
    for story, place in ((root, part), *notes):
        for paragraph, spot in spots(story, place):
            yield from _deleted(paragraph, spot)


def _deleted(paragraph: Element, spot: Spot) -> Iterator[TemplateProblem]:
    message = "thẻ nằm trong chỗ đã xoá có theo dõi thay đổi nên không được chạy"
    for change in paragraph.iter(*DELETIONS):
        if next(change.iterancestors(f"{W}p"), None) is not paragraph:
            continue
        text = "".join(node.text or "" for node in change.iter(f"{W}delText", f"{W}t"))
        if found := OPENER.search(text):
            problem = spot.quoting(text, found.start(), len(text)).problem(message)
            yield replace(problem, severity="warning")
