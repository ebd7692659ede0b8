"""Thể thức: the look of a line measured against its element in the profile, and set right.

One fault a line, however many things are wrong with its look, so that a clerk reads it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Line
from docgen.thethuc.profiles import Align, Element
from docgen.thethuc.registry import Fault, Fix, Severity

ALIGNMENTS: dict[Align, str] = {
    "left": "căn trái",
    "center": "căn giữa",
    "right": "căn phải",
    "both": "căn đều hai bên",
}
_NEAR = 0.05
"""Points: sizes nearer than this are the same."""


def wrong_look(lines: Iterable[Line], element: Element, *, align: bool = True) -> Iterator[Fault]:
    """A fault for each line that is not printed as its element asks: size, weight, slant,
    underline, capitals; alignment too, unless `align` says no or the layout leaves it to tabs.

    Where the guidance does not say how the element looks, the faults are warnings.
    """
    severity: Severity | None = None if element.certainty in ("read", "second-hand") else "warning"
    for line in lines:
        wanted, found = _differences(line, element)
        aligned = align and has_own_alignment(line)
        if aligned and line.paragraph.look.align != element.align:
            wanted.append(ALIGNMENTS[element.align])
            found.append(ALIGNMENTS.get(line.paragraph.look.align, line.paragraph.look.align))
        if wanted:
            fix = _setting_right(element, align=aligned)
            yield Fault(", ".join(wanted), ", ".join(found), line, severity=severity, fix=fix)


def has_own_alignment(line: Line) -> bool:
    """Whether its paragraph's alignment is the line's: it stands in no column made by tabs, and
    no other line stands before it in the paragraph."""
    alone = line.column is None and not line.indented
    return alone and line.paragraph.text.strip().startswith(line.text)


def ends_paragraph(line: Line) -> bool:
    """Whether it is the last of a paragraph that is not typed in columns."""
    alone = line.column is None and not line.indented
    return alone and line.paragraph.text.rstrip().endswith(line.text)


def sizes_text(sizes: tuple[float, float]) -> str:
    """The sizes an element may have, in words: «cỡ chữ 14», «cỡ chữ 14 - 15»."""
    least, most = sizes
    return f"cỡ chữ {least:g}" if least == most else f"cỡ chữ {least:g} - {most:g}"


def _differences(line: Line, element: Element) -> tuple[list[str], list[str]]:
    """What the element asks and the line has not; what it has instead."""
    wanted, found = [], []
    looks = [look for _, look in line.looks]
    least, most = element.sizes
    wrong = sorted({f"{k.size:g}" for k in looks if not least - _NEAR <= k.size <= most + _NEAR})
    if wrong:
        wanted.append(sizes_text(element.sizes))
        found.append(f"cỡ chữ {', '.join(wrong)}")
    for asked, has, yes, no in (
        (element.bold, [k.bold for k in looks], "đậm", "không đậm"),
        (element.italic, [k.italic for k in looks], "nghiêng", "đứng"),
        (element.underline, [k.underline for k in looks], "gạch chân", "không gạch chân"),
    ):
        if any(value is not asked for value in has):
            wanted.append(yes if asked else no)
            found.append(no if asked else yes)
    if element.capitals and not line.is_upper and any(c.isalpha() for c in line.text):
        wanted.append("chữ in hoa")
        found.append("chữ thường")
    return wanted, found


def _setting_right(element: Element, *, align: bool) -> Fix:
    """The repair: what is wrong with the look is set as the element asks, the rest stays."""
    least, most = element.sizes

    def set_right(editor: Editor, fault: Fault) -> None:
        line = fault.line
        assert line is not None
        look: dict[str, object] = {
            "bold": element.bold, "italic": element.italic, "underline": element.underline,
        }  # fmt: skip
        if any(not least - _NEAR <= found.size <= most + _NEAR for _, found in line.looks):
            look["size"] = least
        if element.capitals and not line.is_upper:
            look["caps"] = True
        editor.look(line, **look)
        if align and line.paragraph.look.align != element.align:
            editor.paragraph(line.paragraph, align=element.align)

    return set_right
