"""Thể thức: the figures of minutes, read as people write them: who was there, how they voted.

Texts are folded (lower case, no accents). What can be read in two ways is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from docgen.thethuc.lines import Line
from docgen.thethuc.paper import Paper
from docgen.thethuc.words import fold

_N = r"(\d{1,3}(?:\.\d{3})+|\d+)(?![\d.,/]*\d*\s*%)(?!\d)"
_OF = rf"{_N}(?:\s*/\s*{_N})?"
_WHO = r"(?:dong chi|d/c|dang vien|uy vien|thanh vien|dai bieu|nguoi|phieu|y kien)"
_SAYS = r"\s*:?\s*(?:la\s+|co\s+|gom\s+|duoc\s+)?"
_NEAR = r"(?:(?!co mat|vang|tan thanh|phieu|[.;\d]).){0,60}"
_TOTAL = re.compile(rf"(?:tong so|trieu tap){_NEAR}{_N}\s*(?:{_WHO}|$|[;,.)])")
_THERE = r"(?:co mat|du hop|(?<!moi )tham du|(?<!moi )du hoi nghi)(?: (?:hoi nghi|cuoc hop))?"
_PRESENT = (re.compile(rf"{_THERE}{_SAYS}{_OF}"), re.compile(rf"{_OF}\s*{_WHO}\s*{_THERE}"))
_AWAY = r"vang(?: mat)?"
_ABSENT = re.compile(rf"{_AWAY}(?:\s*\([^)]*\))?{_SAYS}{_N}|{_N}\s*{_WHO}\s*{_AWAY}")
_ABSENT_BY_KIND = re.compile(rf"{_AWAY}\s+(?:co|khong)\s+(?:phep|ly do){_SAYS}{_N}")
_NOBODY = re.compile(rf"{_AWAY}\s*:?\s*khong(?!\s+(?:phep|co|ly do))\b")
_GUESTS = re.compile(r"moi du|khach moi|dai bieu moi")
_LISTED = re.compile(r"[-–+•*]|\d+[.)]|dong chi\b|d/c\b")
_BLOCK = 6
"""Lines in which total, present and absent stand together."""

_AGAINST = r"(?:khong (?:tan thanh|dong y|nhat tri)|phan doi)"
_OTHER = r"(?:y kien khac|khong bieu quyet|khong co y kien|khong y kien|phieu trang)"
_FOR = r"(?<!khong )(?:tan thanh|dong y|nhat tri)"
_LABELS = {"against": _AGAINST, "other": _OTHER, "for": _FOR}
_BEHIND = {name: re.compile(f"{label}{_SAYS}{_OF}") for name, label in _LABELS.items()}
_BEFORE = {
    name: re.compile(rf"{_OF}\s*{_WHO}?\s*(?:bieu quyet\s+)?{label}")
    for name, label in _LABELS.items()
}
"""«tán thành: 24/25», «24/25 đồng chí tán thành»."""
_VOTE_WORDS = re.compile(rf"{_AGAINST}|{_OTHER}|{_FOR}|bieu quyet|phieu|bau")
_BALLOTS = {
    "out": re.compile(rf"phat ra{_SAYS}{_N}"),
    "back": re.compile(rf"thu ve{_SAYS}{_N}"),
    "invalid": re.compile(rf"khong hop le{_SAYS}{_N}"),
    "valid": re.compile(rf"(?<!khong )hop le{_SAYS}{_N}"),
}
_PERCENT = re.compile(
    r"(?<![\d/.,\-])(?P<of>(\d{1,3}(?:\.\d{3})+|\d+)\s*/\s*(\d{1,3}(?:\.\d{3})+|\d+))(?![\d/])"
    r"(?:\s+[^\W\d]+){0,6}\s*(?:(?P<bracket>\()|,?\s*(?:dat|bang|chiem|ty le|ti le|=))"
    r"\s*(?:dat\s+|ty le\s+|ti le\s+|bang\s+)*(?P<told>\d+(?:[.,]\d+)?)\s*%(?P<behind>[^;.]{0,20})"
)
_SHARE = re.compile(
    rf"{_FOR}{_SAYS}{_N}\s*{_WHO}?\s*(?:\(|,?\s*(?:dat|bang|chiem|ty le|ti le)\s+)"
    r"(?:dat\s+|ty le\s+|ti le\s+)*(?P<told>\d+(?:[.,]\d+)?)\s*%"
)
_OTHER_BASE = re.compile(r"so voi|cung ky|ke hoach|du toan|tong so")
_DATED = re.compile(r"(?:ngay|thang|quy|nam)\s*$")


@dataclass(frozen=True)
class Unit:
    """A paragraph, or a row of a table, folded; with its first line."""

    line: Line
    text: str


@dataclass(frozen=True)
class Attendance:
    """Who was there, as far as it is said; `line` says it first."""

    line: Line
    total: int | None
    present: int | None
    absent: int | None

    @property
    def adds_up(self) -> bool:
        """Whether present and absent make the total, as far as they are said."""
        if self.total is None or self.present is None:
            return True
        if self.absent is None:
            return self.present <= self.total
        return self.present + self.absent == self.total


@dataclass(frozen=True)
class Percent:
    """A part, a whole, and the percentage printed beside them."""

    part: int
    whole: int
    told: str

    @property
    def is_right(self) -> bool:
        """Whether the percentage is right to its last printed figure, rounded or cut off."""
        printed = self.told.replace(",", ".")
        places = len(printed.partition(".")[2])
        if not self.whole:
            return True
        exact = Fraction(100 * self.part, self.whole)
        step = Fraction(1, 10**places)
        off = Fraction(printed) - exact
        return -step < off <= step / 2


@dataclass(frozen=True)
class Ballot:
    """One vote: ballots out, back, valid, invalid; for, against, other; `voters` of «24/25»."""

    unit: Unit
    counts: dict[str, int]
    voters: int | None = None


def units(paper: Paper) -> list[Unit]:
    """The paragraphs and rows of a paper in order."""
    found: dict[object, list[Line]] = {}
    lines = paper.lines("noi_dung", "bang")
    for line in sorted(lines, key=lambda line: line.paragraph.number):
        cell = line.paragraph.cell
        found.setdefault((cell.table, cell.row) if cell else id(line), []).append(line)
    return [Unit(row[0], fold(" ".join(line.printed for line in row))) for row in found.values()]


def number(text: str) -> int:
    """What «1.268» or «08» counts."""
    return int(text.replace(".", ""))


def attendance(texts: Sequence[Unit]) -> Attendance | None:
    """The first statement of who was there."""
    start = next((n for n, unit in enumerate(texts) if _present(unit.text)), None)
    if start is None:
        return None
    total = present = absent = None
    begin = max(start - 2, 0)
    for place, unit in enumerate(texts[begin : start + _BLOCK], begin):
        if place > start and _GUESTS.search(unit.text):
            break
        there = _present(unit.text) if present is None else None
        if there:
            present, total = there[0], there[1] or total
        named = _TOTAL.search(unit.text)
        total = number(named[1]) if named and total is None else total
        absent = _absent(unit.text) if absent is None else absent
    return Attendance(texts[start].line, total, present, absent)


def _present(text: str) -> tuple[int, int | None] | None:
    for pattern in _PRESENT:
        if match := pattern.search(text):
            return number(match[1]), number(match[2]) if match[2] else None
    return None


def _absent(text: str) -> int | None:
    if match := _ABSENT.search(text):
        return number(match[1] or match[2])
    kinds = [number(match[1]) for match in _ABSENT_BY_KIND.finditer(text)]
    if kinds:
        return sum(kinds)
    return 0 if _NOBODY.search(text) else None


def absent_names(texts: Sequence[Unit]) -> tuple[Line, int] | None:
    """How many are listed by name as absent, and where the list begins; None where none is."""
    for place, unit in enumerate(texts):
        label = re.match(rf"(?:[-+]\s*|\d+(?:\.\d+)*\.?\s*)?(?:dai bieu )?{_AWAY}\b", unit.text)
        if label is None:
            continue
        if unit.text.endswith(":"):
            listed = []
            for below in texts[place + 1 :]:
                if not _LISTED.match(below.text) or below.line.is_bold:
                    break
                listed.append(max(1, below.text.count("dong chi")))
            return (unit.line, sum(listed)) if listed else None
        named = re.match(r"\s*:\s*(?=dong chi )", unit.text[label.end() :])
        return (unit.line, unit.text.count("dong chi ")) if named else None
    return None


def ballots(texts: Sequence[Unit]) -> Iterator[Ballot]:
    """Each vote that is told in figures; its ballots may be counted in the lines before."""
    known: dict[str, int] = {}
    age = 0
    for unit in texts:
        counts = {key: number(m[1]) for key, p in _BALLOTS.items() if (m := p.search(unit.text))}
        known, age = (counts, 0) if "out" in counts else ({**known, **counts}, age + 1)
        known = known if age < _BLOCK else {}
        votes, voters = _votes(unit.text)
        if votes or counts:
            yield Ballot(unit, {**known, **votes}, voters)


def _votes(text: str) -> tuple[dict[str, int], int | None]:
    """For, against and other, each told once; two results in one paragraph are not read."""
    if not _VOTE_WORDS.search(text):
        return {}, None
    for patterns in (_BEHIND, _BEFORE):
        votes: dict[str, int] = {}
        voters = None
        for name, pattern in patterns.items():
            found = list(pattern.finditer(text))
            if len(found) > 1:
                return {}, None
            if found:
                votes[name] = number(found[0][1])
                voters = number(found[0][2]) if found[0][2] else voters
        if votes:
            return votes, voters
    return {}, None


def percents(text: str) -> Iterator[Percent]:
    """«14/40 đảng viên (35%)»: percentages that can only be of the figures before them."""
    for match in _PERCENT.finditer(text):
        part, whole = number(match[2]), number(match[3])
        dated = _DATED.search(text[: match.start()]) or 1900 <= whole <= 2100
        if not dated and (match["bracket"] or not _OTHER_BASE.search(match["behind"])):
            yield Percent(part, whole, match["told"])


def share(text: str) -> tuple[int, str] | None:
    """«tán thành 7 phiếu (77,8%)»: how many were for, and the percentage printed."""
    match = _SHARE.search(text)
    return (number(match[1]), match["told"]) if match else None


def is_vote(text: str) -> bool:
    """Whether a folded text speaks of a vote."""
    return _VOTE_WORDS.search(text) is not None
