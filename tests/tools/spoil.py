"""Tools of the tests: a conforming document with one mistake, and what the ruler says of it."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from docgen.services.checking import knowledge
from docgen.thethuc.check import Finding, Report, check
from docgen.thethuc.fix import Fixed, fix
from docgen.thethuc.xml import W, parse, serialised
from handtyped import typed
from handtyped.papers import PAPERS

TODAY = date(2026, 11, 21)
Parts = Mapping[str, bytes]
_MAIN = "word/document.xml"


def unpacked(docx: bytes) -> dict[str, bytes]:
    """The parts of a docx by name."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Parts) -> bytes:
    """The docx of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()


def spoiled(
    paper: str,
    layout: str = "table",
    *,
    look: Mapping[str, Mapping[str, Any]] | None = None,
    page: Mapping[str, Any] | None = None,
    rule: str | None = None,
    **changes: Any,
) -> dict[str, bytes]:
    """The parts of a conforming paper with what is given changed: `look` and `page` its form (see
    `handtyped.typed`), the rest its texts. A function as a change takes the text and gives another.
    """
    model = PAPERS[paper]
    texts = {
        name: value(getattr(model, name)) if callable(value) else value
        for name, value in changes.items()
    }
    return unpacked(typed(replace(model, **texts), layout, look=look, page=page, rule=rule))


def typed_behind(text: str, *new: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """A change of the parts: behind the paragraph of this text come others that look like it."""

    def change(parts: dict[str, bytes]) -> dict[str, bytes]:
        root = parse(parts[_MAIN])
        found = next(
            p for p in root.iter(f"{W}p") if "".join(t.text or "" for t in p.iter(f"{W}t")) == text
        )
        for words in reversed(new):
            added = copy.deepcopy(found)
            first, *rest = added.iter(f"{W}t")
            first.text = words
            for leaf in rest:
                leaf.text = ""
            found.addnext(added)
        return {**parts, _MAIN: serialised(root)}

    return change


def report(parts: Parts, profile: str = "auto") -> Report:
    """What the ruler finds."""
    return check(parts, profile, today=TODAY, known=knowledge())


def codes(parts: Parts) -> set[str]:
    """The codes of what the ruler finds."""
    return {finding.code for finding in report(parts).findings}


def told(findings: tuple[Finding, ...]) -> list[str]:
    """The findings as a person reads them, for a failing test."""
    return [f"{found.severity} {found.code} {found.where}: {found.message}" for found in findings]


def mended(parts: Parts) -> tuple[dict[str, bytes], Fixed]:
    """The parts as the hand leaves them, and what it did."""
    made = fix(parts, today=TODAY, known=knowledge())
    return {**parts, **made.parts}, made


def words(parts: Parts) -> str:
    """The text of the document without white space, to compare before and after a repair."""
    lines = (
        line.printed for paragraph in report(parts).document.paragraphs for line in paragraph.lines
    )
    return "".join("".join(lines).split())
