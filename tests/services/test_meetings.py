"""Tests: a meeting begins with its minutes; other papers are drafted from it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from docgen.domain.access import LOCAL_USER, Role, User
from docgen.errors import Conflict, Forbidden, NotFound
from docgen.services import documents, meetings, organisations

TODAY = date.today()
DAY = date(2024, 4, 3)


def decided(record, *, votes_for="8"):
    """The minutes of a meeting that voted on one item, as a form sends them: every value a text."""
    meeting = {
        **record.values["meeting"],
        "members_total": "9",
        "agenda": [
            {
                "title": "Giải ngân vốn đầu tư công",
                "conclusion": "Giao Sở Tài chính đề xuất điều chuyển vốn.",
                "votes": [{"method": "giơ tay", "votes_for": votes_for}],
                "tasks": [{"assignee": "Sở Tài chính", "content": "đề xuất", "deadline": ""}],
            }
        ],
    }
    return {**record.values, "trich_yeu": "Hội nghị tháng 4", "meeting": meeting}


def start_and_save(store, organisation, **kinds):
    record = meetings.start(store, LOCAL_USER, organisation.id, DAY)
    documents.save_draft(
        store, LOCAL_USER, record.id, decided(record, **kinds), revision=record.revision
    )
    return record


def test_minutes_begin_with_the_members_of_that_day(store, setup, organisation):
    record = meetings.start(store, LOCAL_USER, organisation.id, DAY)
    assert (record.type_key, record.organisation_id) == ("bien_ban", organisation.id)
    assert record.values["organisation"] == setup["organisation"]
    assert record.values["meeting"] == {
        "starts_on": "2024-04-03",
        "members_total": setup["members_required"],
        "present_count": 4,
        "chair": {"name": "Lê Minh Quang", "position": "Bí thư, Chủ tịch UBND tỉnh"},
        "attendance": [
            {
                "name": row["name"],
                "position": f"{row['position']}, {row['office']}",
                "present": True,
            }
            for row in setup["members"]
        ],
    }


def test_the_members_are_those_of_the_day_of_the_meeting(store, setup, organisation):
    setup["members"].pop(0)
    organisations.save(store, LOCAL_USER, organisation.id, setup)
    days = {None: 3, TODAY: 3, TODAY - timedelta(days=1): 4}
    for day, expected in days.items():
        record = meetings.start(store, LOCAL_USER, organisation.id, day)
        assert len(record.values["meeting"]["attendance"]) == expected


def test_nothing_is_invented_where_nothing_is_known(store, setup):
    setup |= {"members": [], "members_required": None}
    id = organisations.set_up(store, LOCAL_USER, setup).id
    assert meetings.start(store, LOCAL_USER, id).values["meeting"] == {"attendance": []}


@pytest.mark.parametrize(("required", "total"), [(9, 9), (3, 3), (None, 4), ("", 4)])
def test_the_members_are_as_many_as_required_or_as_there_are(store, setup, required, total):
    id = organisations.set_up(store, LOCAL_USER, setup | {"members_required": required}).id
    expected = meetings.start(store, LOCAL_USER, id).values["meeting"]
    assert (expected["members_total"], expected["present_count"]) == (total, 4)


def test_a_deputy_does_not_take_the_chair_by_itself(store, setup):
    setup["members"] = [{"name": "Trần Văn Đức", "position": "Phó Bí thư"}]
    id = organisations.set_up(store, LOCAL_USER, setup).id
    assert "chair" not in meetings.start(store, LOCAL_USER, id).values["meeting"]


def test_the_list_shows_what_was_typed_in_the_minutes(store, organisation):
    record = start_and_save(store, organisation)
    (listed,) = meetings.list_for(store, LOCAL_USER, organisation.id)
    assert (listed.id, listed.title, listed.held_on) == (
        record.meeting_id,
        "Hội nghị tháng 4",
        DAY,
    )


@pytest.mark.parametrize(
    ("typed", "held_on"),
    [
        ("3/4/2024", DAY),
        ("2024-04-03", DAY),
        ("31/02/2024", None),
        ("hôm qua", None),
        ("", None),
        (None, None),
        (20240403, None),
        (["2024-04-03"], None),
    ],
)
def test_the_date_of_the_list_is_the_one_that_can_be_read(store, organisation, typed, held_on):
    record = meetings.start(store, LOCAL_USER, organisation.id)
    values = {**record.values, "meeting": {**record.values["meeting"], "starts_on": typed}}
    documents.save_draft(store, LOCAL_USER, record.id, values, revision=record.revision)
    meeting = meetings.get(store, LOCAL_USER, record.meeting_id)
    assert (meeting.held_on, meeting.values["starts_on"]) == (held_on, typed)


def test_a_resolution_takes_what_the_meeting_carried(store, setup, organisation):
    minutes = start_and_save(store, organisation)
    record = meetings.make_document(store, LOCAL_USER, minutes.meeting_id, "nghi_quyet")
    assert (record.type_key, record.meeting_id) == ("nghi_quyet", minutes.meeting_id)
    assert record.values["organisation"] == setup["organisation"]
    assert record.values["ngay_ban_hanh"] == "2024-04-03"
    assert record.values["signer"]["ho_ten_ky"] == "Lê Minh Quang"
    assert "Giải ngân vốn đầu tư công" in str(record.values["noi_dung"])
    assert "meeting" not in record.values
    assert record == documents.draft(store, LOCAL_USER, record.id)


def test_a_resolution_begins_with_what_its_minutes_say_as_well(store, organisation):
    minutes = start_and_save(store, organisation)
    now = documents.draft(store, LOCAL_USER, minutes.id)
    corrected = {**now.values["organisation"], "dia_danh": "Quảng Trị"}
    said = {
        "organisation": corrected,
        "pham_vi": "LƯU HÀNH NỘI BỘ",
        "noi_nhan": ["Thường trực Tỉnh uỷ", "Các đồng chí thành viên"],
        "luu": "Văn phòng",
    }
    own = {"so": "7", "ngay_ban_hanh": "05/4/2024", "trich_yeu": "Hội nghị tháng 4"}
    documents.save_draft(
        store, LOCAL_USER, minutes.id, {**now.values, **said, **own}, revision=now.revision
    )
    drafted = meetings.make_document(store, LOCAL_USER, minutes.meeting_id, "nghi_quyet").values
    assert {name: drafted[name] for name in said} == said
    assert drafted["ngay_ban_hanh"] == "2024-04-03"
    assert "so" not in drafted
    assert "trich_yeu" not in drafted


def test_removed_minutes_say_nothing_any_more(store, organisation):
    minutes = start_and_save(store, organisation)
    now = documents.draft(store, LOCAL_USER, minutes.id)
    values = {**now.values, "luu": "Văn phòng"}
    documents.save_draft(store, LOCAL_USER, minutes.id, values, revision=now.revision)
    documents.remove(store, LOCAL_USER, minutes.id)
    drafted = meetings.make_document(store, LOCAL_USER, minutes.meeting_id, "nghi_quyet").values
    assert "luu" not in drafted
    assert drafted["organisation"] == now.values["organisation"]


@pytest.mark.parametrize("organisation_typed", [None, "", "một dòng chữ", []])
def test_minutes_without_an_organisation_leave_the_one_that_is_set_up(
    store, setup, organisation, organisation_typed
):
    minutes = start_and_save(store, organisation)
    now = documents.draft(store, LOCAL_USER, minutes.id)
    values = {**now.values, "organisation": organisation_typed}
    documents.save_draft(store, LOCAL_USER, minutes.id, values, revision=now.revision)
    drafted = meetings.make_document(store, LOCAL_USER, minutes.meeting_id, "nghi_quyet").values
    assert drafted["organisation"] == setup["organisation"]


def test_a_removed_meeting_comes_back_with_its_documents(store, organisation):
    minutes = start_and_save(store, organisation)
    before = documents.draft(store, LOCAL_USER, minutes.id)
    head = meetings.remove(store, LOCAL_USER, minutes.meeting_id)
    assert meetings.list_for(store, LOCAL_USER, organisation.id) == ()
    assert documents.list_for(store, LOCAL_USER, organisation.id) == ()
    assert meetings.removed(store, LOCAL_USER, organisation.id) == (head,)
    for call in (
        lambda: meetings.get(store, LOCAL_USER, minutes.meeting_id),
        lambda: documents.draft(store, LOCAL_USER, minutes.id),
        lambda: meetings.make_document(store, LOCAL_USER, minutes.meeting_id, "nghi_quyet"),
    ):
        with pytest.raises(NotFound, match="có thể đã bị xoá"):
            call()
    meetings.bring_back(store, LOCAL_USER, minutes.meeting_id)
    assert documents.draft(store, LOCAL_USER, minutes.id) == before


@pytest.mark.parametrize("votes_for", ["4", "0", "", "chín"])
def test_what_was_not_carried_gives_no_resolution(store, organisation, votes_for):
    minutes = start_and_save(store, organisation, votes_for=votes_for)
    with pytest.raises(Conflict, match="quá nửa"):
        meetings.make_document(store, LOCAL_USER, minutes.meeting_id, "nghi_quyet")
    assert len(documents.list_for(store, LOCAL_USER, organisation.id)) == 1


def test_a_broken_meeting_breaks_nothing_else(store, organisation):
    record = meetings.start(store, LOCAL_USER, organisation.id)
    values = {**record.values, "meeting": "không phải là một cuộc họp"}
    documents.save_draft(store, LOCAL_USER, record.id, values, revision=record.revision)
    assert documents.draft(store, LOCAL_USER, record.id).values == values
    with pytest.raises(Conflict):
        meetings.make_document(store, LOCAL_USER, record.meeting_id, "nghi_quyet")


def test_a_change_in_one_document_is_seen_in_the_other(store, organisation):
    first = meetings.start(store, LOCAL_USER, organisation.id, DAY)
    second = meetings.make_document(store, LOCAL_USER, first.meeting_id, "bien_ban")
    assert second.values["meeting"] == first.values["meeting"]
    meeting = {**first.values["meeting"], "place": "Phòng họp số 2"}
    values = {**first.values, "trich_yeu": "một", "meeting": meeting}
    documents.save_draft(store, LOCAL_USER, first.id, values, revision=first.revision)
    seen = documents.draft(store, LOCAL_USER, second.id)
    assert seen.values["meeting"] == meeting
    assert "trich_yeu" not in seen.values


def test_a_meeting_changed_in_another_document_is_not_overwritten(store, organisation):
    first = meetings.start(store, LOCAL_USER, organisation.id, DAY)
    second = meetings.make_document(store, LOCAL_USER, first.meeting_id, "bien_ban")
    place = {**first.values, "meeting": {**first.values["meeting"], "place": "Phòng số 2"}}
    documents.save_draft(store, LOCAL_USER, first.id, place, revision=first.revision)
    with pytest.raises(Conflict, match="cửa sổ khác"):
        documents.save_draft(
            store,
            LOCAL_USER,
            second.id,
            {**second.values, "meeting": {}},
            revision=second.revision,
        )
    kept = meetings.get(store, LOCAL_USER, first.meeting_id)
    assert kept.values["place"] == "Phòng số 2"


def test_a_resolution_may_be_edited_while_the_minutes_are(store, organisation):
    minutes = start_and_save(store, organisation)
    resolution = meetings.make_document(store, LOCAL_USER, minutes.meeting_id, "nghi_quyet")
    now = documents.draft(store, LOCAL_USER, minutes.id)
    values = {**now.values, "meeting": {**now.values["meeting"], "place": "Phòng số 2"}}
    documents.save_draft(store, LOCAL_USER, minutes.id, values, revision=now.revision)
    typed = {**resolution.values, "trich_yeu": "về đầu tư công"}
    documents.save_draft(store, LOCAL_USER, resolution.id, typed, revision=resolution.revision)
    assert documents.draft(store, LOCAL_USER, resolution.id).values == typed


def test_what_does_not_exist_is_not_found(store, organisation):
    minutes = meetings.start(store, LOCAL_USER, organisation.id)
    for call in (
        lambda: meetings.start(store, LOCAL_USER, 4711),
        lambda: meetings.get(store, LOCAL_USER, 4711),
        lambda: meetings.make_document(store, LOCAL_USER, 4711, "nghi_quyet"),
        lambda: meetings.make_document(store, LOCAL_USER, minutes.meeting_id, "bai_tho"),
        lambda: meetings.remove(store, LOCAL_USER, 4711),
        lambda: meetings.bring_back(store, LOCAL_USER, 4711),
    ):
        with pytest.raises(NotFound):
            call()


def test_a_reader_starts_nothing(store, organisation):
    minutes = meetings.start(store, LOCAL_USER, organisation.id)
    reader = User("Lê Thị Ánh", Role.READER)
    assert meetings.get(store, reader, minutes.meeting_id).id == minutes.meeting_id
    for call in (
        lambda: meetings.start(store, reader, organisation.id),
        lambda: meetings.make_document(store, reader, minutes.meeting_id, "nghi_quyet"),
        lambda: meetings.remove(store, reader, minutes.meeting_id),
        lambda: meetings.bring_back(store, reader, minutes.meeting_id),
    ):
        with pytest.raises(Forbidden, match="soạn thảo"):
            call()
