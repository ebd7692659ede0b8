"""Thể thức: facts from outside a document that rules need: which acts and bodies are in force.

They are data with dates of whoever calls; without them the rules that need them stay silent.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from datetime import date


@dataclass(frozen=True)
class Act:
    """An act that is cited: its symbol («24-QĐ/TW») and the whole citation, what it is about.

    `issued` is the day on the paper; `since` and `until` (inclusive) when it is in force; the
    `successor` came after it. `doubt` says what of this is uncertain, for the user.
    """

    symbol: str
    _: KW_ONLY
    citation: str
    topic: str
    issued: date
    since: date
    until: date | None = None
    successor: Act | None = None
    doubt: str = ""

    def in_force(self, on: date) -> bool:
        """Whether it is in force on that day."""
        return self.since <= on and (self.until is None or on <= self.until)

    def successor_on(self, on: date) -> Act | None:
        """The act that stands in its place on that day; None where nothing is known to."""
        following = self.successor
        while following and not following.in_force(on):
            following = following.successor
        return following


@dataclass(frozen=True)
class EndedBody:
    """A kind of body that exists no more («Ban cán sự đảng»), its last day, and how the đảng bộ it
    led was called, where that name ended with it."""

    name: str
    until: date
    source: str
    doubt: str = ""
    dang_bo: str = ""


@dataclass(frozen=True)
class Competence:
    """What a level of the Party may not issue, from a day on; `body` names it for the user."""

    level: str
    body: str
    since: date
    never_issues: frozenset[str]
    source: str
    doubt: str = ""


@dataclass(frozen=True)
class Knowledge:
    """What is known beside the document."""

    acts: tuple[Act, ...] = ()
    ended: tuple[EndedBody, ...] = ()
    competences: tuple[Competence, ...] = ()


NOTHING = Knowledge()
