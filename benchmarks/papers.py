"""The papers that are measured: minutes of two pages and a long table, the same for every engine.

Each is written twice: with docxtpl's tags (ours, docxtpl, the floor), and with the braces that
docxtemplater and easy-template-x share.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx import Document

MINUTES = (
    "BIÊN BẢN", "{{ title }}", "Thời gian: {{ time }}, {{ day }}.", "Địa điểm: {{ place }}.",
    "Người chủ trì: Đồng chí {{ chair }}, {{ chair_position }}.", "1. Thành phần",
    "{%p for member in members %}",
    "- Đồng chí {{ member.name }}{% if member.position %}, {{ member.position }}{% endif %};",
    "{%p endfor %}", "2. Diễn biến hội nghị", "{%p for item in agenda %}",
    "2.{{ loop.index }}. {{ item.title }}", "{{ item.presentation }}",
    "{%p for opinion in item.opinions %}",
    "- Đồng chí {{ opinion.name }}: {{ opinion.text }}", "{%p endfor %}",
    "{%p if item.conclusion %}", "Kết luận của người chủ trì: {{ item.conclusion }}",
    "{%p endif %}", "{%p endfor %}", "Hội nghị kết thúc lúc {{ end }}.",
)  # fmt: skip
MINUTES_IN_BRACES = (
    "BIÊN BẢN", "{title}", "Thời gian: {time}, {day}.", "Địa điểm: {place}.",
    "Người chủ trì: Đồng chí {chair}, {chair_position}.", "1. Thành phần", "{#members}",
    "- Đồng chí {name}{#position}, {position}{/position};", "{/members}",
    "2. Diễn biến hội nghị", "{#agenda}", "2.{number}. {title}", "{presentation}", "{#opinions}",
    "- Đồng chí {name}: {text}", "{/opinions}", "{#conclusion}",
    "Kết luận của người chủ trì: {conclusion}", "{/conclusion}", "{/agenda}",
    "Hội nghị kết thúc lúc {end}.",
)  # fmt: skip
ROWS = (
    ("{%tr for row in rows %}", "", "", ""),
    ("{{ loop.index }}", "{{ row.name }}", "{{ row.position }}", "{{ row.note }}"),
    ("{%tr endfor %}", "", "", ""),
)
ROWS_IN_BRACES = (("{#rows}{number}", "{name}", "{position}", "{note}{/rows}"),)
LONG = (
    "Các đồng chí dự họp thảo luận, thống nhất đánh giá kết quả thực hiện nhiệm vụ & đề nghị. " * 3
)
LEAN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style></w:styles>"
)


def minutes_template(*, braces: bool = False, lean: bool = False) -> bytes:
    """The minutes, with python-docx's default styles or lean ones."""
    document = Document()
    for text in MINUTES_IN_BRACES if braces else MINUTES:
        document.add_paragraph(text)
    return _saved(document, lean=lean)


def long_template() -> bytes:
    """Fifty pages: 1,725 paragraphs with 625 tags; most are plain text."""
    document = Document()
    for _ in range(25):
        for text in (*MINUTES, *[LONG] * 48):
            document.add_paragraph(text)
    return _saved(document, lean=False)


def rows_template(*, braces: bool = False) -> bytes:
    """A table whose one row is repeated."""
    document = Document()
    table = document.add_table(rows=0, cols=4)
    for row in ROWS_IN_BRACES if braces else ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return _saved(document, lean=False)


def minutes(number: int = 0) -> dict[str, Any]:
    """Two pages of a meeting."""
    people = [{"name": f"Nguyễn Văn {i}", "position": f"Uỷ viên {i}"} for i in range(9)]
    opinions = [{"name": person["name"], "text": LONG} for person in people[:2]]
    item = {"presentation": LONG, "opinions": opinions, "conclusion": LONG}
    return {
        "title": f"Hội nghị thường kỳ {number}", "time": "14 giờ 00",
        "day": "ngày 03 tháng 4 năm 2024", "place": "Phòng họp số 2", "chair": "Nguyễn Văn 0",
        "chair_position": "Uỷ viên 0", "members": people, "end": "16 giờ 30",
        "agenda": [
            {"title": f"Nội dung thứ {i} ({number})", "number": i + 1, **item} for i in range(4)
        ],
    }  # fmt: skip


def rows(count: int) -> dict[str, Any]:
    """A long table."""
    return {
        "rows": [
            {"number": i + 1, "name": f"Nguyễn Văn {i}", "position": "Uỷ viên",
             "note": f"Ghi chú {i}"}
            for i in range(count)
        ]
    }  # fmt: skip


def _saved(document: Any, *, lean: bool) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    if not lean:
        return stream.getvalue()
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(stream) as source,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, LEAN if name == "word/styles.xml" else source.read(name))
    return changed.getvalue()
