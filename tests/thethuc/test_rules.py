"""The rules: each mistake is found, by its own code and no other; the hand mends what is form."""

from __future__ import annotations

import pytest

from docgen.thethuc.registry import RULES
from mistakes import ROWS
from spoil import mended, report, told, words

MENDED = [row for row in ROWS if row.mends]
DECIDED = [row for row in ROWS if not row.mends]


@pytest.mark.parametrize("row", DECIDED, ids=str)
def test_what_a_person_must_decide_is_told_by_its_code_and_left_alone(row):
    spoiled = row.parts()
    parts, made = mended(spoiled)
    assert {finding.code for finding in made.left} == {row.code}, told(made.left)
    assert parts == spoiled, told(made.done)


@pytest.mark.parametrize("row", MENDED, ids=str)
def test_a_mistake_of_form_is_told_by_its_code_and_mended_once_for_all(row):
    spoiled = row.parts()
    found = report(spoiled).findings
    assert {finding.code for finding in found} == {row.code}, told(found)
    parts, made = mended(spoiled)
    assert told(made.left) == []
    assert {finding.code for finding in made.done} == {row.code}
    again, second = mended(parts)
    assert (again, second.done) == (parts, ())
    if row.after:
        assert row.after in "\n".join(p.text for p in report(parts).document.paragraphs)
    else:
        assert words(parts) == words(spoiled), "mending the look changes no letter"


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_every_rule_says_truly_whether_the_hand_mends_what_it_finds(rule):
    mended = {row.mends for row in ROWS if row.code == rule.code}
    possible = {"all": {True}, "some": {True, False}, "none": {False}}[rule.mends]
    assert mended <= possible
    assert rule.mends == "none" or True in mended, 'say mends="none"'


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_every_rule_says_what_it_asks_and_why(rule):
    assert rule.title
    assert rule.explanation.endswith(".")
    assert rule.source
    assert any(row.code == rule.code for row in ROWS), "no mistake shows it"
    assert rule.severity != "error" or rule.certainty in ("read", "second-hand")
