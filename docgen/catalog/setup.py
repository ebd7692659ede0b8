"""Catalogue: what the first-run set-up asks of an organisation and its members."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.catalog.fields import Day, Input, Ordinal, Text, field
from docgen.catalog.inputs import Organisation
from docgen.catalog.model import Law, Values
from docgen.domain.people import name_identity
from docgen.errors import Problem


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


def member_twice(values: Values) -> Iterator[Problem]:
    """Nobody is a member twice; two of one name have different positions or offices."""
    first: dict[tuple[str, ...], int] = {}
    for index, member in enumerate(values.get("members") or ()):
        told = tuple(name_identity(member.get(part)) for part in ("name", "position", "office"))
        if told[0] and first.setdefault(told, index) != index:
            yield Problem(
                "SETUP.MEMBER_TWICE",
                f"Đồng chí {member['name']} đã có ở dòng {first[told] + 1}. Hãy bỏ một dòng; nếu "
                "là hai người cùng tên thì ghi chức vụ công tác để phân biệt.",
                ("members", index, "name"),
            )


def term_ends_first(values: Values) -> Iterator[Problem]:
    """A term ends after it begins."""
    term = values.get("term") or {}
    since, until = term.get("since"), term.get("until")
    if isinstance(since, date) and isinstance(until, date) and until <= since:
        yield Problem(
            "SETUP.TERM",
            "Nhiệm kỳ kết thúc không sau ngày bắt đầu. Hãy sửa một trong hai ngày.",
            ("term", "until"),
        )


SETUP_LAWS: tuple[Law, ...] = (member_twice, term_ends_first)
