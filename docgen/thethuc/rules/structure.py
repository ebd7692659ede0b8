"""Thể thức: rules on the parts of the text: phần, chương, mục, điều, khoản, điểm, I- (ô 6)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Line
from docgen.thethuc.measure import wrong_look
from docgen.thethuc.mend import put
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Element, Profile
from docgen.thethuc.registry import Fault, Severity, rule
from docgen.thethuc.rules.body import look_faults
from docgen.thethuc.structure import Item, roman
from docgen.thethuc.text import Text
from docgen.thethuc.words import composed


@dataclass(frozen=True)
class _Place:
    """The parts of some kinds in one paper, with what their rule needs to know."""

    paper: Paper
    text: Text
    items: tuple[Item, ...]
    wrong: Mapping[int, str]
    profile: Profile

    def out_of_order(self, item: Item, *, severity: Severity | None = None) -> Iterator[Fault]:
        """A number that is skipped, doubled, or begins wrongly."""
        if wanted := self.wrong.get(id(item)):
            found = composed(item.line.printed)[: item.length].strip()
            yield Fault(f"đánh số liên tục: «{wanted}»", f"«{found}»", item.line, severity=severity)

    def looks(self, line: Line, element: str, *, align: bool = True) -> Iterator[Fault]:
        """The look of a title, unless the whole text has the same flaw."""
        if not self.text.flaws_of(line) & self.text.shared:
            yield from wrong_look((line,), self.profile.elements[element], align=align)

    def own_flaws(self, item: Item) -> Iterator[Fault]:
        """The look of a paragraph, but for what is wrong with the whole text."""
        flaws = self.text.flaws_of(item.line) - self.text.shared
        yield from look_faults(item.line, flaws, self.text, self.asked)

    @property
    def asked(self) -> Element:
        return self.profile.elements["noi_dung"]


def _places(doc: DocumentView, profile: Profile, *kinds: str) -> Iterator[_Place]:
    for paper in doc.written:
        items = tuple(item for item in doc.structure(paper) if item.kind in kinds)
        if items:
            text = doc.text(paper, profile.elements["noi_dung"].sizes)
            yield _Place(paper, text, items, doc.misnumbered(paper), profile)


@rule("PD.STRUCT.PART", "Phần, chương viết chưa đúng", source="HD05:II.I.6.2.4a")
def wrong_part(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """«Phần», «Chương» và số thứ tự đặt trên một dòng riêng, căn giữa, chữ thường, đứng, đậm, cỡ
    14 - 15; số thứ tự dùng chữ số La Mã hoặc viết bằng chữ, đánh liên tục."""
    for place in _places(doc, profile, "phan", "chuong"):
        for item in place.items:
            word = "Phần" if item.kind == "phan" else "Chương"
            number = roman(int(item.number)) if item.number.isdigit() else item.number
            yield from _wrong_title(item, word, number)
            yield from place.out_of_order(item)
            yield from place.looks(item.line, "phan")


@rule("PD.STRUCT.PART_NAME", "Tên phần, chương viết chưa đúng", source="HD05:II.I.6.2.4a")
def wrong_part_name(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Tên của phần, chương đặt ở dòng dưới số thứ tự, căn giữa, chữ in hoa, đứng, đậm, cỡ
    14 - 15."""
    for place in _places(doc, profile, "phan", "chuong"):
        yield from _wrong_names(place, "phan_ten")


@rule("PD.STRUCT.SECTION", "Mục viết chưa đúng", source="HD05:II.I.6.2.4b")
def wrong_section(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """«Mục» và số thứ tự đặt trên một dòng riêng, căn giữa, chữ thường, đứng, đậm, cỡ 14 - 15; số
    thứ tự dùng chữ số Ả Rập, đánh lại từ đầu trong mỗi chương."""
    for place in _places(doc, profile, "muc"):
        for item in place.items:
            number = item.number if item.number.isdigit() else str(item.value)
            yield from _wrong_title(item, "Mục", number)
            yield from place.out_of_order(item)
            yield from place.looks(item.line, "muc")


@rule("PD.STRUCT.SECTION_NAME", "Tên mục viết chưa đúng", source="HD05:II.I.6.2.4b")
def wrong_section_name(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Tên mục đặt ở dòng dưới số thứ tự, căn giữa, chữ in hoa, đứng, đậm, cỡ 14 - 15."""
    for place in _places(doc, profile, "muc"):
        yield from _wrong_names(place, "muc_ten")


@rule("PD.STRUCT.ARTICLE", "Điều viết chưa đúng", source="HD05:II.I.6.2.4c")
def wrong_article(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Viết «Điều 1. …»: số Ả Rập đánh liên tục trong cả văn bản, sau số là dấu chấm, tên hoặc nội
    dung viết cùng dòng; số và tên điều chữ đứng, đậm, cỡ 14 - 15, lùi đầu dòng như nội dung."""
    for place in _places(doc, profile, "dieu"):
        for item in place.items:
            yield from _wrong_form(item, f"Điều {item.value}.")
            yield from place.out_of_order(item)
            if not item.words:
                yield Fault("viết tên điều cùng dòng với số", "xuống dòng sau số", item.line)
            bold = item.line if item.is_named else item.line.part(0, item.length)
            if item.is_named or not item.line.label:
                yield from place.looks(bold, "dieu", align=False)
            align = item.line.paragraph.look.align
            if item.is_named and align in ("center", "right"):
                yield Fault("căn đều như nội dung", "căn giữa", item.line, fix=_justify)


@rule("PD.STRUCT.CLAUSE", "Khoản viết chưa đúng", source="HD05:II.I.6.2.4d")
def wrong_clause(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Khoản ghi bằng số Ả Rập, sau số là dấu chấm «1.», không dùng gạch nối hay ngoặc đơn; đánh
    liên tục trong mỗi điều; chữ thường, đứng."""
    for place in _places(doc, profile, "khoan"):
        for item in place.items:
            doubtful: Severity | None = None if item.within("dieu") else "warning"
            yield from _wrong_form(item, f"{item.value}.", severity=doubtful)
            yield from place.out_of_order(item)
            yield from place.own_flaws(item)


@rule("PD.STRUCT.POINT", "Điểm viết chưa đúng", source="HD05:II.I.6.2.4đ")
def wrong_point(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Điểm ghi bằng chữ cái tiếng Việt theo thứ tự (a, b, c, d, đ, e, g …; không có f, j, w, z),
    sau chữ là ngoặc đơn «a)»; đánh lại từ đầu trong mỗi khoản; chữ thường, đứng."""
    for place in _places(doc, profile, "diem"):
        for item in place.items:
            doubtful: Severity | None = None if item.within("dieu") else "warning"
            yield from _wrong_form(item, f"{item.number})", severity=doubtful)
            yield from place.out_of_order(item)
            yield from place.own_flaws(item)


@rule(
    "PD.STRUCT.HEADING", "Đề mục viết chưa đúng", source="HD05:II.I.6.2.4", certainty="inferred",
)  # fmt: skip
def wrong_heading(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Trong văn bản không chia điều, đề mục lớn viết «I- …» hoặc «I. …» (một kiểu trong cả văn
    bản), chữ đậm, đứng; đề mục nhỏ «1.1. …»; đánh số liên tục."""
    for place in _places(doc, profile, "de_muc", "tieu_muc"):
        titles = [item for item in place.items if item.kind == "de_muc"]
        mark = _usual([item.mark.strip() for item in titles if item.mark.strip() in ("-", ".")])
        upper = _usual([_is_upper(item) for item in titles])
        for item in place.items:
            yield from place.out_of_order(item, severity="error")
            if item.kind == "tieu_muc":
                yield from _wrong_prefix(item, place.wrong)
                continue
            yield from _wrong_form(item, f"{item.number}{mark or '-'}")
            yield from place.looks(item.line, "de_muc", align=False)
            if upper and not _is_upper(item):
                yield Fault("chữ in hoa như các đề mục khác", "chữ thường", item.line, fix=_capital)


def _wrong_title(item: Item, word: str, number: str) -> Iterator[Fault]:
    """«Chương I» on a line of its own, no mark behind it."""
    found = composed(item.line.text)[: item.length]
    asked = f"{word} {number}"
    if item.line.label:
        return
    if item.line.is_upper and number.isupper():
        typed = put(0, item.length, asked) if found.isupper() else _small
        yield Fault(f"viết «{asked}»", f"«{found.upper()}»", item.line, severity="warning",
                    fix=typed if not item.words else None)  # fmt: skip
    elif " ".join(found.split()) != asked and not item.words:
        renumbered = item.number != number
        fix = None if renumbered else put(0, len(item.line.text), asked)
        yield Fault(f"viết «{asked}»", f"«{item.line.text}»", item.line, fix=fix)


def _wrong_names(place: _Place, element: str) -> Iterator[Fault]:
    for item in place.items:
        if item.words:
            yield Fault("viết tên ở dòng dưới", f"«{item.line.text[:60]}»", item.line)
        elif not item.names:
            yield Fault("ghi tên ở dòng dưới", "không có tên", item.line, severity="warning")
        for line in item.names:
            yield from place.looks(line, element)


def _wrong_form(item: Item, asked: str, *, severity: Severity | None = None) -> Iterator[Fault]:
    """The number and its mark, and one space behind them."""
    printed = composed(item.line.printed)
    gap = re.match(r"\s*", printed[item.length :])
    found = printed[: item.length] + (gap[0] if gap else "")
    wanted = f"{asked} " if item.words else asked
    if " ".join(found.split()) == asked and (found[-1:].isspace() or not item.words):
        return
    typed = not item.line.label and printed == item.line.text
    fix = put(0, len(found), wanted) if typed else None
    yield Fault(f"viết «{asked}»", f"«{found.strip()}»", item.line, severity=severity, fix=fix)


def _wrong_prefix(item: Item, wrong: Mapping[int, str]) -> Iterator[Fault]:
    """«2.1» stands under «2.»; where that is out of order itself, it alone is told."""
    above = item.within("khoan")
    head, _, rest = item.number.partition(".")
    if above is not None and rest == "1" and head != above.number and id(above) not in wrong:
        yield Fault(f"viết «{above.number}.{rest}»", f"«{item.number}»", item.line)


def _usual(values: list[str] | list[bool]) -> str | bool | None:
    counted = Counter[str | bool](values)
    return max(counted, key=counted.__getitem__, default=None)


def _is_upper(item: Item) -> bool:
    label = bool(item.line.label)
    return (item.line if label else item.line.part(item.length)).is_upper


def _capital(editor: Editor, fault: Fault) -> None:
    assert fault.line is not None
    editor.look(fault.line, caps=True)


def _small(editor: Editor, fault: Fault) -> None:
    assert fault.line is not None
    editor.look(fault.line, caps=False)


def _justify(editor: Editor, fault: Fault) -> None:
    assert fault.line is not None
    body = editor.profile.body
    align = editor.profile.elements["dieu"].align
    editor.paragraph(fault.line.paragraph, align=align, left=0, first_line=body.first_line)
