"""Storage: how SQLite is set, so that nothing is lost and nobody waits longer than need be."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event

_WAIT = 15.0
"""Seconds a transaction waits for its turn before it gives up."""


def sqlite_engine(url: URL) -> Engine:
    """The engine of a SQLite file, whose folder is made, for its owner alone, if there is none.

    Transactions write at once (BEGIN IMMEDIATE) unless the option `docgen_reads` is set.
    """
    if url.database:
        Path(url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": _WAIT})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours, see below.
    connection.execute("PRAGMA synchronous = FULL").close()
    connection.execute("PRAGMA foreign_keys = ON").close()
    _write_ahead(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let readers read while somebody writes (WAL).

    When several processes start on a new file at once, SQLite does not queue them here: we do.
    """
    give_up = time.monotonic() + _WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").close()
        except sqlite3.OperationalError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.02)
        else:
            return


def _on_begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get("docgen_reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
