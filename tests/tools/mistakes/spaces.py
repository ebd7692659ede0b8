"""Tools of the tests: spaces too many and too few."""

from __future__ import annotations

from mistakes.row import Row, in_attached, in_body

_CODE = "PD.TEXT.SPACE"
_NQ, _BCS = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang"
_QD, _CV, _TTR, _BB = "quyet_dinh_ban_hanh_quy_che", "cong_van", "to_trinh", "bien_ban"
_BASIS = {"can_cu": lambda bases: ("- Căn cứ  Điều lệ Đảng;", *bases[1:])}

ROWS = (
    Row("hai dấu cách", _CODE, _NQ, in_body("được quan tâm", "được  quan tâm"), mends=True,
        after="được quan tâm"),
    Row("HD36: hai dấu cách", _CODE, _BCS, in_body("rà soát từng", "rà soát  từng"), "tabs",
        mends=True, after="rà soát từng"),
    Row("hai dấu cách trong căn cứ", _CODE, _QD, _BASIS, mends=True, after="Căn cứ Điều lệ"),
    Row("dấu cách trước dấu phẩy", _CODE, _CV, in_body("chi bộ, đảng bộ", "chi bộ , đảng bộ"),
        "plain", mends=True, after="chi bộ, đảng bộ"),
    Row("dấu cách trước dấu chấm", _CODE, _TTR, in_body("quyết định.", "quyết định ."),
        mends=True, after="quyết định."),
    Row("thiếu dấu cách sau dấu phẩy", _CODE, _QD, in_attached("thất lạc, hư", "thất lạc,hư"),
        mends=True, after="thất lạc, hư"),
    Row("dấu cách trong ngoặc", _CODE, _BB, in_body("(tài liệu kèm theo)", "( tài liệu kèm theo )"),
        "breaks", mends=True, after="(tài liệu kèm theo)"),
)  # fmt: skip
