"""Tools of the tests: mistakes of signatures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from handtyped.paper import Signature
from mistakes.row import Row

_AUTH, _ROLE, _NAME, _ORDER = "PD.SIGN.AUTH", "PD.SIGN.ROLE", "PD.SIGN.NAME", "PD.SIGN.ORDER"
_NQ, _BCS = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang"
_QD, _CV, _TTR, _BB = "quyet_dinh_ban_hanh_quy_che", "cong_van", "to_trinh", "bien_ban"
_Signers = tuple[Signature, ...]


def _signed(**changes: Any) -> dict[str, Callable[[_Signers], _Signers]]:
    """The signer with something else: `quyen_han`, `chuc_vu` as one line, `ho_ten`."""
    lines = {
        name: (value,) if isinstance(value, str) and name != "ho_ten" else value
        for name, value in changes.items()
    }
    return {"chu_ky": lambda signers: tuple(replace(signer, **lines) for signer in signers)}


def _look(element: str, **look: Any) -> dict[str, Any]:
    return {"look": {element: look}}


def _mends(name: str, paper: str, said: str, after: str, layout: str = "table") -> Row:
    return Row(name, _AUTH, paper, _signed(quyen_han=said), layout, mends=True, after=after)


ROWS = (
    _mends("TM.", _NQ, "TM. ĐẢNG UỶ", "T/M ĐẢNG UỶ"),
    _mends("TM.", _BCS, "TM. BAN CÁN SỰ ĐẢNG", "T/M BAN CÁN SỰ ĐẢNG", "tabs"),
    _mends("T.M", _QD, "T.M ĐẢNG UỶ", "T/M ĐẢNG UỶ", "plain"),
    _mends("TM không dấu", _TTR, "TM BAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ", "breaks"),
    _mends("T/M.", _NQ, "T/M. ĐẢNG UỶ", "T/M ĐẢNG UỶ", "numbered"),
    _mends("thiếu dấu cách", _TTR, "T/MBAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ"),
    _mends("TL.", _CV, "TL. BAN THƯỜNG VỤ", "T/L BAN THƯỜNG VỤ", "bordered"),
    _mends("Thay mặt", _BCS, "THAY MẶT BAN CÁN SỰ ĐẢNG", "T/M BAN CÁN SỰ ĐẢNG"),
    _mends("TM:", _NQ, "TM: ĐẢNG UỶ", "T/M ĐẢNG UỶ", "tabs"),
    _mends("T / M", _QD, "T / M ĐẢNG UỶ", "T/M ĐẢNG UỶ", "plain"),
    _mends("KT.", "bao_cao_ban_to_chuc", "KT. TRƯỞNG BAN", "K/T TRƯỞNG BAN"),
    _mends("Q.TRƯỞNG BAN", "bao_cao_ban_to_chuc", "Q.TRƯỞNG BAN", "Q. TRƯỞNG BAN", "tabs"),
    Row("T/M cơ quan tham mưu", _AUTH, "bao_cao_ban_to_chuc",
        _signed(quyen_han="T/M BAN TỔ CHỨC")),
    Row("K/T chủ nhiệm", _AUTH, "quyet_dinh_kiem_tra",
        _signed(quyen_han="K/T CHỦ NHIỆM", chuc_vu="PHÓ CHỦ NHIỆM")),
    Row("TUQ.", _AUTH, _CV, _signed(quyen_han="TUQ. BAN THƯỜNG VỤ"), "tabs"),
    Row("chữ thường", _AUTH, _NQ, _signed(quyen_han="T/M Đảng uỷ"), mends=True),
    Row("chữ thường", _AUTH, _CV, _signed(quyen_han="T/L Ban Thường vụ"), "plain", mends=True),
    Row("không đậm", _AUTH, _NQ, _look("quyen_han_ky", bold=False), mends=True),
    Row("không đậm", _AUTH, _BCS, _look("quyen_han_ky", bold=False), "tabs", mends=True),
    Row("cỡ chữ 13", _AUTH, _TTR, _look("quyen_han_ky", size=13), "breaks", mends=True),
    Row("nghiêng", _AUTH, _QD, _look("quyen_han_ky", italic=True), "plain", mends=True),
    Row("căn trái", _AUTH, _CV, _look("quyen_han_ky", align="left"), mends=True),
    Row("K/T bí thư", _AUTH, _NQ, _signed(quyen_han="K/T BÍ THƯ", chuc_vu="PHÓ BÍ THƯ")),
    Row("K/T bí thư", _AUTH, _BCS, _signed(quyen_han="K/T BÍ THƯ", chuc_vu="PHÓ BÍ THƯ"), "tabs"),
    Row("K/T tập thể", _AUTH, _QD, _signed(quyen_han="K/T ĐẢNG UỶ"), "plain"),
    Row("T/M đảng bộ", _AUTH, _NQ, _signed(quyen_han="T/M ĐẢNG BỘ"), "breaks"),
    Row("T/M người đứng đầu", _AUTH, _TTR, _signed(quyen_han="T/M BÍ THƯ"), "bordered"),
    Row("T/M tập thể khác", _AUTH, _QD, _signed(quyen_han="T/M CHI BỘ")),
    Row("T/M tập thể khác", _AUTH, _BCS, _signed(quyen_han="T/M ĐẢNG UỶ"), "tabs"),
    Row("T/M ban chấp hành", _AUTH, _NQ, _signed(quyen_han="T/M BAN CHẤP HÀNH"), "numbered"),
    Row("không có phần ký", _AUTH, _NQ, {"chu_ky": (), "noi_nhan": lambda lines: lines}, "plain"),
    Row("đậm", _ROLE, _NQ, _look("chuc_vu_ky", bold=True), mends=True),
    Row("đậm", _ROLE, _BCS, _look("chuc_vu_ky", bold=True), "plain", mends=True),
    Row("đậm", _ROLE, _CV, _look("chuc_vu_ky", bold=True), "tabs", mends=True),
    Row("cỡ chữ 12", _ROLE, _TTR, _look("chuc_vu_ky", size=12), "breaks", mends=True),
    Row("cỡ chữ 13", _ROLE, _BB, _look("ky_bien_ban", size=13), "tabs", mends=True),
    Row("chữ thường", _ROLE, _NQ, _signed(chuc_vu="Bí thư"), "bordered", mends=True),
    Row("chữ thường", _ROLE, _QD, _signed(chuc_vu="Phó Bí thư"), "tabs", mends=True),
    Row("dấu chấm ở cuối", _ROLE, _NQ, _signed(chuc_vu="BÍ THƯ."), mends=True, after="BÍ THƯ"),
    Row("kèm tên cơ quan", _ROLE, _NQ, _signed(chuc_vu="BÍ THƯ ĐẢNG UỶ")),
    Row("kèm tên cơ quan", _ROLE, _CV, _signed(chuc_vu="CHÁNH VĂN PHÒNG ĐẢNG UỶ"), "tabs"),
    Row("kèm tên cơ quan", _ROLE, _BCS, _signed(chuc_vu="BÍ THƯ BAN CÁN SỰ ĐẢNG"), "plain"),
    Row("uỷ viên", _ROLE, _TTR, _signed(chuc_vu="UỶ VIÊN BAN THƯỜNG VỤ"), "breaks"),
    Row("uỷ viên", _ROLE, _NQ, _signed(chuc_vu="ĐẢNG UỶ VIÊN")),
    Row("không đậm", _NAME, _NQ, _look("ho_ten_ky", bold=False), mends=True),
    Row("không đậm", _NAME, _BB, _look("ho_ten_ky", bold=False), "plain", mends=True),
    Row("cỡ chữ 13", _NAME, _BCS, _look("ho_ten_ky", size=13), "tabs", mends=True),
    Row("nghiêng", _NAME, _TTR, _look("ho_ten_ky", italic=True), "breaks", mends=True),
    Row("chữ thường", _NAME, _NQ, _signed(ho_ten="nguyễn thị hoà"), mends=True,
        after="Nguyễn Thị Hoà"),
    Row("không có họ tên", _NAME, _TTR, _signed(ho_ten="")),
    Row("học vị", _NAME, _NQ, _signed(ho_ten="TS. Nguyễn Thị Hoà")),
    Row("học vị", _NAME, _BCS, _signed(ho_ten="ThS Lê Minh Quang"), "tabs"),
    Row("học hàm", _NAME, _TTR, _signed(ho_ten="PGS.TS. Phan Đức Lương"), "plain"),
    Row("quân hàm", _NAME, _QD, _signed(ho_ten="Đại tá Cao Văn Thịnh"), "breaks"),
    Row("đồng chí", _NAME, _CV, _signed(ho_ten="Đ/c Trần Đình Sơn"), "bordered"),
    Row("học vị ở sau", _NAME, _CV, _signed(ho_ten="Trần Đình Sơn, ThS"), "numbered"),
    Row("in hoa", _NAME, _NQ, _signed(ho_ten="NGUYỄN THỊ HOÀ"), mends=True, after="Nguyễn Thị Hoà"),
    Row("in hoa", _NAME, _BCS, _signed(ho_ten="LÊ MINH QUANG"), "tabs", mends=True,
        after="Lê Minh Quang"),
    Row("chủ trì ký bên trái", _ORDER, _BB, {"chu_ky": lambda signers: signers[::-1]}),
    Row("chủ trì ký bên trái", _ORDER, _BB, {"chu_ky": lambda signers: signers[::-1]}, "tabs"),
    Row("chủ trì ký bên trái", _ORDER, "bien_ban_hd36", {"chu_ky": lambda signers: signers[::-1]}),
    Row("cơ quan chủ trì bên trái", _ORDER, "quy_che_phoi_hop",
        {"chu_ky": lambda signers: signers[::-1]}),
    Row("cơ quan chủ trì bên trái", _ORDER, "quy_che_phoi_hop",
        {"chu_ky": lambda signers: signers[::-1]}, "plain"),
    Row("cơ quan chủ trì bên trái", _ORDER, "chuong_trinh_phoi_hop",
        {"chu_ky": lambda signers: signers[::-1]}, "tabs"),
)  # fmt: skip
