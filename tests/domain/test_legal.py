"""Acts: each in force from a day to a day; the next one is found along the chain."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.domain.legal import LegalBasis, superseded_by

FIRST, SECOND, THIRD = (
    LegalBasis(
        key, type="Quy định", symbol=symbol, title="thi hành Điều lệ Đảng", issuer="Trung ương",
        issued=since, since=since, until=until, replaced_by=following,
    )
    for key, symbol, since, until, following in (
        ("first", "24-QĐ/TW", date(2021, 7, 30), date(2025, 1, 19), "second"),
        ("second", "232-QĐ/TW", date(2025, 1, 20), date(2025, 6, 30), "third"),
        ("third", "294-QĐ/TW", date(2025, 7, 1), None, ""),
    )
)  # fmt: skip
BASES = {basis.key: basis for basis in (FIRST, SECOND, THIRD)}


@pytest.mark.parametrize(
    ("basis", "on", "in_force", "following"),
    [
        (FIRST, date(2021, 7, 29), False, None),
        (FIRST, date(2021, 7, 30), True, None),
        (FIRST, date(2025, 1, 19), True, None),
        (FIRST, date(2025, 1, 20), False, SECOND),
        (FIRST, date(2026, 1, 1), False, THIRD),
        (THIRD, date(2026, 1, 1), True, None),
    ],
)
def test_an_act_is_in_force_for_its_days_and_then_another_is(basis, on, in_force, following):
    assert basis.in_force(on) is in_force
    assert superseded_by(basis, BASES, on) is following
