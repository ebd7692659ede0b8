"""Thể thức: rules on the letters of the text and on its last mark (ô 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Line
from docgen.thethuc.measure import ALIGNMENTS, sizes_text
from docgen.thethuc.mend import as_text
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Element, Profile
from docgen.thethuc.registry import Fault, Fix, rule
from docgen.thethuc.text import PARTED, Flaw, Text, wrong_sizes

_ENDS = re.compile(r"(?:[.!?]|…)[”\"’')»]*$")
_SLASH = re.compile(r"[\s.;,]*/\s*\.?$")
_LOOSE_END = re.compile(r"[\s;,]*$")
_NAMES = {"bold": ("không đậm", "đậm"), "italic": ("đứng", "nghiêng")}
_NAMES["underline"] = ("không gạch chân", "gạch chân")


@rule("PD.BODY", "Nội dung trình bày chưa đúng", source="HD05:II.I.6.2.2")
def wrong_text(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Nội dung trình bày bằng chữ thường, kiểu chữ đứng, cỡ chữ 14 - 15 (thống nhất một cỡ), căn
    đều hai bên; hết văn bản là dấu chấm, không ghi «./.»."""
    asked = profile.elements["noi_dung"]
    for paper in doc.written:
        text = doc.text(paper, asked.sizes)
        for line in text.prose:
            part = text.part(line)
            own = part is not None and part.kind in PARTED
            flaws = text.flaws_of(line)
            yield from look_faults(line, flaws & text.shared if own else flaws, text, asked)
            yield from _uneven(line, text, asked)
        for line in (*text.headings, *paper.lines("can_cu")):
            yield from look_faults(line, text.flaws_of(line) & text.shared, text, asked)
        yield from _wrong_end(paper)


def look_faults(line: Line, flaws: Iterable[Flaw], text: Text, asked: Element) -> Iterator[Fault]:
    """One fault for what is wrong with the look of a line; its repair."""
    ordered = sorted(flaws, key=str)
    if not ordered:
        return
    told = [_told(flaw, asked) for flaw in ordered]
    wanted = ", ".join(dict.fromkeys(want for want, _ in told))
    found = ", ".join(has for _, has in told)
    yield Fault(wanted, found, line, fix=_without(ordered, text, asked))


def _told(flaw: Flaw, asked: Element) -> tuple[str, str]:
    """What is asked in the place of a flaw, and the flaw, in a clerk's words."""
    kind, value = flaw
    if kind == "size":
        return sizes_text(asked.sizes), f"cỡ chữ {value:g}"
    if kind == "align":
        names = {str(key): name for key, name in ALIGNMENTS.items()}
        return ALIGNMENTS[asked.align], names.get(str(value), str(value))
    return _NAMES[str(value)]


def _without(flaws: Iterable[Flaw], text: Text, asked: Element) -> Fix:
    """The repair that takes the flaws away and leaves the rest."""
    size = text.size if asked.sizes[0] <= text.size <= asked.sizes[1] else asked.sizes[0]
    look: dict[str, object] = {}
    for kind, value in flaws:
        if kind == "size":
            look["size"] = size
        elif kind != "align":
            look[str(value)] = False

    def take_away(editor: Editor, fault: Fault) -> None:
        assert fault.line is not None
        if "size" in look:
            editor.look(fault.line, size=size)
        if rest := {name: value for name, value in look.items() if name != "size"}:
            editor.look(text.content(fault.line), **rest)
        if any(kind == "align" for kind, _ in flaws):
            editor.paragraph(fault.line.paragraph, align=asked.align)

    return take_away


def _uneven(line: Line, text: Text, asked: Element) -> Iterator[Fault]:
    """One size throughout: what the guidance allows between 14 and 15 is a choice for the whole."""
    least, most = asked.sizes
    if not least <= text.size <= most or wrong_sizes(line, asked.sizes):
        return
    other = wrong_sizes(line, (text.size, text.size))
    if other:
        flaws = [("size", size) for size in sorted(other)]
        yield Fault(
            f"thống nhất cỡ chữ {text.size:g}", f"cỡ chữ {min(other):g}", line, severity="warning",
            fix=_without(flaws, text, asked),
        )  # fmt: skip


def _wrong_end(paper: Paper) -> Iterator[Fault]:
    """The last line of the text, unless a table stands behind it."""
    if not paper.body:
        return
    last = paper.body[-1]
    if any(line.paragraph.number > last.paragraph.number for line in paper.lines("bang")):
        return
    if _SLASH.search(last.text):
        fix = as_text(lambda text: _SLASH.sub(".", text))
        yield Fault("kết thúc bằng dấu chấm «.»", last.text[-6:].strip(), last, fix=fix)
    elif not _ENDS.search(last.text):
        loose = last.text[-1:] not in (":", ")", "-")
        ending = as_text(lambda text: _LOOSE_END.sub(".", text))
        yield Fault(
            "kết thúc bằng dấu chấm «.»", f"…{last.text[-12:]}", last,
            severity=None if loose else "warning",
            fix=ending if loose else None,
        )  # fmt: skip
