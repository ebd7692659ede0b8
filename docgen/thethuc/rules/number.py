"""Thể thức: rules on the number and symbol, on place and date (ô 3, 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docgen.thethuc.document import DocumentView
from docgen.thethuc.lines import Line
from docgen.thethuc.measure import wrong_look
from docgen.thethuc.mend import retyped
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.words import TYPES, composed, fold, plain

_NUMBER = re.compile(
    r"(?:s\w)?(?:\s*[:;]|\.(?=\s*\d))?(?P<blank>[\s.…_]*)(?P<n>\d*)\s*[-–—/.]?\s*"
    r"(?P<kind>[^\W\d_]+)\s*[-–—/\\]\s*(?P<body>[^\W\d_]+(?:\s*[-–—/]\s*[^\W\d_]+)*)[\s.,;:]*",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?P<place>.*?)\s*[,;.]*\s*(?:\bng[aà]y|(?=\s\d))(?P<d>[\s\d.…_]*)th[aá]ng(?P<m>[\s\d.…_]*)n[aă]m"
    r"(?P<y>[\s\d.…_]*?)[.,;\s]*",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(
    r"(?P<place>.*?)\s*[,;.]*\s*(?:\bng[aà]y\s*|\b)(?P<d>\d\d?)\s*[/.-]\s*(?P<m>\d\d?)\s*[/.-]\s*"
    r"(?P<y>\d{4})[.,;\s]*",
    re.IGNORECASE,
)
_SYMBOLS = frozenset(symbol for symbols in TYPES.values() for symbol in symbols)
_BY_FOLD = {fold(symbol): symbol for symbol in sorted(_SYMBOLS)}
_REGULATION = frozenset(("qdi", "qyd"))
"""How «QĐ» of a quy định was written in 2018, and is by the state."""
_READ = frozenset(("NQ", "CT", "KL", "QC", "BC", "QĐ", "CTr", "TT", "TTr", "HD", "CV", "BB"))
"""Symbols that the guidance names; the others follow from its rule."""
_BODIES = {
    fold(body): body
    for body in (
        "TW", "TU", "ĐU", "ĐH", "CB", "ĐĐ", "BCSĐ", "ĐUQS", "ĐUCA", "ĐUBP", "UBKT", "BTGDV",
        "BXDĐ", "BCĐ", "HĐ", "VPĐU", "BTCĐU", "BTGĐU", "BDVĐU", "UBKTĐU", "BTGDVĐU", "BXDĐĐU",
    )
}  # fmt: skip
_ISSUERS = {
    "chi bo": "CB", "dang uy": "ĐU", "tinh uy": "TU", "ban can su dang": "BCSĐ", "dang doan": "ĐĐ",
}  # fmt: skip
"""The symbol of a body by how its name begins (HD05, II.I.3.1.3)."""
_KEPT = frozenset(("nb", "ThU"))
_TURNED = re.compile(r"(ĐU|TU|TW)(VP|UBKT|BTC|BTG|BTGDV|BDV|BNC|BXDĐ)")


@rule("PD.HDR.NUMBER", "Số và ký hiệu không đúng", source="HD05:II.I.3")
def wrong_number(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Số và ký hiệu ghi «Số 05-NQ/ĐU»: sau chữ «Số» không có dấu hai chấm; số nhỏ hơn 10 có số 0
    đứng trước; gạch nối giữa số và ký hiệu tên loại, gạch chéo giữa tên loại và cơ quan; ký hiệu
    khớp với tên loại. Chữ đứng, cỡ chữ 14, cân đối dưới tên cơ quan ban hành."""
    lines = doc.paper.lines("so_ky_hieu")
    if not lines and not doc.paper.is_issued_by_another:
        yield Fault("ghi «Số …-…/…» dưới dấu sao", "không có số và ký hiệu")
    for line in lines[:1]:
        yield from _wrong_number_text(line, doc.paper, profile)
        if doc.paper.is_crossed(line, left=False):
            yield Fault("đặt dưới tên cơ quan ban hành", "đặt dưới tiêu đề", line)
    yield from wrong_look(lines, profile.elements["so_ky_hieu"], align=not doc.paper.is_in_columns)


def _wrong_number_text(line: Line, paper: Paper, profile: Profile) -> Iterator[Fault]:
    found = _NUMBER.fullmatch(composed(line.text))
    if found is None:
        yield Fault("viết theo mẫu «Số 05-NQ/ĐU»", f"«{line.text}»", line)
        return
    kind, body = _kind_and_body(found["kind"], found["body"], paper)
    allowed = _allowed(paper, profile)
    if fold(kind) in _REGULATION and kind not in allowed and "QĐ" in allowed:
        kind = "QĐ"
    wanted = f"Số{_counted(found)}-{kind}/{body}"
    if kind in _SYMBOLS and plain(wanted) != plain(line.text):
        yield Fault(f"viết «{wanted}»", f"«{line.text}»", line, fix=retyped(wanted))
    if allowed and kind not in allowed:
        asked = f"ký hiệu của {paper.type.lower() or 'công văn'} là «{allowed[0]}»"
        surely = kind in _SYMBOLS or allowed[0] in _READ
        yield Fault(asked, f"«{kind}»", line, severity=None if surely else "warning")
    yield from _wrong_body(body, paper, line)


def _counted(found: re.Match[str]) -> str:
    """The number as it should be written, the blank of a draft as it is."""
    if found["n"]:
        return f" {found['n'].lstrip('0').zfill(2)}"
    return found["blank"] if found["blank"][:1].isspace() else f" {found['blank']}"


def _kind_and_body(kind: str, body: str, paper: Paper) -> tuple[str, str]:
    """The two symbols as they should be written, in their order."""
    own = {fold(symbol): symbol for symbol in TYPES.get(paper.type, ())}
    if fold(kind) not in {*_BY_FOLD, *_REGULATION} and fold(body) in _BY_FOLD:
        kind, body = body, kind
    if kind not in _SYMBOLS:
        kind = _BY_FOLD.get(fold(kind), kind.upper())
    bodies = [_body(part) for part in re.split(r"\s*[-–—/]\s*", body)]
    return own.get(fold(kind), kind), _joined(bodies)


def _joined(bodies: list[str]) -> str:
    """Bodies that issue together are joined by hyphens; «nb» stands behind a stroke."""
    return "".join(
        f"{'/' if body == 'nb' else '-'}{body}" if place else body
        for place, body in enumerate(bodies)
    )


def _body(symbol: str) -> str:
    if symbol in _KEPT:
        return symbol
    upper = symbol.upper()
    return upper if "Đ" in upper else _BODIES.get(fold(upper), upper)


def _allowed(paper: Paper, profile: Profile) -> tuple[str, ...]:
    """The symbols that fit the printed type; none where nobody can say."""
    if paper.is_letter:
        return ("CV",)
    symbols = TYPES.get(paper.type, ())
    return tuple(s for s in symbols if s != "QĐi" or s in profile.more_symbols)


def _wrong_body(body: str, paper: Paper, line: Line) -> Iterator[Fault]:
    """The body's symbol: of the body that issues, and with the committee's behind it."""
    issuer = fold(paper.text("co_quan_ban_hanh"))
    own = next((symbol for name, symbol in _ISSUERS.items() if issuer.startswith(name)), body)
    if body in _ISSUERS.values() and body != own:
        yield Fault(f"ký hiệu của cơ quan ban hành là «{own}»", f"«{body}»", line)
    elif turned := _TURNED.fullmatch(body):
        wanted = f"ký hiệu cơ quan trước, cấp uỷ sau: «{turned[2]}{turned[1]}»"
        yield Fault(wanted, f"«{body}»", line, severity="warning")


@rule("PD.HDR.DATE", "Địa danh, ngày, tháng, năm không đúng", source="HD05:II.I.4")
def wrong_date(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Ghi «Hà Nội, ngày 03 tháng 02 năm 2026»: có dấu phẩy sau địa danh; thêm số 0 trước ngày nhỏ
    hơn 10 và tháng 1, tháng 2, không thêm trước các tháng 3 đến 9. Chữ nghiêng, cỡ chữ 14, cân đối
    dưới tiêu đề."""
    lines = doc.paper.lines("dia_danh_ngay")
    if not lines:
        yield Fault(
            "ghi địa danh, ngày, tháng, năm dưới tiêu đề", "không có địa danh, ngày, tháng, năm"
        )
    for line in lines[:1]:
        yield from _wrong_date_text(line)
        if doc.paper.is_crossed(line, left=True):
            yield Fault("đặt dưới tiêu đề", "đặt dưới tên cơ quan ban hành", line)
    yield from wrong_look(
        lines, profile.elements["dia_danh_ngay"], align=not doc.paper.is_in_columns
    )


def _wrong_date_text(line: Line) -> Iterator[Fault]:
    text = composed(line.text)
    found = _DATE.fullmatch(text) or _SHORT_DATE.fullmatch(text)
    if found is None:
        yield Fault("viết theo mẫu «Hà Nội, ngày 03 tháng 02 năm 2026»", f"«{line.text}»", line)
        return
    place = found["place"]
    if not place or place.islower() or (len(place) > 3 and place.isupper()):
        yield Fault("ghi địa danh trước ngày, tháng, năm, viết hoa chữ cái đầu",
                    f"«{place}»" if place else "không có địa danh", line)  # fmt: skip
        return
    day, month, year = (found[name].strip(" .…_\t\xa0") for name in "dmy")
    if not _exists(day, month, year):
        yield Fault("ghi ngày, tháng, năm có thật, năm đủ bốn chữ số", f"«{line.text}»", line)
        return
    days = f" {int(day):02} " if day else found["d"]
    months = f" {_month(month)} " if month else found["m"]
    years = f" {year}" if year else found["y"]
    wanted = f"{place}, ngày{days}tháng{months}năm{years}".rstrip()
    if plain(wanted) != plain(line.text):
        yield Fault(f"viết «{wanted}»", f"«{line.text}»", line, fix=retyped(wanted))


def _month(month: str) -> str:
    """January and February have a nought before them, March to September none."""
    return f"{int(month):02}" if int(month) < 3 else str(int(month))


def _exists(day: str, month: str, year: str) -> bool:
    """Whether there is such a day; what a draft leaves blank may be any."""
    try:
        date(int(year or 2024), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return len(year) in (0, 4)
