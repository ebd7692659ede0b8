"""Catalogue: công văn: no type is printed; the trích yếu stands under the number (II.I.5.2.3)."""

from __future__ import annotations

from docgen.catalog.fields import Text, field
from docgen.catalog.laws import addressees_are_told_apart, signer_is_lawful
from docgen.catalog.model import DocumentType
from docgen.catalog.outline import Row, outline
from docgen.catalog.papers import Addressed, Content, Signed
from docgen.domain.outline import Level


class CongVan(Content, Addressed, Signed):
    """An official letter to one or more bodies."""

    trich_yeu: Text = field(
        "Trích yếu",
        lines=True,
        help="In dưới số và ký hiệu. Theo Hướng dẫn 05-HD/VPTW bắt đầu bằng: về việc …",
        example="về việc chuẩn bị kiểm điểm, đánh giá, xếp loại chất lượng cuối năm",
    )
    noi_dung: list[Row] = outline(
        default=...,
        example=[
            {"text": "Đề nghị các cơ quan, đơn vị thực hiện một số nội dung sau:"},
            {"level": Level.CLAUSE.value, "text": "Chuẩn bị báo cáo kiểm điểm tập thể."},
            {"level": Level.CLAUSE.value, "text": "Gửi hồ sơ về Văn phòng để tổng hợp."},
        ],
    )


TYPE = DocumentType(
    key="cong_van",
    title="Công văn",
    ten_loai="Công văn",
    symbol="CV",
    model=CongVan,
    laws=(signer_is_lawful, addressees_are_told_apart),
    nhu_tren="Như trên",
)
