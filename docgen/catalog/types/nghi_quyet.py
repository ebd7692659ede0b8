"""Catalogue: nghị quyết of a meeting (sections `I-`, `1.`, `a)`; who does what by when)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.catalog.fields import Day, Input, Ordinal, Text, field
from docgen.catalog.inputs import Organisation, Signer, Task
from docgen.catalog.laws import signer_is_lawful
from docgen.catalog.model import DocumentType, Values, signer_for
from docgen.domain.meetings import is_carried
from docgen.errors import Conflict, Problem


class Item(Input):
    """A numbered paragraph of a section, with its lettered points."""

    text: Text = field("Nội dung", lines=True, example="Hoàn thành các nhiệm vụ đã đề ra.")
    points: list[Text] = field("Các điểm a, b, c", default=[], row="Điểm")


class Section(Input):
    """A section under a Roman number."""

    heading: Text = field("Tên mục", example="Mục tiêu, nhiệm vụ")
    text: Text | None = field("Đoạn dẫn", default=None, lines=True)
    items: list[Item] = field("Các khoản 1, 2, 3", default=[], row="Khoản", example=[{}])


class NghiQuyet(Input):
    """A resolution: its bases or occasion, its text in sections, and how it is carried out."""

    organisation: Organisation = field("Cơ quan ban hành")
    so: Ordinal | None = field(
        "Số", default=None, help="Để trống cho văn thư ghi sau.", example=9, step="Mở đầu"
    )
    ngay_ban_hanh: Day | None = field(
        "Ngày ký",
        default=None,
        help="Để trống cho văn thư ghi sau; khi đó thể thức theo ngày hiện tại.",
        example=lambda on: on,
    )
    author: Text | None = field(
        "Tác giả",
        default=None,
        help="In giữa tên loại và trích yếu khi cần, thí dụ: CỦA BAN THƯỜNG VỤ THÀNH UỶ.",
    )
    trich_yeu: Text = field(
        "Trích yếu",
        lines=True,
        help="Bắt đầu bằng chữ thường: về …",
        example="về nhiệm vụ trọng tâm tháng tới",
    )
    pham_vi: Text | None = field("Phạm vi phổ biến", default=None, help="Thí dụ: LƯU HÀNH NỘI BỘ.")
    can_cu: list[Text] = field(
        "Căn cứ",
        default=[],
        row="Căn cứ",
        help="Mỗi căn cứ một dòng; dấu gạch đầu dòng và dấu cuối dòng do máy ghi.",
        example=["Căn cứ Điều lệ Đảng", "Căn cứ Quy chế làm việc"],
        step="Nội dung",
    )
    opening: Text | None = field("Đoạn mở đầu", default=None, lines=True)
    sections: list[Section] = field("Các mục", default=[], row="Mục", example=[{}])
    tasks: list[Task] = field(
        "Tổ chức thực hiện", default=[], row="Việc", example=[{}], step="Tổ chức thực hiện"
    )
    closing: Text | None = field("Đoạn kết", default=None, lines=True)
    signer: Signer = field("Người ký", step="Ký, nơi nhận")
    noi_nhan: list[Text] = field(
        "Nơi nhận",
        row="Nơi nhận",
        help="Thành phần bắt buộc; dấu gạch đầu dòng và dấu cuối dòng do máy ghi.",
        example=["Các đồng chí uỷ viên"],
    )
    luu: Text | None = field(
        "Nơi lưu", default=None, help="In sau chữ «Lưu»: Văn phòng Đảng uỷ.", example="Văn phòng"
    )


def has_content(values: Values) -> Iterator[Problem]:
    """A resolution resolves something: at least an opening, a section or a task."""
    if not any(values.get(name) for name in ("opening", "sections", "tasks", "closing")):
        yield Problem(
            "RESOLUTION.EMPTY",
            "Nghị quyết chưa có nội dung; ghi ít nhất một mục hoặc một việc phải làm.",
            ("sections",),
        )


def section_without_content(values: Values) -> Iterator[Problem]:
    """A section says something below its heading."""
    for index, section in enumerate(values.get("sections") or ()):
        if not section.get("text") and not section.get("items"):
            yield Problem(
                "RESOLUTION.EMPTY_SECTION",
                "Mục này mới có tên, chưa có nội dung. Hãy ghi đoạn dẫn hoặc các khoản, hoặc xoá "
                "mục.",
                ("sections", index, "heading"),
            )


def from_meeting(organisation: Values, meeting: Values, spelling: str) -> dict[str, Any]:
    """A draft from what the meeting decided: the items that more than half of all members carried.

    Raises `Conflict` when none was: such a meeting gives no resolution (Điều lệ Đảng, Điều 9).
    """
    carried = [item for item in meeting.get("agenda") or () if _is_decided(item, meeting)]
    if not carried:
        raise Conflict(
            "Chưa có nội dung nào được quá nửa tổng số thành viên tán thành, nên chưa lập được "
            "nghị quyết. Ghi kết quả biểu quyết trong biên bản trước."
        )
    return {
        "organisation": dict(organisation),
        "ngay_ban_hanh": meeting.get("starts_on"),
        "sections": [_section(item) for item in carried],
        "tasks": [dict(task) for item in carried for task in item.get("tasks") or ()],
        "signer": signer_for(organisation, meeting.get("chair") or {}, spelling),
    }


def _is_decided(item: Mapping[str, Any], meeting: Values) -> bool:
    """Whether the last vote on the item carried it, or one of the options put to that vote."""
    total = meeting.get("members_total")
    votes = item.get("votes") or ()
    if not votes or not isinstance(total, int):
        return False
    counts = [votes[-1].get("votes_for"), *(o.get("votes") for o in votes[-1].get("options") or ())]
    return any(isinstance(count, int) and is_carried(count, total) for count in counts)


def _section(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item's own words: what was presented, then what the chair concluded."""
    texts = [text for text in (item.get("presentation"), item.get("conclusion")) if text]
    written = [text[:1].upper() + text[1:] for text in texts]
    section: dict[str, Any] = {"heading": item.get("title")}
    if len(written) == 1:
        return section | {"text": written[0]}
    return section | {"items": [{"text": text} for text in written]}


TYPE = DocumentType(
    key="nghi_quyet",
    title="Nghị quyết",
    ten_loai="Nghị quyết",
    symbol="NQ",
    model=NghiQuyet,
    laws=(has_content, section_without_content, signer_is_lawful),
    from_meeting=from_meeting,
)
