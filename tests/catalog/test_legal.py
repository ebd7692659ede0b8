"""Acts and competences as data: dates follow each other, chains end, types are those there are."""

from __future__ import annotations

import pytest

from docgen.catalog import COMPETENCES, LEGAL_BASES
from docgen.domain.legal import superseded_by
from docgen.thethuc.words import TYPES


@pytest.mark.parametrize("basis", LEGAL_BASES.values(), ids=lambda basis: basis.key)
def test_an_act_begins_after_it_is_issued_and_ends_when_the_next_begins(basis):
    assert basis.issued <= basis.since
    assert basis.until is None or basis.since <= basis.until
    assert basis.source
    assert basis.certainty
    assert basis.type in TYPES
    assert not basis.title.startswith(basis.type)
    if basis.replaced_by:
        following = LEGAL_BASES[basis.replaced_by]
        assert basis.until is not None
        assert superseded_by(basis, LEGAL_BASES, following.since) is following
        assert (following.since - basis.until).days == 1


def test_one_act_alone_has_a_symbol_and_a_day():
    named = [(basis.symbol, basis.issued) for basis in LEGAL_BASES.values()]
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("competence", COMPETENCES.values(), ids=lambda one: one.key)
def test_a_competence_names_types_and_its_act(competence):
    assert set(competence.never_issues) <= set(TYPES)
    assert competence.source
    assert competence.certainty
