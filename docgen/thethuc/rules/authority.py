"""Thể thức: rules on who issues a document: does the body exist, may it issue this type?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.knowledge import EndedBody
from docgen.thethuc.lines import Line
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, Severity, rule
from docgen.thethuc.words import AUTHORITY, plain

_COMMUNE = re.compile(r"(?:xã|phường|đặc khu)\b")


@rule(
    "PD.ORG.ENDED",
    "Tổ chức không còn vào ngày ban hành",
    source="Danh mục loại tổ chức theo ngày",
    certainty="second-hand",
    mends="none",
)
def ended_body(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Cơ quan ban hành, cơ quan cấp trên, cơ quan được ký thay mặt phải còn tồn tại vào ngày ban
    hành: đảng đoàn, ban cán sự đảng kết thúc hoạt động đầu năm 2025; huyện uỷ, quận uỷ, thị uỷ từ
    ngày 01/7/2025."""
    told: set[str] = set()
    for line in _bodies(doc.paper):
        for body in doc.known.ended:
            gone = doc.date is not None and body.until < doc.date
            if gone and body.name not in told and _names(line, body):
                told.add(body.name)
                day = f"{body.until.day:02}/{body.until.month}/{body.until.year}"
                wanted = f"ghi tổ chức đã tiếp nhận nhiệm vụ; {body.name.lower()} có đến {day}"
                yield Fault(wanted, f"«{line.text}»", line)


def _bodies(paper: Paper) -> tuple[Line, ...]:
    signed = [line for signature in paper.signatures for line in signature.lines[:-1]]
    return (*paper.lines("co_quan_ban_hanh", "co_quan_cap_tren"), *signed)


def _names(line: Line, body: EndedBody) -> bool:
    """Whether the line names a body of that kind, or the đảng bộ it led."""
    match = AUTHORITY.match(line.text)
    text = _words(line.text[match.end() :] if match else line.text)
    names = (name for name in (body.name, body.dang_bo) if name)
    return any(f"{text} ".startswith(f"{_words(name)} ") for name in names)


def _words(text: str) -> str:
    """In lower case, accents kept («quận uỷ» is not «quân uỷ»), one spelling of «uỷ»."""
    return plain(text).lower().replace("ủy", "uỷ")


@rule(
    "PD.AUTHORITY.TYPE",
    "Loại văn bản không thuộc thẩm quyền",
    source="Quy định 399-QĐ/TW, Điều 11",
    certainty="second-hand",
    mends="none",
)
def type_beyond_competence(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Mỗi cấp chỉ ban hành những thể loại thuộc thẩm quyền: chi bộ không ban hành quy định, hướng
    dẫn; đảng uỷ cơ sở không ban hành hướng dẫn, ban thường vụ đảng uỷ cơ sở không ban hành quy chế;
    không cấp nào ở cơ sở ban hành chỉ thị, thông tri."""
    level = _level(doc.paper)
    for one in doc.known.competences:
        in_force = doc.date is not None and one.since <= doc.date
        if one.level == level and in_force and doc.paper.type in one.never_issues:
            wanted = f"{one.body} không ban hành {doc.paper.type.lower()}"
            if one.doubt:
                wanted += f" ({one.doubt[0].lower()}{one.doubt[1:]})"
            severity: Severity | None = "warning" if one.doubt else None
            yield Fault(wanted, line=doc.paper.line("ten_loai"), severity=severity)


def _level(paper: Paper) -> str:
    """The level of the body that issues, where it is certain; empty elsewhere."""
    issuer = _words(paper.text("co_quan_ban_hanh"))
    above = _words(paper.text("co_quan_cap_tren"))
    if issuer.startswith("chi bộ "):
        return "chi_bo"
    if not issuer.startswith("đảng uỷ "):
        return ""
    name = issuer.removeprefix("đảng uỷ ")
    if _COMMUNE.match(name):
        return "dang_uy_xa"
    is_base = name.startswith("cơ sở") or _COMMUNE.match(above.removeprefix("đảng bộ "))
    return _signs_for(paper) if is_base else ""


def _signs_for(paper: Paper) -> str:
    """Who of a đảng uỷ cơ sở issues: the committee or its standing committee."""
    signed = [line.text for signature in paper.signatures for line in signature.authority]
    said = " ".join(_words(text) for text in (*signed, paper.text("tac_gia")))
    if "ban thường vụ" in said:
        return "ban_thuong_vu_dang_uy_co_so"
    return "dang_uy_co_so" if "đảng uỷ" in said or "ban chấp hành" in said else ""
