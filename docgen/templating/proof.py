"""Templating: proof that nothing was lost: the finished file is read back and compared.

Only the parts that were made are unpacked. They are read by another reader than the one that made
them: its own directory of the zip, zlib's and the zip's sums, expat for the XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from xml.parsers import expat

from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.package import Member, content, read_back
from docgen.templating.values import Path, origins_of

_SHOWN = re.compile(r"<w:t(?: [^<>]*)?>([^<]+)")
_BREAKS = re.compile("[\n\t]")


class Put(NamedTuple):
    """One value the program put out: into which part, which text, from which field (if known).

    A text made of several fields gives one for each: its stretches when it was joined; otherwise
    the first has the whole text and the others none.
    """

    part: str
    text: str
    path: Path | None


Record = tuple[Any, str, str]
"""One value as it was put out: itself, its text, and the text as it stands in XML."""


def prove(
    docx: bytes,
    records: Mapping[str, Sequence[Record]],
    members: Mapping[str, Member | None],
) -> None:
    """Every value put out stands in the finished file, in order, where Word shows it.

    `members` are those the file must have, in order; None for one that was made anew. Raises
    `TemplateError` naming the field that is missing.
    """
    found = read_back(docx)
    if list(found) != list(members):
        raise TemplateError((TemplateProblem("tệp vừa tạo thiếu hoặc lẫn phần"),))
    problems: list[TemplateProblem] = []
    for name, kept in members.items():
        if kept is None:
            problems += _faults(name, content(found[name]), records[name])
        elif found[name] != kept:
            problems.append(TemplateProblem("phần không đổi của mẫu đã bị sai khác", name))
    if problems:
        raise TemplateError(problems)


def _faults(part: str, data: bytes, records: Sequence[Record]) -> Iterator[TemplateProblem]:
    """What the part lacks. Only the first missing value: what follows it would be noise."""
    try:
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as error:
        yield TemplateProblem(f"phần vừa tạo không đúng cú pháp XML ({error})", part)
        return
    shown = "\n".join(_SHOWN.findall(data.decode()))
    position = 0
    for value, text, written in records:
        for line in (written,) if written.isprintable() else _BREAKS.split(written):
            start = shown.find(line, position)
            if start < 0:
                paths = [path for _, path in origins_of(value, text) if path is not None]
                field = ".".join(map(str, paths[0])) if paths else "giá trị"
                message = f"nội dung của {field} không có trong văn bản đã tạo"
                yield TemplateProblem(message, part, None, line[:60])
                return
            position = start + len(line)
