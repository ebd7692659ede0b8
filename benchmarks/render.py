"""Milliseconds per render: ours (proof included), docxtpl, and the floor under every Jinja engine.

The floor is the same tags compiled once by plain Jinja, rendered to a string, and that string
packed by zlib: no newlines, no zip, no proof. Same template, same data, one run, turns taken so
that a busy machine slows all alike; the median is shown.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
from docx import Document
from docxtpl import DocxTemplate

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# ruff: noqa: E402  # the path comes first
from docgen import catalog
from docgen.services.rendering import render, template_of
from docgen.templating import compile_template, trace

MINUTES = (
    "BIÊN BẢN", "{{ title }}", "Thời gian: {{ time }}, {{ day }}.", "Địa điểm: {{ place }}.",
    "Người chủ trì: Đồng chí {{ chair.name }}, {{ chair.position }}.", "1. Thành phần",
    "{%p for member in members %}",
    "- Đồng chí {{ member.name }}{% if member.position %}, {{ member.position }}{% endif %};",
    "{%p endfor %}", "2. Diễn biến hội nghị", "{%p for item in agenda %}",
    "2.{{ loop.index }}. {{ item.title }}", "{{ item.presentation }}",
    "{%p for opinion in item.opinions %}",
    "- Đồng chí {{ opinion.name }}: {{ opinion.text }}", "{%p endfor %}",
    "{%p if item.conclusion %}", "Kết luận của người chủ trì: {{ item.conclusion }}",
    "{%p endif %}", "{%p endfor %}", "Hội nghị kết thúc lúc {{ end }}.",
)  # fmt: skip
ROWS = (
    ("{%tr for row in rows %}", "", "", ""),
    ("{{ loop.index }}", "{{ row.name }}", "{{ row.position }}", "{{ row.note }}"),
    ("{%tr endfor %}", "", "", ""),
)
LONG = (
    "Các đồng chí dự họp thảo luận, thống nhất đánh giá kết quả thực hiện nhiệm vụ & đề nghị. " * 3
)


def minutes_template() -> bytes:
    """A flat template with python-docx's default styles."""
    document = Document()
    for text in MINUTES:
        document.add_paragraph(text)
    return _saved(document)


def rows_template() -> bytes:
    """A table whose one row is repeated."""
    document = Document()
    table = document.add_table(rows=0, cols=4)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return _saved(document)


def minutes() -> dict[str, Any]:
    """Two pages of a meeting."""
    people = [{"name": f"Nguyễn Văn {i}", "position": f"Uỷ viên {i}"} for i in range(9)]
    opinions = [{"name": person["name"], "text": LONG} for person in people[:2]]
    item = {"presentation": LONG, "opinions": opinions, "conclusion": LONG}
    return {
        "title": "Hội nghị thường kỳ", "time": "14 giờ 00", "day": "ngày 03 tháng 4 năm 2024",
        "place": "Phòng họp số 2", "chair": people[0], "members": people, "end": "16 giờ 30",
        "agenda": [{"title": f"Nội dung thứ {i}", **item} for i in range(4)],
    }  # fmt: skip


def rows(count: int) -> dict[str, Any]:
    """A long table."""
    return {
        "rows": [
            {"name": f"Nguyễn Văn {i}", "position": "Uỷ viên", "note": f"Ghi chú {i}"}
            for i in range(count)
        ]
    }


def _saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def floor(template: bytes) -> Callable[[dict[str, Any]], object]:
    """Plain Jinja on the XML that docxtpl makes of the template, and zlib."""
    source = DocxTemplate(io.BytesIO(template))
    source.init_docx()
    program = jinja2.Environment(autoescape=True).from_string(source.patch_xml(source.get_xml()))
    return lambda context: zlib.compress(program.render(context).encode(), 6)


def docxtpl(template: bytes) -> Callable[[dict[str, Any]], object]:
    """As its documentation says: a new object for each document."""

    def render(context: dict[str, Any]) -> object:
        document = DocxTemplate(io.BytesIO(template))
        document.render(context, autoescape=True)
        return document.save(io.BytesIO())

    return render


def measure(runs: int, *works: Callable[[], object]) -> list[float]:
    """The median milliseconds of each, their turns taken one after the other."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, own in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            own.append((time.perf_counter() - start) * 1000)
    return [statistics.median(own) for own in times]


def compared(name: str, template: bytes, context: dict[str, Any], runs: int) -> None:
    """One line of the table."""
    ours, plain, theirs = compile_template(template), floor(template), docxtpl(template)
    low, own, other = measure(
        runs, lambda: plain(context), lambda: ours.render(context), lambda: theirs(context)
    )
    (made,) = measure(min(runs, 20), lambda: compile_template(template))
    print(
        f"{name:24}{low:9.2f}{own:9.2f}{other:9.2f}{own / low:11.2f}{other / own:11.1f}{made:11.1f}"
    )


def shipped() -> None:
    """Our own templates with the catalogue's example: tracing, rendering, proof."""
    for key in ("bien_ban", "nghi_quyet"):
        values = catalog.validate(key, catalog.example(key, date(2024, 4, 3)))
        (whole,) = measure(100, lambda key=key, values=values: render(key, values))
        (compiling,) = measure(10, lambda key=key: template_of.__wrapped__(key))
        print(f"{key:24}{whole:9.2f} ms from input to file; compiling {compiling:.1f} ms")


def main() -> None:
    """The whole table."""
    print(f"{'ms per render':24}{'floor':>9}{'ours':>9}{'docxtpl':>9}", end="")
    print(f"{'ours/floor':>11}{'docxtpl/us':>11}{'our compile':>12}")
    compared("minutes, two pages", minutes_template(), minutes(), 200)
    compared("minutes, traced", minutes_template(), trace(minutes()), 100)
    compared("table of 500 rows", rows_template(), rows(500), 20)
    compared("table of 5000 rows", rows_template(), rows(5000), 5)
    shipped()


if __name__ == "__main__":
    main()
