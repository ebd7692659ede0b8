"""Catalogue: biên bản kiểm tra, giám sát: both sides, what was found, said and concluded."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.catalog.fields import Clock, Day, Input, Text, field
from docgen.catalog.inputs import Opinion, Participant, Signatory
from docgen.catalog.laws import ends_after_start, signed_on_the_day
from docgen.catalog.model import DocumentType, Values
from docgen.catalog.outline import Row, outline
from docgen.catalog.papers import Paper, bases
from docgen.domain.outline import Level
from docgen.errors import Problem


class Inspector(Input):
    """A member of the inspecting team."""

    name: Text = field("Họ và tên", example="Đỗ Quốc Bảo", widget="person")
    position: Text | None = field("Chức vụ", default=None)
    role: Text | None = field(
        "Trong đoàn", default=None, help="Trưởng đoàn, thành viên.", example="Trưởng đoàn"
    )


class BienBanKiemTra(Paper):
    """Minutes of an inspection, or of supervision, which both sides and the recorder sign."""

    trich_yeu: Text = field(
        "Trích yếu",
        lines=True,
        help="Thí dụ: kiểm tra việc thu, nộp đảng phí đối với Chi bộ Khu phố 3; giám sát …",
        example="kiểm tra việc thực hiện Quy chế làm việc đối với chi bộ",
    )
    can_cu: list[Text] = bases()
    opening: Text | None = field(
        "Đoạn mở đầu",
        default=None,
        lines=True,
        help="Thí dụ: Thực hiện Quyết định số …, hôm nay Đoàn kiểm tra làm việc với …",
    )
    held_on: Day = field("Ngày làm việc", example=lambda on: on, step="Thời gian, thành phần")
    starts_at: Clock | None = field("Giờ bắt đầu", default=None, example="08:00")
    ends_on: Day | None = field(
        "Ngày kết thúc", default=None, help="Để trống khi làm việc trong một ngày."
    )
    ends_at: Clock | None = field("Giờ kết thúc", default=None, example="11:00")
    place: Text = field("Địa điểm", example="Phòng họp số 2")
    team: Text = field(
        "Đoàn kiểm tra, giám sát",
        help="Tên đoàn, in trước danh sách: Đoàn kiểm tra theo Quyết định số …",
        example="Đoàn kiểm tra",
    )
    inspectors: list[Inspector] = field("Thành viên đoàn", row="Thành viên", example=[{}])
    inspected: Text = field(
        "Tổ chức đảng, đảng viên được kiểm tra",
        help="In trước danh sách đại diện: Đại diện Chi bộ Khu phố 3; Đảng viên được kiểm tra.",
        example="Đại diện chi bộ được kiểm tra",
    )
    representatives: list[Participant] = field(
        "Người đại diện, đảng viên được kiểm tra", row="Người", example=[{}]
    )
    others: list[Participant] = field("Người cùng dự", default=[], row="Người")
    noi_dung: list[Row] = outline(
        help="Nội dung, kết quả kiểm tra; viết theo kết cấu nào cũng được.",
        step="Nội dung",
        example=[
            {"level": Level.CLAUSE.value, "text": "Chi bộ có đủ sổ nghị quyết, sổ đảng phí"},
            {"level": Level.CLAUSE.value, "text": "Sinh hoạt đủ kỳ; biên bản ghi đúng quy định"},
        ],
    )
    opinions: list[Opinion] = field("Ý kiến của các bên", default=[], row="Ý kiến")
    conclusion: Text | None = field(
        "Kết luận", default=None, lines=True, example="Thống nhất các nội dung trên."
    )
    papers: list[Text] = field("Tài liệu kèm theo", default=[], row="Tài liệu")
    closing: Text | None = field(
        "Đoạn kết",
        default=None,
        lines=True,
        help="Thí dụ: Biên bản lập thành 3 bản, các bên đã đọc, thống nhất ký tên.",
    )
    signers: list[Signatory] = field(
        "Người ký",
        row="Người ký",
        help="Người ký bên trái ghi trước. Ba người thì in ba cột.",
        example=[
            {"authority": "Đại diện chi bộ được kiểm tra", "name": "Trần Văn Đức"},
            {"authority": "Người ghi biên bản", "name": "Phạm Thu Hà"},
            {"authority": "Trưởng đoàn kiểm tra", "name": "Đỗ Quốc Bảo"},
        ],
        step="Ký, nơi nhận",
        last=2,
    )
    noi_nhan: list[Text] = field(
        "Nơi nhận", default=[], row="Nơi nhận", example=["Chi bộ được kiểm tra"], last=3
    )


def says_nothing(values: Values) -> Iterator[Problem]:
    """Minutes of an inspection say what was found, said or concluded."""
    if not any(values.get(name) for name in ("noi_dung", "opinions", "conclusion")):
        yield Problem(
            "INSPECTION.EMPTY",
            "Biên bản chưa có nội dung; hãy ghi kết quả kiểm tra, ý kiến hoặc kết luận.",
            ("noi_dung",),
        )


TYPE = DocumentType(
    key="bien_ban_kiem_tra",
    title="Biên bản kiểm tra, giám sát",
    ten_loai="Biên bản",
    symbol="BB",
    model=BienBanKiemTra,
    laws=(says_nothing, ends_after_start, signed_on_the_day),
)
