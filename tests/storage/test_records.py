"""Tests: what was written is read back, exactly."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import create_engine, text

from docgen.domain.people import Appointment
from docgen.errors import NotFound

VALUES = [
    {},
    {"trich_yeu": "về công tác cán bộ – «uỷ» & <b>ủy</b> ]]> {{ x }} \\ \" '"},
    {"b": 1, "a": {"z": [1, 2, {"y": None}], "c": True}},
    {"emoji": "👩🏽\u200d⚖️", "nfd": "Ho\u0302\u0300", "tab": "a\tb\nc\r\n", "nbsp": "05\u00a0kg"},
    {"controls": "\x00\x01\x1f\x7f\u2028\ufffe\uffff", "lone": "a\ud800b", "key\ud800": "\\ud800"},
    {"number": 12345678901234567890, "float": 0.1, "negative": -0.0, "text": "1.234,5"},
    {"long": "dài " * 20_000, "rows": [{"name": f"Số {n}"} for n in range(500)]},
    {"": "", "values": [], "bool": [True, False, None, 0, 1]},
]


@pytest.mark.parametrize("values", VALUES, ids=range(len(VALUES)))
def test_values_come_back_as_they_were_typed(store, organisation_id, values):
    with store.begin() as tx:
        id = tx.documents.add(organisation_id, "bien_ban")
        tx.documents.save(id, values, title="")
    with store.read() as tx:
        kept = tx.documents.get(id).values
    assert repr(kept) == repr(values)


@pytest.mark.parametrize("values", ["a text", ["a", "list"], None, 7, {"place": "Phòng họp số 2"}])
def test_a_meeting_keeps_whatever_was_sent_as_one(store, organisation_id, values):
    with store.begin() as tx:
        id = tx.meetings.add(organisation_id)
        tx.meetings.save(id, values, title="", held_on=None)
    with store.read() as tx:
        assert tx.meetings.get(id).values == values


def test_values_stand_readable_in_the_database(store, organisation_id, url):
    with store.begin() as tx:
        id = tx.documents.add(organisation_id, "bien_ban")
        tx.documents.save(id, {"trich_yeu": "về uỷ ban"}, title="")
    engine = create_engine(url)
    with engine.connect() as connection:
        stored = connection.execute(text('SELECT "values" FROM documents')).scalar_one()
    engine.dispose()
    assert stored == '{"trich_yeu":"về uỷ ban"}'


def test_moments_are_kept_in_utc(store, organisation_id):
    with store.begin() as tx:
        id = tx.documents.add(organisation_id, "bien_ban")
    with store.read() as tx:
        moment = tx.documents.get(id).created_at
    assert moment.tzinfo is UTC
    assert abs(datetime.now(UTC) - moment) < timedelta(minutes=1)


def test_each_save_is_a_revision(store, organisation_id):
    with store.begin() as tx:
        id = tx.documents.add(organisation_id, "bien_ban")
        before = tx.documents.get(id)
        tx.documents.save(id, {"so": 1}, title="Một")
        after = tx.documents.get(id)
    assert (before.revision, before.title) == (0, "")
    assert (after.revision, after.title) == (1, "Một")
    assert after.updated_at >= before.updated_at == before.created_at == after.created_at


def test_versions_are_numbered_from_one_and_keep_every_byte(store, organisation_id):
    files = [bytes(range(256)) * 40, b"", b"PK\x03\x04\x00"]
    with store.begin() as tx:
        id, other = (tx.documents.add(organisation_id, "bien_ban") for _ in range(2))
        for file in files:
            tx.versions.add(id, {"size": len(file)}, docx=file, filename="biên bản.docx")
        tx.versions.add(other, {}, docx=b"other", filename="x.docx")
    with store.read() as tx:
        kept = [tx.versions.get(id, number) for number in (1, 2, 3)]
        heads = tx.versions.list_for(id)
        assert tx.versions.last(id) == kept[-1]
        assert [head.number for head in tx.versions.list_for(other)] == [1]
    assert [version.docx for version in kept] == files
    assert [version.values for version in kept] == [{"size": len(file)} for file in files]
    assert [head.number for head in heads] == [3, 2, 1]
    assert kept[1].sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_nothing_changes_a_version(store, organisation_id):
    with store.read() as tx:
        doings = {name for name in dir(tx.versions) if not name.startswith("_")}
    assert doings == {"add", "get", "last", "list_for"}


@pytest.mark.parametrize(
    ("noun", "sentence"),
    [
        ("organisations", "Không tìm thấy tổ chức này."),
        ("meetings", "Không tìm thấy cuộc họp này; có thể đã bị xoá."),
        ("documents", "Không tìm thấy văn bản này; có thể đã bị xoá."),
    ],
)
def test_what_is_not_there_is_said_in_vietnamese(store, noun, sentence):
    with store.read() as tx, pytest.raises(NotFound) as caught:
        getattr(tx, noun).get(4711)
    assert caught.value.message == sentence


def test_a_missing_version_is_said_in_vietnamese(store):
    with store.read() as tx, pytest.raises(NotFound, match="Không tìm thấy bản đã tải này"):
        tx.versions.get(1, 2)


def test_meetings_without_a_date_come_first_then_the_latest(store, organisation_id):
    with store.begin() as tx:
        for day in (date(2024, 4, 3), None, date(2026, 10, 5), date(2025, 1, 1)):
            tx.meetings.save(tx.meetings.add(organisation_id), {}, title="", held_on=day)
    with store.read() as tx:
        listed = [meeting.held_on for meeting in tx.meetings.list_for(organisation_id)]
    assert listed == [None, date(2026, 10, 5), date(2025, 1, 1), date(2024, 4, 3)]


def test_the_document_changed_last_comes_first(store, organisation_id):
    with store.begin() as tx:
        ids = [tx.documents.add(organisation_id, "bien_ban") for _ in range(3)]
    with store.begin() as tx:
        tx.documents.save(ids[1], {}, title="")
    with store.read() as tx:
        listed = [document.id for document in tx.documents.list_for(organisation_id)]
    assert listed == [ids[1], ids[2], ids[0]]


def test_appointments_keep_their_dates_and_their_order(store, organisation_id):
    with store.begin() as tx:
        people = [tx.people.add(organisation_id, "Hoàng Nam") for _ in range(2)]
        second = Appointment(people[0], "Uỷ viên", office="Sở Nội vụ", since=date(2024, 2, 1))
        first = Appointment(people[1], "Bí thư", until=date(2024, 1, 31))
        tx.people.appoint(second, 1)
        tx.people.appoint(first, 0)
    with store.read() as tx:
        assert list(tx.people.appointments(organisation_id).values()) == [first, second]
        assert tx.people.appointments(organisation_id + 1) == {}


def ids_of(tx, organisation_id):
    """The ids in the lists: meetings, documents, removed meetings, removed documents."""
    return [
        [head.id for head in heads]
        for heads in (
            tx.meetings.list_for(organisation_id),
            tx.documents.list_for(organisation_id),
            tx.meetings.list_for(organisation_id, removed=True),
            tx.documents.removed_from(organisation_id),
        )
    ]


def test_what_was_removed_is_in_its_own_list_until_it_comes_back(store, organisation_id):
    now = datetime.now(UTC)
    with store.begin() as tx:
        meeting = tx.meetings.add(organisation_id)
        own = tx.documents.add(organisation_id, "bien_ban", meeting_id=meeting)
        free = tx.documents.add(organisation_id, "nghi_quyet")
    steps = [
        (lambda tx: tx.documents.remove(free, now), [[meeting], [own], [], [free]]),
        (lambda tx: tx.meetings.remove(meeting, now), [[], [], [meeting], [free]]),
        (lambda tx: tx.documents.remove(own, now), [[], [], [meeting], [free]]),
        (lambda tx: tx.meetings.remove(meeting, None), [[meeting], [], [], [free, own]]),
        (lambda tx: tx.documents.remove(own, None), [[meeting], [own], [], [free]]),
        (lambda tx: tx.documents.remove(free, None), [[meeting], [free, own], [], []]),
    ]
    for step, expected in steps:
        with store.begin() as tx:
            step(tx)
            assert [sorted(ids) for ids in ids_of(tx, organisation_id)] == [
                sorted(ids) for ids in expected
            ]


def test_a_removed_meeting_takes_its_documents_along(store, organisation_id):
    with store.begin() as tx:
        meeting = tx.meetings.add(organisation_id)
        document = tx.documents.add(organisation_id, "bien_ban", meeting_id=meeting)
        before = tx.documents.get(document)
        tx.meetings.remove(meeting, datetime.now(UTC))
        for get in (lambda: tx.meetings.get(meeting), lambda: tx.documents.get(document)):
            with pytest.raises(NotFound, match="có thể đã bị xoá"):
                get()
        tx.meetings.remove(meeting, None)
        assert tx.documents.get(document) == before
