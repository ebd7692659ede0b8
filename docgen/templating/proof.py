"""Templating: proof that nothing was lost. The finished file is read back and compared with what was put out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.package import content, read_package
from docgen.templating.trace import Path
from docgen.templating.xml import parse, stray_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True)
class Put:
    """One value the program put out: into which part, which text, from which field (if it is known)."""

    part: str
    text: str
    path: Path | None


def prove(docx: bytes, puts: Iterable[Put], parts: Iterable[str]) -> None:
    """Every value put out stands in the finished file, in order, and no text stands where Word hides it.

    Raises `TemplateError` naming the field (or the text) that is missing.
    """
    members = read_package(docx)
    by_part: dict[str, list[Put]] = {name: [] for name in parts}
    for put in puts:
        by_part[put.part].append(put)
    problems: list[TemplateProblem] = []
    for name, expected in by_part.items():
        root = parse(content(members[name]))
        if (stray := stray_text(root)) is not None:
            problems.append(TemplateProblem("chữ này sẽ không hiện ra trong Word", name, None, stray[:60]))
        problems += _missing(text_of(root), expected)
    if problems:
        raise TemplateError(problems)


def _missing(text: str, expected: list[Put]) -> Iterator[TemplateProblem]:
    """The first value that does not stand after the one before it; what follows would be noise."""
    position = 0
    for put in expected:
        for line in put.text.split("\n"):
            found = text.find(line, position)
            if found < 0:
                field = ".".join(map(str, put.path)) if put.path else "giá trị"
                yield TemplateProblem(
                    f"nội dung của {field} không có trong văn bản đã tạo", put.part, None, line[:60]
                )
                return
            position = found + len(line)


def text_of(root: etree._Element) -> str:
    """The text of a part as Word shows it: paragraphs and breaks as newlines, tabs as tabs."""
    pieces: list[str] = []
    for node in root.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}p"):
        if node.tag == f"{W}t":
            pieces.append(node.text or "")
        elif node.tag == f"{W}tab":
            if node.getparent().tag == f"{W}r":  # type: ignore[union-attr]  # a tab has a parent
                pieces.append("\t")
        else:
            pieces.append("\n")
    return "".join(pieces)
