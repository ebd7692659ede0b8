"""Thể thức: rules on the type, the author under it, the trích yếu and the five hyphens (ô 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Line
from docgen.thethuc.measure import ends_paragraph, has_own_alignment, wrong_look
from docgen.thethuc.mend import centred, in_small_letters, retyped
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, Severity, rule
from docgen.thethuc.words import composed, fold, is_body_name, plain

_SEPARATOR = "-----"
_PRINTED_FORMS = ("giay ", "phieu ", "thu cong", "cuong linh", "dieu le")
"""How other papers begin whose names are not in the list of types."""
_UNNAMED = frozenset(("Giấy mời", "Giấy giới thiệu", "Tuyên bố", "Lời kêu gọi", "Thông cáo"))
"""Types that may stand without a trích yếu."""
_MEETINGS = ("hoi nghi", "hop ", "dai hoi", "cuoc hop", "phien hop")
"""How a trích yếu may begin with a capital: the form of minutes prints «Hội nghị …»."""
_V_V = re.compile(r"V\s*[/.]\s*v\b[.:]?\s*(?:về\s+)?(?:việc\s+)?", re.IGNORECASE)
_QUOTED = re.compile(r"[«“\"'‘(][^«»“”\"()]*[»”\"'’)][.;:,]*")


@rule("PD.TYPE", "Tên loại văn bản không đúng", source="HD05:II.I.5")
def wrong_type(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Tên loại ghi đủ, chữ in hoa, đứng, đậm, cỡ chữ 15 - 16, đứng riêng một dòng ở giữa; công văn
    không ghi tên loại."""
    if not doc.paper.lines("ten_loai") and not doc.paper.is_letter:
        yield Fault("ghi tên loại ở giữa dòng, trên trích yếu", "không có tên loại")
    for paper in doc.papers:
        for line in paper.lines("ten_loai")[:1]:
            yield from _wrong_type_text(line, paper)
        yield from wrong_look(paper.lines("ten_loai"), profile.elements["ten_loai"])


def _wrong_type_text(line: Line, paper: Paper) -> Iterator[Fault]:
    name, text = paper.type, composed(line.text)
    if not name:
        if not paper.is_attached and not fold(text).startswith(_PRINTED_FORMS):
            wanted = "ghi một tên loại theo quy định (nghị quyết, quyết định, kết luận …)"
            yield Fault(wanted, f"«{text}»", line, severity="warning")
        return
    if paper.is_letter:
        yield Fault("công văn không ghi tên loại", f"«{text}»", line)
        return
    head, rest = text[: len(name)], text[len(name) :].rstrip(" .:;,")
    wanted = (head if head.lower() == name.lower() else name.upper()) + rest
    if wanted != text:
        yield Fault(f"viết «{wanted}»", f"«{text}»", line, fix=retyped(wanted))
    for subject in paper.lines("trich_yeu")[:1]:
        if _is_beside(subject, line):
            wanted = "tên loại đứng riêng một dòng, trích yếu ở dòng dưới"
            yield Fault(wanted, f"«{text} {subject.text}»", line)


def _is_beside(line: Line, type_line: Line) -> bool:
    """Whether a trích yếu begins on the line of the type: that is told of the type."""
    text = line.paragraph.text
    end = text.find(type_line.text) + len(type_line.text)
    return line.paragraph is type_line.paragraph and "\n" not in text[end : text.find(line.text)]


@rule(
    "PD.TYPE.AUTHOR", "Dòng tên tác giả dưới tên loại không đúng",
    source="HD05:II.I.5.1.1", certainty="inferred",
)  # fmt: skip
def wrong_author(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Tên tác giả, nếu ghi giữa tên loại và trích yếu («CỦA BAN THƯỜNG VỤ …»), dùng chữ in hoa,
    đứng, đậm, ở giữa dòng."""
    for paper in doc.papers:
        yield from wrong_look(paper.lines("tac_gia"), profile.elements["tac_gia"])


@rule("PD.SUBJECT", "Trích yếu không đúng", source="HD05:II.I.5")
def wrong_subject(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Trích yếu là một cụm từ ngắn dưới tên loại, chữ cái đầu viết thường («về phát triển …»),
    không viết «V/v», «Về việc», không có dấu chấm cuối, không đặt trong ngoặc kép; chữ đứng, đậm,
    cỡ chữ 14 - 15, ở giữa. Biên bản có thể ghi «Hội nghị …»."""
    for paper in doc.papers:
        type_line, lines = paper.line("ten_loai"), paper.lines("trich_yeu")
        if type_line is None:
            continue
        if not lines and _is_named(paper) and fold(type_line.text) == fold(paper.type):
            yield Fault("ghi trích yếu dưới tên loại", "không có trích yếu", type_line)
        if not fold(type_line.text).startswith("bao cao chinh tri"):
            yield from _wrong_words(lines)
        below = [line for line in lines if not _is_beside(line, type_line)]
        yield from wrong_look(below, profile.elements["trich_yeu"])


def _is_named(paper: Paper) -> bool:
    """Whether a document of its type has a trích yếu."""
    return not paper.is_letter and bool(paper.type) and paper.type not in _UNNAMED


def _wrong_words(lines: tuple[Line, ...], *, plain_start: bool = False) -> Iterator[Fault]:
    """How a trích yếu begins and ends, its letters; `plain_start` where a capital is borne."""
    quoted = bool(_QUOTED.fullmatch(" ".join(line.text for line in lines)))
    for place, line in enumerate(lines):
        first, last = place == 0, place == len(lines) - 1
        if line.is_upper and len(line.text.split()) > 1:
            yield Fault("viết chữ thường", f"«{line.text}»", line, fix=in_small_letters(line))
            continue
        text = composed(line.text)
        wanted = text[1:] if quoted and first else text
        if first:
            wanted = _V_V.sub("về việc ", wanted, count=1) if _V_V.match(wanted) else wanted
        if last:
            wanted = wanted.rstrip(" .;:,")
            wanted = wanted[:-1].rstrip(" .;:,") if quoted else wanted
        doubtful = wanted == text and not wanted.startswith("Về ")
        if first and not plain_start and _is_large(wanted):
            wanted = wanted[0].lower() + wanted[1:]
        if wanted != text:
            severity: Severity | None = "warning" if doubtful else None
            yield Fault(
                f"viết «{wanted}»", f"«{text}»", line, severity=severity, fix=retyped(wanted)
            )


def _is_large(text: str) -> bool:
    """Whether a trích yếu begins with a capital that no name asks for."""
    first, _, second = text.partition(" ")
    words = fold(text)
    named = is_body_name(text) and not words.startswith("ban hanh")
    return (
        first[:1].isupper() and not first[1:].isupper() and second[:1].islower()
        and not named and not words.startswith(_MEETINGS)
    )  # fmt: skip


@rule("PD.SUBJECT.SEP", "Dấu ngăn cách dưới trích yếu không đúng", source="HD05:II.I.5.2.1")
def wrong_separator(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Dưới trích yếu có năm dấu gạch nối (-----) ở giữa dòng, không kẻ đường thẳng. Văn bản theo
    Hướng dẫn 36-HD/VPTW có đường kẻ thì không coi là sai."""
    severity: Severity | None = "warning" if profile.drawn_separator else None
    for paper in doc.papers:
        for line in paper.lines("gach_trich_yeu")[:1]:
            yield from _wrong_hyphens(line, profile, severity)
    if _is_named(doc.paper) and not doc.paper.lines("gach_trich_yeu"):
        yield from _missing_hyphens(doc.paper, profile, severity)


def _wrong_hyphens(line: Line, profile: Profile, severity: Severity | None) -> Iterator[Fault]:
    wanted = f"gõ năm dấu gạch nối «{_SEPARATOR}»"
    if not line.printed:
        if not profile.drawn_separator:
            yield Fault(wanted, "đường kẻ", line)
    elif plain(line.printed) != _SEPARATOR:
        fix = None if line.label else retyped(_SEPARATOR)
        yield Fault(wanted, f"«{line.printed}»", line, severity=severity, fix=fix)
    elif has_own_alignment(line) and not line.is_centred:
        yield Fault("căn giữa", "không căn giữa", line, fix=centred)


def _missing_hyphens(paper: Paper, profile: Profile, severity: Severity | None) -> Iterator[Fault]:
    """Nothing typed under the trích yếu; a line may be drawn instead."""
    title = paper.lines("ten_loai", "tac_gia", "trich_yeu")
    drawn = any(line.paragraph.drawn or line.paragraph.look.rule_below for line in title)
    if drawn and profile.drawn_separator:
        return
    for line in paper.lines("trich_yeu")[-1:]:
        found = "đường kẻ" if drawn else "không có"
        fix = None if drawn or not ends_paragraph(line) else _insert_hyphens
        wanted = f"gõ năm dấu gạch nối «{_SEPARATOR}» dưới trích yếu"
        yield Fault(wanted, found, line, severity=severity, fix=fix)


def _insert_hyphens(editor: Editor, fault: Fault) -> None:
    assert fault.line is not None
    paragraph = fault.line.paragraph
    editor.insert_after(paragraph, _SEPARATOR, like=paragraph, bold=False)


@rule("PD.SUBJECT.CV", "Trích yếu của công văn không đúng", source="HD05:II.I.5.2.3")
def wrong_letter_subject(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Trích yếu của công văn ghi «về việc …» dưới số và ký hiệu, không viết «V/v», không có dấu
    chấm cuối; chữ nghiêng, cỡ chữ 12. Hướng dẫn 36-HD/VPTW không đòi chữ «về việc»."""
    paper = doc.paper
    lines = paper.lines("trich_yeu_cv")
    if not paper.is_letter or paper.lines("ten_loai"):
        return
    if not lines:
        found = "trích yếu ở giữa trang" if paper.lines("trich_yeu") else "không có trích yếu"
        yield Fault("ghi trích yếu dưới số và ký hiệu", found, paper.line("trich_yeu"))
        return
    words = fold(lines[0].text)
    if not profile.plain_subject and not words.startswith("ve ") and not _V_V.match(lines[0].text):
        yield Fault("bắt đầu bằng «về việc …»", f"«{lines[0].text}»", lines[0])
    else:
        yield from _wrong_words(lines, plain_start=profile.plain_subject)
    yield from wrong_look(lines, profile.elements["trich_yeu_cv"], align=not paper.is_in_columns)
