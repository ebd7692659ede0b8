"""Services: who is a member of an organisation, and since when; the past is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from docgen.domain.people import Appointment, Person, name_identity
from docgen.storage import Transaction


@dataclass(frozen=True)
class Member:
    """A row of the members' form: a name, the position in the body and the office outside it."""

    name: str
    position: str
    office: str


_Likeness = Callable[[Appointment, Member], bool]


def members_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Member, ...]:
    """The rows of a validated form."""
    return tuple(
        Member(row["name"], row["position"] or "", row.get("office") or "") for row in rows
    )


def held_on(tx: Transaction, organisation_id: int, on: date) -> tuple[Appointment, ...]:
    """The appointments held on a day, in their order."""
    every = tx.people.appointments(organisation_id).values()
    return tuple(appointment for appointment in every if appointment.held_on(on))


def appoint_first(tx: Transaction, organisation_id: int, members: Iterable[Member]) -> None:
    """The members of an organisation that is set up: since when they are is not known."""
    for rank, member in enumerate(members):
        _appoint_new(tx, organisation_id, member, since=None, rank=rank)


def replace_members(
    tx: Transaction, organisation_id: int, members: tuple[Member, ...], *, today: date
) -> None:
    """Make these the members from today on.

    Who keeps name and position keeps the appointment. A changed position ends the old appointment
    yesterday (its last day) and begins one today, for the same person. Who is no longer listed
    held the position until yesterday. Nobody is deleted.
    """
    every = tx.people.appointments(organisation_id)
    held = {id: one for id, one in every.items() if one.until is None}
    pairs = _pair(held, members)
    for id in held.keys() - pairs.values():
        tx.people.end(id, today - timedelta(days=1))
    for rank, member in enumerate(members):
        if rank not in pairs:
            _appoint_new(tx, organisation_id, member, since=today, rank=rank)
        elif _is_unchanged(held[pairs[rank]], member):
            tx.people.place(pairs[rank], rank)
        else:
            tx.people.end(pairs[rank], today - timedelta(days=1))
            moved = _appointment(held[pairs[rank]].person, member, today)
            tx.people.appoint(moved, rank)
    _correct_names(tx, members, {row: held[id].person for row, id in pairs.items()})


def _appoint_new(
    tx: Transaction, organisation_id: int, member: Member, *, since: date | None, rank: int
) -> None:
    person = tx.people.add(organisation_id, member.name)
    tx.people.appoint(_appointment(person, member, since), rank)


def _appointment(person: Person, member: Member, since: date | None) -> Appointment:
    return Appointment(person, member.position, office=member.office, since=since)


def _correct_names(
    tx: Transaction, members: tuple[Member, ...], people: Mapping[int, Person]
) -> None:
    """Who is told to be the same person in spite of capitals or spaces takes the new spelling."""
    for row, person in people.items():
        if person.name != members[row].name:
            tx.people.rename(person, members[row].name)


def _has_name(held: Appointment, member: Member) -> bool:
    return name_identity(held.person.name) == name_identity(member.name)


def _keeps_position(held: Appointment, member: Member) -> bool:
    return _has_name(held, member) and held.position == member.position


def _keeps_office(held: Appointment, member: Member) -> bool:
    return _has_name(held, member) and bool(held.office) and held.office == member.office


def _is_unchanged(held: Appointment, member: Member) -> bool:
    return _keeps_position(held, member) and held.office == member.office


def _pair(held: Mapping[int, Appointment], members: tuple[Member, ...]) -> dict[int, int]:
    """Row number -> id of the appointment of the same person; a row of somebody new is left out.

    The surest likeness is looked for in all rows first. Two people may bear one name: a likeness
    that fits several decides nothing, because mixing up two histories is worse than beginning one.
    """
    pairs: dict[int, int] = {}
    for row, member in enumerate(members):
        same = (id for id in held if _is_unchanged(held[id], member) and id not in pairs.values())
        if (id := next(same, None)) is not None:
            pairs[row] = id
    for alike in (_keeps_office, _keeps_position, _has_name):
        left = {id: one for id, one in held.items() if id not in pairs.values()}
        rows = {row: member for row, member in enumerate(members) if row not in pairs}
        pairs |= _unmistakable(alike, left, rows)
    return pairs


def _unmistakable(
    alike: _Likeness, held: Mapping[int, Appointment], rows: Mapping[int, Member]
) -> dict[int, int]:
    """The pairs of which each side is like nobody else's."""
    fits = {row: [id for id in held if alike(held[id], rows[row])] for row in rows}
    wanted = Counter(id for ids in fits.values() for id in ids)
    return {row: ids[0] for row, ids in fits.items() if len(ids) == 1 and wanted[ids[0]] == 1}
