"""Tools of the tests: mistakes of the type, the author, the trích yếu and the hyphens under it."""

from __future__ import annotations

from typing import Any

from mistakes.row import Row

_TYPE, _AUTHOR = "PD.TYPE", "PD.TYPE.AUTHOR"
_SUBJECT, _SEP, _LETTER = "PD.SUBJECT", "PD.SUBJECT.SEP", "PD.SUBJECT.CV"
_NQ, _BCS = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang"
_QD, _CV, _TTR, _BB = "quyet_dinh_ban_hanh_quy_che", "cong_van", "to_trinh", "bien_ban"
_KL, _BC, _KH, _CV36, _QD36 = "ket_luan", "bao_cao", "ke_hoach", "cong_van_hd36", "quy_dinh_hd36"


def _look(code: str, paper: str, element: str, layout: str = "table", **look: object) -> Row:
    """An element that looks otherwise."""
    return Row(", ".join(look), code, paper, {"look": {element: look}}, layout, mends=True)


def _typed(name: str, paper: str, text: str, layout: str = "table", *, after: str) -> Row:
    """A type whose letters can be mended."""
    return Row(name, _TYPE, paper, {"ten_loai": text}, layout, mends=True, after=f"{after}\n")


def _first(text: str) -> dict[str, Any]:
    """The first line of the trích yếu."""
    return {"trich_yeu": lambda lines: (text, *lines[1:])}


def _last(end: str) -> dict[str, Any]:
    """What stands behind the last line of the trích yếu."""
    return {"trich_yeu": lambda lines: (*lines[:-1], lines[-1] + end)}


def _begun(name: str, paper: str, text: str, layout: str = "table", *, after: str) -> Row:
    code = _LETTER if paper.startswith("cong_van") else _SUBJECT
    return Row(name, code, paper, _first(text), layout, mends=True, after=after)


def _ended(name: str, paper: str, end: str, layout: str = "table", *, after: str) -> Row:
    code = _LETTER if paper.startswith("cong_van") else _SUBJECT
    return Row(name, code, paper, _last(end), layout, mends=True, after=f"{after}\n")


def _hyphens(name: str, paper: str, text: str, layout: str = "table") -> Row:
    return Row(name, _SEP, paper, {"gach": text}, layout, mends=True, after="\n-----\n")


ROWS = (
    Row("thiếu", _TYPE, _NQ, {"ten_loai": ""}),
    Row("thiếu", _TYPE, _BB, {"ten_loai": ""}, "tabs"),
    Row("thiếu", _TYPE, _TTR, {"ten_loai": ""}, "plain"),
    Row("thiếu", _TYPE, _BCS, {"ten_loai": ""}, "breaks"),
    Row("công văn có tên loại", _TYPE, _CV, {"ten_loai": "CÔNG VĂN"}),
    Row("không phải tên loại", _TYPE, _QD, {"ten_loai": "LỆNH", "so_ky_hieu": "Số 05-QĐ/ĐU"}),
    Row("cùng dòng với trích yếu", _TYPE, _KL, {
        "ten_loai": "KẾT LUẬN về công tác phát triển đảng viên", "tac_gia": "", "trich_yeu": (),
    }),
    _typed("sai dấu", _NQ, "NGHI QUYẾT", after="NGHỊ QUYẾT"),
    _typed("sai dấu", _BCS, "NGHỊ QUYÊT", "plain", after="NGHỊ QUYẾT"),
    _typed("dấu hai chấm", _BB, "BIÊN BẢN:", "tabs", after="BIÊN BẢN"),
    Row("chữ thường", _TYPE, _TTR, {"ten_loai": "Tờ trình"}, mends=True),
    Row("chữ thường", _TYPE, _QD36, {"ten_loai": "Quy định"}, "plain", mends=True),
    _look(_TYPE, _NQ, "ten_loai", bold=False),
    _look(_TYPE, _BCS, "ten_loai", "tabs", size=14),
    _look(_TYPE, _BB, "ten_loai", "breaks", size=18),
    _look(_TYPE, _TTR, "ten_loai", "plain", italic=True),
    _look(_TYPE, _KH, "ten_loai", "numbered", align="left"),
    _look(_TYPE, _QD, "ten_loai#2", size=13),
    _look(_AUTHOR, _KL, "tac_gia", bold=False),
    _look(_AUTHOR, _KL, "tac_gia", "plain", size=13),
    _look(_AUTHOR, _KL, "tac_gia", "tabs", italic=True),
    Row("chữ thường", _AUTHOR, _KL, {"tac_gia": "của Ban Thường vụ Đảng uỷ"}, mends=True),
    Row("thiếu", _SUBJECT, _NQ, {"trich_yeu": ()}),
    Row("thiếu", _SUBJECT, _BCS, {"trich_yeu": ()}, "tabs"),
    Row("thiếu", _SUBJECT, _BB, {"trich_yeu": ()}, "breaks"),
    _begun("V/v", _NQ, "V/v lãnh đạo thực hiện nhiệm vụ", after="về việc lãnh đạo"),
    _begun("V/v", _BCS, "V/v: đẩy nhanh giải ngân", "plain", after="về việc đẩy nhanh"),
    _begun("V/v việc", _TTR, "v/v việc kiện toàn chức danh", "tabs", after="về việc kiện toàn"),
    _begun("Về việc", _TTR, "Về việc kiện toàn chức danh", after="về việc kiện toàn"),
    _begun("Về", _NQ, "Về lãnh đạo thực hiện nhiệm vụ", "breaks", after="về lãnh đạo"),
    _begun("Về", _QD36, "Về tiếp công dân", "tabs", after="về tiếp công dân"),
    _begun("chữ cái đầu in hoa", _BC, "Công tác xây dựng Đảng", after="công tác xây dựng"),
    _begun("chữ cái đầu in hoa", _QD, "Ban hành Quy chế", after="ban hành Quy chế"),
    _ended("dấu chấm", _NQ, ".", after="quý IV năm 2026"),
    _ended("dấu chấm", _BB, ".", "plain", after="lần thứ 9"),
    _ended("dấu chấm phẩy", _BCS, ";", "tabs", after="sự nghiệp y tế"),
    Row("ngoặc kép", _SUBJECT, _NQ, {"trich_yeu": ("“về lãnh đạo thực hiện nhiệm vụ”",)},
        mends=True, after="\nvề lãnh đạo thực hiện nhiệm vụ\n"),
    Row("in hoa", _SUBJECT, _NQ, {"trich_yeu": ("VỀ LÃNH ĐẠO THỰC HIỆN NHIỆM VỤ",)}),
    Row("in hoa", _SUBJECT, _BCS, {"trich_yeu": ("VỀ GIẢI NGÂN VỐN ĐẦU TƯ CÔNG",)}, "plain"),
    _look(_SUBJECT, _NQ, "trich_yeu", bold=False),
    _look(_SUBJECT, _BCS, "trich_yeu", "breaks", bold=False),
    _look(_SUBJECT, _BB, "trich_yeu", "tabs", italic=True),
    _look(_SUBJECT, _KH, "trich_yeu", "plain", size=13),
    _look(_SUBJECT, _TTR, "trich_yeu", "numbered", align="left"),
    _look(_SUBJECT, _QD, "trich_yeu#4", bold=False),
    _hyphens("ba gạch", _NQ, "---"),
    _hyphens("hai gạch", _BB, "--", "tabs"),
    _hyphens("mười gạch", _TTR, "----------", "plain"),
    _hyphens("gạch dài", _KL, "–––––", "breaks"),
    _hyphens("gạch dưới", _QD, "_____"),
    _hyphens("dấu sao", _KH, "***", "numbered"),
    _hyphens("cách rời", _BC, "- - - - -"),
    _hyphens("bốn gạch", _BCS, "----"),
    _hyphens("thiếu", _NQ, ""),
    _hyphens("thiếu", _BCS, "", "plain"),
    _hyphens("thiếu", _BB, "", "breaks"),
    Row("căn trái", _SEP, _NQ, {"look": {"gach_trich_yeu": {"align": "left"}}}, mends=True),
    Row("thiếu", _LETTER, _CV, {"trich_yeu": ()}),
    Row("thiếu", _LETTER, _CV36, {"trich_yeu": ()}, "tabs"),
    _begun("V/v", _CV, "V/v chuẩn bị kiểm điểm,", after="về việc chuẩn bị kiểm điểm,"),
    _begun("V/v", _CV36, "V/v chế độ báo cáo", "plain", after="về việc chế độ báo cáo"),
    _begun("Về việc", _CV, "Về việc chuẩn bị kiểm điểm,", "tabs", after="về việc chuẩn bị"),
    _ended("dấu chấm", _CV, ".", "breaks", after="chất lượng năm 2026"),
    Row("không có «về việc»", _LETTER, _CV, _first("Chuẩn bị kiểm điểm, đánh giá,")),
    _look(_LETTER, _CV, "trich_yeu_cong_van", italic=False),
    _look(_LETTER, _CV36, "trich_yeu_cong_van", "tabs", size=14),
    _look(_LETTER, "cong_van_khan", "trich_yeu_cong_van", "plain", bold=True),
    _look(_LETTER, _CV36, "trich_yeu_cong_van", align="left"),
)  # fmt: skip
