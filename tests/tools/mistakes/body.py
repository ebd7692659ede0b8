"""Tools of the tests: mistakes of the text's letters and of its last mark."""

from __future__ import annotations

from typing import Any

from mistakes.row import Row, in_attached, in_body

_CODE = "PD.BODY"
_NQ, _BCS = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang"
_QD, _CV, _TTR, _BB = "quyet_dinh_ban_hanh_quy_che", "cong_van", "to_trinh", "bien_ban"


def _text(**look: Any) -> dict[str, Any]:
    return {"look": {"noi_dung": look}}


def _one(element: str, **look: Any) -> dict[str, Any]:
    return {"look": {element: look}}


ROWS = (
    Row("cỡ chữ 13", _CODE, _NQ, _text(size=13), mends=True),
    Row("cỡ chữ 16", _CODE, _CV, _text(size=16), "tabs", mends=True),
    Row("cỡ chữ 13 cả tiêu đề mục", _CODE, _BB,
        {"look": {name: {"size": 13} for name in ("noi_dung", "de_muc")}}, mends=True),
    Row("HD36: cỡ chữ 13", _CODE, _BCS, _text(size=13), "plain", mends=True),
    Row("một đoạn cỡ chữ 12", _CODE, _TTR, _one("noi_dung#2", size=12), "bordered", mends=True),
    Row("một đoạn cỡ chữ 15", _CODE, _NQ, _one("diem#2", size=15), mends=True),
    Row("căn trái", _CODE, _NQ, _text(align="left"), mends=True),
    Row("căn trái", _CODE, _QD, _text(align="left"), "numbered", mends=True),
    Row("HD36: căn trái", _CODE, _BCS, _text(align="left"), "tabs", mends=True),
    Row("một đoạn căn trái", _CODE, _BB, _one("noi_dung#2", align="left"), "plain", mends=True),
    Row("một đoạn căn giữa", _CODE, _TTR, _one("noi_dung#2", align="center"), mends=True),
    Row("chữ đậm", _CODE, _QD, _text(bold=True), mends=True),
    Row("một đoạn chữ đậm", _CODE, _NQ, _one("noi_dung#1", bold=True), "tabs", mends=True),
    Row("chữ nghiêng", _CODE, _CV, _text(italic=True), mends=True),
    Row("một gạch chữ nghiêng", _CODE, _BB, _one("gach#1", italic=True), "breaks", mends=True),
    Row("gạch chân", _CODE, _TTR, _one("noi_dung#1", underline=True), mends=True),
    Row("HD36: chữ nghiêng", _CODE, _BCS, _text(italic=True), "bordered", mends=True),
    Row("hết bằng «./.»", _CODE, _NQ, in_body("trực thuộc.", "trực thuộc./."), mends=True,
        after="trực thuộc."),
    Row("hết bằng «./.»", _CODE, _CV, in_body("hướng dẫn.", "hướng dẫn./."), "tabs", mends=True,
        after="hướng dẫn."),
    Row("hết bằng «/.»", _CODE, _BB, in_body("cùng ngày.", "cùng ngày /."), "plain", mends=True,
        after="cùng ngày."),
    Row("HD36: hết bằng «./.»", _CODE, _BCS, in_body("Nghị quyết này.", "Nghị quyết này./."),
        mends=True, after="Nghị quyết này."),
    Row("quy chế hết bằng «./.»", _CODE, _QD, in_attached("xem xét.", "xem xét./."), mends=True,
        after="xem xét."),
    Row("hết không có dấu", _CODE, _TTR, in_body("quyết định.", "quyết định"), mends=True,
        after="quyết định."),
    Row("hết bằng chấm phẩy", _CODE, _QD, in_body("ngày ký.", "ngày ký;"), "tabs", mends=True,
        after="ngày ký."),
    Row("HD36: hết không có dấu", _CODE, _BCS, in_body("Nghị quyết này.", "Nghị quyết này"),
        "breaks", mends=True, after="Nghị quyết này."),
)  # fmt: skip
