"""Who signs, by the kind of body and the position of the chair."""

from __future__ import annotations

import pytest

from docgen.catalog.kinds import KINDS
from docgen.catalog.model import signer_for

ROWS = [
    ("dang_uy", "Bí thư", "T/M ĐẢNG UỶ", "Bí thư"),
    ("dang_uy", "Phó Bí thư Thường trực, Chủ tịch HĐND", "T/M ĐẢNG UỶ", "Phó Bí thư"),
    ("dang_uy", "Uỷ viên, Giám đốc Sở", "T/M ĐẢNG UỶ", None),
    ("trung_uong", "Tổng Bí thư", "T/M BAN CHẤP HÀNH TRUNG ƯƠNG", "Tổng Bí thư"),
    ("uy_ban_kiem_tra", "Phó Chủ nhiệm", "T/M UỶ BAN KIỂM TRA", "Phó Chủ nhiệm"),
    ("dai_hoi", "Bí thư", "T/M ĐOÀN CHỦ TỊCH", "Bí thư"),
    ("co_quan_tham_muu", "Trưởng Ban", None, "Trưởng Ban"),
    ("ban_chi_dao", "", None, None),
    (None, "Bí thư", None, "Bí thư"),
]


@pytest.mark.parametrize(("kind", "position", "authority", "role"), ROWS)
def test_a_collective_is_signed_for_and_a_head_signs_alone(kind, position, authority, role):
    person = {"name": "Lê Minh Quang", "position": position}
    assert signer_for({"kind": kind}, person, "uỷ") == {
        "quyen_han_ky": authority, "chuc_vu_ky": role, "ho_ten_ky": "Lê Minh Quang",
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.key)
def test_a_kind_says_where_it_is_known_from(kind):
    assert kind.source
    assert kind.certainty
