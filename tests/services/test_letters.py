"""Long names and titles in lines that fit and are alike."""

from __future__ import annotations

import pytest

from docgen.services.letters import balanced, text_width
from docgen.thethuc.style import TITLE_WIDTH

NAME = "BAN CHỈ ĐẠO PHÒNG, CHỐNG THAM NHŨNG, LÃNG PHÍ, TIÊU CỰC TỈNH QUẢNG TRỊ"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("TỈNH UỶ QUẢNG TRỊ", 61, ["TỈNH UỶ QUẢNG TRỊ"]),
        ("ĐẢNG UỶ PHƯỜNG NAM ĐÔNG HÀ", 61, ["ĐẢNG UỶ PHƯỜNG", "NAM ĐÔNG HÀ"]),
        ("ĐẢNG UỶ CÔNG TY CỔ PHẦN CẤP NƯỚC NAM ĐÔNG HÀ", 61,
         ["ĐẢNG UỶ CÔNG TY", "CỔ PHẦN CẤP NƯỚC", "NAM ĐÔNG HÀ"]),
        ("ĐẢNG UỶ PHƯỜNG NAM\nĐÔNG HÀ", 61, ["ĐẢNG UỶ PHƯỜNG NAM", "ĐÔNG HÀ"]),
        ("CHI BỘ VĂN PHÒNG\nUỶ BAN NHÂN DÂN PHƯỜNG", 61,
         ["CHI BỘ VĂN PHÒNG", "UỶ BAN NHÂN DÂN", "PHƯỜNG"]),
        ("về kết quả thực hiện nhiệm vụ quý III, phương hướng quý IV năm 2026", 152,
         ["về kết quả thực hiện nhiệm vụ quý III,", "phương hướng quý IV năm 2026"]),
        ("công tác năm 2027 của Ban Chấp hành, Ban Thường vụ Đảng uỷ phường", 120,
         ["công tác năm 2027 của Ban Chấp hành,", "Ban Thường vụ Đảng uỷ phường"]),
        ("MỘTTỪDÀIKHÔNGCÓDẤUCÁCHNÀOHẾTCẢ" * 3, 61, ["MỘTTỪDÀIKHÔNGCÓDẤUCÁCHNÀOHẾTCẢ" * 3]),
        ("", 61, [""]),
        ("đề nghị chỉ định bổ sung uỷ viên Ban Chấp hành, Ban Thường vụ Đảng bộ phường", 120,
         ["đề nghị chỉ định bổ sung uỷ viên Ban Chấp hành,", "Ban Thường vụ Đảng bộ phường"]),
        ("BAN CHỈ ĐẠO THỰC HIỆN\nQUY CHẾ DÂN CHỦ", 50,
         ["BAN CHỈ ĐẠO", "THỰC HIỆN", "QUY CHẾ DÂN CHỦ"]),
    ],
)  # fmt: skip
def test_a_long_text_is_broken_evenly_and_a_short_one_is_not(text, width, lines):
    assert balanced(text, width, 14).split("\n") == lines


def test_every_line_fits_and_no_word_is_lost():
    broken = balanced(NAME, 61, 14)
    assert broken.replace("\n", " ") == NAME
    widths = [text_width(line, 14, bold=True) for line in broken.split("\n")]
    assert max(widths) <= 61
    assert min(widths) > 0.6 * max(widths)


def test_widths_are_those_of_the_font():
    title = text_width("ĐẢNG CỘNG SẢN VIỆT NAM", 15, bold=True)
    assert title == pytest.approx(TITLE_WIDTH / 1440 * 25.4, rel=0.03)
