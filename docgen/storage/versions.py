"""Storage: the versions of documents. They are added and read; nothing here changes one."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from docgen.domain.documents import Values, VersionHead, VersionRecord
from docgen.errors import NotFound
from docgen.storage.tables import versions

_HEAD = tuple(column for column in versions.c if column.name not in ("values", "docx"))


class Versions:
    """The versions of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, document_id: int, values: Values, *, docx: bytes, filename: str) -> VersionRecord:
        """The next version of a document, which the caller has locked."""
        last = select(func.coalesce(func.max(versions.c.number), 0)).where(
            versions.c.document_id == document_id
        )
        statement = insert(versions).values(
            document_id=document_id,
            number=self._connection.execute(last).scalar_one() + 1,
            values=values,
            docx=docx,
            filename=filename,
            sha256=hashlib.sha256(docx).hexdigest(),
            created_at=datetime.now(UTC),
        )
        row = self._connection.execute(statement.returning(*versions.c)).one()
        return VersionRecord(**row._mapping)

    def get(self, document_id: int, number: int) -> VersionRecord:
        """One version; `NotFound` when there is none of that number."""
        wanted = (versions.c.document_id == document_id, versions.c.number == number)
        row = self._connection.execute(select(versions).where(*wanted)).first()
        if row is None:
            raise NotFound("Không tìm thấy bản đã tải này của văn bản.")
        return VersionRecord(**row._mapping)

    def last(self, document_id: int) -> VersionRecord | None:
        """The latest version, None before the first."""
        wanted = select(versions).where(versions.c.document_id == document_id)
        row = self._connection.execute(wanted.order_by(versions.c.number.desc()).limit(1)).first()
        return None if row is None else VersionRecord(**row._mapping)

    def list_for(self, document_id: int) -> tuple[VersionHead, ...]:
        """The versions of a document, the latest first, without their files."""
        statement = (
            select(*_HEAD)
            .where(versions.c.document_id == document_id)
            .order_by(versions.c.number.desc())
        )
        return tuple(VersionHead(**row._mapping) for row in self._connection.execute(statement))
