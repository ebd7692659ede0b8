"""Tools of the tests: mistakes of how paragraphs are set: indent, gaps, lines."""

from __future__ import annotations

from typing import Any

from mistakes.row import Row, in_attached, in_body
from spoil import typed_behind

_INDENT, _GAP, _LINE = "PD.BODY.INDENT", "PD.BODY.SPACING", "PD.BODY.LINE"
_NQ, _BCS = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang"
_QD, _CV, _TTR, _BB = "quyet_dinh_ban_hanh_quy_che", "cong_van", "to_trinh", "bien_ban"
_WORDS = "Địa điểm: Hội trường Đảng uỷ phường."
_POINT = "a) Tài liệu đã được lập hồ sơ;"


def _text(**look: Any) -> dict[str, Any]:
    return {"look": {"noi_dung": look}}


def _all(**look: Any) -> dict[str, Any]:
    return {"look": dict.fromkeys(("noi_dung", "can_cu", "dieu", "de_muc"), look)}


ROWS = (
    Row("không lùi đầu dòng", _INDENT, _NQ, _text(first_line=0), mends=True),
    Row("HD36: không lùi đầu dòng", _INDENT, _BCS, _all(first_line=0), "tabs", mends=True),
    Row("lùi 20 mm", _INDENT, _CV, _text(first_line=20), "plain", mends=True),
    Row("lùi 5 mm", _INDENT, _QD, {"look": {"dieu": {"first_line": 5}}}, mends=True),
    Row("căn cứ không lùi", _INDENT, _QD, {"look": {"can_cu": {"first_line": 0}}}, mends=True),
    Row("cả đoạn lùi", _INDENT, _TTR, _text(left=10, first_line=0), "breaks", mends=True),
    Row("treo dòng", _INDENT, _BB, {"look": {"gach": {"left": 12, "first_line": -6}}}, mends=True),
    Row("gõ bằng Tab", _INDENT, _BB, in_body(_WORDS, f"\t{_WORDS}"), mends=True),
    Row("gõ bằng dấu cách", _INDENT, _QD, in_attached(_POINT, f"      {_POINT}"), mends=True),
    Row("không giãn đoạn", _GAP, _NQ, _text(after=0), mends=True),
    Row("giãn đoạn 3 pt", _GAP, _CV, _text(after=3), "tabs", mends=True),
    Row("HD36: không giãn đoạn", _GAP, _BCS, _all(after=0), "plain", mends=True),
    Row("3 pt trên, 3 pt dưới", _GAP, _TTR, _text(after=3, before=3), mends=True),
    Row("căn cứ không giãn", _GAP, _QD, {"look": {"can_cu": {"after": 0}}}, mends=True),
    Row("điều không giãn", _GAP, _QD, {"look": {"dieu": {"after": 0}}}, "numbered", mends=True),
    Row("dòng trống", _GAP, _BB, raw=typed_behind(_WORDS, ""), mends=True),
    Row("dòng trống", _GAP, _QD, raw=typed_behind(_POINT, "", ""), layout="tabs", mends=True),
    Row("giãn dòng đơn", _LINE, _NQ, _text(line=1.0, line_rule="auto"), mends=True),
    Row("giãn 1,5 dòng", _LINE, _CV, _text(line=1.5, line_rule="auto"), "tabs", mends=True),
    Row("HD36: giãn dòng đơn", _LINE, _BCS, _all(line=1.0, line_rule="auto"), mends=True),
    Row("Exactly 16 pt", _LINE, _QD, _text(line=16), "plain", mends=True),
    Row("Exactly 24 pt", _LINE, _TTR, _all(line=24), "bordered", mends=True),
    Row("HD36: Exactly 16 pt", _LINE, _BCS, _text(line=16), "breaks", mends=True),
    Row("At least 18 pt", _LINE, _BB, _text(line_rule="atLeast"), mends=True),
    Row("một đoạn giãn dòng đơn", _LINE, _NQ,
        {"look": {"khoan#2": {"line": 1.2, "line_rule": "auto"}}}, "numbered", mends=True),
)  # fmt: skip
