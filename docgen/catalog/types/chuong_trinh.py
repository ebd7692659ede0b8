"""Catalogue: chương trình: of a year's work, of inspection and supervision (S10)."""

from __future__ import annotations

from docgen.catalog.fields import Text, field
from docgen.catalog.laws import has_text, signer_is_lawful
from docgen.catalog.model import DocumentType
from docgen.catalog.outline import Row
from docgen.catalog.papers import bases
from docgen.catalog.plans import Planned, planned_text, task_ends_before_it_starts
from docgen.domain.outline import Level


class ChuongTrinh(Planned):
    """A programme."""

    trich_yeu: Text = field(
        "Trích yếu",
        lines=True,
        help="Thí dụ: công tác năm 2027; kiểm tra, giám sát năm 2027.",
        example="công tác năm",
    )
    can_cu: list[Text] = bases("Căn cứ Quy chế làm việc")
    noi_dung: list[Row] = planned_text(
        (Level.HEADING, "Mục đích, yêu cầu"),
        (Level.PARAGRAPH, "Chủ động trong lãnh đạo, chỉ đạo; mỗi việc có cơ quan chịu trách nhiệm"),
        (Level.HEADING, "Nội dung"),
        (Level.TABLE, "Danh mục công việc"),
        (Level.HEADING, "Tổ chức thực hiện"),
        (Level.PARAGRAPH, "Văn phòng theo dõi, đôn đốc, báo cáo kết quả hằng quý"),
    )


TYPE = DocumentType(
    key="chuong_trinh",
    title="Chương trình",
    ten_loai="Chương trình",
    symbol="CTr",
    model=ChuongTrinh,
    laws=(has_text, task_ends_before_it_starts, signer_is_lawful),
)
