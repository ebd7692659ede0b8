"""Catalogue: what the first-run set-up asks of an organisation and its members."""

from __future__ import annotations

from docgen.catalog.fields import Day, Input, Ordinal, Text, field
from docgen.catalog.inputs import Organisation


class Member(Input):
    """A member of the body, with the position in it and the office outside it."""

    name: Text = field("Họ và tên", example="Lê Minh Quang")
    position: Text = field(
        "Chức vụ trong tổ chức", help="Bí thư, Phó Bí thư, Uỷ viên", example="Bí thư"
    )
    office: Text | None = field(
        "Chức vụ công tác", default=None, help="Giám đốc Sở Nội vụ", example="Chủ tịch UBND tỉnh"
    )


class Term(Input):
    """Nhiệm kỳ: numbers of documents run through it."""

    label: Text | None = field("Nhiệm kỳ", default=None, help="2025 - 2030", example="2025 - 2030")
    since: Day | None = field("Bắt đầu từ ngày", default=None)
    until: Day | None = field("Đến ngày", default=None)


class SetUp(Input):
    """An organisation as it is set up once and corrected later."""

    organisation: Organisation = field("Tổ chức", step="Tổ chức")
    members_required: Ordinal | None = field(
        "Số thành viên theo quy định", default=None, help="Để thấy khi nào tổ chức còn thiếu người."
    )
    term: Term | None = field("Nhiệm kỳ", default=None)
    members: list[Member] = field(
        "Thành viên",
        default=[],
        row="Thành viên",
        step="Thành viên",
        help="Theo thứ tự ghi trong văn bản. Người có mặt được điền sẵn từ đây.",
        example=[{}],
    )
