"""Repeating groups with the keyboard alone; links between the form and the pages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect


def titles(clerk):
    return clerk.page.locator('[name^="meeting.agenda."][name$=".title"]').evaluate_all(
        "all => all.map(one => [one.name, one.value])"
    )


def focused(clerk):
    return clerk.page.evaluate(
        "document.activeElement.name || document.activeElement.getAttribute('aria-label')"
        " || document.activeElement.textContent"
    )


def press(clerk, *keys):
    for key in keys:
        clerk.page.keyboard.press(key)


@pytest.fixture
def agenda(minutes):
    """Minutes with three items on the agenda, put there without the mouse."""
    minutes.page.get_by_role("button", name="+ Thêm nội dung").focus()
    press(minutes, "Enter")
    minutes.page.keyboard.type("Một")
    for title in ("Hai", "Ba"):
        press(minutes, "Control+Enter")
        minutes.page.keyboard.type(title)
    return minutes


def test_rows_are_added_from_where_one_writes(agenda):
    assert titles(agenda) == [
        ["meeting.agenda.0.title", "Một"],
        ["meeting.agenda.1.title", "Hai"],
        ["meeting.agenda.2.title", "Ba"],
    ]
    assert focused(agenda) == "meeting.agenda.2.title"
    agenda.settle()
    expect(agenda.pages()).to_contain_text("2.3. Ba")


def test_rows_are_moved_and_the_focus_stays_with_the_row(agenda):
    agenda.page.get_by_role("button", name="Chuyển Nội dung 3 lên").focus()
    press(agenda, "Enter")
    assert [title for _, title in titles(agenda)] == ["Một", "Ba", "Hai"]
    assert focused(agenda) == "Chuyển Nội dung 2 lên"
    press(agenda, "Enter")
    assert [title for _, title in titles(agenda)] == ["Ba", "Một", "Hai"]
    assert focused(agenda) == "Chuyển Nội dung 1 xuống"
    expect(agenda.page.locator("[data-announce]")).to_contain_text("vị trí 1 trên 3")
    agenda.settle()
    expect(agenda.pages()).to_contain_text("2.1. Ba")


def test_a_removed_row_can_be_taken_back(agenda):
    agenda.page.get_by_role("button", name="Xoá Nội dung 2").focus()
    press(agenda, "Enter")
    assert [title for _, title in titles(agenda)] == ["Một", "Ba"]
    assert focused(agenda) == "Hoàn tác"
    expect(agenda.page.locator("[data-announce]")).to_contain_text("Đã xoá Nội dung 2")
    agenda.settle()
    expect(agenda.pages()).not_to_contain_text("Hai")
    press(agenda, "Enter")
    assert [title for _, title in titles(agenda)] == ["Một", "Hai", "Ba"]
    assert focused(agenda) == "meeting.agenda.1.title"
    agenda.settle()
    expect(agenda.pages()).to_contain_text("2.2. Hai")


def test_every_removed_row_can_be_taken_back_until_the_page_is_left(agenda):
    for _ in range(2):
        agenda.page.get_by_role("button", name="Xoá Nội dung 1").click()
    assert [title for _, title in titles(agenda)] == ["Ba"]
    notes = agenda.page.locator(".removed")
    expect(notes).to_have_text([re.compile("Một"), re.compile("Hai")])
    agenda.settle()
    notes.filter(has_text="Một").get_by_role("button").click()
    assert [title for _, title in titles(agenda)] == ["Một", "Ba"]
    notes.filter(has_text="Hai").get_by_role("button").click()
    assert [title for _, title in titles(agenda)] == ["Một", "Hai", "Ba"]


def is_in_view(clerk, text):
    """Whether those words stand in the part of the pages that one sees."""
    return clerk.pages().evaluate(
        """(layer, text) => {
            const view = layer.closest("[data-pages]").getBoundingClientRect();
            const all = [...layer.querySelectorAll("p")];
            const found = all.find((p) => p.textContent.includes(text));
            const box = found && found.getBoundingClientRect();
            return Boolean(box) && box.bottom <= view.bottom && box.bottom > view.top + 10;
        }""",
        text,
    )


@pytest.mark.parametrize("before", ["", "Đoạn một.\n" * 60])
def test_the_page_follows_what_is_being_typed(agenda, before):
    conclusion = agenda.field("meeting.agenda.2.conclusion")
    agenda.field("meeting.agenda.0.presentation").fill("Đoạn dài của nội dung một.\n" * 60)
    conclusion.fill(before)
    agenda.settle()
    agenda.page.locator("[data-pages]").evaluate("pages => pages.scrollTo(0, 0)")
    conclusion.press("Control+End")
    agenda.page.keyboard.type("Điều vừa gõ")
    expect(agenda.pages()).to_contain_text("Điều vừa gõ")
    for _ in range(100):
        if is_in_view(agenda, "Điều vừa gõ"):
            return
        agenda.page.wait_for_timeout(50)
    pytest.fail("What was typed stays out of sight.")


def test_lists_within_lists_have_their_own_names(agenda):
    second = agenda.page.locator('[data-path="meeting.agenda.1"]')
    second.get_by_role("button", name="+ Thêm ý kiến").click()
    agenda.page.keyboard.type("Lê Minh Quang")
    second.get_by_role("button", name="+ Thêm lần biểu quyết").click()
    second.get_by_role("button", name="+ Thêm phương án").click()
    assert focused(agenda) == "meeting.agenda.1.votes.0.options.0.text"
    agenda.page.get_by_role("button", name="Chuyển Nội dung 2 lên").click()
    expect(agenda.field("meeting.agenda.0.opinions.0.speaker.name")).to_have_value("Lê Minh Quang")


def test_a_blank_row_between_does_not_shift_the_problems(agenda):
    first = agenda.page.locator('[data-path="meeting.agenda.0"]')
    first.get_by_role("button", name="+ Thêm việc").click()
    first.get_by_role("button", name="+ Thêm việc").click()
    tasks = first.locator('[data-list="tasks"] [data-row]')
    tasks.nth(1).locator('[data-field="assignee"] input').fill("Văn phòng")
    tasks.nth(1).locator('[data-field="deadline"] input').fill("hôm nọ")
    agenda.field("trich_yeu").focus()
    expect(tasks.nth(1).locator(".msg:visible")).to_contain_text("«hôm nọ» không phải là ngày")
    expect(tasks.nth(0).locator(".msg:visible")).to_have_count(0)


def test_the_keys_are_told_where_one_writes(agenda):
    agenda.page.get_by_text("Phím tắt").click()
    expect(agenda.page.locator(".keys")).to_contain_text("Ctrl + Enter")
    expect(agenda.page.locator(".keys")).to_contain_text("thêm dòng")


def test_enter_in_a_line_sends_nothing(agenda):
    address = agenda.page.url
    agenda.field("meeting.place").press("Enter")
    agenda.settle()
    assert agenda.page.url == address
    expect(agenda.page.locator("[data-sum]")).to_have_count(0)


def marked(clerk):
    return clerk.page.evaluate(
        "[...(CSS.highlights.get('field') || [])].map(range => range.toString())"
    )


def test_the_field_in_hand_is_marked_and_a_click_in_the_page_goes_to_its_field(agenda):
    agenda.field("meeting.place").fill("Phòng họp số 2")
    agenda.settle()
    expect(agenda.pages()).to_contain_text("Phòng họp số 2")
    agenda.wait_until("[...(CSS.highlights.get('field') || [])].length")
    assert marked(agenda) == ["Phòng họp số 2."]
    agenda.field("meeting.agenda.1.title").focus()
    assert set(marked(agenda)) == {"Hai"}
    paragraph = agenda.pages().locator("p", has_text=re.compile("Địa điểm"))
    box = paragraph.bounding_box()
    agenda.page.mouse.click(box["x"] + box["width"] * 0.3, box["y"] + box["height"] / 2)
    expect(agenda.field("meeting.place")).to_be_focused()


def test_the_steps_lead_to_their_parts(agenda):
    step = agenda.page.locator("nav.steps").get_by_role("link", name="Kết thúc")
    step.click()
    expect(agenda.page.get_by_role("heading", name="Kết thúc")).to_be_in_viewport()
    expect(step).to_have_attribute("aria-current", "step")


def test_one_goes_from_step_to_step_and_sees_how_far_one_is(agenda):
    steps = agenda.page.locator("nav.steps [data-step]")
    names = agenda.page.locator("nav.steps [data-step] > span:nth-child(2)").all_text_contents()
    for number, name in enumerate(names[1:], 1):
        onward = agenda.page.get_by_role("link", name=f"Bước tiếp: {name}", exact=False)
        if number == 1:
            agenda.page.get_by_text("có sẵn từ phần Tổ chức").click()
        onward.focus()
        press(agenda, "Enter")
        expect(agenda.page.get_by_role("heading", name=name).first).to_be_focused()
        expect(steps.nth(number)).to_have_attribute("aria-current", "step")
    agenda.page.get_by_role("link", name=f"Bước trước: {names[0]}").click()
    expect(agenda.page.locator("summary", has_text=names[0])).to_be_focused()
    progress = agenda.page.locator("[data-progress]")
    done = agenda.page.locator("nav.steps .dot.ok")
    before = done.count()
    expect(progress).to_have_text(f"Đã đủ {before}/{len(names)} phần")
    agenda.field("meeting.ends_at").fill("hôm nọ")
    agenda.field("trich_yeu").focus()
    expect(agenda.page.locator("nav.steps .dot.bad")).to_have_text("!")
    agenda.fill({"meeting.ends_at": "17h", "meeting.ends_on": ""})
    expect(agenda.page.locator("nav.steps .dot.bad")).to_have_count(0)
