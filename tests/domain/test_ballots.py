"""The count of ballots: every law says its own, with the place; what is not given is skipped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.domain.ballots import BallotCount, Candidate, count_problems

A = Candidate("Nguyễn Thị Hoà", votes=9, elected=True)
B = Candidate("Phạm Văn Tài", votes=7, elected=True)
C = Candidate("Lý Thị Út", votes=2)
GOOD = BallotCount(2, 10, 10, 9, 1, (A, B, C))

ROWS = [
    ({}, None, None),
    ({"issued": 11}, "BALLOT.ISSUED", ("issued",)),
    ({"issued": 9}, "BALLOT.COLLECTED", ("collected",)),
    ({"invalid": 0}, "BALLOT.VALIDITY", ("valid",)),
    ({"invalid": None}, None, None),
    ({"candidates": (replace(A, votes=10), B)}, "BALLOT.VOTES", ("candidates", 0, "votes")),
    ({"candidates": (A, replace(C, against=8))}, "BALLOT.VOTES", ("candidates", 1, "votes")),
    ({"candidates": (A, B, replace(C, votes=3))}, "BALLOT.TOTAL", ("candidates",)),
    ({"to_elect": None, "candidates": (A, B, replace(C, votes=3))}, None, None),
    ({"to_elect": 3, "candidates": (A, replace(B, elected=False), replace(C, elected=True))},
     "BALLOT.ORDER", ("candidates", 2, "votes")),
    ({"candidates": (A, replace(B, elected=False), replace(C, votes=None, elected=True))},
     None, None),
    ({"candidates": (A, B, replace(C, votes=0, elected=True))},
     "BALLOT.TOO_MANY", ("to_elect",)),
    ({"candidates": (A, B, Candidate("phạm  văn tài", votes=0))},
     "BALLOT.TWICE", ("candidates", 2, "name")),
    ({"candidates": (A, B, Candidate("Phạm Văn Tài", "Trưởng ban", votes=0))}, None, None),
    ({"candidates": (A, B, Candidate(None), Candidate(None))}, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "code", "where"), ROWS)
def test_a_count_that_cannot_be_is_told_with_its_place(changed, code, where):
    found = [(p.code, p.where) for p in count_problems(replace(GOOD, **changed), 10)]
    assert found == ([(code, where)] if code else [])


def test_a_count_of_nothing_is_told_nothing():
    empty = BallotCount(None, None, None, None, None, ())
    assert list(count_problems(empty, None)) == []


def test_a_tie_may_be_settled_either_way():
    tied = (A, replace(B, votes=5), replace(C, votes=4), Candidate("Trần Đình Sơn", votes=5))
    assert list(count_problems(replace(GOOD, to_elect=3, candidates=tied), 10)) == []
