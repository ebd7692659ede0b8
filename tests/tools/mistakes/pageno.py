"""Tools of the tests: mistakes of page numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from mistakes.row import Row

_CODE = "PD.PAGENO"
_NQ, _BB, _QD, _QC = (
    "nghi_quyet_dang_uy",
    "bien_ban",
    "quyet_dinh_ban_hanh_quy_che",
    "quy_che_lam_viec",
)
_ANNEXES = "ke_hoach_co_phu_luc"
_Parts = dict[str, bytes]


def _page(**page: Any) -> dict[str, Any]:
    return {"page": page}


def _look(**look: Any) -> dict[str, Any]:
    return {"look": {"so_trang": look}}


def _replaced(old: str, new: str, *, part: str = "header") -> Callable[[_Parts], _Parts]:
    """A change of the XML of the text, or of every header."""

    def change(parts: _Parts) -> _Parts:
        names = [name for name in parts if name.startswith(f"word/{part}")]
        changed = {name: re.sub(old.encode(), new.encode(), parts[name]) for name in names}
        assert any(parts[name] != data for name, data in changed.items())
        return {**parts, **changed}

    return change


_PAGE = (
    '</w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    '<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">Trang </w:t></w:r>'
)
_OF_FIVE = (
    '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>'
    '</w:rPr><w:t xml:space="preserve"> / 5</w:t></w:r></w:p>'
)
_ROMAN = '<w:pgNumType w:fmt="lowerRoman"/><w:cols'
ROWS = (
    Row("không có số trang", _CODE, _NQ, _page(number="none"), mends=True),
    Row("không có số trang", _CODE, _BB, _page(number="none"), "tabs", mends=True),
    Row("không có số trang", _CODE, _QD, _page(number="none"), "plain", mends=True),
    Row("ở cuối trang", _CODE, _NQ, _page(number="footer"), "breaks", mends=True),
    Row("ở cuối trang", _CODE, _QC, _page(number="footer"), "numbered", mends=True),
    Row("ở cuối trang", _CODE, "to_trinh_hd36", _page(number="footer"), "tabs", mends=True),
    Row("có ở trang 1", _CODE, _NQ, _page(first=True), "bordered", mends=True),
    Row("có ở trang 1", _CODE, "nghi_quyet_chi_bo", _page(first=True), "tabs", mends=True),
    Row("cách mép 12,7 mm", _CODE, _BB, _page(header=12.7), mends=True),
    Row("cách mép 5 mm", _CODE, "quy_dinh_hd36", _page(header=5), "plain", mends=True),
    Row("căn phải", _CODE, _NQ, _look(align="right"), "tabs", mends=True),
    Row("căn trái", _CODE, _BB, _look(align="left"), "plain", mends=True),
    Row("cỡ chữ 12", _CODE, _QC, _look(size=12), mends=True),
    Row("nghiêng", _CODE, _QD, _look(italic=True), "breaks", mends=True),
    Row("2 / 5", _CODE, _NQ, raw=_replaced("</w:p>", _OF_FIVE), mends=True),
    Row("Trang 2", _CODE, _NQ, {}, "tabs", raw=_replaced("</w:pPr>", _PAGE), mends=True),
    Row("Trang 2", _CODE, _BB, {"page": {"number": "footer"}}, "plain", mends=True,
        raw=_replaced("</w:pPr>", _PAGE, part="footer")),
    Row("chữ số La Mã", _CODE, _BB, raw=_replaced(" PAGE ", r" PAGE \\\\* roman "), mends=True),
    Row("chữ số La Mã", _CODE, _QC, {}, "tabs", mends=True,
        raw=_replaced("<w:cols", _ROMAN, part="document")),
    Row("đánh số từ 0", _CODE, _NQ, {}, "plain", mends=True,
        raw=_replaced("<w:cols", '<w:pgNumType w:start="0"/><w:cols', part="document")),
    Row("phụ lục đánh số tiếp", _CODE, _ANNEXES, mends=True,
        raw=_replaced("<w:pgNumType[^>]*/>", "", part="document")),
)  # fmt: skip
