"""A table in the form: filled in like a spreadsheet, with the keyboard and from the clipboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

EXCEL = """<html><head><style>td { mso-number-format: General }</style></head><body>
<!--StartFragment--><table><tr><td>TT</td><td colspan=2>Chỉ tiêu</td></tr>
<tr><td rowspan=2>1</td><td>Kết nạp<br>đảng viên</td><td>12</td></tr>
<tr><td>Chi bộ "bốn tốt"</td><td>8</td></tr></table><!--EndFragment--></body></html>"""
CELLS = [["TT", "Chỉ tiêu", ""], ["1", "Kết nạp\nđảng viên", "12"], ["", 'Chi bộ "bốn tốt"', "8"]]


@pytest.fixture
def table(resolution):
    """A resolution with a row of its text that is a table."""
    resolution.page.get_by_role("button", name="+ Thêm dòng", exact=True).click()
    resolution.field("noi_dung.0.level").select_option("Bảng")
    return resolution


def cell(clerk, row, column):
    return clerk.page.locator(f'[data-cell="{row}.{column}"]')


def shown(clerk):
    return clerk.page.locator(".cells table").evaluate(
        "table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent))"
    )


def focused(clerk):
    return clerk.page.evaluate("document.activeElement.dataset.cell")


def press(clerk, *keys):
    for key in keys:
        clerk.page.keyboard.press(key)


def test_cells_are_filled_with_the_keyboard_alone_and_kept(table):
    cell(table, 0, 0).focus()
    table.page.keyboard.type("Việc")
    press(table, "Tab")
    table.page.keyboard.type("Hạn")
    press(table, "Enter")
    table.page.keyboard.type("30/6")
    assert focused(table) == "1.1"
    press(table, "Home", "ArrowLeft")
    table.page.keyboard.type("Rà soát")
    press(table, "Enter")
    assert focused(table) == "2.0"
    table.page.keyboard.type("Kiểm tra")
    press(table, "Alt+Enter")
    table.page.keyboard.type("giám sát")
    press(table, "ArrowUp", "ArrowUp", "ArrowUp")
    assert focused(table) == "0.0"
    filled = [["Việc", "Hạn"], ["Rà soát", "30/6"], ["Kiểm tra\ngiám sát", ""]]
    assert shown(table) == filled
    table.settle()
    expect(table.pages()).to_contain_text("Kiểm tra")
    table.page.reload()
    expect(cell(table, 1, 1)).to_have_text("30/6")
    assert shown(table) == filled


def test_rows_and_columns_are_added_dropped_and_taken_back(table):
    cell(table, 0, 1).fill("Hạn")
    cell(table, 1, 0).fill("Rà soát")
    table.page.get_by_role("button", name="Thêm cột vào bảng").click()
    assert (focused(table), len(shown(table)[0])) == ("1.1", 3)
    table.page.get_by_role("button", name="Xoá cột của ô").click()
    table.page.get_by_role("button", name="Xoá dòng của ô").click()
    assert shown(table) == [["", "Hạn"]]
    table.page.get_by_role("button", name="Hoàn tác thay đổi").click()
    assert shown(table) == [["", "Hạn"], ["Rà soát", ""]]
    press(table, "Control+Enter")
    assert len(shown(table)) == 3
    assert table.page.locator('[data-path^="noi_dung."][data-row]').count() == 1


@pytest.mark.parametrize(
    "copied",
    [
        {"html": EXCEL},
        {"text": 'TT\tChỉ tiêu\t\r\n1\t"Kết nạp\nđảng viên"\t12\r\n\tChi bộ "bốn tốt"\t8\r\n'},
    ],
    ids=["html", "text"],
)
def test_a_block_from_a_spreadsheet_makes_the_table_grow(table, copied):
    table.paste(cell(table, 0, 0), **copied)
    assert shown(table) == CELLS
    table.settle()
    table.page.reload()
    expect(cell(table, 2, 2)).to_have_text("8")
    assert shown(table) == CELLS
    table.paste(cell(table, 2, 2), text="9\r\n10")
    assert [row[2] for row in shown(table)] == ["", "12", "9", "10"]
    table.page.get_by_role("button", name="Hoàn tác thay đổi").click()
    assert shown(table) == CELLS


def test_a_wide_table_scrolls_in_its_own_box(table):
    table.page.set_viewport_size({"width": 390, "height": 844})
    table.paste(cell(table, 0, 0), text="\t".join(f"Cột rất dài số {n}" for n in range(12)))
    assert table.page.evaluate("document.documentElement.scrollWidth") <= 390
    box = table.page.locator(".cells")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")


def test_a_click_in_the_page_goes_to_the_cell(table):
    table.paste(cell(table, 0, 0), text="Việc\tHạn\nRà soát văn bản\t30/6")
    table.settle()
    words = table.pages().get_by_text("Rà soát văn bản")
    expect(words).to_be_visible()
    table.field("trich_yeu").focus()
    words.click()
    expect(cell(table, 1, 0)).to_be_focused()
    assert table.page.evaluate(
        "[...CSS.highlights.get('field')].map(range => range.toString())"
    ) == ["Rà soát văn bản"]


def test_what_is_wrong_with_a_table_is_told_at_it(table):
    cell(table, 0, 0).fill("Việc")
    table.field("noi_dung.0.level").select_option("Khoản")
    table.field("trich_yeu").focus()
    told = table.page.locator("[data-grid] .msg:visible")
    expect(told).to_contain_text(re.compile("cấp «Bảng»"))
