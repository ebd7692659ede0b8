"""Tools of the tests: bases that are no longer in force."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mistakes.row import Row

_CODE = "PD.LEGAL.REPEALED"
_QD, _NQ, _BCS, _TTR = (
    "quyet_dinh_ban_hanh_quy_che", "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang", "to_trinh",
)  # fmt: skip
_Lines = tuple[str, ...]


def _rests_on(basis: str) -> dict[str, Callable[[_Lines], _Lines]]:
    """One basis more, before the last."""
    return {"can_cu": lambda bases: (*bases[:-1], f"- Căn cứ {basis};", bases[-1])}


def _first_paragraph(old: str, new: str) -> dict[str, Any]:
    def body(parts: Any) -> Any:
        (kind, text), *others = parts
        assert old in text
        return ((kind, text.replace(old, new)), *others)

    return {"body": body}


ROWS = (
    Row("24-QĐ/TW", _CODE, _NQ, _rests_on(
        "Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương về thi hành Điều lệ "
        "Đảng")),
    Row("294-QĐ/TW", _CODE, _NQ, _rests_on(
        "Quy định số 294-QĐ/TW, ngày 26/5/2025 của Ban Chấp hành Trung ương về thi hành Điều lệ "
        "Đảng"), "tabs"),
    Row("20-QĐ/TW", _CODE, "quy_che_lam_viec", _rests_on(
        "Quy định số 20-QĐ/TW, ngày 08/4/2026 của Ban Chấp hành Trung ương"), "plain"),
    Row("22-QĐ/TW", _CODE, _NQ, _rests_on(
        "Quy định số 22-QĐ/TW, ngày 28/7/2021 của Ban Chấp hành Trung ương về công tác kiểm tra, "
        "giám sát và kỷ luật của Đảng"), "breaks"),
    Row("37-QĐ/TW", _CODE, _NQ, _rests_on(
        "Quy định số 37-QĐ/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương về những điều đảng "
        "viên không được làm"), "numbered"),
    Row("66-QĐ/TW", _CODE, _QD, _rests_on(
        "Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư về thể loại, thẩm quyền ban hành và "
        "thể thức văn bản của Đảng")),
    Row("29-QĐ/TW năm 2024", _CODE, _BCS, _rests_on(
        "Quy định số 29-QĐ/TW, ngày 25/7/2016 của Ban Chấp hành Trung ương về thi hành Điều lệ "
        "Đảng"), "plain"),
    Row("30-QĐ/TW năm 2024", _CODE, _BCS, _rests_on(
        "Quy định số 30-QĐ/TW, ngày 26/7/2016 của Ban Chấp hành Trung ương về công tác kiểm tra, "
        "giám sát, kỷ luật của Đảng"), "tabs"),
    Row("trong câu mở đầu", _CODE, _TTR, _first_paragraph(
        "số 208-QĐ/TW, ngày 26/7/2026", "số 24-QĐ/TW, ngày 30/7/2021")),
)  # fmt: skip
