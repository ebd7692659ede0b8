"""Catalogue: biên bản hội nghị (HD 16-HD/VPTW; thể thức of HD 05-HD/VPTW and HD 36-HD/VPTW)."""

from __future__ import annotations

from docgen.catalog.fields import Day, Ordinal, Text, field
from docgen.catalog.inputs import Meeting
from docgen.catalog.laws import meeting_is_lawful, signed_after_meeting
from docgen.catalog.model import DocumentType
from docgen.catalog.papers import Paper


class BienBan(Paper):
    """Minutes of a meeting. The chair answers for the content; the recorder adds no comment."""

    so: Ordinal | None = field(
        "Số", default=None, help="Để trống cho văn thư ghi sau.", example=7, step="Mở đầu"
    )
    ngay_ban_hanh: Day | None = field(
        "Ngày ký",
        default=None,
        help="Để trống cho văn thư ghi sau; khi đó thể thức theo ngày họp.",
        example=lambda on: on,
    )
    trich_yeu: Text = field(
        "Tên hội nghị",
        lines=True,
        help="In dưới chữ BIÊN BẢN, thí dụ: Hội nghị Ban cán sự đảng thường kỳ tháng 4 năm 2024.",
        example="Hội nghị thường kỳ",
    )
    meeting: Meeting = field("Hội nghị")
    noi_nhan: list[Text] = field(
        "Nơi nhận",
        default=[],
        row="Nơi nhận",
        step="Nơi nhận",
        example=["Các đồng chí thành viên"],
        last=3,
    )


TYPE = DocumentType(
    key="bien_ban",
    title="Biên bản hội nghị",
    ten_loai="Biên bản",
    symbol="BB",
    model=BienBan,
    laws=(meeting_is_lawful, signed_after_meeting),
)
