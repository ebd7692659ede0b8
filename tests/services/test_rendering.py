"""Nothing entered is lost, whatever it is; nothing that was not entered is printed."""

from __future__ import annotations

import re

import pytest

from cases import CASES, case
from docgen.catalog import CATALOG
from docgen.errors import Invalid, NotFound
from docgen.services.rendering import preview, render
from ooxml import ooxml_problems
from word import golden_text, paragraphs

LONG_SUBJECT = " ".join(["về việc triển khai nhiệm vụ trọng tâm"] * 8)[:278]
HOSTILE = [
    "a < b & c > d",
    "]]>",
    "\"ngoặc\" 'đơn' «kép»",
    "{{ so }} {% if x %} {# y #}",
    "🇻🇳 👍🏽 𝒳",
    "cột\tcột",
    "</w:t></w:r></w:p>",
    "&amp; &#10; &lt;",
    "Dòng một\nDòng hai\nDòng ba",
    "'; DROP TABLE documents; --",
    LONG_SUBJECT,
    "Từng việc một. " * 3500,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20])
def test_any_text_arrives_exactly(text):
    values = case("bien_ban", "dang_uy_phuong_10_2026").values
    values["trich_yeu"] = text
    values["meeting"]["agenda"][0]["opinions"][0]["text"] = text
    made = render("bien_ban", values)
    found = "\n".join(paragraphs(made.docx))
    assert found.count(text.strip()) == 2
    assert ooxml_problems(made.docx) == []


def test_control_characters_go_and_everything_around_them_stays():
    values = case("bien_ban", "dang_uy_phuong_10_2026").values
    values["trich_yeu"] = "Hội\x00 nghị\x0b lần\x1f thứ \ud8009\ufffe"
    assert "Hội nghị\n lần thứ 9" in "\n".join(paragraphs(render("bien_ban", values).docx))


def test_two_hundred_members_all_stand_in_the_minutes():
    values = case("bien_ban", "dang_uy_phuong_10_2026").values
    members = [{"name": f"Đại biểu số {n}", "position": f"Uỷ viên {n}"} for n in range(1, 199)]
    meeting = values["meeting"]
    meeting["attendance"] += members
    meeting["members_total"], meeting["present_count"] = 200, 198
    lines = paragraphs(render("bien_ban", values).docx)
    assert [line for line in lines if "Đại biểu số" in line][-1] == (
        "- Đồng chí Đại biểu số 198, Uỷ viên 198."
    )
    assert sum("Đại biểu số" in line for line in lines) == 198


def test_what_has_no_place_in_the_document_is_refused_by_its_name():
    values = case("bien_ban", "ban_can_su_dang_4_2024").values
    values["meeting"]["attendance"][1]["reason"] = "đến muộn"
    with pytest.raises(Invalid) as refused:
        render("bien_ban", values)
    assert [str(problem) for problem in refused.value.problems] == [
        "Thành viên › Thành viên 2 › Lý do vắng mặt: Đã ghi nhưng không có chỗ trong "
        "văn bản này; xoá đi, hoặc ghi vào mục khác."
    ]


@pytest.mark.parametrize("key", CATALOG)
def test_an_empty_draft_is_shown_and_says_nothing_of_its_own(key):
    shown = preview(key, {})
    text = golden_text(shown.docx)
    assert shown.problems
    assert "None" not in text
    assert re.findall(r"\d+(?!\.)", text) == []


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.type_key}-{c.name}")
def test_preview_of_a_good_input_is_the_document(case):
    assert preview(case.type_key, case.values).docx == render(case.type_key, case.values).docx


def test_preview_shows_what_cannot_be_read_yet():
    values = case("bien_ban", "ban_can_su_dang_4_2024").values
    values["meeting"]["starts_at"] = "khoảng hai giờ"
    shown = preview("bien_ban", values)
    assert "Thời gian: khoảng hai giờ, ngày 03 tháng 4 năm 2024." in paragraphs(shown.docx)
    assert [problem.code for problem in shown.problems] == ["INPUT.TIME"]


@pytest.mark.parametrize(
    ("shown", "path"),
    [
        (case("cong_van", "dang_uy_phuong_11_2026"), ("phu_luc",)),
        (case("thong_bao", "dang_uy_co_quan_6_thang_2024"), ("opinions",)),
        (case("to_trinh", "xin_y_kien_chi_dao_4_2024"), ("questions", 0, "choices")),
    ],
)
def test_a_text_in_the_place_of_records_can_be_looked_at(shown, path):
    values = place = shown.values
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = "x"
    assert preview(shown.type_key, values).problems


@pytest.mark.parametrize(
    ("key", "changes", "name"),
    [
        ("bien_ban", {"so": 7}, "2024-04-03_BB-07_hoi-nghi-dac-biet.docx"),
        ("bien_ban", {}, "2024-04-03_BB_hoi-nghi-dac-biet.docx"),
        ("nghi_quyet", {"so": 112}, "2024-04-03_NQ-112_hoi-nghi-dac-biet.docx"),
        ("bien_ban", {"trich_yeu": "※"}, "2024-04-03_BB.docx"),
        ("bien_ban", {"trich_yeu": "../../etc/passwd"}, "2024-04-03_BB_etc-passwd.docx"),
    ],
)
def test_file_name_can_be_foretold(key, changes, name):
    values = case(key, "ban_can_su_dang_4_2024").values
    values.pop("so", None)
    values["trich_yeu"] = "Hội nghị đặc biệt"
    assert render(key, {**values, **changes}).filename == name


def without(case, name):
    values = case.values
    values.pop(name)
    return values


@pytest.mark.parametrize("key", CATALOG)
def test_an_empty_draft_is_blamed_for_none_of_its_blanks(key):
    assert preview(key, {}).findings == ()


ENDS = ("luu", "noi_dung", "closing")
"""Without them a paper ends otherwise than it should, whoever left them out."""


@pytest.mark.parametrize(
    ("case", "name"),
    [(case, name) for case in CASES for name in case.values if name not in ENDS],
    ids=lambda part: getattr(part, "name", part),
)
def test_a_draft_is_not_blamed_for_what_is_not_entered_yet(case, name):
    assert preview(case.type_key, without(case, name)).findings == ()


RESOLUTION = case("nghi_quyet", "dang_uy_phuong_10_2026")


def test_what_is_wrong_with_the_form_of_what_was_entered_is_told_beside_the_blanks():
    values = without(RESOLUTION, "signer")
    values["trich_yeu"] = "V/v thực hiện nhiệm vụ quý IV năm 2026"
    shown = preview("nghi_quyet", values)
    assert [problem.where[0] for problem in shown.problems] == ["signer"] * len(shown.problems)
    assert [finding.code for finding in shown.findings] == ["PD.SUBJECT"]


def test_our_own_work_is_measured_and_what_is_wrong_is_logged_without_its_words(caplog):
    values = without(RESOLUTION, "luu")
    with caplog.at_level("ERROR"):
        made = render("nghi_quyet", values)
    assert [finding.code for finding in made.findings] == ["PD.CC.LUU"]
    (logged,) = caplog.messages
    assert logged.startswith("form of nghi_quyet: PD.CC.LUU at ")
    assert values["trich_yeu"] not in logged
    caplog.clear()
    assert render("nghi_quyet", RESOLUTION.values).findings == ()
    assert caplog.messages == []


def test_the_fields_of_the_page_are_known_by_their_place():
    puts = dict(render(*_resolution()).puts)
    assert puts["signer", "ho_ten_ky"] == "Lê Minh Quang"
    assert puts["noi_dung", 3, "text"].startswith("Vướng mắc chính")
    assert puts["organisation", "ky_hieu"] == "BCSĐ"


def _resolution():
    return "nghi_quyet", case("nghi_quyet", "ban_can_su_dang_4_2024").values


def test_an_unknown_type_is_refused():
    with pytest.raises(NotFound, match="«thu_tay»"):
        render("thu_tay", {})
