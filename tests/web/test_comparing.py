"""Two versions of a document side by side: on the page and as a Word file."""

from __future__ import annotations

from typing import Any

import pytest

from cases import case
from docgen.domain.access import LOCAL_USER
from docgen.services import documents
from ooxml import ooxml_problems
from word import golden_text

WAS = "Giải ngân 812,4 tỷ đồng, đạt 18,6% kế hoạch (cùng kỳ: 21,3%)."


@pytest.fixture
def resolution(store: Any, organisation: Any) -> int:
    """A resolution with one version, changed since: a row rewritten, one added."""
    id = documents.create(store, LOCAL_USER, organisation.id, "nghi_quyet").id
    values = case("nghi_quyet", "ban_can_su_dang_4_2024").values
    save(store, id, values)
    documents.finish(store, LOCAL_USER, id)
    values["noi_dung"][2]["text"] = WAS.replace("812,4", "815,0")
    values["noi_dung"] += [{"level": "I-", "text": "Giải pháp"}, {"text": "Giao ban hằng tuần."}]
    save(store, id, values)
    return id


def save(store: Any, id: int, values: dict[str, Any]) -> None:
    revision = documents.draft(store, LOCAL_USER, id).revision
    documents.save_draft(store, LOCAL_USER, id, values, revision=revision)


def test_the_last_version_is_compared_with_the_draft(visitor, resolution):
    page = visitor.get(f"/van-ban/{resolution}/so-sanh")
    assert "1 sửa đổi, 1 bổ sung" in " ".join(page.text.split())
    assert "815,0" in page.text
    assert "812,4" in page.text


def test_two_versions_are_compared_when_they_are_named(visitor, store, resolution):
    documents.finish(store, LOCAL_USER, resolution)
    page = visitor.get(f"/van-ban/{resolution}/so-sanh?cu=2&moi=2")
    assert "sửa đổi," not in page.text
    assert "giữ nguyên" in page.text


def test_the_table_is_a_word_file_that_tells_every_word_of_both(visitor, resolution):
    answer = visitor.client.get(f"/van-ban/{resolution}/so-sanh/tai?cu=1&moi=")
    assert answer.status_code == 200
    text = golden_text(answer.data)
    assert "BẢNG SO SÁNH" in text
    for words in ("812,4", "815,0", "Giao ban hằng tuần.", "bổ sung"):
        assert words in text
    assert ooxml_problems(answer.data) == []


@pytest.mark.parametrize("query", ["?cu=7", "?cu=1&moi=9"])
def test_a_version_that_is_not_there_is_not_compared(visitor, resolution, query):
    page = visitor.get(f"/van-ban/{resolution}/so-sanh{query}", status=404)
    assert "Không tìm thấy bản đã tải này" in page.text


def test_without_a_version_there_is_nothing_to_compare(visitor, minutes):
    page = visitor.get(f"/van-ban/{minutes}/so-sanh", status=404)
    assert "chưa có bản nào đã tải để so sánh" in page.text
