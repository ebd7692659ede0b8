"""Words from Word and LibreOffice: paragraphs, lists, tables, bold and italic; none is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from docgen.domain.grids import grid_of
from pages import page_of

CLIPBOARD = {
    path.stem: path.read_text("utf-8") for path in Path(__file__).parent.glob("clipboard/*")
}
WORD = [
    ["Chương", "CHẾ ĐỘ LÀM VIỆC", ""],
    ["Điều", "Nguyên tắc làm việc", ""],
    ["Khoản", "Tập trung <b>dân chủ</b>, bàn bạc <i>tập thể</i>, theo Điều 9 của Điều lệ.", ""],
    ["Khoản", "Họp thường kỳ:", ""],
    ["Điểm", "Mỗi tháng 01 lần;", ""],
    ["Điểm", "Họp bất thường khi cần.", ""],
    ["Gạch đầu dòng", "Khi có việc gấp;", ""],
    ["Gạch đầu dòng", "Khi cấp trên yêu cầu.", ""],
    ["", "Điều 5 của Quy chế này thay cho quy định cũ; V.I. Lênin đã viết.", ""],
    ["Bảng", "", 'TT\tViệc\n1\t"Chuẩn bị\ntài liệu"'],
    ["", "Đoạn cuối có màu.", ""],
]
LIBREOFFICE = [
    ["I-", "Mục tiêu", ""],
    ["Khoản", "Giữ vững đoàn kết, <b>thống nhất</b>.", ""],
    ["Khoản", "Hoàn thành:", ""],
    ["Điểm", "Chỉ tiêu kết nạp;", ""],
    ["Điểm", "Chỉ tiêu <i>kiểm tra</i>.", ""],
    ["Đề mục 1.", "Nhiệm vụ trọng tâm", ""],
    ["Khoản", "Rà soát văn bản.", ""],
    ["Khoản", "Báo cáo.", ""],
    ["Gạch đầu dòng", "Việc không đánh số", ""],
]
LABELS = {
    "word": ["Chương II", "Điều 5.", "1.", "2.", "a)", "b)", "·", "-"],
    "libreoffice": ["I-", "1.", "1.1.", "1.2."],
}


def rows(clerk):
    return clerk.page.locator(".outline").evaluate_all(
        "all => all.map(row => [row.querySelector('[data-level]').value,"
        " row.querySelector('[data-text]').value,"
        " row.querySelector('[data-grid] textarea').value])"
    )


def letters(text):
    return sorted(re.sub(r"\s", "", text))


@pytest.fixture
def row(resolution):
    """The only row of a resolution's text, blank."""
    resolution.page.get_by_role("button", name="+ Thêm dòng", exact=True).click()
    return resolution.field("noi_dung.0.text")


@pytest.mark.parametrize(("source", "wanted"), [("word", WORD), ("libreoffice", LIBREOFFICE)])
def test_what_was_copied_becomes_rows_and_no_letter_is_lost(resolution, row, source, wanted):
    html = CLIPBOARD[source]
    resolution.paste(row, html=html, text="không dùng đến")
    assert rows(resolution) == wanted
    kept = "".join(text + "".join(sum(grid_of(table), [])) for _, text, table in wanted)
    copied = page_of(html[html.index("<body") :]).text
    assert letters(re.sub("</?[bi]>", "", kept) + "".join(LABELS[source])) == letters(copied)
    resolution.settle()
    resolution.page.reload()
    assert rows(resolution) == wanted


def test_what_was_pasted_is_taken_back_at_once(resolution, row):
    row.fill("Đang viết dở: còn nữa")
    row.evaluate("area => area.setSelectionRange(14, 14)")
    resolution.paste(row, text="một,\r\n1. hai\r\n\r\na) ba ")
    assert rows(resolution) == [
        ["", "Đang viết dở: một,", ""],
        ["Khoản", "hai", ""],
        ["Điểm", "bacòn nữa", ""],
    ]
    expect(resolution.page.locator("[data-announce]")).to_contain_text("Đã dán 3 đoạn")
    resolution.page.get_by_role("button", name="Hoàn tác dán").click()
    assert rows(resolution) == [["", "Đang viết dở: còn nữa", ""]]
    expect(row).to_be_focused()


def test_what_is_pasted_before_a_row_leaves_it_whole(resolution, row):
    row.fill("Đã có")
    row.evaluate("area => area.setSelectionRange(0, 0)")
    resolution.paste(row, text="1. một\na) hai")
    assert rows(resolution) == [["Khoản", "một", ""], ["Điểm", "hai", ""], ["", "Đã có", ""]]
    resolution.page.get_by_role("button", name="Hoàn tác dán").click()
    assert rows(resolution) == [["", "Đã có", ""]]


def test_one_paragraph_goes_where_one_writes_with_its_looks(resolution, row):
    row.fill("Theo ")
    row.press("End")
    resolution.paste(row, html="<p>tinh thần <b>đổi mới</b></p>", text="tinh thần đổi mới")
    assert rows(resolution) == [["", "Theo tinh thần <b>đổi mới</b>", ""]]


def test_other_fields_take_the_words_and_paragraphs_alone(resolution):
    closing = resolution.field("closing")
    resolution.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    resolution.page.evaluate(
        """() => navigator.clipboard.write([new ClipboardItem({
            "text/html": new Blob(["<p><b>Một</b></p><p>Hai</p>"], { type: "text/html" }),
            "text/plain": new Blob(["Một\\r\\nHai"], { type: "text/plain" }) })])"""
    )
    closing.focus()
    closing.press("Control+v")
    expect(closing).to_have_value("Một\nHai")
