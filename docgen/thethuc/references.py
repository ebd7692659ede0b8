"""Thể thức: what a text says of its own parts: «điểm d khoản 2 Điều 5», «Chương VI», «Điều này».

A reference into another document is none of these. Where it cannot be told, it is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.thethuc.lines import Line
from docgen.thethuc.paper import Paper
from docgen.thethuc.structure import RANKS, Item, quoted, value_of
from docgen.thethuc.words import TYPES, composed

_STATE_ACTS = ("Bộ luật", "Luật", "Hiến pháp", "Nghị định", "Thông tư", "Pháp lệnh", "Điều lệ")
_ACTS = "|".join(sorted((*TYPES, *_STATE_ACTS), key=len, reverse=True))
_MEASURES = r"(?:ngày|tháng|năm|giờ|đồng|đảng|chi|người|tỷ|triệu|lần|bản|phiếu|%|/|\d)"
_MORE_NUMBERS = rf"(?:\s*(?:,|và|hoặc|hay|đến)\s*\d+(?!\w)(?!\s*{_MEASURES}))*"
_MORE_LETTERS = r"(?:\s*(?:,|và|hoặc|hay|đến)\s*[a-zđ](?!\w))*"
_UNIT = re.compile(
    r"\b(?:"
    rf"(?P<diem>[đĐ]iểm)\s+(?P<letters>[a-zđ](?![\w.]){_MORE_LETTERS}|này\b)"
    rf"|(?P<khoan>[kK]hoản)\s+(?P<clauses>\d+(?!\w|[.,/]\d){_MORE_NUMBERS}|này\b)"
    rf"|(?P<dieu>[đĐ]iều)\s+(?P<articles>\d+(?!\w|[.,/]\d){_MORE_NUMBERS}|này\b)"
    r"|(?P<muc>[mM]ục)\s+(?P<sections>\d+(?!\w|[.,/]\d)|[IVX]+\b|này\b)"
    r"|(?P<chuong>[cC]hương)\s+(?P<chapters>\d+\b|[IVX]+\b|thứ\s+\w+|này\b)"
    r"|(?P<phan>[pP]hần)\s+(?P<parts>[IVX]+\b|thứ\s+\w+|này\b)"
    r")"
)
_INTO = re.compile(r"\s*,?\s*(?:(?:của|thuộc|tại|trong)\s+)?")
_BESIDE = re.compile(r"\s*(?:,|và|hoặc|hay|đến|, và)\s*")
_OTHER = re.compile(rf"\d+(?:/\d{{4}})?[-/][A-ZĐ]|\b(?:{'|'.join(_STATE_ACTS)})\b")
_TYPE = re.compile(rf"\b(?P<type>{_ACTS})\b(?!\s+này)")
_NAMED_THERE = re.compile(r"(?:nêu|nói)\s+(?:tại|ở|trong)\s+(?:các\s+)?$")
_OWNER = re.compile(
    rf"\s*,?\s*(?:(?:của|tại|trong|thuộc)\s+)?(?:(?P<act>{_ACTS})\b|[vV]ăn bản\b)"
    r"(?P<this>(?:\s+[^\s,.;:()]+){0,3}?\s+này\b)?"
)
_AMENDS = re.compile(
    r"(?:điều\s+\d+\.|\d+\.|[a-zđ]\)|-)?\s*"
    r"(?:sửa đổi|bổ sung|bãi bỏ|huỷ bỏ|thay (?:thế )?cụm từ)\b",
    re.IGNORECASE,
)
"""How a sentence begins that changes another paper: the parts it names are of that one."""
_COUNTED = {
    "diem": "điểm", "khoan": "khoản", "dieu": "điều", "muc": "mục", "de_muc": "mục",
    "chuong": "chương", "phan": "phần",
}  # fmt: skip
_VERBS = ("Quyết định", "Kết luận", "Quy định", "Hướng dẫn", "Thông báo", "Báo cáo", "Tuyên bố")
_QUOTED = re.compile(r"“[^”]*”?")
_NUMBER = re.compile(r"\d+|[IVX]+|thứ\s+\w+|[a-zđ](?!\w)")


@dataclass(frozen=True)
class Unit:
    """A kind of part and the numbers named of it; none where it is «… này»."""

    kind: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class Reference:
    """Parts named from the smallest to the largest; `owner` is the paper they belong to, `here`
    the part where it is said, `certain` whether it says that it means this paper."""

    text: str
    units: tuple[Unit, ...]
    line: Line
    owner: Paper
    here: Item | None
    certain: bool


@dataclass(frozen=True)
class Dead:
    """A reference that points nowhere: the largest part that is not there, and what is instead."""

    kind: str
    text: str
    instead: str
    line: Line


@dataclass(frozen=True)
class Parts:
    """The numbered parts of a paper, to look up: all of a kind, those of a kind in another."""

    kinds: Mapping[str, Sequence[Item]]
    inside: Mapping[tuple[str, int], Sequence[Item]]

    @classmethod
    def of(cls, items: Sequence[Item]) -> Parts:
        """The parts of a structure."""
        kinds: defaultdict[str, list[Item]] = defaultdict(list)
        inside: defaultdict[tuple[str, int], list[Item]] = defaultdict(list)
        for item in items:
            kinds[item.kind].append(item)
            above = item.above
            while above is not None:
                inside[item.kind, id(above)].append(item)
                above = above.above
        return cls(kinds, inside)

    def of_kind(self, kind: str, holders: Sequence[Item] | None) -> list[Item]:
        """Those of a kind, in these holders where there are any to ask."""
        if holders is None:
            return list(self.kinds.get(kind, ()))
        return [item for one in holders for item in self.inside.get((kind, id(one)), ())]


def dead_references(
    paper: Paper, first: Paper, structures: Mapping[int, Sequence[Item]]
) -> Iterator[Dead]:
    """The references of a paper that point nowhere; `structures` are the numbered parts of papers
    by id, `first` is the document itself."""
    known = {id(one): Parts.of(structures[id(one)]) for one in (paper, first)}
    spoken = _spoken(paper, structures[id(paper)])
    for found in references(paper, first, spoken):
        dead = _first_dead(found, known[id(found.owner)])
        if dead is not None:
            yield dead


def references(
    paper: Paper, first: Paper, spoken: Sequence[tuple[Line, Item | None]]
) -> Iterator[Reference]:
    """The references of a paper's lines into itself, or into the document it is attached to.

    `spoken` are the lines to read, each with the numbered part it stands in.
    """
    for line, here in spoken:
        text = _QUOTED.sub(lambda found: " " * len(found[0]), composed(line.printed))
        start = here.length if here is not None and here.line is line else 0
        for units, begin, end in _chains(text, start):
            owner, certain = _owner(text, (begin, end), (paper, first))
            if owner is not None:
                yield Reference(text[begin:end], units, line, owner, here, certain)


def _chains(text: str, start: int) -> Iterator[tuple[tuple[Unit, ...], int, int]]:
    """Units that belong together, with their place: «điểm a, b khoản 1 Điều 2» is one, «khoản 1,
    khoản 2 Điều 4» are two that share the last."""
    found = list(_UNIT.finditer(text, start))
    holders: list[list[re.Match[str]]] = [[] for _ in found]
    for at in reversed(range(len(found) - 1)):
        match, after = found[at], found[at + 1]
        between = text[match.end() : after.start()]
        mine, its = RANKS[_kind(match)], RANKS[_kind(after)]
        if its < mine and _INTO.fullmatch(between):
            holders[at] = [after, *holders[at + 1]]
        elif its == mine and _BESIDE.fullmatch(between):
            holders[at] = holders[at + 1]
    held = {id(match) for chain in holders for match in chain}
    for match, chain in zip(found, holders, strict=True):
        if id(match) not in held:
            units = tuple(_unit(one) for one in (match, *chain))
            yield units, match.start(), (chain or [match])[-1].end()


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in RANKS if match.groupdict().get(kind))


def _unit(match: re.Match[str]) -> Unit:
    kind = _kind(match)
    told = match[0].split(None, 1)[1]
    if told == "này":
        return Unit(kind, ())
    if kind == "muc" and not told[0].isdigit():
        kind = "de_muc"
    numbers = [value_of(kind, number) for number in _NUMBER.findall(told)]
    return Unit(kind, tuple(number for number in numbers if number is not None))


def _owner(
    text: str, place: tuple[int, int], papers: tuple[Paper, Paper]
) -> tuple[Paper | None, bool]:
    """The paper whose parts are named, and whether the text says so; None where it is another, or
    where nobody can tell."""
    begin, end = place
    paper, first = papers
    if owner := _OWNER.match(text, end):
        if not owner["this"]:
            return None, False
        named = (one for one in papers if owner["act"] in (None, one.type))
        return next(named, None), True
    if text[begin:end].endswith("này"):
        return paper, True
    if _AMENDS.match(text):
        return None, False
    sentence = _sentence(text, begin, end)
    before = text[sentence[0] : begin]
    if _OTHER.search(text[sentence[0] : sentence[1]]):
        return None, False
    if _names_others(before, paper.type) and not _NAMED_THERE.search(before):
        return None, False
    return paper, False


def _names_others(before: str, own: str) -> bool:
    """Whether another kind of document is named before; at the head of a sentence such a word is
    a verb."""
    for found in _TYPE.finditer(before):
        is_verb = found["type"] in _VERBS and not before[: found.start()].strip("0123456789.) ")
        if found["type"] != own and not is_verb:
            return True
    return False


def _sentence(text: str, begin: int, end: int) -> tuple[int, int]:
    """The sentence that a place stands in."""
    before = [match.end() for match in re.finditer(r"[.;]\s", text[:begin])]
    after = re.search(r"[.;](?=\s|$)", text[end:])
    return (before[-1] if before else 0), (end + after.start() if after else len(text))


def _spoken(paper: Paper, items: Sequence[Item]) -> Sequence[tuple[Line, Item | None]]:
    """The lines of the text with the parts they stand in, then those of nơi nhận."""
    begun = {id(item.line): item for item in items}
    aside = quoted(paper.body)
    here: Item | None = None
    spoken: list[tuple[Line, Item | None]] = []
    for place, line in enumerate(paper.body):
        here = begun.get(id(line), here)
        if place not in aside:
            spoken.append((line, here))
    return [*spoken, *((line, None) for line in paper.lines("bang", "noi_nhan_dong"))]


def _first_dead(found: Reference, parts: Parts) -> Dead | None:
    """The largest unit named that is not there, and what is; None where all are, or nobody can
    tell."""
    *_, outer = found.units
    if not _can_tell(found, outer, parts):
        return None
    holders: list[Item] | None = None
    told = "văn bản"
    for unit in reversed(found.units):
        if unit.values:
            inside = parts.of_kind(unit.kind, holders)
            if not all(_is_there(value, inside) for value in unit.values):
                counted = f"chỉ có {len(inside)}" if inside else "không có"
                instead = f"{told} {counted} {_COUNTED[unit.kind]}"
                return Dead(unit.kind, found.text, instead, found.line)
            holders = [item for item in inside if item.value in unit.values]
        else:
            around = _around(found.here, unit.kind)
            holders = [around] if around is not None and around.kind == unit.kind else []
        if not holders:
            return None
        named = composed(holders[0].line.printed)[: holders[0].length].strip(" .)-")
        told = named if unit.kind not in ("khoan", "diem") else f"{_COUNTED[unit.kind]} {named}"
    return None


def _can_tell(found: Reference, outer: Unit, parts: Parts) -> bool:
    """Whether the largest unit is one of this paper's: a điều where it has any, a phần, a chương;
    a bare mục, khoản or điểm could be anybody's."""
    has_any = outer.kind in parts.kinds
    if outer.kind in ("khoan", "diem"):
        return not outer.values or (found.certain and has_any)
    if outer.kind == "muc" and outer.values:
        return has_any and len({id(item.above) for item in parts.kinds["muc"]}) == 1
    if outer.kind == "de_muc":
        return has_any and found.certain
    return has_any or (found.certain and outer.kind == "dieu")


def _around(here: Item | None, kind: str) -> Item | None:
    return here if here is None or here.kind == kind else here.within(kind)


def _is_there(value: int, items: Sequence[Item]) -> bool:
    """A number that is skipped or doubled is told where it stands, not where it is named."""
    values = [item.value for item in items if item.value is not None]
    return value in values or value <= max(len(items), *values, 0)
