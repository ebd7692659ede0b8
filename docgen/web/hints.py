"""Web: what the form counts for its user: who is there, and whether a vote carries.

The sentences are by path (`meeting.agenda.0.votes.1`); the figures come from the domain.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from docgen.catalog import KINDS
from docgen.catalog.laws import build
from docgen.domain.meetings import Meeting, Vote, is_carried, is_quorate, quorum_needed


def hints(values: Mapping[str, Any]) -> dict[str, str]:
    """A sentence for each place of which something can be counted; none for what lacks a figure."""
    if not isinstance(values.get("meeting"), Mapping):
        return {}
    meeting = build(Meeting, values["meeting"])
    kind = KINDS.get(str((values.get("organisation") or {}).get("kind")))
    found = {"meeting.attendance": attendance_hint(meeting, kind.quorum if kind else None)}
    for number, item in enumerate(meeting.agenda):
        for index, vote in enumerate(item.votes):
            place = f"meeting.agenda.{number}.votes.{index}"
            found[place] = vote_hint(vote, meeting.members_total)
    return {place: sentence for place, sentence in found.items() if sentence}


def attendance_hint(meeting: Meeting, quorum: Fraction | None) -> str:
    """«Có mặt 8/9 · đủ điều kiện tiến hành (ít nhất 2/3)»."""
    present, total = meeting.present_count, meeting.members_total
    if present is None or not total:
        return ""
    counted = f"Có mặt {present}/{total}"
    if quorum is None:
        return counted
    if is_quorate(present, total, quorum):
        return f"{counted} · đủ điều kiện tiến hành (ít nhất {quorum})"
    needed = quorum_needed(total, quorum)
    return f"{counted} · chưa đủ điều kiện tiến hành (ít nhất {quorum}, tức {needed} đồng chí)"


def vote_hint(vote: Vote, total: int | None) -> str:
    """«8/9 tổng số thành viên · quá nửa», of the votes for or of each option."""
    if not total:
        return ""
    if vote.votes_for is not None:
        share, verdict = _share(vote.votes_for, total), _verdict(vote.votes_for, total)
        return f"{share} tổng số thành viên · {verdict}"
    told = [
        f"phương án {number}: {_share(option.votes, total)}, {_verdict(option.votes, total)}"
        for number, option in enumerate(vote.options, 1)
        if option.votes is not None
    ]
    return f"Trên tổng số thành viên, {'; '.join(told)}" if told else ""


def _share(votes: int, total: int) -> str:
    return f"{votes}/{total}"


def _verdict(votes: int, total: int) -> str:
    return "quá nửa" if is_carried(votes, total) else "không quá nửa"
