"""Tests of storage: each of them runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.storage import Store


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database with nothing in it; its folder has a name as offices give them."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/Dữ liệu 100%/docgen.db"
    return request.getfixturevalue("postgres_database")


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An open store with its tables."""
    store = Store.open(url)
    store.migrate()
    yield store
    store.close()


@pytest.fixture
def organisation_id(store: Store) -> int:
    """An organisation to which meetings and documents may belong."""
    with store.begin() as tx:
        return tx.organisations.add(
            {
                "kind": "dang_uy",
                "name": "Đảng uỷ phường Nam Đông Hà",
                "co_quan_cap_tren": "Đảng bộ tỉnh Quảng Trị",
                "co_quan_ban_hanh": "Đảng uỷ phường Nam Đông Hà",
                "ky_hieu": "ĐU",
                "dia_danh": "Nam Đông Hà",
                "term_label": "2025 - 2030",
            }
        ).id
