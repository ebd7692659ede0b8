"""Templating: the end of a text in the making: what comes last, what its last paragraph is given.

A text is a list of pieces; a paragraph may go over several.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

PARAGRAPH, TABLE = "</w:p>", "</w:tbl>"
_GAP = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{}" w:lineRule="exact"/>{}</w:pPr>'
    "</w:p>"
)
APART = _GAP.format(20, "")
"""The least paragraph: Word makes one table of two that touch, and needs one after the last."""
_EMPTY = re.compile(_GAP.format(r"\d+", ""))
_RANGE = re.compile(r"<w:(?:bookmark|commentRange|perm)(?:Start|End)\b")
_PARAGRAPHS = re.compile(r"<w:p(?: [^<>]*)?>|</w:p>")
_OPENING = re.compile(r"(<w:p(?: [^<>]*)?>)")
_STYLE = re.compile(r"<w:pPr><w:pStyle [^<>]*/>|<w:pPr>")
_KEEP_NEXT = re.compile(r"<w:keepNext\b[^<>]*/>")
_BEFORE_SECTION = re.compile(r"<w:pPrChange\b|</w:pPr>")


def ends_with(out: Sequence[str], *ends: str) -> bool:
    """Whether one of these comes last, ends of ranges (bookmarks and their like) not counted."""
    for piece in reversed(out):
        end = len(piece)
        while piece.endswith("/>", 0, end) and _RANGE.match(piece, piece.rindex("<", 0, end)):
            end = piece.rindex("<", 0, end)
        if end:
            return piece.endswith(ends, 0, end)
    return False


def gap(height: int) -> str:
    """An empty paragraph as high as this (twips)."""
    return _GAP.format(height, "")


def is_gap(piece: str) -> bool:
    """Whether the piece is no more than that."""
    return _EMPTY.fullmatch(piece) is not None


def close_gap(out: list[str], end: int, properties: str = "") -> bool:
    """Leave the least of a gap that comes last before `end`; whether there was one."""
    place = next((n for n in range(end - 1, -1, -1) if out[n]), None)
    if place is None or not is_gap(out[place]):
        return False
    out[place] = _GAP.format(20, properties)
    return True


def keep_last(out: list[str]) -> None:
    """The last paragraph stays on the page of what follows (w:keepNext), and so does the last row
    of a table that only a gap parts from it."""
    _keep_row(out)
    if (place := _last_paragraph(out)) is not None:
        number, at = place
        out[number] = out[number][:at] + _kept(out[number][at:])


def _keep_row(out: list[str]) -> None:
    """The last row of a table stays on the page of what follows the gap behind it."""
    full = [number for number, piece in enumerate(out) if piece][-2:]
    if len(full) < 2 or not is_gap(out[full[1]]) or not out[full[0]].endswith(TABLE):
        return
    table = out[full[0]]
    at = max(table.rfind("<w:tr>"), table.rfind("<w:tr "))
    first, *rest = _OPENING.split(table[at:])
    out[full[0]] = (
        table[:at]
        + first
        + "".join(piece if _OPENING.fullmatch(piece) else _kept(piece) for piece in rest)
    )


def end_section(out: list[str], at: int, properties: str) -> None:
    """What stands before `at` is a section of its own: its last paragraph has the properties, or,
    where it ends in a table, the piece at `at` becomes a paragraph that has them."""
    if close_gap(out, at, properties):
        return
    before = out[:at]
    place = _last_paragraph(before) if ends_with(before, PARAGRAPH) else None
    if place is None:
        out[at] = _GAP.format(20, properties)
        return
    number, start = place
    inside = out[number][start:]
    if not inside.startswith("<w:pPr>"):
        inside = f"<w:pPr></w:pPr>{inside}"
    found = _BEFORE_SECTION.search(inside)
    assert found  # it starts with <w:pPr>
    end = found.start()
    out[number] = f"{out[number][:start]}{inside[:end]}{properties}{inside[end:]}"


def _last_paragraph(out: Sequence[str]) -> tuple[int, int] | None:
    """The piece in which the last paragraph begins, and where its inside begins there.

    Those of a text box in it are not the last.
    """
    depth = 0
    for number in range(len(out) - 1, -1, -1):
        for tag in reversed(list(_PARAGRAPHS.finditer(out[number]))):
            if tag[0].endswith("/>"):
                continue
            depth += 1 if tag[0] == PARAGRAPH else -1
            if depth == 0:
                return number, tag.end()
    return None


def _kept(inside: str) -> str:
    """The inside of a paragraph, its properties with keepNext, which comes after the style."""
    if not inside.startswith("<w:pPr>"):
        return f"<w:pPr><w:keepNext/></w:pPr>{inside}"
    end = inside.index("</w:pPr>")
    own = _KEEP_NEXT.sub("", inside[:end])
    style = _STYLE.match(own)
    assert style  # it starts with <w:pPr>
    return f"{style[0]}<w:keepNext/>{own[style.end() :]}{inside[end:]}"
