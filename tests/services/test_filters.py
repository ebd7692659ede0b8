"""Filters: one row each, with what a draft may hold as well."""

from __future__ import annotations

from datetime import date, time

import pytest

from docgen.services.filters import FILTERS

ROWS = [
    ("so_van_ban", 5, "05"),
    ("so_van_ban", 128, "128"),
    ("so_van_ban", None, "     "),
    ("so_van_ban", "chưa rõ", "chưa rõ"),
    ("ngay", date(2026, 2, 3), "ngày 03 tháng 02 năm 2026"),
    ("ngay", None, "ngày       tháng       năm       "),
    ("ngay", "mai", "mai"),
    ("ngay_ngan", date(2024, 5, 5), "05/5/2024"),
    ("ngay_ngan", None, None),
    ("gio", time(8, 5), "08 giờ 05"),
    ("gio", None, None),
    ("roman", 4, "IV"),
    ("chu", 5, "đ"),
    ("cau", "Đại hội họp ngày 02/8/2025,", "Đại hội họp ngày 02/8/2025,"),
    ("cau", "Thống nhất", "Thống nhất."),
    ("cau", "Thống nhất.", "Thống nhất."),
    ("cau", "Gồm:", "Gồm:"),
    ("cau", None, None),
    ("muc", "- Tỉnh uỷ;", "Tỉnh uỷ"),
    ("muc", "Tỉnh uỷ (báo cáo),", "Tỉnh uỷ (báo cáo)"),
    ("muc", "các sở, ngành v.v.", "các sở, ngành v.v."),
    ("muc", "các sở...", "các sở..."),
    ("muc", "ngày 03.", "ngày 03"),
    ("muc", "Mục tiêu:", "Mục tiêu"),
    ("muc", None, None),
    ("mot_dong", "Đảng uỷ phường\nNam Đông Hà", "Đảng uỷ phường Nam Đông Hà"),
    ("mot_dong", None, None),
    (
        "theo_phieu",
        [{"votes": None}, {"votes": 2}, {"votes": "ba"}, {"votes": 5}, {"votes": 0}],
        [{"votes": 5}, {"votes": 2}, {"votes": 0}, {"votes": None}, {"votes": "ba"}],
    ),
    ("theo_phieu", [], []),
    ("can_doi", "Văn phòng", "Văn phòng"),
    ("can_doi", None, None),
    ("lien_sau", "ngày 03 tháng 11 năm 2026", "ngày\u00a003\u00a0tháng\u00a011\u00a0năm\u00a02026"),
    ("lien_sau", None, None),
    ("chuc_vu", "Bí thư", "BÍ THƯ"),
    ("chuc_vu", "Chủ tịch\nkiêm\nTrưởng ban", "CHỦ TỊCH\nkiêm\nTRƯỞNG BAN"),
    ("chuc_vu", None, None),
    ("ngay_dan", date(2026, 10, 5), "ngày 05/10/2026"),
    ("ngay_dan", None, "ngày       tháng       năm"),
    ("dong_chi", "Lê Thị Ánh", "Đồng chí Lê Thị Ánh"),
    ("dong_chi", "đồng chí Lê Thị Ánh", "Đồng chí Lê Thị Ánh"),
    ("dong_chi", "đ/c Lê Thị Ánh", "Đ/c Lê Thị Ánh"),
    ("dong_chi", "ông Nguyễn Văn A", "Ông Nguyễn Văn A"),
    ("dong_chi", "Ông Ích Khiêm", "Đồng chí Ông Ích Khiêm"),
    ("dong_chi", None, None),
    ("giao", "Sở Nội vụ", "Giao Sở Nội vụ"),
    ("giao", "Đồng chí Hồ Văn Lâm", "Giao đồng chí Hồ Văn Lâm"),
    ("giao", "giao Sở Nội vụ", "Giao Sở Nội vụ"),
    ("luu", "Văn phòng", "Lưu Văn phòng"),
    ("luu", "Lưu Văn phòng", "Lưu Văn phòng"),
    ("bieu_quyet", "thông qua nghị quyết", "Biểu quyết thông qua nghị quyết"),
    ("bieu_quyet", "Biểu quyết thông qua", "Biểu quyết thông qua"),
]


@pytest.mark.parametrize(("name", "value", "text"), ROWS)
def test_filter_gives_its_text(name, value, text):
    more = {"width": 60} if name == "can_doi" else {}
    more |= {"place": "Phường Quảng Trị"} if name == "lien_sau" else {}
    assert FILTERS[name](value, **more) == text


def test_every_filter_has_a_row():
    assert {name for name, _, _ in ROWS} == set(FILTERS)
