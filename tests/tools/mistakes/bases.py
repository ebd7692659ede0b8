"""Tools of the tests: mistakes of the bases (căn cứ)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mistakes.row import Row

_CODE = "PD.BASIS"
_PARTY, _GROUP = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang"
_RULED = "quyet_dinh_ban_hanh_quy_che"


def _at(place: int, old: str, new: str) -> dict[str, Callable[[Any], Any]]:
    """One basis with a text in the place of another."""

    def change(bases: tuple[str, ...]) -> tuple[str, ...]:
        assert old in bases[place]
        changed = list(bases)
        changed[place] = changed[place].replace(old, new, 1)
        return tuple(changed)

    return {"can_cu": change}


def _looks(**look: Any) -> dict[str, Any]:
    return {"look": {"can_cu#2": look}}


def _again(bases: tuple[str, ...]) -> tuple[str, ...]:
    return bases[0], bases[0], *bases[1:]


ROWS = (
    Row("không có gạch nối", _CODE, _PARTY, _at(0, "- ", ""), mends=True, after="- Căn cứ Điều lệ"),
    Row("gạch dài", _CODE, _RULED, _at(1, "- ", "– "), "tabs", mends=True, after="- Căn cứ Quy"),
    Row("dấu cộng", _CODE, _GROUP, _at(0, "- ", "+ "), "plain", mends=True, after="- Căn cứ Quy"),
    Row("gạch liền chữ", _CODE, _PARTY, _at(2, "- ", "-"), "breaks", mends=True, after="- Xét Báo"),
    Row("hết bằng dấu phẩy", _CODE, _PARTY, _at(0, ";", ","), mends=True, after="Điều lệ Đảng;"),
    Row("hết không có dấu", _CODE, _GROUP, _at(0, ";", ""), mends=True, after="2021 - 2026;"),
    Row("hết bằng dấu chấm", _CODE, _RULED, _at(2, ";", "."), "plain", mends=True, after="4;"),
    Row("cuối có dấu phẩy", _CODE, _RULED, _at(-1, ".", ","), mends=True, after="uỷ xã."),
    Row("cuối có dấu chấm phẩy", _CODE, _PARTY, _at(-1, ".", ";"), mends=True, after="năm 2026."),
    Row("cuối không có dấu", _CODE, _RULED, _at(-1, ".", ""), "tabs", mends=True, after="uỷ xã."),
    Row("HD36: cuối có chấm phẩy", _CODE, _GROUP, _at(-1, ",", ";"), mends=True, after="năm 2024,"),
    Row("HD36: cuối có dấu chấm", _CODE, _GROUP, _at(-1, ",", "."), "tabs", mends=True,
        after="năm 2024,"),
    Row("thiếu «số»", _CODE, _RULED, _at(1, "số 208", "208")),
    Row("HD36: thiếu «số»", _CODE, _GROUP, _at(1, "số 12", "12"), "plain"),
    Row("hai chấm sau «số»", _CODE, _PARTY, _at(2, "số 58", "số: 58"), mends=True, after="số 58"),
    Row("thiếu phẩy trước «ngày»", _CODE, _RULED, _at(1, "TW, ngày", "TW ngày"), mends=True,
        after="208-QĐ/TW, ngày 26"),
    Row("HD36: thiếu phẩy trước «ngày»", _CODE, _GROUP, _at(1, "BCSĐ, ngày", "BCSĐ ngày"), "tabs",
        mends=True, after="BCSĐ, ngày 01"),
    Row("tháng thừa số 0", _CODE, _RULED, _at(1, "26/7", "26/07"), mends=True, after="26/7/"),
    Row("ngày thiếu số 0", _CODE, _GROUP, _at(1, "01/4", "1/4"), "breaks", mends=True,
        after="01/4/2024"),
    Row("tháng 1 thiếu số 0", _CODE, _PARTY, _at(2, "28/9", "28/1"), mends=True, after="28/01/"),
    Row("căn cứ nêu hai lần", _CODE, _PARTY, {"can_cu": _again}),
    Row("HD36: căn cứ nêu hai lần", _CODE, _GROUP, {"can_cu": _again}, "tabs"),
    Row("hai căn cứ một dòng", _CODE, _RULED,
        _at(0, "Đảng;", "Đảng; căn cứ Quy chế làm việc của Ban Chấp hành;")),
    Row("chữ nghiêng", _CODE, _PARTY, _looks(italic=True), mends=True),
    Row("HD36: chữ nghiêng", _CODE, _GROUP, _looks(italic=True), "tabs", mends=True),
    Row("chữ đậm", _CODE, _RULED, _looks(bold=True), "plain", mends=True),
    Row("cỡ chữ 13", _CODE, _PARTY, _looks(size=13), "numbered", mends=True),
    Row("căn trái", _CODE, _GROUP, _looks(align="left"), mends=True),
)  # fmt: skip
