"""Thể thức: rules on the bodies named in the head, and on the star under them (ô 2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Line
from docgen.thethuc.measure import ends_paragraph, has_own_alignment, wrong_look
from docgen.thethuc.mend import retyped
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.words import fold, is_body_name, plain

_STAR = "*"
_COMMITTEES = ("dang uy", "tinh uy", "thanh uy", "huyen uy", "quan uy", "thi uy", "quan uy")
_STANDING = ("ban thuong vu", "thuong truc", "ban chap hanh dang bo", "ban chap hanh chi bo")
_BELOW_OTHERS = ("dang uy xa ", "dang uy phuong", "dang uy dac khu", "dang uy thi tran", "chi bo")
"""Bodies that always have a đảng bộ above them."""
_ELECTED = ("dang uy", "chi bo")
_SERVING = (
    "ban to chuc", "ban tuyen giao", "ban dan van", "ban noi chinh", "ban xay dung dang",
    "van phong", "uy ban kiem tra", "co quan uy ban kiem tra", "ban chi dao", "tieu ban",
    "trung tam chinh tri", "truong chinh tri", "ban can su dang", "dang doan",
)  # fmt: skip
"""Bodies that a committee sets up: it is the committee that stands above them."""


@rule("PD.HDR.PARENT", "Tên cơ quan cấp trên không đúng", source="HD05:II.I.2")
def wrong_parent(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Trên tên cấp uỷ, chi bộ ghi tên đảng bộ cấp trên trực tiếp («ĐẢNG BỘ …», không ghi «ĐẢNG
    UỶ …», «TỈNH UỶ …»); trên tên cơ quan tham mưu, giúp việc ghi tên cấp uỷ. Chữ in hoa, đứng,
    cỡ chữ 14, không đậm, ngang hàng với tiêu đề."""
    lines = doc.paper.lines("co_quan_cap_tren")
    issuer = fold(doc.paper.text("co_quan_ban_hanh"))
    if lines:
        yield from _wrong_parent_name(lines[0], issuer)
    elif issuer.startswith(_BELOW_OTHERS) and not _is_joint(issuer):
        wanted = "ghi tên đảng bộ cấp trên trực tiếp trên tên cơ quan ban hành"
        yield Fault(wanted, "không có tên cơ quan cấp trên", doc.paper.line("co_quan_ban_hanh"))
    elif issuer.startswith(_SERVING) and not (_is_joint(issuer) or "trung uong" in issuer):
        yield Fault(
            "ghi tên cấp uỷ trên tên cơ quan tham mưu, giúp việc", "không có tên cơ quan cấp trên",
            doc.paper.line("co_quan_ban_hanh"), severity="warning",
        )  # fmt: skip
    yield from wrong_look(
        lines, profile.elements["co_quan_cap_tren"], align=not doc.paper.is_in_columns
    )


def _is_joint(issuer: str) -> bool:
    """Whether several bodies issue it: their names alone stand there (HD05, II.I.2.1.5)."""
    return any(is_body_name(name) for name in issuer.split(" - ")[1:])


def _wrong_parent_name(line: Line, issuer: str) -> Iterator[Fault]:
    words = fold(line.text)
    if issuer.startswith(_ELECTED) and words.startswith((*_COMMITTEES, *_STANDING)):
        yield Fault("ghi tên đảng bộ cấp trên: «ĐẢNG BỘ …»", f"«{line.text}»", line)
    elif issuer.startswith(_SERVING) and words.startswith(("dang bo", *_STANDING)):
        yield Fault("ghi tên cấp uỷ: «TỈNH UỶ …», «ĐẢNG UỶ …»", f"«{line.text}»", line)


@rule("PD.HDR.ISSUER", "Tên cơ quan ban hành không đúng", source="HD05:II.I.2.2")
def wrong_issuer(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Tên cơ quan ban hành là tên cấp uỷ, tổ chức, cơ quan đảng; văn bản của ban thường vụ ghi tên
    cấp uỷ, không ghi «BAN THƯỜNG VỤ …». Chữ in hoa, đứng, đậm, cỡ chữ 14, cân đối dưới tên cơ quan
    cấp trên."""
    lines = doc.paper.lines("co_quan_ban_hanh")
    if not lines:
        yield Fault("ghi tên cơ quan ban hành ở góc trái, trên dấu sao", "không có")
        return
    words = fold(lines[0].text)
    if words.startswith((*_STANDING, "dang bo")):
        yield Fault("ghi tên cấp uỷ: «ĐẢNG UỶ …», «TỈNH UỶ …»", f"«{lines[0].text}»", lines[0])
    yield from wrong_look(
        lines, profile.elements["co_quan_ban_hanh"], align=not doc.paper.is_in_columns
    )


@rule("PD.HDR.STAR", "Dấu sao không đúng", source="HD05:II.I.2.2.1")
def wrong_star(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Dưới tên cơ quan ban hành có một dấu sao (*) đứng riêng một dòng, ở giữa, trên số và ký
    hiệu; không kẻ gạch dưới tên cơ quan."""
    paper = doc.paper
    stars = paper.lines("dau_sao")
    bodies = paper.lines("co_quan_cap_tren", "co_quan_ban_hanh")
    if not stars:
        yield from _missing_star(paper, bodies[-1:])
        return
    star = stars[0]
    if star.text != _STAR:
        yield Fault("đánh một dấu «*»", f"«{star.text}»", star, fix=retyped(_STAR))
    elif beside := [body for body in bodies if _printed_line(body) is _printed_line(star)]:
        fix = _move_star if ends_paragraph(star) else None
        yield Fault("dấu «*» đứng riêng một dòng", f"«{beside[-1].text} *»", star, fix=fix)
    else:
        element = profile.elements["dau_sao"]
        # The guidance does not say how heavy it is; that it is centred it does.
        element = replace(element, bold=star.is_bold, certainty="read")
        yield from wrong_look((star,), element, align=not paper.is_in_columns)


def _missing_star(paper: Paper, issuer: tuple[Line, ...]) -> Iterator[Fault]:
    wanted = "đánh dấu «*» ở giữa dòng dưới tên cơ quan ban hành"
    lines = paper.lines("gach_co_quan")
    if lines:
        fix = retyped(_STAR) if lines[0].text else None
        found = f"gạch «{lines[0].text}»" if lines[0].text else "đường kẻ"
        yield Fault(wanted, found, lines[0], fix=fix)
    else:
        for line in issuer:
            fix = _insert_star if has_own_alignment(line) and ends_paragraph(line) else None
            yield Fault(wanted, "không có dấu sao", line, fix=fix)


def _move_star(editor: Editor, fault: Fault) -> None:
    assert fault.line is not None
    whole = _printed_line(fault.line)
    editor.set_text(whole, plain(whole.text).rstrip("* "))
    _insert_star(editor, fault)


def _insert_star(editor: Editor, fault: Fault) -> None:
    assert fault.line is not None
    paragraph = fault.line.paragraph
    editor.insert_after(paragraph, _STAR, like=paragraph, bold=False)


def _printed_line(line: Line) -> Line:
    """The whole line that a part of it stands on."""
    first = line.spans[0]
    for whole in line.paragraph.lines:
        if any(
            span.leaf is first.leaf and span.start <= first.start < span.start + len(span.text)
            for span in whole.spans
        ):
            return whole
    raise AssertionError(line.text)
