"""Services: a meeting begins with its minutes; other papers are drafted from what they note."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from docgen import catalog
from docgen.domain.access import Permission, User, require
from docgen.domain.documents import DocumentRecord, MeetingHead, MeetingRecord
from docgen.domain.people import Appointment
from docgen.services import drafts, people
from docgen.services.organisations import block
from docgen.storage import Store, Transaction

MINUTES = "bien_ban"
OWN = frozenset({"so", "ngay_ban_hanh", "trich_yeu"})
"""What every document has of its own: another one's is never taken over."""


def start(store: Store, user: User, organisation_id: int, on: date | None = None) -> DocumentRecord:
    """Draft minutes of a new meeting: the organisation and its members of that day, all present.

    Without a date the members are those of today, and the date stays blank.
    """
    require(user, Permission.DRAFT)
    with store.begin() as tx:
        organisation = tx.organisations.get(organisation_id)
        held = people.held_on(tx, organisation_id, on or date.today())
        expected = _expected(held, on)
        if total := organisation.members_required or len(held):
            expected["members_total"] = total
        values = {"organisation": block(organisation), "meeting": expected}
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


def remove(store: Store, user: User, id: int) -> MeetingHead:
    """Take a meeting with its documents out of the lists; nothing of it is deleted."""
    require(user, Permission.DRAFT)
    with store.begin() as tx:
        tx.meetings.get(id, lock=True)
        return tx.meetings.remove(id, datetime.now(UTC))


def bring_back(store: Store, user: User, id: int) -> MeetingHead:
    """A removed meeting, again where it was with its documents."""
    require(user, Permission.DRAFT)
    with store.begin() as tx:
        return tx.meetings.remove(id, None)


def removed(store: Store, user: User, organisation_id: int) -> tuple[MeetingHead, ...]:
    """The removed meetings of an organisation, in the order of the list."""
    require(user, Permission.READ)
    with store.read() as tx:
        return tx.meetings.list_for(organisation_id, removed=True)


def make_document(
    store: Store, user: User, meeting_id: int, type_key: str, *, spelling: str = "uỷ"
) -> DocumentRecord:
    """A new draft of another type, from what the meeting noted and decided.

    What its minutes say as well (nơi nhận, phạm vi, the organisation as corrected there) begins
    the draft; it is only filled in beforehand.

    `spelling` («uỷ» or «ủy») is for the words that are ours; what was noted stays as it was typed.

    Raises `Conflict` when the meeting gives no such document (nothing was carried, say).
    """
    require(user, Permission.DRAFT)
    with store.begin() as tx:
        meeting = tx.meetings.get(meeting_id)
        noted = _noted(tx, meeting)
        drafted = _drafted(type_key, noted["organisation"], meeting.values, spelling)
        values = {**_shared(type_key, noted), **drafted}
        id = drafts.open_draft(
            tx, meeting.organisation_id, type_key, values=values, meeting_id=meeting_id
        )
        return drafts.complete(tx, id)


def _noted(tx: Transaction, meeting: MeetingRecord) -> dict[str, Any]:
    """The minutes of a meeting as they were changed last; at least the organisation."""
    heads = tx.documents.list_for(meeting.organisation_id)
    own = (head.id for head in heads if (head.meeting_id, head.type_key) == (meeting.id, MINUTES))
    id = next(own, None)
    values = dict(tx.documents.get(id).values) if id is not None else {}
    if not isinstance(values.get("organisation"), Mapping):
        values["organisation"] = block(tx.organisations.get(meeting.organisation_id))
    return values


def _shared(type_key: str, noted: Mapping[str, Any]) -> dict[str, Any]:
    """What the minutes hold under a field that the other type asks for in the same way."""
    asked = {_meaning(spec) for spec in catalog.find(MINUTES).fields}
    return {
        spec.name: noted[spec.name]
        for spec in catalog.find(type_key).fields
        if _meaning(spec) in asked and spec.name not in OWN and noted.get(spec.name)
    }


def _meaning(spec: catalog.FieldSpec) -> tuple[object, ...]:
    """What makes two fields the same question: the rest is how it is explained."""
    return spec.name, spec.label, spec.kind, tuple(_meaning(part) for part in spec.item)


def _expected(held: tuple[Appointment, ...], on: date | None) -> dict[str, Any]:
    """The meeting block before the meeting: who should come, and who takes the chair."""
    rows = [{"name": one.person.name, "position": one.title, "present": True} for one in held]
    chair = next((one for one in held if one.position.startswith("Bí thư")), None)
    expected: dict[str, Any] = {"attendance": rows}
    if on:
        expected["starts_on"] = on.isoformat()
    if held:
        expected["present_count"] = len(held)
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
