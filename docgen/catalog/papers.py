"""Catalogue: what every paper has (HD 05-HD/VPTW, II.I and II.II); a type adds what is its own.

`Paper` is the head and the end of any paper; `Signed` adds who signs; `Written` the text in rows;
`Addressed` whom it is sent to.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from docgen.catalog.fields import Day, Input, Ordinal, Text, field
from docgen.catalog.inputs import Organisation, Signer
from docgen.catalog.outline import Row, outline


class Urgency(StrEnum):
    """Mức độ khẩn (HD 05-HD/VPTW, II.II.3)."""

    URGENT = "KHẨN"
    VERY_URGENT = "THƯỢNG KHẨN"
    AT_ONCE = "HOẢ TỐC"


class Secrecy(StrEnum):
    """Độ mật (Luật Bảo vệ bí mật nhà nước; ô 10a of HD 36-HD/VPTW)."""

    SECRET = "MẬT"
    HIGHLY_SECRET = "TỐI MẬT"
    TOP_SECRET = "TUYỆT MẬT"


class Annex(Input):
    """Phụ lục: on a page of its own, numbered by itself where there are several (II.II.1)."""

    title: Text = field("Tên phụ lục", lines=True)
    rows: list[Row] = outline("Nội dung phụ lục")


def bases(
    *example: str, help: str = "Mỗi căn cứ một dòng; dấu gạch đầu dòng và dấu cuối dòng do máy ghi."
) -> Any:
    """Declare the bases of a paper, which open its text."""
    return field(
        "Căn cứ",
        default=[],
        row="Căn cứ",
        help=help,
        example=list(example) or None,
        step="Nội dung",
    )


class Paper(Input):
    """The head of any paper, and to whom it goes."""

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
    trich_yeu: Text = field(
        "Trích yếu",
        lines=True,
        help="Bắt đầu bằng chữ thường: về …",
        example="về nhiệm vụ trọng tâm tháng tới",
    )
    pham_vi: Text | None = field(
        "Phạm vi phổ biến",
        default=None,
        help="Thí dụ: LƯU HÀNH NỘI BỘ. Để trống khi không hạn chế.",
    )
    do_mat: Secrecy | None = field(
        "Độ mật",
        default=None,
        help="Để trống khi đóng dấu độ mật. Văn bản mật phải soạn thảo trên máy tính không nối "
        "mạng theo pháp luật về bảo vệ bí mật nhà nước.",
    )
    khan: Urgency | None = field("Mức độ khẩn", default=None)
    du_thao: Ordinal | None = field(
        "Dự thảo lần thứ", default=None, help="Chỉ ghi khi là bản dự thảo; in «Dự thảo lần …»."
    )
    noi_nhan: list[Text] = field(
        "Nơi nhận",
        row="Nơi nhận",
        help="Thành phần bắt buộc; dấu gạch đầu dòng và dấu cuối dòng do máy ghi.",
        example=["Các đồng chí uỷ viên"],
        last=3,
    )
    luu: Text | None = field(
        "Nơi lưu",
        default=None,
        help="In sau chữ «Lưu»: Văn phòng Đảng uỷ.",
        example="Văn phòng",
        last=3,
    )
    nguoi_soan: Text | None = field(
        "Ký hiệu người soạn thảo, số bản",
        default=None,
        help="Thí dụ: NguyenVanAn-26. In cuối nơi nhận.",
        last=3,
    )


class Signed(Paper):
    """A paper that one person signs."""

    signer: Signer = field("Người ký", step="Ký, nơi nhận", last=2)


class Content(Input):
    """A text in rows with its bases before it and its annexes behind."""

    can_cu: list[Text] = bases()
    noi_dung: list[Row] = outline("Nội dung")
    phu_luc: list[Annex] = field("Phụ lục", default=[], row="Phụ lục", step="Phụ lục", last=1)


class Authored(Input):
    """A title may name its author."""

    author: Text | None = field(
        "Tác giả",
        default=None,
        help="In giữa tên loại và trích yếu khi cần, thí dụ: CỦA BAN THƯỜNG VỤ THÀNH UỶ.",
    )


class Titled(Authored, Signed):
    """A paper whose title may name its author."""


class Written(Content, Titled):
    """A paper with its bases and a text in rows, and annexes."""


class Addressed(Input):
    """Whom a paper is sent to; its recipients begin with «Như trên» by themselves (I.9.2.3)."""

    kinh_gui: list[Text] = field(
        "Kính gửi",
        row="Nơi được gửi",
        help="Một nơi thì in liền sau «Kính gửi:», nhiều nơi thì mỗi nơi một dòng.",
        example=["Tỉnh uỷ Quảng Trị"],
    )
    noi_nhan: list[Text] = field(
        "Nơi nhận",
        default=[],
        row="Nơi nhận",
        help="Dòng «Như trên», gạch đầu dòng và dấu cuối dòng do máy ghi.",
        example=["Các đồng chí uỷ viên"],
        last=3,
    )
