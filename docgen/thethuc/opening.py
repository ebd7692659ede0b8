"""Thể thức: what stands between head and text: type, trích yếu, address, bases (ô 5, 6, 9)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.thethuc.lines import Line
from docgen.thethuc.paper import Paper
from docgen.thethuc.words import (
    ADDRESS,
    ATTACHED,
    BASIS,
    FIRST_BASIS,
    SEPARATOR,
    SUBJECT,
    TYPE_LINE,
    fold,
)

_LONGEST_TITLE = 12
_DECISION = re.compile(r".{0,150}\b(?:quyet dinh|quyet nghi|ket luan|ban hanh)\s*:?")
_HEADING = re.compile(
    r"(?:phan|chuong|muc|dieu)\s+(?:thu|\d|[ivxlc])|[ivxlc]+\s*[-–.]\s|\d+[.)]\s|[a-z]\)\s"
)


def read_opening(lines: Sequence[Line], paper: Paper) -> int:
    """Put the lines to their elements; gives the place of the first line of the text."""
    at = _read_type(lines, paper)
    at = _read_title(lines, at, paper) if paper.lines("ten_loai") else at
    at = _read_address(lines, at, paper)
    at = _read_bases(lines, at, paper)
    return _read_decision(lines, at, paper)


def _read_type(lines: Sequence[Line], paper: Paper) -> int:
    """The line of the type; what else stands on it is the beginning of the trích yếu."""
    if not lines or (match := TYPE_LINE.match(fold(lines[0].text))) is None:
        return 0
    line = lines[0]
    found = re.search(r"\s(?=về\b|V\s*/\s*v|[a-zđ])", line.text)
    if found is None or not line.text[: found.start()].isupper():
        paper.add("ten_loai", line)
    else:
        paper.add("ten_loai", line.part(0, found.start()))
        paper.add("trich_yeu", line.part(found.end()))
    assert match
    return 1


def _read_title(lines: Sequence[Line], at: int, paper: Paper) -> int:
    """Author, trích yếu, what the paper is attached to, and the five hyphens."""
    for line in lines[at : at + _LONGEST_TITLE]:
        words = fold(line.text)
        if SEPARATOR.fullmatch(words) or (not words and line.paragraph.drawn):
            paper.add("gach_trich_yeu", line)
        elif ATTACHED.match(words):
            paper.add("kem_theo", line)
        elif paper.lines("gach_trich_yeu") or not _is_title(line, paper):
            break
        elif words.startswith("cua ") and line.is_upper:
            paper.add("tac_gia", line)
        else:
            paper.add("trich_yeu", line)
        at += 1
    return at


def _is_title(line: Line, paper: Paper) -> bool:
    words = fold(line.text)
    if FIRST_BASIS.match(words) or ADDRESS.match(words) or _HEADING.match(line.printed.lower()):
        return False
    if line.paragraph.cell is not None:
        return False
    if line.is_centred:
        return True
    starts = bool(SUBJECT.match(line.text)) and not paper.lines("trich_yeu")
    return starts or (line.is_bold and not line.text.endswith((":", ";")) and len(line.text) < 200)


def _read_address(lines: Sequence[Line], at: int, paper: Paper) -> int:
    """«Kính gửi», «Kính trình», and who is addressed: beside the label, or below it."""
    if at >= len(lines) or not (match := ADDRESS.match(fold(lines[at].text))):
        return at
    line = lines[at]
    length = _length_in(line.text, len(match[0]))
    paper.add("kinh_gui", line.part(0, length))
    beside = line.part(length)
    if beside.text:
        paper.add("kinh_gui_ten", beside)
    at += 1
    while at < len(lines):
        below = lines[at]
        dashed = below.printed.startswith(("-", "–", "•", "+"))
        in_table = below.paragraph.cell is not None and line.paragraph.cell is not None
        if FIRST_BASIS.match(fold(below.text)) or not (dashed or in_table):
            return at
        paper.add("kinh_gui_ten", below)
        at += 1
    return at


def _length_in(text: str, folded: int) -> int:
    """How many letters of a text its first folded ones are."""
    for end in range(len(text) + 1):
        if len(fold(text[:end])) >= folded and (end == len(text) or text[end] != ":"):
            return end
    return len(text)


def _read_bases(lines: Sequence[Line], at: int, paper: Paper) -> int:
    """The bases, one line each, from the first «Căn cứ» on."""
    while at < len(lines):
        line, words = lines[at], fold(lines[at].text)
        begun = bool(paper.lines("can_cu"))
        dashed = line.printed.startswith("-")
        leads_on = line.text.endswith(":") and not dashed
        if not (BASIS if begun else FIRST_BASIS).match(words) or leads_on:
            return at
        if not begun and not dashed and _is_sentence(lines, at):
            return at
        paper.add("can_cu", line)
        at += 1
    return at


def _is_sentence(lines: Sequence[Line], at: int) -> bool:
    """Whether a first line with «Căn cứ» is the text itself: no other basis and no decision
    follow."""
    ahead = lines[at + 1 : at + 4]
    others = any(FIRST_BASIS.match(fold(line.text)) for line in ahead[:1])
    decides = any(line.is_centred and _DECISION.fullmatch(fold(line.text)) for line in ahead)
    return lines[at].text.endswith(".") and not others and not decides


def _read_decision(lines: Sequence[Line], at: int, paper: Paper) -> int:
    """The centred lines of the decision: «BAN THƯỜNG VỤ … QUYẾT ĐỊNH:»."""
    ahead = lines[at : at + 4]
    for count, line in enumerate(ahead, 1):
        if not line.is_centred or _HEADING.match(line.printed.lower()):
            return at
        if _DECISION.fullmatch(fold(line.text)):
            paper.add("lenh", *ahead[:count])
            return at + count
    return at
