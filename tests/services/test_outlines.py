"""Rows of a text in the document: numbers that follow, references that live, nothing lost."""

from __future__ import annotations

import re
from datetime import date

import pytest

from docgen.catalog import example
from docgen.services.rendering import preview, render
from docgen.templating import read_main_part
from ooxml import ooxml_problems
from word import golden_text


def paper(*rows, **more):
    values = example("nghi_quyet", date(2026, 10, 5))
    texts = [dict(zip(("level", "text", "key"), row, strict=False)) for row in rows]
    return {**values, "noi_dung": texts, "tasks": [], **more}


def lines_of(values):
    text = golden_text(render("nghi_quyet", values).docx)
    return text.split("\n")[6:]


REGULATION = (
    ("Chương", "Quy định chung"),
    ("Điều", "Phạm vi"),
    ("Khoản", "Quy chế này quy định chế độ họp theo [[hop]]"),
    ("Khoản", "Áp dụng với"),
    ("Điểm", "các đồng chí uỷ viên"),
    ("Điểm", "văn phòng", "van-phong"),
    ("Chương", "Chế độ làm việc"),
    ("Điều", "Họp", "hop"),
    ("Khoản", "Họp mỗi tháng một lần", "ky-hop"),
    ("Khoản", "Tài liệu do [[van-phong]] gửi trước kỳ họp nêu ở [[ky-hop]]"),
)


def test_rows_are_numbered_and_refer_to_each_other():
    assert lines_of(paper(*REGULATION))[:10] == [
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi",
        "1. Quy chế này quy định chế độ họp theo Điều 2.",
        "2. Áp dụng với:",
        "a) các đồng chí uỷ viên;",
        "b) văn phòng.",
        "Chương II",
        "CHẾ ĐỘ LÀM VIỆC",
        "Điều 2. Họp",
    ]
    assert (
        "do điểm b khoản 2 Điều 1 gửi trước kỳ họp nêu ở khoản 1 Điều này."
        in (lines_of(paper(*REGULATION))[11])
    )


def test_a_row_that_moves_takes_its_references_with_it():
    moved = (*REGULATION[:1], ("Điều", "Nguyên tắc"), ("Khoản", "Tập thể"), *REGULATION[1:])
    assert "chế độ họp theo Điều 3." in lines_of(paper(*moved))[5]


def test_a_reference_is_a_field_on_a_bookmark_of_the_number():
    docx = render("nghi_quyet", paper(*REGULATION)).docx
    body = read_main_part(docx).decode()
    bookmarks = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body))
    fields = set(re.findall(r"<w:instrText[^>]*> REF (\S+) ", body))
    assert fields == bookmarks
    assert len(fields) == 5
    assert ooxml_problems(docx) == []


def test_headings_are_in_the_navigation_pane():
    docx = render("nghi_quyet", paper(*REGULATION)).docx
    styles = re.findall(r'<w:pStyle w:val="(\w+)"/>', read_main_part(docx).decode())
    assert styles.count("Dieu") == 2
    assert styles.count("Phan") == 2


def test_bold_and_italic_are_looks_and_other_angles_are_text():
    values = paper(("Đoạn văn", "Một <b>hai</b> <i>ba</i> x<y <b>"))
    body = read_main_part(render("nghi_quyet", values).docx).decode()
    assert re.search(r"<w:b/>(?:(?!</w:r>).)*hai", body)
    assert re.search(r"<w:i/>(?:(?!</w:r>).)*ba", body)
    assert lines_of(values)[0] == "Một hai ba x<y <b>."


def test_every_cell_of_a_table_is_told_and_a_wide_one_turns_the_page(office):
    head = ["TT", *(f"Chỉ tiêu số {number}" for number in range(9))]
    table = {"level": "Bảng", "text": "Số liệu", "table": [head, *[["1", *("1.234,5",) * 9]] * 9]}
    values = paper(("Đoạn văn", "Trước"))
    values["noi_dung"] += [table, {"text": "Sau"}]
    rendered = render("nghi_quyet", values)
    told = {path: text for path, text in rendered.puts if path[:3] == ("noi_dung", 1, "table")}
    assert len(told) == 100
    assert told["noi_dung", 1, "table", 1, 9] == "1.234,5"
    body = read_main_part(rendered.docx).decode()
    assert re.findall(r'w:orient="(\w+)"', body)[:1] == ["landscape"]
    assert rendered.findings == ()
    assert "Trước" in office.pdf_text(rendered.docx)


def test_a_small_table_turns_no_page_when_its_words_have_room():
    head = ["TT", *(f"Cột {number}" for number in range(8))]
    values = paper(("Đoạn văn", "Trước"))
    values["noi_dung"] += [{"level": "Bảng", "table": [head, ["1"] * 9]}, {"text": "Sau"}]
    assert b"landscape" not in read_main_part(render("nghi_quyet", values).docx)


def test_an_annex_begins_a_page_and_says_what_it_belongs_to():
    annexes = [
        {"title": "Biểu số liệu", "rows": [{"text": "Dòng một"}]},
        {"title": "Danh sách", "rows": [{"text": "Dòng hai"}]},
    ]
    values = paper(("Đoạn văn", "Số liệu ở Phụ lục 1, danh sách ở Phụ lục 2"), phu_luc=annexes)
    lines = lines_of(values)
    where = lines.index("Phụ lục 1")
    assert lines[where + 1 : where + 5] == [
        "Biểu số liệu",
        "(Kèm theo Nghị quyết số 09-NQ/ĐU, ngày 05/10/2026 của Đảng uỷ phường Nam Đông Hà)",
        "-----",
        "Dòng một.",
    ]
    assert "Phụ lục 2" in lines
    rendered = render("nghi_quyet", values)
    assert rendered.findings == ()
    assert ooxml_problems(rendered.docx) == []


@pytest.mark.parametrize(
    ("table", "shown"),
    [("TT\tTên\n1\tAn", "An"), ([["TT", "Tên"], ["1"]], "TT"), ("", "Số liệu")],
)
def test_a_draft_with_an_unfinished_table_can_be_looked_at(table, shown):
    values = paper(("Bảng", "Số liệu"))
    values["noi_dung"][0]["table"] = table
    assert shown in golden_text(preview("nghi_quyet", values).docx)


def test_a_reference_to_what_is_gone_is_seen_in_the_draft_as_it_was_typed():
    text = golden_text(preview("nghi_quyet", paper(("Đoạn văn", "Theo [[mat]]"))).docx)
    assert "Theo [[mat]]." in text
