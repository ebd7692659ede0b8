"""Papers with tables and annexes: pages turned where they must be, numbered anew, in good form."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from cases import case
from docgen.services.rendering import Rendered, render
from ooxml import ooxml_problems

SMALL = [["STT", "Chỉ tiêu", "Kế hoạch", "Thực hiện"], ["1", "Kết nạp đảng viên mới", "12", "15"]]
NAMES = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Quê quán",
    "Chức vụ",
    "Trình độ",
    "Nơi công tác",
    "Ghi chú",
)
PERSON = ("Nguyễn Thị Hoàng Phương Thảo", "12/10/1980", "xã Tân Lập, thành phố Hà Nội",
          "Phó Trưởng Ban", "Thạc sĩ Quản lý công", "Văn phòng", "Luân chuyển")  # fmt: skip
LARGE = [list(NAMES), *([str(n), *PERSON] for n in range(1, 16))]


def text(words: str) -> dict[str, Any]:
    return {"level": "Đoạn văn", "text": words}


def table(cells: list[list[str]], name: str = "Bảng 1. Kết quả") -> dict[str, Any]:
    return {"level": "Bảng", "text": name, "table": cells}


def annex(title: str, *rows: dict[str, Any]) -> dict[str, Any]:
    return {"title": title, "rows": list(rows)}


PAPERS: dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]], str]] = {
    # rows of the text, annexes; for each page the number on it (none on the first), * when turned
    "a table": ([text("Kết quả như sau."), table(SMALL), text("Giao Văn phòng theo dõi.")], [],
                "- 2"),
    "a wide table": ([text("Danh sách như sau."), table(LARGE), text("Giao Văn phòng.")], [],
                     "- 2* 3* 4"),
    "a wide table before the signature": (
        [text("Danh sách như sau."), table(LARGE[:4])], [], "- 2"),
    "an annex": ([text("Kết quả nêu tại Phụ lục.")], [annex("Kết quả", table(SMALL))], "- 1"),
    "three annexes": (
        [text("Kết quả nêu tại các Phụ lục 1, 2 và 3.")],
        [annex("Danh sách", table(LARGE)), annex("Kết quả", text("Như sau."), table(SMALL)),
         annex("Việc", text("Việc thứ nhất."))],
        "- 1* 2* 1 1"),
}  # fmt: skip
DATES = ("ban_can_su_dang_4_2024", "dang_uy_phuong_10_2026")


@cache
def made(name: str, when: str) -> Rendered:
    rows, annexes, _ = PAPERS[name]
    values = case("nghi_quyet", when).values
    return render(
        "nghi_quyet", {**values, "noi_dung": [*values["noi_dung"], *rows], "phu_luc": annexes}
    )


@pytest.mark.parametrize("when", DATES)
@pytest.mark.parametrize("name", PAPERS)
def test_tables_and_annexes_are_in_good_form(name, when):
    assert made(name, when).findings == ()
    assert ooxml_problems(made(name, when).docx) == []


@pytest.mark.parametrize("name", PAPERS)
def test_pages_are_turned_and_numbered(office, name):
    docx = made(name, DATES[1]).docx
    first = [page.split()[0] for page in office.pdf_pages(docx)]
    turned = ["*" if width > height else "" for width, height in office.page_sizes(docx)]
    numbers = [word if word.isdigit() else "-" for word in first]
    assert " ".join(map("".join, zip(numbers, turned, strict=True))) == PAPERS[name][2]


def test_every_cell_is_told_as_its_field():
    puts = dict(made("three annexes", DATES[1]).puts)
    assert puts["phu_luc", 0, "rows", 0, "table", 15, 1] == PERSON[0]
    assert puts["phu_luc", 1, "rows", 1, "table", 0, 3] == "Thực hiện"
