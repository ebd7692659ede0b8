"""Quorum and majority, and what counts as a recorded vote."""

from fractions import Fraction

import pytest

from docgen.domain.meetings import (
    Meeting,
    Topic,
    Vote,
    VoteOption,
    VotingMethod,
    is_carried,
    is_quorate,
    quorum_needed,
)

TWO_THIRDS = Fraction(2, 3)


@pytest.mark.parametrize(
    ("total", "quorum", "needed"),
    [(9, TWO_THIRDS, 6), (10, TWO_THIRDS, 7), (11, TWO_THIRDS, 8), (27, TWO_THIRDS, 18),
     (9, Fraction(1, 2), 5), (0, TWO_THIRDS, 0)],
)  # fmt: skip
def test_quorum_is_rounded_up(total, quorum, needed):
    assert quorum_needed(total, quorum) == needed
    assert is_quorate(needed, total, quorum)
    assert not is_quorate(needed - 1, total, quorum)


def test_without_a_rule_any_number_is_quorate():
    assert is_quorate(1, 27, None)


@pytest.mark.parametrize(
    ("votes_for", "members_total", "carried"),
    [(8, 9, True), (5, 9, True), (4, 9, False), (5, 10, False), (6, 10, True), (25, 27, True)],
)
def test_more_than_half_of_all_members_carry(votes_for, members_total, carried):
    assert is_carried(votes_for, members_total) is carried


@pytest.mark.parametrize(
    ("vote", "expected"),
    [
        (Vote("Nghị quyết", VotingMethod.show_of_hands), False),
        (Vote(options=(VoteOption("A", None), VoteOption("B", None))), False),
        (Vote(votes_against=0), True),
        (Vote(ballots_issued=8), True),
        (Vote(options=(VoteOption("A", None), VoteOption("B", 0))), True),
    ],
)
def test_a_vote_has_figures_once_one_is_given(vote, expected):
    assert vote.has_figures is expected


def test_methods_and_topics_are_the_words_that_are_printed():
    assert [str(method) for method in VotingMethod] == ["giơ tay", "bỏ phiếu kín"]
    assert Topic("kiểm tra, giám sát") is Topic.inspection


def test_a_meeting_may_still_be_empty():
    assert Meeting().agenda == Meeting().attendance == ()
