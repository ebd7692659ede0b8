"""Services: a meeting begins with its minutes; other papers are drafted from what they note."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from docgen import catalog
from docgen.domain.access import Permission, User, require
from docgen.domain.documents import DocumentRecord, MeetingHead, MeetingRecord
from docgen.domain.people import Appointment
from docgen.services import drafts, people
from docgen.services.organisations import block
from docgen.storage import Store

MINUTES = "bien_ban"


def start(store: Store, user: User, organisation_id: int, on: date | None = None) -> DocumentRecord:
    """Draft minutes of a new meeting: the organisation and its members of that day, all present.

    Without a date the members are those of today, and the date stays blank.
    """
    require(user, Permission.DRAFT)
    with store.begin() as tx:
        organisation = tx.organisations.get(organisation_id)
        held = people.held_on(tx, organisation_id, on or date.today())
        values = {"organisation": block(organisation), "meeting": _expected(held, on)}
        id = drafts.open_draft(tx, organisation_id, MINUTES, values=values)
        return drafts.complete(tx, id)


def get(store: Store, user: User, id: int) -> MeetingRecord:
    """The meeting with what was noted about it."""
    require(user, Permission.READ)
    with store.read() as tx:
        return tx.meetings.get(id)


def list_for(store: Store, user: User, organisation_id: int) -> tuple[MeetingHead, ...]:
    """The meetings of an organisation: those without a date, then the latest first."""
    require(user, Permission.READ)
    with store.read() as tx:
        return tx.meetings.list_for(organisation_id)


def make_document(
    store: Store, user: User, meeting_id: int, type_key: str, *, spelling: str = "uỷ"
) -> DocumentRecord:
    """A new draft of another type, from what the meeting noted and decided.

    `spelling` («uỷ» or «ủy») is for the words that are ours; what was noted stays as it was typed.

    Raises `Conflict` when the meeting gives no such document (nothing was carried, say).
    """
    require(user, Permission.DRAFT)
    with store.begin() as tx:
        meeting = tx.meetings.get(meeting_id)
        organisation = block(tx.organisations.get(meeting.organisation_id))
        id = drafts.open_draft(
            tx,
            meeting.organisation_id,
            type_key,
            values=_drafted(type_key, organisation, meeting.values, spelling),
            meeting_id=meeting_id,
        )
        return drafts.complete(tx, id)


def _expected(held: tuple[Appointment, ...], on: date | None) -> dict[str, Any]:
    """The meeting block before the meeting: who should come, and who takes the chair."""
    rows = [{"name": one.person.name, "position": one.title, "present": True} for one in held]
    chair = next((one for one in held if one.position.startswith("Bí thư")), None)
    expected: dict[str, Any] = {"attendance": rows}
    if on:
        expected["starts_on"] = on.isoformat()
    if held:
        expected |= {"members_total": len(held), "present_count": len(held)}
    if chair:
        expected["chair"] = {"name": chair.person.name, "position": chair.title}
    return expected


def _drafted(
    type_key: str, organisation: dict[str, Any], meeting: Any, spelling: str
) -> dict[str, Any]:
    """The values a type takes from a meeting; a type that takes none begins with the organisation.

    Types see the meeting as the catalogue reads it: numbers are numbers, whoever typed them.
    """
    from_meeting = catalog.find(type_key).from_meeting
    if from_meeting is None:
        return {"organisation": organisation}
    noted = meeting if isinstance(meeting, Mapping) else {}
    read = catalog.inspect(MINUTES, {"organisation": organisation, "meeting": noted}).values
    return dict(catalog.as_json(from_meeting(organisation, read["meeting"], spelling)))
