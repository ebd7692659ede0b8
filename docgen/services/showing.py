"""Services: what a page shows of a checked file: findings numbered as listed, the spots marked.

The numbers run through the list; the file to look at has a bookmark `docgen-<number>` at the spot
of each finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from docgen.services.findings import SEVERITIES, Group, grouped
from docgen.templating import TemplateProblem, with_comments
from docgen.templating.package import Member, open_package, write_package
from docgen.thethuc.check import Finding, Report
from docgen.thethuc.spots import Spot, Spots, bookmarked

BOOKMARK = "docgen-"
_NAME = "văn bản"
_BODY = f"{_NAME} · thân văn bản"


@dataclass(frozen=True)
class Place:
    """A finding as it is listed: its number, and the paragraph that shows it."""

    number: int
    finding: Finding
    spot: Spot
    where: str
    """In a clerk's words."""


@dataclass(frozen=True)
class Listed:
    """One rule's findings as they are listed."""

    group: Group
    places: tuple[Place, ...]

    @property
    def wanted(self) -> str:
        """What all of them ask; empty when they ask different things."""
        asked = {place.finding.fault.wanted for place in self.places}
        return asked.pop() if len(asked) == 1 else ""


def listed(report: Report) -> tuple[Listed, ...]:
    """The findings of a report, by rule, each with its number and spot."""
    spots, numbers, rows = Spots(report.document), count(1), []
    for group in grouped(report.findings, report.profile):
        found = [
            Place(next(numbers), finding, spots.of(finding), _where(finding, report))
            for finding in group.findings
        ]
        rows.append(Listed(group, tuple(found)))
    return tuple(rows)


def _where(finding: Finding, report: Report) -> str:
    """The place; of a document with pages of one kind only, «các trang»."""
    is_page = finding.fault.section is not None and finding.fault.line is None
    return "các trang" if is_page and len(report.document.sections) == 1 else finding.where


def marked(docx: bytes, report: Report, rows: Iterable[Listed]) -> bytes:
    """A copy of the file for looking at, with a bookmark at the spot of each finding."""
    names = [(place.spot.paragraph, f"{BOOKMARK}{place.number}") for place in places(rows)]
    if not names:
        return docx
    main = report.document.main
    member = Member.of(main, bookmarked(report.document, names))
    return write_package({**open_package(docx), main: member}.values())


def commented(docx: bytes, rows: Iterable[Listed]) -> bytes:
    """A copy of the file with the findings as Word comments, each at its words."""
    problems = [_problem(row, place) for row in rows for place in row.places]
    return with_comments(docx, problems, name=_NAME, read=open_package)


def _problem(row: Listed, place: Place) -> TemplateProblem:
    fault, paragraph = place.finding.fault, place.spot.paragraph.number
    kind = SEVERITIES[row.group.severity].capitalize()
    where = "" if place.spot.is_exact else f" ({place.where})"
    told = [f"{kind}{where}: {row.group.rule.title}.", f"Cần: {fault.wanted}."]
    if fault.found:
        told.append(f"Đang: {fault.found}.")
    told.append(f"Theo {row.group.source}.")
    words = fault.line.text if fault.line is not None and place.spot.is_exact else ""
    columns = (0, len(words)) if words else None
    return TemplateProblem(" ".join(told), _BODY, paragraph, words, columns=columns)


def places(rows: Iterable[Listed]) -> Iterator[Place]:
    """Every place in the order of the list."""
    return (place for row in rows for place in row.places)
