"""Thể thức: a document measured against a profile: findings, the gravest first in each place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import docgen.thethuc.rules  # noqa: F401  the rules register themselves
from docgen.thethuc.document import DocumentView, read_document
from docgen.thethuc.knowledge import NOTHING, Knowledge
from docgen.thethuc.lines import Paragraph
from docgen.thethuc.profiles import PROFILES, Profile, profile_on
from docgen.thethuc.registry import RULES, Fault, Fix, Rule, Severity

_ORDER: Mapping[Severity, int] = {"error": 0, "warning": 1, "info": 2}
_LONGEST_QUOTE = 60
_STORIES = {"header": "đầu trang", "footer": "chân trang", "footnotes": "cước chú"}
_PART = re.compile(r"([a-z]+)\d*\.xml$")
_STATE = "PD.STATE."


@dataclass(frozen=True, eq=False)
class Finding:
    """One fault of form: its rule, where it is, what is asked, what stands there."""

    rule: Rule
    fault: Fault
    severity: Severity

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.rule.code

    @property
    def paragraph(self) -> int | None:
        """The number of its paragraph in its part, as Word counts; None for a page or a whole."""
        line = self.fault.line
        return line.paragraph.number if line else None

    @property
    def where(self) -> str:
        """The place in a clerk's words."""
        line, section = self.fault.line, self.fault.section
        if line is not None:
            quote = line.printed[:_LONGEST_QUOTE] + "…" * (len(line.printed) > _LONGEST_QUOTE)
            place = f"{_story(line.paragraph)}đoạn {line.paragraph.number}"
            return f"{place} · «{quote}»" if quote else place
        return f"phần {section.number} (trang)" if section is not None else "cả văn bản"

    @property
    def message(self) -> str:
        """What is wrong, what it should be."""
        found = f" (đang: {self.fault.found})" if self.fault.found else ""
        return f"{self.rule.title}: {self.fault.wanted}{found}"

    @property
    def fix(self) -> Fix | None:
        """What mends it without touching a word of meaning; None where a person must decide."""
        return self.fault.fix or self.rule.fix

    def as_dict(self) -> dict[str, Any]:
        """As the command line prints it (`--json`)."""
        return {
            "code": self.code, "severity": self.severity, "where": self.where,
            "message": self.message, "source": self.rule.source, "fixable": self.fix is not None,
        }  # fmt: skip


def _story(paragraph: Paragraph) -> str:
    """What a paragraph stands in, when it is not the text itself."""
    if paragraph.in_box:
        return "hộp chữ, "
    kind = _PART.search(paragraph.part)
    return f"{_STORIES[kind[1]]}, " if kind and kind[1] in _STORIES else ""


@dataclass(frozen=True, eq=False)
class Report:
    """What a check found, by which profile."""

    profile: Profile
    document: DocumentView
    findings: tuple[Finding, ...]


def check(
    parts: Mapping[str, bytes], profile: str = "auto", *, today: date, known: Knowledge = NOTHING
) -> Report:
    """The findings of a docx, given as its parts (name → unpacked bytes).

    `profile` is `auto` (by the document's date; with none, today's), or a profile's key. Raises
    `UnreadableDocument`; `KeyError` for an unknown profile. `known` is what rules on acts and
    bodies need.
    """
    document = read_document(parts, known)
    chosen = PROFILES[profile] if profile != "auto" else profile_on(document.date or today)
    return Report(chosen, document, tuple(findings(document, chosen)))


def findings(document: DocumentView, profile: Profile) -> list[Finding]:
    """Every fault that the rules see: errors first, then in the order of the document.

    A state document is not measured by the Party's form: that it is one is all that is told.
    """
    found = [
        Finding(rule, fault, fault.severity or rule.severity)
        for rule in RULES.values()
        if not document.is_state or rule.code.startswith(_STATE)
        for fault in rule.check(document, profile)
    ]
    return sorted(found, key=_place)


def _place(finding: Finding) -> tuple[int, int, str]:
    return _ORDER[finding.severity], finding.paragraph or 0, finding.code
