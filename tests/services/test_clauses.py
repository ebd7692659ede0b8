"""A regulation begun from standard clauses: chosen, filled in, never doubled, never half put in."""

from __future__ import annotations

import pytest

from docgen.catalog.clauses import clause_sets
from docgen.domain.access import LOCAL_USER, Role, User
from docgen.errors import Forbidden, Invalid, NotFound
from docgen.services import clauses, documents
from docgen.services.rendering import render

SET = "lam_viec_ban_can_su_dang"
EVERY = clause_sets()[SET].keys
WORDS = {one.name: one.default or "Ban cán sự đảng" for one in clause_sets()[SET].variables}


@pytest.fixture
def draft(store, organisation):
    return documents.create(store, LOCAL_USER, organisation.id, "quy_che_lam_viec").id


def take(store, id, chosen=EVERY, words=WORDS):
    return clauses.take(store, LOCAL_USER, id, SET, chosen=chosen, words=words)


def test_the_sets_offered_are_those_of_the_body(store, draft):
    record = documents.draft(store, LOCAL_USER, draft)
    assert [one.key for one in clauses.available(record)] == [SET]
    offer = clauses.offer(store, LOCAL_USER, draft, SET)
    assert "Ban cán sự đảng Uỷ ban nhân dân tỉnh" in offer.words.values()
    assert offer.present == frozenset()


def test_what_is_chosen_is_in_the_draft_with_title_and_bases(store, draft):
    assert take(store, draft) == len(EVERY)
    values = documents.draft(store, LOCAL_USER, draft).values
    keys = {row.get("key") for row in values["noi_dung"]}
    assert keys >= EVERY
    assert values["trich_yeu"]
    assert values["can_cu"][0] == "Căn cứ Điều lệ Đảng"
    assert not any("{" in row["text"] for row in values["noi_dung"])


def test_what_was_begun_so_can_be_made_and_keeps_its_form(store, draft):
    take(store, draft)
    values = documents.draft(store, LOCAL_USER, draft).values
    signer = {"quyen_han_ky": "T/M BAN CÁN SỰ ĐẢNG", "ho_ten_ky": "Lê Minh Quang"}
    whole = {
        **values,
        "ngay_ban_hanh": "03/4/2024",
        "signer": signer,
        "noi_nhan": ["Tỉnh uỷ"],
        "luu": "Văn phòng",
    }
    assert [finding.message for finding in render("quy_che_lam_viec", whole).findings] == []


def test_articles_that_are_there_are_not_put_in_again(store, draft):
    take(store, draft, [clause_sets()[SET].articles[0].key])
    take(store, draft)
    rows = documents.draft(store, LOCAL_USER, draft).values["noi_dung"]
    keys = [row["key"] for row in rows if row.get("key") in EVERY]
    assert len(keys) == len(set(keys)) == len(EVERY)
    with pytest.raises(Invalid, match="Chưa chọn điều nào"):
        take(store, draft)


@pytest.mark.parametrize(("chosen", "words"), [((), WORDS), (EVERY, {})])
def test_a_choice_with_problems_leaves_the_draft_as_it_is(store, draft, chosen, words):
    before = documents.draft(store, LOCAL_USER, draft)
    with pytest.raises(Invalid):
        take(store, draft, chosen, words)
    assert documents.draft(store, LOCAL_USER, draft) == before


def test_a_set_of_another_type_is_not_there(store, organisation, draft):
    with pytest.raises(NotFound):
        clauses.offer(store, LOCAL_USER, draft, "phoi_hop_trong_co_quan")
    other = documents.create(store, LOCAL_USER, organisation.id, "nghi_quyet").id
    with pytest.raises(NotFound):
        clauses.offer(store, LOCAL_USER, other, SET)


def test_a_reader_takes_nothing(store, draft):
    with pytest.raises(Forbidden):
        clauses.take(store, User("Người đọc", Role.READER), draft, SET, chosen=EVERY, words=WORDS)
