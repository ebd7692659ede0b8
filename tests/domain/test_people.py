"""People and their positions over time."""

import unicodedata
from datetime import date

import pytest

from docgen.domain.people import Appointment, Person, name_identity

NAM = Person(4, "Hoàng Nam")
SINCE, UNTIL = date(2021, 6, 15), date(2025, 1, 24)


@pytest.mark.parametrize(
    ("position", "office", "title"),
    [
        ("Uỷ viên", "Giám đốc Sở Nội vụ", "Uỷ viên, Giám đốc Sở Nội vụ"),
        ("Bí thư Đảng uỷ", "", "Bí thư Đảng uỷ"),
        ("", "Phó Chánh Văn phòng UBND tỉnh", "Phó Chánh Văn phòng UBND tỉnh"),
        ("", "", ""),
    ],
)
def test_title_is_position_and_office(position, office, title):
    assert Appointment(NAM, position, office=office).title == title


@pytest.mark.parametrize(
    ("since", "until", "day", "held"),
    [
        (SINCE, UNTIL, date(2021, 6, 14), False),
        (SINCE, UNTIL, SINCE, True),
        (SINCE, UNTIL, UNTIL, True),
        (SINCE, UNTIL, date(2025, 1, 25), False),
        (SINCE, None, date(2026, 10, 5), True),
        (None, UNTIL, date(1990, 1, 1), True),
        (None, None, date(2026, 10, 5), True),
    ],
)
def test_a_position_is_held_from_its_first_to_its_last_day(since, until, day, held):
    assert Appointment(NAM, "Uỷ viên", since=since, until=until).held_on(day) is held


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hoàng Nam", "HOÀNG NAM", True),
        ("Hoàng Nam", unicodedata.normalize("NFD", " hoàng  nam "), True),
        ("Hoàng Nam", "Hoàng Năm", False),
        ("Đỗ Quốc Bảo", "Do Quoc Bao", False),
        (None, "  ", True),
    ],
)
def test_names_are_the_same_whatever_their_case_and_normal_form(one, other, same):
    assert (name_identity(one) == name_identity(other)) is same
