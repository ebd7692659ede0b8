"""Templating: what only a finished text shows: cells, tables and headers that a loop left empty.

The marks that `lift` and `program` left in the text are read and taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from docgen.templating.endings import (
    APART,
    PARAGRAPH,
    TABLE,
    close_gap,
    ends_with,
    gap,
    keep_last,
)
from docgen.templating.grids import fitted_table
from docgen.templating.pages import Forms, Pages

Stretch = str | tuple[str, str]
"""Text, or a mark: its kind (box, end, fill, keep, grid …) and its argument."""

_NEEDLES = {"tr": ("<w:tr>", "<w:tr "), "tc": ("<w:tc>", "<w:tc ")}
_ENDS = (PARAGRAPH, "<w:p/>", "</w:sdt>")
_RANGES = re.compile(r"<w:(?:bookmark|commentRange|perm)(?:Start|End)\b[^<>]*/>")
_PARAGRAPH = re.compile(r"<w:p(?: [^<>]*)?>")


def cut_at_marks(text: str) -> list[Stretch]:
    """The text as stretches and the marks between them."""
    first, *rest = text.split("<?")
    stretches: list[Stretch] = [first]
    for piece in rest:
        mark, _, following = piece.partition("?>")
        kind, argument = mark.split()
        stretches.append((kind, argument))
        if following:  # the empty text is one object: it cannot be told where one is gone
            stretches.append(following)
    return stretches


def finished(
    stretches: Iterable[Stretch], fills: Sequence[str], sections: Sequence[Forms] = ()
) -> list[str]:
    """The text without marks: a table without rows is gone, and so is a row without cells; a cell
    has the paragraph it needs (`fills` gives it); what `keep` follows stays with the next; two
    tables that met are apart; a table has the grid its cells need; a document stands in the place
    of its tag's paragraph; each section has its properties (`sections` gives those that end in
    the template, in order)."""
    finish = _Finish(fills, sections)
    for stretch in stretches:
        if not isinstance(stretch, str):
            finish.obey(*stretch)
        elif finish.in_paragraph:
            finish.leave_paragraph(stretch)
        else:
            finish.out.append(stretch)
    return finish.out


class _Finish:
    """What is finished so far, and what is still open."""

    def __init__(self, fills: Sequence[str], sections: Sequence[Forms]) -> None:
        self.fills = fills
        self.out: list[str] = []
        pages = Pages(sections, self.out)
        self.in_paragraph = False
        self._boxes: list[int] = []
        self._grids: list[tuple[int, str]] = []
        self._orders: dict[str, Callable[[str], None]] = {
            "box": self._open_box,
            "end": self._close_box,
            "grid": self._open_grid,
            "columns": self._close_grid,
            "keep": self._keep_last,
            "fill": self._end_in_paragraph,
            "apart": self._keep_apart,
            "gap": lambda height: self.out.append(gap(int(height))),
            "body": self._enter_body,
            "shut": self._leave_body,
            "section": pages.begin,
            "pages": pages.end,
        }

    def obey(self, kind: str, argument: str) -> None:
        """Do what a mark says."""
        self._orders[kind](argument)

    def leave_paragraph(self, text: str) -> None:
        """Drop the rest of the paragraph that a document took the place of."""
        end = text.index(PARAGRAPH) + len(PARAGRAPH)
        self.out += (*_RANGES.findall(text[:end]), text[end:])
        self.in_paragraph = False

    def _open_box(self, kind: str) -> None:
        self._boxes.append(len(self.out))

    def _close_box(self, kind: str) -> None:
        """Drop the table without rows, the row without cells."""
        start = self._boxes.pop()
        needles = _NEEDLES[kind]
        if not any(needle in piece for piece in self.out[start:] for needle in needles):
            del self.out[start:]

    def _open_grid(self, widths: str) -> None:
        self._grids.append((len(self.out), widths))
        self.out.append("")  # whose place the grid takes

    def _close_grid(self, _: str) -> None:
        place, widths = self._grids.pop()
        self.out[place:] = [fitted_table("".join(self.out[place:]), widths)]

    def _keep_last(self, _: str) -> None:
        keep_last(self.out)

    def _end_in_paragraph(self, fill: str) -> None:
        if close_gap(self.out, len(self.out)):
            return
        if ends_with(self.out, TABLE):
            self.out.append(APART)
        elif not ends_with(self.out, *_ENDS):
            self.out.append(self.fills[int(fill)])

    def _keep_apart(self, _: str) -> None:
        if ends_with(self.out, TABLE):
            self.out.append(APART)

    def _enter_body(self, _: str) -> None:
        """Drop what stands of the paragraph, whose place a document takes."""
        begin = list(_PARAGRAPH.finditer(self.out[-1]))[-1].start()
        self.out[-1:] = self.out[-1][:begin], *_RANGES.findall(self.out[-1][begin:])

    def _leave_body(self, is_lifted: str) -> None:
        """Begin to drop the rest of that paragraph; without it a cell might end in a table."""
        if not int(is_lifted):
            self._keep_apart("")
        self.in_paragraph = True
