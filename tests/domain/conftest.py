"""Two meetings as recorders brought them back; names and figures are made up."""

from datetime import date, time

import pytest

from docgen.domain.meetings import (
    AgendaItem,
    Attendance,
    Meeting,
    Opinion,
    Participant,
    Task,
    Topic,
    Vote,
    VoteOption,
    VotingMethod,
)

HANDS, BALLOT = VotingMethod.show_of_hands, VotingMethod.secret_ballot


def _ban_can_su_dang() -> Meeting:
    """Ban cán sự đảng Uỷ ban nhân dân tỉnh, 03/4/2024: nine members, eight present by name."""
    present = (
        ("Lê Minh Quang", "Bí thư, Chủ tịch UBND tỉnh"),
        ("Trần Văn Đức", "Phó Bí thư, Phó Chủ tịch UBND tỉnh"),
        ("Nguyễn Thị Hồng Vân", "Uỷ viên, Phó Chủ tịch UBND tỉnh"),
        ("Hoàng Nam", "Uỷ viên, Giám đốc Sở Kế hoạch và Đầu tư"),
        ("Hoàng Nam", "Uỷ viên, Giám đốc Sở Nội vụ"),
        ("Lê Thị Ánh", "Uỷ viên, Giám đốc Sở Tài chính"),
        ("Đỗ Quốc Bảo", "Uỷ viên, Chánh Thanh tra tỉnh"),
        ("Phan Thị Thuỷ", "Uỷ viên, Chánh Văn phòng UBND tỉnh"),
    )
    absent = Attendance(
        "Vũ Đức Long",
        "Uỷ viên, Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh",
        present=False,
        reason="đi công tác Trung ương",
    )
    return Meeting(
        starts_on=date(2024, 4, 3),
        starts_at=time(14),
        ends_at=time(16, 45),
        place="Phòng họp số 2, trụ sở UBND tỉnh",
        chair=Participant("Lê Minh Quang", "Bí thư Ban cán sự đảng, Chủ tịch UBND tỉnh"),
        recorder=Participant("Phạm Thu Hà", "Phó Chánh Văn phòng UBND tỉnh"),
        members_total=9,
        present_count=8,
        attendance=(*(Attendance(*member, present=True) for member in present), absent),
        guests=(
            Participant("Bùi Thị Lan", "Phó Trưởng Ban Tổ chức Tỉnh uỷ"),
            Participant("Cao Xuân Hải", "Phó Chánh Văn phòng Tỉnh uỷ"),
        ),
        agenda=(_public_investment(), _health_units(), _personnel(), _land()),
    )


def _public_investment() -> AgendaItem:
    return AgendaItem(
        "Tình hình giải ngân vốn đầu tư công quý I/2024",
        Topic.political_task,
        presenter=Participant("Hoàng Nam", "Giám đốc Sở Kế hoạch và Đầu tư"),
        presentation="Giải ngân 812,4 tỷ đồng, đạt 18,6% kế hoạch (cùng kỳ: 21,3%).",
        opinions=(
            Opinion(Participant("Lê Thị Ánh"), "5 chủ đầu tư giải ngân < 10%"),
            Opinion(Participant("Trần Văn Đức"), "vướng mắc chính là giải phóng mặt bằng"),
        ),
        conclusion="Rà soát từng dự án; đề xuất điều chuyển vốn.",
        tasks=(
            Task("Sở Kế hoạch và Đầu tư", "rà soát từng dự án", deadline=date(2024, 4, 20)),
            Task("Sở Tài chính", "đề xuất điều chuyển vốn", deadline=date(2024, 5, 15)),
        ),
        votes=(Vote("thông qua nội dung nghị quyết", HANDS, votes_for=8),),
    )


def _health_units() -> AgendaItem:
    return AgendaItem(
        "Chủ trương sắp xếp các đơn vị sự nghiệp y tế",
        Topic.organisation_personnel,
        presenter=Participant("Nguyễn Thị Hồng Vân"),
        opinions=(Opinion(Participant("Phan Thị Thuỷ"), "cần lấy thêm ý kiến"),),
        conclusion="Thống nhất chủ trương.",
        tasks=(Task("Sở Nội vụ", "hoàn thiện đề án", deadline=date(2024, 5, 31)),),
        votes=(Vote("chủ trương", HANDS, votes_for=7, votes_against=0, votes_other=1),),
    )


def _personnel() -> AgendaItem:
    ballot = Vote(
        "giới thiệu nhân sự bổ nhiệm Phó Giám đốc Sở Tài chính",
        BALLOT,
        votes_for=8,
        ballots_issued=8,
        ballots_collected=8,
        ballots_valid=8,
    )
    return AgendaItem(
        "Công tác cán bộ",
        Topic.organisation_personnel,
        presenter=Participant("Hoàng Nam", "Giám đốc Sở Nội vụ"),
        votes=(ballot,),
    )


def _land() -> AgendaItem:
    options = (VoteOption("phương án A (thu hồi, đấu giá)", 4), VoteOption("phương án B", 4))
    return AgendaItem(
        "Phương án xử lý diện tích đất của Công ty cổ phần «Nông sản sạch»",
        presenter=Participant("Đỗ Quốc Bảo"),
        conclusion="Báo cáo, xin ý kiến chỉ đạo của Ban Thường vụ Tỉnh uỷ.",
        tasks=(Task("Văn phòng", "chuẩn bị tờ trình", deadline=date(2024, 4, 10)),),
        votes=(Vote("phương án xử lý đất", None, options=options),),
    )


def _dang_uy_phuong() -> Meeting:
    """Đảng uỷ phường Nam Đông Hà, 05/10/2026: 27 members, only the two absent ones by name."""
    return Meeting(
        starts_on=date(2026, 10, 5),
        starts_at=time(8),
        ends_on=date(2026, 10, 5),
        ends_at=time(11, 20),
        place="Hội trường Đảng uỷ phường",
        chair=Participant("Nguyễn Thị Hoà", "Bí thư Đảng uỷ"),
        recorder=Participant("Trần Đình Sơn", "Chánh Văn phòng Đảng uỷ"),
        members_total=27,
        present_count=25,
        attendance=(
            Attendance("Lê Quý Đôn", present=False, reason="ốm"),
            Attendance("Hồ Thị Mỹ", present=False, reason="nghỉ chế độ thai sản"),
        ),
        guests=(Participant("Đặng Văn Khôi", "chuyên viên Ban Tổ chức Tỉnh uỷ"),),
        agenda=(
            AgendaItem(
                "Kết quả thực hiện nhiệm vụ quý III, phương hướng quý IV năm 2026",
                Topic.political_task,
                opinions=(
                    Opinion(Participant("Phạm Văn Tài"), "phân công phụ trách 3 chi bộ"),
                    Opinion(Participant("Lý Thị Út"), "bổ sung chỉ tiêu chuyển đổi số"),
                ),
                votes=(Vote("thông qua nghị quyết", votes_for=25),),
            ),
            AgendaItem("Dự thảo Quy chế làm việc", votes=(Vote(votes_for=25),)),
            AgendaItem("Dự thảo Quy chế phối hợp", votes=(Vote(votes_for=24, votes_other=1),)),
            AgendaItem(
                "Công tác kiểm tra, giám sát quý IV", Topic.inspection, votes=(Vote(votes_for=25),)
            ),
        ),
    )


@pytest.fixture
def ban_can_su_dang() -> Meeting:
    return _ban_can_su_dang()


@pytest.fixture
def dang_uy_phuong() -> Meeting:
    return _dang_uy_phuong()
