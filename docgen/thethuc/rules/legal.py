"""Thể thức: rules on the acts a document rests on: are they in force on its day?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docgen.thethuc.document import DocumentView
from docgen.thethuc.knowledge import Act
from docgen.thethuc.lines import Line
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.words import FIRST_BASIS, fold

_SYMBOL = re.compile(r"0*(\d+)\s*[-–/]\s*([A-ZĐ][A-Za-zĐđ]*)\s*/\s*([A-ZĐ]+)\b")
_DAY = re.compile(r"ngay\s+0?(\d{1,2})\s*(?:[/.-]|thang)\s*0?(\d{1,2})\s*(?:[/.-]|nam)\s*(\d{4})")


@rule(
    "PD.LEGAL.REPEALED",
    "Căn cứ không còn hiệu lực",
    source="Danh mục văn bản còn hiệu lực theo ngày ban hành",
    certainty="second-hand",
    mends="none",
)
def repealed_basis(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Văn bản làm căn cứ phải còn hiệu lực vào ngày ban hành văn bản; văn bản đã bị thay thế thì
    viện dẫn văn bản thay thế."""
    if doc.date is None:
        return
    for paper in doc.papers:
        bases = [line for line in paper.body if FIRST_BASIS.match(fold(line.text))]
        for line in (*paper.lines("can_cu"), *bases):
            for act in _cited(line, doc.known.acts):
                if act.until is not None and act.until < doc.date:
                    yield _fault(line, act, doc.date)


def _cited(line: Line, acts: tuple[Act, ...]) -> Iterator[Act]:
    """The known acts that a line cites: by symbol, and by day or by what they are about, because
    the numbers of a symbol begin anew with each term."""
    words = fold(line.text)
    days = {(int(year), int(month), int(day)) for day, month, year in _DAY.findall(words)}
    for number, kind, body in _SYMBOL.findall(line.text):
        symbol = f"{int(number):02}-{kind}/{body}"
        for act in acts:
            issued = (act.issued.year, act.issued.month, act.issued.day)
            if act.symbol == symbol and (issued in days or fold(act.topic) in words):
                yield act


def _fault(line: Line, act: Act, on: date) -> Fault:
    following = act.successor_on(on)
    wanted = f"căn cứ {following.citation}" if following else "bỏ căn cứ này, hoặc thay căn cứ khác"
    if act.doubt:
        wanted += f" ({act.doubt[0].lower()}{act.doubt[1:]})"
    return Fault(wanted, act.citation, line, severity="warning" if act.doubt else None)
