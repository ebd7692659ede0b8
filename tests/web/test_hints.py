"""What the form counts for its user."""

from __future__ import annotations

import pytest

from docgen.web.hints import hints

OLD, NEW = {"kind": "ban_can_su_dang"}, {"kind": "dang_uy"}


def meeting(**facts):
    return {"members_total": 9, "present_count": 8, **facts}


@pytest.mark.parametrize(
    ("organisation", "facts", "told"),
    [
        (OLD, {}, "Có mặt 8/9 · đủ điều kiện tiến hành (ít nhất 2/3)"),
        (OLD, {"present_count": 6}, "Có mặt 6/9 · đủ điều kiện tiến hành (ít nhất 2/3)"),
        (
            OLD,
            {"present_count": 5},
            "Có mặt 5/9 · chưa đủ điều kiện tiến hành (ít nhất 2/3, tức 6 đồng chí)",
        ),
        (NEW, {"present_count": 5}, "Có mặt 5/9"),
        ({}, {"present_count": 5}, "Có mặt 5/9"),
        (OLD, {"present_count": None}, None),
        (OLD, {"present_count": "tám"}, None),
        (OLD, {"members_total": 0}, None),
    ],
)
def test_presence_is_counted_against_the_quorum_of_the_kind(organisation, facts, told):
    found = hints({"organisation": organisation, "meeting": meeting(**facts)})
    assert found.get("meeting.attendance") == told


@pytest.mark.parametrize(
    ("vote", "told"),
    [
        ({"votes_for": 8}, "8/9 tổng số thành viên · quá nửa"),
        ({"votes_for": 4}, "4/9 tổng số thành viên · không quá nửa"),
        ({"votes_for": 0}, "0/9 tổng số thành viên · không quá nửa"),
        (
            {"options": [{"text": "A", "votes": 5}, {"text": "B", "votes": 3}]},
            "Trên tổng số thành viên, phương án 1: 5/9, quá nửa; phương án 2: 3/9, không quá nửa",
        ),
        ({"options": [{"text": "A", "votes": None}]}, None),
        ({}, None),
    ],
)
def test_a_vote_is_counted_against_all_members(vote, told):
    values = {"organisation": OLD, "meeting": meeting(agenda=[{"votes": [{}, vote]}])}
    assert hints(values).get("meeting.agenda.0.votes.1") == told


@pytest.mark.parametrize("values", [{}, {"meeting": None}, {"meeting": "x"}, {"meeting": {}}])
def test_without_a_meeting_nothing_is_told(values):
    assert hints(values) == {}
