"""Tools of the tests: bodies that are no more, types that a body may not issue."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mistakes.row import Row

_ENDED, _TYPE = "PD.ORG.ENDED", "PD.AUTHORITY.TYPE"
_NQ, _BCS, _CB = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang", "nghi_quyet_chi_bo"
_HD, _QC = "huong_dan", "quy_che_lam_viec"


def _of(kind: str, symbol: str) -> dict[str, Any]:
    """Another type, with its symbol."""
    return {
        "ten_loai": kind,
        "so_ky_hieu": lambda text: f"{text.partition('-')[0]}-{symbol}/{text.partition('/')[2]}",
    }


def _group(signed: str, symbol: str, *names: str) -> dict[str, Any]:
    """Issued and signed by another body."""
    return {
        "co_quan_ban_hanh": names,
        "so_ky_hieu": f"Số 09-NQ/{symbol}",
        "chu_ky": lambda signers: (replace(signers[0], quyen_han=(f"T/M {signed}",)),),
    }


_BASE = {"co_quan_cap_tren": ("ĐẢNG BỘ PHƯỜNG", "NAM ĐÔNG HÀ"), "co_quan_ban_hanh": (
    "ĐẢNG UỶ TRƯỜNG", "TRUNG HỌC LÊ LỢI")}  # fmt: skip
_MAY_2025 = "Đông Hà, ngày 12 tháng 5 năm 2025"
ROWS = (
    Row("ban cán sự đảng, 2025", _ENDED, _BCS, {"dia_danh_ngay": _MAY_2025}),
    Row("ban cán sự đảng, 2025", _ENDED, _BCS, {"dia_danh_ngay": _MAY_2025}, "tabs"),
    Row("ban cán sự đảng, 2025", _ENDED, "to_trinh_hd36", {"dia_danh_ngay": _MAY_2025}, "plain"),
    Row("đảng đoàn, 2025", _ENDED, _BCS, {
        **_group("ĐẢNG ĐOÀN", "ĐĐ", "ĐẢNG ĐOÀN", "HỘI NÔNG DÂN TỈNH"), "dia_danh_ngay": _MAY_2025,
    }, "breaks"),
    Row("huyện uỷ, 2025", _ENDED, "quy_dinh_hd36", {
        "dia_danh_ngay": "Triệu An, ngày 10 tháng 7 năm 2025", "so_ky_hieu": "Số 03-QĐ/HU"}),
    Row("đảng bộ huyện, 2026", _ENDED, _CB, {"co_quan_cap_tren": ("ĐẢNG BỘ HUYỆN TRIỆU AN",)}),
    Row("chi bộ ra quy định", _TYPE, _CB, _of("QUY ĐỊNH", "QĐ")),
    Row("chi bộ ra chỉ thị", _TYPE, _CB, _of("CHỈ THỊ", "CT"), "tabs"),
    Row("đảng uỷ phường ra chỉ thị", _TYPE, _NQ, _of("CHỈ THỊ", "CT"), "breaks"),
    Row("đảng uỷ phường ra thông tri", _TYPE, _NQ, _of("THÔNG TRI", "TT"), "plain"),
    Row("ban thường vụ đảng uỷ cơ sở ra quy chế", _TYPE, _HD, {**_BASE, **_of("QUY CHẾ", "QC")}),
    Row("đảng uỷ cơ sở ra hướng dẫn", _TYPE, _QC, {**_BASE, **_of("HƯỚNG DẪN", "HD")}),
)  # fmt: skip
