"""Room domain: the counting of ballots, and the laws of its figures; paths are those of the fields.

Figures that are not given are skipped. Source: Quy chế bầu cử trong Đảng (each step can only lose
ballots; who is elected has no fewer votes than who is not).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from docgen.domain.people import name_identity
from docgen.errors import Problem


@dataclass(frozen=True)
class Candidate:
    """Somebody on the ballot, and the votes they got."""

    name: str | None
    position: str | None = None
    votes: int | None = None
    against: int | None = None
    elected: bool | None = None


@dataclass(frozen=True)
class BallotCount:
    """The count of one ballot: how many papers, and what they say."""

    to_elect: int | None
    issued: int | None
    collected: int | None
    valid: int | None
    invalid: int | None
    candidates: tuple[Candidate, ...]


def count_problems(count: BallotCount, present: int | None) -> Iterator[Problem]:
    """What is wrong with one count, given the number of those present; paths within it."""
    yield from chain(
        more_than_before(count, present),
        validity_does_not_add_up(count),
        more_votes_than_valid(count),
        more_votes_than_places(count),
        wrongly_elected(count),
        named_twice(count),
    )


def more_than_before(count: BallotCount, present: int | None) -> Iterator[Problem]:
    """Issued ≤ present; collected ≤ issued."""
    if _more(count.issued, present):
        yield Problem(
            "BALLOT.ISSUED",
            f"Phát ra {count.issued} phiếu, nhưng chỉ có {present} người có mặt. Hãy kiểm tra lại "
            "hai số này.",
            ("issued",),
        )
    if _more(count.collected, count.issued):
        yield Problem(
            "BALLOT.COLLECTED",
            f"Thu về {count.collected} phiếu, nhiều hơn số phát ra là {count.issued}. Hãy kiểm tra "
            "lại hai số này.",
            ("collected",),
        )


def validity_does_not_add_up(count: BallotCount) -> Iterator[Problem]:
    """Valid and invalid ballots together are those collected."""
    valid, invalid, collected = count.valid, count.invalid, count.collected
    if valid is None or invalid is None or collected is None or valid + invalid == collected:
        return
    yield Problem(
        "BALLOT.VALIDITY",
        f"Hợp lệ {valid} cộng không hợp lệ {invalid} là {valid + invalid}, không bằng số phiếu thu "
        f"về là {collected}. Hãy kiểm tra lại ba số này.",
        ("valid",),
    )


def more_votes_than_valid(count: BallotCount) -> Iterator[Problem]:
    """Nobody has more votes, for and against, than there are valid ballots."""
    for index, person in enumerate(count.candidates):
        votes = (person.votes or 0) + (person.against or 0)
        if _more(votes, count.valid):
            yield Problem(
                "BALLOT.VOTES",
                f"{person.name or 'Người này'} có {votes} phiếu, nhiều hơn số phiếu hợp lệ là "
                f"{count.valid}. Hãy kiểm tra lại.",
                ("candidates", index, "votes"),
            )


def more_votes_than_places(count: BallotCount) -> Iterator[Problem]:
    """A valid ballot names no more people than are to be elected."""
    votes = sum(person.votes or 0 for person in count.candidates)
    if count.to_elect and count.valid is not None and votes > count.to_elect * count.valid:
        yield Problem(
            "BALLOT.TOTAL",
            f"Tổng số phiếu bầu là {votes}, nhưng {count.valid} phiếu hợp lệ, mỗi phiếu bầu không "
            f"quá {count.to_elect} người. Hãy kiểm tra lại số phiếu của từng người.",
            ("candidates",),
        )


def wrongly_elected(count: BallotCount) -> Iterator[Problem]:
    """No more are elected than there are places, none of them with fewer votes than another."""
    elected = [p for p in count.candidates if p.elected]
    if _more(len(elected), count.to_elect):
        yield Problem(
            "BALLOT.TOO_MANY",
            f"Ghi {len(elected)} người trúng cử, nhưng chỉ bầu {count.to_elect} người.",
            ("to_elect",),
        )
    others = [p.votes for p in count.candidates if not p.elected and p.votes is not None]
    most = max(others, default=0)
    for index, person in enumerate(count.candidates):
        if person.elected and _more(most, person.votes):
            yield Problem(
                "BALLOT.ORDER",
                f"{person.name or 'Người này'} ghi là trúng cử với {person.votes} phiếu, ít hơn "
                f"người không trúng cử có {most} phiếu. Hãy kiểm tra lại.",
                ("candidates", index, "votes"),
            )


def named_twice(count: BallotCount) -> Iterator[Problem]:
    """Nobody stands twice on a ballot; the position tells apart two people of one name."""
    seen: set[tuple[str, str]] = set()
    for index, person in enumerate(count.candidates):
        if not person.name:
            continue
        who = (name_identity(person.name), (person.position or "").casefold())
        if who in seen:
            yield Problem(
                "BALLOT.TWICE",
                f"{person.name} đã có ở trên; nếu là hai người trùng tên thì ghi chức vụ.",
                ("candidates", index, "name"),
            )
        seen.add(who)


def _more(number: int | None, limit: int | None) -> bool:
    return number is not None and limit is not None and number > limit
