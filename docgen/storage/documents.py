"""Storage: documents. The `meeting` block of a document stands in its meeting, not here."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from docgen.domain.documents import DocumentHead, DocumentRecord, Values
from docgen.errors import NotFound
from docgen.storage.tables import documents

_HEAD = tuple(column for column in documents.c if column.name != "values")


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
        """The document, kept from other writers until the end when locked; else `NotFound`."""
        statement = select(documents).where(documents.c.id == id)
        row = self._connection.execute(statement.with_for_update() if lock else statement).first()
        if row is None:
            raise NotFound(f"Không có văn bản số {id}.")
        return DocumentRecord(**row._mapping)

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
        statement = (
            select(*_HEAD)
            .where(documents.c.organisation_id == organisation_id)
            .order_by(documents.c.updated_at.desc(), documents.c.id.desc())
        )
        return tuple(DocumentHead(**row._mapping) for row in self._connection.execute(statement))
