"""Tests in a browser: the system's Chromium against the real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from clerk import SETUP, Clerk
from docgen.domain.access import LOCAL_USER
from docgen.services import organisations
from docgen.storage import Store
from server import Server


def office(data: Path) -> Server:
    """A server, not yet started, on which that organisation is set up."""
    store = Store.open(f"sqlite:///{data}/docgen.db")
    store.migrate()
    organisations.set_up(store, LOCAL_USER, SETUP)
    store.close()
    return Server(data)


@pytest.fixture(scope="session")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the demonstration; for tests that only look."""
    server = Server(tmp_path_factory.mktemp("demo"), demo=True)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The office's server, shared: each test has a meeting of its own there."""
    server = office(tmp_path_factory.mktemp("office"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server that a test may crash."""
    server = office(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def new_server(tmp_path: Path) -> Iterator[Server]:
    """A server on which nobody has worked yet."""
    server = Server(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser of one's own: no cookies, nothing kept."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, locale="vi-VN")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def newcomer(new_server: Server, context: BrowserContext) -> Iterator[Clerk]:
    """Somebody before the first run."""
    newcomer = Clerk(context.new_page(), new_server.url)
    yield newcomer
    assert newcomer.complaints == []


@pytest.fixture
def guest(demo_server: Server, context: BrowserContext) -> Iterator[Clerk]:
    """Somebody at the demonstration."""
    guest = Clerk(context.new_page(), demo_server.url)
    yield guest
    assert guest.complaints == []


@pytest.fixture
def minutes(server: Server, context: BrowserContext) -> Iterator[Clerk]:
    """Somebody with the minutes of a new meeting open."""
    clerk = Clerk(context.new_page(), server.url)
    clerk.open("/")
    clerk.page.get_by_role("button", name="Bắt đầu cuộc họp mới").click()
    expect(clerk.pages()).to_contain_text("BIÊN BẢN")
    yield clerk
    assert clerk.complaints == []


@pytest.fixture
def resolution(server: Server, context: BrowserContext) -> Iterator[Clerk]:
    """Somebody with a new resolution of no meeting open."""
    clerk = Clerk(context.new_page(), server.url)
    clerk.open("/")
    clerk.page.get_by_label("Loại văn bản").select_option("Nghị quyết")
    clerk.page.get_by_role("button", name="Soạn văn bản này").click()
    expect(clerk.pages()).to_contain_text("NGHỊ QUYẾT")
    yield clerk
    assert clerk.complaints == []
