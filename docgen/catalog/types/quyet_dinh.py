"""Catalogue: quyết định; what it issues is attached to it, on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.catalog.fields import Input, Text, field
from docgen.catalog.inputs import by_day
from docgen.catalog.laws import signer_is_lawful
from docgen.catalog.model import DocumentType, Values
from docgen.catalog.outline import Row, outline
from docgen.catalog.papers import Written, bases
from docgen.domain.outline import Level
from docgen.errors import Problem


class Attached(Input):
    """A paper that the decision issues: its own title, text and page numbers."""

    ten_loai: Text = field(
        "Tên loại", help="Quy chế, Quy định, Kế hoạch, Đề án, Danh sách …", example="Quy chế"
    )
    trich_yeu: Text = field(
        "Trích yếu",
        lines=True,
        help="Bắt đầu bằng chữ thường: làm việc của Ban Chấp hành Đảng bộ phường khoá I.",
        example="làm việc của cơ quan",
    )
    can_cu: list[Text] = field("Căn cứ", default=[], row="Căn cứ")
    rows: list[Row] = outline(
        example=[
            {"level": Level.ARTICLE.value, "text": "Phạm vi điều chỉnh"},
            {"level": Level.PARAGRAPH.value, "text": "Quy chế này quy định chế độ làm việc."},
        ]
    )
    signed: bool = field(
        "In phần ký ở cuối", default=False, help="Người ký quyết định cũng ký văn bản kèm theo."
    )


class QuyetDinh(Written):
    """A decision: on what it rests, who decides, in articles; what it issues behind it."""

    trich_yeu: Text = field(
        "Trích yếu",
        lines=True,
        help="Bắt đầu bằng chữ thường: về việc ban hành …, về việc chỉ định …",
        example="về việc ban hành Quy chế làm việc",
    )
    can_cu: list[Text] = bases(
        "Căn cứ Điều lệ Đảng",
        "Xét đề nghị của Văn phòng",
        help="Mỗi căn cứ một dòng, dòng cuối thường là «Xét đề nghị của …»; dấu gạch đầu dòng và "
        "dấu cuối dòng do máy ghi.",
    )
    co_quan_quyet_dinh: Text = field(
        "Cơ quan quyết định",
        help="Ai quyết định, viết như trong câu: Ban Chấp hành Đảng bộ phường Nam Đông Hà. In trước"
        " chữ «QUYẾT ĐỊNH».",
        example=by_day(
            "Ban cán sự đảng Uỷ ban nhân dân tỉnh", "Ban Chấp hành Đảng bộ phường Nam Đông Hà"
        ),
    )
    noi_dung: list[Row] = outline(
        "Các điều",
        example=[
            {
                "level": Level.ARTICLE.value,
                "text": "Ban hành kèm theo Quyết định này Quy chế làm việc.",
            },
            {"level": Level.ARTICLE.value, "text": "Quyết định này có hiệu lực từ ngày ký."},
        ],
    )
    kem_theo: list[Attached] = field(
        "Văn bản ban hành kèm theo",
        default=[],
        row="Văn bản",
        help="Quy chế, quy định mà quyết định này ban hành; in sau chữ ký, sang trang riêng.",
        example=[{}],
        step="Văn bản kèm theo",
        last=1,
    )


def decides(values: Values) -> Iterator[Problem]:
    """A decision has articles."""
    if not values.get("noi_dung"):
        sentence = "Quyết định chưa có điều nào; ghi ít nhất một điều."
        yield Problem("DECISION.EMPTY", sentence, ("noi_dung",))


def attached_is_issued(values: Values) -> Iterator[Problem]:
    """What is attached has a text, and the decision says that it is attached."""
    papers = values.get("kem_theo") or ()
    for index, paper in enumerate(papers):
        if not paper.get("rows"):
            sentence = "Văn bản kèm theo chưa có nội dung; ghi các điều, hoặc xoá văn bản này."
            yield Problem("DECISION.ATTACHED_EMPTY", sentence, ("kem_theo", index, "rows"))
    said = " ".join(str(row.get("text") or "") for row in values.get("noi_dung") or ())
    if papers and said and "kèm theo" not in said:
        sentence = (
            "Có văn bản kèm theo nhưng chưa điều nào nói đến: ghi «Ban hành kèm theo Quyết định "
            "này …»."
        )
        yield Problem("DECISION.ATTACHED_UNNAMED", sentence, ("kem_theo",))


TYPE = DocumentType(
    key="quyet_dinh",
    title="Quyết định",
    ten_loai="Quyết định",
    symbol="QĐ",
    model=QuyetDinh,
    laws=(decides, attached_is_issued, signer_is_lawful),
)
