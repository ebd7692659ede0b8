"""Who may issue what: what is forbidden is a problem, what is unknown is said."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.catalog import notices
from docgen.catalog.competence import beyond_competence
from docgen.catalog.model import DocumentType
from docgen.catalog.papers import Paper


def kind(ten_loai):
    return DocumentType(key="x", title=ten_loai, ten_loai=ten_loai, symbol="X", model=Paper)


def values(body, issuer, above, *, on=date(2026, 10, 5), signed="T/M ĐẢNG UỶ"):
    organisation = {"kind": body, "co_quan_ban_hanh": issuer, "co_quan_cap_tren": above}
    return {
        "organisation": organisation, "ngay_ban_hanh": on, "signer": {"quyen_han_ky": signed},
    }  # fmt: skip


CELL = ("chi_bo", "Chi bộ Văn phòng", "Đảng bộ phường Nam Đông Hà")
BASE = ("dang_uy", "Đảng uỷ Trường THPT Đông Hà", "Đảng bộ phường Nam Đông Hà")
STANDING = ("ban_thuong_vu", *BASE[1:])
COMMUNE = ("dang_uy", "Đảng uỷ phường\nNam Đông Hà", "Đảng bộ tỉnh Quảng Trị")
PROVINCE = ("tinh_uy", "Tỉnh uỷ Quảng Trị", "")


@pytest.mark.parametrize(
    ("type_name", "body", "more", "is_problem"),
    [
        ("Quy định", CELL, {}, True),
        ("Quy chế", CELL, {}, False),
        ("Hướng dẫn", BASE, {}, True),
        ("Quy chế", BASE, {}, False),
        ("Quy chế", BASE, {"signed": "T/M BAN THƯỜNG VỤ"}, True),
        ("Quy chế", STANDING, {"signed": "T/M BAN THƯỜNG VỤ"}, True),
        ("Hướng dẫn", STANDING, {}, False),
        ("Quy chế", STANDING, {"on": date(2026, 1, 8)}, False),
        ("Chỉ thị", COMMUNE, {}, False),
        ("Chỉ thị", PROVINCE, {}, False),
    ],
)
def test_a_type_beyond_the_power_of_the_body_is_a_problem(type_name, body, more, is_problem):
    found = [
        problem.message for problem in beyond_competence(kind(type_name), values(*body, **more))
    ]
    assert bool(found) is is_problem
    assert all("399-QĐ/TW" in message for message in found)


@pytest.mark.parametrize(
    ("key", "body", "more", "told"),
    [
        ("nghi_quyet", PROVINCE, {}, "chưa tìm thấy"),
        ("nghi_quyet", CELL, {}, ""),
        ("nghi_quyet", CELL, {"on": date(2025, 10, 5)}, "chưa tìm thấy"),
        ("nghi_quyet", COMMUNE, {}, ""),
    ],
)
def test_what_is_not_known_is_said(key, body, more, told):
    found = " ".join(notices(key, values(*body, **more)))
    assert (told in found) if told else found == ""
