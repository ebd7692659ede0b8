"""Storage: organisations, as rows in and domain records out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, text, update

from docgen.domain.organisations import Organisation
from docgen.errors import NotFound
from docgen.storage.tables import organisations

_TERM = (organisations.c.term_since, organisations.c.term_until)
_RECORD = tuple(column for column in organisations.c if column not in _TERM)


class Organisations:
    """The organisations of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, columns: Mapping[str, Any]) -> Organisation:
        """A new organisation; `columns` by the names of the table."""
        statement = insert(organisations).values(**columns).returning(*_RECORD)
        return Organisation(**self._connection.execute(statement).one()._mapping)

    def change(self, id: int, columns: Mapping[str, Any]) -> Organisation:
        """The organisation with other facts."""
        statement = update(organisations).where(organisations.c.id == id).values(**columns)
        self._connection.execute(statement)
        return self.get(id)

    def get(self, id: int, *, lock: bool = False) -> Organisation:
        """The organisation, kept from other writers until the end when locked; else `NotFound`."""
        statement = select(*_RECORD).where(organisations.c.id == id)
        row = self._connection.execute(statement.with_for_update() if lock else statement).first()
        if row is None:
            raise NotFound("Không tìm thấy tổ chức này.")
        return Organisation(**row._mapping)

    def all(self, *, lock: bool = False) -> tuple[Organisation, ...]:
        """Every organisation, the first one set up first; while locked nobody else adds one."""
        if lock and self._connection.dialect.name == "postgresql":  # SQLite has one writer anyway.
            self._connection.execute(text("LOCK TABLE organisations IN SHARE ROW EXCLUSIVE MODE"))
        rows = self._connection.execute(select(*_RECORD).order_by(organisations.c.id))
        return tuple(Organisation(**row._mapping) for row in rows)

    def term(self, id: int) -> tuple[date | None, date | None]:
        """The first and the last day of its term, as far as they are known."""
        row = self._connection.execute(select(*_TERM).where(organisations.c.id == id)).one()
        return row.term_since, row.term_until
