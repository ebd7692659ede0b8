"""Catalogue: what programmes and plans have: a text and a table of tasks, who does what by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from docgen.catalog.fields import Day, Input, Text, field
from docgen.catalog.model import Values
from docgen.catalog.outline import Row, outline
from docgen.catalog.papers import Written
from docgen.catalog.tables import Column
from docgen.domain import vietnamese
from docgen.domain.outline import Level
from docgen.errors import Problem

COLUMNS = (
    Column("TT", ("number",), is_number=True),
    Column("Nội dung", ("content",)),
    Column("Phụ trách", ("leader",)),
    Column("Cơ quan chủ trì", ("owner",)),
    Column("Cơ quan phối hợp", ("partners",)),
    Column(
        "Thời gian",
        ("time", "starts_on", "ends_on"),
        words={"starts_on": "từ\u00a0", "ends_on": "đến\u00a0"},
    ),
    Column("Kết quả", ("outcome",)),
    Column("Ghi chú", ("note",)),
)


class PlannedTask(Input):
    """One task of a plan. Of the head of a group only the content is known."""

    number: Text | None = field(
        "Thứ tự", default=None, help="Để trống thì máy đánh số; nhóm việc ghi I, II, Tháng 01 …"
    )
    content: Text = field("Nội dung", lines=True, example="Sơ kết công tác 6 tháng đầu năm")
    leader: Text | None = field("Người phụ trách", default=None)
    owner: Text | None = field("Cơ quan chủ trì", default=None, example="Văn phòng")
    partners: Text | None = field("Cơ quan phối hợp", default=None, lines=True)
    time: Text | None = field(
        "Thời gian",
        default=None,
        help="Ghi bằng chữ: Tháng 3, Quý II, Thường xuyên; hoặc ghi ngày ở hai ô sau.",
        example="Tháng 6",
    )
    starts_on: Day | None = field("Từ ngày", default=None)
    ends_on: Day | None = field("Đến ngày", default=None)
    outcome: Text | None = field(
        "Kết quả, sản phẩm", default=None, lines=True, help="Báo cáo, nghị quyết, lớp học …"
    )
    note: Text | None = field("Ghi chú", default=None, lines=True)


def planned_text(*rows: tuple[Level, str]) -> Any:
    """Declare the text of a plan, with the place of its table."""
    return outline(
        help="Bảng nhiệm vụ in ở cuối nội dung. Muốn in ở chỗ khác hoặc ở phụ lục thì thêm ở đó "
        "một dòng cấp «Bảng», không ghi ô nào.",
        example=[{"level": level.value, "text": text} for level, text in rows],
        step="Nội dung",
    )


class Planned(Written):
    """A programme or a plan: purpose and content in rows, tasks in a table."""

    noi_dung: list[Row] = planned_text()
    tasks: list[PlannedTask] = field(
        "Bảng nhiệm vụ",
        default=[],
        row="Nhiệm vụ",
        columns=COLUMNS,
        help="Cột không có nội dung thì không in.",
        step="Bảng nhiệm vụ",
        example=[{}],
    )
    closing: Text | None = field("Đoạn kết", default=None, lines=True)


def task_ends_before_it_starts(values: Values) -> Iterator[Problem]:
    """A task ends on the day it starts or later."""
    for index, task in enumerate(values.get("tasks") or ()):
        starts, ends = task.get("starts_on"), task.get("ends_on")
        if isinstance(starts, date) and isinstance(ends, date) and ends < starts:
            yield Problem(
                "PLAN.TASK_PERIOD",
                f"Nhiệm vụ kết thúc ngày {vietnamese.date_short(ends)}, trước ngày bắt đầu "
                f"({vietnamese.date_short(starts)}). Hãy sửa một trong hai ngày.",
                ("tasks", index, "ends_on"),
            )
