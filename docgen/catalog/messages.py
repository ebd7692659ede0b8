"""Catalogue: pydantic's findings as Vietnamese problems with stable codes."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import ErrorDetails

from docgen.errors import Path, Problem

_DAY = ("INPUT.DATE", "{typed} không phải là ngày; viết ngày/tháng/năm: 03/4/2024.")
_CLOCK = ("INPUT.TIME", "{typed} không phải là giờ; viết giờ:phút: 14:00.")
_NUMBER = ("INPUT.NUMBER", "{typed} không phải là số nguyên; viết bằng chữ số: 8.")
_CHOICE = ("INPUT.CHOICE", "{typed} không có trong danh sách: {expected}.")
_YES_OR_NO = ("INPUT.BOOL", "{typed} phải là có (true) hoặc không (false).")
_RECORD = ("INPUT.RECORD", "Mục này phải là một nhóm trường {{…}}.")

MISSING = "INPUT.MISSING"
"""The code of what is required and not there."""
_SENTENCES: dict[str, tuple[str, str]] = {
    "missing": (MISSING, "Chưa ghi; mục này bắt buộc."),
    "extra_forbidden": ("INPUT.UNKNOWN", "Không có mục «{name}».{near}"),
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "time_type": _CLOCK,
    "time_parsing": _CLOCK,
    "greater_than_equal": ("INPUT.TOO_SMALL", "Số {typed} không được nhỏ hơn {ge}."),
    "less_than_equal": ("INPUT.TOO_LARGE", "Số {typed} không được lớn hơn {le}."),
    "enum": _CHOICE,
    "unknown_choice": _CHOICE,
    "bool_type": _YES_OR_NO,
    "bool_parsing": _YES_OR_NO,
    "list_type": ("INPUT.LIST", "Mục này phải là một danh sách."),
    "model_type": _RECORD,
    "model_attributes_type": _RECORD,
    "string_type": ("INPUT.TEXT", "{typed} phải là chữ, đặt trong dấu ngoặc kép."),
    "not_a_number": _NUMBER,
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_parsing_size": _NUMBER,
    "int_from_float": _NUMBER,
    "finite_number": _NUMBER,
    "not_a_day": _DAY,
    "day_far_off": ("INPUT.YEAR", "{typed}: năm phải trong khoảng 1930 - 2100."),
    "not_a_figure": (
        "INPUT.FIGURE",
        "{typed} không đúng cách viết số; viết dấu chấm giữa các hàng nghìn, dấu phẩy trước phần "
        "thập phân: 1.234,5.",
    ),
    "bad_symbol": ("INPUT.SYMBOL", "{typed}: ký hiệu chỉ gồm chữ hoa viết liền, như BCSĐ, ĐU."),
    "bad_place": ("INPUT.PLACE", "{typed}: chỉ ghi tên địa danh, trên một dòng, không kèm ngày."),
    "not_a_table": ("INPUT.TABLE", "Bảng phải gồm các dòng, mỗi dòng gồm các ô."),
    "ragged_table": (
        "INPUT.RAGGED",
        "Dòng {row} của bảng có {cells} ô, dòng đầu có {head} ô; sửa cho bằng nhau.",
    ),
    "bad_key": ("INPUT.KEY", "{typed}: tên để dẫn chiếu chỉ gồm chữ thường không dấu, số và «-»."),
    "not_a_clock": _CLOCK,
}
"""pydantic's error type: our code and sentence."""
_OTHER = ("INPUT.UNREADABLE", "Không đọc được {typed}; hãy ghi lại mục này.")


def problem_of(detail: ErrorDetails, near: str = "") -> Problem:
    """The problem one pydantic error stands for; `near` is the nearest declared name, if any."""
    where: Path = tuple(detail["loc"])
    facts: dict[str, Any] = dict(detail.get("ctx") or {})
    facts["expected"] = re.sub("', '|' or '", "; ", str(facts.get("expected", ""))).strip("'")
    facts["typed"] = _quoted(detail.get("input"))
    facts["name"] = where[-1] if where else ""
    facts["near"] = f" Có phải «{near}»?" if near else ""
    code, sentence = _SENTENCES.get(detail["type"], _OTHER)
    return Problem(code, sentence.format(**facts), where)


def _quoted(value: Any) -> str:
    text = str(value)
    return f"«{text[:60]}…»" if len(text) > 60 else f"«{text}»"
