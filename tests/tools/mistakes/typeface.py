"""Tools of the tests: other fonts, other colours."""

from __future__ import annotations

from typing import Any

from mistakes.row import Row

_CODE = "PD.FONT"
_NQ, _BCS, _QD, _BB = (
    "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang", "quyet_dinh_ban_hanh_quy_che", "bien_ban",
)  # fmt: skip
_ANNEXES = "ke_hoach_co_phu_luc"
_Parts = dict[str, bytes]


def _look(element: str, **look: Any) -> dict[str, Any]:
    return {"look": {element: look}}


def _of_theme(parts: _Parts) -> _Parts:
    """The first run that names a font asks for the one of the theme."""
    text = parts["word/document.xml"]
    named = b'w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
    themed = b'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
    assert named in text
    return {**parts, "word/document.xml": text.replace(named, themed)}


def _without_fonts(parts: _Parts) -> _Parts:
    """No run names a font: what the styles of a new file say is printed."""
    text = parts["word/document.xml"]
    named = b'w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
    return {**parts, "word/document.xml": text.replace(named, b"")}


ROWS = (
    Row("Arial khắp nơi", _CODE, _NQ, _look("*", font="Arial"), mends=True),
    Row("Arial khắp nơi", _CODE, _BCS, _look("*", font="Arial"), "tabs", mends=True),
    Row("Calibri khắp nơi", _CODE, _BB, _look("*", font="Calibri"), "breaks", mends=True),
    Row("Cambria trong nội dung", _CODE, _QD, _look("noi_dung", font="Cambria"), "plain",
        mends=True),
    Row("Arial ở một khoản", _CODE, _NQ, _look("khoan#2", font="Arial"), "numbered", mends=True),
    Row("Arial ở số trang", _CODE, _NQ, _look("so_trang", font="Arial"), mends=True),
    Row("Tahoma trong bảng", _CODE, _ANNEXES, _look("bang", font="Tahoma"), mends=True),
    Row(".VnTime", _CODE, _NQ, _look("noi_dung", font=".VnTime")),
    Row("VNI-Times", _CODE, _BCS, _look("noi_dung", font="VNI-Times"), "tabs"),
    Row("phông theo chủ đề", _CODE, _BB, raw=_of_theme, mends=True),
    Row("phông theo kiểu", _CODE, _NQ, {}, "plain", raw=_without_fonts, mends=True),
    Row("chữ xanh", _CODE, _NQ, _look("noi_dung", colour="0070C0"), mends=True),
    Row("tên loại đỏ", _CODE, _BCS, _look("ten_loai", colour="FF0000"), "tabs", mends=True),
    Row("chữ xám", _CODE, _BB, _look("*", colour="333333"), "plain", mends=True),
)  # fmt: skip
