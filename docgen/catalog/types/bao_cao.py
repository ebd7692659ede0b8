"""Catalogue: báo cáo định kỳ and others; figures beside the plan and the same period (S5, S10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from docgen.catalog.fields import Day, Figure, Input, Text, field
from docgen.catalog.laws import has_text, signer_is_lawful
from docgen.catalog.model import DocumentType, Values
from docgen.catalog.outline import Row, outline
from docgen.catalog.papers import Written, bases
from docgen.catalog.tables import Column
from docgen.domain import vietnamese
from docgen.domain.outline import Level
from docgen.domain.ratios import change, percent
from docgen.errors import Problem


class PeriodKind(StrEnum):
    """How long the time is that a report is of."""

    MONTH = "tháng"
    QUARTER = "quý"
    HALF_YEAR = "6 tháng"
    NINE_MONTHS = "9 tháng"
    YEAR = "năm"
    OTHER = "khác"


_NOT_SHOWN = "để biết kỳ báo cáo và gợi ý trích yếu; trên giấy, kỳ báo cáo ghi ở trích yếu"


def _month_begins(on: date) -> date:
    return on.replace(day=1)


class Period(Input):
    """The time a report is of."""

    kind: PeriodKind | None = field(
        "Kỳ báo cáo",
        default=None,
        shown=False,
        why_not_shown=_NOT_SHOWN,
        example=PeriodKind.MONTH.value,
    )
    starts_on: Day | None = field(
        "Từ ngày", default=None, shown=False, why_not_shown=_NOT_SHOWN, example=_month_begins
    )
    ends_on: Day | None = field(
        "Đến ngày", default=None, shown=False, why_not_shown=_NOT_SHOWN, example=lambda on: on
    )


class Indicator(Input):
    """A figure, with what was planned and what it was in the same period of the last year."""

    number: Text | None = field(
        "Thứ tự",
        default=None,
        help="Để trống thì máy đánh số; nhóm chỉ tiêu ghi I, II, 1.1 …",
    )
    name: Text = field("Chỉ tiêu", example="Kết nạp đảng viên")
    unit: Text | None = field("Đơn vị tính", default=None, example="đảng viên")
    planned: Figure | None = field(
        "Kế hoạch", default=None, help="Viết 1.234,5; có thể ghi chữ.", example="40"
    )
    now: Figure | None = field("Kỳ này", default=None, example="14")
    before: Figure | None = field("Cùng kỳ năm trước", default=None, example="12")
    note: Text | None = field("Ghi chú", default=None)


def of_plan(row: Values, _values: Values) -> str:
    """Per cent of the plan; empty where a figure lacks or is nothing, or is itself in per cent."""
    return percent(*_figures(row, "now", "planned"))


def against_before(row: Values, _values: Values) -> str:
    """The change against the same period, in per cent of it; empty as `of_plan`."""
    return change(*_figures(row, "now", "before"))


def _figures(row: Values, *names: str) -> list[Decimal | None]:
    if "%" in str(row.get("unit") or ""):
        return [None] * len(names)
    return [_figure(row.get(name)) for name in names]


def _figure(text: Any) -> Decimal | None:
    try:
        return vietnamese.parse_decimal(str(text or ""))
    except ValueError:
        return None


_COLUMNS = (
    Column("TT", ("number",), is_number=True),
    Column("Chỉ tiêu", ("name",)),
    Column("Đơn vị tính", ("unit",)),
    Column("Kế hoạch", ("planned",)),
    Column("Kỳ này", ("now",)),
    Column("Cùng kỳ năm trước", ("before",)),
    Column("So với kế hoạch (%)", computed=of_plan),
    Column("Tăng, giảm so với cùng kỳ (%)", computed=against_before),
    Column("Ghi chú", ("note",)),
)


class BaoCao(Written):
    """A report on a period or a subject; a yearly one has two parts: the political task, then
    organisation and personnel (S5, S17)."""

    period: Period | None = field(
        "Kỳ báo cáo",
        default=None,
        help="Báo cáo chuyên đề, đột xuất thì để trống.",
        step="Mở đầu",
        example={},
    )
    trich_yeu: Text = field(
        "Trích yếu",
        lines=True,
        help="Thí dụ: kết quả công tác quý III, phương hướng, nhiệm vụ quý IV năm 2026.",
        example="kết quả công tác tháng, phương hướng, nhiệm vụ tháng tới",
    )
    can_cu: list[Text] = bases()
    noi_dung: list[Row] = outline(
        help="Báo cáo năm của đảng uỷ, ban cán sự đảng, đảng đoàn gửi cấp uỷ cùng cấp có hai phần: "
        "thực hiện nhiệm vụ chính trị; công tác tổ chức, cán bộ. Muốn bảng số liệu in ở giữa bài "
        "hoặc ở phụ lục thì thêm ở đó một dòng cấp «Bảng», không ghi ô nào.",
        example=[
            {"level": Level.HEADING.value, "text": "Kết quả thực hiện nhiệm vụ chính trị"},
            {"level": Level.CLAUSE.value, "text": "Hoàn thành 11/12 nhiệm vụ đã đề ra."},
            {"level": Level.HEADING.value, "text": "Công tác tổ chức, cán bộ"},
            {"level": Level.CLAUSE.value, "text": "Kết nạp 14 đảng viên."},
            {"level": Level.TABLE.value, "text": "Một số chỉ tiêu so với cùng kỳ"},
            {"level": Level.HEADING.value, "text": "Hạn chế, nguyên nhân"},
            {"level": Level.PARAGRAPH.value, "text": "Một nhiệm vụ còn chậm do thiếu nhân lực."},
            {"level": Level.HEADING.value, "text": "Phương hướng, nhiệm vụ kỳ tới"},
            {"level": Level.CLAUSE.value, "text": "Hoàn thành nhiệm vụ còn chậm."},
        ],
    )
    figures: list[Indicator] = field(
        "Số liệu so với kế hoạch, cùng kỳ",
        default=[],
        row="Chỉ tiêu",
        columns=_COLUMNS,
        help="Máy tính tỉ lệ so với kế hoạch và mức tăng, giảm so với cùng kỳ khi có đủ số liệu; "
        "không tính khi thiếu số, số gốc bằng 0 hoặc đơn vị tính là %. Cột không có số thì không "
        "in.",
        step="Bảng số liệu",
        example=[{}],
    )
    closing: Text | None = field("Đoạn kết", default=None, lines=True)


def wrong_period(values: Values) -> Iterator[Problem]:
    """A period ends on the day it starts or later."""
    period = values.get("period") or {}
    starts, ends = period.get("starts_on"), period.get("ends_on")
    if isinstance(starts, date) and isinstance(ends, date) and ends < starts:
        yield Problem(
            "REPORT.PERIOD",
            f"Kỳ báo cáo kết thúc ngày {vietnamese.date_short(ends)}, trước ngày bắt đầu "
            f"({vietnamese.date_short(starts)}). Hãy sửa một trong hai ngày.",
            ("period", "ends_on"),
        )


def no_subject(values: Values) -> Iterator[Problem]:
    """A report says in its trích yếu what it is of; one is proposed from its period."""
    if not values.get("trich_yeu"):
        yield Problem(
            "REPORT.NO_SUBJECT",
            f"Chưa ghi trích yếu; có thể ghi: {proposed_subject(values.get('period') or {})}.",
            ("trich_yeu",),
        )


def proposed_subject(period: Mapping[str, Any]) -> str:
    """«kết quả công tác quý III năm 2026», for a period whose kind and end are known."""
    kind, ends = period.get("kind"), period.get("ends_on")
    if not isinstance(ends, date):
        return "kết quả công tác của kỳ báo cáo"
    words = {
        PeriodKind.MONTH: f"tháng {ends.month} ",
        PeriodKind.QUARTER: f"quý {vietnamese.roman((ends.month + 2) // 3)} ",
        PeriodKind.HALF_YEAR: f"6 tháng {'đầu' if ends.month <= 6 else 'cuối'} ",
        PeriodKind.NINE_MONTHS: "9 tháng ",
    }
    return f"kết quả công tác {words.get(kind, '')}năm {ends.year}"  # type: ignore[arg-type]


TYPE = DocumentType(
    key="bao_cao",
    title="Báo cáo",
    ten_loai="Báo cáo",
    symbol="BC",
    model=BaoCao,
    laws=(has_text, wrong_period, no_subject, signer_is_lawful),
)
