"""A resolution drafted from a meeting: only what more than half of all members carried."""

from __future__ import annotations

import pytest

from cases import case
from docgen.catalog import CATALOG, inspect
from docgen.errors import Conflict

DRAFT = CATALOG["nghi_quyet"].from_meeting


def meeting_of(name):
    values = case("bien_ban", name).values
    return values["organisation"], values["meeting"]


def test_carried_items_become_sections_and_undecided_ones_do_not():
    draft = DRAFT(*meeting_of("ban_can_su_dang_4_2024"), "uỷ")
    assert [row["text"] for row in draft["noi_dung"] if row["level"] == "I-"] == [
        "Tình hình giải ngân vốn đầu tư công quý I/2024",
        "Chủ trương sắp xếp các đơn vị sự nghiệp y tế",
        "Công tác cán bộ: giới thiệu nhân sự bổ nhiệm Phó Giám đốc Sở Tài chính",
    ]
    assert [task["assignee"] for task in draft["tasks"]] == [
        "Sở Kế hoạch và Đầu tư",
        "Sở Tài chính",
        "Sở Nội vụ",
    ]


@pytest.mark.parametrize(("spelling", "authority"), [("uỷ", "T/M ĐẢNG UỶ"), ("ủy", "T/M ĐẢNG ỦY")])
def test_the_secretary_who_chaired_signs_on_behalf_of_the_body(spelling, authority):
    assert DRAFT(*meeting_of("dang_uy_phuong_10_2026"), spelling)["signer"] == {
        "quyen_han_ky": authority,
        "chuc_vu_ky": "Bí thư",
        "ho_ten_ky": "Nguyễn Thị Hoà",
    }


def test_the_draft_lacks_only_what_the_meeting_does_not_say():
    problems = inspect("nghi_quyet", DRAFT(*meeting_of("dang_uy_phuong_10_2026"), "uỷ")).problems
    assert [problem.where for problem in problems] == [
        ("trich_yeu",),
        ("noi_nhan",),
        ("noi_dung", 4, "text"),
    ]


def test_an_option_that_more_than_half_carried_counts_and_a_later_vote_decides():
    organisation, meeting = meeting_of("ban_can_su_dang_4_2024")
    meeting["agenda"] = meeting["agenda"][2:]
    meeting["agenda"][0]["votes"].append({"votes_for": 4})
    meeting["agenda"][1]["votes"][0]["options"][0]["votes"] = 5
    heading, *_ = DRAFT(organisation, meeting, "uỷ")["noi_dung"]
    assert heading["text"].startswith("Phương án xử lý")


def test_a_single_paragraph_is_not_numbered_and_begins_with_a_capital():
    draft = DRAFT(*meeting_of("dang_uy_phuong_10_2026"), "uỷ")
    assert draft["noi_dung"][-2:] == [
        {"level": "I-", "text": "Công tác kiểm tra, giám sát quý IV"},
        {"level": "Đoạn văn", "text": "1 cuộc kiểm tra, 2 cuộc giám sát chuyên đề."},
    ]


@pytest.mark.parametrize("votes_for", [None, 0, 4])
def test_a_meeting_that_carried_nothing_gives_no_resolution(votes_for):
    organisation, meeting = meeting_of("ban_can_su_dang_4_2024")
    meeting["agenda"] = meeting["agenda"][:1]
    meeting["agenda"][0]["votes"] = [{"votes_for": votes_for}]
    with pytest.raises(Conflict, match="quá nửa tổng số thành viên"):
        DRAFT(organisation, meeting, "uỷ")


def test_a_plan_has_the_tasks_that_the_chair_gave_in_order():
    draft = CATALOG["ke_hoach"].from_meeting(*meeting_of("ban_can_su_dang_4_2024"), "uỷ")
    assert [(task["owner"], task["ends_on"]) for task in draft["tasks"]][:2] == [
        ("Sở Kế hoạch và Đầu tư", "2024-04-20"),
        ("Sở Tài chính", "2024-05-15"),
    ]
    wanting = [problem.where for problem in inspect("ke_hoach", draft).problems]
    assert wanting == [("trich_yeu",), ("noi_nhan",)]


def test_a_meeting_that_gave_no_task_gives_no_plan():
    organisation, meeting = meeting_of("ban_can_su_dang_4_2024")
    for item in meeting["agenda"]:
        item["tasks"] = []
    with pytest.raises(Conflict, match="chưa ghi giao nhiệm vụ"):
        CATALOG["ke_hoach"].from_meeting(organisation, meeting, "uỷ")
