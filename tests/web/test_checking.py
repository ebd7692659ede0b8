"""«Kiểm tra thể thức»: a file goes in, the list and two copies come out, nothing stays."""

from __future__ import annotations

import io
import os
import re
from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import date

import pytest

from docgen.services.checking import check_docx
from docgen.services.findings import rules
from handtyped import typed
from handtyped.papers import PAPERS
from ooxml import ooxml_problems
from pages import page_of
from parts import files
from unreadable import UNREADABLE, with_file

TODAY = date(2026, 11, 21)
PAPER = PAPERS["nghi_quyet_dang_uy"]
GOOD = typed(PAPER)
BAD = typed(
    PAPER, page={"left": 25}, look={"so_ky_hieu": {"bold": True}, "trich_yeu": {"size": 12}}
)
UNTITLED = typed(replace(PAPER, tieu_de=""), page={"left": 25})
"""One fault for the hand, one for a person."""
OLD = typed(PAPERS["nghi_quyet_ban_can_su_dang"], page={"left": 25})
NAME = "Nghị quyết <b>quý IV.docx"


def sent(visitor, docx, *, url="/the-thuc", name=NAME, **fields):
    """A file as the first page sends it."""
    page = visitor.get("/the-thuc")
    return visitor.post(url, {**fields, "tep": (io.BytesIO(docx), name)}, seen=page)


def carried(docx, name=NAME):
    """A file as a page brings it back."""
    return {"ten": name, "noi_dung": b64encode(docx).decode()}


def results(visitor, docx, **fields):
    answer = sent(visitor, docx, **fields)
    assert answer.status_code == 200, answer.text
    return page_of(answer.text)


def kept(tmp_path):
    """Every file of the data folder with its size, the database's own left out."""
    return sorted((path.name, path.stat().st_size) for path in tmp_path.rglob("*.docx"))


def test_the_first_page_is_there_before_and_after_the_set_up(visitor, store, setup):
    assert "Kiểm tra thể thức" in visitor.get("/the-thuc").text
    visitor.post("/bat-dau", {})
    assert "/the-thuc" in visitor.get("/bat-dau").links


def test_a_conforming_file_is_told_to_be_one(visitor):
    page = results(visitor, GOOD)
    assert "Không có lỗi thể thức nào" in page.text
    assert "Tải bản" not in page.text


def test_each_finding_tells_what_is_asked_what_stands_there_and_by_which_article(visitor):
    report = check_docx(BAD, today=TODAY)
    page = results(visitor, BAD)
    assert len(report.findings) >= 2
    for finding in report.findings:
        assert finding.rule.title in page.text
        assert finding.fault.wanted in page.text
        assert finding.fault.found in page.text
        assert f"/the-thuc/quy-tac#{finding.code}" in page.links
    assert f"{len(report.findings)} lỗi" in page.text
    assert "Hướng dẫn 05-HD/VPTW, phần II, mục" in page.text
    assert "vì văn bản đề ngày 05/10/2026" in page.text


def test_the_pages_to_look_at_have_a_mark_at_each_finding(visitor):
    answer = sent(visitor, BAD)
    looked_at = re.search(r"<template data-looked-at>(.*?)</template>", answer.text)
    text = files(b64decode(looked_at[1]))["word/document.xml"].decode()
    numbers = re.findall(r'data-place="(\d+)"', answer.text)
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert all(f'w:name="docgen-{number}"' in text for number in numbers)
    assert ooxml_problems(b64decode(looked_at[1])) == []


@pytest.mark.parametrize(
    ("chosen", "title"),
    [("auto", "36-HD/VPTW"), ("dang_hd36", "36-HD/VPTW"), ("dang_hd05", "05-HD/VPTW")],
)
def test_the_guidance_is_that_of_the_date_unless_another_is_chosen(visitor, chosen, title):
    page = results(visitor, OLD, the_thuc=chosen)
    assert f"Theo Hướng dẫn số {title}" in page.text
    assert page.controls["the_thuc"] == chosen


def test_the_page_brings_the_file_back_for_every_button(visitor):
    page = results(visitor, BAD)
    assert b64decode(page.controls["noi_dung"]) == BAD
    done = visitor.post("/the-thuc/sua", page.controls, seen=page)
    mended = page_of(done.text)
    assert "chỗ về hình thức" in mended.text
    assert "Không còn lỗi thể thức nào" in mended.text
    file = visitor.post("/the-thuc/ban-sua", mended.controls, seen=mended)
    assert file.mimetype.endswith("wordprocessingml.document")
    assert check_docx(file.data, today=TODAY).findings == ()
    assert ooxml_problems(file.data) == []
    disposition = file.headers["Content-Disposition"]
    assert disposition.startswith("attachment;")
    assert "%C4%91%C3%A3%20s%E1%BB%ADa" in disposition


def test_what_is_left_to_decide_is_told_after_mending(visitor):
    page = results(visitor, UNTITLED)
    assert "chỗ người soạn quyết định" in page.text
    left = page_of(visitor.post("/the-thuc/sua", page.controls, seen=page).text)
    assert "Đã sửa 1 chỗ" in left.text
    assert "Còn 1 lỗi" in left.text


def test_a_copy_has_every_finding_as_a_comment(visitor):
    report = check_docx(BAD, today=TODAY)
    page = results(visitor, BAD)
    copy = visitor.post("/the-thuc/ghi-chu", page.controls, seen=page).data
    comments = files(copy)["word/comments.xml"].decode()
    assert comments.count("<w:comment ") == len(report.findings)
    for finding in report.findings:
        assert f"{finding.rule.title}. Cần: {finding.fault.wanted}." in comments
    assert ooxml_problems(copy) == []


def test_comments_in_a_mended_copy_are_what_is_left(visitor):
    page = results(visitor, UNTITLED)
    copy = visitor.post("/the-thuc/ghi-chu", {**page.controls, "da_sua": "1"}, seen=page).data
    assert files(copy)["word/comments.xml"].decode().count("<w:comment ") == 1


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_read_says_why_on_the_page_and_leaves_nothing(visitor, tmp_path, kind):
    data, told = UNREADABLE[kind]
    before = kept(tmp_path)
    answer = sent(visitor, data)
    assert answer.status_code == 422
    assert told in answer.text
    assert "Chọn tệp" in answer.text
    assert kept(tmp_path) == before


def test_nothing_of_a_file_stays_on_the_server(visitor, tmp_path):
    visitor.get("/the-thuc")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    page = results(visitor, BAD)
    visitor.post("/the-thuc/sua", page.controls, seen=page)
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after == before


def test_a_file_of_the_largest_size_comes_back_and_a_larger_one_is_refused(visitor, app):
    app.config["MAX_CONTENT_LENGTH"] = 2**20
    padded = with_file(GOOD, "word/media/a.png", os.urandom(2**20 - len(GOOD) - 5000))
    answers = [visitor.post("/the-thuc", carried(padded))]
    answers += [visitor.post("/the-thuc", carried(bytes(size))) for size in (2**20 + 1, 2**21)]
    assert [answer.status_code for answer in answers] == [200, 413, 413]
    assert "Tệp dài 1,0 MB, quá giới hạn 1 MB" in answers[1].text
    assert "tối đa 1 MB" in answers[2].text


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({}, 422, "Chưa chọn tệp"),
        ({"ten": "x.docx", "noi_dung": "không phải base64"}, 422, "không còn nguyên vẹn"),
        ({"ten": "x.docx"}, 422, "Tệp rỗng"),
    ],
)
@pytest.mark.parametrize("url", ["", "/sua", "/ban-sua", "/ghi-chu"])
def test_a_form_without_a_file_is_refused(visitor, url, fields, status, told):
    answer = visitor.post(f"/the-thuc{url}", fields)
    assert (answer.status_code, told in answer.text) == (status, True)


def test_an_unknown_guidance_is_refused(visitor):
    assert sent(visitor, GOOD, the_thuc="nd30").status_code == 404


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (NAME, NAME),
        ("..\\..\\etc\\x.docx", "x.docx"),
        ("../../etc/x.docx", "x.docx"),
        ("a" * 400, "a" * 150),
        ("x\r\nSet-Cookie: y", "x Set-Cookie: y"),
    ],
)
def test_a_name_is_shown_and_not_obeyed(visitor, name, shown):
    answer = visitor.post("/the-thuc", carried(BAD, name))
    page = page_of(answer.text)
    assert "<b>quý" not in answer.text
    assert page.controls["ten"] == shown
    file = visitor.post("/the-thuc/ban-sua", page.controls, seen=page)
    assert file.status_code == 200
    assert "Set-Cookie" not in file.headers


def test_only_the_pages_of_a_file_may_dress_themselves(visitor):
    for url, answer in (
        ("/the-thuc", visitor.client.get("/the-thuc")),
        ("/the-thuc/quy-tac", visitor.client.get("/the-thuc/quy-tac")),
        ("result", sent(visitor, BAD)),
    ):
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "script-src" not in policy
        assert ("'unsafe-inline'" in policy) == (url == "result")
        assert "http" not in answer.text.partition("<template")[0]
        assert page_of(answer.text).inline == []


def test_every_rule_stands_on_its_page_with_its_source_and_certainty(visitor):
    page = visitor.get("/the-thuc/quy-tac")
    assert page.ids.count("PD.PAGE.MARGIN") == 1
    for rule in rules():
        assert rule.code in page.ids
        assert rule.title in page.text
        assert rule.explanation in page.text
    assert "đọc trong văn bản" in page.text
    assert "từ 27/5/2026" in page.text
