"""Shares and changes in per cent: exact, in Vietnamese figures, nothing where nothing can be."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.domain.ratios import change, percent
from docgen.domain.vietnamese import parse_decimal

D = Decimal


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [
        (D("61.2"), D("82.15"), "74,5"),
        (14, 40, "35"),
        (1, 3, "33,33"),
        (2, 3, "66,67"),
        (1, 800, "0,13"),
        (1, 1000, "0,1"),
        (0, 7, "0"),
        (-1, 3, "-33,33"),
        (12_345, 1, "1.234.500"),
        (1, 0, ""),
        (1, -2, ""),
        (None, 2, ""),
        (2, None, ""),
    ],
)
def test_a_part_in_per_cent_of_the_whole(part, whole, written):
    assert percent(part, whole) == written


@pytest.mark.parametrize(
    ("now", "before", "written"),
    [
        (14, 12, "+16,67"),
        (14, 17, "-17,65"),
        (D("61.2"), D("58.4"), "+4,79"),
        (5, 5, "0"),
        (0, 5, "-100"),
        (100_001, 100_000, "0"),
        (5, 0, ""),
        (5, -1, ""),
        (None, 5, ""),
        (5, None, ""),
    ],
)
def test_a_change_in_per_cent_of_what_was(now, before, written):
    assert change(now, before) == written


@given(st.decimals(0, 10**9, places=3), st.decimals(D("0.001"), 10**9, places=3))
def test_a_share_is_never_off_by_more_than_half_of_its_last_place(part, whole):
    exact = 100 * Fraction(part) / Fraction(whole)
    assert abs(Fraction(parse_decimal(percent(part, whole))) - exact) <= Fraction(1, 200)
