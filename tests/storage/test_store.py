"""Tests: opening, migrating and sharing a database."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.exc import IntegrityError

from docgen.errors import DocgenError
from docgen.storage import Store
from docgen.storage.tables import metadata
from toolbox import ROOT

MIGRATE = """
import sys, warnings
warnings.simplefilter("error")
from docgen.storage import Store
store = Store.open(sys.argv[1])
sys.stdin.read()
store.migrate()
store.close()
"""


@pytest.fixture
def connection(url):
    engine = create_engine(url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_the_migrations_make_the_tables_of_the_code(store, connection):
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    assert compare_metadata(context, metadata) == []


def test_constraints_have_the_names_of_the_code(store, connection):
    made = inspect(connection)
    uniques = {one["name"] for one in made.get_unique_constraints("versions")}
    checks = {one["name"] for one in made.get_check_constraints("versions")}
    assert uniques == {"uq_versions_document_id_number"}
    assert checks == {"ck_versions_number_from_1"}


def test_migrating_again_keeps_what_is_there(store, organisation_id):
    store.migrate()
    with store.read() as tx:
        assert [one.id for one in tx.organisations.all()] == [organisation_id]


def test_processes_that_start_at_once_migrate_together(url):
    command = [sys.executable, "-c", MIGRATE, url]
    pipes = {"stdin": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": ROOT}
    started = [subprocess.Popen(command, **pipes) for _ in range(4)]
    with ThreadPoolExecutor(len(started)) as pool:
        said = list(pool.map(lambda process: process.communicate("go")[1], started))
    assert said == [""] * 4
    store = Store.open(url)
    with store.read() as tx:
        assert tx.organisations.all() == ()
    store.close()


def test_threads_that_start_at_once_migrate_together(url):
    def start(_number: int) -> None:
        store = Store.open(url)
        together.wait(10)
        store.migrate()
        with store.read() as tx:
            found.append(tx.organisations.all())
        store.close()

    together, found = Barrier(4), []
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(start, range(4)))
    assert found == [()] * 4


def test_a_database_of_a_newer_docgen_is_left_alone(store, connection):
    connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    connection.commit()
    with pytest.raises(DocgenError, match="phiên bản docgen mới hơn"):
        store.migrate()


def test_an_error_undoes_the_whole_transaction(store, organisation_id):
    def write_and_fail() -> None:
        with store.begin() as tx:
            tx.meetings.add(organisation_id)
            tx.documents.add(organisation_id, "bien_ban")
            raise LookupError

    with pytest.raises(LookupError):
        write_and_fail()
    with store.read() as tx:
        assert tx.meetings.list_for(organisation_id) == ()
        assert tx.documents.list_for(organisation_id) == ()


def test_a_reader_sees_one_moment_and_waits_for_nobody(store, organisation_id):
    with store.read() as reader:
        before = reader.documents.list_for(organisation_id)
        with store.begin() as writer:
            writer.documents.add(organisation_id, "bien_ban")
            assert reader.documents.list_for(organisation_id) == before
        assert reader.documents.list_for(organisation_id) == before == ()
    with store.read() as reader:
        assert len(reader.documents.list_for(organisation_id)) == 1


def test_who_reads_before_writing_does_not_lose_another_ones_work(store, organisation_id):
    def add_one(_number: int) -> None:
        for _ in range(5):
            with store.begin() as tx:
                seen = tx.documents.get(id, lock=True)
                tx.documents.save(id, {"n": seen.values.get("n", 0) + 1}, title="")

    with store.begin() as tx:
        id = tx.documents.add(organisation_id, "bien_ban")
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(add_one, range(6)))
    with store.read() as tx:
        record = tx.documents.get(id)
    assert (record.values, record.revision) == ({"n": 30}, 30)


def test_a_second_writer_waits_for_the_first(store, organisation_id):
    has_begun, may_end = Event(), Event()

    def first() -> None:
        with store.begin() as tx:
            tx.documents.save(id, {"by": "first"}, title="first")
            has_begun.set()
            may_end.wait(10)

    def second() -> str:
        has_begun.wait(10)
        with store.begin() as tx:
            return tx.documents.get(id, lock=True).title

    with store.begin() as tx:
        id = tx.documents.add(organisation_id, "bien_ban")
    with ThreadPoolExecutor(2) as pool:
        pool.submit(first)
        waiting = pool.submit(second)
        assert not waiting.done()
        may_end.set()
        assert waiting.result(10) == "first"


def test_a_document_belongs_to_an_organisation_that_exists(store):
    with pytest.raises(IntegrityError), store.begin() as tx:
        tx.documents.add(4711, "bien_ban")


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_sqlite_writes_durably_and_does_not_block_readers(store):
    with store._engine.connect() as connection:
        told = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
        assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one() >= 5000


def test_the_data_folder_is_made_and_is_nobody_elses(tmp_path):
    store = Store.open(f"sqlite:///{tmp_path}/new/folder/docgen.db")
    store.migrate()
    store.close()
    assert (tmp_path / "new" / "folder" / "docgen.db").is_file()
    assert (tmp_path / "new" / "folder").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_named_as_other_programs_name_it(name, postgres_database):
    store = Store.open(str(make_url(postgres_database).set(drivername=name)))
    store.migrate()
    with store.read() as tx:
        assert tx.organisations.all() == ()
    store.close()
