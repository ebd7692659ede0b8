"""How the number and symbol of a paper are written."""

import pytest

from docgen.domain.numbering import number_and_symbol


@pytest.mark.parametrize(
    ("number", "symbol", "body", "expected"),
    [
        (5, "NQ", "ĐU", "Số 05-NQ/ĐU"),
        (7, "BB", "BCSĐ", "Số 07-BB/BCSĐ"),
        (12, "BC", "BCSĐ", "Số 12-BC/BCSĐ"),
        (686, "CV", "VPTU", "Số 686-CV/VPTU"),
        (5, "QC", "BTCTU-BNCTU", "Số 05-QC/BTCTU-BNCTU"),
        (None, "NQ", "ĐU", "Số      -NQ/ĐU"),
    ],
)
def test_number_and_symbol(number, symbol, body, expected):
    assert number_and_symbol(number, symbol, body) == expected
