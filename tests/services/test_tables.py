"""Tables: rows in, widths out: what is narrow, what shares the rest, what needs a turned page."""

from __future__ import annotations

import pytest

from docgen.services.tables import LANDSCAPE, PORTRAIT, fits_upright, is_wide, table_of, widths
from docgen.templating import trace

LONG = "Xây dựng chương trình hành động thực hiện nghị quyết của Ban Chấp hành Trung ương"
HEADER = ["STT", "Nội dung", "Chủ trì", "Thời gian"]
NAMES = ["STT", "Họ và tên", "Ngày sinh", "Quê quán", "Chức vụ", "Trình độ", "Ghi chú"]
PERSON = ["1", "Nguyễn Thị Hoàng Phương Thảo", "12/10/1980", "xã Tân Lập, thành phố Hà Nội",
          "Phó Trưởng Ban Tổ chức", "Thạc sĩ Quản lý công", "Luân chuyển từ tháng 3"]  # fmt: skip
FIGURES = [["Chỉ tiêu", "Kế hoạch", "Thực hiện", "Tỷ lệ"], [LONG, "1.250", "-", "87,5%"],
           ["Khác", "7", "+1", "x"]]  # fmt: skip

ROWS = [
    # rows, alignment of the columns, widths in mm within one, whether it is wide
    ([HEADER, ["1", LONG, "Ban Tổ chức", "20/4/2026"]], "cllc", (13, 103, 27, 23), False),
    ([HEADER, ["1", LONG, "Văn phòng", "Quý I"]], "clll", (13, 110, 24, 17), False),
    (FIGURES, "lrrr", (117, 16, 16, 16), False),
    ([["Năm", "Số"], ["2024", "12"], ["2025", "…"]], "rr", (82, 82), False),
    ([["TT", "Việc"], ["Tổng", "a"]], "cl", (14, 151), False),
    ([["a", "a"], ["", ""]], "ll", (82, 82), False),
    ([["a"]], "l", (165,), False),
    ([NAMES, PERSON], "clcllll", (13, 31, 24, 29, 24, 21, 22), True),
    ([["a"] * 7], "lllllll", (24,) * 7, False),
    ([["a"] * 8], "llllllll", (21,) * 8, True),
    ([["a", "b"], ["x" * 40, "y" * 40]], "ll", (82, 82), True),
    ([["a", "b"], ["05-NQ/ĐU-" * 9, "b"]], "ll", (155, 10), False),
    ([["a"], ["x" * 99]], "l", (165,), True),
]  # fmt: skip
IDS = [" | ".join(cell[:9] for cell in rows[-1]) for rows, *_ in ROWS]


@pytest.mark.parametrize(("rows", "aligns", "wanted", "wide"), ROWS, ids=IDS)
def test_columns_are_as_wide_as_what_they_hold(rows, aligns, wanted, wide):
    found = widths(rows, PORTRAIT)
    assert sum(found) == pytest.approx(PORTRAIT)
    assert found == pytest.approx(wanted, abs=1.0)
    assert is_wide(rows) is wide
    table = table_of(rows)
    assert "".join(align[0] for align in table.aligns) == aligns
    assert table.width == (LANDSCAPE if wide else PORTRAIT) == pytest.approx(sum(table.widths))


@pytest.mark.parametrize(
    ("rows", "fits"), [(ROWS[7][0], True), ([["a"] * 12], True), ([["x" * 40, "y" * 40]], False)]
)
def test_a_wide_table_may_stay_upright_if_no_word_is_broken(rows, fits):
    assert is_wide(rows)
    assert fits_upright(rows) is fits
    assert table_of(rows, upright=True).width == PORTRAIT


def test_missing_cells_are_blank_and_texts_know_their_field():
    table = table_of(trace([["a", "b", "c"], ["1"], ["2", "3"]], ("bang",)))
    assert table.rows == (("a", "b", "c"), ("1", "", ""), ("2", "3", ""))
    assert table.rows[2][1].path == ("bang", 2, 1)


def test_no_rows_are_no_table():
    assert str(table_of([])) == ""
    assert is_wide([]) is False
