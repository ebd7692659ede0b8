"""Guards: every address stands in the access table, and the table is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from docgen.app import create_app
from docgen.domain.access import LOCAL_USER, Permission, Role, User
from docgen.services import documents, meetings, organisations
from docgen.settings import Settings
from docgen.web.access import ACCESS

SETUP = {
    "organisation": {
        "kind": "dang_uy",
        "co_quan_ban_hanh": "Đảng uỷ phường",
        "ky_hieu": "ĐU",
        "dia_danh": "Nam Đông Hà",
    },
    "members": [{"name": "Nguyễn Văn An", "position": "Bí thư"}],
}
ROLES = {role: User(role.value, role) for role in Role}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The app with an organisation, a meeting, its minutes and one version of a resolution."""
    folder: Path = tmp_path_factory.mktemp("access")
    app = create_app(Settings(data=folder, database_url=f"sqlite:///{folder}/docgen.db"))
    app.config["WTF_CSRF_ENABLED"] = False  # the token is tried elsewhere; here it is the right
    store = app.extensions["docgen_store"]
    organisation = organisations.set_up(store, LOCAL_USER, SETUP)
    meetings.start(store, LOCAL_USER, organisation.id)
    yield app
    store.close()


def as_role(app: Flask, role: Role) -> FlaskClient:
    app.extensions["docgen_user"] = ROLES[role]
    return app.test_client()


def routes(app: Flask) -> set[tuple[str, str]]:
    return {
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def address(rule: str) -> str:
    """An address of that form which exists."""
    return re.sub(r"<path:\w+>", "css/base.css", re.sub(r"<int:\w+>", "1", rule))


def test_every_route_stands_in_the_table_and_every_row_is_a_route(app):
    assert routes(app) == set(ACCESS)


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
@pytest.mark.parametrize(("method", "rule"), ACCESS, ids=lambda part: str(part))
def test_each_role_may_what_the_table_says(app, role, method, rule):
    with as_role(app, role).open(address(rule), method=method) as answer:
        status = answer.status_code
    permission = ACCESS[method, rule]
    allowed = permission is None or ROLES[role].may(permission)
    assert (status != 403) is allowed
    assert status < 500


def test_a_route_outside_the_table_is_open_to_nobody(tmp_path):
    app = create_app(Settings(data=tmp_path, database_url=f"sqlite:///{tmp_path}/docgen.db"))
    app.add_url_rule("/quen", view_func=lambda: "mở")
    answer = app.test_client().get("/quen")
    app.extensions["docgen_store"].close()
    assert answer.status_code == 403
    assert answer.text != "mở"


def test_nobody_drafts_who_may_only_read(app):
    store = app.extensions["docgen_store"]
    before = documents.list_for(store, LOCAL_USER, 1)
    reader = as_role(app, Role.READER)
    for method, rule in ACCESS:
        if method == "POST" and ACCESS[method, rule] is not Permission.READ:
            reader.post(address(rule), data={"type": "nghi_quyet", "revision": "1"})
    assert documents.list_for(store, LOCAL_USER, 1) == before
