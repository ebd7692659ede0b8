"""A table as one text, there and back."""

from __future__ import annotations

import pytest

from docgen.domain.grids import grid_of, text_of

ROWS = [
    [["a"]],
    [["a", "b"], ["c", "d"]],
    [["", ""], ["", ""]],
    [["một dòng\nhai dòng", 'có "dấu" ngoặc'], ["tab\tgiữa", ""]],
    [['"mở đầu', 'cuối"'], ['"trọn"', '""']],
    [["a", "b"], ["dòng thiếu"]],
    [['"'], ["x"]],
]


@pytest.mark.parametrize("rows", ROWS, ids=str)
def test_any_table_comes_back_from_its_text(rows):
    assert grid_of(text_of(rows)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", [[""]]),
        ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
        ('"Bộ\nngành"\tb', [["Bộ\nngành", "b"]]),
        ('"A" và "B"\tc', [['"A" và "B"', "c"]]),
        ('"A"\t"B"', [['"A"', '"B"']]),
        ('mở "ngoặc\tb', [['mở "ngoặc', "b"]]),
        ('"không đóng\nb', [['"không đóng'], ["b"]]),
    ],
)
def test_what_a_spreadsheet_or_a_hand_wrote_is_read(text, rows):
    assert grid_of(text) == rows
