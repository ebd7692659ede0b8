"""Tools of the tests: mistakes of the title, of the line under it, and habits of the state."""

from __future__ import annotations

from collections.abc import Callable

from mistakes.row import Row
from spoil import typed_behind

_TITLE = "PD.HDR.TITLE"
_LINE = "PD.HDR.TITLE_RULE"
_STATE, _MOTTO = "PD.STATE.TITLE", "PD.STATE.MOTTO"
_SLIPS = "ĐẢNG CỘNG SẢN VIÊT NAM", "ĐẢNG CÔNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆ NAM"
_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_NATION = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_FREEDOM = "Độc lập - Tự do - Hạnh phúc"
_NQ, _BCS = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang"
_QD, _CV, _TTR, _BB = "quyet_dinh_ban_hanh_quy_che", "cong_van", "to_trinh", "bien_ban"
_KH = "ke_hoach"


def _drawn(old: str, new: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """The line under the title drawn otherwise."""

    def change(parts: dict[str, bytes]) -> dict[str, bytes]:
        text = parts["word/document.xml"].decode()
        assert old in text
        return {**parts, "word/document.xml": text.replace(old, new).encode()}

    return change


def _look(**look: object) -> dict[str, object]:
    return {"look": {"tieu_de": look}}


ROWS = (
    Row("thiếu tiêu đề", _TITLE, _NQ, {"tieu_de": ""}),
    Row("thiếu tiêu đề", _TITLE, _CV, {"tieu_de": ""}, "plain"),
    Row("thiếu tiêu đề", _TITLE, _BCS, {"tieu_de": ""}, "tabs"),
    Row("sai dấu", _TITLE, _QD, {"tieu_de": _SLIPS[0]}, mends=True, after=_PARTY),
    Row("sai dấu", _TITLE, _BCS, {"tieu_de": _SLIPS[1]}, "tabs", mends=True, after=_PARTY),
    Row("thiếu chữ", _TITLE, _BB, {"tieu_de": _SLIPS[2]}, "plain", mends=True, after=_PARTY),
    Row("chữ thường", _TITLE, _TTR, {"tieu_de": "Đảng Cộng sản Việt Nam"}, "bordered", mends=True),
    Row("cỡ chữ 14", _TITLE, _NQ, _look(size=14), "tabs", mends=True),
    Row("cỡ chữ 13", _TITLE, _BCS, _look(size=13), "breaks", mends=True),
    Row("không đậm", _TITLE, _CV, _look(bold=False), "numbered", mends=True),
    Row("nghiêng", _TITLE, _BB, _look(italic=True), "bordered", mends=True),
    Row("căn trái", _TITLE, _QD, _look(align="left"), "plain", mends=True),
    Row("không có đường kẻ", _LINE, _NQ, {"rule": "none"}, mends=True),
    Row("không có đường kẻ", _LINE, _TTR, {"rule": "none"}, "tabs"),
    Row("không có đường kẻ", _LINE, _BCS, {"rule": "none"}, "plain", mends=True),
    Row("không có đường kẻ", _LINE, _BB, {"rule": "none"}, "bordered", mends=True),
    Row("nét đứt", _LINE, _NQ, {}, raw=_drawn('w:val="single"', 'w:val="dashed"'), mends=True),
    Row("nét đôi", _LINE, _KH, {}, "plain", raw=_drawn('"single"', '"double"'), mends=True),
    Row("đường kẻ ngắn", _LINE, _NQ, {}, "tabs", raw=_drawn('cx="2628000"', 'cx="900000"')),
    Row("không có đường kẻ", _LINE, _CV, {"rule": "none"}, "breaks"),
    Row("gạch chân chữ", _LINE, _QD, {"rule": "none", **_look(underline=True)}, "bordered"),
    Row("gõ gạch dưới", _LINE, _BB, {"rule": "none"}, raw=typed_behind(_PARTY, "________")),
    Row("gõ gạch nối", _LINE, _BCS, {"rule": "none"}, raw=typed_behind(_PARTY, "----------")),
    Row("thay tiêu đề", _STATE, _NQ, {"tieu_de": _NATION}),
    Row("thay tiêu đề", _STATE, _QD, {"tieu_de": _NATION}, "tabs"),
    Row("cùng tiêu ngữ", _STATE, _BCS, {"tieu_de": _NATION}, raw=typed_behind(_NATION, _FREEDOM)),
    Row("cùng tiêu đề", _STATE, _BB, {}, raw=typed_behind(_PARTY, _NATION)),
    Row("dưới tiêu đề", _MOTTO, _NQ, {}, raw=typed_behind(_PARTY, _FREEDOM)),
    Row("dưới tiêu đề", _MOTTO, _BCS, {}, "plain", raw=typed_behind(_PARTY, _FREEDOM)),
    Row("dưới tiêu đề", _MOTTO, _CV, {}, "numbered", raw=typed_behind(_PARTY, _FREEDOM)),
)
