"""Tools of the tests: conforming nghị quyết and kết luận; every fact in them is made up."""

from __future__ import annotations

from handtyped.paper import Paper, Signature

NGHI_QUYET_DANG_UY = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH QUẢNG TRỊ",),
    co_quan_ban_hanh=("ĐẢNG UỶ PHƯỜNG", "NAM ĐÔNG HÀ"),
    so_ky_hieu="Số 12-NQ/ĐU",
    dia_danh_ngay="Nam Đông Hà, ngày 05 tháng 10 năm 2026",
    ten_loai="NGHỊ QUYẾT",
    trich_yeu=("về lãnh đạo thực hiện nhiệm vụ quý IV năm 2026",),
    can_cu=(
        "- Căn cứ Điều lệ Đảng;",
        "- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ phường khoá I, "
        "nhiệm kỳ 2025 - 2030;",
        "- Xét Báo cáo số 58-BC/ĐU, ngày 28/9/2026 của Ban Thường vụ Đảng uỷ phường về kết quả "
        "thực hiện nhiệm vụ quý III năm 2026.",
    ),
    quyet_dinh=("BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG QUYẾT NGHỊ",),
    body=(
        ("de_muc", "I- KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ III"),
        ("khoan", "1. Thu ngân sách trên địa bàn đạt 61,2 tỷ đồng, bằng 74,5% dự toán năm; "
         "các khoản chi bảo đảm đúng mục đích, tiết kiệm."),
        ("khoan", "2. Công tác phát triển đảng viên được quan tâm; từ đầu năm đến nay kết nạp "
         "14/40 đảng viên, đạt 35% chỉ tiêu."),
        ("khoan", "3. Còn 3 chi bộ chưa duy trì đủ số kỳ sinh hoạt; việc tự kiểm tra ở một số "
         "chi bộ còn hình thức."),
        ("de_muc", "II- NHIỆM VỤ QUÝ IV"),
        ("khoan", "1. Tập trung lãnh đạo hoàn thành các chỉ tiêu kinh tế - xã hội, trong đó:"),
        ("diem", "a) Thu ngân sách cả năm đạt ít nhất 100% dự toán;"),
        ("diem", "b) Giải quyết đúng hạn trên 98% hồ sơ thủ tục hành chính;"),
        ("diem", "c) Hoàn thành số hoá hồ sơ đảng viên trước ngày 15/12/2026;"),
        ("diem", "d) Kết nạp thêm ít nhất 12 đảng viên;"),
        ("diem", "đ) Kiểm tra 1 chi bộ, giám sát chuyên đề 2 chi bộ;"),
        ("diem", "e) Vận động xây mới 3 nhà ở cho hộ có hoàn cảnh khó khăn."),
        ("khoan", "2. Phân công từng đồng chí đảng uỷ viên phụ trách, dự sinh hoạt với các chi bộ "
         "nêu tại khoản 3 mục I Nghị quyết này."),
        ("de_muc", "III- TỔ CHỨC THỰC HIỆN"),
        ("khoan", "1. Ban Thường vụ Đảng uỷ phường xây dựng kế hoạch thực hiện Nghị quyết trước "
         "ngày 20/10/2026."),
        ("khoan", "2. Uỷ ban Kiểm tra Đảng uỷ phường theo dõi, báo cáo kết quả tại hội nghị cuối "
         "năm."),
        ("p", "Nghị quyết này được phổ biến đến các chi bộ, đảng bộ cơ sở trực thuộc."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M ĐẢNG UỶ",), chuc_vu=("BÍ THƯ",), ho_ten="Nguyễn Thị Hoà"),
    ),
    noi_nhan=(
        "- Tỉnh uỷ (báo cáo);",
        "- Ban Tổ chức Tỉnh uỷ;",
        "- Các đồng chí đảng uỷ viên;",
        "- Các chi bộ, đảng bộ cơ sở;",
        "- Lưu Văn phòng Đảng uỷ.",
    ),
)  # fmt: skip

NGHI_QUYET_BAN_CAN_SU_DANG = Paper(
    profile="dang_hd36",
    co_quan_cap_tren=("TỈNH UỶ QUẢNG TRỊ",),
    co_quan_ban_hanh=("BAN CÁN SỰ ĐẢNG", "UỶ BAN NHÂN DÂN TỈNH"),
    so_ky_hieu="Số 09-NQ/BCSĐ",
    dia_danh_ngay="Đông Hà, ngày 03 tháng 4 năm 2024",
    ten_loai="NGHỊ QUYẾT",
    trich_yeu=("về đẩy nhanh giải ngân vốn đầu tư công", "và sắp xếp đơn vị sự nghiệp y tế"),
    can_cu=(
        "- Căn cứ Quy chế làm việc của Ban cán sự đảng Uỷ ban nhân dân tỉnh, nhiệm kỳ "
        "2021 - 2026;",
        "- Căn cứ Báo cáo số 12-BC/BCSĐ, ngày 01/4/2024 của Ban cán sự đảng Uỷ ban nhân dân tỉnh "
        "về tình hình giải ngân vốn đầu tư công quý I/2024;",
        "- Căn cứ kết quả biểu quyết tại hội nghị thường kỳ tháng 4 năm 2024,",
    ),
    quyet_dinh=("BAN CÁN SỰ ĐẢNG UỶ BAN NHÂN DÂN TỈNH", "QUYẾT NGHỊ"),
    body=(
        ("khoan", "1. Về giải ngân vốn đầu tư công"),
        ("diem", "a) Giao Sở Kế hoạch và Đầu tư rà soát từng dự án, báo cáo trước ngày "
         "20/4/2024;"),
        ("diem", "b) Giao Sở Tài chính đề xuất điều chuyển vốn của 5 chủ đầu tư giải ngân thấp "
         "trước ngày 15/5/2024."),
        ("khoan", "2. Về sắp xếp các đơn vị sự nghiệp y tế: Thống nhất chủ trương; giao Sở Nội vụ "
         "hoàn thiện đề án trước ngày 31/5/2024."),
        ("khoan", "3. Các đồng chí Uỷ viên Ban cán sự đảng theo nhiệm vụ được phân công lãnh đạo, "
         "kiểm tra việc thực hiện Nghị quyết này."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M BAN CÁN SỰ ĐẢNG",), chuc_vu=("BÍ THƯ",), ho_ten="Lê Minh Quang"),
    ),
    noi_nhan=(
        "- Ban Thường vụ Tỉnh uỷ (báo cáo),",
        "- Các đồng chí Uỷ viên,",
        "- Đảng uỷ cơ quan UBND tỉnh,",
        "- Lưu Văn phòng.",
    ),
    pham_vi="LƯU HÀNH NỘI BỘ",
)  # fmt: skip

NGHI_QUYET_CHI_BO = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ PHƯỜNG", "NAM ĐÔNG HÀ"),
    co_quan_ban_hanh=("CHI BỘ KHU PHỐ 3",),
    so_ky_hieu="Số 04-NQ/CB",
    dia_danh_ngay="Nam Đông Hà, ngày 02 tháng 11 năm 2026",
    ten_loai="NGHỊ QUYẾT",
    trich_yeu=("sinh hoạt Chi bộ tháng 11 năm 2026",),
    body=(
        ("p", "Ngày 02/11/2026, Chi bộ khu phố 3 họp thường kỳ dưới sự chủ trì của đồng chí Bùi "
         "Văn Quý, Bí thư Chi bộ; có mặt 22/24 đảng viên. Sau khi thảo luận, Chi bộ quyết nghị:"),
        ("khoan", "1. Tổ chức ngày hội đại đoàn kết của khu phố trong tháng 11; giao đồng chí Trần "
         "Thị Bích, Trưởng Ban công tác Mặt trận chuẩn bị."),
        ("khoan", "2. Vận động 100% hộ dân ký cam kết giữ gìn vệ sinh môi trường trước ngày "
         "20/11/2026."),
        ("khoan", "3. Giới thiệu quần chúng Ngô Minh Tâm tham gia lớp bồi dưỡng nhận thức về Đảng "
         "(tán thành 22/22 đảng viên có mặt)."),
        ("p", "Giao Chi uỷ theo dõi, báo cáo kết quả thực hiện tại kỳ sinh hoạt tháng 12."),
    ),
    chu_ky=(Signature(quyen_han=("T/M CHI BỘ",), chuc_vu=("BÍ THƯ",), ho_ten="Bùi Văn Quý"),),
    noi_nhan=(
        "- Đảng uỷ phường (báo cáo);",
        "- Các đồng chí đảng viên;",
        "- Lưu Chi bộ.",
    ),
)  # fmt: skip

KET_LUAN = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH NGHỆ AN",),
    co_quan_ban_hanh=("ĐẢNG UỶ XÃ AN THÀNH",),
    so_ky_hieu="Số 21-KL/ĐU",
    dia_danh_ngay="An Thành, ngày 19 tháng 10 năm 2026",
    ten_loai="KẾT LUẬN",
    tac_gia="CỦA BAN THƯỜNG VỤ ĐẢNG UỶ",
    trich_yeu=("về công tác quản lý đất đai, trật tự xây dựng",),
    body=(
        ("p", "Tại phiên họp ngày 19/10/2026, sau khi nghe Uỷ ban nhân dân xã báo cáo tình hình "
         "quản lý đất đai, trật tự xây dựng 9 tháng đầu năm và ý kiến thảo luận, Ban Thường vụ "
         "Đảng uỷ xã kết luận như sau:"),
        ("de_muc_2", "1. Về kết quả đạt được"),
        ("p", "Việc cấp giấy chứng nhận quyền sử dụng đất có tiến bộ; đã giải quyết 214/230 hồ sơ. "
         "Tuy nhiên, vẫn còn 6 trường hợp xây dựng trái phép chậm được xử lý."),
        ("de_muc_2", "2. Về nhiệm vụ thời gian tới"),
        ("diem", "a) Giao Uỷ ban nhân dân xã xử lý dứt điểm 6 trường hợp nêu trên trước ngày "
         "30/11/2026;"),
        ("diem", "b) Giao Uỷ ban Kiểm tra Đảng uỷ giám sát trách nhiệm của người đứng đầu;"),
        ("diem", "c) Đề nghị Uỷ ban Mặt trận Tổ quốc Việt Nam xã tăng cường tuyên truyền."),
        ("p", "Văn phòng Đảng uỷ xã theo dõi, đôn đốc việc thực hiện Kết luận này."),
    ),
    chu_ky=(
        Signature(
            quyen_han=("T/M BAN THƯỜNG VỤ",), chuc_vu=("PHÓ BÍ THƯ",), ho_ten="Cao Văn Thịnh"
        ),
    ),
    noi_nhan=(
        "- Ban Thường vụ Tỉnh uỷ (báo cáo);",
        "- Uỷ ban nhân dân xã;",
        "- Uỷ ban Kiểm tra Đảng uỷ;",
        "- Lưu Văn phòng Đảng uỷ.",
    ),
)  # fmt: skip

PAPERS = {
    "nghi_quyet_dang_uy": NGHI_QUYET_DANG_UY,
    "nghi_quyet_ban_can_su_dang": NGHI_QUYET_BAN_CAN_SU_DANG,
    "nghi_quyet_chi_bo": NGHI_QUYET_CHI_BO,
    "ket_luan": KET_LUAN,
}
