"""Catalogue: points that were concluded, each with what has to be done (kết luận, thông báo)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.catalog.fields import Input, Text, field
from docgen.catalog.inputs import Task
from docgen.catalog.model import Values
from docgen.catalog.outline import Row, outline
from docgen.catalog.papers import Written
from docgen.errors import Problem


class Point(Input):
    """One point that was concluded: what about, the conclusion, who does what by when."""

    title: Text | None = field(
        "Về việc",
        default=None,
        lines=True,
        help="In đậm ở đầu mục. Để trống thì mục bắt đầu bằng lời kết luận.",
        example="Kết quả công tác tháng trước",
    )
    text: Text | None = field(
        "Kết luận", default=None, lines=True, example="Thống nhất nội dung báo cáo."
    )
    noi_dung: list[Row] = outline("Các ý cụ thể")
    tasks: list[Task] = field("Giao nhiệm vụ", default=[], row="Việc", example=[{}])


class Concluding(Written):
    """A paper that tells what was concluded: an opening, points with their tasks, an end."""

    noi_dung: list[Row] = outline(
        help="Mở đầu: Tại phiên họp ngày …, sau khi nghe …, … kết luận như sau. Văn bản không chia "
        "theo từng nội dung kết luận thì ghi cả ở đây.",
        example=[{"text": "Tại cuộc họp, người chủ trì kết luận như sau:"}],
    )
    points: list[Point] = field(
        "Các nội dung kết luận",
        default=[],
        row="Nội dung",
        help="Số thứ tự do máy ghi. Việc giao trong một nội dung ghi ngay ở nội dung đó.",
        example=[{"title": "Kết quả công tác tháng trước", "text": "Thống nhất nội dung báo cáo.",
                  "tasks": [{}]}],
        step="Kết luận",
    )  # fmt: skip


class CarriedOut(Input):
    """Who sees that the whole paper is carried out, and its last paragraph."""

    tasks: list[Task] = field("Tổ chức thực hiện", default=[], row="Việc", step="Tổ chức thực hiện")
    closing: Text | None = field("Đoạn kết", default=None, lines=True)


def something_is_concluded(values: Values) -> Iterator[Problem]:
    """A paper of conclusions has something besides its title, and each point more than a name."""
    if not any(values.get(name) for name in ("noi_dung", "points", "opinions", "tasks", "closing")):
        yield Problem(
            "CONCLUSION.EMPTY",
            "Văn bản chưa có nội dung; hãy ghi các nội dung kết luận.",
            ("noi_dung",),
        )
    for index, point in enumerate(values.get("points") or ()):
        if not any(point.get(name) for name in ("text", "noi_dung", "tasks")):
            yield Problem(
                "CONCLUSION.ONLY_A_NAME",
                "Nội dung này mới có tên; hãy ghi kết luận hoặc việc giao, hoặc xoá đi.",
                ("points", index, "text"),
            )
