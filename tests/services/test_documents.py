"""Tests: drafts are never lost, versions never change."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from docgen import catalog
from docgen.domain.access import LOCAL_USER, Role, User
from docgen.errors import Conflict, Forbidden, Invalid, NotFound
from docgen.services import documents, drafts

DAY = date(2024, 4, 3)


@pytest.fixture(params=["bien_ban", "nghi_quyet"])
def record(request, store, organisation):
    """A new draft, of a type that embeds the meeting and of one that does not."""
    return documents.create(store, LOCAL_USER, organisation.id, request.param)


def save(store, record, values, revision=None):
    revision = record.revision if revision is None else revision
    return documents.save_draft(store, LOCAL_USER, record.id, values, revision=revision)


def values_of(store, record):
    return documents.draft(store, LOCAL_USER, record.id).values


def complete(record, on=DAY):
    return catalog.example(record.type_key, on)


def test_a_new_document_knows_its_organisation_and_who_signs(store, setup, record):
    known = {name: value for name, value in record.values.items() if value}
    signer = known.pop("signer", None)
    assert known == {"organisation": setup["organisation"]}
    if record.type_key == "nghi_quyet":
        assert signer == {
            "quyen_han_ky": "T/M BAN CÁN SỰ ĐẢNG", "chuc_vu_ky": "Bí thư",
            "ho_ten_ky": "Lê Minh Quang",
        }  # fmt: skip
    assert record == documents.draft(store, LOCAL_USER, record.id)


def test_the_next_paper_of_a_type_is_signed_and_sent_as_the_last_one_was(store, organisation):
    first = documents.create(store, LOCAL_USER, organisation.id, "nghi_quyet")
    signer = {"quyen_han_ky": "T/M BAN CÁN SỰ ĐẢNG", "ho_ten_ky": "Trần Văn Đức"}
    usual = {"signer": signer, "noi_nhan": ["Tỉnh uỷ"], "luu": "Văn phòng"}
    save(store, first, {**usual, "so": 9, "trich_yeu": "về một việc"})
    second = documents.create(store, LOCAL_USER, organisation.id, "nghi_quyet")
    assert {name: second.values[name] for name in usual} == usual
    assert not {"so", "trich_yeu"} & {*second.values}
    other = documents.create(store, LOCAL_USER, organisation.id, "ket_luan")
    assert not other.values.get("noi_nhan")


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"trich_yeu": "dở dang", "ngay_ban_hanh": "31/02/2024", "so": "bảy"},
        {"meeting": {"starts_at": "lúc chiều", "agenda": [{"votes": [{"votes_for": "-3"}]}]}},
        {"meeting": "một dòng chữ", "organisation": None},
        {"meeting": None, "không có trường này": ["x", {"y": 1.5}]},
        {"trich_yeu": "\x00 \ud800 👩🏽‍⚖️ Ho\u0302\u0300 </w:t> {{ x }}", "noi_nhan": ["", None, 7]},
    ],
)
def test_whatever_was_typed_is_there_again(store, record, typed):
    save(store, record, {**record.values, **typed})
    assert values_of(store, record) == {**record.values, **typed}


def test_values_without_a_meeting_leave_the_meeting_alone(store, organisation):
    record = documents.create(store, LOCAL_USER, organisation.id, "bien_ban")
    revision = save(store, record, {"meeting": {"place": "Phòng họp số 2"}})
    save(store, record, {"trich_yeu": "Hội nghị"}, revision)
    assert values_of(store, record) == {
        "trich_yeu": "Hội nghị",
        "meeting": {"place": "Phòng họp số 2"},
    }


def test_each_save_gives_the_revision_for_the_next(store, record):
    revision = record.revision
    for number in range(3):
        before, revision = revision, save(store, record, {"so": number}, revision)
        assert revision > before
    assert documents.draft(store, LOCAL_USER, record.id).revision == revision


def test_a_stale_window_overwrites_nothing(store, record):
    save(store, record, {"trich_yeu": "cửa sổ thứ nhất", "meeting": {"place": "A"}})
    with pytest.raises(Conflict, match="Văn bản đã được sửa ở cửa sổ khác"):
        save(store, record, {"trich_yeu": "cửa sổ thứ hai", "meeting": {"place": "B"}})
    kept = values_of(store, record)
    assert (kept["trich_yeu"], kept["meeting"]) == ("cửa sổ thứ nhất", {"place": "A"})


def test_the_same_content_sent_again_is_no_conflict(store, record):
    typed = {**complete(record), "trich_yeu": "gửi hai lần"}
    revision = save(store, record, typed)
    assert save(store, record, typed) == revision


@pytest.mark.parametrize("pair", [(True, 1), (1, 1.0), ("1", 1), ("", None), ([], {})])
def test_values_that_only_look_equal_are_a_change(store, record, pair):
    revision = save(store, record, {"so": pair[0]})
    save(store, record, {"so": pair[1]}, revision)
    assert repr(values_of(store, record)["so"]) == repr(pair[1])


def test_of_two_windows_that_save_at_once_one_wins_and_one_is_told(store, record):
    def window(name: str) -> str | None:
        together.wait(10)
        try:
            save(store, record, {"trich_yeu": name, "meeting": {"place": name}})
        except Conflict:
            return None
        return name

    together = Barrier(4)
    with ThreadPoolExecutor(4) as pool:
        kept = [name for name in pool.map(window, "abcd") if name]
    assert len(kept) == 1
    values = values_of(store, record)
    assert (values["trich_yeu"], values["meeting"]) == (kept[0], {"place": kept[0]})


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ({"trich_yeu": "  Hội nghị\n thường kỳ "}, "Hội nghị thường kỳ"),
        ({"trich_yeu": "", "meeting": {"content": "Giải ngân\x00 vốn"}}, "Giải ngân vốn"),
        ({"trich_yeu": "Hội nghị", "meeting": {"content": "Giải ngân"}}, "Hội nghị"),
        ({"trich_yeu": 7, "meeting": ["?"]}, ""),
        ({"trich_yeu": "dài " * 1000}, ("dài " * 1000)[:300]),
        ({}, ""),
    ],
)
def test_lists_show_a_title_of_one_line(store, organisation, record, typed, title):
    save(store, record, typed)
    (listed,) = documents.list_for(store, LOCAL_USER, organisation.id)
    assert (listed.id, listed.type_key, listed.title) == (record.id, record.type_key, title)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (["a", "list"], "DRAFT.SHAPE"),
        ("a text", "DRAFT.SHAPE"),
        (None, "DRAFT.SHAPE"),
        ({"trich_yeu": "ỷ" * (drafts.LIMIT // 3 + 1)}, "DRAFT.SIZE"),
    ],
)
def test_what_cannot_be_a_document_is_refused(store, record, raw, code):
    with pytest.raises(Invalid) as caught:
        save(store, record, raw)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert values_of(store, record) == record.values


def test_nesting_without_end_is_refused(store, record):
    raw: dict = {}
    for _ in range(100_000):
        raw = {"x": raw}
    with pytest.raises(Invalid, match="lồng nhau"):
        save(store, record, raw)


def test_a_long_document_is_kept_whole(store, record):
    typed = {"trich_yeu": "x", "opening": "đoạn văn dài " * 100_000}
    save(store, record, typed)
    assert values_of(store, record)["opening"] == typed["opening"]


def test_check_states_what_finish_would_refuse(store, record):
    problems = documents.check(store, LOCAL_USER, record.id)
    assert problems
    with pytest.raises(Invalid) as caught:
        documents.finish(store, LOCAL_USER, record.id)
    assert caught.value.problems == problems
    assert documents.versions(store, LOCAL_USER, record.id) == ()


def test_a_finished_document_is_kept_with_its_file(store, record):
    save(store, record, complete(record))
    assert documents.check(store, LOCAL_USER, record.id) == ()
    version = documents.finish(store, LOCAL_USER, record.id)
    assert (version.number, version.values) == (1, complete(record))
    assert version.docx.startswith(b"PK")
    assert version.sha256 == hashlib.sha256(version.docx).hexdigest()
    assert version.filename.endswith(".docx")
    assert documents.version(store, LOCAL_USER, record.id, 1) == version


def test_finishing_twice_gives_the_same_version(store, record):
    save(store, record, complete(record))
    first, again = (documents.finish(store, LOCAL_USER, record.id) for _ in range(2))
    assert first == again
    assert len(documents.versions(store, LOCAL_USER, record.id)) == 1


def test_finishing_at_once_gives_one_version(store, record):
    def finish(_number: int) -> int:
        together.wait(10)
        return documents.finish(store, LOCAL_USER, record.id).number

    save(store, record, complete(record))
    together = Barrier(4)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(finish, range(4))) == [1, 1, 1, 1]


def test_a_later_change_leaves_the_version_as_it_is(store, record):
    revision = save(store, record, complete(record))
    first = documents.finish(store, LOCAL_USER, record.id)
    changed = {**complete(record), "trich_yeu": "về một việc khác"}
    revision = save(store, record, changed, revision)
    second = documents.finish(store, LOCAL_USER, record.id)
    save(store, record, complete(record), revision)
    third = documents.finish(store, LOCAL_USER, record.id)
    assert [first.number, second.number, third.number] == [1, 2, 3]
    kept = [documents.version(store, LOCAL_USER, record.id, number) for number in (1, 2, 3)]
    assert kept == [first, second, third]
    assert (second.values["trich_yeu"], third.values) == ("về một việc khác", first.values)
    heads = documents.versions(store, LOCAL_USER, record.id)
    assert [(head.number, head.sha256) for head in heads] == [
        (version.number, version.sha256) for version in (third, second, first)
    ]


def test_minutes_keep_the_meeting_of_their_day_in_the_version(store, organisation):
    record = documents.create(store, LOCAL_USER, organisation.id, "bien_ban")
    values = complete(record)
    revision = save(store, record, values)
    version = documents.finish(store, LOCAL_USER, record.id)
    moved = {**values, "meeting": {**values["meeting"], "place": "Hội trường"}}
    save(store, record, moved, revision)
    kept = documents.version(store, LOCAL_USER, record.id, version.number)
    assert kept.values["meeting"] == values["meeting"]
    assert documents.finish(store, LOCAL_USER, record.id).number == 2


def test_a_removed_document_comes_back_with_its_versions(store, organisation, record):
    revision = save(store, record, complete(record))
    version = documents.finish(store, LOCAL_USER, record.id)
    head = documents.remove(store, LOCAL_USER, record.id)
    assert documents.list_for(store, LOCAL_USER, organisation.id) == ()
    assert documents.removed(store, LOCAL_USER, organisation.id) == (head,)
    for call in (
        lambda: documents.draft(store, LOCAL_USER, record.id),
        lambda: save(store, record, {}, revision),
        lambda: documents.finish(store, LOCAL_USER, record.id),
        lambda: documents.version(store, LOCAL_USER, record.id, 1),
        lambda: documents.remove(store, LOCAL_USER, record.id),
    ):
        with pytest.raises(NotFound, match="có thể đã bị xoá"):
            call()
    assert documents.bring_back(store, LOCAL_USER, record.id) == head
    assert documents.version(store, LOCAL_USER, record.id, 1) == version
    assert values_of(store, record) == complete(record)
    assert documents.removed(store, LOCAL_USER, organisation.id) == ()


def test_what_does_not_exist_is_not_found(store, organisation, record):
    for call in (
        lambda: documents.create(store, LOCAL_USER, 4711, "bien_ban"),
        lambda: documents.create(store, LOCAL_USER, organisation.id, "bai_tho"),
        lambda: documents.get(store, LOCAL_USER, 4711),
        lambda: documents.save_draft(store, LOCAL_USER, 4711, {}, revision=1),
        lambda: documents.check(store, LOCAL_USER, 4711),
        lambda: documents.finish(store, LOCAL_USER, 4711),
        lambda: documents.versions(store, LOCAL_USER, 4711),
        lambda: documents.version(store, LOCAL_USER, record.id, 1),
        lambda: documents.remove(store, LOCAL_USER, 4711),
        lambda: documents.bring_back(store, LOCAL_USER, 4711),
    ):
        with pytest.raises(NotFound):
            call()


def test_a_reader_reads_and_writes_nothing(store, organisation, record):
    reader = User("Lê Thị Ánh", Role.READER)
    assert documents.draft(store, reader, record.id) == record
    assert documents.check(store, reader, record.id)
    assert len(documents.list_for(store, reader, organisation.id)) == 1
    for call in (
        lambda: documents.create(store, reader, organisation.id, "bien_ban"),
        lambda: documents.save_draft(store, reader, record.id, {}, revision=record.revision),
        lambda: documents.finish(store, reader, record.id),
        lambda: documents.remove(store, reader, record.id),
        lambda: documents.bring_back(store, reader, record.id),
    ):
        with pytest.raises(Forbidden, match="Lê Thị Ánh chưa được giao quyền soạn thảo văn bản"):
            call()
