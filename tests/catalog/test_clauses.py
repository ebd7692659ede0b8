"""The library of standard clauses: whole, well written down, and never more than was chosen."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from docgen.catalog.clauses import (
    bases_on,
    choice_problems,
    clause_sets,
    filled,
    rows_of,
    sets_for,
)
from docgen.catalog.kinds import KINDS
from docgen.catalog.outline import levels_of
from docgen.domain.outline import Level, circles, keys_in
from docgen.domain.vietnamese import letter

EVERY_SET = pytest.mark.parametrize("clauses", clause_sets().values(), ids=lambda one: one.key)
LEAST = {"quy_che_lam_viec": 20, "quy_che_phoi_hop": 10}
CERTAINTIES = {"Đọc trong văn bản", "Theo nguồn thứ hai", "Suy ra", "Tự soạn"}


def whole(clauses):
    chosen = {article.key for article in clauses.articles}
    words = {one.name: one.default or "…" for one in clauses.variables}
    return chosen, words


@EVERY_SET
def test_a_set_has_articles_enough_and_each_its_source(clauses):
    assert len(clauses.articles) >= LEAST[clauses.type_key]
    assert {*clauses.kinds} <= {*KINDS}
    assert [a.key for a in clauses.articles if not a.source] == []
    assert {a.certainty for a in clauses.articles} <= CERTAINTIES


@EVERY_SET
def test_a_whole_set_can_be_taken_and_leaves_no_gap(clauses):
    chosen, words = whole(clauses)
    assert list(choice_problems(clauses, chosen, words)) == []
    rows = rows_of(clauses, chosen, words)
    assert [row["text"] for row in rows if "{" in row["text"]] == []
    assert unicodedata.is_normalized("NFC", "".join(row["text"] for row in rows))


@EVERY_SET
def test_every_variable_is_asked_for_and_every_key_is_one(clauses):
    chosen, _ = whole(clauses)
    assert {*clauses.asked(chosen)} == {*clauses.variables}
    keys = [key for article in clauses.articles for key in article.keys]
    assert len(keys) == len({*keys})


@EVERY_SET
def test_numbers_in_the_file_are_those_that_are_printed(clauses):
    for article in clauses.articles:
        clause = point = 0
        for line in article.lines:
            if line.level is Level.CLAUSE:
                clause, point = clause + 1, 0
                assert line.number == str(clause), (article.key, line.text)
            elif line.level is Level.POINT:
                point += 1
                assert line.number == letter(point), (article.key, line.text)


@EVERY_SET
def test_references_lead_somewhere_and_never_in_a_circle(clauses):
    rows = rows_of(clauses, *whole(clauses))
    places = {row["key"]: number for number, row in enumerate(rows) if "key" in row}
    targets = {n: [places[key] for key in keys_in(row["text"])] for n, row in enumerate(rows)}
    assert list(circles({n: found for n, found in targets.items() if found})) == []


@EVERY_SET
def test_a_list_is_opened_by_a_colon_and_closed_by_a_stop(clauses):
    rows = rows_of(clauses, *whole(clauses))
    levels = levels_of(rows)
    for row, level, below in zip(rows, levels, [*levels[1:], None], strict=True):
        if level is Level.CLAUSE:
            end = ":" if below in (Level.POINT, Level.DASH) else "."
            assert row["text"].endswith(end), row["text"]
        elif level is Level.POINT:
            assert row["text"].endswith((";", ".", ":")), row["text"]


@pytest.mark.parametrize(
    ("type_key", "kind"),
    [
        ("quy_che_lam_viec", "dang_doan"), ("quy_che_lam_viec", "ban_can_su_dang"),
        ("quy_che_lam_viec", "tinh_uy"), ("quy_che_lam_viec", "dang_uy"),
        ("quy_che_lam_viec", "chi_bo"), ("quy_che_phoi_hop", "dang_doan"),
        ("quy_che_phoi_hop", "ban_can_su_dang"), ("quy_che_phoi_hop", "dang_uy"),
    ],
)  # fmt: skip
def test_every_body_has_clauses_to_start_from(type_key, kind):
    assert sets_for(type_key, kind)


def test_only_what_was_chosen_is_taken_with_the_chapter_it_stands_in():
    clauses = clause_sets()["lam_viec_chi_bo"]
    article = clauses.chapters[1].articles[0]
    rows = rows_of(clauses, {article.key}, {})
    assert [row["level"] for row in rows[:2]] == ["Chương", "Điều"]
    assert rows[0]["text"] == clauses.chapters[1].title
    assert len(rows) == 2 + len(article.lines)


def test_what_is_missing_is_told_all_at_once():
    clauses = clause_sets()["lam_viec_chi_bo"]
    referring = next(a for a in clauses.articles if any(map(keys_in, a.texts)))
    found = {problem.code for problem in choice_problems(clauses, {referring.key}, {})}
    assert found == {"CLAUSES.VARIABLE", "CLAUSES.REFERS"}
    assert [problem.code for problem in choice_problems(clauses, (), {"ten": "Chi bộ"})][0] == (
        "CLAUSES.NONE"
    )


@pytest.mark.parametrize(
    ("on", "symbol"),
    [(date(2024, 4, 3), "24-QĐ/TW"), (date(2025, 2, 3), "232-QĐ/TW"),
     (date(2026, 10, 5), "208-QĐ/TW")],
)  # fmt: skip
def test_a_proposed_basis_is_the_act_in_force_on_the_day(on, symbol):
    for key in ("lam_viec_dang_doan", "lam_viec_dang_uy"):
        bases = bases_on(clause_sets()[key], on)
        assert bases[0] == "Căn cứ Điều lệ Đảng"
        assert any(symbol in basis for basis in bases)
        assert "QĐ/TW, ngày" in "".join(bases)


def test_a_word_that_is_not_given_stays_to_be_seen():
    assert filled("{ten} họp {ky_hop}", {"ten": "Chi bộ"}) == "Chi bộ họp {ky_hop}"
