"""Thể thức: the end of a paper read: signatures, nơi nhận, what stands below (ô 7, 9, 12, 13)."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.thethuc.lines import Line
from docgen.thethuc.paper import Paper, Signature
from docgen.thethuc.words import (
    AUTHORITY,
    CONFIRMED,
    CONTACT,
    DRAFTER,
    RECIPIENTS,
    SEPARATOR,
    SIGNED,
    fold,
    is_body_name,
    is_role,
    is_upper_name,
)

_LONGEST_NAME = 6
_LONGEST_AUTHORITY = 60
_NEAR_END = 40


def start_of_closing(lines: Sequence[Line]) -> int:
    """The place of the first line of the closing; the number of lines where there is none."""
    for place, line in enumerate(lines):
        parts = line.columns()
        if any(RECIPIENTS.match(fold(part.text)) for part in parts):
            return place
        if any(is_authority(part) for part in parts):
            return place
        if len(lines) - place <= _NEAR_END and all(_is_office(part) for part in parts):
            return place
    return len(lines)


def read_closing(lines: Sequence[Line], paper: Paper) -> None:
    """Put the lines of the closing to their elements."""
    _read_lines(lines, paper)
    for signature in paper.signatures:
        _find_name(signature)


def _read_lines(lines: Sequence[Line], paper: Paper) -> None:
    in_list: int | None = None
    for line in lines:
        for part in line.columns():
            column = part.side
            words = fold(part.text)
            if match := RECIPIENTS.match(words):
                in_list = column
                _read_label(part, len(match[0]), paper)
            elif in_list == column and _is_recipient(part, paper):
                paper.add("noi_nhan_dong", part)
            elif in_list == column and DRAFTER.fullmatch(part.text):
                paper.add("nguoi_soan", part)
            elif CONTACT.search(words):
                paper.add("lien_he", part)
            elif part.text and not SEPARATOR.fullmatch(words) and not SIGNED.fullmatch(words):
                _sign(part, column, paper)


def _find_name(signature: Signature) -> None:
    """A name in capitals was taken for an office, or for the rest of the body's name."""
    for lines in (signature.role, signature.authority):
        if signature.name is None and lines and is_upper_name(lines[-1].text):
            signature.name = lines.pop()


def _read_label(line: Line, length: int, paper: Paper) -> None:
    """«Nơi nhận:», and what stands on the same line."""
    end = min(length, len(line.text))
    while end < len(line.text) and line.text[end] in ":.; ":
        end += 1
    paper.add("noi_nhan", line.part(0, end))
    beside = line.part(end)
    if beside.text:
        paper.add("noi_nhan_dong", beside)


def _is_recipient(line: Line, paper: Paper) -> bool:
    """Whether a line below «Nơi nhận» is one of them: with a dash, or before one that has."""
    if DRAFTER.fullmatch(line.text) or is_authority(line) or _is_office(line):
        return False
    dashed = line.printed.startswith(("-", "–", "—", "•", "+", "*"))
    alone = line.paragraph.cell is None
    known = paper.lines("noi_nhan_dong")
    done = bool(known) and fold(known[-1].text).lstrip("-–—•+* ").startswith("luu")
    goes_on = bool(known) and not done and not known[-1].text.endswith((";", ",", "."))
    goes_on = goes_on and not line.is_bold and CONTACT.search(fold(line.text)) is None
    return dashed or goes_on or (not alone and not done) or (not known and not line.is_bold)


def _sign(line: Line, column: int, paper: Paper) -> None:
    """Put the line to the signature of its column."""
    if CONFIRMED.match(fold(line.text)) or paper.confirmation:
        paper.confirmation.append(line)
        return
    signature = _signature(line, column, paper)
    goes_on = line.is_upper and signature.authority and not is_role(line.text)
    if not signature.role and (is_authority(line) or goes_on):
        signature.authority.append(line)
    elif is_role(line.text) or (not signature.name and _goes_with_office(line)):
        signature.role.append(line)
    elif signature.name is None:
        signature.name = line


def _goes_with_office(line: Line) -> bool:
    """More of an office in capitals, or the «kiêm» between two of them (HD05, II.I.7.1.4đ)."""
    return line.is_upper or fold(line.text) == "kiem"


def _signature(line: Line, column: int, paper: Paper) -> Signature:
    """The signature of a column that is not yet complete, or a new one."""
    cell = line.paragraph.cell
    row = cell.row if cell else 0
    known = [found for found in paper.signatures if found.column == column]
    if not known or (known[-1].name is not None and (line.is_upper or is_authority(line))):
        if cell is not None and not (line.is_upper or is_authority(line)) and known:
            return known[-1]
        paper.signatures.append(Signature(column, row))
        return paper.signatures[-1]
    return known[-1]


def is_authority(line: Line) -> bool:
    """«T/M ĐẢNG UỶ», «K/T TRƯỞNG BAN», …, also as state documents write them."""
    match = AUTHORITY.match(line.text)
    if match is None:
        return False
    rest = line.text[match.end() :]
    if line.is_upper or (match["words"] and not line.is_bold):
        return line.is_upper
    if rest.split(maxsplit=1)[0].isupper() and len(line.text) < 100:
        return True
    return len(line.text) < _LONGEST_AUTHORITY and (is_body_name(rest) or is_role(rest))


def _is_office(line: Line) -> bool:
    """A line of nothing but an office in capitals."""
    return line.is_upper and is_role(line.text) and len(line.text.split()) <= _LONGEST_NAME + 4
