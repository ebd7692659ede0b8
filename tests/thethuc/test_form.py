"""The form of the shipped templates, measured in the file and on paper (HD 05-HD/VPTW)."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from docx.shared import Mm, Pt

from cases import CASES
from docgen.catalog import CATALOG
from docgen.services.rendering import TEMPLATES, render
from docgen.thethuc.profiles import HD05, HD36, profile_on
from docgen.thethuc.style import STYLES, new_template
from ooxml import ooxml_problems
from word import open_docx

TYPES = pytest.mark.parametrize("key", CATALOG)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"


def template(key):
    return open_docx(TEMPLATES / f"{key}.docx")


@pytest.mark.parametrize(
    ("on", "profile"),
    [
        (date(2017, 1, 1), HD36),
        (date(2018, 4, 3), HD36),
        (date(2026, 5, 26), HD36),
        (date(2026, 5, 27), HD05),
        (date(2030, 1, 1), HD05),
    ],
)
def test_profile_is_chosen_by_date(on, profile):
    assert profile_on(on) is profile


@TYPES
def test_page_is_a4_with_the_fixed_margins(key):
    section = template(key).sections[0]
    measured = [
        section.page_width, section.page_height, section.top_margin, section.bottom_margin,
        section.left_margin, section.right_margin, section.header_distance,
    ]  # fmt: skip
    wanted = [Mm(n) for n in (210, 297, 20, 20, 30, 15, 10)]
    assert [round(m / 36000) for m in measured] == [round(w / 36000) for w in wanted]


SIZES = [
    ("Tiêu đề Đảng", 15, True, None),
    ("Cơ quan cấp trên", 14, None, None),
    ("Cơ quan ban hành", 14, True, None),
    ("Số và ký hiệu", 14, None, None),
    ("Địa danh và ngày tháng", 14, None, True),
    ("Tên loại văn bản", 15, True, None),
    ("Trích yếu", 14, True, None),
    ("Nội dung", 14, None, None),
    ("Quyền hạn ký", 14, True, None),
    ("Chức vụ người ký", 14, None, None),
    ("Họ tên người ký", 14, True, None),
    ("Nơi nhận", 14, None, None),
    ("Dòng nơi nhận", 12, None, None),
    ("Phạm vi phổ biến", 12, True, None),
    ("Số trang", 14, None, None),
]


@TYPES
@pytest.mark.parametrize(("name", "size", "bold", "italic"), SIZES)
def test_style_has_the_size_and_weight_of_the_guidance(key, name, size, bold, italic):
    font = template(key).styles[name].font
    assert (font.size, font.bold, font.italic) == (Pt(size), bold, italic)


@TYPES
def test_body_is_justified_indented_and_spaced(key):
    layout = template(key).styles["Nội dung"].paragraph_format
    assert round(layout.first_line_indent.mm) == 10
    assert (layout.alignment, layout.space_after) == (3, Pt(6))


@TYPES
def test_headings_stand_in_the_navigation_pane(key):
    levels = {
        style.name: [level.get(f"{W}val") for level in style.element.iter(f"{W}outlineLvl")]
        for style in template(key).styles
        if style.name.startswith("Đề mục")
    }
    assert levels == {"Đề mục 1": ["0"], "Đề mục 2": ["1"], "Đề mục 3": ["2"]}


def test_every_style_has_a_vietnamese_name_and_stands_in_a_template():
    names = {style.name for style in template("bien_ban").styles}
    assert {style.name for style in STYLES} <= names


@pytest.mark.parametrize("profile", [HD36, HD05], ids=lambda p: p.key)
def test_a_new_template_is_valid_for_word(profile):
    assert ooxml_problems(new_template(profile)) == []


@pytest.fixture(scope="module")
def pages(office):
    made = {case: render(case.type_key, case.values).docx for case in CASES}
    office.convert_all(made.values())
    return lambda case: (made[case], office)


SIGNED = re.compile(r"CHỦ TRÌ HỘI NGHỊ|NGƯỜI GHI BIÊN BẢN|[TK]/[MLT] [A-ZĐ]|\bkiêm$", re.MULTILINE)
EVERY_CASE = pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.type_key}-{c.name}")


@EVERY_CASE
def test_page_number_stands_alone_at_the_top_from_page_two(case, pages):
    """An annex begins anew (II.II.1)."""
    docx, office = pages(case)
    first, *others = (page.strip().splitlines() for page in office.pdf_pages(docx))
    assert TITLE in "".join(first[:4])
    numbers = [1, *(int(page[0]) for page in others)]
    assert all(after in (before + 1, 1) for before, after in pairwise(numbers))


@EVERY_CASE
def test_signature_is_never_alone_on_a_page(case, pages):
    docx, office = pages(case)
    signed = [SIGNED.search(page) for page in office.pdf_pages(docx)]
    begun = [found for above, found in pairwise([None, *signed]) if found and not above]
    assert begun or "kem_theo" in case.values
    assert all(len(found.string[: found.start()].split()) > 5 for found in begun)


@EVERY_CASE
def test_paper_is_a4(case, pages):
    """Upright; a page with a wide table lies on its side (II.IV.3)."""
    docx, office = pages(case)
    first, *others = office.page_sizes(docx)
    assert first == (210, 297)
    assert {*others} <= {(210, 297), (297, 210)}
