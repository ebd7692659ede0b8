"""Catalogue: thông báo: conclusions of a meeting, members' opinions (S9), schedules."""

from __future__ import annotations

from typing import Any

from docgen.catalog.conclusions import CarriedOut, Concluding, something_is_concluded
from docgen.catalog.fields import Input, Text, field
from docgen.catalog.laws import signer_is_lawful
from docgen.catalog.meeting_drafts import concluded, points_of
from docgen.catalog.model import DocumentType, Values
from docgen.errors import Conflict


class MemberOpinion(Input):
    """What members or the people say, and where it was said."""

    text: Text = field(
        "Ý kiến", lines=True, example="đề nghị công khai tiêu chí bổ nhiệm, luân chuyển cán bộ"
    )
    source: Text | None = field(
        "Của", default=None, help="In trong ngoặc sau ý kiến.", example="Chi bộ Văn phòng"
    )


class OpinionGroup(Input):
    """Opinions on one matter, and what the cấp uỷ proposes."""

    topic: Text = field("Nhóm vấn đề", example="Công tác cán bộ")
    opinions: list[MemberOpinion] = field("Các ý kiến", row="Ý kiến", example=[{}])
    proposal: Text | None = field("Kiến nghị", default=None, lines=True)


class Opinions(Input):
    """What the cấp uỷ passes on every six months, at the year's end and on demand."""

    opinions_title: Text | None = field(
        "Tên phần ý kiến",
        default=None,
        help="Thí dụ: Ý kiến của cán bộ, đảng viên và quần chúng. Để trống thì không in.",
        step="Ý kiến đảng viên, quần chúng",
    )
    opinions: list[OpinionGroup] = field(
        "Ý kiến theo nhóm vấn đề",
        default=[],
        row="Nhóm vấn đề",
        help="Thông báo 6 tháng, cuối năm của cấp uỷ: ý kiến của đảng viên, quần chúng gửi lãnh "
        "đạo cơ quan (Quy định 138-QĐ/TW, Điều 10).",
    )


class ThongBao(CarriedOut, Opinions, Concluding):
    """A notice."""


def from_meeting(organisation: Values, meeting: Values, spelling: str) -> dict[str, Any]:
    """What was concluded or carried, in short; `Conflict` where nothing was."""
    points = points_of(meeting, votes=True)
    if not points:
        raise Conflict(
            "Biên bản chưa ghi kết luận, việc giao hay biểu quyết nào được thông qua, nên chưa lập "
            "được thông báo."
        )
    return concluded(organisation, meeting, spelling, points=points)


TYPE = DocumentType(
    key="thong_bao",
    title="Thông báo",
    ten_loai="Thông báo",
    symbol="TB",
    model=ThongBao,
    laws=(something_is_concluded, signer_is_lawful),
    from_meeting=from_meeting,
)
