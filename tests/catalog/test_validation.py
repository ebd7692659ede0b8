"""Bad input: every problem at once, in Vietnamese, each with its place; nothing is dropped."""

from __future__ import annotations

import unicodedata
from datetime import date, time

import pytest

from cases import case
from docgen.catalog import inspect, validate
from docgen.errors import Invalid

MINUTES = case("bien_ban", "ban_can_su_dang_4_2024")
RESOLUTION = case("nghi_quyet", "dang_uy_phuong_10_2026")
SUBMISSION = case("to_trinh", "xin_y_kien_chi_dao_4_2024")
CONCLUSION = case("ket_luan", "ban_can_su_dang_4_2024")
INVITATION = case("giay_moi", "chi_bo_10_2026")
LETTER = case("cong_van", "dang_uy_phuong_11_2026")
OLD_RESOLUTION = case("nghi_quyet", "ban_can_su_dang_4_2024")
DECISION = case("quyet_dinh", "dang_uy_phuong_quy_che_10_2026")
REPORT = case("bao_cao", "dang_uy_phuong_quy_3_2026")
INSPECTION = case("bien_ban_kiem_tra", "ban_can_su_dang_kiem_tra_so_ke_hoach_3_2024")
PLAN = case("ke_hoach", "ban_can_su_dang_dao_tao_2024")
COUNT = case("bien_ban_kiem_phieu", "ban_can_su_dang_gioi_thieu_nhan_su_4_2024")
REGULATION = case("quy_che_lam_viec", "ban_can_su_dang_4_2024")
ISSUED = case("quy_che_lam_viec", "dang_uy_phuong_kem_theo_10_2026")
AMENDMENT = case("quy_che_lam_viec", "dang_uy_phuong_sua_doi_11_2026")
CHANGES = ("amends", "changes")
JOINT = case("quy_che_phoi_hop", "ba_ben_11_2026")
WITH_HEAD = case("quy_che_phoi_hop", "dang_uy_phuong_uy_ban_10_2026")
TEN = case("quy_che_phoi_hop", "toa_an_muoi_ben_9_2023")
ONE_MORE = {**TEN.values["parties"][0], "name": "Huyện uỷ Cồn Cỏ"}


def changed(values, path, value):
    """The values with the one at the path replaced; `...` takes it away."""
    *way, last = path
    place = values
    for name in way:
        place = place[name]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return values


def codes(source, *changes):
    values = source.values
    for path, value in changes:
        values = changed(values, path, value)
    return [(p.code, p.where) for p in inspect(source.type_key, values).problems]


SUBJECT = ("trich_yeu",)
PLACE = ("meeting", "place")
SIGNED_AS = ("signer", "quyen_han_ky")

ROWS = [
    (MINUTES, SUBJECT, ..., "INPUT.MISSING"),
    (MINUTES, SUBJECT, "   ", "INPUT.MISSING"),
    (MINUTES, SUBJECT, 5, "INPUT.TEXT"),
    (MINUTES, PLACE, None, "INPUT.MISSING"),
    (MINUTES, ("so",), 0, "INPUT.TOO_SMALL"),
    (MINUTES, ("so",), "bảy", "INPUT.NUMBER"),
    (MINUTES, ("so",), "1_0", "INPUT.NUMBER"),
    (MINUTES, ("so",), "٣", "INPUT.NUMBER"),
    (MINUTES, ("so",), True, "INPUT.NUMBER"),
    (MINUTES, ("so",), 7.5, "INPUT.NUMBER"),
    (MINUTES, ("so",), 100_000, "INPUT.TOO_LARGE"),
    (MINUTES, ("ngay_ban_hanh",), "31/2/2024", "INPUT.DATE"),
    (MINUTES, ("ngay_ban_hanh",), "1/1/0001", "INPUT.YEAR"),
    (MINUTES, ("ngay_ban_hanh",), "2/4/2024", "DATE.BEFORE_MEETING"),
    (MINUTES, ("ngay_ban_hanh",), "4/4/2024", None),
    (MINUTES, ("ngay_ban_hanh",), "", None),
    (RESOLUTION, ("ngay_ban_hanh",), ..., None),
    (RESOLUTION, ("noi_nhan",), [], "INPUT.MISSING"),
    (RESOLUTION, ("noi_dung", 1, "text"), "", "OUTLINE.EMPTY"),
    (RESOLUTION, ("noi_dung", 1, "level"), "Tiết", "INPUT.CHOICE"),
    (RESOLUTION, ("noi_dung", 1, "level"), "Bảng", "OUTLINE.TABLE"),
    (RESOLUTION, ("noi_dung", 10, "level"), "Mục", "OUTLINE.ONLY_A_NAME"),
    (RESOLUTION, ("noi_dung", 4, "level"), "I-", None),
    (REPORT, ("phu_luc", 0, "rows", 0, "table"), [["x"] * 41], "OUTLINE.TOO_WIDE"),
    (RESOLUTION, ("noi_dung", 2, "key"), "Thời hạn", "INPUT.KEY"),
    (RESOLUTION, ("noi_dung", 2, "text"), "theo [[thoi-han]]", "OUTLINE.NO_SUCH_ROW"),
    (RESOLUTION, ("organisation", "ky_hieu"), "/bcsđ", "INPUT.SYMBOL"),
    (RESOLUTION, ("organisation", "ky_hieu"), "ĐU ABC", "INPUT.SYMBOL"),
    (RESOLUTION, ("organisation", "ky_hieu"), "BTCTU-BNCTU", None),
    (RESOLUTION, ("organisation", "dia_danh"), "Đông Hà, ngày 3", "INPUT.PLACE"),
    (RESOLUTION, ("organisation", "dia_danh"), "Đông\nHà", "INPUT.PLACE"),
    (RESOLUTION, ("organisation", "dia_danh"), "Thành phố Huế", None),
    (MINUTES, ("meeting", "starts_at"), "25:00", "INPUT.TIME"),
    (MINUTES, ("meeting", "present_count"), -1, "INPUT.TOO_SMALL"),
    (MINUTES, ("meeting", "agenda"), [], "INPUT.MISSING"),
    (MINUTES, ("meeting", "agenda"), "một nội dung", "INPUT.LIST"),
    (MINUTES, ("meeting", "agenda", 0, "topic"), "thể thao", "INPUT.CHOICE"),
    (MINUTES, ("meeting", "agenda", 0, "presenter"), "Hoàng Nam", "INPUT.RECORD"),
    (MINUTES, ("organisation", "kind"), "hoi_dong", "INPUT.CHOICE"),
    (MINUTES, ("meeting", "titel"), "x", "INPUT.UNKNOWN"),
    (RESOLUTION, SIGNED_AS, "TM. ĐẢNG UỶ", "SIGN.AUTHORITY_FORM"),
    (RESOLUTION, SIGNED_AS, "Thay mặt Đảng uỷ", "SIGN.AUTHORITY_FORM"),
    (RESOLUTION, SIGNED_AS, "K/T ĐẢNG ỦY", "SIGN.COLLECTIVE"),
    (RESOLUTION, SIGNED_AS, "K/T THÀNH UỶ", "SIGN.COLLECTIVE"),
    (RESOLUTION, SIGNED_AS, "K/T Bí thư", "SIGN.COLLECTIVE"),
    (RESOLUTION, SIGNED_AS, "T/M BAN CÁN SỰ ĐẢNG", "SIGN.BODY_NOT_IN_BEING"),
    (RESOLUTION, SIGNED_AS, "T/M BAN THƯỜNG VỤ", None),
    (RESOLUTION, SIGNED_AS, "Q. TRƯỞNG BAN", None),
    (RESOLUTION, SIGNED_AS, "K/T TRƯỞNG BAN", None),
    (DECISION, ("noi_dung",), [], "DECISION.EMPTY"),
    (DECISION, ("kem_theo", 0, "rows"), [], "DECISION.ATTACHED_EMPTY"),
    (DECISION, ("noi_dung", 0, "text"), "Ban hành Quy chế.", "DECISION.ATTACHED_UNNAMED"),
    (DECISION, ("signer", "quyen_han_ky"), "TM. ĐẢNG UỶ", "SIGN.AUTHORITY_FORM"),
    (REGULATION, ("noi_dung",), [], "REGULATION.EMPTY"),
    (REGULATION, ("signer",), ..., "REGULATION.UNSIGNED"),
    (REGULATION, ("noi_nhan",), [], "REGULATION.NO_RECIPIENTS"),
    (REGULATION, ("signer", "quyen_han_ky"), "TM. ĐẢNG UỶ", "SIGN.AUTHORITY_FORM"),
    (ISSUED, ("so",), 3, "REGULATION.OWN_NUMBER"),
    (ISSUED, ("kem_theo", "co_quan"), "", "REGULATION.ISSUED_BY_NOBODY"),
    (ISSUED, ("kem_theo", "so_ky_hieu"), "", None),
    (AMENDMENT, ("noi_dung",), [], None),
    (AMENDMENT, (*CHANGES, 0, "text"), [], "REGULATION.CHANGE"),
    (AMENDMENT, (*CHANGES, 3, "text"), ["3. Mới."], "REGULATION.CHANGE"),
    (AMENDMENT, (*CHANGES, 4, "new_words"), "", "REGULATION.CHANGE"),
    (AMENDMENT, (*CHANGES, 4, "action"), "Viết lại", "INPUT.CHOICE"),
    (AMENDMENT, CHANGES, [], "INPUT.MISSING"),
    (JOINT, ("noi_dung",), [], "COORDINATION.EMPTY"),
    (JOINT, ("parties",), [], "PARTY.ALONE"),
    (TEN, ("parties",), [*TEN.values["parties"], ONE_MORE], "PARTY.TOO_MANY"),
    (JOINT, ("parties", 0, "name"), "Đảng ủy\nỦy ban nhân dân tỉnh", "PARTY.TWICE"),
    (JOINT, ("parties", 1, "name"), "ĐẢNG UỶ CÁC CƠ QUAN ĐẢNG TỈNH", "PARTY.TWICE"),
    (JOINT, ("parties", 0, "kind"), "dang_doan", "PARTY.NOT_IN_BEING"),
    (JOINT, ("parties", 0, "kind"), "cong_ty", "INPUT.CHOICE"),
    (JOINT, ("parties", 0, "ky_hieu"), "", "PARTY.NO_SYMBOL"),
    (TEN, ("parties", 0, "ky_hieu"), "", None),
    (WITH_HEAD, ("parties", 0, "ky_hieu"), "UBND", "PARTY.HEAD_WITH_SYMBOL"),
    (JOINT, ("parties", 0, "signer", "quyen_han_ky"), "TM. ĐẢNG UỶ", "SIGN.AUTHORITY_FORM"),
    (JOINT, ("parties", 0, "signer", "quyen_han_ky"), "T/M ĐẢNG UỶ\nCÁC CƠ QUAN", None),
    (RESOLUTION, ("organisation", "kind"), "dang_doan", "ORG.NOT_IN_BEING"),
    (OLD_RESOLUTION, ("ngay_ban_hanh",), "28/02/2025", None),
    (LETTER, ("kinh_gui",), [], "INPUT.MISSING"),
    (LETTER, ("kinh_gui", 1), "- các cơ quan tham mưu, giúp việc Đảng ủy;", "ADDRESS.TWICE"),
    (LETTER, ("noi_nhan", 0), "Như trên;", "ADDRESS.AS_ABOVE"),
    (LETTER, ("noi_nhan",), [], None),
    (LETTER, ("noi_dung",), [], "INPUT.MISSING"),
    (SUBMISSION, ("kinh_gui", 0), "Bộ Chính trị", "SUBMISSION.LEVEL"),
    (SUBMISSION, ("kinh_gui", 0), "Tỉnh uỷ Quảng Trị", "SUBMISSION.LEVEL"),
    (SUBMISSION, ("kinh_gui", 0), "Ban Thường vụ Tỉnh ủy", None),
    (SUBMISSION, ("questions", 0, "choices"), [{"text": "Phương án A"}], "SUBMISSION.ONE_CHOICE"),
    (SUBMISSION, ("questions", 0, "choices", 0, "votes"), 6, "SUBMISSION.VOTES"),
    (SUBMISSION, ("questions", 0, "choices", 0, "votes"), 5, "SUBMISSION.DECIDED"),
    (CONCLUSION, ("points", 1), {"title": "Về việc khác"}, "CONCLUSION.ONLY_A_NAME"),
    (INVITATION, ("starts_on",), "27/10/2026", "INVITATION.LATE"),
    (INVITATION, ("starts_on",), "28/10/2026", None),
    (MINUTES, ("ngay_ban_hanh",), "01/3/2025", None),
    (REPORT, ("period", "ends_on"), "30/6/2026", "REPORT.PERIOD"),
    (REPORT, ("period", "ends_on"), "01/7/2026", None),
    (REPORT, ("period", "ends_on"), ..., None),
    (REPORT, ("period",), ..., None),
    (REPORT, SUBJECT, "", "REPORT.NO_SUBJECT"),
    (INSPECTION, ("ends_on",), "17/3/2024", "DATE.ENDS_BEFORE"),
    (INSPECTION, ("ends_on",), "19/3/2024", None),
    (INSPECTION, ("ends_at",), "07:00", None),
    (INSPECTION, ("ngay_ban_hanh",), "21/3/2024", "DATE.BEFORE_WORK"),
    (INSPECTION, ("representatives",), [], "INPUT.MISSING"),
    (COUNT, ("ends_at",), "15:40", "TIME.ENDS_BEFORE"),
    (COUNT, ("ends_at",), "15:41", None),
    (COUNT, ("ngay_ban_hanh",), "02/4/2024", "DATE.BEFORE_WORK"),
    (COUNT, ("ngay_ban_hanh",), "04/4/2024", None),
    (COUNT, ("ballots", 0, "present"), 10, "BALLOT.PRESENT"),
    (COUNT, ("ballots", 0, "issued"), 9, "BALLOT.ISSUED"),
    (COUNT, ("ballots", 0, "base"), "số phiếu", "INPUT.CHOICE"),
    (COUNT, ("ballots", 0, "candidates", 0, "votes"), 9, "BALLOT.VOTES"),
    (COUNT, ("signers",), [], "INPUT.MISSING"),
    (PLAN, ("tasks", 0, "ends_on"), "14/02/2024", "PLAN.TASK_PERIOD"),
    (PLAN, ("tasks", 0, "ends_on"), "15/02/2024", None),
    (PLAN, ("tasks", 0, "ends_on"), ..., None),
    (PLAN, ("tasks", 0, "content"), "", "INPUT.MISSING"),
    (REPORT, ("figures", 0, "now"), "61.2", "INPUT.FIGURE"),
    (REPORT, ("figures", 0, "now"), "0.125", "INPUT.FIGURE"),
    (REPORT, ("figures", 0, "now"), "6 1", "INPUT.FIGURE"),
    (REPORT, ("figures", 0, "now"), [], None),
    (REPORT, ("figures", 0, "now"), True, "INPUT.TEXT"),
    (REPORT, ("figures", 0, "now"), "trên 95%", None),
    (REPORT, ("figures", 0, "now"), 1234.5, None),
    (REPORT, ("figures", 0, "name"), "", "INPUT.MISSING"),
    (REPORT, ("phu_luc", 0, "rows", 0, "level"), "Đoạn văn", "OUTLINE.EMPTY"),
]


@pytest.mark.parametrize(("source", "path", "value", "code"), ROWS)
def test_one_fault_gives_its_problem_and_no_other(source, path, value, code):
    elsewhere = {
        "ORG.NOT_IN_BEING": ("organisation", "kind"),
        "OUTLINE.TABLE": ("noi_dung", 1, "table"),
        "SUBMISSION.VOTES": ("questions", 0, "choices"),
        "SUBMISSION.DECIDED": ("questions", 0, "choices"),
        "CONCLUSION.ONLY_A_NAME": ("points", 1, "text"),
        "OUTLINE.ONLY_A_NAME": ("noi_dung", 10, "text"),
        "DECISION.ATTACHED_UNNAMED": ("kem_theo",),
        "OUTLINE.EMPTY": (*path[:-1], "text"),
    }
    where = elsewhere.get(code, path)
    assert codes(source, (path, value)) == ([(code, where)] if code else [])


def test_a_tick_that_cannot_be_read_is_named_beside_the_count_it_spoils():
    where = ("meeting", "attendance", 0, "present")
    found = codes(MINUTES, (where, "có lẽ"))
    assert found == [
        ("INPUT.BOOL", where),
        ("MEETING.PRESENT_LIST", ("meeting", "attendance")),
    ]


def test_a_body_that_has_ended_neither_resolves_nor_meets():
    assert codes(OLD_RESOLUTION, (("ngay_ban_hanh",), "01/3/2025")) == [
        ("ORG.NOT_IN_BEING", ("organisation", "kind")),
        ("SIGN.BODY_NOT_IN_BEING", ("signer", "quyen_han_ky")),
    ]
    met = [(("ngay_ban_hanh",), None), (("meeting", "starts_on"), "01/3/2025")]
    assert ("ORG.NOT_IN_BEING", ("organisation", "kind")) in codes(MINUTES, *met)


def test_all_problems_come_at_once_also_those_of_the_law():
    found = codes(
        MINUTES,
        (SUBJECT, ""),
        (PLACE, ...),
        (("meeting", "present_count"), 7),
        (("meeting", "agenda", 1, "title"), ""),
        (("meeting", "agenda", 2, "votes", 0, "ballots_collected"), 9),
    )
    assert {code for code, _ in found} == {
        "INPUT.MISSING",
        "MEETING.COUNT",
        "MEETING.PRESENT_LIST",
        "VOTE.BALLOTS",
        "VOTE.PRESENT",
        "VOTE.VOTERS",
    }
    assert len([code for code, _ in found if code == "INPUT.MISSING"]) == 3


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            [(("meeting", "members_total"), 10)],
            "Số có mặt: Có mặt 8, vắng mặt 1, nhưng Ban cán sự đảng có 10 thành viên.",
        ),
        (
            [(("meeting", "agenda", 1, "votes", 0, "votes_other"), "mười")],
            "Diễn biến › Nội dung 2 › Biểu quyết › Lần biểu quyết 1 › Ý kiến khác: "
            "«mười» không phải là số nguyên; viết bằng chữ số: 8.",
        ),
        (
            [(("trich_yeux",), "x")],
            "«trich_yeux»: Không có mục «trich_yeux». Có phải «trich_yeu»?",
        ),
        (
            [(("ngay_ban_hanh",), "2024-13-01")],
            "Ngày ký: «2024-13-01» không phải là ngày; viết ngày/tháng/năm: 03/4/2024.",
        ),
    ],
)
def test_a_problem_names_its_place_and_says_what_to_do(changes, sentence):
    values = MINUTES.values
    for path, value in changes:
        values = changed(values, path, value)
    [problem] = inspect("bien_ban", values).problems
    assert str(problem).startswith(sentence)


@pytest.mark.parametrize("raw", [None, [], "x", 5])
def test_input_that_is_no_object_is_refused(raw):
    with pytest.raises(Invalid) as refused:
        validate("bien_ban", raw)
    assert [p.code for p in refused.value.problems] == ["INPUT.NOT_AN_OBJECT"]


def test_numbers_days_and_times_may_be_typed_as_people_do():
    values = MINUTES.values
    values["so"] = " 07 "
    values["ngay_ban_hanh"] = "3/4/2024"
    values["meeting"]["starts_at"] = "14 giờ 00"
    read = validate("bien_ban", values)
    assert (read["so"], read["ngay_ban_hanh"]) == (7, date(2024, 4, 3))
    assert read["meeting"]["starts_at"] == time(14, 0)


def test_a_draft_keeps_what_could_not_be_read_as_it_was_typed():
    values = changed(MINUTES.values, ("meeting", "present_count"), "khoảng 8")
    assert inspect("bien_ban", values).values["meeting"]["present_count"] == "khoảng 8"


def test_blank_rows_and_blank_optional_groups_are_not_there():
    values = RESOLUTION.values
    values["noi_nhan"] += ["", "  "]
    values["tasks"] = [{"assignee": "", "content": " ", "deadline": None}]
    read = validate("nghi_quyet", values)
    assert (len(read["noi_nhan"]), read["tasks"]) == (4, [])


def test_a_problem_counts_the_rows_as_they_were_sent():
    values = MINUTES.values
    values["meeting"]["agenda"].insert(0, {"title": ""})
    values["meeting"]["agenda"].insert(0, {})
    values["meeting"]["agenda"][2]["votes"][0]["votes_for"] = 99
    first = inspect("bien_ban", values).problems[0]
    assert first.where == ("meeting", "agenda", 2, "votes", 0, "votes_for")
    assert first.place.startswith("Diễn biến › Nội dung 3 ›")


def test_text_is_composed_and_its_line_ends_are_one_kind():
    values = changed(
        RESOLUTION.values, ("closing",), unicodedata.normalize("NFD", "Thuỷ\r\n\r\nHoà ")
    )
    assert validate("nghi_quyet", values)["closing"] == "Thuỷ\nHoà"


@pytest.mark.parametrize(
    ("kind", "ends", "proposed"),
    [
        ("tháng", "2026-10-31", "kết quả công tác tháng 10 năm 2026"),
        ("quý", "2026-09-30", "kết quả công tác quý III năm 2026"),
        ("6 tháng", "2026-06-14", "kết quả công tác 6 tháng đầu năm 2026"),
        ("6 tháng", "2026-12-31", "kết quả công tác 6 tháng cuối năm 2026"),
        ("9 tháng", "2026-09-30", "kết quả công tác 9 tháng năm 2026"),
        ("năm", "2026-12-14", "kết quả công tác năm 2026"),
        (None, "2026-12-14", "kết quả công tác năm 2026"),
        ("năm", None, "kết quả công tác của kỳ báo cáo"),
    ],
)
def test_a_report_without_a_subject_is_told_one(kind, ends, proposed):
    values = REPORT.values
    values |= {"trich_yeu": "", "period": {"kind": kind, "ends_on": ends}}
    [problem] = inspect("bao_cao", values).problems
    assert problem.message == f"Chưa ghi trích yếu; có thể ghi: {proposed}."


def test_a_row_for_a_table_is_a_place_only_while_there_is_a_list_to_print():
    assert codes(REPORT, (("figures",), [])) == [
        ("OUTLINE.TABLE", ("phu_luc", 0, "rows", 0, "table")),
    ]
    second = {"level": "Bảng", "text": "Bảng nữa"}
    assert codes(REPORT, (("phu_luc", 1, "rows"), [second])) == [
        ("OUTLINE.TABLE", ("phu_luc", 1, "rows", 0, "table")),
    ]


def test_a_name_may_stand_last_when_a_table_is_put_below_it():
    rows = [{"level": "Phần", "text": "Phân công"}]
    assert codes(PLAN, (("noi_dung",), rows)) == []
    assert codes(PLAN, (("noi_dung",), rows), (("tasks",), [])) == [
        ("OUTLINE.ONLY_A_NAME", ("noi_dung", 0, "text")),
    ]
    assert codes(PLAN, (("noi_dung",), [{"level": "Bảng"}, *rows])) == [
        ("OUTLINE.ONLY_A_NAME", ("noi_dung", 1, "text")),
    ]


def test_an_inspection_that_found_and_said_nothing_is_refused():
    found = codes(INSPECTION, (("noi_dung",), ...), (("opinions",), ...), (("conclusion",), ...))
    assert found == [("INSPECTION.EMPTY", ("noi_dung",))]


def test_a_paper_of_nothing_is_refused():
    found = codes(REPORT, (("noi_dung",), ...), (("figures",), ...), (("phu_luc",), ...))
    assert found == [("PAPER.EMPTY", ("noi_dung",))]


def test_a_resolution_of_nothing_is_refused():
    assert codes(RESOLUTION, (("noi_dung",), ...)) == [("RESOLUTION.EMPTY", ("noi_dung",))]


@pytest.mark.parametrize(
    ("source", "code"), [(SUBMISSION, "SUBMISSION.EMPTY"), (CONCLUSION, "CONCLUSION.EMPTY")]
)
def test_a_paper_that_says_nothing_is_told_so(source, code):
    said = {"noi_dung", "questions", "members_total", "request", "points", "tasks"}
    values = {name: value for name, value in source.values.items() if name not in said}
    found = inspect(source.type_key, values).problems
    assert [(p.code, p.where) for p in found] == [(code, ("noi_dung",))]


@pytest.mark.parametrize(
    ("above", "asked", "is_right"),
    [
        ("Ban Chấp hành Trung ương", "Ban Bí thư", True),
        ("Ban Chấp hành Trung ương", "Bộ Chính trị", True),
        ("Ban Chấp hành Trung ương", "Ban Thường vụ Tỉnh uỷ", False),
        ("Thành uỷ Đà Nẵng", "Ban Thường vụ Thành uỷ Đà Nẵng", True),
        ("Thành uỷ Đà Nẵng", "Ban Bí thư", False),
    ],
)
def test_direction_is_asked_of_the_body_of_the_level(above, asked, is_right):
    above_it = (("organisation", "co_quan_cap_tren"), above)
    found = codes(SUBMISSION, above_it, (("kinh_gui", 0), asked))
    assert found == ([] if is_right else [("SUBMISSION.LEVEL", ("kinh_gui", 0))])


def test_choices_that_have_commas_are_told_apart():
    values = changed(MINUTES.values, ("meeting", "agenda", 0, "topic"), "thể thao")
    (problem,) = inspect(MINUTES.type_key, values).problems
    assert "; tổ chức, cán bộ; " in problem.message
