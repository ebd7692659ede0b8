"""Tools of the tests: documents conforming to HD 36 (until 26/5/2026); every fact is made up."""

from __future__ import annotations

from handtyped.paper import Paper, Signature

TO_TRINH = Paper(
    profile="dang_hd36",
    co_quan_cap_tren=("TỈNH UỶ QUẢNG TRỊ",),
    co_quan_ban_hanh=("BAN CÁN SỰ ĐẢNG", "UỶ BAN NHÂN DÂN TỈNH"),
    so_ky_hieu="Số 07-TTr/BCSĐ",
    dia_danh_ngay="Đông Hà, ngày 09 tháng 4 năm 2024",
    ten_loai="TỜ TRÌNH",
    trich_yeu=("xin ý kiến chỉ đạo về phương án xử lý diện tích đất", "của doanh nghiệp giải thể"),
    kinh_gui="Kính gửi:",
    kinh_gui_dong=("Ban Thường vụ Tỉnh uỷ,",),
    body=(
        ("p", "Tại hội nghị thường kỳ tháng 4 năm 2024, Ban cán sự đảng Uỷ ban nhân dân tỉnh thảo "
         "luận phương án xử lý diện tích đất của Công ty cổ phần Nông sản sạch (đã giải thể). Có "
         "hai loại ý kiến:"),
        ("khoan", "1. Thu hồi, đấu giá quyền sử dụng đất: 4 đồng chí."),
        ("khoan", "2. Giao Trung tâm Phát triển quỹ đất quản lý: 4 đồng chí."),
        ("p", "Do không có phương án nào được quá nửa tổng số thành viên tán thành, Ban cán sự "
         "đảng Uỷ ban nhân dân tỉnh kính trình Ban Thường vụ Tỉnh uỷ xem xét, cho ý kiến chỉ đạo."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M BAN CÁN SỰ ĐẢNG",), chuc_vu=("BÍ THƯ",), ho_ten="Lê Minh Quang"),
    ),
    noi_nhan=("- Như trên,", "- Các đồng chí Uỷ viên,", "- Lưu Văn phòng."),
)  # fmt: skip

CONG_VAN = Paper(
    profile="dang_hd36",
    co_quan_cap_tren=("HUYỆN UỶ TRIỆU AN",),
    co_quan_ban_hanh=("VĂN PHÒNG",),
    so_ky_hieu="Số 215-CV/VPHU",
    dia_danh_ngay="Triệu An, ngày 15 tháng 5 năm 2023",
    ten_loai=None,
    trich_yeu=("Chế độ báo cáo công tác văn phòng cấp uỷ",),
    kinh_gui="Kính gửi:",
    kinh_gui_dong=("- Văn phòng đảng uỷ các xã, thị trấn,", "- Các cơ quan tham mưu, giúp việc,"),
    body=(
        ("p", "Để kịp thời tổng hợp, báo cáo Thường trực Huyện uỷ, Văn phòng Huyện uỷ đề nghị các "
         "cơ quan, đơn vị gửi báo cáo tháng trước ngày 20 hằng tháng, báo cáo quý trước ngày 20 "
         "của tháng cuối quý."),
        ("p", "Đề nghị các cơ quan, đơn vị quan tâm thực hiện."),
    ),
    chu_ky=(Signature(chuc_vu=("CHÁNH VĂN PHÒNG",), ho_ten="Mai Xuân Lộc"),),
    noi_nhan=(
        "- Như trên,",
        "- Thường trực Huyện uỷ (báo cáo),",
        "- Lưu Văn phòng Huyện uỷ.",
    ),
)  # fmt: skip

QUY_DINH = Paper(
    profile="dang_hd36",
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH QUẢNG TRỊ",),
    co_quan_ban_hanh=("HUYỆN UỶ TRIỆU AN",),
    so_ky_hieu="Số 03-QĐi/HU",
    dia_danh_ngay="Triệu An, ngày 22 tháng 10 năm 2018",
    ten_loai="QUY ĐỊNH",
    trich_yeu=("về tiếp công dân của người đứng đầu cấp uỷ",),
    can_cu=(
        "- Căn cứ Điều lệ Đảng;",
        "- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ huyện khoá XVI,",
    ),
    body=(
        ("p", "Ban Thường vụ Huyện uỷ quy định việc tiếp công dân của người đứng đầu cấp uỷ như "
         "sau:"),
        ("dieu", "Điều 1. Lịch tiếp công dân"),
        ("p", "Bí thư cấp uỷ tiếp công dân định kỳ ít nhất mỗi tháng 1 ngày; tiếp đột xuất khi có "
         "vụ việc phức tạp."),
        ("dieu", "Điều 2. Trách nhiệm sau tiếp công dân"),
        ("p", "Trong 10 ngày làm việc kể từ ngày tiếp theo quy định tại Điều 1, người đứng đầu cấp "
         "uỷ thông báo kết quả xử lý bằng văn bản."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M BAN THƯỜNG VỤ",), chuc_vu=("BÍ THƯ",), ho_ten="Đoàn Hữu Lệ"),
    ),
    noi_nhan=("- Tỉnh uỷ (báo cáo),", "- Các chi, đảng bộ cơ sở,", "- Lưu Văn phòng Huyện uỷ."),
    nguoi_soan_thao="MXL-60",
)  # fmt: skip

BIEN_BAN = Paper(
    profile="dang_hd36",
    co_quan_cap_tren=("TỈNH UỶ QUẢNG TRỊ",),
    co_quan_ban_hanh=("BAN CÁN SỰ ĐẢNG", "UỶ BAN NHÂN DÂN TỈNH"),
    so_ky_hieu="Số 04-BB/BCSĐ",
    dia_danh_ngay="Đông Hà, ngày 03 tháng 4 năm 2024",
    ten_loai="BIÊN BẢN",
    trich_yeu=("Hội nghị Ban cán sự đảng Uỷ ban nhân dân tỉnh", "thường kỳ tháng 4 năm 2024"),
    body=(
        ("p", "Thời gian: 14 giờ 00, ngày 03 tháng 4 năm 2024."),
        ("p", "Địa điểm: Phòng họp số 2, trụ sở Uỷ ban nhân dân tỉnh."),
        ("p", "Nội dung: Giải ngân vốn đầu tư công quý I/2024."),
        ("p", "Người chủ trì: Đồng chí Lê Minh Quang, Bí thư Ban cán sự đảng."),
        ("p", "Người ghi biên bản: Đồng chí Phạm Thu Hà, Phó Chánh Văn phòng."),
        ("de_muc_2", "1. Thành phần"),
        ("p", "Tổng số: 9 đồng chí; có mặt: 8 đồng chí; vắng mặt: 1 đồng chí."),
        ("p", "Vắng mặt: Đồng chí Vũ Đức Long, lý do: đi công tác."),
        ("de_muc_2", "2. Diễn biến hội nghị"),
        ("p", "Đồng chí Hoàng Nam, Giám đốc Sở Kế hoạch và Đầu tư trình bày báo cáo (tài liệu kèm "
         "theo). Hội nghị thảo luận."),
        ("p", "Biểu quyết bằng hình thức giơ tay: tán thành 7 đồng chí; không tán thành 0 đồng "
         "chí; ý kiến khác 1 đồng chí."),
        ("p", "Hội nghị kết thúc lúc 16 giờ 45 cùng ngày."),
    ),
    chu_ky=(
        Signature(bien_ban="NGƯỜI GHI BIÊN BẢN", ho_ten="Phạm Thu Hà"),
        Signature(bien_ban="CHỦ TRÌ HỘI NGHỊ", ho_ten="Lê Minh Quang"),
    ),
)  # fmt: skip

PAPERS = {
    "to_trinh_hd36": TO_TRINH,
    "cong_van_hd36": CONG_VAN,
    "quy_dinh_hd36": QUY_DINH,
    "bien_ban_hd36": BIEN_BAN,
}
