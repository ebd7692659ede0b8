"""Thể thức: rules on the bases of a document: «- Căn cứ …;» (ô 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from docgen.thethuc.document import DocumentView
from docgen.thethuc.lines import Line
from docgen.thethuc.measure import wrong_look
from docgen.thethuc.mend import as_text
from docgen.thethuc.paper import Paper
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, Severity, rule
from docgen.thethuc.words import TYPES, fold, is_body_name

_DASH = re.compile(r"[-–—−•*+·]\s*")
_END = re.compile(r"[\s;,.:]*$")
_ACTS = "|".join(sorted((*TYPES, "Nghị định", "Thông tư", "Pháp lệnh"), key=len, reverse=True))
_SYMBOL = r"\d+(?:/\d{4})?[-/][A-ZĐ][\wĐđ]*(?:[-/][A-ZĐ][\wĐđ]*)*"
_CITED = re.compile(rf"(?:{_ACTS})\s+(?P<so>số\s*(?P<colon>:?)\s*)?(?P<symbol>{_SYMBOL})")
_NO_COMMA = re.compile(rf"{_SYMBOL}(?P<gap>\s+)ngày\b")
_DAY = re.compile(r"ngày\s+(?P<day>(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\3\s*(\d{4}))")
_TWO = re.compile(r";\s*(?:[-–]\s*)?(?:căn cứ|xét đề nghị)\b", re.IGNORECASE)


@rule("PD.BASIS", "Căn cứ ban hành chưa đúng", source="HD05:II.I.6.2.3")
def wrong_bases(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Mỗi căn cứ viết thành một dòng, mở đầu bằng gạch nối, kết thúc bằng dấu chấm phẩy; căn cứ
    cuối cùng kết thúc bằng dấu chấm (theo Hướng dẫn 36-HD/VPTW: dấu phẩy). Văn bản dẫn lần đầu ghi
    tên loại, «số», ký hiệu, dấu phẩy rồi ngày dd/m/yyyy. Chữ đứng, cỡ như nội dung."""
    for paper in doc.papers:
        lines = paper.lines("can_cu")
        known: set[str] = set()
        for line in lines:
            yield from _wrong_dash(line)
            yield from _wrong_citation(line, known)
        yield from _wrong_ends(paper, profile)
        yield from _repeated(lines)
        yield from _wrong_looks(doc, paper, profile)


def _wrong_dash(line: Line) -> Iterator[Fault]:
    start = _DASH.match(line.text)
    if line.label:
        if line.label != "-":
            yield Fault("mở đầu bằng gạch nối «- »", line.label, line)
    elif start is None or start[0] != "- ":
        found = start[0].strip() if start else "không có gạch nối"
        fix = as_text(lambda text: "- " + _DASH.sub("", text, count=1))
        yield Fault("mở đầu bằng gạch nối «- »", found, line, fix=fix)


def _wrong_ends(paper: Paper, profile: Profile) -> Iterator[Fault]:
    """Each ends with a semicolon, the last as the profile asks. Real documents have a comma where
    the issuing clause follows: doubtful, no more."""
    *others, last = paper.lines("can_cu") or (None,)
    for line in others:
        if line is not None and not line.text.endswith(";"):
            yield _end_fault(line, ";")
    if last is None or last.text.endswith(profile.last_basis_ends):
        return
    following = paper.line("lenh") or paper.line("noi_dung")
    decides = following is not None and (
        bool(paper.lines("lenh")) or is_body_name(following.text) or following.text.endswith(":")
    )
    milder = {".": last.text.endswith(",") and decides, ",": last.text.endswith(".")}
    severity: Severity | None = "warning" if milder[profile.last_basis_ends] else None
    yield replace(_end_fault(last, profile.last_basis_ends), severity=severity)


def _end_fault(line: Line, mark: str) -> Fault:
    names = {";": "dấu chấm phẩy", ".": "dấu chấm", ",": "dấu phẩy"}
    found = names.get(line.text[-1:], "không có dấu")
    fix = as_text(lambda text: _END.sub(mark, text, count=1))
    return Fault(f"kết thúc bằng {names[mark]} «{mark}»", found, line, fix=fix)


def _wrong_citation(line: Line, known: set[str]) -> Iterator[Fault]:
    """How other documents are cited; `known` are the symbols cited before, now short."""
    for cited in _CITED.finditer(line.text):
        first = cited["symbol"] not in known
        known.add(cited["symbol"])
        if first and cited["so"] is None:
            yield Fault(f"viết «số {cited['symbol']}»", cited[0], line)
        if cited["colon"]:
            fix = as_text(partial(re.sub, r"\bsố\s*:\s*(?=\d)", "số "))
            yield Fault("sau «số» không có dấu hai chấm", cited[0], line, fix=fix)
    if comma := _NO_COMMA.search(line.text):
        fix = as_text(partial(re.sub, rf"({_SYMBOL})\s+(?=ngày\b)", r"\1, "))
        yield Fault("có dấu phẩy trước «ngày»", comma[0], line, fix=fix)
    for found in _DAY.finditer(line.text):
        asked = _written(found)
        if found["day"] != asked:
            fix = as_text(partial(_DAY.sub, lambda day: "ngày " + _written(day)))
            yield Fault(
                f"viết «{_written(found)}»", found["day"], line, severity="warning", fix=fix
            )


def _written(found: re.Match[str]) -> str:
    """A day as it is cited: two figures for the day, for January and February."""
    day, month, year = int(found[2]), int(found[4]), found[5]
    return f"{day:02d}/{month:02d}/{year}" if month < 3 else f"{day:02d}/{month}/{year}"


def _repeated(lines: tuple[Line, ...]) -> Iterator[Fault]:
    seen: dict[str, Line] = {}
    for line in lines:
        if two := _TWO.search(line.text):
            yield Fault("mỗi căn cứ viết thành một dòng", f"…{two[0]}…", line)
        key = _END.sub("", _DASH.sub("", fold(line.text), count=1))
        if key in seen:
            yield Fault("mỗi căn cứ chỉ nêu một lần", "căn cứ nêu hai lần", line)
        seen.setdefault(key, line)


def _wrong_looks(doc: DocumentView, paper: Paper, profile: Profile) -> Iterator[Fault]:
    """Upright, regular, justified; what is wrong with the whole text is told there."""
    asked = profile.elements["can_cu"]
    text = doc.text(paper, profile.elements["noi_dung"].sizes)
    own = (line for line in paper.lines("can_cu") if not text.flaws_of(line) & text.shared)
    yield from wrong_look(own, asked)
