"""Tools of the tests: mistakes of marks: khẩn, phạm vi, dự thảo, người soạn thảo, liên hệ."""

from __future__ import annotations

from docgen.thethuc.xml import W, parse, serialised
from mistakes.row import Row
from spoil import typed_behind

_URGENT, _SCOPE, _DRAFT = "PD.URGENT", "PD.SCOPE", "PD.DRAFT"
_DRAFTER, _CONTACT = "PD.DRAFTER", "PD.CONTACT"
_TB, _KHAN, _BCS = "thong_bao", "cong_van_khan", "nghi_quyet_ban_can_su_dang"
_CTR, _CV, _QD36, _NQ = "du_thao_chuong_trinh", "cong_van", "quy_dinh_hd36", "nghi_quyet_dang_uy"
_DAY = "Đông Hà, ngày 03 tháng 4 năm 2024"
_CODES = {
    "do_khan": _URGENT, "pham_vi": _SCOPE, "du_thao": _DRAFT, "nguoi_soan_thao": _DRAFTER,
    "lien_he": _CONTACT,
}  # fmt: skip


def _without_borders(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The document without a line over any paragraph."""
    root = parse(parts["word/document.xml"])
    for border in list(root.iter(f"{W}pBdr")):
        if border.find(f"{W}top") is not None and (properties := border.getparent()) is not None:
            properties.remove(border)
    return {**parts, "word/document.xml": serialised(root)}


def _look(element: str, paper: str, layout: str = "table", **look: object) -> Row:
    change = {"look": {element: look}}
    return Row(", ".join(look), _CODES[element], paper, change, layout, mends=True)


def _typed(element: str, paper: str, text: str, layout: str = "table", *, after: str = "") -> Row:
    """A text that is mended (to `after`), or left to a person."""
    change = {element: text}
    return Row(text, _CODES[element], paper, change, layout, mends=bool(after), after=after)


ROWS = (
    _typed("do_khan", _TB, "HOẢ TÔC", after="HOẢ TỐC\n"),
    _typed("do_khan", _KHAN, "KHẨN.", "tabs", after="KHẨN\n"),
    _typed("do_khan", _TB, "THƯƠNG KHẨN", "plain", after="THƯỢNG KHẨN\n"),
    _typed("do_khan", _KHAN, "KHẨN CẤP"),
    _typed("do_khan", _TB, "HOẢ TỐC HẸN GIỜ", "breaks"),
    Row("chữ thường", _URGENT, _KHAN, {"do_khan": "Khẩn"}, mends=True),
    Row("chữ thường", _URGENT, _BCS, {"do_khan": "Hoả tốc"}, "tabs", mends=True),
    _look("do_khan", _TB, bold=False),
    _look("do_khan", _KHAN, "plain", size=13),
    _look("do_khan", _TB, "tabs", italic=True),
    _look("do_khan", _KHAN, align="left"),
    _typed("pham_vi", _BCS, "(LƯU HÀNH NỘI BỘ)", after="*"),
    _look("pham_vi", _BCS, bold=False),
    _look("pham_vi", _CTR, "tabs", size=14),
    _look("pham_vi", _CTR, "plain", align="center"),
    Row("chữ thường", _SCOPE, _CTR, {"pham_vi": "Tài liệu hội nghị"}, mends=True),
    Row("chữ thường", _SCOPE, _NQ, {"pham_vi": "Xem xong trả lại"}, "breaks", mends=True),
    _typed("du_thao", _CTR, "DỰ THẢO LẦN 2", after="Dự thảo lần 2\n"),
    _typed("du_thao", _CTR, "(Dự thảo lần 2)", "tabs", after="\tDự thảo lần 2\n"),
    _typed("du_thao", _NQ, "Dự thảo lần thứ hai", "plain", after="Dự thảo lần 2\n"),
    _typed("du_thao", _BCS, "Dự thảo 2", after="Dự thảo lần 2\n"),
    _typed("du_thao", _CTR, "Dự thảo", "breaks"),
    _look("du_thao", _CTR, italic=False),
    _look("du_thao", _CTR, "tabs", bold=True),
    _look("du_thao", _CTR, "plain", size=12),
    _typed("nguoi_soan_thao", _CV, "TranDinhSon – 26", after="TranDinhSon-26\n"),
    _typed("nguoi_soan_thao", _CV, "Tran Dinh Son-26", "plain", after="TranDinhSon-26\n"),
    _typed("nguoi_soan_thao", _QD36, "MXL - 60", after="MXL-60\n"),
    _typed("nguoi_soan_thao", _CV, "TDS.(26)"),
    Row("chữ thường", _DRAFTER, _QD36, {"nguoi_soan_thao": "mxl-60"}, mends=True),
    _look("nguoi_soan_thao", _CV, size=12),
    _look("nguoi_soan_thao", _CV, "tabs", italic=True),
    _look("nguoi_soan_thao", _QD36, "plain", size=14),
    Row("trên số", _URGENT, _NQ, raw=typed_behind("NAM ĐÔNG HÀ", "KHẨN")),
    Row("dưới tiêu đề", _DRAFT, _BCS, raw=typed_behind(_DAY, "Dự thảo lần 2")),
    Row("không có đường kẻ", _CONTACT, _CV, raw=_without_borders),
    Row("không có đường kẻ", _CONTACT, _CV, {}, "numbered", raw=_without_borders),
    _look("lien_he", _CV, size=12),
    _look("lien_he", _CV, "plain", italic=True),
    _look("lien_he", _CV, "tabs", bold=True),
)
