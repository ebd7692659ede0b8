"""What a recorded meeting may not say: every law fired alone, and kept silent, on real notes."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from fractions import Fraction
from pathlib import Path

import pytest

from docgen.domain import meeting_laws, person_laws, vote_laws
from docgen.domain.meeting_laws import problems
from docgen.domain.meetings import (
    AgendaItem,
    Attendance,
    Meeting,
    Opinion,
    Participant,
    Task,
    Vote,
    VoteOption,
    VotingMethod,
)

TWO_THIRDS = Fraction(2, 3)
BODY = "Ban cán sự đảng"
HANDS, BALLOT = VotingMethod.show_of_hands, VotingMethod.secret_ballot

VOTE_1 = ("agenda", 0, "votes", 0)
VOTE_2 = ("agenda", 1, "votes", 0)
BALLOT_3 = ("agenda", 2, "votes", 0)
OPTIONS_4 = ("agenda", 3, "votes", 0)
ABSENT = ("attendance", 8)


def changed(record, path, value):
    """The record with the value at the path put in place of the old one."""
    head, *rest = path
    if isinstance(record, tuple):
        inner = changed(record[head], rest, value) if rest else value
        return (*record[:head], inner, *record[head + 1 :])
    inner = changed(getattr(record, head), rest, value) if rest else value
    return replace(record, **{head: inner})


def edited(meeting, edits):
    for path, value in edits.items():
        meeting = changed(meeting, path, value)
    return meeting


def found(meeting):
    return problems(meeting, body=BODY, quorum=TWO_THIRDS)


FIRING = {
    "one absent too many": (
        {("members_total",): 10},
        "MEETING.COUNT",
        ("present_count",),
        "Có mặt 8, vắng mặt 1, nhưng Ban cán sự đảng có 10 thành viên. Hãy sửa số có mặt, danh "
        "sách vắng mặt hoặc tổng số thành viên.",
    ),
    "a member present and not ticked": (
        {("attendance", 7, "present"): None},
        "MEETING.PRESENT_LIST",
        ("attendance",),
        "Danh sách ghi 7 đồng chí có mặt, nhưng số có mặt là 8. Hãy đánh dấu lại người có mặt "
        "trong danh sách hoặc sửa số có mặt.",
    ),
    "absent without a reason": (
        {(*ABSENT, "reason"): " "},
        "MEETING.ABSENT_REASON",
        (*ABSENT, "reason"),
        "Đồng chí Vũ Đức Long vắng mặt nhưng chưa có lý do. Hãy ghi lý do vắng mặt.",
    ),
    "absent without reason and name": (
        {(*ABSENT, "reason"): None, (*ABSENT, "name"): None},
        "MEETING.ABSENT_REASON",
        (*ABSENT, "reason"),
        "Thành viên ở dòng 9 vắng mặt nhưng chưa có lý do. Hãy ghi lý do vắng mặt.",
    ),
    "six of nine are a quorum, five are not": (
        {
            ("present_count",): 5,
            ("members_total",): 9,
            ("attendance",): tuple(
                Attendance(f"Thành viên {i}", present=False, reason="ốm") for i in range(4)
            ),
            ("agenda",): (AgendaItem("Công tác cán bộ", votes=(Vote(votes_for=5),)),),
        },
        "MEETING.QUORUM",
        ("present_count",),
        "Có mặt 5/9 thành viên, chưa đủ 2/3 (ít nhất 6) để biểu quyết. Hãy kiểm tra lại số có "
        "mặt; nếu số đó đúng thì hội nghị không đủ điều kiện biểu quyết.",
    ),
    "ends before it begins": (
        {("ends_at",): time(13, 45)},
        "MEETING.TIME",
        ("ends_at",),
        "Hội nghị kết thúc lúc 13 giờ 45, ngày 03/4/2024, không sau lúc bắt đầu (lúc 14 giờ 00, "
        "ngày 03/4/2024). Hãy sửa thời gian bắt đầu hoặc kết thúc; nếu hội nghị kéo sang ngày "
        "khác thì ghi ngày kết thúc.",
    ),
    "ends the minute it begins": (
        {("ends_on",): date(2024, 4, 3), ("ends_at",): time(14)},
        "MEETING.TIME",
        ("ends_at",),
        "Hội nghị kết thúc lúc 14 giờ 00, ngày 03/4/2024, không sau lúc bắt đầu (lúc 14 giờ 00, "
        "ngày 03/4/2024). Hãy sửa thời gian bắt đầu hoặc kết thúc; nếu hội nghị kéo sang ngày "
        "khác thì ghi ngày kết thúc.",
    ),
    "ends on an earlier day, hour unknown": (
        {("ends_on",): date(2024, 4, 2), ("ends_at",): None},
        "MEETING.TIME",
        ("ends_on",),
        "Hội nghị kết thúc ngày 02/4/2024, không sau lúc bắt đầu (lúc 14 giờ 00, ngày 03/4/2024). "
        "Hãy sửa thời gian bắt đầu hoặc kết thúc; nếu hội nghị kéo sang ngày khác thì ghi ngày "
        "kết thúc.",
    ),
    "one member twice, typed in capitals": (
        {
            ("attendance", 4, "name"): "HOÀNG  NAM",
            ("attendance", 4, "position"): "uỷ viên, Giám đốc Sở Kế hoạch và Đầu tư",
        },
        "MEETING.DUPLICATE_MEMBER",
        ("attendance", 4, "name"),
        "Đồng chí HOÀNG  NAM ở dòng 5 trùng với dòng 4. Hãy bỏ một dòng; nếu là hai người cùng "
        "tên thì ghi chức vụ khác nhau để phân biệt.",
    ),
    "one of two namesakes presents": (
        {("agenda", 0, "presenter", "position"): None},
        "PERSON.AMBIGUOUS",
        ("agenda", 0, "presenter", "position"),
        "Hội nghị có 2 người tên Hoàng Nam (Uỷ viên, Giám đốc Sở Kế hoạch và Đầu tư; Uỷ viên, "
        "Giám đốc Sở Nội vụ). Hãy ghi chức vụ đủ để biết là đồng chí nào.",
    ),
    "a member and a guest of one name, the member speaks": (
        {
            ("guests", 0, "name"): "lê thị ánh",
            ("guests", 0, "position"): None,
        },
        "PERSON.AMBIGUOUS",
        ("agenda", 0, "opinions", 0, "speaker", "position"),
        "Hội nghị có 2 người tên Lê Thị Ánh (Uỷ viên, Giám đốc Sở Tài chính; chưa ghi chức vụ). "
        "Hãy ghi chức vụ đủ để biết là đồng chí nào.",
    ),
    "a namesake chairs": (
        {("chair",): Participant("Hoàng Nam", "")},
        "PERSON.AMBIGUOUS",
        ("chair", "position"),
        "Hội nghị có 2 người tên Hoàng Nam (Uỷ viên, Giám đốc Sở Kế hoạch và Đầu tư; Uỷ viên, "
        "Giám đốc Sở Nội vụ). Hãy ghi chức vụ đủ để biết là đồng chí nào.",
    ),
    "a namesake whose position is that of both": (
        {("agenda", 0, "presenter", "position"): "Uỷ viên"},
        "PERSON.AMBIGUOUS",
        ("agenda", 0, "presenter", "position"),
        "Hội nghị có 2 người tên Hoàng Nam (Uỷ viên, Giám đốc Sở Kế hoạch và Đầu tư; Uỷ viên, "
        "Giám đốc Sở Nội vụ). Hãy ghi chức vụ đủ để biết là đồng chí nào.",
    ),
    "a speaker beside the position of another": (
        {
            ("agenda", 1, "opinions", 0, "speaker"): Participant(
                "Phan Thị Thuỷ", "Uỷ viên, Giám đốc Sở Nội vụ"
            )
        },
        "PERSON.OTHERS_POSITION",
        ("agenda", 1, "opinions", 0, "speaker", "position"),
        "Uỷ viên, Giám đốc Sở Nội vụ là chức vụ của người khác trong danh sách dự họp, không phải "
        "của Phan Thị Thuỷ. Hãy sửa chức vụ.",
    ),
    "who is absent presents": (
        {("agenda", 3, "presenter"): Participant("Vũ Đức Long")},
        "PERSON.ABSENT",
        ("agenda", 3, "presenter", "name"),
        "Đồng chí Vũ Đức Long được ghi vắng mặt nên không thể là người trình bày. Hãy sửa danh "
        "sách dự họp hoặc tên ở đây.",
    ),
    "who is absent takes the minutes": (
        {("recorder",): Participant("vũ đức long", "Uỷ viên")},
        "PERSON.ABSENT",
        ("recorder", "name"),
        "Đồng chí vũ đức long được ghi vắng mặt nên không thể là người ghi biên bản. Hãy sửa danh "
        "sách dự họp hoặc tên ở đây.",
    ),
    "more voters than present": (
        {(*VOTE_1, "voters"): 9},
        "VOTE.VOTERS",
        (*VOTE_1, "voters"),
        "Số người biểu quyết là 9, nhưng chỉ có 8 thành viên có mặt. Hãy kiểm tra lại hai số này.",
    ),
    "more votes than voters": (
        {(*VOTE_1, "voters"): 7},
        "VOTE.MORE_THAN_VOTERS",
        (*VOTE_1, "votes_for"),
        "Tổng số biểu quyết là 8 (tán thành 8), nhưng chỉ có 7 người biểu quyết. Hãy kiểm tra lại "
        "kết quả biểu quyết.",
    ),
    "a namesake records": (
        {("recorder",): Participant("Hoàng Nam")},
        "PERSON.AMBIGUOUS",
        ("recorder", "position"),
        "Hội nghị có 2 người tên Hoàng Nam (Uỷ viên, Giám đốc Sở Kế hoạch và Đầu tư; Uỷ viên, "
        "Giám đốc Sở Nội vụ). Hãy ghi chức vụ đủ để biết là đồng chí nào.",
    ),
    "nine hands of eight members": (
        {(*VOTE_1, "votes_for"): 9},
        "VOTE.PRESENT",
        (*VOTE_1, "votes_for"),
        "Tổng số biểu quyết là 9 (tán thành 9), nhưng chỉ có 8 thành viên có mặt. Hãy kiểm tra "
        "lại kết quả biểu quyết hoặc số có mặt.",
    ),
    "the three answers together are too many": (
        {(*VOTE_2, "votes_against"): 2},
        "VOTE.PRESENT",
        (*VOTE_2, "votes_for"),
        "Tổng số biểu quyết là 10 (tán thành 7, không tán thành 2, ý kiến khác 1), nhưng chỉ có 8 "
        "thành viên có mặt. Hãy kiểm tra lại kết quả biểu quyết hoặc số có mặt.",
    ),
    "the options together are too many": (
        {(*OPTIONS_4, "options", 0, "votes"): 5},
        "VOTE.PRESENT",
        (*OPTIONS_4, "options"),
        "Tổng số biểu quyết là 9 (các phương án 5 + 4), nhưng chỉ có 8 thành viên có mặt. Hãy "
        "kiểm tra lại kết quả biểu quyết hoặc số có mặt.",
    ),
    "more votes than valid ballots": (
        {(*BALLOT_3, "ballots_valid"): 7},
        "VOTE.SUM",
        (*BALLOT_3, "votes_for"),
        "Tổng số biểu quyết là 8 (tán thành 8), nhưng chỉ có 7 phiếu hợp lệ. Hãy kiểm tra lại "
        "biên bản kiểm phiếu.",
    ),
    "more votes for options than valid ballots": (
        {(*OPTIONS_4, "method"): BALLOT, (*OPTIONS_4, "ballots_valid"): 7},
        "VOTE.SUM",
        (*OPTIONS_4, "options"),
        "Tổng số biểu quyết là 8 (các phương án 4 + 4), nhưng chỉ có 7 phiếu hợp lệ. Hãy kiểm tra "
        "lại biên bản kiểm phiếu.",
    ),
    "more ballots issued than members present": (
        {(*BALLOT_3, "ballots_issued"): 9},
        "VOTE.BALLOTS",
        (*BALLOT_3, "ballots_issued"),
        "Số phiếu phát ra là 9, nhiều hơn số thành viên có mặt là 8. Hãy kiểm tra lại hai số này.",
    ),
    "more ballots collected than issued": (
        {(*BALLOT_3, "ballots_issued"): 7, (*BALLOT_3, "ballots_valid"): None},
        "VOTE.BALLOTS",
        (*BALLOT_3, "ballots_collected"),
        "Số phiếu thu về là 8, nhiều hơn số phiếu phát ra là 7. Hãy kiểm tra lại hai số này.",
    ),
    "more ballots valid than issued, collected unknown": (
        {
            (*BALLOT_3, "ballots_issued"): 7,
            (*BALLOT_3, "ballots_collected"): None,
        },
        "VOTE.BALLOTS",
        (*BALLOT_3, "ballots_valid"),
        "Số phiếu hợp lệ là 8, nhiều hơn số phiếu phát ra là 7. Hãy kiểm tra lại hai số này.",
    ),
    "ballots in a show of hands": (
        {(*VOTE_1, "ballots_issued"): 6, (*VOTE_1, "ballots_valid"): 7},
        "VOTE.BALLOTS_METHOD",
        (*VOTE_1, "method"),
        "Đã ghi số phiếu (phát ra 6, hợp lệ 7), nhưng hình thức biểu quyết là giơ tay. Hãy chọn "
        "hình thức bỏ phiếu kín hoặc để trống số phiếu.",
    ),
    "a vote without a figure": (
        {(*VOTE_1, "votes_for"): None},
        "VOTE.EMPTY",
        (*VOTE_1, "votes_for"),
        "Biểu quyết này chưa có số liệu. Hãy ghi số tán thành, không tán thành, ý kiến khác hoặc "
        "số phiếu của từng phương án; nếu không biểu quyết thì bỏ phần này.",
    ),
    "a task due before it is given": (
        {("agenda", 0, "tasks", 1, "deadline"): date(2024, 4, 2)},
        "TASK.DEADLINE",
        ("agenda", 0, "tasks", 1, "deadline"),
        "Thời hạn 02/4/2024 trước ngày họp 03/4/2024. Hãy sửa thời hạn thực hiện.",
    ),
}

SILENT = {
    "as it was noted": {},
    "COUNT: nine of nine, nobody absent": {
        ("present_count",): 9,
        (*ABSENT, "present"): True,
        (*ABSENT, "reason"): None,
    },
    "COUNT: the total is not known yet": {("members_total",): None},
    "COUNT, PRESENT_LIST: the number present is not known yet": {("present_count",): None},
    "PRESENT_LIST: only the absent are named": {
        ("attendance",): (Attendance("Vũ Đức Long", present=False, reason="ốm"),)
    },
    "ABSENT_REASON: whoever is present owes none": {("attendance", 0, "reason"): None},
    "DUPLICATE_MEMBER: two rows not yet named": {
        ("attendance", 0, "name"): None,
        ("attendance", 0, "position"): None,
        ("attendance", 1, "name"): " ",
        ("attendance", 1, "position"): None,
    },
    "QUORUM: exactly two thirds": {
        ("present_count",): 6,
        ("attendance",): tuple(
            Attendance(f"Thành viên {i}", present=False, reason="ốm") for i in range(3)
        ),
        ("agenda",): (AgendaItem("Công tác cán bộ", votes=(Vote(votes_for=6),)),),
    },
    "QUORUM: too few, but nothing was voted": {
        ("present_count",): 5,
        ("attendance",): tuple(
            Attendance(f"Thành viên {i}", present=False, reason="ốm") for i in range(4)
        ),
        ("agenda",): (AgendaItem("Công tác cán bộ"),),
    },
    "TIME: over midnight into the next day": {
        ("ends_on",): date(2024, 4, 4),
        ("ends_at",): time(0, 30),
    },
    "TIME: the start is not known yet": {("starts_at",): None},
    "TIME: the first day is not known yet": {("starts_on",): None, ("ends_on",): date(2024, 4, 2)},
    "AMBIGUOUS: a guest shares a name, nobody of that name speaks": {
        ("guests", 0, "name"): "Vũ Đức Long"
    },
    "ABSENT: whoever is absent may have sent an opinion": {
        ("agenda", 0, "opinions", 0, "speaker"): Participant("Vũ Đức Long")
    },
    "ABSENT: a guest of that name is there": {
        ("guests", 0, "name"): "Vũ Đức Long",
        ("agenda", 3, "presenter"): Participant("Vũ Đức Long", "Phó Trưởng Ban Tổ chức Tỉnh uỷ"),
    },
    "OTHERS_POSITION: part of his own position": {
        ("agenda", 1, "opinions", 0, "speaker"): Participant("Phan Thị Thuỷ", "Uỷ viên")
    },
    "VOTERS: all who were present": {(*VOTE_1, "voters"): 8},
    "AMBIGUOUS: a speaker who is not in the roll": {
        ("agenda", 0, "opinions", 0, "speaker"): Participant("Trần Đình Sơn")
    },
    "PRESENT: some did not vote": {(*VOTE_1, "votes_for"): 5},
    "SUM: one ballot was void": {(*BALLOT_3, "ballots_valid"): 7, (*BALLOT_3, "votes_for"): 7},
    "SUM: valid ballots are not known yet": {(*BALLOT_3, "ballots_valid"): None},
    "BALLOTS: each fewer than the one before": {
        (*BALLOT_3, "ballots_collected"): 7,
        (*BALLOT_3, "ballots_valid"): 6,
        (*BALLOT_3, "votes_for"): 5,
        (*BALLOT_3, "votes_against"): 1,
    },
    "BALLOTS_METHOD: the method is not chosen yet": {(*BALLOT_3, "method"): None},
    "EMPTY: zero is a figure": {(*VOTE_1, "votes_for"): None, (*VOTE_1, "votes_against"): 0},
    "EMPTY: the options have figures": {(*OPTIONS_4, "options", 0, "votes"): None},
    "DEADLINE: due on the day of the meeting": {
        ("agenda", 0, "tasks", 1, "deadline"): date(2024, 4, 3)
    },
    "DEADLINE: none was set": {("agenda", 0, "tasks", 1, "deadline"): None},
}


@pytest.mark.parametrize(("edits", "code", "where", "message"), FIRING.values(), ids=FIRING)
def test_a_broken_law_and_no_other_speaks(ban_can_su_dang, edits, code, where, message):
    assert [(problem.code, problem.where, problem.message) for problem in found(
        edited(ban_can_su_dang, edits)
    )] == [(code, where, message)]  # fmt: skip


@pytest.mark.parametrize("edits", SILENT.values(), ids=SILENT)
def test_what_is_right_or_not_known_yet_is_not_complained_of(ban_can_su_dang, edits):
    assert found(edited(ban_can_su_dang, edits)) == ()


def test_notes_of_the_ward_committee_keep_every_law(dang_uy_phuong):
    assert problems(dang_uy_phuong, body="Đảng uỷ phường", quorum=None) == ()


def test_no_quorum_is_asked_where_none_is_laid_down(dang_uy_phuong):
    few = edited(
        dang_uy_phuong,
        {("members_total",): 12, ("present_count",): 10, ("agenda",): (
            AgendaItem("Quy chế", votes=(Vote(votes_for=7),)),
        )},
    )  # fmt: skip
    assert problems(few, body="Đảng uỷ phường", quorum=None) == ()
    assert [p.code for p in problems(few, body="Đảng uỷ phường", quorum=Fraction(9, 10))] == [
        "MEETING.QUORUM"
    ]


def test_all_problems_come_at_once(ban_can_su_dang):
    wrong = edited(
        ban_can_su_dang,
        {
            ("members_total",): 10,
            (*ABSENT, "reason"): None,
            (*VOTE_1, "votes_for"): 9,
            (*BALLOT_3, "ballots_issued"): 9,
            (*BALLOT_3, "votes_for"): 9,
        },
    )
    assert [problem.code for problem in found(wrong)] == [
        "MEETING.COUNT",
        "MEETING.ABSENT_REASON",
        "VOTE.PRESENT",
        "VOTE.BALLOTS",
        "VOTE.SUM",
        "VOTE.PRESENT",
    ]


def test_a_body_without_a_name_still_makes_a_sentence(ban_can_su_dang):
    (problem,) = problems(replace(ban_can_su_dang, members_total=10), body=" ", quorum=None)
    assert problem.message.startswith("Có mặt 8, vắng mặt 1, nhưng tổ chức có 10 thành viên.")


def test_an_empty_draft_has_nothing_wrong_yet():
    blank = Participant(None)
    item = AgendaItem(
        None, opinions=(Opinion(None, None), Opinion(blank, None)), tasks=(Task(None, None),)
    )
    draft = Meeting(
        chair=blank,
        recorder=blank,
        attendance=(Attendance(None),) * 2,
        guests=(blank,) * 2,
        agenda=(item,),
    )
    assert found(Meeting()) == found(draft) == ()


def every_path(record, path=()):
    """The path of every value below the record, records and tuples left out."""
    if isinstance(record, tuple):
        for index, inner in enumerate(record):
            yield from every_path(inner, (*path, index))
    elif is_dataclass(record):
        for field in fields(record):
            yield from every_path(getattr(record, field.name), (*path, field.name))
    else:
        yield path


def test_any_single_gap_is_survived(ban_can_su_dang):
    asked = {
        "MEETING.ABSENT_REASON",
        "MEETING.PRESENT_LIST",
        "MEETING.COUNT",
        "PERSON.AMBIGUOUS",
        "PERSON.OTHERS_POSITION",
        "VOTE.EMPTY",
    }
    paths = list(every_path(ban_can_su_dang))
    assert len(paths) > 100
    for path in paths:
        assert {problem.code for problem in found(changed(ban_can_su_dang, path, None))} <= asked, (
            path
        )


def test_every_code_is_stated_once_and_has_a_row_that_fires_it():
    source = "".join(
        Path(module.__file__).read_text(encoding="utf-8")
        for module in (meeting_laws, person_laws, vote_laws)
    )
    stated = re.findall(r'"([A-Z]+\.[A-Z_]+)"', source)
    assert sorted(stated) == sorted({code for _, code, *_ in FIRING.values()})


def test_options_and_answers_are_counted_apart(ban_can_su_dang):
    both = Vote(
        method=HANDS,
        votes_for=8,
        options=(VoteOption("phương án A", 4), VoteOption("phương án B", 4)),
    )
    assert found(changed(ban_can_su_dang, VOTE_1, both)) == ()
