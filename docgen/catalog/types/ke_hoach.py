"""Catalogue: kế hoạch: of training, of propaganda, of carrying out a resolution (S10)."""

from __future__ import annotations

from typing import Any

from docgen.catalog.fields import Text, field
from docgen.catalog.laws import has_text, signer_is_lawful
from docgen.catalog.model import DocumentType, Values, signer_for
from docgen.catalog.outline import Row
from docgen.catalog.papers import bases
from docgen.catalog.plans import Planned, planned_text, task_ends_before_it_starts
from docgen.domain.outline import Level
from docgen.errors import Conflict


class KeHoach(Planned):
    """A plan."""

    trich_yeu: Text = field(
        "Trích yếu",
        lines=True,
        help="Thí dụ: đào tạo, bồi dưỡng cán bộ năm 2027; thực hiện Nghị quyết số …",
        example="đào tạo, bồi dưỡng cán bộ năm tới",
    )
    can_cu: list[Text] = bases()
    noi_dung: list[Row] = planned_text(
        (Level.HEADING, "Mục đích, yêu cầu"),
        (Level.SUBHEADING, "Mục đích"),
        (Level.PARAGRAPH, "Nâng cao năng lực của cán bộ"),
        (Level.SUBHEADING, "Yêu cầu"),
        (Level.PARAGRAPH, "Đúng đối tượng, thiết thực, tiết kiệm"),
        (Level.HEADING, "Nội dung, tiến độ"),
        (Level.TABLE, "Bảng phân công nhiệm vụ"),
        (Level.HEADING, "Tổ chức thực hiện"),
        (Level.PARAGRAPH, "Các cơ quan được giao nhiệm vụ báo cáo kết quả khi hoàn thành"),
    )


def from_meeting(organisation: Values, meeting: Values, spelling: str) -> dict[str, Any]:
    """A draft with the tasks that the chair gave, in order. Raises `Conflict` when none was."""
    tasks = [task for item in meeting.get("agenda") or () for task in item.get("tasks") or ()]
    if not tasks:
        raise Conflict(
            "Biên bản chưa ghi giao nhiệm vụ nào, nên chưa lập được kế hoạch. Ghi người chủ trì "
            "giao việc gì cho ai trong biên bản trước."
        )
    return {
        "organisation": dict(organisation),
        "tasks": [
            {
                "content": task.get("content"),
                "owner": task.get("assignee"),
                "ends_on": task.get("deadline"),
            }
            for task in tasks
        ],
        "signer": signer_for(organisation, meeting.get("chair") or {}, spelling),
    }


TYPE = DocumentType(
    key="ke_hoach",
    title="Kế hoạch",
    ten_loai="Kế hoạch",
    symbol="KH",
    model=KeHoach,
    laws=(has_text, task_ends_before_it_starts, signer_is_lawful),
    from_meeting=from_meeting,
)
