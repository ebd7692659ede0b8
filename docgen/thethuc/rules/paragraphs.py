"""Thể thức: rules on how paragraphs of the text are set: indent, gaps, lines (ô 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Line, Paragraph
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Body, Profile
from docgen.thethuc.registry import Fault, Severity, rule
from docgen.thethuc.structure import TITLED
from docgen.thethuc.text import NEAR, paragraphs_of
from docgen.thethuc.xml import Node, W, child, val

_TYPED = re.compile(r"(?:[ \u00a0]*\t|[ \u00a0]{2})[ \u00a0\t]*")
_FAR = 5.0
"""Millimetres: an indent as far from what is asked is no rounding and no other habit."""


def _indent(editor: Editor, fault: Fault) -> None:
    line = fault.line
    assert line is not None
    typed = _TYPED.match(line.paragraph.text)
    if typed is not None:
        whole = replace(line, spans=line.paragraph.spans)
        editor.replace(whole, 0, typed.end(), "")
    editor.paragraph(line.paragraph, left=0, first_line=editor.profile.body.first_line)


@rule(
    "PD.BODY.INDENT", "Lùi đầu dòng không đúng", source="HD05:II.I.6.2.2", fix=_indent,
)  # fmt: skip
def wrong_indent(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Mỗi đoạn văn lùi đầu dòng khoảng 10 mm, đặt bằng định dạng đoạn văn, không gõ bằng phím Tab
    hoặc dấu cách."""
    body = profile.body
    least, most = body.first_line_about
    for paper in doc.written:
        for line in _set_as_text(doc, paper):
            look = line.paragraph.look
            start = look.left + look.first_line
            if _TYPED.match(line.paragraph.text):
                yield Fault(_asked(body), "gõ bằng phím Tab hoặc dấu cách", line)
            elif not least <= start <= most or abs(look.left) > 1:
                far = abs(start - body.first_line) >= _FAR
                severity: Severity | None = None if far else "warning"
                found = f"{start:.1f}".rstrip("0").rstrip(".").replace(".", ",") + " mm"
                if abs(look.left) > 1:
                    found += f", cả đoạn lùi {look.left:g} mm".replace(".", ",")
                yield Fault(_asked(body), found, line, severity=severity)


def _asked(body: Body) -> str:
    return f"lùi đầu dòng khoảng {body.first_line} mm"


def _space(editor: Editor, fault: Fault) -> None:
    assert fault.line is not None
    paragraph = fault.line.paragraph
    if fault.line.printed:
        editor.paragraph(paragraph, after=editor.profile.body.gap_at_least, contextual=False)
    else:
        editor.remove(paragraph)


@rule("PD.BODY.SPACING", "Giãn đoạn không đúng", source="HD05:II.I.6.2.2", fix=_space)
def wrong_gap(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Khoảng cách giữa các đoạn văn (Spacing) tối thiểu 6 pt, đặt bằng định dạng đoạn văn, không
    chèn dòng trống."""
    least = profile.body.gap_at_least
    places = {id(paragraph): at for at, paragraph in enumerate(doc.paragraphs)}
    for paper in doc.written:
        lines = list(paragraphs_of(paper.lines("can_cu", "noi_dung")))
        titles = _titles(doc, paper)
        for one, other in pairwise(lines):
            if any(_is_title(line, titles) for line in (one, other)) or _on_new_page(other):
                continue
            between = doc.paragraphs[places[id(one.paragraph)] + 1 : places[id(other.paragraph)]]
            blanks = [paragraph for paragraph in between if _is_blank(paragraph)]
            for paragraph in blanks:
                yield Fault(
                    "không chèn dòng trống giữa các đoạn", "dòng trống", paragraph.lines[0],
                    severity="warning",
                )  # fmt: skip
            if not between and one.paragraph.node.getnext() is other.paragraph.node:
                yield from _narrow(one, other, least)


def _narrow(one: Line, other: Line, least: float) -> Iterator[Fault]:
    """Word takes the wider of the two spaces; who typed two halves meant their sum: doubtful."""
    after, before = _spaces(one, other)
    if max(after, before) > least - NEAR:
        return
    severity: Severity | None = "warning" if after + before > least - NEAR else None
    yield Fault(
        f"cách đoạn dưới ít nhất {least} pt", f"{max(after, before):g} pt", one, severity=severity
    )


def _spaces(one: Line, other: Line) -> tuple[float, float]:
    """The space behind a paragraph and before the next; between two of one style it may count for
    nothing."""
    first, second = one.paragraph, other.paragraph
    same = _style(first.node) == _style(second.node)
    after = 0.0 if same and first.look.contextual else first.look.after
    before = 0.0 if same and second.look.contextual else second.look.before
    return after, before


def _style(node: Node) -> str:
    return val(child(node, "pPr"), "pStyle")


def _on_new_page(line: Line) -> bool:
    return line.paragraph.breaks_page


def _is_blank(paragraph: Paragraph) -> bool:
    """Whether it is nothing but an empty line, not the one that Word wants behind a table."""
    node = paragraph.node
    near = (node.getprevious(), node.getnext())
    return not (
        paragraph.text.strip() or paragraph.label or paragraph.drawn or paragraph.in_box
        or paragraph.cell is not None or next(node.iter(f"{W}sectPr", f"{W}br"), None) is not None
        or any(other is not None and other.tag == f"{W}tbl" for other in near)
    )  # fmt: skip


def _lead(editor: Editor, fault: Fault) -> None:
    assert fault.line is not None
    least, most = editor.profile.body.line_exactly
    look = fault.line.paragraph.look
    too_wide = look.line_rule == "exact" and most is not None and look.line > most
    editor.paragraph(fault.line.paragraph, line=most if too_wide else least)


@rule("PD.BODY.LINE", "Giãn dòng không đúng", source="HD05:II.I.6.2.2", fix=_lead)
def wrong_line_spacing(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Khoảng cách giữa các dòng (Line spacing) đặt Exactly, từ 18 pt đến 22 pt (theo Hướng dẫn
    36-HD/VPTW: từ 18 pt trở lên)."""
    least, most = profile.body.line_exactly
    wanted = f"Exactly, từ {least} pt" + (f" đến {most} pt" if most else " trở lên")
    names = {"exact": "Exactly, {:g} pt", "atLeast": "At least, {:g} pt", "auto": "{:g} dòng"}
    for paper in doc.written:
        for line in _set_as_text(doc, paper):
            look = line.paragraph.look
            within = least - NEAR <= look.line and (most is None or look.line <= most + NEAR)
            if look.line_rule != "exact" or not within:
                found = names[look.line_rule].format(look.line).replace(".", ",")
                yield Fault(wanted, found, line)


def _set_as_text(doc: DocumentView, paper: Paper) -> Iterator[Line]:
    """The paragraphs of the bases and the text, titles and pictures left out."""
    titles = _titles(doc, paper)
    for line in paragraphs_of(paper.lines("can_cu", "noi_dung")):
        paragraph = line.paragraph
        if not (paragraph.drawn or paragraph.in_box or _is_title(line, titles)):
            yield line


def _titles(doc: DocumentView, paper: Paper) -> frozenset[int]:
    """The ids of the lines of phần, chương, mục and their names."""
    titled = [item for item in doc.structure(paper) if item.kind in TITLED]
    return frozenset(id(line) for item in titled for line in (item.line, *item.names))


def _is_title(line: Line, titles: frozenset[int]) -> bool:
    """Whether a line is no paragraph of the text: a title, or centred."""
    return id(line) in titles or line.paragraph.look.align in ("center", "right")
