"""Lists of records as tables: each in its place, every cell told, no empty column."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases import case
from docgen.catalog import find
from docgen.catalog.tables import Column
from docgen.services.records import cells_of
from docgen.services.rendering import render
from docgen.templating import trace
from docgen.thethuc.style import W_NS
from word import golden_text, open_docx

REPORT = case("bao_cao", "dang_uy_phuong_quy_3_2026")
PLACE = {"level": "Bảng", "text": "Bảng số liệu"}


def lines_with(rows):
    values = REPORT.values
    values["noi_dung"], values["phu_luc"] = rows, []
    return golden_text(render("bao_cao", values).docx).split("\n")


@pytest.mark.parametrize(
    ("rows", "before", "after"),
    [
        ([{"text": "Một"}, PLACE, {"text": "Hai"}], "Bảng số liệu", "Hai."),
        ([{"text": "Một"}, {"text": "Hai"}], "Hai.", "Nơi nhận:"),
        ([], "-----", "Nơi nhận:"),
    ],
)
def test_a_table_stands_where_its_text_has_a_place_for_it_else_at_the_end(rows, before, after):
    lines = lines_with(rows)
    at = next(n for n, line in enumerate(lines) if line.startswith("TT ;;"))
    assert lines[at - 1] == before
    below = filter(None, lines[at + 1 + len(REPORT.values["figures"]) :])
    assert next(below).startswith(after)


def test_every_cell_is_told_as_its_own_field():
    told = dict(render("bao_cao", REPORT.values).puts)
    assert told["figures", 1, "planned"] == "82,15"
    assert ("figures", 1, "note") not in told


def test_a_column_of_nothing_is_not_printed():
    values = REPORT.values
    for row in values["figures"]:
        row |= {"planned": None, "unit": None}
    lines = golden_text(render("bao_cao", values).docx)
    assert "TT ;; Chỉ tiêu ;; Kỳ này ;; Cùng kỳ năm trước ;; Tăng, giảm so với cùng kỳ (%)" in lines


def test_a_table_of_figures_stays_within_the_page():
    document = open_docx(render("bao_cao", REPORT.values).docx)
    [table] = [t for t in document.tables if t.cell(0, 0).text == "TT"]
    widths = [int(column.get(f"{{{W_NS}}}w")) for column in table._tbl.tblGrid]
    section = document.sections[0]
    assert sum(widths) <= (section.page_width - section.left_margin - section.right_margin) / 635


def test_fields_that_share_a_cell_are_told_one_below_the_other():
    spec = next(s for s in find("bao_cao").fields if s.name == "figures")
    own = (Column("A", ("name", "unit", "note"), words={"unit": "tính bằng ", "name": "về "}),)
    values = {
        "figures": [
            {"name": "x", "unit": "y", "note": None},
            dict.fromkeys(("name", "unit", "note")),
        ]
    }
    cells = cells_of(replace(spec, columns=own), values, trace(values))
    assert cells == [["A"], ["Về x\ntính bằng y"], [""]]
    assert [path for _, path in cells[1][0].origins if path] == [
        ("figures", 0, "name"),
        ("figures", 0, "unit"),
    ]
