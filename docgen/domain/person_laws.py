"""Room domain: the laws of people named at a meeting: nobody is taken for somebody else.

The roll (members and guests) is what they are compared with; meeting_laws.py runs them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from docgen.domain.meetings import Attendance, Meeting, Participant
from docgen.domain.people import name_identity
from docgen.errors import Path, Problem

_PARTS = {
    "chair": "người chủ trì",
    "recorder": "người ghi biên bản",
    "presenter": "người trình bày",
}


def person_problems(meeting: Meeting) -> Iterator[Problem]:
    """What is wrong with the people named, all at once."""
    yield from chain(
        ambiguous_person(meeting), position_of_another(meeting), absent_in_the_chair(meeting)
    )


def ambiguous_person(meeting: Meeting) -> Iterator[Problem]:
    """Who bears a name that two participants share is told apart by position (HD 16-HD/VPTW)."""
    namesakes = _positions_by_name(meeting)
    for where, person in _people_named(meeting):
        positions = namesakes.get(name_identity(person.name), {}) if person else {}
        if person and len(positions) > 1 and not _is_one_of(person, positions):
            listed = "; ".join(position or "chưa ghi chức vụ" for position in positions.values())
            yield Problem(
                "PERSON.AMBIGUOUS",
                f"Hội nghị có {len(positions)} người tên {person.name} ({listed}). Hãy ghi chức vụ "
                "đủ để biết là đồng chí nào.",
                (*where, "position"),
            )


def position_of_another(meeting: Meeting) -> Iterator[Problem]:
    """Nobody stands beside a position that the roll gives to somebody else."""
    namesakes = _positions_by_name(meeting)
    held = {position for positions in namesakes.values() for position in positions}
    for where, person in _people_named(meeting):
        own = namesakes.get(name_identity(person.name)) if person else None
        if person is None or own is None:
            continue
        written = name_identity(person.position)
        if "," in written and written in held and not any(written in position for position in own):
            yield Problem(
                "PERSON.OTHERS_POSITION",
                f"{person.position} là chức vụ của người khác trong danh sách dự họp, không phải "
                f"của {person.name}. Hãy sửa chức vụ.",
                (*where, "position"),
            )


def absent_in_the_chair(meeting: Meeting) -> Iterator[Problem]:
    """Who is absent neither chairs, nor takes the minutes, nor presents an item."""
    there = {name_identity(r.name) for r in meeting.attendance if r.present is not False}
    there |= {name_identity(guest.name) for guest in meeting.guests}
    away = {name_identity(r.name) for r in meeting.attendance if r.present is False} - there
    for where, person in _people_named(meeting):
        if person and where[-1] != "speaker" and name_identity(person.name) in away - {""}:
            yield Problem(
                "PERSON.ABSENT",
                f"Đồng chí {person.name} được ghi vắng mặt nên không thể là "
                f"{_PARTS[str(where[-1])]}. Hãy sửa danh sách dự họp hoặc tên ở đây.",
                (*where, "name"),
            )


def _is_one_of(person: Participant, positions: dict[str, str | None]) -> bool:
    """Whether the position written fits one of the namesakes better than all others."""
    written = _parts(name_identity(person.position))
    shared = sorted(len(written & _parts(position)) for position in positions)
    return shared[-1] > shared[-2]


def _parts(position: str) -> set[str]:
    return {part.strip() for part in position.split(",") if part.strip()}


def _people_named(meeting: Meeting) -> Iterator[tuple[Path, Participant | None]]:
    yield ("chair",), meeting.chair
    yield ("recorder",), meeting.recorder
    for index, item in enumerate(meeting.agenda):
        yield ("agenda", index, "presenter"), item.presenter
        for number, opinion in enumerate(item.opinions):
            yield ("agenda", index, "opinions", number, "speaker"), opinion.speaker


def _positions_by_name(meeting: Meeting) -> dict[str, dict[str, str | None]]:
    """For each name the different positions of members and guests who bear it, as written."""
    everybody: tuple[Attendance | Participant, ...] = (*meeting.attendance, *meeting.guests)
    found: dict[str, dict[str, str | None]] = {}
    for person in everybody:
        if name_identity(person.name):
            positions = found.setdefault(name_identity(person.name), {})
            positions.setdefault(name_identity(person.position), person.position)
    return found
