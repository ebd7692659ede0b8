"""Storage: the database of one installation: how it is opened, migrated and spoken to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, create_engine, make_url

from docgen.storage.documents import Documents
from docgen.storage.meetings import Meetings
from docgen.storage.migrations.run import migrate
from docgen.storage.organisations import Organisations
from docgen.storage.people import People
from docgen.storage.sqlite import sqlite_engine
from docgen.storage.versions import Versions


class Transaction:
    """What can be read and written between one begin and its commit, by noun."""

    def __init__(self, connection: Connection) -> None:
        self.organisations = Organisations(connection)
        self.people = People(connection)
        self.meetings = Meetings(connection)
        self.documents = Documents(connection)
        self.versions = Versions(connection)


class Store:
    """One database, SQLite or PostgreSQL; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str) -> Store:
        """The store at a URL (`sqlite:///…`, `postgresql://…`); a SQLite file's folder is made."""
        target = _with_driver(make_url(url))
        if target.get_backend_name() == "sqlite":
            return cls(sqlite_engine(target))
        return cls(create_engine(target, pool_pre_ping=True))

    def migrate(self) -> None:
        """Bring the tables up to date; harmless when they are, or when another process is at it."""
        migrate(self._engine)

    @contextmanager
    def begin(self) -> Iterator[Transaction]:
        """One transaction that may write: committed at the end, undone by any exception.

        On SQLite it takes the write lock at once (BEGIN IMMEDIATE): what it reads cannot change
        before it writes, and two such transactions queue instead of failing each other.
        """
        with self._engine.begin() as connection:
            yield Transaction(connection)

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """One transaction that only reads, all of it from one moment; it waits for no writer."""
        engine = self._engine.execution_options(docgen_reads=True)
        if engine.dialect.name == "postgresql":
            engine = engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        with engine.begin() as connection:
            yield Transaction(connection)

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()


def _with_driver(url: URL) -> URL:
    """`postgres://` and `postgresql://` as other programs write them mean psycopg here."""
    is_postgres = url.drivername in ("postgres", "postgresql")
    return url.set(drivername="postgresql+psycopg") if is_postgres else url
