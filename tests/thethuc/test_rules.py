"""The rules: each mistake is found, by its own code and no other; the hand mends what is form."""

from __future__ import annotations

import pytest

from docgen.thethuc.registry import RULES
from mistakes import ROWS
from spoil import mended, report, told, words

MENDED = [row for row in ROWS if row.mends]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_mistake_is_told_by_its_code_and_no_other(row):
    findings = report(row.parts()).findings
    assert {finding.code for finding in findings} == {row.code}, told(findings)


@pytest.mark.parametrize("row", MENDED, ids=str)
def test_a_mended_document_has_no_findings_and_stays_as_it_is(row):
    parts, made = mended(row.parts())
    assert told(made.left) == []
    assert {finding.code for finding in made.done} == {row.code}
    again, second = mended(parts)
    assert (again, second.done) == (parts, ())
    assert row.after in "\n".join(p.text for p in report(parts).document.paragraphs)


@pytest.mark.parametrize("row", [row for row in MENDED if not row.after], ids=str)
def test_mending_the_look_changes_no_letter(row):
    spoiled = row.parts()
    assert words(mended(spoiled)[0]) == words(spoiled)


@pytest.mark.parametrize("row", [row for row in ROWS if not row.mends], ids=str)
def test_what_a_person_must_decide_is_left_alone(row):
    spoiled = row.parts()
    parts, made = mended(spoiled)
    assert parts == spoiled, told(made.done)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_every_rule_says_what_it_asks_and_why(rule):
    assert rule.title
    assert rule.explanation.endswith(".")
    assert rule.source
    assert any(row.code == rule.code for row in ROWS), "no mistake shows it"
    assert rule.severity != "error" or rule.certainty in ("read", "second-hand")
