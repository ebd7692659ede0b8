"""Tests: the real parts they stand on. The helpers themselves are in tests/tools.

A missing tool fails the test that needs it (`make test-setup` installs it); nothing is skipped.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

import browser
import database
from office import Office


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice: `office.pdf_text(docx)`, `.pdf_pages`, `.png_pages`, `.convert_all(docxs)`."""
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium: `chromium.new_page()`, or a context for each person."""
    with browser.running_chromium() as running:
        yield running


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server of our own: the URL of its first database, shared by the session."""
    with database.running_postgres() as url:
        yield url


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database that no other test sees."""
    with database.new_database(postgres_url) as url:
        yield url


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Under CI a skipped test is a failed run: what was not tried does not hold."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
