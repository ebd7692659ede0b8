"""Milliseconds to read a Word file and measure it by every rule, and how the time grows.

The text is a regulation as a clerk types it: every paragraph with its own formatting, twenty to a
page, with numbers, references and figures for the rules to read. The median is shown.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

# ruff: noqa: E402  # the path comes first
from render import machine, measure

from docgen.thethuc.check import check
from docgen.thethuc.document import read_document
from docgen.thethuc.relations import MAIN

PAGES = (25, 50, 100, 200)
_ON_A_PAGE = 20
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONTS = " ".join(f'w:{slot}="Times New Roman"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
_ARTICLE = (
    "Điều {n}. Trách nhiệm của các cơ quan",
    "1. Các cơ quan tham mưu, giúp việc Đảng uỷ chủ trì, phối hợp thực hiện nhiệm vụ nêu tại khoản "
    "2 Điều này; hằng quý báo cáo Ban Thường vụ Đảng uỷ kết quả, khó khăn và kiến nghị.",
    "a) Tài liệu đã được lập hồ sơ, thống kê đầy đủ, bảo quản an toàn tại kho lưu trữ;",
    "b) Mục lục hồ sơ nộp lưu được lập thành hai bản, có xác nhận của đơn vị nộp lưu.",
    "2. Người đứng đầu cơ quan chịu trách nhiệm trước Đảng uỷ; tỷ lệ hoàn thành 14/40 nhiệm vụ "
    "(35%) là căn cứ xếp loại hằng năm theo Quy định số 138-QĐ/TW.",
)


def regulation(pages: int) -> dict[str, bytes]:
    """The parts of a file of so many pages."""
    count = pages * _ON_A_PAGE // len(_ARTICLE)
    texts = (text.format(n=n) for n in range(1, count + 1) for text in _ARTICLE)
    body = "".join(map(_paragraph, texts))
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    return {MAIN: document.encode()}


def _paragraph(text: str) -> str:
    bold = "<w:b/>" if text.startswith("Điều") else ""
    return (
        '<w:p><w:pPr><w:spacing w:after="120" w:line="360" w:lineRule="exact"/>'
        f'<w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:rFonts {_FONTS}/>'
        f'{bold}<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def main() -> None:
    """The time of each size, reading alone and all of it."""
    print(f"{machine()}, {date.today().isoformat()}\n")
    print("| pages | paragraphs | reading | reading and every rule |\n|---:|---:|---:|---:|")
    today, whole = date(2026, 11, 21), []
    for pages in PAGES:
        parts = regulation(pages)
        times = measure(7, lambda p=parts: read_document(p), lambda p=parts: check(p, today=today))
        whole.append(times[1])
        print(f"| {pages} | {pages * _ON_A_PAGE:,} | {times[0]:.0f} ms | {times[1]:.0f} ms |")
    grown = " ".join(
        f"×{after / before:.1f}" for before, after in zip(whole, whole[1:], strict=False)
    )
    print(f"\ngrowth from size to size (twice the pages): {grown}")


if __name__ == "__main__":
    main()
