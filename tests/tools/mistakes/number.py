"""Tools of the tests: mistakes of the number and symbol, of place and date."""

from __future__ import annotations

from collections.abc import Callable

from docgen.thethuc.xml import W, parse, serialised
from mistakes.row import Row
from spoil import typed_behind

_NUMBER, _DATE = "PD.HDR.NUMBER", "PD.HDR.DATE"
_NQ, _BCS = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang"
_QD, _CV, _TTR, _BB = "quyet_dinh_ban_hanh_quy_che", "cong_van", "to_trinh", "bien_ban"
_NUMBERS = {
    _NQ: "Số 12-NQ/ĐU", _BCS: "Số 09-NQ/BCSĐ", _QD: "Số 05-QĐ/ĐU", _CV: "Số 86-CV/ĐU",
    _TTR: "Số 07-TTr/ĐU", _BB: "Số 09-BB/ĐU",
}  # fmt: skip
_DATES = {
    _NQ: "Nam Đông Hà, ngày 05 tháng 10 năm 2026", _BCS: "Đông Hà, ngày 03 tháng 4 năm 2024",
    _QD: "An Thành, ngày 28 tháng 10 năm 2026", _CV: "Nam Đông Hà, ngày 12 tháng 11 năm 2026",
    _TTR: "An Thành, ngày 09 tháng 9 năm 2026", _BB: "Nam Đông Hà, ngày 05 tháng 10 năm 2026",
}  # fmt: skip


def _typed(name: str, paper: str, text: str, layout: str = "table") -> Row:
    """A number whose form can be mended."""
    change = {"so_ky_hieu": text}
    return Row(name, _NUMBER, paper, change, layout, mends=True, after=_NUMBERS[paper])


def _odd(name: str, paper: str, text: str, layout: str = "table") -> Row:
    """A number that a person must decide on."""
    return Row(name, _NUMBER, paper, {"so_ky_hieu": text}, layout)


def _dated(
    name: str, paper: str, text: str, layout: str = "table", *, is_plain: bool = True
) -> Row:
    """A date; `is_plain` where its form can be mended."""
    after = _DATES[paper] if is_plain else ""
    return Row(name, _DATE, paper, {"dia_danh_ngay": text}, layout, mends=is_plain, after=after)


def _left(text: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """A date in italics under the number."""

    def change(parts: dict[str, bytes]) -> dict[str, bytes]:
        changed = typed_behind(_NUMBERS[_NQ], text)(parts)
        root = parse(changed["word/document.xml"])
        leaf = next(leaf for leaf in root.iter(f"{W}t") if leaf.text == text)
        properties = next(leaf.itersiblings(f"{W}rPr", preceding=True))
        properties.insert(1, properties.makeelement(f"{W}i"))
        return {**changed, "word/document.xml": serialised(root)}

    return change


def _look(code: str, paper: str, layout: str = "table", **look: object) -> Row:
    element = "so_ky_hieu" if code == _NUMBER else "dia_danh_ngay"
    (name,) = look
    return Row(name, code, paper, {"look": {element: look}}, layout, mends=True)


ROWS = (
    _typed("dấu hai chấm", _NQ, "Số: 12-NQ/ĐU"),
    _typed("dấu hai chấm", _BCS, "Số: 09-NQ/BCSĐ", "tabs"),
    _typed("dấu hai chấm", _CV, "Số: 86-CV/ĐU", "plain"),
    _typed("dấu hai chấm sau dấu cách", _BB, "Số : 09-BB/ĐU", "breaks"),
    _typed("cách quanh gạch nối", _QD, "Số 05 - QĐ/ĐU"),
    _typed("cách quanh gạch chéo", _TTR, "Số 07-TTr / ĐU", "bordered"),
    _typed("liền chữ «Số»", _NQ, "Số12-NQ/ĐU", "tabs"),
    _typed("như văn bản nhà nước", _BCS, "Số: 09/NQ-BCSĐ"),
    _typed("gạch chéo thay gạch nối", _BB, "Số 09/BB-ĐU", "plain"),
    _typed("gạch nối thay gạch chéo", _NQ, "Số 12-NQ-ĐU", "numbered"),
    _typed("gạch ngang dài", _CV, "Số 86–CV/ĐU"),
    _typed("một chữ số", _QD, "Số 5-QĐ/ĐU", "tabs"),
    _typed("ba chữ số", _BCS, "Số 009-NQ/BCSĐ", "breaks"),
    _typed("chữ thường", _NQ, "Số 12-nq/đu"),
    _typed("TTR", _TTR, "Số 07-TTR/ĐU"),
    _typed("D thay Đ", _QD, "Số 05-QD/DU", "plain"),
    _typed("QyĐ", _QD, "Số 05-QyĐ/ĐU"),
    _typed("QĐi", _QD, "Số 05-QĐi/ĐU", "bordered"),
    _typed("SỐ", _BB, "SỐ 09-BB/ĐU"),
    _typed("thiếu chữ «Số»", _NQ, "12-NQ/ĐU", "tabs"),
    _typed("dấu chấm cuối", _TTR, "Số 07-TTr/ĐU."),
    _typed("đảo ký hiệu", _NQ, "Số 12-ĐU/NQ"),
    _odd("ký hiệu của loại khác", _NQ, "Số 12-QĐ/ĐU"),
    _odd("ký hiệu của loại khác", _BCS, "Số 09-KL/BCSĐ", "tabs"),
    _odd("ký hiệu của loại khác", _TTR, "Số 07-BC/ĐU", "plain"),
    _odd("công văn không phải CV", _CV, "Số 86-TB/ĐU"),
    _odd("công văn kiểu nhà nước", _CV, "Số 86/ĐU-VP"),
    _odd("có năm", _NQ, "Số 12/2026/NQ-ĐU"),
    _odd("không có ký hiệu", _BB, "Số 09"),
    _odd("ký hiệu của chi bộ", _QD, "Số 05-QĐ/CB"),
    _odd("đảo ký hiệu văn phòng", _CV, "Số 86-CV/ĐUVP", "tabs"),
    _odd("thiếu", _NQ, ""),
    _odd("thiếu", _CV, "", "tabs"),
    _odd("thiếu", _BCS, "", "plain"),
    _look(_NUMBER, _NQ, bold=True),
    _look(_NUMBER, _BCS, "tabs", italic=True),
    _look(_NUMBER, _CV, "breaks", size=13),
    _look(_NUMBER, _BB, "plain", align="left"),
    _look(_NUMBER, _TTR, "bordered", underline=True),
    _dated("thiếu số 0 trước ngày", _NQ, "Nam Đông Hà, ngày 5 tháng 10 năm 2026"),
    _dated("thiếu số 0 trước ngày", _BCS, "Đông Hà, ngày 3 tháng 4 năm 2024", "tabs"),
    _dated("thừa số 0 trước tháng", _BCS, "Đông Hà, ngày 03 tháng 04 năm 2024"),
    _dated("thừa số 0 trước tháng", _TTR, "An Thành, ngày 09 tháng 09 năm 2026", "plain"),
    _dated("thiếu dấu phẩy", _QD, "An Thành ngày 28 tháng 10 năm 2026"),
    _dated("chấm phẩy", _CV, "Nam Đông Hà; ngày 12 tháng 11 năm 2026", "breaks"),
    _dated("ngày viết tắt", _BB, "Nam Đông Hà, ngày 05/10/2026"),
    _dated("ngày viết tắt", _BCS, "Đông Hà, ngày 3/4/2024", "bordered"),
    _dated("«Ngày» viết hoa", _QD, "An Thành, Ngày 28 tháng 10 năm 2026", "tabs"),
    _dated("dấu chấm cuối", _TTR, "An Thành, ngày 09 tháng 9 năm 2026."),
    _dated("dính dấu phẩy", _NQ, "Nam Đông Hà,ngày 05 tháng 10 năm 2026", "numbered"),
    _dated("thiếu chữ «ngày»", _QD, "An Thành, 28 tháng 10 năm 2026"),
    _dated("thiếu chữ «ngày»", _BCS, "Đông Hà, 03/4/2024", "tabs"),
    _dated("không có địa danh", _CV, "Ngày 12 tháng 11 năm 2026", is_plain=False),
    _dated("địa danh in hoa", _QD, "AN THÀNH, ngày 28 tháng 10 năm 2026", is_plain=False),
    _dated("ngày không có", _BB, "Nam Đông Hà, ngày 31 tháng 9 năm 2026", is_plain=False),
    _dated("năm hai chữ số", _NQ, "Nam Đông Hà, ngày 05 tháng 10 năm 26", is_plain=False),
    Row("cột bên trái", _DATE, _NQ, {"dia_danh_ngay": ""}, raw=_left(_DATES[_NQ])),
    _dated("thiếu", _NQ, "", is_plain=False),
    _dated("thiếu", _TTR, "", "tabs", is_plain=False),
    _look(_DATE, _NQ, italic=False),
    _look(_DATE, _BCS, "tabs", bold=True),
    _look(_DATE, _CV, "breaks", size=13),
    _look(_DATE, _BB, "plain", align="right"),
)
