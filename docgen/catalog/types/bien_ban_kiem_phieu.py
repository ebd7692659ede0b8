"""Catalogue: biên bản kiểm phiếu: who counted, how many ballots, who got how many votes of what."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from docgen.catalog.fields import Clock, Count, Day, Input, Ordinal, Text, field
from docgen.catalog.inputs import Signatory
from docgen.catalog.laws import build, ends_after_start, signed_on_the_day
from docgen.catalog.model import DocumentType, Values
from docgen.catalog.outline import Row, outline
from docgen.catalog.papers import Paper
from docgen.catalog.tables import Column
from docgen.domain.ballots import BallotCount, count_problems
from docgen.domain.ratios import percent
from docgen.errors import Problem


class Base(StrEnum):
    """Of what a share of the votes is taken; the minutes say it."""

    VALID = "số phiếu hợp lệ"
    COLLECTED = "số phiếu thu về"
    ISSUED = "số phiếu phát ra"
    PRESENT = "số có mặt"
    CALLED = "tổng số được triệu tập"


_FIGURES = {
    Base.VALID.value: "valid",
    Base.COLLECTED.value: "collected",
    Base.ISSUED.value: "issued",
    Base.PRESENT.value: "present",
    Base.CALLED.value: "called",
}


class Teller(Input):
    """A member of ban kiểm phiếu."""

    name: Text = field("Họ và tên", example="Trần Văn Đức", widget="person")
    position: Text | None = field("Chức vụ", default=None)
    role: Text | None = field(
        "Trong Ban kiểm phiếu",
        default=None,
        help="Trưởng ban, thư ký, uỷ viên.",
        example="Trưởng ban",
    )


class Candidate(Input):
    """Somebody on the ballot, and the votes they got."""

    name: Text = field("Họ và tên", example="Nguyễn Thị Hồng Vân", widget="person")
    position: Text | None = field("Chức vụ", default=None, help="Bắt buộc khi có người trùng tên.")
    votes: Count = field("Số phiếu đồng ý", example=2)
    against: Count | None = field("Số phiếu không đồng ý", default=None)
    elected: bool = field(
        "Trúng cử", default=False, shown=False, why_not_shown="lập danh sách trúng cử"
    )
    note: Text | None = field("Ghi chú", default=None)


def share_of(row: Values, ballot: Values) -> str:
    """The votes in per cent of the base that was chosen; empty where a figure lacks."""
    votes, whole = row.get("votes"), ballot.get(_FIGURES.get(str(ballot.get("base")), ""))
    if not isinstance(votes, int) or not isinstance(whole, int):
        return ""
    return percent(votes, whole)


_COLUMNS = (
    Column("TT", is_number=True),
    Column("Họ và tên", ("name",)),
    Column("Chức vụ", ("position",)),
    Column("Số phiếu đồng ý", ("votes",)),
    Column("Tỉ lệ (%)", computed=share_of),
    Column("Số phiếu không đồng ý", ("against",)),
    Column("Ghi chú", ("note",)),
)


class Ballot(Input):
    """One ballot: what was voted on, how many papers, who got how many votes."""

    title: Text = field(
        "Nội dung bỏ phiếu",
        lines=True,
        help="Thí dụ: Bầu Ban Thường vụ Đảng uỷ; Giới thiệu nhân sự bổ nhiệm Phó Giám đốc sở.",
        example="Bầu bổ sung uỷ viên",
    )
    called: Count = field("Tổng số được triệu tập", help="Tổng số thành viên.", example=3)
    present: Count = field("Có mặt", example=3)
    to_elect: Ordinal | None = field(
        "Số lượng cần bầu", default=None, help="Để trống khi không phải là bầu cử.", example=1
    )
    issued: Count = field("Số phiếu phát ra", example=3)
    collected: Count = field("Số phiếu thu về", example=3)
    valid: Count = field("Số phiếu hợp lệ", example=3)
    invalid: Count = field("Số phiếu không hợp lệ", example=0)
    base: Base = field(
        "Tỉ lệ tính trên",
        help="Văn bản ghi rõ tỉ lệ tính trên số nào; theo quy chế bầu cử áp dụng.",
        example=Base.CALLED.value,
    )
    candidates: list[Candidate] = field(
        "Kết quả từng người", row="Người", columns=_COLUMNS, example=[{}]
    )
    result: Text | None = field(
        "Kết luận về kết quả",
        default=None,
        lines=True,
        help="Ghi thêm khi cần; danh sách trúng cử, xếp theo số phiếu, do máy ghi.",
    )


class BienBanKiemPhieu(Paper):
    """Minutes of the counting of ballots, signed by ban kiểm phiếu and whoever chairs."""

    trich_yeu: Text = field(
        "Trích yếu",
        lines=True,
        help="Thí dụ: kiểm phiếu bầu Ban Chấp hành Đảng bộ phường khoá I, nhiệm kỳ 2025 - 2030.",
        example="kiểm phiếu bầu bổ sung uỷ viên",
    )
    held_on: Day = field("Ngày kiểm phiếu", example=lambda on: on, step="Thời gian, thành phần")
    starts_at: Clock | None = field("Giờ bắt đầu", default=None, example="09:00")
    ends_at: Clock | None = field("Giờ kết thúc", default=None, example="09:45")
    place: Text = field("Địa điểm", example="Phòng họp số 2")
    unit: Text = field(
        "Gọi người bỏ phiếu là", help="đồng chí, đại biểu, đảng viên.", example="đồng chí"
    )
    opening: Text | None = field("Đoạn mở đầu", default=None, lines=True)
    tellers: list[Teller] = field("Ban kiểm phiếu", row="Thành viên", example=[{}])
    ballots: list[Ballot] = field(
        "Kết quả kiểm phiếu", row="Lần bỏ phiếu", step="Kết quả kiểm phiếu", example=[{}]
    )
    noi_dung: list[Row] = outline(
        "Nội dung khác",
        help="Đoạn văn, khoản hoặc bảng; các mục I, II … ở trên do máy đánh số.",
        step="Kết thúc",
    )
    closing: Text | None = field(
        "Đoạn kết",
        default=None,
        lines=True,
        help="Thí dụ: Biên bản lập thành 2 bản, đọc cho hội nghị nghe, thống nhất ký tên.",
    )
    signers: list[Signatory] = field(
        "Người ký",
        row="Người ký",
        help="Người ký bên trái ghi trước. Ba người thì in ba cột.",
        example=[
            {"authority": "Trưởng Ban kiểm phiếu", "name": "Trần Văn Đức"},
            {"authority": "Chủ trì hội nghị", "name": "Lê Minh Quang"},
        ],
        step="Ký, nơi nhận",
        last=2,
    )
    noi_nhan: list[Text] = field(
        "Nơi nhận", default=[], row="Nơi nhận", example=["Các đồng chí thành viên"], last=3
    )


def counts_add_up(values: Values) -> Iterator[Problem]:
    """The laws of each count (domain); those present are no more than those called."""
    for index, ballot in enumerate(values.get("ballots") or ()):
        called, present = ballot.get("called"), ballot.get("present")
        if isinstance(called, int) and isinstance(present, int) and present > called:
            yield Problem(
                "BALLOT.PRESENT",
                f"Có mặt {present}, nhiều hơn tổng số được triệu tập là {called}. Hãy kiểm tra lại "
                "hai số này.",
                ("ballots", index, "present"),
            )
        known = present if isinstance(present, int) else None
        for problem in count_problems(build(BallotCount, ballot), known):
            yield problem.under("ballots", index)


TYPE = DocumentType(
    key="bien_ban_kiem_phieu",
    title="Biên bản kiểm phiếu",
    ten_loai="Biên bản",
    symbol="BB",
    model=BienBanKiemPhieu,
    laws=(counts_add_up, ends_after_start, signed_on_the_day),
)
