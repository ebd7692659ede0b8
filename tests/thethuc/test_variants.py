"""What the guidance leaves open, or allows beside the usual: none of it is a mistake."""

from __future__ import annotations

from typing import Any

import pytest

from handtyped.paper import Signature
from spoil import report, spoiled, told

_NQ, _ADVISER, _MINUTES = "nghi_quyet_dang_uy", "bao_cao_ban_to_chuc", "bien_ban"


def _signed(*signatures: Signature) -> dict[str, Any]:
    return {"chu_ky": signatures}


def _by(name: str) -> dict[str, Any]:
    return _signed(Signature(quyen_han=("T/M ĐẢNG UỶ",), chuc_vu=("BÍ THƯ",), ho_ten=name))


def _head(*office: str, authority: tuple[str, ...] = ()) -> dict[str, Any]:
    return _signed(Signature(quyen_han=authority, chuc_vu=office, ho_ten="Lý Thị Út"))


def _annexes(text: str) -> dict[str, Any]:
    """A plan that points at its two annexes in one breath."""
    return {"body": lambda body: tuple(
        (kind, line.replace("theo Phụ lục 2", "theo nhiệm vụ").replace("theo Phụ lục 1", text))
        for kind, line in body
    )}  # fmt: skip


VARIANTS = [
    ("người đứng đầu cơ quan tham mưu", _ADVISER, _head("TRƯỞNG BAN")),
    ("dòng chức vụ của người đứng đầu đậm", _ADVISER, {
        **_head("TRƯỞNG BAN"), "look": {"chuc_vu_ky": {"bold": True}}}),
    ("cấp phó phụ trách", _ADVISER, _head("PHÓ TRƯỞNG BAN")),
    ("quyền trưởng ban", _ADVISER, _head(authority=("Q. TRƯỞNG BAN",))),
    ("uỷ viên ký thay mặt", _NQ, _head(authority=("T/M BAN THƯỜNG VỤ",))),
    ("cấp phó kiêm cấp phó", "thong_bao_ban_chi_dao",
        _head("PHÓ BÍ THƯ", "kiêm", "PHÓ TRƯỞNG BAN CHỈ ĐẠO")),
    ("đoàn thư ký, đoàn chủ tịch", _MINUTES, _signed(
        Signature(bien_ban="ĐOÀN THƯ KÝ", ho_ten="Trần Đình Sơn"),
        Signature(bien_ban="ĐOÀN CHỦ TỊCH", ho_ten="Nguyễn Thị Hoà"))),
    ("dòng ký của biên bản không đậm", _MINUTES, {"look": {"ky_bien_ban": {"bold": False}}}),
    ("«ỦY BAN» in hoa bên cạnh «uỷ»", "quyet_dinh_kiem_tra", {
        "co_quan_ban_hanh": ("ỦY BAN KIỂM TRA",),
        **_head("CHỦ NHIỆM", authority=("T/M ỦY BAN KIỂM TRA",))}),
    *((f"tên {name}", _NQ, _by(name)) for name in (
        "H'Linh Niê", "Y Biêr Niê", "K' Minh", "Giàng A Páo", "Trần Tiến Sĩ", "Bà Văn Hai")),
    ("dấu cách không ngắt dòng", _NQ, {
        **_head("BÍ THƯ", authority=("T/M\u00a0ĐẢNG UỶ",)),
        "noi_nhan": ("-\u00a0Tỉnh uỷ (báo cáo);", "-\u00a0Lưu Văn phòng Đảng uỷ.")}),
    ("nơi nhận viết thành hai dòng", _NQ, {"noi_nhan": (
        "- Ban Thường vụ", "Tỉnh uỷ (báo cáo);", "- Lưu Văn phòng Đảng uỷ.")}),
    ("lưu ở chi bộ", _NQ, {"noi_nhan": ("- Tỉnh uỷ (báo cáo);", "- Lưu Chi bộ.")}),
    ("một trang không có số trang", "thong_bao", {"page": {"number": "none"}}),
    *((name, "ke_hoach_co_phu_luc", _annexes(f"theo {name}")) for name in (
        "các phụ lục 1, 2", "Phụ lục số 1 và số 2", "từ Phụ lục 1 đến Phụ lục 2",
        "Phụ lục I và II")),
    ("lề đối xứng", _NQ, {"page": {"mirror": True}}),
    ("giấy mời khổ A5", "giay_moi", {"page": {"paper": "a5"}}),
    ("giao ban bí thư", _NQ, {
        "body": lambda parts: (*parts, ("p", "Hằng quý, giao ban bí thư chi bộ."))}),
    ("ban cán sự đảng, ngày cuối", "nghi_quyet_ban_can_su_dang", {
        "dia_danh_ngay": "Đông Hà, ngày 28 tháng 02 năm 2025"}),
]  # fmt: skip


@pytest.mark.parametrize("layout", ["table", "tabs", "plain", "bordered"])
@pytest.mark.parametrize(("name", "paper", "changes"), VARIANTS, ids=[row[0] for row in VARIANTS])
def test_what_is_left_open_is_no_mistake(name, paper, changes, layout):
    assert told(report(spoiled(paper, layout, **changes)).findings) == []
