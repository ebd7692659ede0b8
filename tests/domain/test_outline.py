"""Rows with levels: their numbers, the marks at their ends, the words that refer to them."""

from __future__ import annotations

import pytest

from docgen.domain.outline import (
    Level,
    circles,
    closing_mark,
    is_name,
    numbered,
    referred,
    segments,
)

SHORT = {
    "P": Level.PART, "C": Level.CHAPTER, "M": Level.SECTION, "D": Level.ARTICLE,
    "I": Level.HEADING, "1": Level.SUBHEADING, "2": Level.MINOR_HEADING, "k": Level.CLAUSE,
    "a": Level.POINT, "-": Level.DASH, "+": Level.PLUS, "t": Level.PARAGRAPH, "b": Level.TABLE,
}  # fmt: skip


def rows(levels: str):
    return numbered([SHORT[level] for level in levels])


@pytest.mark.parametrize(
    ("levels", "labels"),
    [
        ("CDkkDkCDk", "Chương I|Điều 1.|1.|2.|Điều 2.|1.|Chương II|Điều 3.|1."),
        ("CMDMDCMD", "Chương I|Mục 1|Điều 1.|Mục 2|Điều 2.|Chương II|Mục 1|Điều 3."),
        ("PCDPCD", "Phần I|Chương I|Điều 1.|Phần II|Chương II|Điều 2."),
        ("DkaaaaaDa", "Điều 1.|1.|a)|b)|c)|d)|đ)|Điều 2.|a)"),
        ("Ik1kIk", "I-|1.|2.|2.1.|II-|1."),
        ("I12k2kk1", "I-|1.|1.1.|1.1.1.|1.2.|1.2.1.|1.2.2.|2."),
        ("PIPI", "Phần I|I-|Phần II|I-"),
        ("tk-kt", "|1.|-|2.|"),
        ("k-++-", "1.|-|+|+|-"),
        ("DtkbDk", "Điều 1.||1.||Điều 2.|1."),
    ],
)
def test_numbers_follow_the_levels(levels, labels):
    assert [row.label for row in rows(levels)] == labels.split("|")


@pytest.mark.parametrize(
    ("levels", "target", "origin", "words"),
    [
        ("CDkakD", 1, 5, "Điều 1"),
        ("CDkakD", 2, 5, "khoản 1 Điều 1"),
        ("CDkakD", 3, 5, "điểm a khoản 1 Điều 1"),
        ("CDkakD", 4, 3, "khoản 2 Điều này"),
        ("DkaaD", 3, 2, "điểm b khoản này"),
        ("DaaD", 2, 3, "điểm b Điều 1"),
        ("CDCD", 2, 1, "Chương II"),
        ("CMDD", 1, 3, "Mục 1 Chương này"),
        ("CMDCMD", 4, 2, "Mục 1 Chương II"),
        ("CMDkMD", 3, 5, "khoản 1 Điều 1"),
        ("PIkPIk", 2, 5, "khoản 1 mục I Phần I"),
        ("PIkIk", 1, 4, "mục I Phần này"),
        ("IkkIk", 2, 4, "khoản 2 mục I"),
        ("I12kIk", 3, 5, "khoản 1.1.1 mục I"),
        ("Ikk", 2, 1, "khoản 2 mục này"),
    ],
)
def test_a_reference_is_written_as_acts_write_it(levels, target, origin, words):
    assert "".join(text for text, _ in referred(rows(levels), target, origin)) == words


@pytest.mark.parametrize(
    ("levels", "index", "text", "mark"),
    [
        ("kaa", 0, "Gồm các đồng chí", ":"),
        ("kaa", 0, "Gồm các đồng chí:", ""),
        ("kaa", 1, "một", ";"),
        ("kaa", 2, "hai", "."),
        ("ka-a", 1, "một", ":"),
        ("ka-a", 2, "gạch", "."),
        ("ka--a", 2, "gạch", ";"),
        ("k-++-", 1, "gạch", ":"),
        ("k-++-", 2, "cộng", ";"),
        ("k-++-", 3, "cộng", "."),
        ("t--", 0, "Các nhóm sau", ":"),
        ("tt", 0, "Một câu", "."),
        ("tt", 0, "Một câu hỏi?", ""),
        ("tt", 0, "<i>Một câu nghiêng.</i>", ""),
        ("--", 0, "<b>một</b>", ";"),
        ("tt", 0, "Ông nói: “Được.”", ""),
        ("It", 0, "Mục tiêu", ""),
        ("DkD", 0, "Phạm vi", ""),
        ("DD", 0, "Quyết định này có hiệu lực từ ngày ký", "."),
        ("kb", 1, "Số liệu năm 2026", ""),
    ],
)
def test_a_row_ends_as_its_place_in_the_list_asks(levels, index, text, mark):
    assert closing_mark(rows(levels), index, text) == mark


@pytest.mark.parametrize(
    ("levels", "text", "named"),
    [("Dk", "Phạm vi", True), ("Dt", "Phạm vi", True), ("DD", "Phạm vi", False),
     ("D", "Phạm vi", False), ("D-", "Thành lập Tổ giúp việc gồm:", False)],
)  # fmt: skip
def test_what_stands_beside_dieu_is_a_name_when_content_follows(levels, text, named):
    assert is_name(rows(levels), 0, text) is named


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("một", [("một", "")]),
        ("a <b>đậm</b> c", [("a ", ""), ("đậm", "b"), (" c", "")]),
        ("<b><i>cả hai</i></b>", [("cả hai", "bi")]),
        ("theo [[ky-hop]].", [("theo ", ""), ("[[ky-hop]]", ""), (".", "")]),
        ("x < y <b> z", [("x < y <b> z", "")]),
        ("a</b>", [("a</b>", "")]),
        ("[[Kỳ họp]]", [("[[Kỳ họp]]", "")]),
    ],
)
def test_marks_in_a_text_are_read_and_all_else_is_text(text, parts):
    found = [(s.text, "b" * s.bold + "i" * s.italic) for s in segments(text)]
    assert found == parts


def test_a_circle_of_references_is_found_and_a_chain_is_none():
    assert list(circles({1: [2], 2: [3], 3: [1], 4: [1]})) == [1, 2, 3]
    assert list(circles({1: [2], 2: [3]})) == []
    assert list(circles({5: [5]})) == [5]


def test_articles_go_on_behind_those_that_stand_before_the_rows():
    levels = [Level.ARTICLE, Level.CLAUSE, Level.ARTICLE]
    assert [row.number for row in numbered(levels, articles=1)] == ["2", "1", "3"]
