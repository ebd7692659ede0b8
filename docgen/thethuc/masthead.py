"""Thể thức: the head of a document read: title, bodies, number, place, date, marks (ô 1–4, 10, 11).

People make it as a table, as two columns by tabs, or one line under another. What a line is follows
from what it says; only the names of bodies need to know where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from docgen.thethuc.lines import Line
from docgen.thethuc.paper import Paper
from docgen.thethuc.words import (
    ADDRESS,
    DATE,
    DRAFT,
    NUMBER,
    SCOPE,
    SECRET,
    SEPARATOR,
    STAR,
    STATE_MOTTO,
    STATE_TITLE,
    SUBJECT,
    TYPE_LINE,
    URGENT,
    fold,
    is_body_name,
    is_title,
)

_SIGNS = re.compile(r"[\W_]{1,5}")
"""What people put for the star."""
_PLACED_DATE = re.compile(r"[^,]+, ?ngay\b.*\bthang\b")
_NEAR = 6
_WHOLE = frozenset(("tieu_de", "so_ky_hieu", "dia_danh_ngay"))
"""Where all of these are read, what follows is no head any more."""
DEEPEST, _LONGEST = 60, 60
"""Lines of the top of a file among which its head is looked for; letters of a line of a head."""
_PARENTS = ("dang bo", "ban chap hanh trung uong", "tinh uy", "thanh uy", "dang uy", "huyen uy")
_JOINS = (" -", " –")
"""How the name of a body ends that another follows: a joint paper has no body above."""
_ISSUERS = ("dang uy", "chi bo", "ban ", "van phong", "uy ban kiem tra", "dang doan")


def end_of_head(lines: Sequence[Line]) -> int:
    """The place of the first line behind the head (type, address, text); 0 where there is none."""
    last = 0
    seen: set[str] = set()
    for place, line in enumerate(lines[:DEEPEST]):
        beside = bool(last) and line.shares_table(lines[last - 1])
        if _is_behind(line) and not (beside and "so_ky_hieu" not in seen):
            return place if last or place else 0
        parts = line.columns()
        kinds = {kind_of(part) for part in parts} - {""} - (seen & _WHOLE)
        seen |= kinds
        if seen >= _WHOLE and not (kinds or beside or _is_typed_beside(line) or _is_aside(line)):
            titled = line.is_centred and line.is_bold or SUBJECT.match(line.text)
            ahead = () if titled else enumerate(lines[place : place + _NEAR], place)
            return next((n for n, other in ahead if _is_behind(other)), last)
        goes_on = last == place and _is_aside(line) and "so_ky_hieu" in seen
        if kinds or beside or goes_on or is_body_name(line.text) or line.is_upper:
            last = place + 1
        elif not line.is_centred and len(line.text) > _LONGEST:
            break
    return last


def _is_behind(line: Line) -> bool:
    """Whether a line is the first behind a head: a type, an address."""
    return _is_type(line) or bool(ADDRESS.match(fold(line.text)))


def _is_typed_beside(line: Line) -> bool:
    """Whether a line is one of two columns made by tabs or spaces."""
    return line.indented or len(line.columns()) > 1


def _is_aside(line: Line) -> bool:
    """Whether a line may stand in a head whatever it says: drawn, or short and in italics."""
    return not line.text or (line.is_italic and len(line.text) < _LONGEST)


def read_head(lines: Sequence[Line], paper: Paper) -> None:
    """Put the lines of a head to the elements they are."""
    bodies: list[Line] = []
    for line in lines:
        for part in line.columns():
            for piece in _with_own_star(part):
                kind = kind_of(piece) if piece.text else "gach"
                if _goes_on(piece, kind, paper):
                    paper.add("trich_yeu_cv", piece)
                elif kind == "gach":
                    _add_rule(piece, paper)
                elif kind:
                    paper.add(kind, piece)
                elif _is_subject(piece, numbered=bool(paper.lines("so_ky_hieu"))):
                    paper.add("trich_yeu_cv", piece)
                else:
                    bodies.append(piece)
    _name_bodies(bodies, paper)


def _goes_on(line: Line, kind: str, paper: Paper) -> bool:
    """Whether a line that looks like a number or a date goes on with what a letter is about: «…
    Kế hoạch / số 31-KH/ĐU, / ngày 06/11/2026»."""
    above = paper.lines("trich_yeu_cv")[-1:]
    if kind not in ("so_ky_hieu", "dia_danh_ngay") or not above:
        return False
    if _PLACED_DATE.match(fold(line.text)) and not paper.lines("dia_danh_ngay"):
        return False
    near = 0 <= line.paragraph.number - above[0].paragraph.number <= 1
    return near and line.side == above[0].side and line.is_italic


def kind_of(line: Line) -> str:
    """What a line of the head is by its words alone; empty for names of bodies."""
    words = fold(line.text)
    tests: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("tieu_de", is_title),
        ("quoc_hieu", lambda text: text.startswith(STATE_TITLE)),
        ("tieu_ngu", STATE_MOTTO.match),
        ("dau_sao", STAR.fullmatch),
        ("gach", SEPARATOR.fullmatch),
        ("dau_sao", _SIGNS.fullmatch),
        ("khan", URGENT.fullmatch),
        ("mat", lambda text: text.strip(" .") in SECRET),
        ("pham_vi", lambda text: text.strip(" .()").startswith(SCOPE)),
        ("du_thao", DRAFT.match),
        ("so_ky_hieu", NUMBER.match),
        ("dia_danh_ngay", DATE.match),
    )
    return next((name for name, test in tests if words and test(words)), "")


def _is_type(line: Line) -> bool:
    """Whether the line begins with the name of a type, set as a title."""
    match = TYPE_LINE.match(fold(line.text))
    if match is None or line.paragraph.cell is not None and not line.is_upper:
        return False
    start = line.text[: len(match["type"])]
    whole = match.end() == len(fold(line.text))
    return start.isupper() or line.is_upper or (whole and (line.is_centred or line.is_bold))


def _with_own_star(line: Line) -> tuple[Line, ...]:
    """A star written behind the body's name is a line of its own."""
    found = re.search(r"\s+[*＊]+$", line.text)
    return (line.part(0, found.start()), line.part(found.start())) if found else (line,)


def _add_rule(line: Line, paper: Paper) -> None:
    """A rule typed or drawn under the title, or under a body (as state documents have)."""
    title = paper.line("tieu_de")
    beside = title is not None and title.side != line.side and bool(line.text)
    paper.add("gach_co_quan" if title is None or beside else "gach_tieu_de", line)


def _is_subject(line: Line, *, numbered: bool) -> bool:
    """Whether a line is what an official letter is about: behind the number most lines are."""
    if line.is_upper:
        return bool(SUBJECT.match(line.text))
    if SUBJECT.match(line.text) or line.is_italic:
        return True
    return numbered and not is_body_name(line.text)


def _name_bodies(lines: list[Line], paper: Paper) -> None:
    """Which lines name the body above, which the one that issues."""
    names = [line for line in lines if line.is_upper or is_body_name(line.text)]
    for line in lines:
        if line not in names and paper.lines("so_ky_hieu"):
            names.append(line)
    cut = _end_of_parent(names)
    paper.add("co_quan_cap_tren", *names[:cut])
    paper.add("co_quan_ban_hanh", *names[cut:])


def _end_of_parent(names: Sequence[Line]) -> int:
    """How many of the lines name the body above: by weight, else by where a new name begins."""
    bold = [line.is_bold for line in names]
    if all(bold) and any(line.text.endswith(_JOINS) for line in names[:-1]):
        return 0
    turn = bold.index(True) if any(bold) else 0
    starts = [n for n, line in enumerate(names) if n and is_body_name(line.text)]
    if not starts or turn in starts or not fold(names[0].text).startswith(_PARENTS):
        return turn
    first = starts[0]
    return first if turn < first or fold(names[first].text).startswith(_ISSUERS) else turn
