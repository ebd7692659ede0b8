"""A sent form is read by what is declared, whatever names it carries."""

from __future__ import annotations

import pytest

from docgen.catalog import CATALOG
from docgen.web.parsing import is_blank, parse

MINUTES = CATALOG["bien_ban"].fields


def agenda(sent):
    return [row["title"] for row in parse(MINUTES, sent)["meeting"]["agenda"]]


@pytest.mark.parametrize(
    ("sent", "titles"),
    [
        ({}, []),
        ({"meeting.agenda.0.title": "a", "meeting.agenda.1.title": "b"}, ["a", "b"]),
        ({"meeting.agenda.10.title": "b", "meeting.agenda.9.title": "a"}, ["a", "b"]),
        ({"meeting.agenda.0.title": " ", "meeting.agenda.1.title": "b"}, ["b"]),
        ({"meeting.agenda.x.title": "a", "meeting.agenda.-1.title": "b"}, []),
        ({"meeting.agenda.99999999.title": "a"}, ["a"]),
        ({f"meeting.agenda.{'9' * 5000}.title": "a"}, []),
        ({"meeting.agenda.²0.title": "a"}, []),
        ({"meeting.agenda": "a", "meeting.agenda.0.title": "b"}, ["b"]),
        ({"meeting.agenda.0.title.x": "a"}, []),
        ({"meeting.agenda.0.opinions.3.text": "ý kiến"}, [""]),
        ({"meeting..agenda": "a", ".": "b", "": "c"}, []),
    ],
)
def test_rows_come_in_order_and_blank_ones_are_left_out(sent, titles):
    assert agenda(sent) == titles


def test_what_nobody_declared_is_left_out():
    values = parse(
        MINUTES, {"so": "7", "csrf_token": "x", "revision": "3", "la": "y", "a.b.c": "z"}
    )
    assert values["so"] == "7"
    assert values.keys() == {spec.name for spec in MINUTES}


def test_a_box_that_is_not_sent_is_not_ticked():
    sent = {"meeting.attendance.0.name": "A", "meeting.attendance.1.name": "B"}
    rows = parse(MINUTES, {**sent, "meeting.attendance.1.present": "on"})["meeting"]["attendance"]
    assert [row["present"] for row in rows] == [False, True]


@pytest.mark.parametrize(
    ("value", "blank"),
    [
        ({"name": "", "present": True}, True),
        ({"name": "", "votes": [{"text": " "}]}, True),
        ({"name": "x"}, False),
        ([], True),
        (0, False),
    ],
)
def test_a_ticked_box_alone_is_nothing(value, blank):
    assert is_blank(value) is blank


@pytest.mark.parametrize(
    ("row", "is_kept"),
    [
        ({"level": "Khoản"}, False),
        ({"level": "Khoản", "text": " ", "table": "\t\n"}, False),
        ({"level": "Khoản", "key": "a"}, True),
        ({"level": "Điều"}, True),
        ({"level": "Bảng"}, True),
        ({"text": "x"}, True),
    ],
)
def test_a_level_alone_is_a_row_only_where_it_may_stand_alone(row, is_kept):
    sent = {f"noi_dung.0.{name}": text for name, text in row.items()}
    sent["noi_dung.1.text"] = "sau"
    rows = parse(CATALOG["nghi_quyet"].fields, sent)["noi_dung"]
    assert len(rows) == 1 + is_kept
