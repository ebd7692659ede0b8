"""Tools of the tests: mistakes of the bodies in the head and of the star under them."""

from __future__ import annotations

from mistakes.row import Row

_PARENT, _ISSUER, _STAR = "PD.HDR.PARENT", "PD.HDR.ISSUER", "PD.HDR.STAR"
_NQ, _BCS = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang"
_QD, _CV, _TTR, _BB = "quyet_dinh_ban_hanh_quy_che", "cong_van", "to_trinh", "bien_ban"


def _parent(**look: object) -> dict[str, object]:
    return {"look": {"co_quan_cap_tren": look}}


def _issuer(**look: object) -> dict[str, object]:
    return {"look": {"co_quan_ban_hanh": look}}


def _star(**look: object) -> dict[str, object]:
    return {"look": {"dau_sao": look}}


def _above(*lines: str) -> dict[str, object]:
    return {"co_quan_cap_tren": lines}


def _named(*lines: str) -> dict[str, object]:
    return {"co_quan_ban_hanh": lines}


ROWS = (
    Row("tỉnh uỷ trên đảng uỷ phường", _PARENT, _NQ, _above("TỈNH UỶ QUẢNG TRỊ")),
    Row("tỉnh uỷ trên đảng uỷ xã", _PARENT, _QD, _above("TỈNH UỶ NGHỆ AN"), "tabs"),
    Row("đảng uỷ trên đảng uỷ", _PARENT, _CV, _above("ĐẢNG UỶ TỈNH QUẢNG TRỊ"), "plain"),
    Row("đảng bộ trên ban cán sự đảng", _PARENT, _BCS, _above("ĐẢNG BỘ TỈNH QUẢNG TRỊ")),
    Row("thiếu tên cấp trên", _PARENT, _NQ, _above()),
    Row("thiếu tên cấp trên", _PARENT, _TTR, _above(), "tabs"),
    Row("thiếu tên cấp trên", _PARENT, _BCS, _above(), "bordered"),
    Row("đậm", _PARENT, _BB, _parent(bold=True), mends=True),
    Row("đậm", _PARENT, _BCS, _parent(bold=True), "tabs", mends=True),
    Row("cỡ chữ 13", _PARENT, _CV, _parent(size=13), "breaks", mends=True),
    Row("căn trái", _PARENT, _NQ, _parent(align="left"), mends=True),
    Row("chữ thường", _PARENT, _TTR, _above("Đảng bộ tỉnh Nghệ An"), mends=True),
    Row("ban thường vụ", _ISSUER, _NQ, _named("BAN THƯỜNG VỤ ĐẢNG UỶ", "PHƯỜNG NAM ĐÔNG HÀ")),
    Row("ban thường vụ", _ISSUER, _TTR, _named("BAN THƯỜNG VỤ"), "tabs"),
    Row("ban chấp hành", _ISSUER, _QD, _named("BAN CHẤP HÀNH ĐẢNG BỘ XÃ AN THÀNH"), "plain"),
    Row("đảng bộ", _ISSUER, _BB, _named("ĐẢNG BỘ PHƯỜNG", "NAM ĐÔNG HÀ")),
    Row("thiếu tên cơ quan", _ISSUER, _CV, {**_above(), **_named()}),
    Row("không đậm", _ISSUER, _NQ, _issuer(bold=False), mends=True),
    Row("không đậm dòng đầu", _ISSUER, _CV, {"look": {"co_quan_ban_hanh#1": {"bold": False}}},
        mends=True),
    Row("không đậm", _ISSUER, _BCS, _issuer(bold=False), "tabs", mends=True),
    Row("cỡ chữ 15", _ISSUER, _BCS, _issuer(size=15), "numbered", mends=True),
    Row("nghiêng", _ISSUER, _BB, _issuer(italic=True), "breaks", mends=True),
    Row("căn trái", _ISSUER, _TTR, _issuer(align="left"), "plain", mends=True),
    Row("chữ thường", _ISSUER, _QD, _named("Đảng uỷ xã An Thành"), mends=True),
    Row("thiếu", _STAR, _NQ, {"dau_sao": ""}, mends=True, after="NAM ĐÔNG HÀ\n*\nSố 12"),
    Row("thiếu", _STAR, _BCS, {"dau_sao": ""}, "plain", mends=True, after="DÂN TỈNH\n*\n"),
    Row("thiếu", _STAR, _CV, {"dau_sao": ""}, "tabs"),
    Row("gạch thay dấu sao", _STAR, _BB, {"dau_sao": "-------"}, mends=True, after="\n*\n"),
    Row("gạch thay dấu sao", _STAR, _QD, {"dau_sao": "_______"}, "plain", mends=True,
        after="\n*\n"),
    Row("nhiều dấu sao", _STAR, _TTR, {"dau_sao": "***"}, "tabs", mends=True, after="\t*"),
    Row("dấu khác", _STAR, _BCS, {"dau_sao": "•"}, mends=True, after="\n*\n"),
    Row("sau tên cơ quan", _STAR, _QD, {"dau_sao": "", **_named("ĐẢNG UỶ XÃ AN THÀNH *")},
        mends=True, after="AN THÀNH\n*\nSố 05"),
    Row("sau tên cơ quan", _STAR, _TTR, {"dau_sao": "", **_named("ĐẢNG UỶ XÃ AN THÀNH *")}, "tabs"),
    Row("căn trái", _STAR, _NQ, _star(align="left"), mends=True),
    Row("cỡ chữ 20", _STAR, _BCS, _star(size=20), "numbered", mends=True),
)  # fmt: skip
