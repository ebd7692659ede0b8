"""The set-up: what is typed there outlives a reload, a refusal and a lost session."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from clerk import Clerk

MEMBERS = {
    "members.0.name": "Nguyễn Văn An",
    "members.0.position": "Bí thư",
    "members.1.name": "Trần Thị Lan",
    "members.1.position": "Uỷ viên",
}


@pytest.fixture
def newcomer(server, context):
    """Somebody at an empty set-up who says yes to every question of the browser."""
    newcomer = Clerk(context.new_page(), server.url)
    newcomer.asked = []

    def answer(dialog):
        newcomer.asked.append(dialog.type)
        dialog.accept()

    newcomer.page.on("dialog", answer)
    newcomer.open("/bat-dau")
    yield newcomer
    assert newcomer.complaints == []


def fill_in(newcomer):
    newcomer.page.get_by_role("button", name="+ Thêm thành viên").click()
    newcomer.fill({"organisation.dia_danh": "Nam Đông Hà", **MEMBERS})


def recover(newcomer):
    newcomer.page.get_by_role("button", name="Khôi phục phần chưa lưu").click()


def kept(newcomer):
    return newcomer.page.evaluate("Object.keys(localStorage).length")


def test_a_reload_asks_first_and_then_offers_what_was_typed(newcomer):
    fill_in(newcomer)
    newcomer.page.reload()
    assert newcomer.asked == ["beforeunload"]
    expect(newcomer.field("organisation.dia_danh")).to_have_value("")
    expect(newcomer.page.locator("[data-changes]")).to_contain_text("Nam Đông Hà")
    recover(newcomer)
    for name, text in {"organisation.dia_danh": "Nam Đông Hà", **MEMBERS}.items():
        expect(newcomer.field(name)).to_have_value(text)
    expect(newcomer.page.locator("[data-recovery]")).to_be_hidden()


def test_an_untouched_set_up_asks_nothing(newcomer):
    newcomer.page.reload()
    assert newcomer.asked == []
    expect(newcomer.page.locator("[data-recovery]")).to_be_hidden()


def test_a_lost_session_loses_no_set_up(newcomer):
    fill_in(newcomer)
    newcomer.page.context.clear_cookies()
    newcomer.page.get_by_role("button", name="Lưu và tiếp tục").click()
    expect(newcomer.page.get_by_role("main")).to_contain_text("Phiên làm việc đã hết hạn")
    newcomer.page.get_by_role("link", name="Về trang đầu").click()
    newcomer.open("/bat-dau")
    recover(newcomer)
    expect(newcomer.field("members.1.name")).to_have_value("Trần Thị Lan")


def test_a_refused_set_up_is_kept_and_a_saved_one_is_forgotten(newcomer):
    fill_in(newcomer)
    newcomer.page.get_by_role("button", name="Lưu và tiếp tục").click()
    expect(newcomer.page.locator("[data-sum]")).to_be_focused()
    expect(newcomer.page.locator("[data-recovery]")).to_be_hidden()
    assert kept(newcomer) == 1
    newcomer.field("organisation.kind").select_option("dang_uy")
    newcomer.field("organisation.co_quan_ban_hanh").fill("Đảng uỷ phường Nam Đông Hà")
    newcomer.page.get_by_role("button", name="Lưu và tiếp tục").click()
    expect(newcomer.page.get_by_role("status")).to_contain_text("Đã lưu")
    assert newcomer.asked == []
    newcomer.open("/bat-dau")
    expect(newcomer.page.locator("[data-recovery]")).to_be_hidden()
    assert kept(newcomer) == 0


def test_a_correction_not_saved_is_offered_at_its_own_organisation(newcomer):
    newcomer.open("/to-chuc/1")
    place = newcomer.field("organisation.dia_danh").input_value()
    newcomer.field("organisation.dia_danh").fill("Huế")
    newcomer.page.reload()
    expect(newcomer.field("organisation.dia_danh")).to_have_value(place)
    recover(newcomer)
    expect(newcomer.field("organisation.dia_danh")).to_have_value("Huế")
