"""Thể thức: rules on annexes: label, title, what they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.lines import Line
from docgen.thethuc.measure import has_own_alignment
from docgen.thethuc.mend import centred, retyped
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.structure import value_of
from docgen.thethuc.words import composed, plain

_LABEL = re.compile(
    r"(?P<label>phụ lục)(?:\s*(?:số\s*)?(?P<n>\d+|[ivx]+|[a-zđ]))?\s*[.:]?", re.IGNORECASE
)
_SYMBOL = re.compile(r"\d+\s*[-–]\s*[A-ZĐa-z]+\s*/\s*[\wĐ-]+")


@rule("PD.APPX.LABEL", "Số thứ tự phụ lục không đúng", source="HD05:II.II.1")
def wrong_label(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Chữ «Phụ lục» đứng riêng một dòng, ở giữa; có từ hai phụ lục trở lên thì đánh số thứ tự bằng
    chữ số Ả-rập («Phụ lục 1»)."""
    annexes = [line for paper in doc.papers for line in paper.lines("phu_luc")]
    for place, line in enumerate(annexes, 1):
        yield from _wrong_label_text(line, place, several=len(annexes) > 1)
        yield from _off_centre((line,))


def _wrong_label_text(line: Line, place: int, *, several: bool) -> Iterator[Fault]:
    text = plain(line.text)
    found = _LABEL.fullmatch(text)
    if found is None:
        yield Fault("«Phụ lục» đứng riêng một dòng, tên ở dòng dưới", f"«{text}»", line)
        return
    number = value_of("phan", found["n"]) if found["n"] else None
    wanted = f"{found['label']} {number}" if number else found["label"]
    if found["n"] and not number:
        yield Fault("đánh số bằng chữ số Ả-rập", f"«{text}»", line)
    elif wanted != text:
        yield Fault(f"viết «{wanted}»", f"«{text}»", line, fix=retyped(wanted))
    elif several and number != place:
        yield Fault(f"đánh số thứ tự: «{found['label']} {place}»", f"«{text}»", line)


def _off_centre(lines: tuple[Line, ...]) -> Iterator[Fault]:
    for line in lines:
        if has_own_alignment(line) and not line.is_centred and line.paragraph.cell is None:
            yield Fault("căn giữa", "không căn giữa", line, fix=centred)


@rule("PD.APPX.TITLE", "Tên phụ lục, chỉ dẫn kèm theo không đúng", source="HD05:II.II.1.2")
def wrong_title(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Dưới «Phụ lục» là tên phụ lục, rồi chỉ dẫn trong ngoặc đơn: «(Kèm theo … số …, ngày … của
    …)», ở giữa dòng; số, ký hiệu đúng với văn bản."""
    for paper in doc.papers:
        label = paper.line("phu_luc")
        if label is None:
            continue
        names, references = paper.lines("phu_luc_ten"), paper.lines("kem_theo")
        if not names and _LABEL.fullmatch(plain(label.text)):
            yield Fault("ghi tên phụ lục", "không có tên", label)
        if not references:
            wanted = "ghi «(Kèm theo … số …, ngày … của …)» dưới tên phụ lục"
            yield Fault(wanted, "không có", label)
        yield from _wrong_reference(references, doc.paper)
        yield from _off_centre((*names, *references))


def _wrong_reference(lines: tuple[Line, ...], paper: Paper) -> Iterator[Fault]:
    """The brackets, and the number of the document."""
    if not lines:
        return
    first, last = composed(lines[0].text), composed(lines[-1].text)
    if not first.startswith("("):
        both = len(lines) == 1 and not last.endswith(")")
        wanted = f"({first}" + ")" * both
        yield Fault("đặt trong ngoặc đơn", f"«{first}»", lines[0], fix=retyped(wanted))
    elif not last.endswith(")"):
        fix = retyped(last.rstrip(" .;,") + ("" if last.rstrip(" .;,").endswith(")") else ")"))
        yield Fault("đặt trong ngoặc đơn", f"«{last}»", lines[-1], fix=fix)
    own = _SYMBOL.search(plain(paper.text("so_ky_hieu")))
    cited = _SYMBOL.search(" ".join(plain(line.text) for line in lines))
    if own and cited and _bare(own[0]) != _bare(cited[0]):
        yield Fault(f"ghi số, ký hiệu của văn bản: «{own[0]}»", f"«{cited[0]}»", lines[0])


def _bare(symbol: str) -> str:
    return "".join(symbol.split()).lstrip("0").replace("–", "-").upper()
