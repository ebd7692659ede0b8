"""Catalogue: the input blocks that many document types share."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from docgen.catalog.fields import Clock, Count, Day, Input, Ordinal, Text, field
from docgen.catalog.kinds import KINDS, kind_choices
from docgen.domain.meetings import Topic, VotingMethod

_OLD = "ban_can_su_dang"


def _example_kind(on: date) -> str:
    """A kind of body that exists on that date, the more telling one where both do."""
    return _OLD if KINDS[_OLD].exists_on(on) else "dang_uy"


def by_day(old: str, new: str) -> Callable[[date], str]:
    """An example that follows the body of the day: `old` while there was a ban cán sự đảng."""
    return lambda on: old if _example_kind(on) == _OLD else new


def _known_kind(key: str) -> str:
    if key not in KINDS:
        raise PydanticCustomError("unknown_choice", "unknown", {"expected": "; ".join(KINDS)})
    return key


def _symbol(text: str) -> str:
    if not re.fullmatch(r"[^\W\d_]+(-[^\W\d_]+)*", text):
        raise PydanticCustomError("bad_symbol", "not a symbol")
    return text


def _place_name(text: str) -> str:
    if "\n" in text or re.search(r"\bngày\b", text):
        raise PydanticCustomError("bad_place", "not a place")
    return text


def _example_deadline(on: date) -> date:
    return on + timedelta(days=15)


Symbol = Annotated[Text, AfterValidator(_symbol)]
"""The letters of a body in a number: «BCSĐ», several joined by hyphens."""


class Organisation(Input):
    """The issuing body as the masthead prints it (HD 05-HD/VPTW, phần II, mục I.2–4)."""

    kind: Annotated[
        Text, AfterValidator(_known_kind), WithJsonSchema({"type": "string", "enum": list(KINDS)})
    ] = field(
        "Loại tổ chức",
        help="Dùng để biết tỉ lệ thành viên phải có mặt và cách ghi quyền hạn ký.",
        choices=kind_choices,
        shown=False,
        why_not_shown="chỉ để tính, không phải thành phần thể thức",
        example=_example_kind,
        step="Cơ quan ban hành",
    )
    co_quan_cap_tren: Text | None = field(
        "Cơ quan cấp trên trực tiếp",
        default=None,
        help="Của cấp uỷ, chi bộ: tên đảng bộ cấp trên (ĐẢNG BỘ TỈNH …). Của đảng đoàn, ban cán "
        "sự đảng: tên cấp uỷ cùng cấp. Tỉnh uỷ, thành uỷ để trống.",
        example=by_day("Tỉnh uỷ Quảng Trị", "Đảng bộ tỉnh Quảng Trị"),
    )
    co_quan_ban_hanh: Text = field(
        "Cơ quan ban hành",
        lines=True,
        help="Tên chính thức, đầy đủ. Tên dài: xuống dòng ở chỗ muốn ngắt.",
        example=by_day("Ban cán sự đảng\nUỷ ban nhân dân tỉnh", "Đảng uỷ phường\nNam Đông Hà"),
    )
    ky_hieu: Symbol = field(
        "Ký hiệu cơ quan",
        help="Phần sau dấu gạch chéo của số, ký hiệu: BCSĐ, ĐU, CB.",
        example=by_day("BCSĐ", "ĐU"),
    )
    dia_danh: Annotated[Text, AfterValidator(_place_name)] = field(
        "Địa danh",
        help="Nơi cơ quan đóng trụ sở, ghi trước ngày, tháng, năm.",
        example=by_day("Đông Hà", "Nam Đông Hà"),
    )


class Participant(Input):
    """Somebody named in a document, told apart by the position where two share a name."""

    name: Text = field("Họ và tên", example="Trần Văn Đức", widget="person")
    position: Text | None = field(
        "Chức vụ", default=None, example="Phó Bí thư", help="Bắt buộc khi có người trùng tên."
    )


class Officer(Input):
    """The chair or the recorder: the name and the position both belong in the minutes."""

    name: Text = field("Họ và tên", example="Lê Minh Quang", widget="person")
    position: Text = field("Chức vụ", example="Bí thư")


class Attendance(Input):
    """One member, present or absent."""

    name: Text = field("Họ và tên", example="Lê Minh Quang")
    position: Text | None = field("Chức vụ", default=None, example="Bí thư")
    present: bool = field("Có mặt", default=True, shown=False, why_not_shown="chia danh sách")
    reason: Text | None = field("Lý do vắng mặt", default=None)


class Opinion(Input):
    """What one participant said on an item."""

    speaker: Participant = field("Người phát biểu")
    text: Text = field("Ý kiến", lines=True, example="Đề nghị nêu rõ tiến độ của từng nhiệm vụ.")


class VoteOption(Input):
    """One of several options, with the votes it got."""

    text: Text = field("Phương án", lines=True)
    votes: Count = field("Số phiếu hoặc số người tán thành")


class Vote(Input):
    """One vote, with the way in which it was taken (HD 16-HD/VPTW asks for it)."""

    subject: Text | None = field(
        "Biểu quyết về việc", default=None, example="thông qua nội dung nghị quyết"
    )
    method: VotingMethod | None = field(
        "Hình thức",
        default=None,
        help="Biên bản phải ghi rõ hình thức biểu quyết (HD 16-HD/VPTW).",
        example=VotingMethod.show_of_hands.value,
    )
    ballots_issued: Count | None = field("Số phiếu phát ra", default=None)
    ballots_collected: Count | None = field("Số phiếu thu về", default=None)
    ballots_valid: Count | None = field("Số phiếu hợp lệ", default=None)
    voters: Count | None = field(
        "Số người biểu quyết",
        default=None,
        help="Ghi thì in sau số tán thành: 8/8. Để trống thì không in.",
    )
    votes_for: Count | None = field("Tán thành", default=None, example=2)
    votes_against: Count | None = field("Không tán thành", default=None)
    votes_other: Count | None = field("Ý kiến khác", default=None)
    options: list[VoteOption] = field("Các phương án", default=[], row="Phương án")
    note: Text | None = field("Ghi chú về kết quả", default=None, lines=True)


class Task(Input):
    """Who does what by when: one body or person answers for it (S2)."""

    assignee: Text = field("Giao cho", example="Văn phòng")
    content: Text = field("Việc phải làm", lines=True, example="hoàn thiện dự thảo, trình ký")
    deadline: Day | None = field("Trước ngày", default=None, example=_example_deadline)


class AgendaItem(Input):
    """One item of the agenda, from the presentation to the chair's conclusion."""

    title: Text = field("Tên nội dung", lines=True, example="Kết quả công tác tháng trước")
    topic: Topic | None = field(
        "Nhóm vấn đề",
        default=None,
        help="Để thống kê nội dung các cuộc họp; không in ra văn bản.",
        shown=False,
        why_not_shown="chỉ để thống kê",
    )
    presenter: Participant | None = field("Người trình bày", default=None)
    presentation: Text | None = field("Nội dung trình bày", default=None, lines=True)
    opinions: list[Opinion] = field("Ý kiến thảo luận", default=[], row="Ý kiến")
    votes: list[Vote] = field("Biểu quyết", default=[], row="Lần biểu quyết")
    conclusion: Text | None = field("Kết luận của người chủ trì", default=None, lines=True)
    tasks: list[Task] = field("Giao nhiệm vụ", default=[], row="Việc")


def _example_agenda(_on: date) -> list[dict[str, object]]:
    return [
        {
            "title": "Kết quả công tác tháng trước",
            "topic": Topic.political_task.value,
            "presenter": {"name": "Trần Văn Đức", "position": "Phó Bí thư"},
            "presentation": "Đã hoàn thành 11/12 nhiệm vụ được giao.",
            "opinions": [
                {
                    "speaker": {"name": "Lê Minh Quang", "position": "Bí thư"},
                    "text": "Đề nghị nêu rõ nguyên nhân của nhiệm vụ chậm.",
                }
            ],
            "votes": [{}],
            "conclusion": "Thống nhất nội dung báo cáo.",
            "tasks": [{}],
        }
    ]


class Meeting(Input):
    """A meeting as its minutes record it (HD 16-HD/VPTW, phần nội dung biên bản)."""

    starts_on: Day = field("Ngày họp", example=lambda on: on, step="Mở đầu")
    starts_at: Clock = field("Giờ bắt đầu", example="14:00")
    place: Text = field("Địa điểm", example="Phòng họp số 2")
    content: Text | None = field(
        "Nội dung cuộc họp",
        default=None,
        lines=True,
        help="Để trống thì biên bản ghi tên các nội dung ở phần Diễn biến.",
    )
    chair: Officer = field("Người chủ trì")
    recorder: Officer = field(
        "Người ghi biên bản",
        example={"name": "Phạm Thu Hà", "position": "Phó Chánh Văn phòng"},
    )
    documents: list[Text] = field("Tài liệu sử dụng", default=[], row="Tài liệu")
    other_information: Text | None = field("Thông tin khác", default=None, lines=True)
    members_total: Ordinal = field("Tổng số thành viên", example=3, step="Thành phần")
    present_count: Count = field("Số có mặt", example=2)
    attendance: list[Attendance] = field(
        "Thành viên",
        default=[],
        row="Thành viên",
        widget="attendance",
        help="Người vắng mặt phải có tên và lý do. Người có mặt: ghi đủ tên, hoặc không ghi ai.",
        example=[
            {"name": "Lê Minh Quang", "position": "Bí thư", "present": True},
            {"name": "Trần Văn Đức", "position": "Phó Bí thư", "present": True},
            {
                "name": "Vũ Đức Long",
                "position": "Uỷ viên",
                "present": False,
                "reason": "đi công tác",
            },
        ],
    )
    guests: list[Participant] = field("Đại biểu mời dự", default=[], row="Đại biểu")
    press: Text | None = field("Báo chí", default=None)
    agenda: list[AgendaItem] = field(
        "Diễn biến", row="Nội dung", step="Diễn biến", example=_example_agenda
    )
    ends_on: Day | None = field(
        "Ngày kết thúc", default=None, help="Để trống khi họp trong một ngày.", step="Kết thúc"
    )
    ends_at: Clock = field("Giờ kết thúc", example="16:45")


class Signatory(Input):
    """One of several who sign a paper beside each other."""

    authority: Text = field(
        "Ký với tư cách",
        help="TRƯỞNG BAN KIỂM PHIẾU, CHỦ TRÌ HỘI NGHỊ, T/M ĐOÀN CHỦ TỊCH, NGƯỜI GHI BIÊN BẢN …; "
        "in chữ hoa.",
        example="Chủ trì hội nghị",
    )
    position: Text | None = field(
        "Chức vụ người ký", default=None, help="Ghi dưới dòng trên khi cần."
    )
    name: Text = field("Họ tên người ký", example="Lê Minh Quang")


class Signer(Input):
    """Who signs, in the three lines of ô 7 (HD 05-HD/VPTW, phần II, mục I.7)."""

    quyen_han_ky: Text | None = field(
        "Quyền hạn ký",
        default=None,
        help="T/M BAN CÁN SỰ ĐẢNG, T/M ĐẢNG UỶ … Cấp trưởng của cơ quan tham mưu ký thì để trống.",
        example=by_day("T/M BAN CÁN SỰ ĐẢNG", "T/M ĐẢNG UỶ"),
    )
    chuc_vu_ky: Text | None = field(
        "Chức vụ người ký",
        default=None,
        help="Không kèm tên cơ quan. Uỷ viên ký thay mặt thì để trống.",
        example="Bí thư",
    )
    ho_ten_ky: Text = field(
        "Họ tên người ký", help="Không ghi học hàm, học vị, quân hàm.", example="Lê Minh Quang"
    )
