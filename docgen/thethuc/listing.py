"""Thể thức: lists of names, one a line: «- …;». Who is addressed, who receives (ô 9)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Line
from docgen.thethuc.mend import as_text
from docgen.thethuc.registry import Fault
from docgen.thethuc.words import fold

_DASH = re.compile(r"[-–—−•*+·]\s*")
_END = re.compile(r"[\s;,.:/]*$")
_TWO = re.compile(r"[;,]\s*[-–]\s*\w")


@dataclass(frozen=True)
class Item:
    """One of a list: its lines, the words without dash and end mark."""

    lines: tuple[Line, ...]

    @property
    def first(self) -> Line:
        """Where it begins."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Where its mark stands."""
        return self.lines[-1]

    @property
    def words(self) -> str:
        """The words, folded."""
        return fold(_DASH.sub("", " ".join(line.text for line in self.lines), count=1))


def items_of(lines: Iterable[Line]) -> list[Item]:
    """The items of a list: a line without a dash behind one without a mark goes on with it."""
    found: list[Item] = []
    for line in lines:
        begins = line.label or _DASH.match(line.text)
        if found and not begins and not _mark(found[-1].last):
            found[-1] = Item((*found[-1].lines, line))
        else:
            found.append(Item((line,)))
    return found


def wrong_dash(line: Line) -> Fault | None:
    """What is wrong with how an item begins."""
    if line.label:
        return None if line.label == "-" else Fault("mở đầu bằng gạch nối «- »", line.label, line)
    start = _DASH.match(line.text)
    if start is not None and start[0] in ("- ", "-\u00a0"):
        return None
    found = f"«{start[0].strip()}»" if start and start[0].strip() != "-" else f"«{line.text}»"
    return Fault("mở đầu bằng gạch nối và một dấu cách «- »", found, line, fix=_write_dash)


def wrong_mark(item: Item, mark: str, *, strict: bool = True) -> Fault | None:
    """What is wrong with how an item ends; unless `strict` any of the three marks will do."""
    line = item.last
    if two := _TWO.search(line.text):
        return Fault("viết mỗi nơi nhận trên một dòng", f"«{line.text[two.start() :]}»", line)
    end = _mark(line)
    if end == mark or (not strict and end in (";", ",", ".")):
        return None
    found = f"«{end}»" if end else "không có dấu"
    fix = as_text(lambda text: _END.sub("", text) + mark)
    return Fault(f"kết thúc bằng «{mark}»", found, line, fix=fix)


def _mark(line: Line) -> str:
    end = _END.search(line.text)
    assert end is not None
    return end[0]


def _write_dash(editor: Editor, fault: Fault) -> None:
    assert fault.line is not None
    start = _DASH.match(fault.line.text)
    editor.replace(fault.line, 0, start.end() if start else 0, "- ")
