"""Tests of services: each runs on SQLite and on PostgreSQL, with a small real organisation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docgen.domain.access import LOCAL_USER
from docgen.domain.organisations import Organisation
from docgen.services import organisations
from docgen.storage import Store


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An open store with its tables and nothing in them."""
    sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path}/docgen.db" if sqlite else None
    store = Store.open(url or request.getfixturevalue("postgres_database"))
    store.migrate()
    yield store
    store.close()


@pytest.fixture
def setup() -> dict[str, Any]:
    """The set-up form of a ban cán sự đảng in which two members share a name."""
    return {
        "organisation": {
            "kind": "ban_can_su_dang",
            "co_quan_cap_tren": "Tỉnh uỷ Quảng Trị",
            "co_quan_ban_hanh": "Ban cán sự đảng\nUỷ ban nhân dân tỉnh",
            "ky_hieu": "BCSĐ",
            "dia_danh": "Đông Hà",
        },
        "members_required": 9,
        "term": {"label": "2021 - 2026", "since": "01/7/2021", "until": ""},
        "members": [
            {"name": "Trần Văn Đức", "position": "Phó Bí thư", "office": "Phó Chủ tịch"},
            {"name": "Lê Minh Quang", "position": "Bí thư", "office": "Chủ tịch UBND tỉnh"},
            {"name": "Hoàng Nam", "position": "Uỷ viên", "office": "Giám đốc Sở Nội vụ"},
            {"name": "Hoàng Nam", "position": "Uỷ viên", "office": "Giám đốc Sở Tài chính"},
        ],
    }


@pytest.fixture
def organisation(store: Store, setup: dict[str, Any]) -> Organisation:
    """That organisation, set up."""
    return organisations.set_up(store, LOCAL_USER, setup)
