"""Checking: a file's bytes give findings and a mended copy; what cannot be read says why."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.errors import Invalid, NotFound, TooLarge
from docgen.services.checking import check_docx, fix_docx, knowledge
from docgen.services.refusals import refuse_large
from handtyped import typed
from handtyped.papers import PAPERS
from ooxml import ooxml_problems
from parts import files
from unreadable import UNREADABLE, with_file, written

TODAY = date(2026, 11, 21)
GOOD = typed(PAPERS["nghi_quyet_dang_uy"])
NARROW = typed(PAPERS["nghi_quyet_dang_uy"], page={"left": 20})
OUTSIDE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/attachedTemplate" Target="file:///C:/Mau.dotm" TargetMode="External"/>'
    "</Relationships>"
)


def test_a_conforming_file_has_no_findings_and_is_mended_into_itself():
    assert check_docx(GOOD, today=TODAY).findings == ()
    assert fix_docx(GOOD, today=TODAY).docx == GOOD


def test_a_mended_file_opens_has_no_findings_and_keeps_what_was_not_touched():
    assert [found.code for found in check_docx(NARROW, today=TODAY).findings] == ["PD.PAGE.MARGIN"]
    mended = fix_docx(NARROW, today=TODAY)
    assert [found.code for found in mended.fixed.done] == ["PD.PAGE.MARGIN"]
    assert check_docx(mended.docx, today=TODAY).findings == ()
    assert fix_docx(mended.docx, today=TODAY).docx == mended.docx
    assert ooxml_problems(mended.docx) == []
    before, after = files(NARROW), files(mended.docx)
    assert list(before) == list(after)
    assert {name for name in after if after[name] != before[name]} == {"word/document.xml"}


def test_a_template_of_ones_own_computer_is_no_reason_to_refuse_a_file():
    data = with_file(GOOD, "word/_rels/settings.xml.rels", OUTSIDE)
    assert check_docx(data, today=TODAY).findings == ()


@pytest.mark.parametrize("kind", UNREADABLE)
@pytest.mark.parametrize("verb", [check_docx, fix_docx], ids=lambda verb: verb.__name__)
def test_what_cannot_be_read_is_refused_in_one_sentence(kind, verb):
    data, told = UNREADABLE[kind]
    with pytest.raises(Invalid) as refused:
        verb(data, today=TODAY)
    assert [problem.code for problem in refused.value.problems] == ["FILE.UNREADABLE"]
    assert told in refused.value.message
    assert refused.value.message.endswith(".")


def test_a_file_over_the_limit_is_told_both_sizes():
    refuse_large(2**20, 2**20)
    with pytest.raises(TooLarge, match="Tệp dài 1,5 MB, quá giới hạn 1 MB"):
        refuse_large(3 * 2**19, 2**20)


def test_old_vietnamese_fonts_are_measured_not_refused():
    words = "Céng hoµ x· héi chñ nghÜa ViÖt Nam. " * 20
    assert check_docx(written(words, ".VnTime"), today=TODAY).document.paragraphs[0].text == words
    with pytest.raises(Invalid):
        check_docx(written(words), today=TODAY)


def test_an_unknown_profile_names_those_there_are():
    with pytest.raises(NotFound, match="auto, dang_hd36, dang_hd05"):
        check_docx(GOOD, "nd30", today=TODAY)


def test_what_the_catalogue_knows_reaches_the_rules():
    known = knowledge()
    acts = {act.symbol: act for act in known.acts}
    assert acts["24-QĐ/TW"].successor_on(TODAY) is acts["208-QĐ/TW"]
    assert acts["208-QĐ/TW"].citation == "Quy định số 208-QĐ/TW, ngày 26/7/2026"
    assert {body.name for body in known.ended} > {"Ban cán sự đảng", "Huyện uỷ"}
    assert "Quy chế" in {t for one in known.competences for t in one.never_issues}
