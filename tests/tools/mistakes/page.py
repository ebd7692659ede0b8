"""Tools of the tests: mistakes of paper, margins and page numbers."""

from __future__ import annotations

from mistakes.row import Row

_MARGIN = "PD.PAGE.MARGIN"
ROWS = (
    Row("lề trái 25 mm", _MARGIN, "nghi_quyet_dang_uy", {"page": {"left": 25}}, mends=True),
    Row("lề phải 20 mm", _MARGIN, "cong_van", {"page": {"right": 20}}, "plain", mends=True),
    Row("lề trên 25 mm", _MARGIN, "bien_ban", {"page": {"top": 25}}, "tabs", mends=True),
)
