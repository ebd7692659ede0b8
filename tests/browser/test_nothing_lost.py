"""Whatever happens to the server, the window or the session: what was typed comes back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect


@pytest.fixture
def server(own_server):
    """These tests pull the plug."""
    return own_server


def test_what_was_typed_while_the_server_was_gone_is_saved_when_it_is_back(minutes, server):
    server.crash()
    minutes.field("meeting.place").fill("Hội trường lớn")
    trouble = minutes.page.locator("[data-trouble]")
    expect(trouble).to_contain_text("máy chủ không trả lời")
    server.start()
    expect(minutes.page.locator("[data-saved]")).to_contain_text("Đã lưu", timeout=20_000)
    expect(trouble).to_be_hidden()
    minutes.page.reload()
    expect(minutes.field("meeting.place")).to_have_value("Hội trường lớn")
    expect(minutes.page.locator("[data-recovery]")).to_be_hidden()


def test_what_a_closed_window_had_not_saved_is_offered_again(minutes, server):
    address = minutes.page.url
    server.crash()
    minutes.field("meeting.place").fill("Hội trường lớn")
    minutes.page.get_by_role("button", name="+ Thêm nội dung").click()
    minutes.page.keyboard.type("Việc chưa kịp lưu")
    expect(minutes.page.locator("[data-saved]")).to_have_text("Chưa lưu")
    minutes.page.close(run_before_unload=False)
    server.start()
    page = minutes.page.context.new_page()
    page.goto(address)
    offer = page.locator("[data-recovery]")
    expect(offer).to_contain_text("chưa lưu được")
    page.get_by_role("button", name="Khôi phục phần chưa lưu").click()
    expect(page.locator('[name="meeting.place"]')).to_have_value("Hội trường lớn")
    expect(page.locator('[name="meeting.agenda.0.title"]')).to_have_value("Việc chưa kịp lưu")
    expect(offer).to_be_hidden()


def test_a_window_with_unsaved_text_asks_before_it_closes(minutes, server):
    asked = []

    def answer(dialog):
        asked.append(dialog.type)
        dialog.accept()

    minutes.page.on("dialog", answer)
    minutes.field("meeting.place").fill("Một")
    minutes.settle()
    minutes.page.goto(f"{server.url}/")
    assert asked == []
    minutes.page.go_back()
    server.crash()
    minutes.field("meeting.place").fill("Hai")
    minutes.page.goto("about:blank")
    assert asked == ["beforeunload"]


def test_a_second_window_is_told_and_keeps_its_text(minutes):
    other = minutes.page.context.new_page()
    other.goto(minutes.page.url)
    minutes.field("meeting.place").fill("Cửa sổ một")
    minutes.settle()
    other.locator('[name="meeting.place"]').fill("Cửa sổ hai")
    expect(other.locator("[data-trouble]")).to_contain_text("cửa sổ khác")
    other.on("dialog", lambda dialog: dialog.accept())
    other.get_by_role("button", name="Tải lại trang").click()
    expect(other.locator('[name="meeting.place"]')).to_have_value("Cửa sổ một")
    other.get_by_role("button", name="Khôi phục phần chưa lưu").click()
    expect(other.locator('[name="meeting.place"]')).to_have_value("Cửa sổ hai")


def test_an_expired_session_loses_nothing(minutes):
    minutes.page.context.clear_cookies()
    minutes.field("meeting.place").fill("Hội trường lớn")
    expect(minutes.page.locator("[data-trouble]")).to_contain_text("Phiên làm việc đã hết hạn")
    minutes.page.on("dialog", lambda dialog: dialog.accept())
    minutes.page.get_by_role("button", name="Tải lại trang").click()
    minutes.page.get_by_role("button", name="Khôi phục phần chưa lưu").click()
    expect(minutes.field("meeting.place")).to_have_value("Hội trường lớn")


def test_opening_a_document_twice_changes_nothing(guest):
    guest.open("/van-ban/1")
    expect(guest.pages()).to_contain_text("BIÊN BẢN")
    before = guest.field("revision").input_value()
    guest.page.reload()
    expect(guest.pages()).to_contain_text("BIÊN BẢN")
    assert guest.field("revision").input_value() == before
