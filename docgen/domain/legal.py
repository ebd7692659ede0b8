"""Room domain: the acts that papers rest on, each in force from a day to a day, and who may issue
what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from datetime import date

from docgen.domain.organisations import within


@dataclass(frozen=True)
class LegalBasis:
    """An act: its type («Quy định»), symbol («208-QĐ/TW»), title («về thi hành Điều lệ Đảng»).

    `issued` is the day on the paper, `since` and `until` the first and the last day it is in force.
    `replaced_by` is the key of the act that came after it. `source` and `certainty` tell on what
    these facts rest; `is_doubtful` that the end of it was inferred, not read.
    """

    key: str
    _: KW_ONLY
    type: str
    symbol: str
    title: str
    issuer: str
    issued: date
    since: date
    until: date | None = None
    replaced_by: str = ""
    is_doubtful: bool = False
    source: str = ""
    certainty: str = ""

    def in_force(self, on: date) -> bool:
        """Whether it is in force on that day, both ends included."""
        return within(on, self.since, self.until)


def superseded_by(
    basis: LegalBasis, bases: Mapping[str, LegalBasis], on: date
) -> LegalBasis | None:
    """What stands in the place of an act on that day; None where nothing is known to."""
    following = bases.get(basis.replaced_by)
    while following and not following.in_force(on):
        following = bases.get(following.replaced_by)
    return following


@dataclass(frozen=True)
class Competence:
    """What a level of the Party may not issue, from a day on: types by their names.

    `body` is how the user reads it («ban thường vụ đảng uỷ cơ sở»).
    """

    key: str
    _: KW_ONLY
    body: str
    since: date
    never_issues: tuple[str, ...]
    is_doubtful: bool = False
    source: str = ""
    certainty: str = ""
