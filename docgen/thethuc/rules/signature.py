"""Thể thức: rules on signatures: in whose name, in which office, by name, in which order (ô 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docgen.thethuc.closing import is_authority
from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Line
from docgen.thethuc.measure import wrong_look
from docgen.thethuc.mend import retyped
from docgen.thethuc.paper import Paper, Signature
from docgen.thethuc.profiles import Element, Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.words import AUTHORITY, MINUTES_ROLES, SURNAMES, fold, is_body_name, plain

_FORMS = {
    "tm": "T/M ", "kt": "K/T ", "tl": "T/L ", "q": "Q. ",
    "thaymat": "T/M ", "kythay": "K/T ", "thualenh": "T/L ",
}  # fmt: skip
_TITLES = re.compile(
    r"(?:(?:GS|PGS|TSKH|TS|ThS|Th\.S|CN|KS|BS|DS|LS|CVCC|NGND|NGƯT|NSND|NSƯT|TTND|TTƯT|BSCK ?I{1,2}"
    r"|CK ?I{1,2}|Đ/c|Đc)(?=[.,\s])"
    r"|(?:đồng chí|giáo sư|phó giáo sư|tiến s[ĩỹ]|thạc s[ĩỹ]|cử nhân|kỹ sư|bác s[ĩỹ]"
    r"|dược s[ĩỹ]|luật sư|anh hùng lao động|ahlđ|ahllvt(?:nd)?"
    r"|nhà giáo \w+|(?:đại|thượng|trung|thiếu) (?:tướng|tá|uý|úy))(?=\s))",
    re.IGNORECASE,
)
"""Learned titles, ranks and forms of address before a name."""
_TITLE_BEHIND = re.compile(r"[,(]\s*(?:GS|PGS|TS|ThS|CN|KS|BS)\b", re.IGNORECASE)
_COLLECTIVE = re.compile(
    r"(?:dang uy|chi bo|chi uy|ban thuong vu|tinh uy|thanh uy|huyen uy|quan uy|thi uy|ban chap hanh"
    r"|dang doan|ban can su dang|uy ban kiem tra|hoi dong|doan chu tich)\b"
)
_OF_COLLECTIVE = re.compile(r"(?:pho )?bi thu\b|(?:pho )?chu nhiem\b")
_HEADS = re.compile(r"(?:pho )?(?:bi thu|truong |chanh |chu nhiem|chu tich|giam doc)")
_STAFF = re.compile(
    r"(?:ban (?:to chuc|tuyen giao|dan van|noi chinh|xay dung dang|chi dao|kiem phieu)|van phong"
    r"|co quan|tieu ban|trung tam|truong chinh tri)\b"
)
"""Bodies that a head leads: nobody signs on behalf of them."""
_SIGN_FOR = {
    "dang uy": ("dang uy", "ban thuong vu"),
    "tinh uy": ("tinh uy", "ban thuong vu"),
    "thanh uy": ("thanh uy", "ban thuong vu"),
    "huyen uy": ("huyen uy", "ban thuong vu"),
    "chi bo": ("chi bo", "chi uy"),
    "dang doan": ("dang doan",),
    "ban can su dang": ("ban can su dang",),
    "uy ban kiem tra": ("uy ban kiem tra",),
}
"""Who signs T/M on the papers of a body (folded)."""
_WITH_BODY = re.compile(
    r"(?:pho )?bi thu (?:thuong truc )?(?:dang uy|dang bo|chi bo|tinh uy|thanh uy|huyen uy"
    r"|dang doan|ban can su|ban thuong vu)"
    r"|(?:pho )?chanh van phong (?:dang uy|tinh uy|thanh uy|huyen uy|trung uong)"
    r"|(?:pho )?chu nhiem (?:uy ban|ubkt)"
    r"|(?:pho )?truong ban (?:to chuc|tuyen giao|dan van|noi chinh|xay dung dang|kiem tra)"
)
_NO_OFFICE = re.compile(r"(?:uy vien|dang uy vien|chi uy vien|tinh uy vien|thanh uy vien)\b")


@rule("PD.SIGN.AUTH", "Quyền hạn ký không đúng", source="HD05:II.I.7")
def wrong_authority(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Quyền hạn ký viết «T/M», «K/T», «T/L» có dấu gạch chéo, «Q.» có dấu chấm, rồi một dấu cách;
    chữ in hoa, đứng, đậm, cỡ chữ 14. «T/M» dùng cho tập thể (đảng uỷ, ban thường vụ, chi bộ, uỷ ban
    kiểm tra …), không ký thay mặt đảng bộ; «K/T» không dùng cho tập thể."""
    if not any(paper.signatures for paper in doc.papers) and _is_whole(doc.paper):
        yield Fault("ghi quyền hạn, chức vụ, họ tên người ký", "không có phần ký")
    for paper in doc.papers:
        alone = len(paper.signatures) == 1
        for signature in paper.signatures:
            body = _wrong_body(doc.paper, signature) if alone else None
            yield from _wrong_authority(signature.authority, body, profile)
        confirmed = [line for line in paper.confirmation if is_authority(line)]
        yield from _wrong_authority(confirmed, None, profile)


def _is_whole(paper: Paper) -> bool:
    """Whether it is a document by itself, and not a page that something was noted on."""
    named = paper.lines("tieu_de", "so_ky_hieu", "ten_loai")
    return bool(paper.body and named) and not paper.is_issued_by_another


def _wrong_authority(lines: list[Line], body: str | None, profile: Profile) -> Iterator[Fault]:
    element = profile.elements["quyen_han_ky"]
    for line in lines:
        fault = _wrong_form(line) or _wrong_sense(line, body)
        if fault is not None:
            yield fault
        else:
            yield from _wrong_line(line, element)


def _wrong_line(line: Line, element: Element) -> Iterator[Fault]:
    """What is wrong with any line of a signature: a mark at its end, its look."""
    bare = line.text.rstrip(" .,;:")
    if bare != line.text:
        yield Fault("không có dấu ở cuối dòng", f"«{line.text}»", line, fix=retyped(bare))
    else:
        yield from wrong_look((line,), element, align=line.paragraph.cell is not None)


def _wrong_form(line: Line) -> Fault | None:
    """«TM.», «K.T», «TL», a missing space … for «T/M », «K/T », «T/L », «Q. »."""
    match = AUTHORITY.match(line.text)
    if match is None:
        return None
    letters = re.sub(r"\W", "", fold(match[0]))
    if letters in ("tuq", "thuauyquyen"):
        wanted = "văn bản của Đảng không có hình thức ký thừa uỷ quyền; dùng «T/L»"
        return Fault(wanted, f"«{match[0].strip()}»", line)
    form = _FORMS[letters]
    written = match[0].replace("\u00a0", " ")
    if written == form or (written.upper() == form and line.is_upper):
        return None
    return Fault(f"viết «{form.strip()}» rồi một dấu cách", f"«{line.text}»", line, fix=_write_form)


def _write_form(editor: Editor, fault: Fault) -> None:
    line = fault.line
    assert line is not None
    match = AUTHORITY.match(line.text)
    assert match is not None
    editor.replace(line, 0, match.end(), _FORMS[re.sub(r"\W", "", fold(match[0]))])


def _wrong_sense(line: Line, body: str | None) -> Fault | None:
    """A form that does not fit who signs: what is right, a person must say."""
    match = AUTHORITY.match(line.text)
    if match is None:
        return None
    form, who = match[0].strip().upper(), fold(line.text[match.end() :])
    found = f"«{line.text}»"
    if form == "K/T" and (_COLLECTIVE.match(who) or _OF_COLLECTIVE.match(who)):
        return Fault("tập thể ký «T/M», không ký «K/T»", found, line)
    if form == "K/T" and _STAFF.match(who):
        return Fault("sau «K/T» ghi chức vụ của người đứng đầu", found, line)
    if form != "T/M":
        return None
    if who.startswith("dang bo"):
        return Fault("ký thay mặt cấp uỷ («T/M ĐẢNG UỶ»), không thay mặt đảng bộ", found, line)
    if _HEADS.match(who) or _STAFF.match(who):
        return Fault("«T/M» chỉ dùng cho tập thể; người đứng đầu ký trực tiếp", found, line)
    if who.startswith("ban chap hanh") and "trung uong" not in who:
        wanted = "ký thay mặt cấp uỷ viết «T/M ĐẢNG UỶ»"
        return Fault(wanted, found, line, severity="warning")
    return Fault(body, found, line) if body else None


def _wrong_body(paper: Paper, signature: Signature) -> str | None:
    """What is asked where somebody signs for another collective than the one that issues."""
    issuer = fold(paper.text("co_quan_ban_hanh"))
    allowed = next((for_ for name, for_ in _SIGN_FOR.items() if issuer.startswith(name)), None)
    if allowed is None or not signature.authority:
        return None
    text = signature.authority[0].text
    match = AUTHORITY.match(text)
    who = fold(text[match.end() :]) if match else ""
    if _COLLECTIVE.match(who) and not who.startswith((*allowed, "ban chap hanh")):
        return "ký thay mặt cơ quan ban hành ghi ở đầu văn bản"
    return None


@rule("PD.SIGN.ROLE", "Chức vụ người ký không đúng", source="HD05:II.I.7")
def wrong_office(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Chức vụ viết chữ in hoa, đứng, không đậm, cỡ chữ 14, không kèm tên cơ quan (trừ văn bản liên
    cơ quan và ban chỉ đạo không có con dấu riêng). Khi ký «T/M», uỷ viên không ghi chức vụ. Trên
    biên bản, dòng này đậm hay không đều được."""
    for paper in doc.papers:
        joint = len(paper.signatures) > 1
        for signature in paper.signatures:
            yield from _wrong_role(signature, profile, joint=joint)


def _wrong_role(signature: Signature, profile: Profile, *, joint: bool) -> Iterator[Fault]:
    words = [fold(line.text) for line in signature.role]
    doubled = joint or any(text.startswith("kiem") for text in words)
    for line, text in zip(signature.role, words, strict=True):
        if signature.authority and _NO_OFFICE.match(text):
            yield Fault("uỷ viên ký «T/M» không ghi chức vụ", f"«{line.text}»", line)
        elif not doubled and _WITH_BODY.match(text):
            yield Fault("chỉ ghi chức vụ, không ghi tên cơ quan", f"«{line.text}»", line)
        else:
            yield from _wrong_line(line, _role_element(line, signature, profile))


def _role_element(line: Line, signature: Signature, profile: Profile) -> Element:
    """How an office is printed; where the guidance leaves the weight open, as it stands."""
    element = profile.elements["chuc_vu_ky"]
    if fold(line.text) == "kiem":
        return replace(element, capitals=False)
    is_open = fold(line.text) in MINUTES_ROLES or not signature.authority
    return replace(element, bold=line.is_bold) if is_open else element


@rule("PD.SIGN.NAME", "Họ tên người ký không đúng", source="HD05:II.I.7.1.3")
def wrong_name(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Họ tên người ký viết chữ thường, đứng, đậm, cỡ chữ 14; không ghi học hàm, học vị, quân hàm,
    danh hiệu trước họ tên."""
    for paper in doc.papers:
        for signature in paper.signatures:
            if signature.name is not None:
                yield from _wrong_name(signature.name, profile)
            elif not paper.lines("du_thao"):
                last = signature.lines[-1] if signature.lines else None
                yield Fault("ghi họ tên người ký", "không có họ tên", last)


def _wrong_name(line: Line, profile: Profile) -> Iterator[Fault]:
    if _TITLES.match(line.text) or _TITLE_BEHIND.search(line.text) or _is_addressed(line.text):
        wanted = "chỉ ghi họ và tên, không ghi học hàm, học vị, quân hàm, danh hiệu"
        yield Fault(wanted, f"«{line.text}»", line)
    elif line.is_upper or any(word[0].islower() for word in line.text.split()):
        yield Fault("chỉ viết hoa chữ cái đầu mỗi từ", f"«{line.text}»", line, fix=_write_name)
    else:
        yield from _wrong_line(line, profile.elements["ho_ten_ky"])


def _is_addressed(name: str) -> bool:
    """«Ông», «Bà» before a surname; alone the two are surnames."""
    first, *rest = plain(name).split() or [""]
    return first.lower() in ("ông", "bà") and bool(rest) and rest[0].upper() in SURNAMES


def _write_name(editor: Editor, fault: Fault) -> None:
    """«NGUYỄN VĂN A» as «Nguyễn Văn A»; capitals that are only a look are taken off."""
    line = fault.line
    assert line is not None
    if line.text.isupper() or not line.is_upper:
        editor.set_text(line, " ".join(word.capitalize() for word in line.text.split(" ")))
    else:
        editor.look(line, caps=False)


@rule("PD.SIGN.ORDER", "Thứ tự người ký không đúng", source="HD05:II.I.7.1", mends="none")
def wrong_order(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Văn bản liên cơ quan: cơ quan chủ trì (ghi trước ở đầu văn bản) ký bên phải, cơ quan tham gia
    ký bên trái. Biên bản: người ghi biên bản ký bên trái, người chủ trì ký bên phải."""
    paper = doc.paper
    first = [found for found in paper.signatures if found.row == paper.signatures[0].row]
    if len(first) < 2:
        return
    right = max(first, key=lambda signature: signature.column)
    for signature in first:
        if signature is right or not signature.lines:
            continue
        if _chairs(signature) and _records(right):
            yield Fault("người chủ trì ký bên phải", "ký bên trái", signature.lines[0])
        elif _leads(paper, signature) and not _leads(paper, right):
            yield Fault("cơ quan chủ trì ký bên phải", "ký bên trái", signature.lines[0])


def _chairs(signature: Signature) -> bool:
    return any(fold(line.text).startswith(("chu tri", "chu toa", "nguoi chu tri", "doan chu tich"))
               for line in signature.role)  # fmt: skip


def _records(signature: Signature) -> bool:
    return any(
        fold(line.text).startswith(("nguoi ghi", "thu ky", "doan thu ky"))
        for line in signature.role
    )


def _leads(paper: Paper, signature: Signature) -> bool:
    """Whether the signature is of the body that a joint paper names first."""
    names = re.split(r"\s[-–]\s|\s[-–]$", paper.text("co_quan_ban_hanh"))
    if len(names) < 2 or not all(is_body_name(name) for name in names):
        return False
    said = fold(" ".join(line.text for line in (*signature.authority, *signature.role)))
    return fold(names[0]).removeprefix("ban ") in said
