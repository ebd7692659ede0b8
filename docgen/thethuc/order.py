"""Thể thức: the numbers of parts in order: which are skipped, doubled or begin wrongly.

Điều run through the whole text, chương through their phần; mục begin anew in each chương, khoản in
each điều, điểm in each khoản. In a text without điều a list may stand inside another, so that a
number is right when it goes on with any list that is still open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from docgen.thethuc.lines import Line
from docgen.thethuc.structure import LETTERS, Item, roman

_THROUGH = {"phan": (), "chuong": ("phan",), "dieu": ("phan",)}
"""Parts that are counted through, and inside what they may begin anew."""
_ROMAN_POINTS = ("i", "v", "x")
_NAMES = {"phan": "Phần {}", "chuong": "Chương {}", "muc": "Mục {}", "dieu": "Điều {}."}


def out_of_order(items: Sequence[Item], lines: Sequence[Line]) -> Mapping[int, str]:
    """The numbers that are not what they should be: by the id of the item, the one wanted.

    `lines` is the text the items stand in.
    """
    places = {id(line): at for at, line in enumerate(lines)}
    counted = [item for item in items if item.kind != "gach"]
    numbered = {id(item.line): item for item in counted}
    counting: dict[object, list[_Last]] = {}
    wrong: dict[int, str] = {}
    for number, item in enumerate(counted):
        at = places[id(item.line)]
        above = lines[at - 1] if at else None
        before = counted[number - 1] if number and id(above) in numbered else above
        wanted = _wanted(item, counting.setdefault(_list_of(item), []), before=before)
        if wanted is not None:
            wrong[id(item)] = _written(item, wanted)
    return wrong


def _list_of(item: Item) -> object:
    """What is counted together."""
    if item.kind in _THROUGH:
        holder = next((item.within(kind) for kind in _THROUGH[item.kind]), None)
        return item.kind, id(holder)
    if item.kind == "tieu_muc":
        return item.kind, id(item.within("de_muc")), item.number.rpartition(".")[0]
    return item.kind, id(item.above)


class _Last(NamedTuple):
    """The last number of an open list, and whether its items are headings."""

    value: int
    bold: bool


def _wanted(item: Item, open_lists: list[_Last], *, before: Item | Line | None) -> int | None:
    """The number the item should have, None where it is right; the lists go on behind it.

    `before` is the line above, or the numbered part that it is.
    """
    bold = item.line.is_bold
    value = item.value
    if _counts_otherwise(item, open_lists):
        return None
    for depth in range(len(open_lists), 0, -1):
        if value == open_lists[depth - 1].value + 1:
            open_lists[depth - 1 :] = [_Last(value, bold)]
            return None
    if value == 1 and (not open_lists or _may_begin_anew(item, open_lists[-1], before)):
        open_lists.append(_Last(1, bold))
        return None
    wanted = open_lists[-1].value + 1 if open_lists else 1
    open_lists[-1:] = [_Last(wanted if value is None else value, bold)]
    return wanted


def _counts_otherwise(item: Item, open_lists: list[_Last]) -> bool:
    """Whether these are the small Roman numbers i), v), x) of a list inside another."""
    is_roman = item.kind == "diem" and item.number in _ROMAN_POINTS
    return is_roman and not (open_lists and open_lists[-1].value + 1 == item.value)


def _may_begin_anew(item: Item, last: _Last, before: Item | Line | None) -> bool:
    """Whether a list may begin here inside another, or behind one that is over: below a heading,
    below words that lead to it, and a list of sentences wherever it likes."""
    if isinstance(before, Item):
        head = item.number.partition(".")[0]
        return item.kind == "tieu_muc" and before.kind == "khoan" and before.number == head
    if before is None or item.kind in _THROUGH or item.kind in ("muc", "tieu_muc"):
        return False
    if before.is_bold or before.is_upper or before.is_centred:
        return True
    if item.kind == "de_muc" or item.within("dieu"):
        return False
    both_headings = last.bold and item.line.is_bold
    return not both_headings or before.text.endswith(":")


def _written(item: Item, value: int) -> str:
    """How the number is written that stands in the place of the item's."""
    if item.kind == "diem":
        return f"{LETTERS[min(value, len(LETTERS)) - 1]})"
    if item.kind == "tieu_muc":
        return f"{item.number.rpartition('.')[0]}.{value}"
    if item.kind == "khoan":
        return f"{value}."
    number = roman(value) if item.kind in ("phan", "chuong", "de_muc") else str(value)
    return _NAMES.get(item.kind, "{}-").format(number)
