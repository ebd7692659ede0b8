"""Whatever happens to the server, the window or the session: what was typed comes back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from clerk import Clerk


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
    other.get_by_label("lấy phần đã gõ").check()
    other.get_by_role("button", name="Khôi phục phần chưa lưu").click()
    expect(other.locator('[name="meeting.place"]')).to_have_value("Cửa sổ hai")


def another_window(clerk):
    """The same document in a second window, which closes without questions."""
    page = clerk.page.context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(clerk.page.url)
    return Clerk(page, clerk.url)


def left_behind(minutes):
    """A second window in which somebody goes on typing after the first one has saved."""
    other = another_window(minutes)
    minutes.field("meeting.other_information").fill("Điều cửa sổ một đã lưu")
    minutes.settle()
    return other


def copies(clerk):
    return clerk.page.evaluate("Object.keys(localStorage).length")


def test_a_copy_brings_back_what_it_changed_and_nothing_else(minutes):
    other = left_behind(minutes)
    other.field("meeting.place").fill("Hội trường lớn")
    expect(other.page.locator("[data-trouble]")).to_contain_text("cửa sổ khác")
    other.page.get_by_role("button", name="Tải lại trang").click()
    changes = other.page.locator("[data-changes] li")
    expect(changes).to_have_text([re.compile("Địa điểm: «Hội trường lớn»")])
    expect(other.page.locator("[data-shared]")).to_be_hidden()
    other.page.get_by_role("button", name="Khôi phục phần chưa lưu").click()
    expect(other.field("meeting.place")).to_have_value("Hội trường lớn")
    expect(other.field("meeting.other_information")).to_have_value("Điều cửa sổ một đã lưu")
    expect(other.page.locator("[data-recovery]")).to_be_hidden()
    assert copies(other) == 0


@pytest.mark.parametrize(
    ("choice", "kept"), [(None, "Cửa sổ một"), ("lấy phần đã gõ", "Cửa sổ hai")]
)
def test_what_both_windows_changed_is_chosen_by_somebody(minutes, choice, kept):
    other = another_window(minutes)
    minutes.field("meeting.place").fill("Cửa sổ một")
    minutes.settle()
    other.fill({"meeting.place": "Cửa sổ hai", "meeting.recorder.name": "Phạm Thu Hà"})
    expect(other.page.locator("[data-trouble]")).to_contain_text("cửa sổ khác")
    other.page.get_by_role("button", name="Tải lại trang").click()
    offer = other.page.locator("[data-offer]")
    expect(offer).to_contain_text("nơi khác cũng đã sửa")
    expect(offer).to_contain_text("Cửa sổ một")
    if choice:
        offer.get_by_label(re.compile(choice)).check()
    other.page.get_by_role("button", name="Khôi phục phần chưa lưu").click()
    expect(other.field("meeting.recorder.name")).to_have_value("Phạm Thu Hà")
    expect(other.field("meeting.place")).to_have_value(kept)


def test_rows_that_two_windows_added_are_both_there(minutes):
    other = another_window(minutes)
    for window, title in ((minutes, "Việc một"), (other, "Việc hai")):
        window.page.get_by_role("button", name="+ Thêm nội dung").click()
        window.page.keyboard.type(title)
        minutes.settle()
    expect(other.page.locator("[data-trouble]")).to_contain_text("cửa sổ khác")
    other.page.get_by_role("button", name="Tải lại trang").click()
    other.page.get_by_role("button", name="Khôi phục phần chưa lưu").click()
    expect(other.field("meeting.agenda.1.title")).to_have_value("Việc hai")
    expect(other.field("meeting.agenda.0.title")).to_have_value("Việc một")


def test_a_tick_taken_away_is_named_and_comes_back_as_none(minutes):
    other = left_behind(minutes)
    other.field("meeting.attendance.1.present").uncheck()
    expect(other.page.locator("[data-trouble]")).to_contain_text("cửa sổ khác")
    other.page.get_by_role("button", name="Tải lại trang").click()
    expect(other.page.locator("[data-changes]")).to_contain_text("bỏ đánh dấu")
    other.page.get_by_role("button", name="Khôi phục phần chưa lưu").click()
    expect(other.field("meeting.attendance.1.present")).not_to_be_checked()
    expect(other.field("meeting.other_information")).to_have_value("Điều cửa sổ một đã lưu")


def test_each_window_keeps_a_copy_of_its_own(minutes, server):
    other = another_window(minutes)
    expect(other.pages()).to_contain_text("BIÊN BẢN")
    server.crash()
    minutes.field("meeting.place").fill("Hội trường lớn")
    expect(minutes.page.locator("[data-saved]")).to_have_text("Chưa lưu")
    other.field("meeting.recorder.name").fill("Phạm Thu Hà")
    expect(other.page.locator("[data-saved]")).to_have_text("Chưa lưu")
    address, context = minutes.page.url, minutes.page.context
    # Closed while the server is away, so that neither saves by itself what is to be offered.
    for window in (minutes, other):
        window.page.close(run_before_unload=False)
    server.start()
    third = Clerk(context.new_page(), server.url)
    third.page.goto(address)
    offers = third.page.locator("[data-changes]")
    expect(offers).to_have_text([re.compile("Hội trường lớn"), re.compile("Phạm Thu Hà")])
    for left in (1, 0):
        third.page.get_by_role("button", name="Khôi phục phần chưa lưu").first.click()
        expect(offers).to_have_count(left)
        expect(third.pages()).to_contain_text("BIÊN BẢN")
    expect(third.field("meeting.place")).to_have_value("Hội trường lớn")
    expect(third.field("meeting.recorder.name")).to_have_value("Phạm Thu Hà")
    assert copies(third) == 0


def test_a_row_removed_without_the_server_is_removed_again_by_the_copy(minutes, server):
    server.crash()
    minutes.page.get_by_role("button", name="Xoá Thành viên 2").click()
    expect(minutes.page.locator("[data-saved]")).to_have_text("Chưa lưu")
    server.start()
    other = another_window(minutes)
    expect(other.page.locator("[data-changes]")).to_contain_text("2 dòng")
    other.page.get_by_role("button", name="Khôi phục phần chưa lưu").click()
    expect(other.field("meeting.attendance.1.position")).to_have_value(re.compile("Tài chính"))
    expect(other.field("meeting.attendance.2.name")).to_have_count(0)


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
