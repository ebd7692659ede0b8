"""Real input: every case makes the document it should, in real parts."""

from __future__ import annotations

from datetime import date

import pytest

from cases import CASES
from docgen.catalog import CATALOG, example
from docgen.services.rendering import render
from docgen.thethuc.profiles import PROFILES
from ooxml import ooxml_problems
from word import golden_text

EVERY_CASE = pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.type_key}-{c.name}")


@pytest.fixture(scope="module")
def printed(office):
    """The text on paper of a case's document; all cases are converted in one call."""
    made = {case: render(case.type_key, case.values) for case in CASES}
    office.convert_all(rendered.docx for rendered in made.values())
    return lambda case: (made[case], office.pdf_text(made[case].docx))


@EVERY_CASE
def test_document_has_the_text_of_its_golden_file(case):
    assert golden_text(render(case.type_key, case.values).docx) == case.golden


@EVERY_CASE
def test_document_is_valid_for_word(case):
    assert ooxml_problems(render(case.type_key, case.values).docx) == []


@EVERY_CASE
def test_document_keeps_its_form(case):
    assert [found.message for found in render(case.type_key, case.values).findings] == []


@pytest.mark.parametrize("kind", CATALOG)
@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.key)
def test_example_keeps_the_form_of_its_day(kind, profile):
    for day in {profile.since, profile.until or date(2026, 10, 5)}:
        made = render(kind, example(kind, day))
        assert [found.message for found in made.findings] == []


@EVERY_CASE
def test_document_is_the_same_bytes_every_time(case):
    assert render(case.type_key, case.values) == render(case.type_key, case.values)


def without_gaps(text):
    """What a line may break at: blanks, and the hyphen, which is not told at the end of a line."""
    return "".join(text.replace("-", "").split())


@EVERY_CASE
def test_everything_put_out_stands_on_paper(case, printed):
    rendered, paper = printed(case)
    lines = [line for _, text in rendered.puts for line in text.split("\n")]
    assert [line for line in lines if without_gaps(line) not in without_gaps(paper)] == []


@pytest.mark.parametrize(
    ("on", "basis_ends", "recipient_ends"),
    [(date(2026, 5, 26), ",", ","), (date(2026, 5, 27), ".", ";")],
)
def test_form_follows_the_date_of_the_document(on, basis_ends, recipient_ends):
    lines = golden_text(render("nghi_quyet", example("nghi_quyet", on)).docx)
    assert f"- Căn cứ Điều lệ Đảng;\n- Căn cứ Quy chế làm việc{basis_ends}\n" in lines
    assert f"- Các đồng chí uỷ viên{recipient_ends} / - Lưu Văn phòng." in lines
