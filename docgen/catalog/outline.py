"""Catalogue: the text of a paper as rows, edited one below the other; numbers follow by themselves.

The laws of rows hold for every field declared with `outline(...)`, wherever it stands in an input.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from docgen.catalog.fields import FieldSpec, Grid, Input, Text, field
from docgen.domain.outline import (
    RANKS,
    Level,
    Numbered,
    can_be_referred_to,
    circles,
    keys_in,
    numbered,
)
from docgen.errors import Path, Problem

WIDGET = "outline"
MOST_COLUMNS = 40
"""More columns than this have no room for a figure on a page, even a turned one."""


def _key(text: str) -> str:
    if not re.fullmatch("[a-z0-9-]+", text):
        raise PydanticCustomError("bad_key", "not a key")
    return text


class Row(Input):
    """One row: a title, an article, a khoản, a point, a paragraph or a table."""

    level: Level = field(
        "Cấp",
        default=Level.PARAGRAPH,
        help="Số thứ tự do máy đánh theo cấp. Tên gọi in đậm: chọn Đề mục; câu văn: chọn Khoản.",
        shown=False,
        why_not_shown="chỉ để đánh số, chọn kiểu chữ",
    )
    text: Text | None = field("Nội dung", default=None, lines=True)
    key: Annotated[Text, AfterValidator(_key)] | None = field(
        "Tên để dẫn chiếu",
        default=None,
        help="Đặt tên thì ở chỗ khác viết [[tên]], máy ghi «khoản 2 Điều 5» theo số lúc in.",
        shown=False,
        why_not_shown="chỉ để dẫn chiếu",
    )
    table: Grid | None = field(
        "Bảng", default=None, help="Dòng đầu là tên cột. Dán được từ Excel.", widget="grid"
    )


def outline(label: str = "Nội dung", **about: Any) -> Any:
    """Declare a text of rows; optional unless said otherwise."""
    return field(label, **{"default": [], "row": "Dòng", "widget": WIDGET, **about})


def outlines(specs: Iterable[FieldSpec], values: Any, at: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every text of rows in an input, with its path."""
    known = values if isinstance(values, Mapping) else {}
    for spec in specs:
        value, path = known.get(spec.name), (*at, spec.name)
        if spec.widget == WIDGET:
            yield path, value or []
        elif spec.kind == "record" and value:
            yield from outlines(spec.item, value, path)
        elif spec.kind == "list" and spec.item:
            for index, row in enumerate(value or ()):
                yield from outlines(spec.item, row, (*path, index))


def row_problems(specs: Iterable[FieldSpec], values: Any) -> Iterator[Problem]:
    """What is wrong with the rows of every text: empty ones, tables, names, references.

    A row «Bảng» without cells is the place of a list that is printed as a table.
    """
    specs, known = tuple(specs), values if isinstance(values, Mapping) else {}
    to_place = sum(bool(spec.columns and known.get(spec.name)) for spec in specs)
    texts = list(outlines(specs, values))
    asked = [(*path, n) for path, rows in texts for n, row in enumerate(rows) if _is_place(row)]
    for number, (path, rows) in enumerate(texts):
        ends_in_table = number == 0 and len(asked) < to_place
        allowed = {*asked[:to_place], (*path, len(rows))}
        unfinished = _unfinished([*rows, _PLACE] if ends_in_table else rows)
        yield from (
            problem
            for problem in (p.under(*path) for p in unfinished)
            if problem.where[: len(path) + 1] not in allowed
        )
        yield from (problem.under(*path) for problem in _wrong_references(rows))


_PLACE = {"level": Level.TABLE.value}
_ONLY_HOLD = (Level.PART, Level.CHAPTER, Level.SECTION)
"""They say nothing by themselves; «II- Thông qua báo cáo …» and the lines of a đề cương do."""


def _is_place(row: Mapping[str, Any]) -> bool:
    return row.get("level") == Level.TABLE.value and not row.get("table")


def levels_of(rows: Sequence[Mapping[str, Any]]) -> list[Level]:
    """The level of each row; a word that is none counts as a paragraph."""
    known = {level.value: level for level in Level}
    return [known.get(str(row.get("level")), Level.PARAGRAPH) for row in rows]


def _unfinished(rows: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    levels = levels_of(rows)
    for index, (row, level) in enumerate(zip(rows, levels, strict=True)):
        has_text, has_table = bool(row.get("text")), bool(row.get("table"))
        if has_table and len(row["table"][0]) > MOST_COLUMNS:
            sentence = f"Bảng có quá {MOST_COLUMNS} cột, không in được trên giấy A4; hãy tách bảng."
            yield Problem("OUTLINE.TOO_WIDE", sentence, (index, "table"))
        elif has_table != (level is Level.TABLE):
            wanted = "chọn cấp «Bảng»" if has_table else "ghi các dòng, các ô của bảng"
            sentence = f"Bảng đứng ở một dòng riêng, cấp «Bảng»: hãy {wanted}."
            yield Problem("OUTLINE.TABLE", sentence, (index, "table"))
        elif not has_text and not has_table and not _holds(levels, index, level is Level.ARTICLE):
            yield Problem("OUTLINE.EMPTY", "Dòng này chưa có nội dung.", (index, "text"))
        elif level in _ONLY_HOLD and not _holds(levels, index, True):
            name = level.value
            sentence = f"{name} này mới có tên, chưa có nội dung. Hãy ghi tiếp ở dưới, hoặc xoá đi."
            yield Problem("OUTLINE.ONLY_A_NAME", sentence, (index, "text"))


def _holds(levels: Sequence[Level], index: int, may: bool) -> bool:
    """Whether something stands below a row, in it."""
    below = levels[index + 1] if index + 1 < len(levels) else None
    return may and below is not None and RANKS[below] > RANKS[levels[index]]


def _wrong_references(rows: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    known = [str(row.get("key") or "") for row in rows]
    lines = numbered(levels_of(rows))
    twice = {key for key, count in Counter(filter(None, known)).items() if count > 1}
    for index, key in enumerate(known):
        if key in twice and known.index(key) != index:
            sentence = f"Tên «{key}» đã đặt cho một dòng ở trên; mỗi dòng một tên riêng."
            yield Problem("OUTLINE.KEY_TWICE", sentence, (index, "key"))
    targets: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        for key in dict.fromkeys(keys_in(str(row.get("text") or ""))):
            if key in known:
                targets.setdefault(index, []).append(known.index(key))
            yield from _wrong_target(lines, known, key, index)
    for index in circles(targets):
        sentence = "Dẫn chiếu vòng tròn: dòng này dẫn đến dòng khác, dòng đó lại dẫn về đây."
        yield Problem("OUTLINE.CIRCLE", sentence, (index, "text"))


def _wrong_target(
    lines: Sequence[Numbered], known: Sequence[str], key: str, index: int
) -> Iterator[Problem]:
    if key not in known:
        sentence = f"Dẫn chiếu [[{key}]]: không có dòng nào mang tên này; có thể dòng đó đã bị xoá."
        yield Problem("OUTLINE.NO_SUCH_ROW", sentence, (index, "text"))
    elif not can_be_referred_to(lines[known.index(key)].level):
        sentence = f"Dẫn chiếu [[{key}]] trỏ tới một dòng không có số thứ tự."
        yield Problem("OUTLINE.NOT_NUMBERED", sentence, (index, "text"))
