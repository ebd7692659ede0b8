"""Templating: proof that nothing was lost between a value and the finished file, on every render.

What cannot go wrong is proved once, when the template is compiled (`prove_places`): a block opens
and closes under one parent, a value stands in a text node, a line break closes what it opens. So
any run of the program gives well-formed XML, its values where Word shows them, as they are escaped.
(A rich value's markup is no part of that: a part with one is read whole, `prove_xml`.)
At each render the weaver joins texts and values pairwise: one too few or too many is an error.
What is left is proved here. `keeps_words`: finishing put in or dropped whole elements, no letter.
`prove`: the file is, byte for byte, the members in order; those copied are what was read from the
template; those made inflate to the size and sum of what was woven, taken before it was packed.

Only when that fails is the file read as a stranger would, to say which field is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.parsers import expat

from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.finish import Stretch
from docgen.templating.package import Member, content, is_written, read_back
from docgen.templating.tags import OPENS, Tag
from docgen.templating.values import Path, origins_of
from docgen.templating.weave import Record, Weaver
from docgen.templating.xml import Element, W

_SHOWN = re.compile(r"<w:t(?: [^<>]*)?>([^<]+)")
_MARKUP = re.compile(r"<[^<>]*>")
_ELEMENT = re.compile(r"<(/?)([^<>\s/]+)[^<>]*?(/?)>")
_BREAKS = re.compile("[\n\t\f]")
_END = frozenset(f"end{word}" for word in OPENS)
_GO_ON = frozenset(("elif", "else", *_END))
_BROKEN = "phần vừa tạo không đúng cú pháp XML"


class Put(NamedTuple):
    """One value the program put out: into which part, which text, from which field (if known).

    A text made of several fields gives one for each: its stretches when it was joined; otherwise
    the first has the whole text and the others none.
    """

    part: str
    text: str
    path: Path | None


def prove_places(tags: Sequence[Tag], fragments: Iterable[str]) -> Iterator[TemplateProblem]:
    """What could break a story apart: `tags` are those whose marks stand in its tree, in order;
    `fragments` may come after a value, in the text of a run of a paragraph."""
    parents: list[Element | None] = []
    for tag in tags:
        word = tag.keyword
        if tag.opens:
            parents.append(tag.place)
        elif word in _GO_ON and tag.place is not (parents or [None])[-1]:
            yield tag.problem(f"«{word}» đứng ở chỗ làm vỡ văn bản")
        elif tag.opening == "{{" and not tag.filter and not _in_text(tag.place):
            yield tag.problem("giá trị này đứng ở chỗ Word không hiện ra")
        if word in _END:
            parents.pop()
    for fragment in set(fragments):
        body = f"<w:body><w:p><w:r><w:t>{fragment}</w:t></w:r></w:p></w:body>"
        if error := _xml_fault(body.encode()):
            yield TemplateProblem(f"{_BROKEN} ({error})")


def keeps_words(before: Iterable[Stretch], after: Sequence[str], *, is_read: bool = False) -> bool:
    """Whether finishing a text left every letter that is no markup, in its order, and no element
    open that was not; that is not asked of a text that is read whole.

    Stretches that were not touched are the same objects; only what lies between them is read.
    """
    seen = _words if is_read else _words_and_ends
    whole = [stretch for stretch in before if isinstance(stretch, str) and stretch]
    texts = [text for text in after if text]
    common = {*map(id, whole)} & {*map(id, texts)}
    if list(_outline(whole, common, seen)) == list(_outline(texts, common, seen)):
        return True
    return seen("".join(whole)) == seen("".join(texts))


def prove(
    docx: bytes, members: Mapping[str, Member | None], made: Mapping[str, Member],
    woven: Mapping[str, Weaver],
) -> None:  # fmt: skip
    """Every value that was woven stands in the finished file, in order, where Word shows it.

    `members` are those the file must have, in order; None for one that was made anew. Raises
    `TemplateError` naming the field that is missing.
    """
    wanted = (kept or made[name] for name, kept in members.items())
    if is_written(docx, wanted):
        for member in made.values():
            content(member)  # raises
    else:
        problems = list(_faults(docx, members, woven))
        raise TemplateError(problems or [TemplateProblem("tệp vừa tạo bị sai khác")])


def prove_xml(part: str, data: bytes) -> None:
    """A part whose values brought markup of their own is well-formed. Raises `TemplateError`."""
    if error := _xml_fault(data):
        raise TemplateError((TemplateProblem(f"{_BROKEN} ({error})", part),))


def missing_words(part: str, data: bytes, records: Iterable[Record]) -> Iterator[TemplateProblem]:
    """What a made part lacks. Only the first missing value: what follows it would be noise."""
    if error := _xml_fault(data):
        yield TemplateProblem(f"{_BROKEN} ({error})", part)
        return
    shown = "\n".join(_SHOWN.findall(data.decode()))
    position = 0
    for value, text, written in records:
        for line in _BREAKS.split(written):
            start = shown.find(line, position)
            if start < 0:
                paths = [path for _, path in origins_of(value, text) if path is not None]
                field = ".".join(map(str, paths[0])) if paths else "giá trị"
                message = f"nội dung của {field} không có trong văn bản đã tạo"
                yield TemplateProblem(message, part, None, line[:60])
                return
            position = start + len(line)


def _faults(
    docx: bytes, members: Mapping[str, Member | None], woven: Mapping[str, Weaver]
) -> Iterator[TemplateProblem]:
    """What is wrong with a file that is not as it was written, read by its own directory."""
    found = read_back(docx)
    if list(found) != list(members):
        yield TemplateProblem("tệp vừa tạo thiếu hoặc lẫn phần")
        return
    for name, kept in members.items():
        if kept is None:
            yield from missing_words(name, content(found[name]), woven[name].records())
        elif found[name] != kept:
            yield TemplateProblem("phần không đổi của mẫu đã bị sai khác", name)


def _in_text(place: Element | None) -> bool:
    """Whether it is the text of a run."""
    run = None if place is None or place.tag != f"{W}t" else place.getparent()
    return run is not None and run.tag == f"{W}r"


def _xml_fault(data: bytes) -> str:
    try:
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as error:
        return str(error)
    return ""


def _outline(
    stretches: Sequence[str], common: set[int], seen: Callable[[str], object]
) -> Iterator[object]:
    """The stretches in common by their identity; what lies between them by what is seen of it."""
    between: list[str] = []
    for stretch in stretches:
        if id(stretch) in common:
            yield seen("".join(between))
            yield id(stretch)
            between.clear()
        else:
            between.append(stretch)
    yield seen("".join(between))


def _words(text: str) -> str:
    return _MARKUP.sub("", text)


def _words_and_ends(text: str) -> tuple[str, list[str]]:
    """What of a text is no markup, and the elements it closes or opens for others."""
    ends: list[str] = []
    for end, name, closed in _ELEMENT.findall(text):
        if end and ends[-1:] == [name]:
            ends.pop()
        elif not closed:
            ends.append(end + name)
    return _words(text), ends
