"""Catalogue: quy chế làm việc: alone, issued by a decision, or amending another."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from docgen.catalog.fields import Input, Text, field
from docgen.catalog.inputs import Organisation, Signer, Symbol, by_day
from docgen.catalog.laws import signer_is_lawful
from docgen.catalog.model import DocumentType, Values
from docgen.catalog.outline import Row, outline
from docgen.catalog.papers import Authored, Content, Paper, bases
from docgen.domain.outline import Level
from docgen.errors import Problem

_OF_BODY = by_day(
    "Ban cán sự đảng Uỷ ban nhân dân tỉnh", "Ban Chấp hành Đảng bộ phường Nam Đông Hà"
)


class Action(StrEnum):
    """What an amendment does."""

    AMEND = "Sửa đổi"
    ADD = "Bổ sung"
    AMEND_AND_ADD = "Sửa đổi, bổ sung"
    REPEAL = "Bãi bỏ"
    REWORD = "Thay cụm từ"


class Issuer(Organisation):
    """The issuing body; a regulation that a decision issues shows no symbol of its own."""

    ky_hieu: Symbol = field(
        "Ký hiệu cơ quan",
        help="Phần sau dấu gạch chéo của số, ký hiệu: BCSĐ, ĐU, CB.",
        example=by_day("BCSĐ", "ĐU"),
        shown=False,
        why_not_shown="quy chế ban hành kèm theo quyết định có thể không có số riêng",
    )


class IssuedWith(Input):
    """The decision a regulation is attached to; its day is the regulation's."""

    so_ky_hieu: Text | None = field(
        "Số, ký hiệu quyết định",
        default=None,
        help="Thí dụ: 15-QĐ/ĐU. Để trống thì chừa chỗ cho văn thư ghi.",
    )
    co_quan: Text | None = field(
        "Cơ quan ban hành quyết định",
        default=None,
        help="Viết như trong câu: Ban Chấp hành Đảng bộ phường Nam Đông Hà.",
    )
    text: Text | None = field(
        "Hoặc ghi nguyên câu",
        default=None,
        help="Phần sau chữ «Ban hành kèm theo», khi không phải quyết định thông thường: Nghị quyết "
        "số 05-NQ/ĐU, ngày 10/8/2026 của Đảng uỷ.",
    )


class Change(Input):
    """One change: where, what is done, the new words."""

    where: Text = field(
        "Điều, khoản, điểm",
        help="Như trong câu: khoản 2 Điều 5; tên Điều 7; Điều 8a vào sau Điều 8.",
        example="khoản 2 Điều 5",
    )
    action: Action = field("Cách sửa", example=Action.AMEND.value)
    text: list[Text] = field(
        "Nội dung mới",
        default=[],
        row="Đoạn",
        help="Ghi cả số khoản, chữ điểm như trong quy chế: 2. Đảng uỷ họp … Dấu ngoặc kép do máy "
        "ghi.",
        example=["2. Họp thường kỳ mỗi tháng một lần."],
    )
    old_words: Text | None = field("Cụm từ cũ", default=None, help="Chỉ ghi khi thay cụm từ.")
    new_words: Text | None = field("Cụm từ mới", default=None, help="Chỉ ghi khi thay cụm từ.")


class Amendment(Input):
    """What a regulation changes in another; printed as its first article."""

    regulation: Text = field(
        "Quy chế được sửa",
        help="Tên, số, ngày, cơ quan: Quy chế số 01-QC/ĐU, ngày 15/8/2025 của Ban Chấp hành Đảng bộ"
        " phường về làm việc của …",
        example="Quy chế làm việc ban hành ngày 15/8/2023",
    )
    changes: list[Change] = field("Những chỗ sửa", row="Chỗ sửa", example=[{}])


class QuyCheLamViec(Content, Authored, Paper):
    """A working regulation in articles."""

    organisation: Issuer = field("Cơ quan ban hành")
    trich_yeu: Text = field(
        "Trích yếu",
        lines=True,
        help="Bắt đầu bằng chữ thường: làm việc của …; sửa đổi, bổ sung một số điều của Quy chế …",
        example=lambda on: f"làm việc của {_OF_BODY(on)}",
    )
    kem_theo: IssuedWith | None = field(
        "Ban hành kèm theo",
        default=None,
        help="Chỉ ghi khi quy chế do một quyết định ban hành; khi đó quy chế không có số riêng, có "
        "thể không có phần ký, nơi nhận.",
    )
    can_cu: list[Text] = bases("Căn cứ Điều lệ Đảng")
    cau_ban_hanh: Text | None = field(
        "Câu ban hành",
        default=None,
        lines=True,
        help="Đứng sau căn cứ khi quy chế có số riêng: Ban Chấp hành Đảng bộ phường ban hành Quy "
        "chế làm việc như sau.",
        example=lambda on: f"{_OF_BODY(on)} ban hành Quy chế làm việc như sau:",
    )
    amends: Amendment | None = field(
        "Sửa đổi, bổ sung quy chế khác",
        default=None,
        help="In thành Điều 1; các điều ở phần nội dung đánh số tiếp từ Điều 2.",
        step="Sửa đổi, bổ sung",
    )
    noi_dung: list[Row] = outline(
        follows="amends",
        example=[
            {"level": Level.CHAPTER.value, "text": "Quy định chung"},
            {"level": Level.ARTICLE.value, "text": "Phạm vi điều chỉnh"},
            {"level": Level.PARAGRAPH.value, "text": "Quy chế này quy định chế độ làm việc."},
        ],
        step="Các điều",
    )
    signer: Signer | None = field("Người ký", default=None, example={}, step="Ký, nơi nhận", last=2)
    noi_nhan: list[Text] = field(
        "Nơi nhận",
        default=[],
        row="Nơi nhận",
        help="Bắt buộc khi quy chế có số riêng; dấu gạch đầu dòng và dấu cuối dòng do máy ghi.",
        example=["Các đồng chí uỷ viên"],
        last=3,
    )


def has_rules(values: Values) -> Iterator[Problem]:
    """A regulation has articles of its own, or changes those of another."""
    if not values.get("noi_dung") and not values.get("amends"):
        yield Problem(
            "REGULATION.EMPTY",
            "Quy chế chưa có nội dung; ghi các điều, hoặc ghi những chỗ sửa đổi, bổ sung.",
            ("noi_dung",),
        )


def stands_alone_or_not(values: Values) -> Iterator[Problem]:
    """Alone it has a signature and recipients; with a decision it has no number, and says whose."""
    decision = values.get("kem_theo")
    if decision is None:
        if not values.get("signer"):
            sentence = "Quy chế có số riêng phải có người ký."
            yield Problem("REGULATION.UNSIGNED", sentence, ("signer",))
        if not values.get("noi_nhan"):
            sentence = "Quy chế có số riêng phải có nơi nhận."
            yield Problem("REGULATION.NO_RECIPIENTS", sentence, ("noi_nhan",))
        return
    if values.get("so"):
        sentence = "Quy chế ban hành kèm theo quyết định không có số riêng; xoá số này."
        yield Problem("REGULATION.OWN_NUMBER", sentence, ("so",))
    if not decision.get("text") and not decision.get("co_quan"):
        sentence = "Ghi cơ quan ban hành quyết định, hoặc ghi nguyên câu."
        yield Problem("REGULATION.ISSUED_BY_NOBODY", sentence, ("kem_theo", "co_quan"))


def changes_are_whole(values: Values) -> Iterator[Problem]:
    """New words where something is amended or added, both phrases where one is replaced."""
    changes = (values.get("amends") or {}).get("changes") or ()
    for index, change in enumerate(changes):
        for name, sentence in _missing(change):
            yield Problem("REGULATION.CHANGE", sentence, ("amends", "changes", index, name))


def _missing(change: Values) -> Iterator[tuple[str, str]]:
    action, text = change.get("action"), change.get("text")
    words = ("old_words", "new_words")
    if action in (Action.AMEND, Action.ADD, Action.AMEND_AND_ADD) and not text:
        yield "text", "Ghi nội dung mới của điều, khoản này."
    if action == Action.REPEAL and text:
        yield "text", "Bãi bỏ thì không có nội dung mới; xoá nội dung, hoặc chọn «Sửa đổi»."
    for name in words:
        if action == Action.REWORD and not change.get(name):
            yield name, "Thay cụm từ phải ghi cả cụm từ cũ và cụm từ mới."


TYPE = DocumentType(
    key="quy_che_lam_viec",
    title="Quy chế làm việc",
    ten_loai="Quy chế",
    symbol="QC",
    model=QuyCheLamViec,
    laws=(has_rules, stands_alone_or_not, changes_are_whole, signer_is_lawful),
)
