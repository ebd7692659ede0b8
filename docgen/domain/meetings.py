"""Room domain: meetings as they are recorded, quorum and majority; their laws: meeting_laws.py.

Any scalar may be None: a draft is a meeting with gaps. Field names are those of the input model.
"""

from __future__ import annotations

import math
from dataclasses import KW_ONLY, dataclass
from datetime import date, time
from enum import StrEnum
from fractions import Fraction


class VotingMethod(StrEnum):
    """How a vote is taken; minutes state it (HD 16-HD/VPTW)."""

    show_of_hands = "giơ tay"
    secret_ballot = "bỏ phiếu kín"


class Topic(StrEnum):
    """What an agenda item is about: one list for minutes, reports and statistics."""

    political_task = "nhiệm vụ chính trị"
    organisation_personnel = "tổ chức, cán bộ"
    inspection = "kiểm tra, giám sát"
    party_building = "xây dựng Đảng"
    other = "nội dung khác"


@dataclass(frozen=True)
class Participant:
    """Somebody at the meeting; the position tells apart two people of one name."""

    name: str | None
    position: str | None = None


@dataclass(frozen=True)
class Attendance:
    """A member's line in the roll: present, or absent for a reason."""

    name: str | None
    position: str | None = None
    _: KW_ONLY
    present: bool | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Opinion:
    """What one participant said on an item."""

    speaker: Participant | None
    text: str | None


@dataclass(frozen=True)
class VoteOption:
    """One of several solutions put to the vote, and the votes it had."""

    text: str | None
    votes: int | None


@dataclass(frozen=True)
class Vote:
    """A vote: for, against, other (tán thành, không tán thành, ý kiến khác), or by options."""

    subject: str | None = None
    method: VotingMethod | None = None
    _: KW_ONLY
    voters: int | None = None
    votes_for: int | None = None
    votes_against: int | None = None
    votes_other: int | None = None
    ballots_issued: int | None = None
    ballots_collected: int | None = None
    ballots_valid: int | None = None
    options: tuple[VoteOption, ...] = ()

    @property
    def has_figures(self) -> bool:
        """Whether any figure of a result is recorded, zero being one."""
        answers = (self.votes_for, self.votes_against, self.votes_other)
        ballots = (self.ballots_issued, self.ballots_collected, self.ballots_valid)
        figures = (*answers, *ballots, *(option.votes for option in self.options))
        return any(figure is not None for figure in figures)


@dataclass(frozen=True)
class Task:
    """Who has to do what, by when."""

    assignee: str | None
    content: str | None
    _: KW_ONLY
    deadline: date | None = None


@dataclass(frozen=True)
class AgendaItem:
    """One item: presentation, opinions, votes, the chair's conclusion, the tasks given."""

    title: str | None
    topic: Topic | None = None
    _: KW_ONLY
    presenter: Participant | None = None
    presentation: str | None = None
    opinions: tuple[Opinion, ...] = ()
    votes: tuple[Vote, ...] = ()
    conclusion: str | None = None
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A meeting; `ends_on` None means that it ended on the day it began.

    `attendance` may name all members or only the absent ones; `present_count` holds either way.
    """

    starts_on: date | None = None
    starts_at: time | None = None
    ends_on: date | None = None
    ends_at: time | None = None
    place: str | None = None
    chair: Participant | None = None
    recorder: Participant | None = None
    members_total: int | None = None
    present_count: int | None = None
    attendance: tuple[Attendance, ...] = ()
    guests: tuple[Participant, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()


def quorum_needed(total: int, quorum: Fraction) -> int:
    """The least number of members present with whom the body may vote: two thirds of 10 are 7."""
    return math.ceil(total * quorum)


def is_quorate(present: int, total: int, quorum: Fraction | None) -> bool:
    """Whether enough members are present to vote; always so where no quorum is laid down."""
    return quorum is None or present >= quorum_needed(total, quorum)


def is_carried(votes_for: int, members_total: int) -> bool:
    """Whether more than half of **all** members, absent ones included, voted for.

    Source: Điều lệ Đảng, Điều 9.
    """
    return 2 * votes_for > members_total
