"""Organisations and their kinds over time."""

from dataclasses import FrozenInstanceError
from datetime import date
from fractions import Fraction

import pytest

from docgen.domain.organisations import Organisation, OrganisationKind, Term

BAN_CAN_SU_DANG = OrganisationKind(
    "ban_can_su_dang",
    "Ban cán sự đảng",
    until=date(2025, 1, 24),
    quorum=Fraction(2, 3),
    on_behalf="T/M BAN CÁN SỰ ĐẢNG",
    symbol="BCSĐ",
)
DANG_UY_PHUONG = OrganisationKind("dang_uy_phuong", "Đảng uỷ phường", since=date(2025, 7, 1))


@pytest.mark.parametrize(
    ("kind", "day", "expected"),
    [
        (BAN_CAN_SU_DANG, date(2024, 4, 3), True),
        (BAN_CAN_SU_DANG, date(2025, 1, 24), True),
        (BAN_CAN_SU_DANG, date(2025, 1, 25), False),
        (DANG_UY_PHUONG, date(2025, 6, 30), False),
        (DANG_UY_PHUONG, date(2025, 7, 1), True),
        (DANG_UY_PHUONG, date(2026, 10, 5), True),
    ],
)
def test_a_kind_exists_from_its_first_to_its_last_day(kind, day, expected):
    assert kind.exists_on(day) is expected


def test_an_organisation_names_itself_as_its_papers_do():
    ward = Organisation(
        1,
        "dang_uy_phuong",
        name="Đảng uỷ phường Nam Đông Hà",
        co_quan_cap_tren="ĐẢNG BỘ TỈNH QUẢNG TRỊ",
        co_quan_ban_hanh="ĐẢNG UỶ PHƯỜNG NAM ĐÔNG HÀ",
        ky_hieu="ĐU",
        dia_danh="Nam Đông Hà",
        members_required=27,
        term_label=Term(date(2025, 7, 1), None, label="2025 - 2030").label,
    )
    assert ward.term_label == "2025 - 2030"
    with pytest.raises(FrozenInstanceError):
        ward.name = "khác"
