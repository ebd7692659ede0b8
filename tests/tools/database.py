"""Tools of the tests: a PostgreSQL of their own, on a Unix socket, gone when they end."""

from __future__ import annotations

import os
import pwd
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg

from toolbox import missing, program, run

USER = "docgen"


@contextmanager
def running_postgres() -> Iterator[str]:
    """The URL of a running server's empty database, for SQLAlchemy.

    The folder is made in /tmp itself: a socket's path may have 107 bytes, and `postgres` must be
    able to reach it. Nothing listens on the network, and nobody but its owner gets in.
    """
    bin_, as_owner = _binaries(), _as_owner()
    home = Path(tempfile.mkdtemp(prefix="docgen-pg-", dir="/tmp"))
    try:
        if as_owner:
            shutil.chown(home, "postgres")
        data = home / "data"
        settings = f"-c listen_addresses='' -c unix_socket_directories={home} -c fsync=off"
        run([*as_owner, bin_ / "initdb", "-D", data, "-U", USER, *_INITDB])
        pg_ctl: list[str | Path] = [*as_owner, bin_ / "pg_ctl", "-D", data, "-w", "-s"]
        run([*pg_ctl, "-l", home / "log", "-o", settings, "start"])
        try:
            yield f"postgresql+psycopg://{USER}@/postgres?host={home}"
        finally:
            run([*pg_ctl, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def new_database(server_url: str) -> Iterator[str]:
    """The URL of a fresh, empty database on that server, dropped in the end."""
    name = f"t{uuid4().hex}"
    address = server_url.replace("+psycopg", "")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0".encode())
        yield server_url.replace("/postgres?", f"/{name}?")
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


_INITDB = ("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")


def _binaries() -> Path:
    """The folder of the newest installed PostgreSQL; Debian keeps it off the PATH."""
    versions = list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if versions:
        return max(versions, key=lambda path: int(path.parts[-3])).parent
    return Path(program("initdb")).parent


def _as_owner() -> tuple[str, ...]:
    """PostgreSQL refuses to run as root: there it runs as the user its package made."""
    if os.geteuid() != 0:
        return ()
    try:
        pwd.getpwnam("postgres")
    except KeyError:
        missing("The user `postgres` (Debian package postgresql)")
    return (program("runuser"), "-u", "postgres", "--")
