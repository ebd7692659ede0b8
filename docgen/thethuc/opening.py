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
    is_body_name,
)

_LONGEST_TITLE, _LONGEST_NAME = 12, 120
_LABEL = re.compile(r"\S+\s+[^\s:]+(?:\s*:)?")
"""«Kính gửi:», however it is spelt: two words and a colon."""
_MARKS = re.compile(r"[-–—_=*.~+#]+")
_DECISION = re.compile(r".{0,150}\b(?:quyet dinh|quyet nghi|ket luan|ban hanh)\s*:?")
_HEADING = re.compile(
    r"(?:phan|chuong|muc|dieu)\s+(?:thu|\d|[ivxlc])|[ivxlc]+\s*[-–.]\s|\d+[.)]\s|[a-z]\)\s"
)


def read_opening(lines: Sequence[Line], paper: Paper) -> int:
    """Put the lines to their elements; gives the place of the first line of the text."""
    if paper.lines("phu_luc"):
        return _read_annex_title(lines, paper)
    end = _end_of_title(lines)
    at = _read_type(lines, paper, end=end)
    if paper.lines("ten_loai") or end or (lines and _is_lone_subject(lines[0])):
        at = _read_title(lines, at, paper, end=end)
    at = _read_address(lines, at, paper)
    at = _read_bases(lines, at, paper)
    return _read_decision(lines, at, paper)


def _end_of_title(lines: Sequence[Line]) -> int:
    """The place of the hyphens (or what stands for them) under a title; 0 where there are none."""
    for place, line in enumerate(lines[:_LONGEST_TITLE]):
        if _is_separator(line):
            return place
        loud = line.is_centred or line.is_bold or SUBJECT.match(line.text)
        if _is_text(line) or line.paragraph.cell is not None or not loud:
            return 0
    return 0


def _is_separator(line: Line) -> bool:
    words = fold(line.printed)
    drawn = not words and line.paragraph.drawn
    return drawn or bool(SEPARATOR.fullmatch(words) or _MARKS.fullmatch(words))


def _is_text(line: Line) -> bool:
    """Whether a line begins what comes behind a title: bases, an address, a numbered part."""
    words = fold(line.text)
    return bool(
        FIRST_BASIS.match(words) or ADDRESS.match(words) or _HEADING.match(line.printed.lower())
    )


def _is_lone_subject(line: Line) -> bool:
    """Whether a line says what a paper is about though nobody wrote its type."""
    return line.is_centred and bool(SUBJECT.match(line.text))


def _read_type(lines: Sequence[Line], paper: Paper, *, end: int) -> int:
    """The line of the type; what else stands on it is the beginning of the trích yếu. Capitals
    that are no type we know are taken for one where a title follows."""
    if not lines or TYPE_LINE.match(fold(lines[0].text)) is None:
        titled = end > 1 or any(SUBJECT.match(line.text) for line in lines[1:2])
        if titled and lines[0].is_upper and lines[0].is_centred:
            paper.add("ten_loai", lines[0])
            return 1
        return 0
    line = lines[0]
    found = re.search(r"\s(?=về\b|V\s*/\s*v|[a-zđ])", line.text)
    if found is None or not line.text[: found.start()].isupper():
        paper.add("ten_loai", line)
    else:
        paper.add("ten_loai", line.part(0, found.start()))
        paper.add("trich_yeu", line.part(found.end()))
    return 1


def _read_title(lines: Sequence[Line], at: int, paper: Paper, *, end: int) -> int:
    """Author, trích yếu, what the paper is attached to, and the five hyphens at `end`."""
    for place, line in enumerate(lines[at : at + _LONGEST_TITLE], at):
        words = fold(line.text)
        if _is_separator(line):
            paper.add("gach_trich_yeu", line)
        elif ATTACHED.match(words) or _is_open(paper):
            paper.add("kem_theo", line)
        elif place > end and (paper.lines("gach_trich_yeu") or not _is_title(line, paper)):
            break
        elif _is_author(line, paper) or (place < end - 1 and _is_more_of_author(line, paper)):
            paper.add("tac_gia", line)
        else:
            paper.add("trich_yeu", line)
        at += 1
    return at


def _is_open(paper: Paper) -> bool:
    """Whether what says that a paper is attached goes on: its bracket is open."""
    text = paper.text("kem_theo")
    return text.count("(") > text.count(")") and not paper.lines("gach_trich_yeu")


def _is_author(line: Line, paper: Paper) -> bool:
    """«CỦA BAN THƯỜNG VỤ …»; in small letters only where it comes first and a body follows."""
    words = fold(line.text)
    if not words.startswith("cua ") or paper.is_attached:
        return False
    first = not paper.lines("trich_yeu") and is_body_name(line.text[len("của ") :])
    return line.is_upper or first


def _is_more_of_author(line: Line, paper: Paper) -> bool:
    """Whether a line in capitals goes on with an author, and no trích yếu has begun."""
    named = paper.lines("tac_gia") and not paper.lines("trich_yeu")
    return bool(named) and line.is_upper and not SUBJECT.match(line.text)


def _is_title(line: Line, paper: Paper) -> bool:
    if _is_text(line) or line.paragraph.cell is not None:
        return False
    if line.is_centred:
        return True
    starts = bool(SUBJECT.match(line.text)) and not paper.lines("trich_yeu")
    return starts or (line.is_bold and not line.text.endswith((":", ";")) and len(line.text) < 200)


def _read_annex_title(lines: Sequence[Line], paper: Paper) -> int:
    """What an annex is called, what it is attached to, and the hyphens."""
    for place, line in enumerate(lines[:_LONGEST_TITLE]):
        if _is_separator(line):
            paper.add("gach_trich_yeu", line)
            return place + 1
        if ATTACHED.match(fold(line.text)) or _is_open(paper):
            paper.add("kem_theo", line)
        elif _is_title(line, paper) and not (
            paper.lines("kem_theo") and paper.lines("phu_luc_ten")
        ):
            paper.add("phu_luc_ten", line)
        else:
            return place
    return min(len(lines), _LONGEST_TITLE)


def _read_address(lines: Sequence[Line], at: int, paper: Paper) -> int:
    """«Kính gửi», «Kính trình», and who is addressed: beside the label, or below it."""
    if at >= len(lines) or not ADDRESS.match(fold(lines[at].text)):
        return at
    line = lines[at]
    label = _LABEL.match(line.text)
    assert label is not None
    paper.add("kinh_gui", line.part(0, label.end()))
    beside = line.part(label.end())
    if beside.text:
        paper.add("kinh_gui_ten", beside)
    while (at := at + 1) < len(lines) and _is_addressee(lines[at], line, paper):
        paper.add("kinh_gui_ten", lines[at])
    return at


def _is_addressee(line: Line, label: Line, paper: Paper) -> bool:
    """Whether a line below the label names who is addressed: with a dash, in its table, or, where
    nobody stands beside the label, as the first or as one more of a list."""
    if FIRST_BASIS.match(fold(line.text)):
        return False
    if line.printed.startswith(("-", "–", "•", "+")):
        return True
    if line.paragraph.cell is not None and label.paragraph.cell is not None:
        return True
    names = paper.lines("kinh_gui_ten")
    beside = any(name.paragraph is label.paragraph for name in names)
    listed = not names or line.text.endswith((";", ","))
    return listed and not beside and len(line.text) < _LONGEST_NAME


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
