"""Tools of the tests: cross-references that point nowhere."""

from __future__ import annotations

from typing import Any

from handtyped.paper import Appendix
from mistakes.row import Row, in_attached, in_body

_ARTICLE, _CLAUSE = "PD.REF.ARTICLE", "PD.REF.CLAUSE"
_POINT, _PART, _ANNEX = "PD.REF.POINT", "PD.REF.PART", "PD.REF.ANNEX"
_NQ, _QD, _QC, _QDI = (
    "nghi_quyet_dang_uy", "quyet_dinh_ban_hanh_quy_che", "quy_che_lam_viec", "quy_dinh_hd36"
)  # fmt: skip
_QCPH, _KH = "quy_che_phoi_hop", "ke_hoach_co_phu_luc"
_SAID = "theo khoản 2 Điều 3 và"


def _added(text: str) -> dict[str, Any]:
    """The last sentence of the text followed by another."""
    return {"body": lambda body: (*body[:-1], (body[-1][0], f"{body[-1][1]} {text}"))}


_CALENDAR = Appendix(
    ten=("Lịch tiếp công dân",),
    kem_theo="(Kèm theo Quy định số 03-QĐi/HU, ngày 22/10/2018 của Ban Thường vụ Huyện uỷ)",
    body=(("p", "Ngày 15 hằng tháng."),),
)

ROWS = (
    Row("Điều 40", _ARTICLE, _QC, in_body(_SAID, "theo khoản 2 Điều 40 và")),
    Row("Điều 7 khi có ba điều", _ARTICLE, _QD, in_body("nêu tại Điều 1;", "nêu tại Điều 7;"),
        "tabs"),
    Row("nơi nhận: như Điều 9", _ARTICLE, _QD,
        {"noi_nhan": lambda lines: tuple(line.replace("Điều 3", "Điều 9") for line in lines)}),
    Row("từ Điều 3 đến Điều 19", _ARTICLE, _QC, _added("Các cơ quan thực hiện từ Điều 3 đến Điều "
        "19 Quy chế này."), "plain"),
    Row("các điều 3, 4 và 15", _ARTICLE, _QC, _added("Văn phòng theo dõi việc thực hiện các điều "
        "3, 4 và 15 Quy chế này.")),
    Row("HD36: Điều 5", _ARTICLE, _QDI, in_body("tại Điều 1,", "tại Điều 5,")),
    Row("HD36: Điều 5 Quy định này", _ARTICLE, _QDI,
        in_body("tại Điều 1,", "tại Điều 5 Quy định này,"), "tabs"),
    Row("khoản 7 Điều 3", _CLAUSE, _QC, in_body(_SAID, "theo khoản 7 Điều 3 và")),
    Row("khoản 5 Điều này", _CLAUSE, _QD, in_attached("khoản 1 Điều này", "khoản 5 Điều này"),
        "tabs"),
    Row("các khoản 1, 2 và 9", _CLAUSE, _QC, in_body(_SAID, "theo các khoản 1, 2 và 9 Điều 3 và"),
        "plain"),
    Row("khoản 1, khoản 4", _CLAUSE, _QC, in_body(_SAID, "theo khoản 1, khoản 4 Điều 3 và")),
    Row("khoản 3 Điều 2", _CLAUSE, _QCPH, in_body("khoản 2 Điều 2", "khoản 3 Điều 2"), "breaks"),
    Row("điều không có khoản", _CLAUSE, _QC, in_body(_SAID, "theo khoản 2 Điều 5 và")),
    Row("khoản 9 mục I", _CLAUSE, _NQ, in_body("khoản 3 mục I", "khoản 9 mục I"), "numbered"),
    Row("HD36: khoản 2 Điều 1", _CLAUSE, _QDI, in_body("tại Điều 1,", "tại khoản 2 Điều 1,")),
    Row("điểm g khoản 1", _POINT, _QC,
        in_body(_SAID, "theo điểm g khoản 1 Điều 3, khoản 2 Điều 3 và")),
    Row("điểm đ khoản 1", _POINT, _QCPH, in_body("khoản 1 Điều 2", "điểm đ khoản 1 Điều 3")),
    Row("các điểm a, b và e", _POINT, _QD,
        in_attached("khoản 1 Điều này", "các điểm a, b và e khoản 1 Điều 3"), "tabs"),
    Row("HD36: điểm c khoản 1", _POINT, _QDI,
        {"body": lambda body: (*body[:-1], ("khoan", "1. Người đứng đầu cấp uỷ:"),
         ("diem", "a) Thông báo kết quả xử lý bằng văn bản;"),
         ("diem", "b) Báo cáo Ban Thường vụ việc nêu tại điểm c khoản này."))}),
    Row("Chương VI", _PART, _QC, _added("Văn phòng theo dõi việc thực hiện Chương VI.")),
    Row("Mục 3 Chương II", _PART, _QC, in_body("Mục 2 Chương II", "Mục 3 Chương II"), "tabs"),
    Row("mục V Nghị quyết này", _PART, _NQ, in_body("mục I Nghị", "mục V Nghị")),
    Row("HD36: Chương II", _PART, _QDI,
        {"body": lambda body: (body[0], ("chuong", "Chương I"), ("chuong_ten", "QUY ĐỊNH CHUNG"),
         *body[1:-1], ("p", "Người đứng đầu cấp uỷ thực hiện theo Chương II."))}),
    Row("Phụ lục 3 khi có hai", _ANNEX, _KH, _added("Kinh phí theo Phụ lục 3.")),
    Row("phụ lục không được nhắc đến", _ANNEX, _KH, in_body("theo Phụ lục 2", "theo nhiệm vụ")),
    Row("phụ lục không được nhắc đến", _ANNEX, _KH, in_body("theo Phụ lục 1", "khẩn trương"),
        "tabs"),
    Row("HD36: phụ lục không được nhắc đến", _ANNEX, _QDI, {"phu_luc": (_CALENDAR,)}),
)  # fmt: skip
