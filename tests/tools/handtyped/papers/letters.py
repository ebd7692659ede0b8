"""Tools of the tests: conforming công văn, tờ trình, giấy mời; every fact in them is made up."""

from __future__ import annotations

from handtyped.paper import Paper, Signature

CONG_VAN = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH QUẢNG TRỊ",),
    co_quan_ban_hanh=("ĐẢNG UỶ PHƯỜNG", "NAM ĐÔNG HÀ"),
    so_ky_hieu="Số 86-CV/ĐU",
    dia_danh_ngay="Nam Đông Hà, ngày 12 tháng 11 năm 2026",
    ten_loai=None,
    trich_yeu=("về việc chuẩn bị kiểm điểm, đánh giá,", "xếp loại chất lượng năm 2026"),
    kinh_gui="Kính gửi:",
    kinh_gui_dong=(
        "- Các cơ quan tham mưu, giúp việc Đảng uỷ;",
        "- Các chi bộ, đảng bộ cơ sở trực thuộc;",
    ),
    body=(
        ("p", "Thực hiện Kế hoạch số 31-KH/ĐU, ngày 06/11/2026 của Ban Thường vụ Đảng uỷ phường về "
         "kiểm điểm, đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên năm 2026, Ban Thường vụ "
         "Đảng uỷ phường đề nghị các cơ quan, chi bộ, đảng bộ thực hiện một số nội dung sau:"),
        ("khoan", "1. Chuẩn bị báo cáo kiểm điểm tập thể; hướng dẫn đảng viên tự kiểm điểm, hoàn "
         "thành trước ngày 30/11/2026."),
        ("khoan", "2. Gửi hồ sơ về Văn phòng Đảng uỷ phường, gồm:"),
        ("gach", "- Biên bản hội nghị kiểm điểm;"),
        ("gach", "- Danh sách đề nghị xếp loại."),
        ("p", "Quá trình thực hiện, nếu có vướng mắc, đề nghị trao đổi với Văn phòng Đảng uỷ để "
         "được hướng dẫn."),
    ),
    chu_ky=(
        Signature(
            quyen_han=("T/L BAN THƯỜNG VỤ",), chuc_vu=("CHÁNH VĂN PHÒNG",), ho_ten="Trần Đình Sơn"
        ),
    ),
    noi_nhan=(
        "- Như trên;",
        "- Thường trực Đảng uỷ (báo cáo);",
        "- Lưu Văn phòng Đảng uỷ.",
    ),
    nguoi_soan_thao="TranDinhSon-26",
    lien_he=(
        "Địa chỉ: Số 18, đường Trần Hưng Đạo, phường Nam Đông Hà, tỉnh Quảng Trị; "
        "điện thoại: 0233.3550018.",
    ),
)  # fmt: skip

TO_TRINH = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH NGHỆ AN",),
    co_quan_ban_hanh=("ĐẢNG UỶ XÃ AN THÀNH",),
    so_ky_hieu="Số 07-TTr/ĐU",
    dia_danh_ngay="An Thành, ngày 09 tháng 9 năm 2026",
    ten_loai="TỜ TRÌNH",
    trich_yeu=("về việc kiện toàn chức danh Phó Bí thư Đảng uỷ xã,", "nhiệm kỳ 2025 - 2030"),
    kinh_gui="Kính trình:",
    kinh_gui_dong=("- Ban Thường vụ Tỉnh uỷ;", "- Ban Tổ chức Tỉnh uỷ;"),
    body=(
        ("p", "Căn cứ Quy định số 208-QĐ/TW, ngày 26/7/2026 của Ban Chấp hành Trung ương về thi "
         "hành Điều lệ Đảng và tình hình đội ngũ cán bộ của Đảng bộ xã, Ban Thường vụ Đảng uỷ xã "
         "An Thành trình Ban Thường vụ Tỉnh uỷ xem xét việc kiện toàn chức danh Phó Bí thư "
         "Đảng uỷ như sau:"),
        ("de_muc", "I- SỰ CẦN THIẾT"),
        ("p", "Từ ngày 01/9/2026, đồng chí Phó Bí thư Đảng uỷ xã được điều động nhận nhiệm vụ mới; "
         "Đảng bộ xã có 41 chi bộ, 1.268 đảng viên, khối lượng công việc lớn, cần sớm kiện toàn."),
        ("de_muc", "II- NỘI DUNG TRÌNH"),
        ("khoan", "1. Giới thiệu đồng chí Hồ Thị Thanh Nhàn, Uỷ viên Ban Thường vụ, Chủ nhiệm Uỷ "
         "ban Kiểm tra Đảng uỷ xã để bầu giữ chức Phó Bí thư Đảng uỷ xã."),
        ("khoan", "2. Hồ sơ kèm theo gồm sơ yếu lý lịch, biên bản hội nghị và kết quả lấy phiếu "
         "giới thiệu."),
        ("p", "Ban Thường vụ Đảng uỷ xã kính trình Ban Thường vụ Tỉnh uỷ xem xét, quyết định."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M BAN THƯỜNG VỤ",), chuc_vu=("BÍ THƯ",), ho_ten="Phan Đức Lương"),
    ),
    noi_nhan=("- Như trên;", "- Các đồng chí Uỷ viên Ban Thường vụ;", "- Lưu Văn phòng Đảng uỷ."),
)  # fmt: skip

CONG_VAN_KHAN = Paper(
    co_quan_cap_tren=("TỈNH UỶ QUẢNG TRỊ",),
    co_quan_ban_hanh=("VĂN PHÒNG",),
    so_ky_hieu="Số 686-CV/VPTU",
    dia_danh_ngay="Quảng Trị, ngày 21 tháng 10 năm 2026",
    ten_loai=None,
    trich_yeu=("về việc trực lãnh đạo và báo cáo nhanh", "tình hình mưa lũ"),
    do_khan="KHẨN",
    kinh_gui="Kính gửi:",
    kinh_gui_dong=("Các đảng uỷ xã, phường, đặc khu;",),
    body=(
        ("p", "Thực hiện ý kiến chỉ đạo của Thường trực Tỉnh uỷ, Văn phòng Tỉnh uỷ đề nghị các "
         "đảng uỷ xã, phường, đặc khu phân công lãnh đạo trực 24/24 giờ từ ngày 21/10/2026; báo "
         "cáo nhanh tình hình mưa lũ trước 16 giờ 00 hằng ngày về Văn phòng Tỉnh uỷ để tổng hợp."),
    ),
    chu_ky=(
        Signature(
            quyen_han=("K/T CHÁNH VĂN PHÒNG",),
            chuc_vu=("PHÓ CHÁNH VĂN PHÒNG",),
            ho_ten="Cao Xuân Hải",
        ),
    ),
    noi_nhan=(
        "- Như trên;",
        "- Thường trực Tỉnh uỷ (báo cáo);",
        "- Lưu Văn phòng Tỉnh uỷ.",
    ),
)  # fmt: skip

GIAY_MOI = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH QUẢNG TRỊ",),
    co_quan_ban_hanh=("ĐẢNG UỶ PHƯỜNG", "NAM ĐÔNG HÀ"),
    so_ky_hieu="Số 33-GM/ĐU",
    dia_danh_ngay="Nam Đông Hà, ngày 28 tháng 9 năm 2026",
    ten_loai="GIẤY MỜI",
    trich_yeu=("dự Hội nghị Ban Chấp hành Đảng bộ phường lần thứ 9",),
    body=(
        ("p", "Ban Thường vụ Đảng uỷ phường Nam Đông Hà trân trọng kính mời: Đồng chí Đặng Văn "
         "Khôi, chuyên viên Ban Tổ chức Tỉnh uỷ;"),
        ("p", "Dự: Hội nghị Ban Chấp hành Đảng bộ phường lần thứ 9."),
        ("p", "Chủ trì: Đồng chí Nguyễn Thị Hoà, Bí thư Đảng uỷ phường."),
        ("p", "Thời gian: Từ 08 giờ 00, ngày 05 tháng 10 năm 2026 (thứ Hai)."),
        ("p", "Địa điểm: Hội trường Đảng uỷ phường."),
        ("p", "Rất mong đồng chí sắp xếp thời gian đến dự."),
    ),
    chu_ky=(
        Signature(
            quyen_han=("T/L BAN THƯỜNG VỤ",), chuc_vu=("CHÁNH VĂN PHÒNG",), ho_ten="Trần Đình Sơn"
        ),
    ),
    noi_nhan=("- Như kính mời;", "- Thường trực Đảng uỷ;", "- Lưu Văn phòng Đảng uỷ."),
)  # fmt: skip

PAPERS = {
    "cong_van": CONG_VAN,
    "cong_van_khan": CONG_VAN_KHAN,
    "to_trinh": TO_TRINH,
    "giay_moi": GIAY_MOI,
}
