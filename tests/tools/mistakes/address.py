"""Tools of the tests: mistakes of «Kính gửi», «Kính trình» and of who is addressed."""

from __future__ import annotations

from collections.abc import Callable

from mistakes.row import Row

_LETTER, _SUBMISSION, _LIST = "PD.TO.LABEL_CV", "PD.TO.LABEL_TTR", "PD.TO.LIST"
_CV, _KHAN, _CV36 = "cong_van", "cong_van_khan", "cong_van_hd36"
_TTR, _TTR36 = "to_trinh", "to_trinh_hd36"


def _label(name: str, paper: str, text: str, layout: str = "table", *, after: str) -> Row:
    code = _SUBMISSION if paper.startswith("to_trinh") else _LETTER
    return Row(name, code, paper, {"kinh_gui": text}, layout, mends=True, after=after)


def _missing(paper: str, layout: str = "table") -> Row:
    code = _SUBMISSION if paper.startswith("to_trinh") else _LETTER
    return Row("thiếu", code, paper, {"kinh_gui": "", "kinh_gui_dong": ()}, layout)


def _look(paper: str, layout: str = "table", *, element: str = "kinh_gui", **look: object) -> Row:
    label = _SUBMISSION if paper.startswith("to_trinh") else _LETTER
    code = label if element == "kinh_gui" else _LIST
    return Row(", ".join(look), code, paper, {"look": {element: look}}, layout, mends=True)


def _names(
    name: str, paper: str, change: Callable[[str], str], layout: str = "table", *, after: str
) -> Row:
    """Every name changed."""
    texts = {"kinh_gui_dong": lambda names: tuple(change(one) for one in names)}
    return Row(name, _LIST, paper, texts, layout, mends=True, after=after)


ROWS = (
    _missing(_CV),
    _missing(_KHAN, "plain"),
    _missing(_CV36, "tabs"),
    _missing(_TTR),
    _missing(_TTR36, "numbered"),
    _label("không có dấu hai chấm", _CV, "Kính gửi", after="Kính gửi:\n"),
    _label("không có dấu hai chấm", _KHAN, "Kính gửi", "tabs", after="Kính gửi: Các"),
    _label("không có dấu hai chấm", _CV36, "Kính gửi", "plain", after="Kính gửi:\n"),
    _label("cách trước dấu hai chấm", _CV, "Kính gửi :", "breaks", after="Kính gửi:\n"),
    _label("chữ hoa", _CV, "KÍNH GỬI:", after="Kính gửi:\n"),
    _label("kính trình", _CV, "Kính trình:", after="Kính gửi:\n"),
    _label("kính gửi", _TTR, "Kính gửi:", after="Kính trình:\n"),
    _label("kính gửi", _TTR, "Kính gửi:", "tabs", after="Kính trình:\n"),
    _label("kính trình", _TTR36, "Kính trình:", "plain", after="Kính gửi: Ban"),
    _label("không có dấu hai chấm", _TTR, "Kính trình", "breaks", after="Kính trình:\n"),
    _look(_CV, italic=False),
    _look(_KHAN, "plain", bold=True),
    _look(_CV36, "tabs", size=13),
    _look(_CV, "numbered", align="left"),
    _look(_TTR, italic=False),
    _look(_TTR36, "tabs", size=12),
    _names("dấu phẩy", _CV, lambda text: text.replace(";", ","), after="Đảng uỷ;\n"),
    _names("dấu chấm", _TTR, lambda text: text.replace(";", "."), "tabs", after="Tỉnh uỷ;\n"),
    _names("dấu chấm phẩy", _CV36, lambda text: text[:-1] + ";", "plain", after="giúp việc,\n"),
    _names("không có dấu", _CV, lambda text: text[:-1], "breaks", after="trực thuộc;\n"),
    _names("không có gạch nối", _CV, lambda text: text[2:], after="\n- Các cơ quan"),
    _names("không có gạch nối", _TTR, lambda text: text[2:], "plain", after="\n- Ban Tổ chức"),
    _names("gạch dài", _CV36, lambda text: "– " + text[2:], after="\n- Các cơ quan"),
    _names("liền gạch nối", _TTR, lambda text: "-" + text[2:], "numbered", after="\n- Ban"),
    _names("dấu chấm", _KHAN, lambda text: text[:-1] + ".", after="đặc khu;\n"),
    _look(_CV, element="kinh_gui_dong", bold=True),
    _look(_TTR, "plain", element="kinh_gui_dong", italic=True),
    _look(_TTR36, "tabs", element="kinh_gui_dong", size=13),
)
