"""Room domain: people and the positions they hold over time."""

from __future__ import annotations

import unicodedata
from dataclasses import KW_ONLY, dataclass
from datetime import date

from docgen.domain.organisations import within


@dataclass(frozen=True)
class Person:
    """A person; two people may bear one name, so the id tells them apart."""

    id: int
    name: str


@dataclass(frozen=True)
class Appointment:
    """A position (chức vụ) a person holds from `since` to `until`, with the office beside it.

    `position` is the one in the body («Uỷ viên»), `office` the one outside it («Giám đốc Sở
    Nội vụ»); either may be blank.
    """

    person: Person
    position: str
    _: KW_ONLY
    office: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def title(self) -> str:
        """«Uỷ viên, Giám đốc Sở Nội vụ»: what papers print after the name."""
        return ", ".join(part for part in (self.position, self.office) if part)

    def held_on(self, day: date) -> bool:
        """Whether the position was held on that day, the first and the last day included."""
        return within(day, self.since, self.until)


def name_identity(name: str | None) -> str:
    """What two ways of typing one name share: NFC, case folded, single spaces; "" when blank."""
    return " ".join(unicodedata.normalize("NFC", name or "").casefold().split())
