"""Catalogue: giấy mời: who is invited, to what, when and where (S1; a giấy tờ hành chính)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from docgen.catalog.fields import Clock, Day, Input, Text, field
from docgen.catalog.inputs import Participant
from docgen.catalog.laws import addressees_are_told_apart, signer_is_lawful
from docgen.catalog.meeting_drafts import named
from docgen.catalog.model import DocumentType, Values, signer_for
from docgen.catalog.papers import Addressed, Signed
from docgen.domain import vietnamese
from docgen.errors import Problem


class Form(StrEnum):
    """Where those who are invited stand: in the text, or above it."""

    INVITES = "Kính mời"
    ADDRESSES = "Kính gửi"


class Event(Input):
    """What one is invited to."""

    form: Form = field(
        "Cách ghi",
        default=Form.INVITES,
        help="«Kính mời»: ghi người được mời trong câu mời. «Kính gửi»: ghi ở trên câu mời.",
        shown=False,
        why_not_shown="chỉ để chọn cách ghi",
    )
    inviter: Text | None = field(
        "Người mời",
        default=None,
        help="Thí dụ: Ban Thường vụ Đảng uỷ phường. Để trống thì in tên cơ quan ban hành.",
    )
    occasion: Text = field(
        "Dự", lines=True, example="Hội nghị thường kỳ", step="Cuộc họp",
        help="Tên hội nghị, cuộc họp, buổi lễ …",
    )  # fmt: skip
    agenda: list[Text] = field(
        "Nội dung", default=[], row="Nội dung", example=["Kết quả công tác tháng trước"]
    )
    chair: Participant | None = field(
        "Chủ trì", default=None, example={"name": "Lê Minh Quang", "position": "Bí thư"}
    )
    starts_at: Clock = field("Giờ", example="14:00")
    starts_on: Day = field("Ngày", example=lambda on: on + timedelta(days=3))
    place: Text = field("Địa điểm", example="Phòng họp số 2")
    papers: list[Text] = field(
        "Tài liệu mang theo, chuẩn bị", default=[], row="Tài liệu", help="In sau «Tài liệu:»."
    )
    notes: Text | None = field("Ghi chú", default=None, lines=True)
    courtesy: Text | None = field(
        "Lời mời kết", default=None, lines=True, example="Rất mong các đồng chí đến dự đúng giờ."
    )


class GiayMoi(Event, Addressed, Signed):
    """An invitation."""

    # May be left out, as on no other paper: None though the type says Text.
    trich_yeu: Text = field(
        "Trích yếu",
        default=None,
        lines=True,
        help="In dưới chữ GIẤY MỜI khi cần, thí dụ: dự Hội nghị Ban Chấp hành Đảng bộ lần thứ 9.",
        example="dự hội nghị thường kỳ",
    )
    kinh_gui: list[Text] = field(
        "Người, cơ quan được mời",
        row="Người được mời",
        help="Ghi cả cách xưng hô, chức vụ: Đồng chí Đặng Văn Khôi, chuyên viên Ban Tổ chức.",
        example=["Đồng chí Trần Văn Đức, Phó Bí thư"],
    )


def invited_in_time(values: Values) -> Iterator[Problem]:
    """Nobody is invited to what is over."""
    signed, held = values.get("ngay_ban_hanh"), values.get("starts_on")
    if isinstance(signed, date) and isinstance(held, date) and signed > held:
        yield Problem(
            "INVITATION.LATE",
            f"Ngày ký {vietnamese.date_short(signed)} sau ngày họp {vietnamese.date_short(held)}. "
            "Hãy sửa một trong hai ngày.",
            ("starts_on",),
        )


def from_meeting(organisation: Values, meeting: Values, spelling: str) -> dict[str, Any]:
    """Invites members and guests to the meeting, with its day, place and agenda."""
    people = (*(meeting.get("attendance") or ()), *(meeting.get("guests") or ()))
    invited = [text[:1].upper() + text[1:] for text in map(named, people) if text]
    titles = [item["title"] for item in meeting.get("agenda") or () if item.get("title")]
    chair = dict(meeting.get("chair") or {})
    return {
        "organisation": dict(organisation),
        "kinh_gui": list(dict.fromkeys(invited)),
        "agenda": [meeting["content"]] if meeting.get("content") else titles,
        "chair": chair if chair.get("name") else None,
        **{name: meeting.get(name) for name in ("starts_at", "starts_on", "place")},
        "papers": list(meeting.get("documents") or ()),
        "signer": signer_for(organisation, chair, spelling),
    }


TYPE = DocumentType(
    key="giay_moi",
    title="Giấy mời",
    ten_loai="Giấy mời",
    symbol="GM",
    model=GiayMoi,
    laws=(invited_in_time, signer_is_lawful, addressees_are_told_apart),
    from_meeting=from_meeting,
    nhu_tren="Như trên",
)
