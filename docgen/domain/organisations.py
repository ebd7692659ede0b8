"""Room domain: organisations of the Party, their kinds with dates of validity, their terms."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True)
class OrganisationKind:
    """A kind of organisation: what its papers print, and when such bodies existed.

    `since` and `until` are the first and the last day, None where open. `quorum` is the share of
    members without whom no vote is taken, None where no rule was found. `on_behalf` is the
    signing authority («T/M BAN CÁN SỰ ĐẢNG»), `symbol` the body's letters in a number («BCSĐ»),
    `superior` says what the masthead's first line names, `dang_bo` how the party organisation it
    leads was called. `certainty` tells how sure these facts are, and by which source.
    """

    key: str
    name: str
    _: KW_ONLY
    since: date | None = None
    until: date | None = None
    quorum: Fraction | None = None
    on_behalf: str = ""
    symbol: str = ""
    superior: str = ""
    dang_bo: str = ""
    source: str = ""
    certainty: str = ""

    def exists_on(self, day: date) -> bool:
        """Whether bodies of this kind existed on that day, both ends included."""
        return within(day, self.since, self.until)


@dataclass(frozen=True)
class Term:
    """A term of office (nhiệm kỳ), as «2025 - 2030»: numbers of papers run through it."""

    since: date
    until: date | None
    _: KW_ONLY
    label: str


@dataclass(frozen=True)
class Organisation:
    """One organisation as its papers name it; `kind` is the key of its `OrganisationKind`.

    `co_quan_cap_tren` and `co_quan_ban_hanh` are the masthead's lines, in capitals;
    `members_required` is the full membership, where it is known.
    """

    id: int
    kind: str
    _: KW_ONLY
    name: str
    co_quan_cap_tren: str | None
    co_quan_ban_hanh: str
    ky_hieu: str
    dia_danh: str
    members_required: int | None
    term_label: str


def within(day: date, since: date | None, until: date | None) -> bool:
    """Whether the day lies from `since` to `until`, both included; None is an open end."""
    return (since is None or since <= day) and (until is None or day <= until)
