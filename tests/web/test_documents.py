"""A document's page: nothing typed is lost, every problem is told, the file is the one promised."""

from __future__ import annotations

from base64 import b64decode

import pytest

from cases import case
from docgen.domain.access import LOCAL_USER
from docgen.services import documents, rendering
from pages import page_of
from word import golden_text, paragraphs

CASE = case("bien_ban", "ban_can_su_dang_4_2024")


def typed(visitor, id):
    """The form as it stands, to be changed and sent."""
    page = visitor.get(f"/van-ban/{id}")
    return page, dict(page.controls)


def test_a_right_form_gives_the_file_that_the_input_gives(visitor, minutes):
    page, sent = typed(visitor, minutes)
    answer = visitor.post(f"/van-ban/{minutes}", sent, seen=page)
    assert answer.status_code == 303
    file = visitor.client.get(answer.location)
    made = rendering.render("bien_ban", CASE.values)
    assert golden_text(file.data) == CASE.golden == golden_text(made.docx)
    assert file.headers["Content-Disposition"] == f"attachment; filename={made.filename}"
    assert file.mimetype.endswith("wordprocessingml.document")


def test_a_wrong_form_comes_back_whole_with_every_problem_linked(visitor, store, minutes):
    page, sent = typed(visitor, minutes)
    sent |= {
        "meeting.starts_at": "99h",
        "meeting.attendance.0.name": "<b>Lê & Quang</b>",
        "meeting.agenda.0.votes.0.votes_for": "tám",
        "trich_yeu": "",
        "meeting.place": "  Phòng số 2 ",
    }
    del sent["meeting.attendance.0.present"]
    answer = visitor.post(f"/van-ban/{minutes}", sent, seen=page)
    _, again = typed(visitor, minutes)
    refused = page_of(answer.text)
    assert answer.status_code == 422
    same = {name: text for name, text in sent.items() if name not in ("csrf_token", "revision")}
    for kept in (refused.controls, again):
        assert {name: kept.get(name) for name in same} == same
    problems = documents.check(
        visitor.client.application.extensions["docgen_store"], LOCAL_USER, minutes
    )
    assert {"trich_yeu", "meeting.starts_at", "meeting.agenda.0.votes.0.votes_for"} <= {
        ".".join(map(str, problem.where)) for problem in problems
    }
    assert refused.anchors <= set(refused.ids)
    for problem in problems:
        assert str(problem) in refused.text
        assert problem.message in " ".join(refused.messages.values())
    assert "<b>Lê" not in answer.text
    assert (
        documents.versions(
            visitor.client.application.extensions["docgen_store"], LOCAL_USER, minutes
        )
        == ()
    )


def test_a_draft_is_kept_and_seen_in_one_request(visitor, minutes):
    _, sent = typed(visitor, minutes)
    sent["meeting.place"] = "Hội trường lớn"
    sent["meeting.present_count"] = "9"
    answer = visitor.ask(f"/van-ban/{minutes}/nhap", sent).json
    assert answer["revision"] > int(sent["revision"])
    assert "Địa điểm: Hội trường lớn." in paragraphs(b64decode(answer["docx"]))
    assert ["meeting.place", "Hội trường lớn."] in answer["puts"]
    assert [p["where"] for p in answer["problems"]][:1] == ["meeting.present_count"]
    assert answer["problems"][0]["message"].startswith("Có mặt 9, vắng mặt 1, nhưng")
    assert answer["hints"]["meeting.attendance"].startswith("Có mặt 9/9")
    _, again = typed(visitor, minutes)
    assert again["meeting.place"] == "Hội trường lớn"
    assert again["revision"] == str(answer["revision"])


def test_the_form_of_the_draft_is_told_with_its_preview(visitor, organisation):
    id = int(visitor.post("/van-ban", {"type": "nghi_quyet"}).location.rsplit("/", 1)[1])
    sent = {"revision": "0", "preview_only": "1"}
    blank = visitor.ask(f"/van-ban/{id}/nhap", sent).json["form"]
    assert blank == {"told": "chưa thấy lỗi", "rules": "/the-thuc/quy-tac", "rows": []}
    typed_in = {**sent, "trich_yeu": "V/v thực hiện nhiệm vụ quý IV"}
    told = visitor.ask(f"/van-ban/{id}/nhap", typed_in).json["form"]
    assert told["told"] == "1 lỗi"
    assert [row["code"] for row in told["rows"]] == ["PD.SUBJECT"]
    assert told["rows"][0]["source"].startswith("Hướng dẫn 05-HD/VPTW, phần II")


def test_the_numbers_of_a_text_are_told_as_they_will_be_printed(visitor, organisation):
    id = int(visitor.post("/van-ban", {"type": "nghi_quyet"}).location.rsplit("/", 1)[1])
    rows = [("Khoản", "Một"), ("Khoản", ""), ("Điểm", "Hai"), ("", "Ba"), ("Khoản", "Bốn")]
    sent = {"revision": visitor.get(f"/van-ban/{id}").controls["revision"]}
    for number, (level, text) in enumerate(rows):
        sent |= {f"noi_dung.{number}.level": level, f"noi_dung.{number}.text": text}
    answer = visitor.ask(f"/van-ban/{id}/nhap", sent).json
    labels = {f"noi_dung.{n}": label for n, label in enumerate(["1.", "a)", "", "2."])}
    assert answer["labels"] == labels
    page = visitor.client.get(f"/van-ban/{id}").text
    assert [label for label in ("1.", "a)", "2.") if f"data-printed>{label}<" not in page] == []


def test_a_version_tells_its_own_form(visitor, store, organisation):
    values = case("nghi_quyet", "ban_can_su_dang_4_2024").values
    for version, luu in ((1, values["luu"]), (2, "")):
        id = documents.create(store, LOCAL_USER, organisation.id, "nghi_quyet").id
        documents.save_draft(store, LOCAL_USER, id, {**values, "luu": luu}, revision=1)
        documents.finish(store, LOCAL_USER, id)
        page = visitor.get(f"/van-ban/{id}")
        assert ("1 lỗi" in page.text) == (version == 2)
        assert f"/van-ban/{id}/the-thuc/1" in page.links
        told = visitor.get(f"/van-ban/{id}/the-thuc/1")
        assert ("Không có lỗi thể thức nào" in told.text) == (version == 1)
        assert ("Dòng lưu" in told.text) == (version == 2)


def test_looking_alone_keeps_nothing(visitor, minutes):
    _, sent = typed(visitor, minutes)
    changed = {**sent, "meeting.place": "Nơi khác", "preview_only": "1"}
    answer = visitor.ask(f"/van-ban/{minutes}/nhap", changed).json
    assert "Địa điểm: Nơi khác." in paragraphs(b64decode(answer["docx"]))
    again = typed(visitor, minutes)[1]
    assert again | {"csrf_token": ""} == sent | {"csrf_token": ""}  # which tells the second


def test_an_empty_draft_is_seen_with_its_gaps(visitor, organisation):
    id = int(visitor.post("/cuoc-hop", {}).location.rsplit("/", 1)[1])
    answer = visitor.ask(f"/van-ban/{id}/nhap", {"revision": "0", "preview_only": "1"}).json
    assert answer["docx"]
    assert not answer["broken"]
    assert "trich_yeu" in [problem["where"] for problem in answer["problems"]]


@pytest.mark.parametrize("revision", ["", "x", "-1", "²", "9" * 30])
def test_a_page_without_a_revision_is_an_old_page(visitor, minutes, revision):
    _, sent = typed(visitor, minutes)
    answer = visitor.ask(f"/van-ban/{minutes}/nhap", {**sent, "revision": revision})
    assert answer.status_code == 409


def test_a_second_window_overwrites_nothing_and_loses_nothing(visitor, minutes):
    page, sent = typed(visitor, minutes)
    visitor.ask(f"/van-ban/{minutes}/nhap", {**sent, "meeting.place": "Cửa sổ một"})
    answer = visitor.ask(f"/van-ban/{minutes}/nhap", {**sent, "meeting.place": "Cửa sổ hai"})
    assert answer.status_code == 409
    assert "cửa sổ khác" in answer.json["message"]
    assert typed(visitor, minutes)[1]["meeting.place"] == "Cửa sổ một"
    mine = {**sent, "meeting.place": "Cửa sổ hai"}
    refused = visitor.post(f"/van-ban/{minutes}", mine, seen=page)
    held = page_of(refused.text)
    assert refused.status_code == 409
    assert held.controls["meeting.place"] == "Cửa sổ hai"
    assert visitor.post(f"/van-ban/{minutes}", held.controls, seen=held).status_code == 303
    assert typed(visitor, minutes)[1]["meeting.place"] == "Cửa sổ hai"


def test_a_script_gets_the_address_of_the_file_or_the_problems(visitor, minutes):
    _, sent = typed(visitor, minutes)
    visitor.ask(f"/van-ban/{minutes}/nhap", sent)
    _, sent = typed(visitor, minutes)
    made = visitor.ask(f"/van-ban/{minutes}", sent).json
    assert made["url"] == f"/van-ban/{minutes}/tai/1"
    assert made["filename"].endswith(".docx")
    assert made["url"] in made["versions"]
    assert typed(visitor, minutes)[1]["revision"] == sent["revision"]
    refused = visitor.ask(f"/van-ban/{minutes}", {**sent, "trich_yeu": ""})
    assert refused.status_code == 422
    assert [problem["where"] for problem in refused.json["problems"]] == ["trich_yeu"]


def test_versions_are_listed_and_stay_as_they_were(visitor, minutes):
    page, sent = typed(visitor, minutes)
    visitor.post(f"/van-ban/{minutes}", sent, seen=page)
    page, sent = typed(visitor, minutes)
    sent["meeting.place"] = "Hội trường lớn"
    visitor.post(f"/van-ban/{minutes}", sent, seen=page)
    links = visitor.get(f"/van-ban/{minutes}").links
    assert [link for link in links if "/tai/" in link] == [
        f"/van-ban/{minutes}/tai/2",
        f"/van-ban/{minutes}/tai/1",
    ]
    texts = [golden_text(visitor.client.get(f"/van-ban/{minutes}/tai/{n}").data) for n in (1, 2)]
    assert ["Hội trường lớn" in text for text in texts] == [False, True]


def test_a_name_with_markup_is_shown_and_not_obeyed(visitor, minutes):
    page, sent = typed(visitor, minutes)
    visitor.ask(f"/van-ban/{minutes}/nhap", {**sent, "trich_yeu": "<script>x</script>"})
    for url in (f"/van-ban/{minutes}", "/", "/cuoc-hop/1"):
        assert "<script>x" not in visitor.client.get(url).text
        assert visitor.get(url).inline == []
