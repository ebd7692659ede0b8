"""Storage: runs the migrations inside the program, so that nobody has to call alembic."""

from __future__ import annotations

import threading
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, text

from docgen.errors import DocgenError

_ONE_AT_A_TIME = threading.Lock()
_LOCK_NUMBER = 20_240_403
"""Any fixed number: PostgreSQL lets one process at a time hold it."""


def config(connection: Connection) -> Config:
    """Alembic's configuration for these migrations on an open connection."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made


def migrate(engine: Engine) -> None:
    """Upgrade to the newest revision, in one transaction that no other process shares.

    Raises `DocgenError` for a database that a newer docgen has written.
    """
    with _ONE_AT_A_TIME, engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_NUMBER})
        try:
            command.upgrade(config(connection), "head")
        except CommandError as error:
            raise DocgenError(
                f"Không nâng cấp được cơ sở dữ liệu ({error}). Có thể dữ liệu do một phiên bản "
                "docgen mới hơn ghi; hãy dùng phiên bản đó."
            ) from error
