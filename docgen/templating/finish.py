"""Templating: what only a finished text shows: cells, tables and headers that a loop left empty.

The marks that `lift` and `program` left in the text are read and taken out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = re.compile(r"<\?(box|end|fill|keep) (\w+)\?>")
_NEEDLES = {"tr": ("<w:tr>", "<w:tr "), "tc": ("<w:tc>", "<w:tc ")}
_ENDS = ("</w:p>", "<w:p/>", "</w:sdt>")
_RANGE = re.compile(r"<w:(?:bookmark|commentRange|perm)(?:Start|End)\b")
_PARAGRAPH = re.compile(r"<w:p(?: [^<>]*)?>")
_STYLE = re.compile(r"<w:pPr><w:pStyle [^<>]*/>|<w:pPr>")
_KEEP_NEXT = re.compile(r"<w:keepNext\b[^<>]*/>")


def finished(text: str, fills: Sequence[str]) -> str:
    """The text without marks: a table without rows is gone, and so is a row without cells; a cell
    has the paragraph it needs (`fills` gives it); what `keep` follows stays with the next."""
    pieces = _MARK.split(text)
    out = [pieces[0]]
    open_boxes: list[int] = []
    for kind, argument, following in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        if kind == "box":
            open_boxes.append(len(out))
        elif kind == "end":
            start = open_boxes.pop()
            if not any(needle in piece for piece in out[start:] for needle in _NEEDLES[argument]):
                del out[start:]
        elif kind == "keep":
            _keep_last(out)
        elif not _ends_in_paragraph(out):
            out.append(fills[int(argument)])
        out.append(following)
    return "".join(out)


def _ends_in_paragraph(out: list[str]) -> bool:
    """Whether a paragraph comes last, ends of ranges (bookmarks and their like) not counted."""
    for piece in reversed(out):
        end = len(piece)
        while piece.endswith("/>", 0, end) and _RANGE.match(piece, piece.rindex("<", 0, end)):
            end = piece.rindex("<", 0, end)
        if end:
            return piece.endswith(_ENDS, 0, end)
    return False


def _keep_last(out: list[str]) -> None:
    """The last paragraph stays on the page of what follows (w:keepNext)."""
    for number in range(len(out) - 1, -1, -1):
        if starts := list(_PARAGRAPH.finditer(out[number])):
            at = starts[-1].end()
            out[number] = out[number][:at] + _kept(out[number][at:])
            return


def _kept(inside: str) -> str:
    """The inside of a paragraph, its properties with keepNext, which comes after the style."""
    if not inside.startswith("<w:pPr>"):
        return f"<w:pPr><w:keepNext/></w:pPr>{inside}"
    end = inside.index("</w:pPr>")
    own = _KEEP_NEXT.sub("", inside[:end])
    style = _STYLE.match(own)
    assert style  # it starts with <w:pPr>
    return f"{style[0]}<w:keepNext/>{own[style.end() :]}{inside[end:]}"
