"""A text in rows: levels, blocks and references with the keyboard; numbers come by themselves."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser import accessibility_problems

TEXT = [
    ("I-", "Mục tiêu"),
    ("Khoản", "Giữ vững"),
    ("Điểm", "Về một"),
    ("Khoản", "Tăng"),
    ("I-", "Giao"),
]


def rows(clerk):
    return clerk.page.locator(".outline").evaluate_all(
        "all => all.map(row => [row.querySelector('[data-level]').value,"
        " row.querySelector('[data-text]').value])"
    )


def expect_numbers(clerk, *numbers):
    expect(clerk.page.locator(".outline [data-printed]")).to_have_text(list(numbers))


def focused(clerk):
    return clerk.page.evaluate("document.activeElement.value")


def press(clerk, *keys):
    for key in keys:
        clerk.page.keyboard.press(key)


def text_of(clerk, words):
    texts = [text for _, text in rows(clerk)]
    return clerk.page.locator(".outline [data-text]").nth(texts.index(words))


@pytest.fixture
def text(resolution):
    """A resolution whose text was typed with the keyboard alone."""
    resolution.page.get_by_role("button", name="+ Thêm dòng", exact=True).focus()
    press(resolution, "Enter")
    resolution.field("noi_dung.0.level").select_option("I-")
    resolution.field("noi_dung.0.text").focus()
    resolution.page.keyboard.type("Mục tiêu")
    press(resolution, "Control+Shift+Enter", "Alt+ArrowRight", "Alt+ArrowRight")
    resolution.page.keyboard.type("Giữ vững")
    press(resolution, "Control+Shift+Enter")
    resolution.page.keyboard.type("Về một")
    press(resolution, "Control+Enter", "Alt+ArrowLeft")
    resolution.page.keyboard.type("Tăng")
    text_of(resolution, "Mục tiêu").focus()
    press(resolution, "Control+Enter")
    resolution.page.keyboard.type("Giao")
    return resolution


def test_rows_get_their_numbers_and_keep_them(text):
    assert rows(text) == [list(row) for row in TEXT]
    expect_numbers(text, "I-", "1.", "a)", "2.", "II-")
    text.settle()
    text.page.reload()
    assert rows(text) == [list(row) for row in TEXT]
    expect_numbers(text, "I-", "1.", "a)", "2.", "II-")
    depths = text.page.locator(".outline").evaluate_all("all => all.map(row => row.dataset.depth)")
    assert depths == ["0", "1", "2", "1", "0"]


def test_a_row_moves_with_what_stands_under_it_and_alone(text):
    text_of(text, "Giữ vững").focus()
    press(text, "Alt+ArrowDown")
    assert [words for _, words in rows(text)] == ["Mục tiêu", "Tăng", "Giữ vững", "Về một", "Giao"]
    assert focused(text) == "Giữ vững"
    press(text, "Alt+Shift+ArrowUp")
    assert [words for _, words in rows(text)] == ["Mục tiêu", "Giữ vững", "Tăng", "Về một", "Giao"]
    text_of(text, "Giao").focus()
    press(text, "Alt+ArrowUp")
    assert [words for _, words in rows(text)] == ["Giao", "Mục tiêu", "Giữ vững", "Tăng", "Về một"]
    expect_numbers(text, "I-", "II-", "1.", "2.", "a)")


def test_what_stands_under_a_row_follows_its_level(text):
    text_of(text, "Giữ vững").focus()
    press(text, "Alt+ArrowRight")
    assert rows(text)[1:3] == [["Điểm", "Giữ vững"], ["Gạch đầu dòng", "Về một"]]
    press(text, "Alt+ArrowLeft")
    text.page.locator(".outline [data-level]").nth(3).select_option("Gạch đầu dòng")
    expect_numbers(text, "I-", "1.", "a)", "-", "II-")
    text_of(text, "Giữ vững").focus()
    press(text, *("Alt+ArrowRight",) * 5)
    expect(text.page.locator("[data-announce]")).to_contain_text("cấp thấp nhất")
    assert text.page.evaluate("location.pathname").startswith("/van-ban/")


def test_a_row_is_removed_with_what_stands_under_it_and_taken_back(text):
    text.page.locator(".outline [data-menu]").first.click()
    text.page.get_by_role("button", name="Xoá cùng phần dưới").click()
    assert rows(text) == [["I-", "Giao"]]
    expect(text.page.locator(".removed")).to_contain_text("3 dòng ở dưới: Mục tiêu")
    text.page.get_by_role("button", name="Hoàn tác").click()
    assert rows(text) == [list(row) for row in TEXT]


def test_a_reference_is_chosen_and_follows_its_row(text):
    text.settle()
    row = text.page.locator(".outline").last
    row.locator("[data-menu]").click()
    row.get_by_role("button", name="Dẫn chiếu").click()
    offers = text.page.locator("dialog li")
    expect(offers).to_have_text(["I- Mục tiêu", "1. Giữ vững", "a) Về một", "2. Tăng"])
    assert accessibility_problems(text.page) == []
    text.page.keyboard.type("tang")
    expect(offers).to_have_text(["2. Tăng"])
    press(text, "Enter")
    assert rows(text)[-1] == ["I-", "Giao[[tang]]"]
    expect(text.page.locator(".outline [data-text]").last).to_be_focused()
    expect(text.pages()).to_contain_text("GIAOKHOẢN 2 MỤC I")
    text_of(text, "Tăng").focus()
    press(text, "Alt+ArrowUp")
    expect(text.pages()).to_contain_text("GIAOKHOẢN 1 MỤC I")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_outline_is_open_to_everybody(text, width):
    text.page.set_viewport_size({"width": width, "height": 844})
    text.page.locator(".outline [data-menu]").nth(1).click()
    assert accessibility_problems(text.page) == []
    assert text.page.evaluate("document.documentElement.scrollWidth") <= width
    text.page.get_by_role("button", name="Hạ cấp").focus()
    press(text, "Escape")
    expect(text.page.locator(".outline [data-menu]").nth(1)).to_be_focused()
    expect(text.page.locator(".menu-open")).to_have_count(0)
