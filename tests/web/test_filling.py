"""A JSON file fills the form: what it says comes in, the rest stays, what has no field is told."""

from __future__ import annotations

import io
import json

import pytest

from cases import CASES, case
from docgen.catalog import CATALOG, inspect
from docgen.domain.access import LOCAL_USER
from docgen.services import documents
from docgen.web.fitting import fitted
from pages import page_of

RESOLUTION = CATALOG["nghi_quyet"].fields


@pytest.fixture
def draft(visitor, organisation):
    """A resolution in which something stands already."""
    url = visitor.post("/van-ban", {"type": "nghi_quyet"}).location
    page = visitor.get(url)
    visitor.ask(f"{url}/nhap", page.controls | {"closing": "Đã gõ", "trich_yeu": "cũ"})
    return url


def filled(visitor, url, data, **fields):
    page = visitor.get(url)
    content = data if isinstance(data, bytes) else json.dumps(data).encode()
    sent = {"revision": page.controls["revision"], "tep": (io.BytesIO(content), "văn bản.json")}
    return visitor.post(f"{url}/tu-tep", sent | fields, seen=page)


def values_of(store, url):
    return documents.draft(store, LOCAL_USER, int(url.rsplit("/", 1)[1])).values


def test_a_file_fills_the_form_and_leaves_the_rest(visitor, store, draft):
    data = {"trich_yeu": "về việc mới", "noi_dung": [{"level": "Điều", "text": "Phạm vi"}]}
    answer = filled(visitor, draft, data)
    page = page_of(answer.text)
    assert answer.status_code == 200
    assert "Đã điền từ tệp «văn bản.json»." in page.text
    assert page.controls["trich_yeu"] == "về việc mới"
    assert page.controls["closing"] == "Đã gõ"
    assert page.controls["noi_dung.0.text"] == "Phạm vi"
    assert values_of(store, draft)["organisation"]["ky_hieu"] == "BCSĐ"
    back = {"revision": page.controls["revision"], "truoc": page.controls["truoc"]}
    again = page_of(visitor.post(f"{draft}/tu-tep", back).text)
    assert "Đã trở lại như trước" in again.text
    assert again.controls["trich_yeu"] == "cũ"
    assert "noi_dung.0.text" not in again.controls


def test_the_organisation_of_a_file_takes_the_place_of_ours_only_when_there(visitor, store, draft):
    filled(visitor, draft, {"organisation": None, "trich_yeu": "một"})
    assert values_of(store, draft)["organisation"]["ky_hieu"] == "BCSĐ"
    other = case("nghi_quyet", "ban_can_su_dang_4_2024").values["organisation"] | {"ky_hieu": "ĐU"}
    filled(visitor, draft, {"organisation": other})
    assert values_of(store, draft)["organisation"] == other
    assert values_of(store, draft)["trich_yeu"] == "một"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"trich_yeu_": "x"}, 'Không có mục «trich_yeu_», bỏ qua: "x". Có phải «trich_yeu»?'),
        ({"trich_yeu": ["x"]}, 'Trích yếu: Không đúng dạng của mục này, bỏ qua: ["x"].'),
        ({"noi_dung": "x"}, "Nội dung: Không đúng dạng của mục này"),
        ({"noi_dung": [{"text": "a"}, 7]}, "Nội dung › Dòng 2: Dòng này không đúng dạng"),
        ({"noi_dung": [{"text": "a", "chu": 1}]}, "Nội dung › Dòng 1: Không có mục «chu»"),
        ({"noi_dung": [{"table": [["a"], "b"]}]}, "Nội dung › Dòng 1 › Bảng: Không đúng dạng"),
        ({"signer": "Lê"}, "Người ký: Không đúng dạng"),
        ({"so": True}, "Số: Không đúng dạng"),
    ],
)
def test_what_no_field_can_hold_is_told_with_its_place(visitor, draft, data, told):
    assert told in page_of(filled(visitor, draft, data).text).text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"so": 1,\n "so" 2}', "không đúng định dạng JSON, ở dòng 2, cột 7"),
        (b"[1]", "phải chứa một đối tượng JSON"),
        (b"[" * 100_000, "lồng nhau quá sâu"),
        ("{}".encode("utf-16"), "không phải văn bản UTF-8"),
        (b"", "không đúng định dạng JSON"),
    ],
)
def test_what_is_no_json_changes_nothing_and_says_where(visitor, store, draft, data, told):
    before = values_of(store, draft)
    answer = filled(visitor, draft, data)
    assert answer.status_code == 422
    assert told in answer.text
    assert values_of(store, draft) == before


def test_a_name_said_twice_is_told():
    values, left = fitted(RESOLUTION, '{"so": 1, "so": 2}')
    assert values == {"so": 2}
    assert [str(problem) for problem in left] == ["Mục «so» ghi hai lần; bỏ giá trị trước: 1."]


def test_an_old_page_overwrites_nothing(visitor, store, draft):
    answer = filled(visitor, draft, {"trich_yeu": "mới"}, revision="1")
    assert answer.status_code == 409
    assert "cửa sổ khác" in answer.text
    assert values_of(store, draft)["trich_yeu"] == "cũ"
    assert filled(visitor, draft, {}, tep="").status_code == 422


@pytest.mark.parametrize("one", CASES, ids=lambda one: f"{one.type_key}-{one.name}")
def test_every_case_fits_as_it_is(one):
    values, left = fitted(CATALOG[one.type_key].fields, json.dumps(one.values))
    assert left == ()
    assert inspect(one.type_key, values) == inspect(one.type_key, one.values)
