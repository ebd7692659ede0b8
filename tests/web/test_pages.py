"""Set-up, lists and meetings; what every answer carries; how errors look."""

from __future__ import annotations

import re

import pytest

from docgen.catalog import CATALOG
from docgen.domain.access import LOCAL_USER
from docgen.domain.organisations import Organisation
from docgen.services import organisations
from pages import page_of


def setup_form(visitor, **changes):
    page = visitor.get("/bat-dau")
    sent = {
        "organisation.kind": "dang_uy",
        "organisation.co_quan_cap_tren": "Đảng bộ tỉnh Quảng Trị",
        "organisation.co_quan_ban_hanh": "Đảng uỷ phường\r\nNam Đông Hà",
        "organisation.ky_hieu": "ĐU",
        "organisation.dia_danh": "Nam Đông Hà",
        "members.0.name": "Nguyễn Văn An",
        "members.0.position": "Bí thư",
    }
    return page, page.controls | sent | changes


def test_first_run_leads_from_nothing_to_open_minutes(visitor, store):
    assert visitor.client.get("/").location == "/bat-dau"
    page, sent = setup_form(visitor)
    assert visitor.post("/bat-dau", sent, seen=page).location == "/"
    first = visitor.get("/")
    assert "Chưa có cuộc họp nào" in first.text
    assert "Đảng uỷ phường Nam Đông Hà" in first.text
    form = visitor.get(visitor.post("/cuoc-hop", {}).location)
    assert form.controls["meeting.attendance.0.name"] == "Nguyễn Văn An"
    assert form.controls["meeting.chair.position"] == "Bí thư"
    assert form.controls["organisation.co_quan_ban_hanh"] == "Đảng uỷ phường\nNam Đông Hà"


def test_a_wrong_set_up_keeps_what_was_typed_and_writes_nothing(visitor, store):
    page, sent = setup_form(visitor, **{"organisation.dia_danh": "", "term.since": "hôm nọ"})
    answer = visitor.post("/bat-dau", sent, seen=page)
    again = page_of(answer.text)
    assert answer.status_code == 422
    assert again.controls["term.since"] == "hôm nọ"
    assert again.controls["members.0.name"] == "Nguyễn Văn An"
    assert {"f-organisation.dia_danh", "f-term.since"} <= again.anchors <= set(again.ids)
    assert organisations.list_all(store, LOCAL_USER) == ()


def test_an_organisation_can_be_corrected(visitor, store, organisation):
    page = visitor.get(f"/to-chuc/{organisation.id}")
    sent = page.controls | {"members.1.name": "Hoàng Thị Nam", "organisation.dia_danh": "Huế"}
    assert visitor.post(f"/to-chuc/{organisation.id}", sent, seen=page).status_code == 303
    again = visitor.get(f"/to-chuc/{organisation.id}").controls
    assert (again["members.1.name"], again["organisation.dia_danh"]) == ("Hoàng Thị Nam", "Huế")


def test_several_organisations_are_switched_and_remembered(visitor, store, organisation, setup):
    setup["organisation"] = {**setup["organisation"], "co_quan_ban_hanh": "Đảng đoàn thứ hai"}
    other: Organisation = organisations.set_up(store, LOCAL_USER, setup)
    visitor.post("/cuoc-hop", {})
    assert "cuộc họp nào" not in visitor.get("/").text
    visitor.post("/to-chuc/chon", {"id": str(other.id)})
    assert "Chưa có cuộc họp nào" in visitor.get("/").text
    visitor.get("/cuoc-hop/1")  # a page of the first organisation leads back to it
    assert "cuộc họp nào" not in visitor.get("/").text


@pytest.mark.parametrize("id", ["", "x", "99", "²", "9" * 40])
def test_an_unknown_organisation_cannot_be_chosen(visitor, organisation, id):
    assert visitor.post("/to-chuc/chon", {"id": id}).status_code == 404


def test_a_meeting_shows_its_papers_and_gives_a_resolution(visitor, minutes):
    page = visitor.get("/cuoc-hop/1")
    assert "Lập nghị quyết" in page.text
    made = visitor.post("/cuoc-hop/1/van-ban", {"type": "nghi_quyet"}, seen=page)
    draft = visitor.get(made.location).controls
    assert draft["noi_dung.0.text"].startswith("Tình hình giải ngân")
    assert draft["signer.ho_ten_ky"] == "Lê Minh Quang"
    assert made.location in visitor.get("/cuoc-hop/1").links


def test_a_meeting_that_decided_nothing_gives_no_resolution_and_says_why(visitor, organisation):
    visitor.post("/cuoc-hop", {})
    answer = visitor.post("/cuoc-hop/1/van-ban", {"type": "nghi_quyet"})
    assert answer.status_code == 409
    page = page_of(answer.text)
    assert "Chưa có nội dung nào được quá nửa" in page.text
    assert "Chưa làm được việc này" in page.text
    assert "sửa trước" not in page.text
    assert "/cuoc-hop/1" in page.links


def test_a_meeting_begun_by_mistake_is_removed_and_taken_back(visitor, minutes):
    title = "Hội nghị Ban cán sự đảng"
    assert visitor.post("/cuoc-hop/1/xoa", {}).location == "/"
    gone = visitor.get("/")
    assert f"Đã xoá cuộc họp «{title}" in gone.text
    assert "/cuoc-hop/1" not in gone.links
    assert "/van-ban/1" not in gone.links
    for url in ("/cuoc-hop/1", "/van-ban/1"):
        assert "có thể đã bị xoá" in visitor.get(url, status=404).text
    assert "Đã xoá (1)" in visitor.get("/").text
    assert visitor.post("/cuoc-hop/1/lay-lai", {}).location == "/cuoc-hop/1"
    assert "/van-ban/1" in visitor.get("/cuoc-hop/1").links
    assert "Đã xoá" not in visitor.get("/").text


def test_a_document_is_removed_with_a_way_back_on_the_next_page(visitor, minutes):
    assert visitor.post("/van-ban/1/xoa", {}).location == "/cuoc-hop/1"
    answer = visitor.client.get("/cuoc-hop/1").text
    assert 'action="/van-ban/1/lay-lai"' in answer
    assert "Hoàn tác" in answer
    assert "/van-ban/1" not in visitor.get("/cuoc-hop/1").links
    refused = visitor.ask("/van-ban/1/nhap", {"revision": "1"})
    assert refused.status_code == 404
    visitor.post("/van-ban/1/lay-lai", {})
    assert "/van-ban/1" in visitor.get("/cuoc-hop/1").links


def test_a_document_of_no_meeting_is_removed_from_the_first_page(visitor, organisation):
    made = visitor.post("/van-ban", {"type": "nghi_quyet"}).location
    assert visitor.post(f"{made}/xoa", {}).location == "/"
    page = visitor.get("/")
    assert made not in page.links
    assert "Đã xoá nghị quyết chưa có tên." in page.text
    assert visitor.post(f"{made}/lay-lai", {}).location == "/"
    assert made in visitor.get("/").links


@pytest.mark.parametrize("what", ["van-ban", "cuoc-hop"])
@pytest.mark.parametrize("act", ["xoa", "lay-lai"])
def test_what_was_never_there_is_not_removed(visitor, organisation, what, act):
    assert visitor.post(f"/{what}/99/{act}", {}).status_code == 404


def test_every_type_is_offered_once_in_its_place(visitor, organisation):
    first, meeting = visitor.client.get("/").text, visitor.post("/cuoc-hop", {})
    offered = re.findall(r'<option value="(\w+)">', first)
    assert sorted(offered) == sorted(
        key for key, kind in CATALOG.items() if not kind.embeds_meeting
    )
    assert first.index("Lập được từ cuộc họp") < first.index('value="nghi_quyet"')
    drafted = visitor.client.get("/cuoc-hop/1").text
    assert meeting.status_code == 303
    assert sorted(re.findall(r'name="type" value="(\w+)"', drafted)) == sorted(
        key for key, kind in CATALOG.items() if kind.from_meeting
    )


def test_a_resolution_can_be_drafted_without_a_meeting(visitor, organisation):
    made = visitor.post("/van-ban", {"type": "nghi_quyet"})
    assert "Nghị quyết · chưa có tên" in visitor.get(made.location).text
    assert made.location in visitor.get("/").links


@pytest.mark.parametrize(
    ("method", "url", "status", "told"),
    [
        ("GET", "/van-ban/99", 404, "Không tìm thấy văn bản này; có thể đã bị xoá."),
        ("GET", "/van-ban/1/tai/7", 404, "Không tìm thấy bản đã tải này"),
        ("GET", "/cuoc-hop/99", 404, "Không tìm thấy cuộc họp này; có thể đã bị xoá."),
        ("GET", "/to-chuc/99", 404, "Không tìm thấy tổ chức này."),
        ("GET", "/khong-co", 404, "Không có trang này"),
        ("POST", "/", 405, "Không mở được trang này"),
        ("POST", "/van-ban", 404, "Không có loại văn bản"),
    ],
)
def test_errors_are_vietnamese_pages_and_json_for_scripts(
    visitor, minutes, method, url, status, told
):
    page = visitor.client.get(url) if method == "GET" else visitor.post(url, {})
    assert page.status_code == status
    assert told in page.text
    assert "</html>" in page.text
    headers = {
        "Accept": "application/json",
        "X-CSRFToken": visitor.get("/bat-dau").controls["csrf_token"],
    }
    asked = visitor.client.open(url, method=method, headers=headers)
    assert asked.status_code == status
    assert asked.json["message"]


@pytest.mark.parametrize(
    "url",
    [
        "/bat-dau",
        "/cuoc-hop",
        "/cuoc-hop/1/xoa",
        "/van-ban",
        "/van-ban/1",
        "/van-ban/1/nhap",
        "/van-ban/1/tu-tep",
        "/van-ban/1/xoa",
        "/to-chuc/chon",
        "/the-thuc",
        "/the-thuc/sua",
        "/the-thuc/ban-sua",
        "/the-thuc/ghi-chu",
    ],
)
def test_a_form_without_its_token_is_refused(visitor, minutes, url):
    answer = visitor.client.post(url, data={"revision": "1"})
    assert answer.status_code == 400
    assert "Hãy tải lại trang" in answer.text
    json = visitor.client.post(url, data={}, headers={"Accept": "application/json"}).json
    assert "Hãy tải lại trang" in json["message"]


def test_too_large_a_form_is_refused(visitor, minutes):
    page = visitor.get("/bat-dau")
    answer = visitor.post("/bat-dau", {"organisation.dia_danh": "x" * 17_000_000}, seen=page)
    assert answer.status_code == 413
    assert "quá lớn" in answer.text


def test_a_page_reached_under_a_foreign_name_is_refused(visitor, organisation):
    assert visitor.client.get("/", headers={"Host": "evil.example"}).status_code == 400
    assert visitor.client.get("/", headers={"Host": "localhost:8000"}).status_code == 200


def test_every_answer_tells_the_browser_what_to_refuse(visitor, minutes):
    for url in ("/", "/bat-dau", "/cuoc-hop/1", "/van-ban/1", "/khong-co"):
        headers = visitor.client.get(url).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "script-src" not in policy  # so that default-src holds: no inline script
        assert ("'unsafe-inline'" in policy) == (url == "/van-ban/1")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cache-Control"] == "no-store"
    cookie = visitor.client.application.test_client().get("/bat-dau").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_an_error_nobody_foresaw_is_a_page_without_its_inside(visitor, organisation):
    def broken():
        raise RuntimeError("bên trong")

    visitor.client.application.view_functions["home.index"] = broken
    answer = visitor.client.get("/")
    assert answer.status_code == 500
    assert "Máy chủ gặp lỗi" in answer.text
    assert "bên trong" not in answer.text


def test_nothing_comes_from_elsewhere(visitor, minutes):
    for url in ("/", "/bat-dau", "/cuoc-hop/1", "/van-ban/1"):
        assert "http" not in visitor.client.get(url).text.replace("http-equiv", "")
