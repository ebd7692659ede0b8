"""Page numbers as the hand writes them: valid for Word, on every page but the first, at the top."""

from __future__ import annotations

import pytest

from mistakes.page import ROWS as PAGES
from mistakes.pageno import ROWS as NUMBERS
from ooxml import ooxml_problems
from spoil import mended, packed

MENDED = {f"{row} {row.paper}": row for row in (*PAGES, *NUMBERS) if row.mends}
_SHOWN = ("không có số trang", "ở cuối trang", "có ở trang 1")
SHOWN = {name: row for name, row in MENDED.items() if row.name in _SHOWN}


@pytest.fixture(scope="module")
def pages(office):
    """The pages of each mended document, by its row."""
    made = {name: packed(mended(row.parts())[0]) for name, row in SHOWN.items()}
    office.convert_all(made.values())
    return {name: office.pdf_pages(docx) for name, docx in made.items()}


@pytest.mark.parametrize("name", MENDED)
def test_a_mended_page_is_valid(name):
    assert ooxml_problems(packed(mended(MENDED[name].parts())[0])) == []


@pytest.mark.parametrize("name", SHOWN)
def test_every_page_but_the_first_begins_with_its_number(pages, name):
    first, *others = pages[name]
    assert not first.split()[0].isdigit()
    for number, page in enumerate(others, 2):
        top, *rest = [line.strip() for line in page.splitlines() if line.strip()]
        assert top == str(number)
        assert str(number) not in rest
