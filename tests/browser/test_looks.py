"""Every page as WCAG 2.2 AA wants it, on a desk and on a telephone; nothing from elsewhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser import accessibility_problems
from clerk import Clerk
from toolbox import program, run

FORM = ("/the-thuc", "/the-thuc/quy-tac")
PAGES = (
    "/",
    "/bat-dau",
    "/to-chuc/1",
    "/cuoc-hop/1",
    "/van-ban/1",
    "/van-ban/2",
    "/khong-co",
    *FORM,
)

SIZES = {"desk": (1280, 720), "telephone": (390, 844)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_sticks_out(guest, path, size):
    width, height = SIZES[size]
    guest.page.set_viewport_size({"width": width, "height": height})
    guest.open(path)
    if "van-ban" in path and size == "desk":
        expect(guest.pages()).to_contain_text("ĐẢNG CỘNG SẢN VIỆT NAM")
    assert accessibility_problems(guest.page) == []
    assert guest.page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_finds_nothing_in_a_form_full_of_problems(minutes):
    minutes.page.get_by_role("button", name="+ Thêm nội dung").click()
    minutes.page.keyboard.type("Một nội dung")
    minutes.page.get_by_role("button", name="+ Thêm lần biểu quyết").click()
    minutes.page.get_by_role("button", name="Xoá Nội dung 1").click()
    minutes.page.get_by_role("button", name="Tải bản Word").click()
    expect(minutes.page.locator("[data-sum]")).to_be_visible()
    assert accessibility_problems(minutes.page) == []


@pytest.mark.parametrize("size", SIZES)
def test_what_was_removed_looks_as_well(server, context, size):
    width, height = SIZES[size]
    clerk = Clerk(context.new_page(), server.url)
    clerk.page.set_viewport_size({"width": width, "height": height})
    clerk.open("/")
    clerk.page.get_by_role("button", name="Bắt đầu cuộc họp mới").click()
    clerk.page.get_by_role("link", name="Cuộc họp", exact=True).click()
    clerk.page.get_by_role("button", name="Xoá Biên bản").click()
    expect(clerk.page.get_by_role("status")).to_contain_text("Đã xoá biên bản")
    assert accessibility_problems(clerk.page) == []
    clerk.open("/")
    clerk.page.get_by_text("Đã xoá (").click()
    assert accessibility_problems(clerk.page) == []
    assert clerk.page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_telephone_form_and_pages_take_turns(guest):
    guest.page.set_viewport_size({"width": 390, "height": 844})
    guest.open("/van-ban/1")
    expect(guest.pages()).not_to_be_visible()
    guest.page.get_by_role("button", name="Xem văn bản").click()
    expect(guest.pages()).to_contain_text("BIÊN BẢN")
    expect(guest.pages()).to_be_visible()
    expect(guest.field("meeting.place")).not_to_be_visible()
    guest.page.get_by_role("button", name="Biểu mẫu").click()
    expect(guest.field("meeting.place")).to_be_visible()


def test_the_ends_of_pages_are_marked_where_the_paper_ends(guest):
    guest.open("/van-ban/1")
    expect(guest.page.locator(".page-end").first).to_have_text("hết trang 1 (ước tính)")
    tops = guest.page.locator(".page-end").evaluate_all("all => all.map(one => one.offsetTop)")
    usable = 257 / 25.4 * 96  # mm of text on a page, in pixels
    starts = [20 / 25.4 * 96, *tops]
    for start, end in zip(starts, tops, strict=False):
        # The space after the last line of a page is neither page's.
        assert usable - 40 < end - start <= usable + 12


def test_paper_gets_every_page_of_the_document_and_nothing_else(guest, tmp_path):
    guest.open("/van-ban/1")
    expect(guest.page.locator(".page-end").first).to_be_attached()
    guest.page.pdf(path=tmp_path / "in.pdf", prefer_css_page_size=True)
    text = run([program("pdftotext"), "-q", "-layout", tmp_path / "in.pdf", "-"])
    sheets = text.removesuffix("\f").split("\f")
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in sheets[0]
    assert "CHỦ TRÌ HỘI NGHỊ" in sheets[-1]
    assert [sheet.split()[0] for sheet in sheets[1:]] == ["2", "3"]
    assert "hết trang" not in text
    assert "Tải bản Word" not in text
    size = run([program("pdfinfo"), tmp_path / "in.pdf"])
    assert "A4" in size


def test_nothing_is_asked_of_another_server(guest):
    asked = []
    guest.page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        guest.open(path)
        guest.page.wait_for_load_state("networkidle")
    here = (guest.url, "data:", "blob:")
    assert [url for url in asked if not url.startswith(here)] == []


def test_the_server_says_where_to_go(demo_server):
    assert f"Mở {demo_server.url}" in demo_server.said
