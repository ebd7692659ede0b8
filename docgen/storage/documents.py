"""Storage: documents. The `meeting` block of a document stands in its meeting, not here."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, insert, or_, select, update

from docgen.domain.documents import DocumentHead, DocumentRecord, Values
from docgen.errors import NotFound
from docgen.storage.tables import documents, meetings

_RECORD = tuple(column for column in documents.c if column.name != "removed_at")
_HEAD = tuple(column for column in _RECORD if column.name != "values")
_MISSING = "Không tìm thấy văn bản này; có thể đã bị xoá."


class Documents:
    """The documents of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, organisation_id: int, type_key: str, *, meeting_id: int | None = None) -> int:
        """The id of a new document in which nothing stands yet."""
        now = datetime.now(UTC)
        statement = insert(documents).values(
            organisation_id=organisation_id,
            meeting_id=meeting_id,
            type_key=type_key,
            title="",
            values={},
            revision=0,
            created_at=now,
            updated_at=now,
        )
        return self._connection.execute(statement.returning(documents.c.id)).scalar_one()

    def get(self, id: int, *, lock: bool = False) -> DocumentRecord:
        """The document, kept from other writers until the end when locked.

        Raises `NotFound` when there is none, or when it or its meeting was removed.
        """
        statement = select(*_RECORD).where(documents.c.id == id, *_in_use())
        row = self._connection.execute(statement.with_for_update() if lock else statement).first()
        if row is None:
            raise NotFound(_MISSING)
        return DocumentRecord(**row._mapping)

    def remove(self, id: int, at: datetime | None) -> DocumentHead:
        """The document, out of the lists from that moment on; with None it is back in them.

        Its versions stay as they are.
        """
        statement = update(documents).where(documents.c.id == id).values(removed_at=at)
        row = self._connection.execute(statement.returning(*_HEAD)).first()
        if row is None:
            raise NotFound(_MISSING)
        return DocumentHead(**row._mapping)

    def save(self, id: int, values: Values, *, title: str) -> None:
        """The next revision of a document."""
        statement = (
            update(documents)
            .where(documents.c.id == id)
            .values(
                title=title,
                values=values,
                revision=documents.c.revision + 1,
                updated_at=datetime.now(UTC),
            )
        )
        self._connection.execute(statement)

    def list_for(self, organisation_id: int) -> tuple[DocumentHead, ...]:
        """The documents of an organisation, the latest change first."""
        return self._heads(documents.c.organisation_id == organisation_id, *_in_use())

    def removed_from(self, organisation_id: int) -> tuple[DocumentHead, ...]:
        """The removed documents; those that went with their meeting come back with it."""
        return self._heads(
            documents.c.organisation_id == organisation_id,
            documents.c.removed_at.is_not(None),
            _of_no_removed_meeting(),
        )

    def _heads(self, *wanted: ColumnElement[bool]) -> tuple[DocumentHead, ...]:
        order = (documents.c.updated_at.desc(), documents.c.id.desc())
        rows = self._connection.execute(select(*_HEAD).where(*wanted).order_by(*order))
        return tuple(DocumentHead(**row._mapping) for row in rows)


def _in_use() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return documents.c.removed_at.is_(None), _of_no_removed_meeting()


def _of_no_removed_meeting() -> ColumnElement[bool]:
    gone = select(meetings.c.id).where(meetings.c.removed_at.is_not(None))
    return or_(documents.c.meeting_id.is_(None), documents.c.meeting_id.not_in(gone))
