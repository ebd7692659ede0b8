"""Tools of the tests: mistakes of annexes: label, title, what they belong to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from handtyped.paper import Appendix
from mistakes.row import Row

_LABEL, _TITLE = "PD.APPX.LABEL", "PD.APPX.TITLE"
_KH, _BCS = "ke_hoach_co_phu_luc", "nghi_quyet_ban_can_su_dang"


def _each(**texts: Callable[[Appendix, int], Any]) -> dict[str, Any]:
    """Every annex with texts made from it and its place."""

    def changed(annexes: tuple[Appendix, ...]) -> tuple[Appendix, ...]:
        return tuple(
            replace(annex, **{name: text(annex, place) for name, text in texts.items()})
            for place, annex in enumerate(annexes, 1)
        )

    return {"phu_luc": changed}


def _label(name: str, text: Callable[[int], str], layout: str = "table", *, after: str = "") -> Row:
    change = _each(nhan=lambda _, place: text(place))
    return Row(name, _LABEL, _KH, change, layout, mends=bool(after), after=after)


def _reference(
    name: str, change: Callable[[str], str], layout: str = "table", *, after: str = ""
) -> Row:
    texts = _each(kem_theo=lambda annex, _: change(annex.kem_theo))
    return Row(name, _TITLE, _KH, texts, layout, mends=bool(after), after=after)


ROWS = (
    _label("chữ số La Mã", lambda n: f"Phụ lục {'I' * n}", after="Phụ lục 2\n"),
    _label("chữ số La Mã", lambda n: f"PHỤ LỤC {'I' * n}", "tabs", after="PHỤ LỤC 2\n"),
    _label("có chữ «số»", lambda n: f"Phụ lục số {n}", "plain", after="Phụ lục 2\n"),
    _label("số 0 đứng trước", lambda n: f"Phụ lục 0{n}", after="Phụ lục 2\n"),
    _label("dấu chấm", lambda n: f"Phụ lục {n}.", "breaks", after="Phụ lục 2\n"),
    _label("không đánh số", lambda n: "Phụ lục"),
    _label("cùng dòng với tên", lambda n: f"Phụ lục {n}. Danh sách kèm theo"),
    _label("đánh chữ", lambda n: f"Phụ lục {'AB'[n - 1]}"),
    Row("căn trái", _LABEL, _KH, {"look": {"phu_luc": {"align": "left"}}}, mends=True),
    Row("thiếu tên", _TITLE, _KH, _each(ten=lambda annex, _: ())),
    Row("thiếu tên", _TITLE, _KH, _each(ten=lambda annex, _: ()), "plain"),
    _reference("thiếu chỉ dẫn", lambda text: ""),
    _reference("thiếu chỉ dẫn", lambda text: "", "tabs"),
    _reference("không có ngoặc", lambda text: text[1:-1], after="(Kèm theo Kế hoạch"),
    _reference("thiếu ngoặc đóng", lambda text: text[:-1], "breaks", after="Nam Đông Hà)"),
    _reference("số khác", lambda text: text.replace("31-KH", "13-KH")),
    Row("căn trái", _TITLE, _KH, {"look": {"phu_luc_ten": {"align": "left"}}}, mends=True),
)
