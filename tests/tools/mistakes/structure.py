"""Tools of the tests: mistakes of phần, chương, mục, điều, khoản, điểm and headings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from handtyped.paper import Attached, Body
from mistakes.row import Row, in_attached, in_body

_PART, _PART_NAME = "PD.STRUCT.PART", "PD.STRUCT.PART_NAME"
_SECTION, _SECTION_NAME = "PD.STRUCT.SECTION", "PD.STRUCT.SECTION_NAME"
_ARTICLE, _CLAUSE = "PD.STRUCT.ARTICLE", "PD.STRUCT.CLAUSE"
_POINT, _HEADING = "PD.STRUCT.POINT", "PD.STRUCT.HEADING"
_NQ, _BCS = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang"
_QD, _QC, _QDI = "quyet_dinh_ban_hanh_quy_che", "quy_che_lam_viec", "quy_dinh_hd36"
_CV, _TTR, _BB, _KH = "cong_van", "to_trinh", "bien_ban", "ke_hoach"


def _look(element: str, **look: Any) -> dict[str, Any]:
    return {"look": {element: look}}


def _divided(*titles: tuple[str, str]) -> dict[str, Any]:
    """The text with titles before its first điều: in the guidance of 2018 too."""

    def change(body: Body) -> Body:
        at = next(n for n, (kind, _) in enumerate(body) if kind == "dieu")
        return (*body[:at], *titles, *body[at:])

    return {"body": change}


def _joined(own: Attached, title: str, name: str) -> Attached:
    """The name of a chương on the line of its number."""
    at = own.body.index(("chuong", title))
    body = (*own.body[:at], ("chuong", f"{title}. {name}"), *own.body[at + 2 :])
    return replace(own, body=body)


_NAME = ("chuong_ten", "QUY ĐỊNH CHUNG")

ROWS = (
    Row("số Ả Rập", _PART, _QC, in_body("Chương II", "Chương 2")),
    Row("HD36: số Ả Rập", _PART, _QDI, _divided(("chuong", "Chương 1"), _NAME), "tabs"),
    Row("chữ in hoa", _PART, _QC, in_body("Chương I", "CHƯƠNG I"), "plain", mends=True,
        after="Chương I\n"),
    Row("dấu chấm sau số", _PART, _QD, in_attached("Chương II", "Chương II."), mends=True,
        after="Chương II\n"),
    Row("dấu hai chấm sau số", _PART, _QC, in_body("Chương IV", "Chương IV:"), "tabs", mends=True,
        after="Chương IV\n"),
    Row("nhảy số", _PART, _QC, in_body("Chương III", "Chương IV")),
    Row("trùng số", _PART, _QD, in_attached("Chương II", "Chương I"), "breaks"),
    Row("HD36: không bắt đầu từ I", _PART, _QDI, _divided(("chuong", "Chương II"), _NAME)),
    Row("phần không bắt đầu từ một", _PART, _QDI,
        _divided(("phan", "Phần thứ hai"), ("phan_ten", "QUY ĐỊNH CHUNG"))),
    Row("căn trái", _PART, _QC, _look("chuong", align="left"), "bordered", mends=True),
    Row("không đậm", _PART, _QD, _look("chuong", bold=False), mends=True),
    Row("nghiêng", _PART, _QC, _look("chuong#1", italic=True), "numbered", mends=True),
    Row("cỡ chữ 13", _PART, _QC, _look("chuong", size=13), "tabs", mends=True),
    Row("tên chữ thường", _PART_NAME, _QC, in_body("QUY ĐỊNH CHUNG", "Quy định chung"),
        mends=True),
    Row("tên cùng dòng", _PART_NAME, _QD,
        {"kem_theo": lambda own: _joined(own, "Chương II", "TIẾP NHẬN, QUẢN LÝ VÀ KHAI THÁC")}),
    Row("tên không đậm", _PART_NAME, _QC, _look("chuong_ten", bold=False), "tabs", mends=True),
    Row("tên căn trái", _PART_NAME, _QD, _look("chuong_ten", align="left"), "plain", mends=True),
    Row("HD36: tên chữ thường", _PART_NAME, _QDI,
        _divided(("chuong", "Chương I"), ("chuong_ten", "Quy định chung")), mends=True),
    Row("HD36: thiếu tên", _PART_NAME, _QDI, _divided(("chuong", "Chương I"))),
    Row("số La Mã", _SECTION, _QC, in_body("Mục 1", "Mục I")),
    Row("không đánh lại từ đầu", _SECTION, _QC, in_body("Mục 1", "Mục 3"), "tabs"),
    Row("trùng số", _SECTION, _QC, in_body("Mục 2", "Mục 1"), "plain"),
    Row("dấu chấm sau số", _SECTION, _QC, in_body("Mục 2", "Mục 2."), mends=True, after="Mục 2\n"),
    Row("HD36: số La Mã", _SECTION, _QDI,
        _divided(("chuong", "Chương I"), _NAME, ("muc", "Mục I"), ("muc_ten", "TIẾP DÂN"))),
    Row("không đậm", _SECTION, _QC, _look("muc", bold=False), "breaks", mends=True),
    Row("căn đều", _SECTION, _QC, _look("muc#2", align="both"), mends=True),
    Row("tên chữ thường", _SECTION_NAME, _QC, in_body("CÁ NHÂN", "Cá nhân"), mends=True),
    Row("tên nghiêng", _SECTION_NAME, _QC, _look("muc_ten", italic=True), "tabs", mends=True),
    Row("tên căn trái", _SECTION_NAME, _QC, _look("muc_ten#1", align="left"), mends=True),
    Row("HD36: tên chữ thường", _SECTION_NAME, _QDI,
        _divided(("chuong", "Chương I"), _NAME, ("muc", "Mục 1"), ("muc_ten", "Tiếp dân")),
        mends=True),
    Row("dấu hai chấm", _ARTICLE, _QD, in_body("Điều 2.", "Điều 2:"), mends=True, after="Điều 2."),
    Row("gạch nối", _ARTICLE, _QC, in_body("Điều 5.", "Điều 5 -"), "tabs", mends=True,
        after="Điều 5. B"),
    Row("không có dấu chấm", _ARTICLE, _QC, in_body("Điều 3.", "Điều 3"), mends=True,
        after="Điều 3. Đ"),
    Row("chữ in hoa", _ARTICLE, _QC, in_body("Điều 4.", "ĐIỀU 4."), "plain", mends=True,
        after="Điều 4. B"),
    Row("số 0 ở trước", _ARTICLE, _QD, in_attached("Điều 1.", "Điều 01."), mends=True,
        after="Điều 1. Phạm"),
    Row("thiếu dấu cách", _ARTICLE, _QC, in_body("Điều 7. ", "Điều 7."), "bordered", mends=True,
        after="Điều 7. H"),
    Row("HD36: dấu hai chấm", _ARTICLE, _QDI, in_body("Điều 2.", "Điều 2:"), mends=True,
        after="Điều 2. T"),
    Row("nhảy số", _ARTICLE, _QC, in_body("Điều 9.", "Điều 10.")),
    Row("trùng số", _ARTICLE, _QD, in_attached("Điều 4.", "Điều 3."), "tabs"),
    Row("đánh lại trong chương", _ARTICLE, _QC, in_body("Điều 3.", "Điều 1."), "breaks"),
    Row("nhảy số trong quyết định", _ARTICLE, _QD, in_body("Điều 2.", "Điều 4."), "plain"),
    Row("HD36: trùng số", _ARTICLE, _QDI, in_body("Điều 2.", "Điều 1."), "tabs"),
    Row("tên không đậm", _ARTICLE, _QC, _look("dieu", bold=False), mends=True),
    Row("tên nghiêng", _ARTICLE, _QC, _look("dieu#2", italic=True), "numbered", mends=True),
    Row("số không đậm", _ARTICLE, _QD, _look("dieu#1", bold=False), mends=True),
    Row("cỡ chữ 13", _ARTICLE, _QC, _look("dieu", size=13), "plain", mends=True),
    Row("căn giữa", _ARTICLE, _QC, _look("dieu", align="center", first_line=0), mends=True),
    Row("HD36: tên không đậm", _ARTICLE, _QDI, _look("dieu", bold=False), "tabs", mends=True),
    Row("gạch nối", _CLAUSE, _QC, in_body("2. Giao", "2- Giao"), mends=True, after="2. Giao"),
    Row("ngoặc đơn", _CLAUSE, _QC, in_body("1. Đảng uỷ", "1) Đảng uỷ"), "tabs", mends=True,
        after="1. Đảng"),
    Row("gạch chéo", _CLAUSE, _QD, in_attached("2. Tài", "2/ Tài"), mends=True, after="2. Tài"),
    Row("thiếu dấu cách", _CLAUSE, _QC, in_body("2. Phụ", "2.Phụ"), "plain", mends=True,
        after="2. Phụ"),
    Row("gạch nối trong nghị quyết", _CLAUSE, _NQ, in_body("3. Còn", "3- Còn"), mends=True,
        after="3. Còn"),
    Row("HD36: gạch nối", _CLAUSE, _BCS, in_body("1. Về", "1- Về"), "tabs", mends=True,
        after="1. Về"),
    Row("nhảy số", _CLAUSE, _QC, in_body("3. Tài liệu", "4. Tài liệu")),
    Row("trùng số", _CLAUSE, _QD, in_attached("2. Người", "1. Người"), "breaks"),
    Row("nhảy số trong nghị quyết", _CLAUSE, _NQ, in_body("2. Công", "3. Công"), "plain"),
    Row("trùng số trong công văn", _CLAUSE, _CV, in_body("2. Gửi", "1. Gửi")),
    Row("HD36: nhảy số", _CLAUSE, _BCS, in_body("3. Các", "5. Các"), "tabs"),
    Row("nhảy số trong biên bản", _CLAUSE, _BB, in_body("2. Diễn", "3. Diễn")),
    Row("trùng số đề mục", _CLAUSE, _BB, in_body("2. Diễn", "1. Diễn"), "tabs"),
    Row("chữ đậm", _CLAUSE, _QC, _look("khoan", bold=True), mends=True),
    Row("một khoản nghiêng", _CLAUSE, _NQ, _look("khoan#2", italic=True), "tabs", mends=True),
    Row("HD36: một khoản đậm", _CLAUSE, _BCS, _look("khoan#2", bold=True), mends=True),
    Row("dấu chấm", _POINT, _QC, in_body("b) Chương", "b. Chương"), mends=True, after="b) C"),
    Row("gạch nối", _POINT, _NQ, in_body("c) Hoàn", "c- Hoàn"), "tabs", mends=True, after="c) H"),
    Row("HD36: gạch chéo", _POINT, _BCS, in_body("b) Giao", "b/ Giao"), mends=True, after="b) G"),
    Row("thiếu dấu cách", _POINT, _QD, in_attached("b) Mục", "b)Mục"), mends=True, after="b) Mục"),
    Row("quên chữ đ", _POINT, _NQ, in_body("đ) Kiểm", "e) Kiểm")),
    Row("quên chữ đ", _POINT, _QC, in_body("đ) Công", "e) Công"), "tabs"),
    Row("dùng chữ f", _POINT, _NQ, in_body("e) Vận", "f) Vận"), "plain"),
    Row("trùng chữ", _POINT, _QD, in_attached("c) Biên", "b) Biên"), "breaks"),
    Row("HD36: nhảy chữ", _POINT, _BCS, in_body("b) Giao", "c) Giao"), "tabs"),
    Row("không bắt đầu từ a", _POINT, _QC, in_body("a) Chương", "b) Chương"), "numbered"),
    Row("chữ đậm", _POINT, _QC, _look("diem", bold=True), mends=True),
    Row("HD36: một điểm nghiêng", _POINT, _BCS, _look("diem#1", italic=True), mends=True),
    Row("nhảy số La Mã", _HEADING, _NQ, in_body("III- TỔ", "IV- TỔ")),
    Row("trùng số La Mã", _HEADING, _TTR, in_body("II- NỘI", "I- NỘI"), "tabs"),
    Row("không bắt đầu từ I", _HEADING, _KH, in_body("I- MỤC", "II- MỤC"), "plain"),
    Row("HD36: trùng số La Mã", _HEADING, _BCS,
        {"body": lambda body: (("de_muc", "I- MỤC ĐÍCH"), *body[:-1],
                               ("de_muc", "I- TỔ CHỨC THỰC HIỆN"), ("p", "Giao Sở Nội vụ."))}),
    Row("lẫn kiểu dấu", _HEADING, _NQ, in_body("II- NHIỆM", "II. NHIỆM"), mends=True,
        after="II- NHIỆM"),
    Row("ngoặc đơn", _HEADING, _TTR, in_body("I- SỰ", "I) SỰ"), mends=True, after="I- SỰ"),
    Row("không đậm", _HEADING, _NQ, _look("de_muc", bold=False), "tabs", mends=True),
    Row("nghiêng", _HEADING, _KH, _look("de_muc#2", italic=True), mends=True),
    Row("một đề mục chữ thường", _HEADING, _NQ, in_body("III- TỔ CHỨC", "III- Tổ chức"),
        mends=True),
    Row("nhảy số tiểu mục", _HEADING, _BB, in_body("2.2.", "2.3.")),
    Row("tiểu mục sai số trên", _HEADING, _BB, in_body("1.2.", "2.2."), "breaks"),
    Row("trùng số tiểu mục", _HEADING, _BB, in_body("2.2.", "2.1."), "tabs"),
)  # fmt: skip
