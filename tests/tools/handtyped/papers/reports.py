"""Tools of the tests: conforming báo cáo, thông báo, hướng dẫn; every fact in them is made up."""

from __future__ import annotations

from handtyped.paper import Paper, Signature

BAO_CAO = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ UỶ BAN NHÂN", "DÂN TỈNH QUẢNG TRỊ"),
    co_quan_ban_hanh=("ĐẢNG UỶ SỞ TÀI CHÍNH",),
    so_ky_hieu="Số 47-BC/ĐU",
    dia_danh_ngay="Quảng Trị, ngày 30 tháng 6 năm 2026",
    ten_loai="BÁO CÁO",
    trich_yeu=("công tác xây dựng Đảng 6 tháng đầu năm,", "nhiệm vụ 6 tháng cuối năm 2026"),
    body=(
        ("p", "Thực hiện chế độ báo cáo, Đảng uỷ Sở Tài chính báo cáo kết quả công tác xây dựng "
         "Đảng 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2026 như sau:"),
        ("de_muc", "I- KẾT QUẢ THỰC HIỆN"),
        ("de_muc_2", "1. Công tác chính trị, tư tưởng"),
        ("p", "1.1. Tổ chức 3 hội nghị học tập, quán triệt nghị quyết với 246 lượt đảng viên tham "
         "gia; duy trì sinh hoạt chuyên đề hằng quý."),
        ("p", "1.2. Nắm tình hình tư tưởng qua các chi bộ, kịp thời giải quyết:"),
        ("diem", "a) Kiến nghị về bố trí nơi làm việc sau sắp xếp;"),
        ("diem", "b) Kiến nghị về chế độ đối với người nghỉ trước tuổi."),
        ("de_muc_2", "2. Công tác tổ chức, cán bộ, đảng viên"),
        ("p", "2.1. Toàn Đảng bộ có 11 chi bộ, 172 đảng viên; kết nạp 6/10 đảng viên, đạt 60% chỉ "
         "tiêu năm."),
        ("p", "2.2. Bổ sung quy hoạch 8 đồng chí; cử 15 đồng chí đi bồi dưỡng."),
        ("de_muc_2", "3. Công tác kiểm tra, giám sát"),
        ("p", "Kiểm tra 2 chi bộ, giám sát 1 chi bộ; qua kiểm tra chưa phát hiện vi phạm đến mức "
         "phải xử lý kỷ luật."),
        ("de_muc", "II- HẠN CHẾ VÀ NGUYÊN NHÂN"),
        ("p", "Việc tự phê bình ở một số chi bộ còn nể nang. Nguyên nhân chủ yếu là cấp uỷ chưa "
         "gương mẫu, chưa gợi ý kiểm điểm sâu."),
        ("de_muc", "III- NHIỆM VỤ 6 THÁNG CUỐI NĂM"),
        ("khoan", "1. Hoàn thành chỉ tiêu kết nạp đảng viên trước ngày 30/11/2026."),
        ("khoan", "2. Hoàn thành chương trình kiểm tra, giám sát năm 2026."),
        ("khoan", "3. Đổi mới sinh hoạt chi bộ, khắc phục hạn chế nêu tại mục II Báo cáo này."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M ĐẢNG UỶ",), chuc_vu=("PHÓ BÍ THƯ",), ho_ten="Lê Thị Ánh"),
    ),
    noi_nhan=(
        "- Đảng uỷ UBND tỉnh (báo cáo);",
        "- Các đồng chí đảng uỷ viên;",
        "- Các chi bộ trực thuộc;",
        "- Lưu Văn phòng Đảng uỷ.",
    ),
)  # fmt: skip

BAO_CAO_BAN_TO_CHUC = Paper(
    co_quan_cap_tren=("ĐẢNG UỶ PHƯỜNG", "NAM ĐÔNG HÀ"),
    co_quan_ban_hanh=("BAN TỔ CHỨC",),
    so_ky_hieu="Số 17-BC/BTCĐU",
    dia_danh_ngay="Nam Đông Hà, ngày 20 tháng 8 năm 2026",
    ten_loai="BÁO CÁO",
    trich_yeu=("kết quả rà soát hồ sơ đảng viên",),
    body=(
        ("p", "Ban Tổ chức Đảng uỷ phường báo cáo kết quả rà soát hồ sơ đảng viên đến ngày "
         "15/8/2026 như sau:"),
        ("khoan", "1. Tổng số hồ sơ phải rà soát: 1.036; đã rà soát 1.020, đạt 98,5%."),
        ("khoan", "2. Còn 16 hồ sơ thiếu lý lịch gốc, trong đó:"),
        ("diem", "a) 11 hồ sơ đảng viên chuyển sinh hoạt đến;"),
        ("diem", "b) 5 hồ sơ bị hư hỏng do mưa lũ."),
        ("khoan", "3. Đề nghị Ban Thường vụ Đảng uỷ cho gia hạn việc bổ sung đến ngày 30/9/2026."),
    ),
    chu_ky=(
        Signature(
            quyen_han=("K/T TRƯỞNG BAN",), chuc_vu=("PHÓ TRƯỞNG BAN",), ho_ten="Lý Thị Út"
        ),
    ),
    noi_nhan=(
        "- Ban Thường vụ Đảng uỷ (báo cáo);",
        "- Ban Tổ chức Tỉnh uỷ;",
        "- Lưu Ban Tổ chức Đảng uỷ.",
    ),
)  # fmt: skip

THONG_BAO = Paper(
    co_quan_ban_hanh=("TỈNH UỶ QUẢNG TRỊ",),
    so_ky_hieu="Số 112-TB/TU",
    dia_danh_ngay="Quảng Trị, ngày 11 tháng 9 năm 2026",
    ten_loai="THÔNG BÁO",
    trich_yeu=("kết luận của Ban Thường vụ Tỉnh uỷ về phương án", "bố trí trụ sở sau sắp xếp"),
    do_khan="THƯỢNG KHẨN",
    body=(
        ("p", "Ngày 10/9/2026, Ban Thường vụ Tỉnh uỷ họp, cho ý kiến về phương án bố trí trụ sở "
         "làm việc sau sắp xếp đơn vị hành chính. Ban Thường vụ Tỉnh uỷ kết luận như sau:"),
        ("khoan", "1. Thống nhất nguyên tắc bố trí trụ sở do Đảng uỷ Uỷ ban nhân dân tỉnh trình."),
        ("khoan", "2. Giao Đảng uỷ Uỷ ban nhân dân tỉnh lãnh đạo hoàn thành việc bàn giao trụ sở "
         "trước ngày 31/12/2026."),
        ("khoan", "3. Giao Văn phòng Tỉnh uỷ theo dõi, báo cáo tiến độ hằng tháng."),
        ("p", "Văn phòng Tỉnh uỷ thông báo để các cơ quan, đơn vị liên quan biết, thực hiện."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M BAN THƯỜNG VỤ",), chuc_vu=("PHÓ BÍ THƯ",), ho_ten="Mạc Duy Kiên"),
    ),
    noi_nhan=(
        "- Đảng uỷ UBND tỉnh;",
        "- Các cơ quan tham mưu, giúp việc;",
        "- Các đồng chí Tỉnh uỷ viên;",
        "- Lưu Văn phòng Tỉnh uỷ.",
    ),
)  # fmt: skip

THONG_BAO_BAN_CHI_DAO = Paper(
    co_quan_cap_tren=("ĐẢNG UỶ XÃ AN THÀNH",),
    co_quan_ban_hanh=("BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ"),
    so_ky_hieu="Số 03-TB/BCĐ",
    dia_danh_ngay="An Thành, ngày 01 tháng 10 năm 2026",
    ten_loai="THÔNG BÁO",
    trich_yeu=("phân công nhiệm vụ thành viên Ban Chỉ đạo",),
    body=(
        ("p", "Ban Chỉ đạo chuyển đổi số của Đảng uỷ xã phân công nhiệm vụ như sau:"),
        ("khoan", "1. Đồng chí Phan Đức Lương, Trưởng Ban Chỉ đạo: phụ trách chung."),
        ("khoan", "2. Đồng chí Cao Văn Thịnh, Phó Trưởng Ban Chỉ đạo: phụ trách dữ liệu."),
        ("khoan", "3. Đồng chí Đinh Thị Lài, thành viên: phụ trách hạ tầng, an toàn thông tin."),
        ("p", "Các đồng chí thành viên căn cứ nhiệm vụ được phân công tổ chức thực hiện."),
    ),
    chu_ky=(
        Signature(chuc_vu=("BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"), ho_ten="Phan Đức Lương"),
    ),
    noi_nhan=("- Các thành viên Ban Chỉ đạo;", "- Lưu Văn phòng Đảng uỷ."),
)  # fmt: skip

HUONG_DAN = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH QUẢNG TRỊ",),
    co_quan_ban_hanh=("ĐẢNG UỶ PHƯỜNG", "NAM ĐÔNG HÀ"),
    so_ky_hieu="Số 05-HD/ĐU",
    dia_danh_ngay="Nam Đông Hà, ngày 09 tháng 11 năm 2026",
    ten_loai="HƯỚNG DẪN",
    trich_yeu=("nâng cao chất lượng sinh hoạt chi bộ",),
    body=(
        ("p", "Thực hiện Hướng dẫn số 01-HD/TW, ngày 19/5/2026 của Ban Bí thư về một số vấn đề cụ "
         "thể thi hành Điều lệ Đảng, Ban Thường vụ Đảng uỷ phường hướng dẫn như sau:"),
        ("phan", "Phần I"),
        ("phan_ten", "YÊU CẦU CHUNG"),
        ("khoan", "1. Sinh hoạt chi bộ đúng kỳ, bảo đảm tính lãnh đạo, tính giáo dục và tính chiến "
         "đấu; thời gian mỗi kỳ ít nhất 90 phút."),
        ("khoan", "2. Chi uỷ chuẩn bị nội dung, gửi đảng viên trước ít nhất 2 ngày."),
        ("phan", "Phần II"),
        ("phan_ten", "TRÌNH TỰ SINH HOẠT"),
        ("khoan", "1. Mở đầu: nêu lý do, thông qua nội dung, cử thư ký."),
        ("khoan", "2. Nội dung:"),
        ("diem", "a) Thông tin thời sự;"),
        ("diem", "b) Đánh giá kết quả tháng trước;"),
        ("diem", "c) Thảo luận nhiệm vụ tháng sau;"),
        ("diem", "d) Biểu quyết."),
        ("khoan", "3. Kết thúc: bí thư kết luận, thư ký thông qua biên bản."),
        ("phan", "Phần III"),
        ("phan_ten", "TỔ CHỨC THỰC HIỆN"),
        ("p", "Các chi bộ thực hiện từ tháng 12/2026; vướng mắc phản ánh về Ban Xây dựng Đảng Đảng "
         "uỷ phường."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M BAN THƯỜNG VỤ",), chuc_vu=("BÍ THƯ",), ho_ten="Nguyễn Thị Hoà"),
    ),
    noi_nhan=(
        "- Ban Tổ chức Tỉnh uỷ (báo cáo);",
        "- Các chi bộ trực thuộc;",
        "- Lưu Văn phòng Đảng uỷ.",
    ),
)  # fmt: skip

PAPERS = {
    "bao_cao": BAO_CAO,
    "bao_cao_ban_to_chuc": BAO_CAO_BAN_TO_CHUC,
    "thong_bao": THONG_BAO,
    "thong_bao_ban_chi_dao": THONG_BAO_BAN_CHI_DAO,
    "huong_dan": HUONG_DAN,
}
