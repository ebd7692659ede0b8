"""A resolution drafted from a meeting: only what more than half of all members carried."""

from __future__ import annotations

import pytest

from cases import case
from docgen.catalog import CATALOG, as_json, inspect
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


@pytest.mark.parametrize("key", ["nghi_quyet", "thong_bao"])
def test_what_more_than_half_were_against_is_not_carried(key):
    organisation, meeting = meeting_of("ban_can_su_dang_4_2024")
    refused = {"votes_for": 1, "votes_against": 7}
    meeting["agenda"] = [{"title": "Việc bị bác", "votes": [refused]}]
    with pytest.raises(Conflict):
        CATALOG[key].from_meeting(organisation, meeting, "uỷ")


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


def drafted(key, name, spelling="uỷ"):
    organisation, noted = meeting_of(name)
    read = inspect("bien_ban", {"organisation": organisation, "meeting": noted}).values
    return as_json(CATALOG[key].from_meeting(organisation, read["meeting"], spelling))


def test_conclusions_of_the_chair_are_taken_item_by_item_with_their_tasks():
    draft = drafted("ket_luan", "ban_can_su_dang_4_2024")
    assert [(p["text"], [t["assignee"] for t in p["tasks"]]) for p in draft["points"]] == [
        (None, ["Sở Kế hoạch và Đầu tư", "Sở Tài chính"]),
        ("Thống nhất chủ trương.", ["Sở Nội vụ"]),
        ("Báo cáo, xin ý kiến chỉ đạo của Ban Thường vụ Tỉnh uỷ.", ["Văn phòng"]),
    ]
    assert draft["noi_dung"] == [
        {
            "text": "Tại cuộc họp ngày 03/4/2024, sau khi nghe nội dung trình bày và ý kiến thảo "
            "luận, đồng chí Lê Minh Quang, Bí thư Ban cán sự đảng, Chủ tịch UBND tỉnh kết luận như "
            "sau:"
        }
    ]


def test_a_notice_tells_what_was_carried_by_its_vote_where_nobody_concluded():
    draft = drafted("thong_bao", "dang_uy_phuong_10_2026")
    assert draft["noi_dung"] == [
        {
            "text": "Tại cuộc họp ngày 05/10/2026 do đồng chí Nguyễn Thị Hoà, Bí thư Đảng uỷ chủ "
            "trì, kết quả biểu quyết như sau:"
        }
    ]
    assert [point["text"] for point in draft["points"]] == [
        "Thông qua nghị quyết: tán thành 25/25.",
        "Biểu quyết: tán thành 25/25.",
        "Biểu quyết: tán thành 24; ý kiến khác 1.",
        "Biểu quyết: tán thành 25/25.",
    ]


def test_what_was_voted_on_and_not_carried_is_put_to_the_body_of_the_level():
    draft = drafted("to_trinh", "ban_can_su_dang_4_2024")
    assert draft["kinh_gui"] == ["Ban Thường vụ Tỉnh uỷ"]
    assert drafted("to_trinh", "ban_can_su_dang_4_2024", "ủy")["kinh_gui"] == [
        "Ban Thường vụ Tỉnh ủy"
    ]
    (question,) = draft["questions"]
    assert question["title"].startswith("Phương án xử lý diện tích đất")
    assert question["choices"] == [
        {"text": "Phương án A (thu hồi, đấu giá)", "votes": 4},
        {"text": "Phương án B (giao Trung tâm Phát triển quỹ đất quản lý)", "votes": 4},
    ]


def test_a_vote_for_and_against_gives_its_answers_and_what_was_said():
    organisation, meeting = meeting_of("ban_can_su_dang_4_2024")
    meeting["agenda"] = meeting["agenda"][:1]
    meeting["agenda"][0]["votes"] = [{"votes_for": 4, "votes_against": 3, "votes_other": 1}]
    draft = CATALOG["to_trinh"].from_meeting(organisation, meeting, "uỷ")
    (question,) = draft["questions"]
    assert [(one["text"], one["votes"]) for one in question["choices"]] == [
        ("Tán thành", 4),
        ("Không tán thành", 3),
        ("Ý kiến khác", 1),
    ]
    assert [row["text"].partition(":")[0] for row in question["noi_dung"]] == [
        "Giải ngân 812,4 tỷ đồng, đạt 18,6% kế hoạch (cùng kỳ",
        "Đồng chí Lê Thị Ánh",
        "Đồng chí Trần Văn Đức",
    ]


def test_members_and_guests_are_invited_to_the_meeting_that_was_noted():
    draft = drafted("giay_moi", "ban_can_su_dang_4_2024")
    assert (len(draft["kinh_gui"]), draft["kinh_gui"][0], draft["kinh_gui"][-1]) == (
        11,
        "Đồng chí Lê Minh Quang, Bí thư Ban cán sự đảng, Chủ tịch UBND tỉnh",
        "Đồng chí Cao Xuân Hải, Phó Chánh Văn phòng Tỉnh uỷ",
    )
    assert (draft["starts_on"], draft["place"]) == (
        "2024-04-03",
        "Phòng họp số 2, trụ sở UBND tỉnh",
    )
    assert len(draft["agenda"]) == 4
    assert len(draft["papers"]) == 3


@pytest.mark.parametrize(
    ("key", "lacks"),
    [
        ("ket_luan", ["trich_yeu", "noi_nhan"]),
        ("thong_bao", ["trich_yeu", "noi_nhan"]),
        ("to_trinh", ["trich_yeu"]),
        ("giay_moi", ["occasion"]),
    ],
)
def test_other_drafts_lack_only_what_the_meeting_does_not_say(key, lacks):
    problems = inspect(key, drafted(key, "ban_can_su_dang_4_2024")).problems
    assert [problem.where[0] for problem in problems] == lacks


@pytest.mark.parametrize("key", ["ket_luan", "thong_bao", "to_trinh"])
def test_a_meeting_that_noted_nothing_gives_no_such_paper(key):
    organisation, meeting = meeting_of("ban_can_su_dang_4_2024")
    meeting["agenda"] = [{"title": "Trao đổi công tác"}]
    with pytest.raises(Conflict, match="nên"):
        CATALOG[key].from_meeting(organisation, meeting, "uỷ")
