"""Catalogue: quy chế phối hợp công tác: two to ten parties, the lead first; all sign."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from docgen.catalog.fields import Choices, Input, Text, field
from docgen.catalog.inputs import Organisation, Signer, Symbol, by_day
from docgen.catalog.kinds import KINDS, kind_choices
from docgen.catalog.laws import day_of, signer_is_lawful
from docgen.catalog.model import DocumentType, Values
from docgen.catalog.outline import Row, outline
from docgen.catalog.papers import Authored, Content, Paper, bases
from docgen.domain import vietnamese
from docgen.domain.outline import Level
from docgen.errors import Problem

HEAD, OTHER = "thu_truong", "co_quan_khac"
_MOST = 10


class Coordination(StrEnum):
    """The three kinds that bodies have to have (S12)."""

    EQUALS = "Giữa các đảng đoàn, ban cán sự đảng (nay là đảng uỷ) với nhau"
    LOCAL = "Với cấp uỷ địa phương, cấp uỷ trực thuộc"
    HEAD = "Với cấp uỷ và thủ trưởng cơ quan"


def _choices() -> Choices:
    more = ((HEAD, "Thủ trưởng cơ quan"), (OTHER, "Cơ quan, tổ chức khác"))
    return (*kind_choices(), *more)


def _known_party(key: str) -> str:
    if key not in {value for value, _ in _choices()}:
        expected = {"expected": ", ".join(value for value, _ in _choices())}
        raise PydanticCustomError("unknown_choice", "unknown", expected)
    return key


class Lead(Organisation):
    """The body that leads: its name comes first, the number is of its series."""

    co_quan_cap_tren: Text | None = field(
        "Cơ quan cấp trên trực tiếp",
        default=None,
        shown=False,
        why_not_shown="văn bản liên cơ quan chỉ ghi tên các bên (HD 05-HD/VPTW, II.I.2)",
    )
    ky_hieu: Symbol = field(
        "Ký hiệu cơ quan",
        help="Ghép với ký hiệu của các bên khác: 05-QC/BTCTU-BNCTU.",
        example=by_day("BCSĐ", "ĐU"),
        shown=False,
        why_not_shown="khi các bên thống nhất một ký hiệu chung thì in ký hiệu đó",
    )


class JointSigner(Signer):
    """Who signs for one of several: with the office stands the body (HD 05-HD/VPTW, II.I.7)."""

    quyen_han_ky: Text | None = field(
        "Quyền hạn ký",
        default=None,
        lines=True,
        help="Kèm tên cơ quan: T/M ĐẢNG UỶ PHƯỜNG. Thủ trưởng, cấp trưởng ký thì để trống. Tên dài:"
        " xuống dòng ở chỗ muốn ngắt.",
        example=by_day("T/M BAN CÁN SỰ ĐẢNG UỶ BAN NHÂN DÂN TỈNH", "T/M ĐẢNG UỶ PHƯỜNG"),
    )
    chuc_vu_ky: Text | None = field(
        "Chức vụ người ký",
        default=None,
        lines=True,
        help="Ký không có quyền hạn thì kèm tên cơ quan: Chủ tịch Uỷ ban nhân dân phường.",
        example="Bí thư",
    )


def _signer_of_party(on: date) -> dict[str, str | None]:
    """The example of the other who signs: of a body, or the head of an agency."""
    authority = by_day("T/M ĐẢNG ĐOÀN HỘI ĐỒNG NHÂN DÂN TỈNH", "")(on)
    role = by_day("Bí thư", "Chủ tịch Uỷ ban nhân dân phường")(on)
    return {
        "quyen_han_ky": authority or None, "chuc_vu_ky": role, "ho_ten_ky": "Hoàng Minh Đức",
    }  # fmt: skip


class Party(Input):
    """One more party, beside the lead."""

    kind: Annotated[
        Text,
        AfterValidator(_known_party),
        WithJsonSchema({"type": "string", "enum": [*KINDS, HEAD, OTHER]}),
    ] = field(
        "Loại",
        choices=_choices,
        shown=False,
        why_not_shown="chỉ để biết bên này còn hoạt động vào ngày ký không",
        example=by_day("dang_doan", HEAD),
    )
    name: Text = field(
        "Tên",
        lines=True,
        help="Như in ở đầu văn bản. Tên dài: xuống dòng ở chỗ muốn ngắt.",
        example=by_day("Đảng đoàn\nHội đồng nhân dân tỉnh", "Uỷ ban nhân dân phường"),
    )
    ky_hieu: Symbol | None = field(
        "Ký hiệu",
        default=None,
        help="BTCTU, ĐUUBND … Thủ trưởng cơ quan không có ký hiệu của Đảng thì để trống.",
        example=lambda on: by_day("ĐĐ", "")(on) or None,
        shown=False,
        why_not_shown="khi các bên thống nhất một ký hiệu chung thì in ký hiệu đó",
    )
    signer: JointSigner = field("Người ký", example=_signer_of_party)


class QuyChePhoiHop(Content, Authored, Paper):
    """A coordination regulation, in articles, with a joint number."""

    organisation: Lead = field("Bên chủ trì")
    loai_phoi_hop: Coordination = field(
        "Loại phối hợp",
        help="Để theo dõi cơ quan đã có đủ các quy chế phối hợp chưa.",
        shown=False,
        why_not_shown="chỉ để theo dõi, chọn điều khoản mẫu",
        example=by_day(Coordination.EQUALS.value, Coordination.HEAD.value),
        step="Các bên",
    )
    parties: list[Party] = field(
        "Các bên khác",
        default=[],
        row="Bên",
        help="Từ một đến chín bên, theo thứ tự in ở đầu văn bản; bên chủ trì đã ghi ở trên.",
        example=[{}],
    )
    ky_hieu_chung: Symbol | None = field(
        "Ký hiệu chung",
        default=None,
        help="Để trống thì ghép ký hiệu các bên, bên chủ trì trước. Nhiều bên, ký hiệu ghép quá "
        "dài: ghi ký hiệu các bên đã thống nhất.",
    )
    trich_yeu: Text = field(
        "Trích yếu",
        lines=True,
        help="Bắt đầu bằng chữ thường: phối hợp công tác giữa … với …",
        example="phối hợp công tác",
    )
    can_cu: list[Text] = bases("Căn cứ Điều lệ Đảng")
    cau_ban_hanh: Text | None = field(
        "Câu ban hành",
        default=None,
        lines=True,
        help="Đứng sau căn cứ: Đảng uỷ phường và Uỷ ban nhân dân phường thống nhất ban hành Quy "
        "chế phối hợp công tác như sau.",
        example="Các bên thống nhất ban hành Quy chế phối hợp công tác như sau:",
    )
    noi_dung: list[Row] = outline(
        example=[
            {"level": Level.ARTICLE.value, "text": "Nguyên tắc phối hợp"},
            {"level": Level.PARAGRAPH.value, "text": "Các bên bình đẳng, chủ động phối hợp."},
        ],
        step="Các điều",
    )
    signer: JointSigner = field(
        "Người ký của bên chủ trì",
        help="In bên phải; các bên khác bên trái và ở các hàng dưới.",
        step="Ký, nơi nhận",
        last=2,
    )


def has_text(values: Values) -> Iterator[Problem]:
    """A coordination regulation says how the parties work together."""
    if not values.get("noi_dung"):
        sentence = "Quy chế phối hợp chưa có điều nào; ghi các điều hoặc chọn điều khoản mẫu."
        yield Problem("COORDINATION.EMPTY", sentence, ("noi_dung",))


def are_two_to_ten(values: Values) -> Iterator[Problem]:
    """There are two to ten parties, each named once."""
    parties = values.get("parties") or []
    if not parties:
        sentence = "Quy chế phối hợp có ít nhất hai bên; ghi thêm một bên cùng bên chủ trì."
        yield Problem("PARTY.ALONE", sentence, ("parties",))
    elif len(parties) >= _MOST:
        sentence = f"Quy chế phối hợp có nhiều nhất {_MOST} bên, kể cả bên chủ trì."
        yield Problem("PARTY.TOO_MANY", sentence, ("parties",))
    named = {_plain((values.get("organisation") or {}).get("co_quan_ban_hanh"))}
    for index, party in enumerate(parties):
        name = _plain(party.get("name"))
        if name and name in named:
            sentence = "Bên này đã ghi ở trên; mỗi bên ghi một lần."
            yield Problem("PARTY.TWICE", sentence, ("parties", index, "name"))
        named.add(name)


def parties_exist(values: Values) -> Iterator[Problem]:
    """Every party exists on the day, and has a Party symbol unless it is the head of an agency."""
    on = day_of(values)
    for index, party in enumerate(values.get("parties") or ()):
        where = ("parties", index)
        kind = KINDS.get(str(party.get("kind")))
        if kind and on and not kind.exists_on(on):
            yield Problem(
                "PARTY.NOT_IN_BEING",
                f"{kind.name} không còn hoạt động vào {vietnamese.date_words(on)} (theo "
                f"{kind.source}). Hãy chọn loại tổ chức khác hoặc xem lại ngày ký.",
                (*where, "kind"),
            )
        if party.get("kind") == HEAD and party.get("ky_hieu"):
            sentence = "Thủ trưởng cơ quan không có ký hiệu của Đảng; để trống ký hiệu."
            yield Problem("PARTY.HEAD_WITH_SYMBOL", sentence, (*where, "ky_hieu"))
        is_unsigned = not party.get("ky_hieu") and not values.get("ky_hieu_chung")
        if kind and is_unsigned:
            sentence = "Ghi ký hiệu của bên này để ghép vào số, hoặc ghi ký hiệu chung."
            yield Problem("PARTY.NO_SYMBOL", sentence, (*where, "ky_hieu"))


def signers_are_lawful(values: Values) -> Iterator[Problem]:
    """The law of signatures, for the lead and for each party."""
    yield from signer_is_lawful(values)
    for index, party in enumerate(values.get("parties") or ()):
        seen = {**values, "signer": party.get("signer")}
        yield from (problem.under("parties", index) for problem in signer_is_lawful(seen))


def _plain(name: object) -> str:
    """A name as it is compared: in one line, in one spelling, in small letters."""
    return " ".join(vietnamese.spell(str(name or ""), "uỷ").casefold().split())


TYPE = DocumentType(
    key="quy_che_phoi_hop",
    title="Quy chế phối hợp công tác",
    ten_loai="Quy chế",
    symbol="QC",
    model=QuyChePhoiHop,
    laws=(has_text, are_two_to_ten, parties_exist, signers_are_lawful),
)
