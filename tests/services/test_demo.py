"""Tests: the demonstration data is whole, valid and loaded once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from docgen import catalog
from docgen.domain.access import LOCAL_USER
from docgen.services import demo, documents, meetings, organisations


@pytest.fixture
def loaded(store):
    made = demo.load(store, LOCAL_USER)
    assert len(made) == len(catalog.demo_files()) == 2
    return made


def test_both_organisations_come_with_their_members(store, loaded):
    assert organisations.list_all(store, LOCAL_USER) == loaded
    for organisation in loaded:
        assert organisations.form(store, LOCAL_USER, organisation.id)["members"]


def test_every_document_can_be_finished_as_it_is(store, loaded):
    for organisation in loaded:
        for head in documents.list_for(store, LOCAL_USER, organisation.id):
            assert documents.check(store, LOCAL_USER, head.id) == ()
            assert documents.finish(store, LOCAL_USER, head.id).number == 1


def test_the_documents_of_a_meeting_belong_to_it(store, loaded):
    for organisation in loaded:
        (meeting,) = meetings.list_for(store, LOCAL_USER, organisation.id)
        heads = documents.list_for(store, LOCAL_USER, organisation.id)
        assert {head.type_key for head in heads} == {"bien_ban", "nghi_quyet"}
        assert {head.meeting_id for head in heads} == {meeting.id}
        assert meeting.title
        assert meeting.held_on


def test_what_the_files_say_is_what_is_there(store, loaded):
    for organisation, file in zip(loaded, catalog.demo_files(), strict=True):
        heads = documents.list_for(store, LOCAL_USER, organisation.id)
        for document in file["documents"]:
            (head,) = [one for one in heads if one.type_key == document["type"]]
            shown = documents.draft(store, LOCAL_USER, head.id).values
            assert {**shown, **document["values"]} == shown


def test_loading_again_changes_nothing(store, loaded):
    assert demo.load(store, LOCAL_USER) == ()
    assert organisations.list_all(store, LOCAL_USER) == loaded
    assert len(documents.list_for(store, LOCAL_USER, loaded[0].id)) == 2


def test_two_servers_that_load_at_once_load_once(store):
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda _number: demo.load(store, LOCAL_USER), range(3)))
    assert len(organisations.list_all(store, LOCAL_USER)) == 2
