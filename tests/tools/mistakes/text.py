"""Tools of the tests: letters and spellings of the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from handtyped.paper import Body
from mistakes.row import Row

_NFC, _UY, _SPELL = "PD.TEXT.NFC", "PD.TEXT.UY", "PD.TEXT.SPELL"
_NQ, _BCS, _CV = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang", "cong_van"
_QD, _BB, _TTR36 = "quyet_dinh_ban_hanh_quy_che", "bien_ban", "to_trinh_hd36"
_Parts = dict[str, bytes]


def _last(change: Callable[[str], str]) -> dict[str, Callable[[Body], Body]]:
    """The last part of the text, changed."""

    def body(parts: Body) -> Body:
        *others, (kind, text) = parts
        assert change(text) != text
        return (*others, (kind, change(text)))

    return {"body": body}


def _says(text: str) -> dict[str, Callable[[Body], Body]]:
    """A sentence more at the end of the text."""
    return {"body": lambda parts: (*parts, ("p", text))}


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _all_decomposed(parts: _Parts) -> _Parts:
    text = _decomposed(parts["word/document.xml"].decode())
    return {**parts, "word/document.xml": text.encode()}


def _each(change: Callable[[str], str]) -> Callable[[Any], Any]:
    return lambda lines: tuple(change(line) for line in lines)


ROWS = (
    Row("dấu tổ hợp", _NFC, _NQ, _last(_decomposed), mends=True),
    Row("dấu tổ hợp", _NFC, _BCS, _last(_decomposed), "tabs", mends=True),
    Row("dấu tổ hợp ở đầu văn bản", _NFC, _CV, {"so_ky_hieu": _decomposed}, "plain", mends=True),
    Row("dấu tổ hợp ở nơi nhận", _NFC, _QD, {"noi_nhan": _each(_decomposed)}, "breaks",
        mends=True),
    Row("cả văn bản", _NFC, _BB, raw=_all_decomposed, mends=True),
    Row("cả văn bản", _NFC, _TTR36, {}, "numbered", raw=_all_decomposed, mends=True),
    Row("chữ Ð của tiếng Băng Đảo", _NFC, _NQ, {"co_quan_cap_tren": _each(
        lambda text: text.replace("Đ", "\u00d0"))}, mends=True),
    Row("ký tự ẩn", _NFC, _BCS, _last(lambda text: text.replace(" ", "\u200b ", 1)), mends=True),
    Row("ủy lẫn với uỷ", _UY, _NQ, _says("Văn phòng Đảng ủy phường theo dõi.")),
    Row("ủy lẫn với uỷ", _UY, _BCS, _says("Văn phòng Ủy ban nhân dân tỉnh theo dõi."), "tabs"),
    Row("ủy lẫn với uỷ", _UY, _CV, _says("Văn phòng Đảng ủy phường theo dõi."), "plain"),
    Row("ỦY lẫn với uỷ", _UY, _NQ, {"co_quan_ban_hanh": ("ĐẢNG ỦY PHƯỜNG", "NAM ĐÔNG HÀ")}),
    Row("Đảng cộng sản", _SPELL, _NQ, _says("Chào mừng Đảng cộng sản Việt Nam."), mends=True,
        after="Đảng Cộng sản Việt Nam."),
    Row("Đảng Cộng Sản", _SPELL, _BCS, _says("Chào mừng Đảng Cộng Sản Việt Nam."), "tabs",
        mends=True, after="Đảng Cộng sản Việt Nam."),
    Row("Điều lệ đảng", _SPELL, _QD, {"can_cu": _each(
        lambda text: text.replace("Căn cứ Điều lệ Đảng", "Căn cứ Điều lệ đảng"))}, "plain",
        mends=True, after="Căn cứ Điều lệ Đảng"),
    Row("Bộ chính trị", _SPELL, _CV, _says("Báo cáo Bộ chính trị, Ban bí thư."), "breaks",
        mends=True, after="Bộ Chính trị, Ban Bí thư."),
)  # fmt: skip
