"""Storage: meetings, each the one home of its `meeting` block."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from docgen.domain.documents import MeetingHead, MeetingRecord
from docgen.errors import NotFound
from docgen.storage.tables import meetings

_RECORD = tuple(column for column in meetings.c if column.name != "removed_at")
_HEAD = tuple(column for column in _RECORD if column.name != "values")

_MISSING = "Không tìm thấy cuộc họp này; có thể đã bị xoá."


class Meetings:
    """The meetings of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, organisation_id: int) -> int:
        """The id of a new meeting, of which nothing is known yet."""
        statement = insert(meetings).values(
            organisation_id=organisation_id,
            title="",
            values={},
            revision=0,
            updated_at=datetime.now(UTC),
        )
        return self._connection.execute(statement.returning(meetings.c.id)).scalar_one()

    def get(self, id: int, *, lock: bool = False) -> MeetingRecord:
        """The meeting, kept from other writers until the end when locked.

        Raises `NotFound` when there is none, or when it was removed.
        """
        wanted = (meetings.c.id == id, meetings.c.removed_at.is_(None))
        statement = select(*_RECORD).where(*wanted)
        row = self._connection.execute(statement.with_for_update() if lock else statement).first()
        if row is None:
            raise NotFound(_MISSING)
        return MeetingRecord(**row._mapping)

    def remove(self, id: int, at: datetime | None) -> MeetingHead:
        """The meeting, out of the lists from that moment on; with None it is back in them."""
        statement = update(meetings).where(meetings.c.id == id).values(removed_at=at)
        row = self._connection.execute(statement.returning(*_HEAD)).first()
        if row is None:
            raise NotFound(_MISSING)
        return MeetingHead(**row._mapping)

    def save(self, id: int, values: Any, *, title: str, held_on: date | None) -> None:
        """The next revision of a meeting."""
        statement = (
            update(meetings)
            .where(meetings.c.id == id)
            .values(
                title=title,
                held_on=held_on,
                values=values,
                revision=meetings.c.revision + 1,
                updated_at=datetime.now(UTC),
            )
        )
        self._connection.execute(statement)

    def list_for(self, organisation_id: int, *, removed: bool = False) -> tuple[MeetingHead, ...]:
        """The meetings of an organisation: those without a date, then the latest first."""
        is_removed = meetings.c.removed_at.is_not(None)
        statement = (
            select(*_HEAD)
            .where(meetings.c.organisation_id == organisation_id, is_removed == removed)
            .order_by(meetings.c.held_on.desc().nulls_first(), meetings.c.id.desc())
        )
        return tuple(MeetingHead(**row._mapping) for row in self._connection.execute(statement))
