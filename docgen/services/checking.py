"""Services: a Word file measured against the form, and mended: bytes in, findings or bytes out.

Nothing is kept. What cannot be read is refused with one `Invalid` that says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from docgen.catalog import COMPETENCES, KINDS, LEGAL_BASES
from docgen.domain import vietnamese
from docgen.errors import NotFound
from docgen.services.refusals import (
    refusals,
    refuse_contents,
    refuse_foreign,
    refuse_other_kinds,
)
from docgen.templating.package import Member, content, open_package, write_package
from docgen.thethuc.check import Finding, Report, check
from docgen.thethuc.fix import Fixed, fix
from docgen.thethuc.knowledge import Act, Competence, EndedBody, Knowledge
from docgen.thethuc.profiles import PROFILES, Profile

AUTO = "auto"
_READ = (".xml", ".rels")
"""The parts that say something about the form: all others are only carried over."""


@dataclass(frozen=True)
class Mended:
    """A file set right as far as form goes: its bytes, what was done, what is left to decide."""

    docx: bytes
    fixed: Fixed
    profile: Profile


@cache
def knowledge() -> Knowledge:
    """What the catalogue knows of acts, bodies and their competence, as the rules take it."""
    ended = (
        EndedBody(kind.name, kind.until, kind.source, kind.certainty, kind.dang_bo)
        for kind in KINDS.values()
        if kind.until is not None
    )
    competences = (
        Competence(
            one.key, one.body, one.since, frozenset(one.never_issues), one.source,
            one.certainty if one.is_doubtful else "",
        )
        for one in COMPETENCES.values()
    )  # fmt: skip
    acts = tuple(_act(key) for key in LEGAL_BASES)
    return Knowledge(acts, tuple(ended), tuple(competences))


@cache
def _act(key: str) -> Act:
    """An act with those that came after it."""
    basis = LEGAL_BASES[key]
    return Act(
        basis.symbol,
        citation=f"{basis.type} số {basis.symbol}, ngày {vietnamese.date_short(basis.issued)}",
        topic=basis.title,
        issued=basis.issued,
        since=basis.since,
        until=basis.until,
        successor=_act(basis.replaced_by) if basis.replaced_by else None,
        doubt=basis.certainty if basis.is_doubtful else "",
    )


def check_docx(data: bytes, profile: str = AUTO, *, today: date) -> Report:
    """What is wrong with the form of a Word file, by a profile's key or the document's own date.

    Raises `Invalid` for a file that cannot be read, `NotFound` for an unknown profile.
    """
    with refusals():
        return _checked(_unpacked(_opened(data)), profile, today)


def own_findings(docx: bytes, profile: Profile) -> tuple[Finding, ...]:
    """What is wrong with the form of a document made here, whatever words were put into it."""
    members = open_package(docx)
    parts = {name: content(member) for name, member in members.items() if _is_read(name)}
    return check(parts, profile.key, today=profile.since, known=knowledge()).findings


def fix_docx(data: bytes, profile: str = AUTO, *, today: date) -> Mended:
    """The file with every fault mended that is form and not meaning; the same bytes where there is
    none. Raises what `check_docx` does."""
    with refusals():
        members = _opened(data)
        parts = _unpacked(members)
        chosen = _checked(parts, profile, today).profile
        fixed = fix(parts, chosen.key, today=today, known=knowledge())
        if not fixed.parts:
            return Mended(data, fixed, chosen)
        changed = {name: Member.of(name, part) for name, part in fixed.parts.items()}
        return Mended(write_package({**members, **changed}.values()), fixed, chosen)


def _checked(parts: Mapping[str, bytes], profile: str, today: date) -> Report:
    if profile not in (AUTO, *PROFILES):
        keys = ", ".join((AUTO, *PROFILES))
        raise NotFound(f"Không có thể thức «{profile}». Các thể thức: {keys}.")
    report = check(parts, profile, today=today, known=knowledge())
    refuse_foreign(report.document)
    return report


def _opened(data: bytes) -> dict[str, Member]:
    """The entries of the file."""
    refuse_other_kinds(data)
    return open_package(data)


def _unpacked(members: Mapping[str, Member]) -> dict[str, bytes]:
    """The parts that are read."""
    parts = {name: content(member) for name, member in members.items() if _is_read(name)}
    refuse_contents(parts)
    return parts


def _is_read(name: str) -> bool:
    return name.lower().endswith(_READ)
