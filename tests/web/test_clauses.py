"""The page of standard clauses: everything ticked, what is missing told at its place."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.catalog.clauses import clause_sets
from docgen.domain.access import LOCAL_USER
from docgen.services import documents

CLAUSES = clause_sets()["lam_viec_ban_can_su_dang"]


@pytest.fixture
def regulation(store: Any, organisation: Any) -> int:
    return documents.create(store, LOCAL_USER, organisation.id, "quy_che_lam_viec").id


def test_a_regulation_leads_to_its_clauses_and_other_papers_to_none(visitor, regulation, minutes):
    assert f"/van-ban/{regulation}/dieu-khoan" in visitor.get(f"/van-ban/{regulation}").links
    assert f"/van-ban/{minutes}/dieu-khoan" not in visitor.get(f"/van-ban/{minutes}").links
    visitor.get(f"/van-ban/{minutes}/dieu-khoan", status=404)


def test_the_page_shows_every_article_with_its_source(visitor, regulation):
    page = visitor.get(f"/van-ban/{regulation}/dieu-khoan")
    text = " ".join(page.text.split())
    assert all(article.source in text for article in CLAUSES.articles)
    assert CLAUSES.notice in text
    assert "{" not in text
    assert "[[" not in text


def test_what_is_sent_is_put_into_the_text(visitor, regulation, store):
    page = visitor.get(f"/van-ban/{regulation}/dieu-khoan")
    words = {f"v-{one.name}": one.default or "Ban cán sự đảng" for one in CLAUSES.variables}
    sent = {**words, "bo": CLAUSES.key, "dieu": sorted(CLAUSES.keys)}
    answer = visitor.post(f"/van-ban/{regulation}/dieu-khoan", sent, seen=page)
    assert answer.status_code == 303
    opened = visitor.get(answer.location)
    assert f"Đã đưa {len(CLAUSES.articles)} điều vào văn bản" in opened.text
    rows = documents.draft(store, LOCAL_USER, regulation).values["noi_dung"]
    assert CLAUSES.keys <= {row.get("key") for row in rows}


def test_what_is_missing_is_told_and_what_was_typed_stays(visitor, regulation):
    page = visitor.get(f"/van-ban/{regulation}/dieu-khoan")
    name = CLAUSES.variables[1].name
    sent = {"bo": CLAUSES.key, "dieu": sorted(CLAUSES.keys), f"v-{name}": "chữ đã gõ"}
    answer = visitor.post(f"/van-ban/{regulation}/dieu-khoan", sent, seen=page)
    assert answer.status_code == 422
    assert "Chưa ghi; các điều đã chọn dùng mục này." in answer.text
    assert 'value="chữ đã gõ"' in answer.text
