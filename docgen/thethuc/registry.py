"""Thể thức: the rules of form: each a small function with its code, source and repair.

A rule looks at a document and yields the faults it sees; `RULES` holds them all by code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Line
from docgen.thethuc.profiles import Certainty, Profile
from docgen.thethuc.sections import Section

Severity = Literal["error", "warning", "info"]
"""The guidance says otherwise; doubtful, or what is asked is inferred; worth knowing."""

Mending = Literal["all", "some", "none"]
"""How much of what a rule finds the hand mends."""


@dataclass(frozen=True, eq=False)
class Fault:
    """One place that is not as it should be: what is asked (`wanted`), what stands there (`found`),
    in the words of a clerk. `severity` where it is milder than the rule's; `fix` where this fault
    is mended in its own way."""

    wanted: str
    found: str = ""
    line: Line | None = None
    section: Section | None = None
    severity: Severity | None = None
    fix: Fix | None = None


Check = Callable[[DocumentView, Profile], Iterator[Fault]]
Fix = Callable[[Editor, Fault], None]
"""Mends one fault through the editor of its document."""


@dataclass(frozen=True)
class Rule:
    """A rule: `code`, `title` (what is wrong), `source` (guidance, part, item), what it does."""

    code: str
    title: str
    source: str
    check: Check
    severity: Severity = "error"
    certainty: Certainty = "read"
    fix: Fix | None = None
    mends: Mending = "some"

    @property
    def explanation(self) -> str:
        """The rule in a sentence or two: its docstring."""
        return " ".join((self.check.__doc__ or "").split())


_RULES: dict[str, Rule] = {}
RULES: Mapping[str, Rule] = MappingProxyType(_RULES)


def rule(
    code: str,
    title: str,
    *,
    source: str,
    severity: Severity = "error",
    certainty: Certainty = "read",
    fix: Fix | None = None,
    mends: Mending | None = None,
) -> Callable[[Check], Check]:
    """Register a rule. One that rests on an inferred value can only warn, never block.

    `fix` mends all of its faults; without it, those mend that have their own: say so by `mends`
    when none has.
    """
    if certainty in ("inferred", "ours") and severity == "error":
        severity = "warning"

    def register(check: Check) -> Check:
        if code in _RULES:
            raise ValueError(f"two rules have the code {code}")
        hand = mends or ("some" if fix is None else "all")
        _RULES[code] = Rule(code, title, source, check, severity, certainty, fix, hand)
        return check

    return register
