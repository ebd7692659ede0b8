"""Tools of the tests: mistakes of the list of who receives (nơi nhận)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mistakes.row import Row

_LABEL, _LIST, _LUU, _SAME = "PD.CC.LABEL", "PD.CC.LIST", "PD.CC.LUU", "PD.CC.NHUTREN"
_NQ, _BCS = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang"
_QD, _CV, _TTR = "quyet_dinh_ban_hanh_quy_che", "cong_van", "to_trinh"
_CV36 = "cong_van_hd36"
_Lines = tuple[str, ...]


def _at(place: int, old: str, new: str) -> dict[str, Callable[[_Lines], _Lines]]:
    """One line with a text in the place of another."""

    def change(lines: _Lines) -> _Lines:
        assert old in lines[place]
        changed = list(lines)
        changed[place] = changed[place].replace(old, new, 1)
        return tuple(changed)

    return {"noi_nhan": change}


def _without(place: int) -> dict[str, Callable[[_Lines], _Lines]]:
    return {"noi_nhan": lambda lines: (*lines[:place], *lines[place:][1:])}


def _label(text: str) -> dict[str, Any]:
    return {"noi_nhan_nhan": text}


def _look(element: str, **look: Any) -> dict[str, Any]:
    return {"look": {element: look}}


_RIGHT = "Nơi nhận:"
ROWS = (
    Row("không có nơi nhận", _LABEL, _NQ, {"noi_nhan": ()}),
    Row("không có nơi nhận", _LABEL, _BCS, {"noi_nhan": ()}, "tabs"),
    Row("thiếu dấu hai chấm", _LABEL, _NQ, _label("Nơi nhận"), mends=True, after=_RIGHT),
    Row("thiếu dấu hai chấm", _LABEL, _BCS, _label("Nơi nhận"), "tabs", mends=True, after=_RIGHT),
    Row("in hoa", _LABEL, _CV, _label("NƠI NHẬN:"), "plain", mends=True, after=_RIGHT),
    Row("cách trước dấu", _LABEL, _QD, _label("Nơi nhận :"), "breaks", mends=True, after=_RIGHT),
    Row("Nơi gửi", _LABEL, _BCS, _label("Nơi gửi:"), "tabs", mends=True, after=_RIGHT),
    Row("không gạch chân", _LABEL, _NQ, _look("noi_nhan", underline=False), mends=True),
    Row("không gạch chân", _LABEL, _BCS, _look("noi_nhan", underline=False), "plain", mends=True),
    Row("như Nghị định 30", _LABEL, _CV, _look("noi_nhan", bold=True, italic=True, size=12,
        underline=False), "tabs", mends=True),
    Row("đậm", _LABEL, _TTR, _look("noi_nhan", bold=True), "breaks", mends=True),
    Row("cỡ chữ 12", _LABEL, _QD, _look("noi_nhan", size=12), "numbered", mends=True),
    Row("viết liền", _LABEL, _NQ, _label("Nơi nhận: - Bộ Tư lệnh (báo cáo);")),
    Row("viết liền", _LABEL, _QD, _label("Nơi nhận: - Bộ Tư lệnh (báo cáo);"), "breaks"),
    Row("hết bằng dấu phẩy", _LIST, _NQ, _at(1, ";", ","), mends=True, after="Tổ chức Tỉnh uỷ;"),
    Row("hết bằng chấm phẩy theo HD36", _LIST, _BCS, _at(0, ",", ";"), "tabs", mends=True,
        after="Tỉnh uỷ (báo cáo),"),
    Row("hết bằng chấm phẩy theo HD36", _LIST, _CV36, _at(1, ",", ";"), mends=True,
        after="Huyện uỷ (báo cáo),"),
    Row("không có dấu", _LIST, _TTR, _at(1, ";", ""), "plain", mends=True, after="Thường vụ;"),
    Row("dòng cuối hết bằng chấm phẩy", _LIST, _CV, _at(-1, ".", ";"), "breaks", mends=True,
        after="Lưu Văn phòng Đảng uỷ."),
    Row("dòng cuối hết bằng ./.", _LIST, _QD, _at(-1, ".", "./."), mends=True,
        after="Lưu Văn phòng Đảng uỷ."),
    Row("dòng cuối không có dấu", _LIST, _NQ, _at(-1, ".", ""), "numbered", mends=True,
        after="Lưu Văn phòng Đảng uỷ."),
    Row("dấu cộng", _LIST, _NQ, _at(2, "- ", "+ "), mends=True, after="- Các đồng chí"),
    Row("gạch dài", _LIST, _BCS, _at(1, "- ", "– "), "plain", mends=True, after="- Các đồng chí"),
    Row("gạch liền chữ", _LIST, _CV, _at(0, "- ", "-"), "tabs", mends=True, after="- Như trên;"),
    Row("không có gạch", _LIST, _TTR, _at(1, "- ", ""), mends=True, after="- Các đồng chí"),
    Row("hai nơi một dòng", _LIST, _NQ, _at(0, ";", "; - Thường trực Tỉnh uỷ;"), "breaks"),
    Row("cỡ chữ 11", _LIST, _NQ, _look("noi_nhan_dong", size=11), mends=True),
    Row("cỡ chữ 14", _LIST, _BCS, _look("noi_nhan_dong", size=14), "tabs", mends=True),
    Row("nghiêng", _LIST, _CV, _look("noi_nhan_dong", italic=True), "plain", mends=True),
    Row("một dòng đậm", _LIST, _QD, _look("noi_nhan_dong#2", bold=True), "breaks", mends=True),
    Row("căn giữa", _LIST, _TTR, _look("noi_nhan_dong", align="center"), mends=True),
    Row("Lưu: VT", _LUU, _NQ, _at(-1, "Lưu Văn phòng Đảng uỷ", "Lưu: VT")),
    Row("Lưu: VT, ĐU", _LUU, _CV, _at(-1, "Lưu Văn phòng Đảng uỷ", "Lưu: VT, ĐU"), "tabs"),
    Row("Lưu VT", _LUU, _BCS, _at(-1, "Lưu Văn phòng", "Lưu VT"), "plain"),
    Row("Lưu: Văn phòng", _LUU, _TTR, _at(-1, "Lưu", "Lưu:"), "breaks", mends=True,
        after="- Lưu Văn phòng Đảng uỷ."),
    Row("Lưu: Văn phòng", _LUU, _CV36, _at(-1, "Lưu", "Lưu:"), mends=True,
        after="- Lưu Văn phòng Huyện uỷ."),
    Row("không có dòng lưu", _LUU, _QD, _without(-1)),
    Row("không có dòng lưu", _LUU, _BCS, _without(-1), "tabs"),
    Row("lưu không ở cuối", _LUU, _NQ, {"noi_nhan": lambda lines: (lines[-1], *lines[:-1])}),
    Row("thiếu Như trên", _SAME, _CV, _without(0)),
    Row("thiếu Như trên", _SAME, _TTR, _without(0), "tabs"),
    Row("thiếu Như trên", _SAME, _CV36, _without(0), "plain"),
    Row("Như kính gửi", _SAME, _CV, _at(0, "Như trên", "Như kính gửi"), "breaks"),
)  # fmt: skip
