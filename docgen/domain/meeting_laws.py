"""Room domain: the laws a recorded meeting keeps, each a function named for what is wrong.

A law that lacks a number stays silent, so that a draft is told only what is already wrong.
Signs of a figure are the catalogue's matter. Paths are those of the fields in meetings.py.
The laws of a single vote stand in vote_laws.py, those of people named in person_laws.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from fractions import Fraction
from itertools import chain

from docgen.domain.meetings import Meeting, Task, is_quorate, quorum_needed
from docgen.domain.people import name_identity
from docgen.domain.person_laws import person_problems
from docgen.domain.vietnamese import date_short, time_words
from docgen.domain.vote_laws import vote_problems
from docgen.errors import Problem


def problems(meeting: Meeting, *, body: str, quorum: Fraction | None) -> tuple[Problem, ...]:
    """Everything that is wrong with the meeting, all at once; `body` is named in the sentences.

    `quorum` is the share of members without whom the body does not vote, None where no rule
    lays one down.
    """
    return tuple(
        chain(
            end_not_after_start(meeting),
            wrong_count(meeting, body),
            wrong_present_list(meeting),
            absence_without_reason(meeting),
            duplicate_member(meeting),
            no_quorum(meeting, quorum),
            person_problems(meeting),
            _agenda_problems(meeting),
        )
    )


def end_not_after_start(meeting: Meeting) -> Iterator[Problem]:
    """A meeting ends after it begins; without an end date, on the same day."""
    end_day = meeting.ends_on or meeting.starts_on
    wrong_day = bool(meeting.starts_on and end_day and end_day < meeting.starts_on)
    wrong_hour = bool(
        meeting.starts_at
        and meeting.ends_at
        and (end_day == meeting.starts_on)
        and meeting.ends_at <= meeting.starts_at
    )
    if wrong_day or wrong_hour:
        end = _moment(end_day, meeting.ends_at)
        start = _moment(meeting.starts_on, meeting.starts_at)
        yield Problem(
            "MEETING.TIME",
            f"Hội nghị kết thúc {end}, không sau lúc bắt đầu ({start}). Hãy sửa thời gian bắt đầu "
            "hoặc kết thúc; nếu hội nghị kéo sang ngày khác thì ghi ngày kết thúc.",
            ("ends_on",) if wrong_day else ("ends_at",),
        )


def wrong_count(meeting: Meeting, body: str) -> Iterator[Problem]:
    """Present and absent members together are all members."""
    present, total = meeting.present_count, meeting.members_total
    absent = sum(row.present is False for row in meeting.attendance)
    if present is not None and total is not None and present + absent != total:
        yield Problem(
            "MEETING.COUNT",
            f"Có mặt {present}, vắng mặt {absent}, nhưng {body.strip() or 'tổ chức'} có {total} "
            "thành viên. Hãy sửa số có mặt, danh sách vắng mặt hoặc tổng số thành viên.",
            ("present_count",),
        )


def wrong_present_list(meeting: Meeting) -> Iterator[Problem]:
    """Where the present are listed by name, they are as many as the number says."""
    listed = sum(row.present is True for row in meeting.attendance)
    if listed and meeting.present_count is not None and listed != meeting.present_count:
        yield Problem(
            "MEETING.PRESENT_LIST",
            f"Danh sách ghi {listed} đồng chí có mặt, nhưng số có mặt là {meeting.present_count}. "
            "Hãy đánh dấu lại người có mặt trong danh sách hoặc sửa số có mặt.",
            ("attendance",),
        )


def absence_without_reason(meeting: Meeting) -> Iterator[Problem]:
    """Every absent member has a reason beside the name (HD 16-HD/VPTW, phần Thành phần)."""
    for index, row in enumerate(meeting.attendance):
        if row.present is False and _blank(row.reason):
            who = f"Đồng chí {row.name}" if row.name else f"Thành viên ở dòng {index + 1}"
            yield Problem(
                "MEETING.ABSENT_REASON",
                f"{who} vắng mặt nhưng chưa có lý do. Hãy ghi lý do vắng mặt.",
                ("attendance", index, "reason"),
            )


def duplicate_member(meeting: Meeting) -> Iterator[Problem]:
    """No member stands in the roll twice; two of one name have different positions."""
    first: dict[tuple[str, str], int] = {}
    for index, row in enumerate(meeting.attendance):
        if _blank(row.name):
            continue
        seen = first.setdefault((name_identity(row.name), name_identity(row.position)), index)
        if seen != index:
            yield Problem(
                "MEETING.DUPLICATE_MEMBER",
                f"Đồng chí {row.name} ở dòng {index + 1} trùng với dòng {seen + 1}. Hãy bỏ một "
                "dòng; nếu là hai người cùng tên thì ghi chức vụ khác nhau để phân biệt.",
                ("attendance", index, "name"),
            )


def no_quorum(meeting: Meeting, quorum: Fraction | None) -> Iterator[Problem]:
    """Votes are taken only with a quorum (two thirds: QĐ 162-QĐ/TW); talks need none."""
    present, total = meeting.present_count, meeting.members_total
    if quorum is None or present is None or total is None:
        return
    voted = any(vote.has_figures for item in meeting.agenda for vote in item.votes)
    if voted and not is_quorate(present, total, quorum):
        yield Problem(
            "MEETING.QUORUM",
            f"Có mặt {present}/{total} thành viên, chưa đủ {quorum} (ít nhất "
            f"{quorum_needed(total, quorum)}) để biểu quyết. Hãy kiểm tra lại số có mặt; nếu số đó "
            "đúng thì hội nghị không đủ điều kiện biểu quyết.",
            ("present_count",),
        )


def deadline_before_meeting(task: Task, held_on: date | None) -> Iterator[Problem]:
    """A task given at a meeting is due on that day or later."""
    if task.deadline and held_on and task.deadline < held_on:
        yield Problem(
            "TASK.DEADLINE",
            f"Thời hạn {date_short(task.deadline)} trước ngày họp {date_short(held_on)}. "
            "Hãy sửa thời hạn thực hiện.",
            ("deadline",),
        )


def _agenda_problems(meeting: Meeting) -> Iterator[Problem]:
    for index, item in enumerate(meeting.agenda):
        for number, vote in enumerate(item.votes):
            for problem in vote_problems(vote, meeting.present_count):
                yield problem.under("agenda", index, "votes", number)
        for number, task in enumerate(item.tasks):
            for problem in deadline_before_meeting(task, meeting.starts_on):
                yield problem.under("agenda", index, "tasks", number)


def _moment(day: date | None, hour: time | None) -> str:
    told = (hour and f"lúc {time_words(hour)}", day and f"ngày {date_short(day)}")
    return ", ".join(part for part in told if part)


def _blank(text: str | None) -> bool:
    return not (text or "").strip()
