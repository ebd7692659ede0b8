"""Thể thức: the hand: mends what is form and not meaning, tells what it did and what is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from docgen.thethuc.check import Finding, check
from docgen.thethuc.edit import Editor
from docgen.thethuc.knowledge import NOTHING, Knowledge

MOST_PASSES = 40
"""One change a paragraph a pass: the worst paragraph has fewer faults that can be mended."""


@dataclass(frozen=True)
class Fixed:
    """A mended document: the parts that changed, what was done, what a person must decide."""

    parts: Mapping[str, bytes]
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]


def fix(
    parts: Mapping[str, bytes], profile: str = "auto", *, today: date, known: Knowledge = NOTHING
) -> Fixed:
    """The document with every fault mended that can be. Mended twice, nothing more changes.

    Takes and raises what `check` does.
    """
    report = check(parts, profile, today=today, known=known)
    chosen = report.profile.key
    changed: dict[str, bytes] = {}
    done: list[Finding] = []
    for _ in range(MOST_PASSES):
        editor = Editor(report.document, report.profile)
        made = _mend(editor, report.findings)
        new = {name: data for name, data in editor.changed().items() if data != parts.get(name)}
        if not new:
            break
        done += made
        changed |= new
        parts = {**parts, **new}
        report = check(parts, chosen, today=today, known=known)
    left = {(finding.code, finding.where) for finding in report.findings}
    kept = {(finding.code, finding.where): finding for finding in done}
    mended = tuple(finding for key, finding in kept.items() if key not in left)
    return Fixed(changed, mended, report.findings)


def _mend(editor: Editor, findings: tuple[Finding, ...]) -> list[Finding]:
    """Mend one fault a place; gives those mended."""
    places: set[object] = set()
    made = []
    for finding in findings:
        line = finding.fault.line
        place = line.paragraph.node if line is not None else (finding.code, finding.fault.section)
        if finding.fix is None or place in places:
            continue
        places.add(place)
        finding.fix(editor, finding.fault)
        made.append(finding)
    return made
