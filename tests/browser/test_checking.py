"""«Kiểm tra thể thức» in a real browser, with real files."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from browser import accessibility_problems
from clerk import Clerk
from docgen.services.checking import check_docx
from handtyped import typed
from handtyped.papers import PAPERS
from parts import files
from spoil import TODAY
from unreadable import UNREADABLE, with_file

PAPER = PAPERS["nghi_quyet_dang_uy"]
LOOK = {"so_ky_hieu": {"bold": True}, "dia_danh_ngay": {"italic": False}}
BAD = typed(PAPER, page={"left": 25}, look=LOOK)
SIZES = {"desk": (1366, 768), "telephone": (390, 844)}


@pytest.fixture
def file(tmp_path):
    """A file with these bytes on the clerk's own computer."""

    def write(docx: bytes, name: str = "Nghị quyết quý IV.docx") -> Path:
        (tmp_path / name).write_bytes(docx)
        return tmp_path / name

    return write


def check(clerk: Clerk, path: Path) -> None:
    """Choose a file and have it checked."""
    clerk.open("/the-thuc")
    clerk.page.set_input_files("#tep", path)
    clerk.page.get_by_role("button", name="Kiểm tra", exact=True).click()


def sheets(clerk: Clerk):
    """The pages inside their frame."""
    return clerk.page.frame_locator("[data-frame]")


def changed(docx: bytes, name: str, old: str, new: str) -> bytes:
    """The file with one text of a part replaced."""
    return with_file(docx, name, files(docx)[name].decode().replace(old, new))


def save(clerk: Clerk, act, path: Path) -> Path:
    with clerk.page.expect_download() as waiting:
        act()
    waiting.value.save_as(path)
    return path


def test_from_a_file_with_faults_to_one_without(guest, file, tmp_path):
    check(guest, file(BAD))
    page = guest.page
    expect(page.get_by_role("heading", name="3 lỗi")).to_be_visible()
    expect(sheets(guest).locator(".layer:not(.fresh)")).to_contain_text("NGHỊ QUYẾT")
    expect(sheets(guest).locator(".badge")).to_have_count(3)

    place = page.locator("[data-place]", has_text="Số 12-NQ/ĐU")
    place.click()
    spot = sheets(guest).locator(".spot.now")
    expect(spot).to_have_text("Số 12-NQ/ĐU")
    expect(spot).to_be_in_viewport()
    sheets(guest).locator(".spot", has_text="Nam Đông Hà, ngày").click()
    expect(page.locator("[data-place][aria-current]")).to_contain_text("Nam Đông Hà, ngày")
    expect(page.locator("[data-place][aria-current]")).to_be_focused()

    mended = save(
        guest,
        lambda: page.get_by_role("button", name="Tải bản đã sửa").click(),
        tmp_path / "mended.docx",
    )
    expect(page.get_by_text("Đã sửa 3 chỗ về hình thức.")).to_be_visible()
    expect(page.get_by_role("heading", name="Không còn lỗi thể thức nào")).to_be_visible()
    assert check_docx(mended.read_bytes(), today=TODAY).findings == ()
    check(guest, mended)
    expect(page.get_by_role("heading", name="Không có lỗi thể thức nào")).to_be_visible()


def test_of_two_columns_in_a_line_the_words_in_question_are_marked(guest, file):
    check(guest, file(typed(PAPER, "tabs", look=LOOK)))
    expect(sheets(guest).locator(".badge").first).to_be_visible()
    guest.page.locator("[data-place]", has_text="Số 12-NQ/ĐU").click()
    expect(sheets(guest).locator(".spot.now")).to_contain_text("Nam Đông Hà, ngày")
    marked = guest.page.evaluate(
        """[...document.querySelector("[data-frame]").contentWindow.CSS.highlights.get("words")]
            .map(String)"""
    )
    assert marked == ["Số 12-NQ/ĐU"]


def test_the_keyboard_alone_goes_from_a_finding_to_its_spot_and_back(guest, file):
    check(guest, file(BAD))
    place = guest.page.locator("[data-place]", has_text="Số 12-NQ/ĐU")
    expect(sheets(guest).locator(".badge")).to_have_count(3)
    place.focus()
    guest.page.keyboard.press("Enter")
    expect(sheets(guest).locator(".spot.now")).to_have_text("Số 12-NQ/ĐU")
    expect(guest.page.locator("[data-announce]")).to_contain_text("Đã đến chỗ")
    sheets(guest).locator(".badge.now").focus()
    guest.page.keyboard.press("Enter")
    expect(place).to_be_focused()


def test_a_file_may_be_dropped(guest):
    guest.open("/the-thuc")
    data = guest.page.evaluate_handle(
        """bytes => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], "Thả.docx"));
            return data;
        }""",
        list(BAD),
    )
    guest.page.dispatch_event("[data-drop]", "drop", {"dataTransfer": data})
    expect(guest.page.get_by_role("heading", name="Thả.docx")).to_be_visible()
    expect(guest.page.get_by_role("heading", name="3 lỗi")).to_be_visible()


def test_another_guidance_is_chosen_on_the_page_of_the_result(guest, file):
    check(guest, file(BAD))
    guest.page.get_by_label("Đối chiếu với").select_option("dang_hd36")
    guest.page.get_by_role("button", name="Kiểm tra lại").click()
    expect(guest.page.get_by_text("Theo Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018.")).to_be_visible()


def test_a_file_that_cannot_be_read_leads_back_to_choosing(guest, file):
    data, told = UNREADABLE["pdf"]
    check(guest, file(data, "Quét.docx"))
    expect(guest.page.locator("[data-sum]")).to_contain_text(told)
    expect(guest.page.locator("[data-sum]")).to_be_focused()


def test_a_file_that_is_too_large_is_told_before_it_is_sent(guest, file):
    asked = []
    guest.page.on("request", lambda request: asked.append(request.method))
    check(guest, file(bytes(17 * 2**20)))
    expect(guest.page.locator("[data-complaint]")).to_contain_text(
        "dài 17,0 MB, quá giới hạn 16 MB"
    )
    assert "POST" not in asked


def test_without_scripts_list_and_copies_are_there(demo_server, chromium, file, tmp_path):
    context: BrowserContext = chromium.new_context(java_script_enabled=False)
    clerk = Clerk(context.new_page(), demo_server.url)
    check(clerk, file(BAD))
    expect(clerk.page.get_by_text("Lề trang không đúng")).to_be_visible()
    expect(clerk.page.get_by_text("cho trình duyệt chạy JavaScript")).to_be_visible()
    button = clerk.page.get_by_role("button", name="Tải bản có ghi chú")
    save(clerk, button.click, tmp_path / "commented.docx")
    clerk.page.get_by_role("button", name="Tải bản đã sửa").click()
    expect(clerk.page.get_by_text("Đã sửa 3 chỗ")).to_be_visible()
    button = clerk.page.get_by_role("button", name="Tải bản đã sửa")
    mended = save(clerk, button.click, tmp_path / "mended.docx")
    assert check_docx(mended.read_bytes(), today=TODAY).findings == ()
    context.close()


def test_on_a_telephone_list_and_pages_take_turns(guest, file):
    guest.page.set_viewport_size({"width": 390, "height": 844})
    check(guest, file(BAD))
    expect(sheets(guest).locator(".badge")).to_have_count(3)
    expect(guest.page.locator("[data-frame]")).not_to_be_visible()
    guest.page.locator("[data-place]", has_text="Số 12-NQ/ĐU").click()
    expect(sheets(guest).locator(".spot.now")).to_be_in_viewport()
    expect(guest.page.locator("[data-list]")).not_to_be_visible()
    # Asked from outside: in the frame itself no script runs, not even a test's.
    tops = guest.page.evaluate(
        """[...document.querySelector("[data-frame]").contentDocument.querySelectorAll(".margin")]
            .map(one => one.offsetTop)"""
    )
    assert len(set(tops)) == 3
    sheets(guest).locator(".badge.now").click()
    expect(guest.page.locator("[data-place][aria-current]")).to_be_in_viewport()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["list", "pages", "mended"])
def test_axe_finds_nothing_in_a_result_and_nothing_sticks_out(guest, file, size, view):
    width, height = SIZES[size]
    guest.page.set_viewport_size({"width": width, "height": height})
    check(guest, file(BAD))
    expect(sheets(guest).locator(".badge")).to_have_count(3)
    if view == "pages" and size == "telephone":
        guest.page.get_by_role("button", name="Xem văn bản").click()
    if view == "mended":
        with guest.page.expect_download():
            guest.page.get_by_role("button", name="Tải bản đã sửa").click()
        expect(sheets(guest).locator(".layer:not(.fresh)")).to_contain_text("NGHỊ QUYẾT")
    assert accessibility_problems(guest.page) == []
    assert guest.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_form_of_a_draft_is_told_below_its_pages(minutes):
    count = minutes.page.locator("[data-form-count]")
    expect(count).to_have_text("Thể thức: chưa thấy lỗi")
    minutes.field("trich_yeu").fill("V/v hội nghị bất thường")
    expect(count).to_have_text("Thể thức: 1 lỗi")
    count.click()
    expect(minutes.page.locator("[data-form-rows]")).to_contain_text("Trích yếu không đúng")
    assert accessibility_problems(minutes.page) == []
    minutes.field("trich_yeu").fill("Hội nghị bất thường")
    expect(count).to_have_text("Thể thức: chưa thấy lỗi")


def test_a_hostile_file_stays_in_its_frame(guest, file):
    link = (
        '<w:p><w:hyperlink r:id="bad"><w:r><w:t>Bấm vào đây</w:t></w:r></w:hyperlink></w:p>'
        "<w:p><w:r><w:t>&lt;img src=x onerror=alert(1)&gt;</w:t></w:r></w:p><w:sectPr"
    )
    relation = (
        '<Relationship Id="bad" TargetMode="External" Target="javascript:alert(1)" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
    )
    docx = typed(PAPER, page={"left": 25})
    for name, end, more in (
        ("word/document.xml", "<w:sectPr", link),
        ("word/_rels/document.xml.rels", "</Relationships>", f"{relation}</Relationships>"),
        ("word/styles.xml", 'w:ascii="Times New Roman"', 'w:ascii="x} body{display:none} a{"'),
    ):
        docx = changed(docx, name, end, more)
    asked, dialogs = [], []
    guest.page.on("dialog", lambda dialog: dialogs.append(dialog.message) or dialog.dismiss())
    guest.page.on("request", lambda request: asked.append(request.url))
    check(guest, file(docx))
    expect(sheets(guest).locator(".badge").first).to_be_visible()
    sheets(guest).get_by_text("Bấm vào đây").click(force=True)
    expect(guest.page.locator("[data-list]")).to_be_visible()
    assert dialogs == []
    assert [
        url for url in asked if not url.startswith((guest.url, "data:", "blob:", "about:"))
    ] == []
