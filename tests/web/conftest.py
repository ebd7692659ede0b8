"""Tests of the pages: the real app on a SQLite of its own, asked without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cases import case
from docgen.app import create_app
from docgen.domain.access import LOCAL_USER, Role, User
from docgen.services import documents, organisations
from docgen.settings import Settings
from pages import Page, page_of


@dataclass
class Visitor:
    """Somebody with a browser without scripts."""

    client: FlaskClient

    def get(self, url: str, status: int = 200) -> Page:
        response = self.client.get(url)
        assert response.status_code == status, response.text
        return page_of(response.text)

    def post(self, url: str, sent: Mapping[str, str], *, seen: Page | None = None) -> TestResponse:
        """Send a form from a page seen before; without one, with the token of another page."""
        token = (seen or self.get("/bat-dau")).controls["csrf_token"]
        return self.client.post(url, data={**sent, "csrf_token": token})

    def ask(self, url: str, sent: Mapping[str, str]) -> TestResponse:
        """As a script does: the token in a header, the answer as JSON."""
        token = self.get("/bat-dau").controls["csrf_token"]
        headers = {"Accept": "application/json", "X-CSRFToken": token}
        return self.client.post(url, data=sent, headers=headers)


@pytest.fixture
def make_app(tmp_path: Path) -> Iterator[Callable[..., Flask]]:
    """Apps on one database, closed at the end: `make_app(role=Role.READER)`."""
    made: list[Flask] = []

    def make(role: Role = Role.ADMINISTRATOR) -> Flask:
        settings = Settings(data=tmp_path, database_url=f"sqlite:///{tmp_path}/docgen.db")
        app = create_app(settings, user=User("Người thử", role))
        app.testing = True
        app.config["PROPAGATE_EXCEPTIONS"] = False
        made.append(app)
        return app

    yield make
    for app in made:
        app.extensions["docgen_store"].close()


@pytest.fixture
def app(make_app: Callable[..., Flask]) -> Flask:
    """The app before the first run."""
    return make_app()


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Who sits at this machine."""
    return Visitor(app.test_client())


@pytest.fixture
def store(app: Flask) -> Any:
    """The store behind the app."""
    return app.extensions["docgen_store"]


@pytest.fixture
def setup() -> dict[str, Any]:
    """A set-up form with two members."""
    return {
        "organisation": case("bien_ban", "ban_can_su_dang_4_2024").values["organisation"],
        "members": [
            {"name": "Lê Minh Quang", "position": "Bí thư", "office": "Chủ tịch UBND tỉnh"},
            {"name": "Hoàng Nam", "position": "Uỷ viên", "office": "Giám đốc Sở Nội vụ"},
        ],
    }


@pytest.fixture
def organisation(store: Any, setup: dict[str, Any]) -> Any:
    """That organisation, set up."""
    return organisations.set_up(store, LOCAL_USER, setup)


@pytest.fixture
def minutes(store: Any, organisation: Any) -> int:
    """The id of a document with the first scenario's minutes, complete and right."""
    record = documents.create(store, LOCAL_USER, organisation.id, "bien_ban")
    values = case("bien_ban", "ban_can_su_dang_4_2024").values
    documents.save_draft(store, LOCAL_USER, record.id, values, revision=record.revision)
    return record.id
