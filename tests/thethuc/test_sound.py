"""What is right and looks like a mistake: sentences and lists that the rules leave alone."""

from __future__ import annotations

import pytest

from spoil import report, spoiled, told

REGULATION, DECISION, RESOLUTION = "quy_che_lam_viec", "quyet_dinh_ban_hanh_quy_che", "to_trinh"

REFERENCES = [
    "Thực hiện theo Điều 10 Quy định số 138-QĐ/TW.",
    "Thực hiện theo Điều 30 và Điều 32 Điều lệ Đảng.",
    "Đảng uỷ viên thực hiện khoản 7 Điều 25 của Luật Phòng, chống tham nhũng.",
    "Theo Quy định số 22-QĐ/TW, tại Điều 15 và khoản 3 Điều 16.",
    "Thực hiện điểm d khoản 2 Điều 44 Nghị định số 30/2020/NĐ-CP.",
    "Thực hiện Điều 19 Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh.",
    "Căn cứ các điều 12, 13 và 14 của Quy chế chi tiêu nội bộ.",
    "Áp dụng Phụ lục 5 Hướng dẫn số 05-HD/VPTW.",
    "Các nội dung nêu tại Điều 3, 10 ngày một lần báo cáo Thường trực.",
    "Thực hiện theo khoản 1 Điều 3 và khoản 2 Điều 4 Quy chế này.",
    "Các trường hợp nêu tại điểm a, b, c khoản 1 Điều 3.",
    "Từ khoản 1 đến khoản 3 Điều 7 được phổ biến đến các chi bộ.",
    "Chương trình số 12-CTr/TU và Chương trình 05 được triển khai.",
    "Việc quy định tại Điều 9 thực hiện từ năm 2026.",
    "Kinh phí lấy từ khoản 3 mục IX dự toán ngân sách.",
    "Chi bộ thực hiện điểm 2 phần B Kế hoạch số 31-KH/ĐU.",
]
LINES = [
    "1.268 đảng viên được phân công nhiệm vụ.",
    "2025 - 2030 là nhiệm kỳ đầu tiên của Đảng bộ phường.",
    "3/12 chi bộ đã hoàn thành nhiệm vụ.",
    "15.10.2026 là hạn cuối.",
    "V.I. Lê-nin đã chỉ rõ điều này.",
    "C. Mác và Ph. Ăng-ghen đã viết như vậy.",
    "Chương trình được tổng kết hằng năm.",
    "Mục tiêu là hoàn thành trước thời hạn.",
    "Điều này được Đảng uỷ thống nhất.",
    "Phần lớn các chi bộ sinh hoạt đúng kỳ.",
    "a lô là từ không dùng trong văn bản.",
    "đ/c Bí thư phụ trách chung.",
    "e-mail được dùng để gửi tài liệu.",
    "Ngày     tháng     năm 2026 tổ chức sơ kết.",
    "Thời gian: 14:30, tại https://dang.vn và TP.HCM; tỷ lệ 1:2.",
    "Kết quả đạt 98,5%; còn lại 1,5% (3/200).",
]


def _with(paper: str, *texts: str) -> list[str]:
    """The findings of a paper with these paragraphs before its last."""
    added = tuple(("p", text) for text in texts)
    return told(report(spoiled(paper, body=lambda body: (*body[:-1], *added, body[-1]))).findings)


@pytest.mark.parametrize("text", REFERENCES)
def test_a_reference_into_another_document_or_to_what_is_there_is_left_alone(text):
    assert _with(REGULATION, text) == []


@pytest.mark.parametrize("text", [*LINES, *REFERENCES])
def test_a_line_that_begins_like_a_part_is_none(text):
    assert _with(RESOLUTION, text) == []


def test_lists_within_lists_count_for_themselves():
    body = (
        ("de_muc", "I- KẾT QUẢ"),
        ("khoan", "1. Về xây dựng Đảng:"),
        ("diem", "a) Kết nạp 5 đảng viên;"),
        ("gach", "- Trong đó 2 nữ;"),
        ("diem", "b) Kiểm tra 2 chi bộ."),
        ("p", "Các chi bộ đề nghị:"),
        ("khoan", "1. Sớm ban hành hướng dẫn;"),
        ("khoan", "2. Bổ sung kinh phí;"),
        ("khoan", "3. Mở lớp bồi dưỡng."),
        ("khoan", "2. Về kinh tế:"),
        ("p", "Hoàn thành các chỉ tiêu, cụ thể:"),
        ("diem", "a) Thu ngân sách đạt 100%;"),
        ("diem", "b) Chi ngân sách đúng dự toán."),
        ("p", "Còn hạn chế sau:"),
        ("diem", "a) Giải ngân chậm;"),
        ("diem", "b) Đơn thư còn nhiều."),
        ("de_muc", "II- NHIỆM VỤ"),
        ("khoan", "1. Tiếp tục thực hiện nghị quyết."),
        ("p", "Trân trọng kính trình."),
    )
    assert told(report(spoiled(RESOLUTION, body=body)).findings) == []


def test_small_roman_numbers_are_no_points():
    texts = ("a) Nhóm thứ nhất gồm:", "i) Các chi bộ thôn;", "ii) Các chi bộ cơ quan;",
             "iii) Các chi bộ trường học;", "b) Nhóm thứ hai.")  # fmt: skip
    assert _with(RESOLUTION, *texts) == []


def test_what_is_quoted_keeps_its_own_numbers():
    texts = (
        "Sửa đổi Điều 12 Quy chế số 02-QC/ĐU như sau:", "“Điều 12. Chế độ báo cáo",
        "1. Báo cáo tháng.", "4. Báo cáo quý.”.",
    )  # fmt: skip
    assert _with(REGULATION, *texts) == []


@pytest.mark.parametrize("text", ["A- PHẦN CHUNG", "Phần mở đầu"])
def test_a_heading_without_a_roman_number_lets_the_numbers_begin_anew(text):
    body = (
        ("de_muc", text), ("de_muc", "I- TÌNH HÌNH"), ("p", "Ổn định."), ("de_muc", "II- KẾT QUẢ"),
        ("p", "Tốt."), ("de_muc", "B- PHẦN RIÊNG"), ("de_muc", "I- NHIỆM VỤ"), ("p", "Tiếp tục."),
    )  # fmt: skip
    assert told(report(spoiled(RESOLUTION, body=body)).findings) == []


ATTENDANCE = [
    "Tham dự hội nghị có 25/27 đồng chí Uỷ viên Ban Chấp hành; vắng mặt 02 đồng chí (có lý do).",
    "Có mặt: 25/27 đảng uỷ viên (92,6%); vắng: 2 đồng chí (01 có phép, 01 không phép).",
    "Có mặt 25/27 đồng chí, đạt 92,59%.",
    "Tổng số đảng uỷ viên được triệu tập: 27; có mặt: 25; vắng mặt có lý do: 02.",
    "Dự hội nghị: 25 đồng chí; vắng 2 đồng chí.",
    "Số đảng uỷ viên có mặt là 25 trên tổng số 27 đồng chí.",
    "Triệu tập 27 đồng chí, có mặt 25 đồng chí, vắng có phép 1, vắng không phép 1.",
]
VOTES = [
    "Hội nghị biểu quyết, 100% đồng chí có mặt nhất trí thông qua.",
    "Kết quả: 25/25 đồng chí tán thành (100%).",
    "Kết quả: 24/25 đồng chí biểu quyết tán thành, đạt 96%; 1 đồng chí có ý kiến khác.",
    "Tán thành: 24/27 Uỷ viên Ban Chấp hành (88,89% tổng số Uỷ viên).",
    "Kết quả kiểm phiếu: đồng chí Nguyễn Văn An 24/25 phiếu (96%), đồng chí Lê Thị Bình 20/25 "
    "phiếu (80%).",
    "Phát ra 25 phiếu, thu về 25 phiếu, hợp lệ 24 phiếu, không hợp lệ 1 phiếu; đồng ý 24/24 phiếu.",
    "Số phiếu đồng ý: 16/25 phiếu (64%); không đồng ý: 9/25 phiếu (36%).",
    "Tán thành 20 đồng chí; không tán thành 2 đồng chí; còn lại không biểu quyết.",
    "Đồng ý với 3 ý kiến của đồng chí Phạm Văn Tài; không đồng ý 1 ý kiến.",
]
OPENING = (
    "Hôm nay, vào hồi 08 giờ 00, ngày 05/10/2026, tại Hội trường Đảng uỷ phường, Đảng uỷ tổ chức "
    "hội nghị lần thứ 9 dưới sự chủ trì của đồng chí Bí thư; đồng chí Trần Đình Sơn làm thư ký."
)


def _minutes(change):
    return told(report(spoiled("bien_ban", body=change)).findings)


@pytest.mark.parametrize("text", ATTENDANCE)
def test_attendance_that_adds_up_is_left_alone_however_it_is_written(text):
    said = "Tổng số: 27 đồng chí; có mặt: 25 đồng chí; vắng mặt: 2 đồng chí."
    assert _minutes(lambda body: tuple((k, text if t == said else t) for k, t in body)) == []


@pytest.mark.parametrize("text", VOTES)
def test_a_vote_that_adds_up_is_left_alone_however_it_is_written(text):
    shown = "Biểu quyết thông qua nghị quyết"
    assert (
        _minutes(lambda body: tuple((k, text if t.startswith(shown) else t) for k, t in body)) == []
    )


def test_minutes_may_open_in_one_sentence():
    assert _minutes(lambda body: (("p", OPENING), *body[6:])) == []


def test_minutes_of_something_else_than_a_meeting_need_not_tell_of_one():
    body = (("p", "Bên giao: Văn phòng Đảng uỷ."), ("p", "Hai bên giao, nhận 12 hộp tài liệu."))
    change = {"trich_yeu": ("giao nhận tài liệu lưu trữ",), "body": body}
    assert told(report(spoiled("bien_ban", **change)).findings) == []
