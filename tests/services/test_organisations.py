"""Tests: setting up an organisation, and its members over time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from docgen.domain.access import LOCAL_USER, Role, User
from docgen.errors import Forbidden, Invalid, NotFound
from docgen.services import demo, organisations

TODAY = date.today()
YESTERDAY = TODAY - timedelta(days=1)
LONG_AGO = date(2024, 4, 3)


def listed(store, id, on):
    """The members of a day as they are told apart: name, position, office."""
    held = organisations.members(store, LOCAL_USER, id, on)
    return [(one.person.name, one.position, one.office) for one in held]


def rows(setup):
    return [(row["name"], row["position"], row["office"]) for row in setup["members"]]


def people(store, id, on):
    """The person behind each row, to see who is held to be the same."""
    return [one.person.id for one in organisations.members(store, LOCAL_USER, id, on)]


def save(store, organisation, setup):
    return organisations.save(store, LOCAL_USER, organisation.id, setup)


def test_an_organisation_is_kept_as_it_was_typed(store, setup, organisation):
    assert organisation == organisations.get(store, LOCAL_USER, organisation.id)
    assert organisations.list_all(store, LOCAL_USER) == (organisation,)
    assert organisation.name == "Ban cán sự đảng Uỷ ban nhân dân tỉnh"
    assert organisations.block(organisation) == setup["organisation"]
    assert (organisation.members_required, organisation.term_label) == (9, "2021 - 2026")


def test_members_are_listed_as_they_were_typed_for_any_day(store, setup, organisation):
    for day in (LONG_AGO, TODAY):
        assert listed(store, organisation.id, day) == rows(setup)


def test_the_form_comes_back_as_it_can_be_saved_again(store, setup, organisation):
    form = organisations.form(store, LOCAL_USER, organisation.id)
    assert form["organisation"] == setup["organisation"]
    assert form["members"] == setup["members"]
    assert form["term"] == {"label": "2021 - 2026", "since": "2021-07-01", "until": None}
    before = people(store, organisation.id, TODAY)
    assert save(store, organisation, form) == organisation
    assert people(store, organisation.id, TODAY) == before


def test_a_bad_form_states_everything_and_writes_nothing(store, setup):
    setup["organisation"]["dia_danh"] = ""
    setup["members"][1]["name"] = " "
    with pytest.raises(Invalid) as caught:
        organisations.set_up(store, LOCAL_USER, setup)
    places = {problem.where for problem in caught.value.problems}
    assert places == {("organisation", "dia_danh"), ("members", 1, "name")}
    assert organisations.list_all(store, LOCAL_USER) == ()


def test_a_bad_correction_changes_nothing(store, setup, organisation):
    setup["members"] = [{"name": "Ai đó", "position": ""}]
    with pytest.raises(Invalid):
        save(store, organisation, setup)
    assert len(listed(store, organisation.id, TODAY)) == 4


def test_a_new_position_leaves_the_old_one_in_the_past(store, setup, organisation):
    before = people(store, organisation.id, TODAY)
    setup["members"][0]["position"] = "Bí thư"
    setup["members"][1]["position"] = "Uỷ viên"
    save(store, organisation, setup)
    assert listed(store, organisation.id, TODAY) == rows(setup)
    assert listed(store, organisation.id, YESTERDAY)[0][:2] == ("Trần Văn Đức", "Phó Bí thư")
    assert people(store, organisation.id, TODAY) == before
    assert sorted(people(store, organisation.id, LONG_AGO)) == sorted(before)


def test_who_leaves_is_a_member_until_yesterday(store, setup, organisation):
    gone = setup["members"].pop(1)
    save(store, organisation, setup)
    assert listed(store, organisation.id, TODAY) == rows(setup)
    assert (gone["name"], gone["position"], gone["office"]) in listed(
        store, organisation.id, YESTERDAY
    )


def test_who_joins_is_a_member_from_today(store, setup, organisation):
    setup["members"].append({"name": "Lê Thị Ánh", "position": "Uỷ viên", "office": ""})
    save(store, organisation, setup)
    assert listed(store, organisation.id, TODAY)[-1] == ("Lê Thị Ánh", "Uỷ viên", "")
    assert len(listed(store, organisation.id, YESTERDAY)) == 4


def test_another_order_is_no_event(store, setup, organisation):
    before = people(store, organisation.id, TODAY)
    setup["members"].reverse()
    save(store, organisation, setup)
    assert listed(store, organisation.id, TODAY) == rows(setup)
    assert people(store, organisation.id, TODAY) == before[::-1]
    assert len(listed(store, organisation.id, LONG_AGO)) == 4


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        # which of the two of one name each row (2 and 3 of the form) is; None: somebody new
        ({2: {"position": "Phó Bí thư"}}, (2, 3)),
        ({2: {"position": "Phó Bí thư"}, 3: {"position": "Phó Bí thư"}}, (2, 3)),
        ({2: {"office": "Chánh Thanh tra"}}, (2, 3)),
        ({3: {"office": "Chánh Thanh tra"}}, (2, 3)),
        ({2: {"office": "Chánh Thanh tra"}, 3: {"office": "Giám đốc Sở Y tế"}}, (None, None)),
        ({2: {"name": "HOÀNG  NAM"}, 3: {}}, (2, 3)),
    ],
)
def test_two_members_of_one_name_are_not_mixed_up(store, setup, organisation, changes, same):
    before = people(store, organisation.id, TODAY)
    for row, change in changes.items():
        setup["members"][row].update(change)
    save(store, organisation, setup)
    after = people(store, organisation.id, TODAY)[2:]
    assert tuple(before.index(one) if one in before else None for one in after) == same


def test_a_name_written_better_is_the_same_person(store, setup, organisation):
    before = people(store, organisation.id, TODAY)
    setup["members"][1]["name"] = "LÊ MINH QUANG"
    save(store, organisation, setup)
    assert people(store, organisation.id, TODAY) == before
    assert listed(store, organisation.id, LONG_AGO)[1][0] == "LÊ MINH QUANG"


def test_who_comes_back_is_listed_once(store, setup, organisation):
    away = setup["members"].pop(0)
    save(store, organisation, setup)
    setup["members"].insert(0, away)
    save(store, organisation, setup)
    assert listed(store, organisation.id, TODAY) == rows(setup)
    assert len(listed(store, organisation.id, YESTERDAY)) == 4


def test_an_unknown_organisation_is_not_found(store, setup):
    for call in (
        lambda: organisations.get(store, LOCAL_USER, 4711),
        lambda: organisations.form(store, LOCAL_USER, 4711),
        lambda: organisations.members(store, LOCAL_USER, 4711, TODAY),
        lambda: organisations.save(store, LOCAL_USER, 4711, setup),
    ):
        with pytest.raises(NotFound):
            call()


@pytest.mark.parametrize("role", [Role.READER, Role.DRAFTER])
def test_only_an_administrator_sets_up(store, setup, organisation, role):
    user = User("Phạm Thu Hà", role)
    assert organisations.list_all(store, user) == (organisation,)
    for call in (
        lambda: organisations.set_up(store, user, setup),
        lambda: organisations.save(store, user, organisation.id, setup),
        lambda: demo.load(store, user),
    ):
        with pytest.raises(Forbidden, match="Phạm Thu Hà chưa được giao quyền thiết lập"):
            call()
