"""Catalogue: nghị quyết of a meeting (sections `I-`, `1.`, `a)`; who does what by when)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.catalog.fields import Text, field
from docgen.catalog.inputs import Task
from docgen.catalog.laws import signer_is_lawful
from docgen.catalog.meeting_drafts import is_decided
from docgen.catalog.model import DocumentType, Values, signer_for
from docgen.catalog.outline import Row, outline
from docgen.catalog.papers import Written, bases
from docgen.domain.outline import Level
from docgen.errors import Conflict, Problem


class NghiQuyet(Written):
    """A resolution: its bases, its text in sections, and how it is carried out."""

    noi_dung: list[Row] = outline(
        example=[
            {"level": Level.HEADING.value, "text": "Mục tiêu, nhiệm vụ"},
            {"level": Level.CLAUSE.value, "text": "Hoàn thành các nhiệm vụ đã đề ra."},
        ],
        step="Nội dung",
    )
    can_cu: list[Text] = bases("Căn cứ Điều lệ Đảng", "Căn cứ Quy chế làm việc")
    opening: Text | None = field(
        "Đoạn mở đầu",
        default=None,
        lines=True,
        help="In sau căn cứ, trước câu quyết nghị: Đại hội đại biểu Đảng bộ xã … họp từ ngày …",
    )
    quyet_nghi: Text | None = field(
        "Câu quyết nghị",
        default=None,
        help="In giữa dòng, chữ hoa đậm: ĐẠI HỘI QUYẾT NGHỊ. Không có thì để trống.",
    )
    tasks: list[Task] = field(
        "Tổ chức thực hiện", default=[], row="Việc", example=[{}], step="Tổ chức thực hiện"
    )
    closing: Text | None = field("Đoạn kết", default=None, lines=True)


def has_content(values: Values) -> Iterator[Problem]:
    """A resolution resolves something: at least a row, a task or a closing paragraph."""
    if not any(values.get(name) for name in ("noi_dung", "tasks", "closing")):
        yield Problem(
            "RESOLUTION.EMPTY",
            "Nghị quyết chưa có nội dung; ghi ít nhất một mục hoặc một việc phải làm.",
            ("noi_dung",),
        )


def from_meeting(organisation: Values, meeting: Values, spelling: str) -> dict[str, Any]:
    """A draft from what the meeting decided: the items that more than half of all members carried.

    Raises `Conflict` when none was: such a meeting gives no resolution (Điều lệ Đảng, Điều 9).
    """
    carried = [item for item in meeting.get("agenda") or () if is_decided(item, meeting)]
    if not carried:
        raise Conflict(
            "Chưa có nội dung nào được quá nửa tổng số thành viên tán thành, nên chưa lập được "
            "nghị quyết. Ghi kết quả biểu quyết trong biên bản trước."
        )
    return {
        "organisation": dict(organisation),
        "ngay_ban_hanh": meeting.get("starts_on"),
        "noi_dung": [row for item in carried for row in _rows(item)],
        "tasks": [dict(task) for item in carried for task in item.get("tasks") or ()],
        "signer": signer_for(organisation, meeting.get("chair") or {}, spelling),
    }


def _rows(item: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The item's own words: its name, what was presented, then what the chair concluded."""
    texts = [text for text in (item.get("presentation"), item.get("conclusion")) if text]
    yield {"level": Level.HEADING.value, "text": item.get("title")}
    level = Level.PARAGRAPH if len(texts) == 1 else Level.CLAUSE
    for text in texts:
        yield {"level": level.value, "text": text[:1].upper() + text[1:]}


TYPE = DocumentType(
    key="nghi_quyet",
    title="Nghị quyết",
    ten_loai="Nghị quyết",
    symbol="NQ",
    model=NghiQuyet,
    laws=(has_content, signer_is_lawful),
    from_meeting=from_meeting,
)
