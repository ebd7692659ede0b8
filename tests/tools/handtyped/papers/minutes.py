"""Tools of the tests: conforming biên bản whose figures add up; every fact in them is made up."""

from __future__ import annotations

from handtyped.paper import Paper, Signature

BIEN_BAN = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH QUẢNG TRỊ",),
    co_quan_ban_hanh=("ĐẢNG UỶ PHƯỜNG", "NAM ĐÔNG HÀ"),
    so_ky_hieu="Số 09-BB/ĐU",
    dia_danh_ngay="Nam Đông Hà, ngày 05 tháng 10 năm 2026",
    ten_loai="BIÊN BẢN",
    trich_yeu=("Hội nghị Ban Chấp hành Đảng bộ phường lần thứ 9",),
    body=(
        ("p", "Thời gian: 08 giờ 00, ngày 05 tháng 10 năm 2026."),
        ("p", "Địa điểm: Hội trường Đảng uỷ phường."),
        ("p", "Nội dung: Kết quả thực hiện nhiệm vụ quý III, phương hướng quý IV năm 2026; Quy chế "
         "làm việc của Ban Chấp hành Đảng bộ phường (sửa đổi)."),
        ("p", "Người chủ trì: Đồng chí Nguyễn Thị Hoà, Bí thư Đảng uỷ."),
        ("p", "Người ghi biên bản: Đồng chí Trần Đình Sơn, Chánh Văn phòng Đảng uỷ."),
        ("p", "Tài liệu sử dụng: Báo cáo số 58-BC/ĐU, ngày 28/9/2026; dự thảo Nghị quyết; dự thảo "
         "Quy chế làm việc."),
        ("de_muc_2", "1. Thành phần"),
        ("de_muc_3", "1.1. Đại biểu chính thức"),
        ("p", "Tổng số: 27 đồng chí; có mặt: 25 đồng chí; vắng mặt: 2 đồng chí."),
        ("p", "Vắng mặt:"),
        ("gach", "- Đồng chí Lê Quý Đôn, lý do: ốm;"),
        ("gach", "- Đồng chí Hồ Thị Mỹ, lý do: nghỉ chế độ thai sản."),
        ("de_muc_3", "1.2. Đại biểu mời dự"),
        ("gach", "- Đồng chí Đặng Văn Khôi, chuyên viên Ban Tổ chức Tỉnh uỷ."),
        ("de_muc_2", "2. Diễn biến hội nghị"),
        ("de_muc_3", "2.1. Kết quả thực hiện nhiệm vụ quý III, phương hướng quý IV năm 2026"),
        ("p", "Đồng chí Phó Bí thư Thường trực trình bày báo cáo (tài liệu kèm theo)."),
        ("p", "Ý kiến thảo luận:"),
        ("gach", "- Đồng chí Phạm Văn Tài: đề nghị phân công đảng uỷ viên phụ trách 3 chi bộ chưa "
         "sinh hoạt đủ kỳ;"),
        ("gach", "- Đồng chí Lý Thị Út: đề nghị bổ sung chỉ tiêu chuyển đổi số."),
        ("p", "Biểu quyết thông qua nghị quyết bằng hình thức giơ tay: tán thành 25/25 đồng chí "
         "(100%)."),
        ("de_muc_3", "2.2. Quy chế làm việc của Ban Chấp hành Đảng bộ phường (sửa đổi)"),
        ("p", "Biểu quyết bằng hình thức bỏ phiếu kín: phát ra 25 phiếu; thu về 25 phiếu; hợp lệ "
         "25 phiếu; tán thành 24 phiếu; không tán thành 0 phiếu; ý kiến khác 1 phiếu."),
        ("p", "Kết luận của người chủ trì: Giao Văn phòng Đảng uỷ hoàn thiện Quy chế, trình ký "
         "trước ngày 15/10/2026."),
        ("p", "Hội nghị kết thúc lúc 11 giờ 20 cùng ngày."),
    ),
    chu_ky=(
        Signature(bien_ban="NGƯỜI GHI BIÊN BẢN", ho_ten="Trần Đình Sơn"),
        Signature(bien_ban="CHỦ TRÌ HỘI NGHỊ", ho_ten="Nguyễn Thị Hoà"),
    ),
)  # fmt: skip

BIEN_BAN_BAN_THUONG_VU = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH NGHỆ AN",),
    co_quan_ban_hanh=("ĐẢNG UỶ XÃ AN THÀNH",),
    so_ky_hieu="Số 31-BB/ĐU",
    dia_danh_ngay="An Thành, ngày 07 tháng 9 năm 2026",
    ten_loai="BIÊN BẢN",
    trich_yeu=("Hội nghị Ban Thường vụ Đảng uỷ xã tháng 9 năm 2026",),
    body=(
        ("p", "Thời gian: 14 giờ 00, ngày 07 tháng 9 năm 2026."),
        ("p", "Địa điểm: Phòng họp số 1, trụ sở Đảng uỷ xã."),
        ("p", "Nội dung: Giới thiệu nhân sự kiện toàn chức danh Phó Bí thư Đảng uỷ xã."),
        ("p", "Người chủ trì: Đồng chí Phan Đức Lương, Bí thư Đảng uỷ."),
        ("p", "Người ghi biên bản: Đồng chí Đinh Thị Lài, Chánh Văn phòng Đảng uỷ."),
        ("de_muc_2", "1. Thành phần"),
        ("de_muc_3", "1.1. Đại biểu chính thức"),
        ("p", "Tổng số: 9 đồng chí; có mặt: 8 đồng chí; vắng mặt: 1 đồng chí."),
        ("p", "Vắng mặt: Đồng chí Nguyễn Cảnh Toàn, lý do: đi học."),
        ("de_muc_3", "1.2. Đại biểu mời dự"),
        ("p", "Đồng chí Lê Thị Mai, chuyên viên Ban Tổ chức Tỉnh uỷ."),
        ("de_muc_2", "2. Diễn biến hội nghị"),
        ("p", "Đồng chí Bí thư Đảng uỷ trình bày tờ trình về nhân sự. Hội nghị thảo luận, thống "
         "nhất giới thiệu đồng chí Hồ Thị Thanh Nhàn."),
        ("p", "Biểu quyết bằng hình thức bỏ phiếu kín: phát ra 8 phiếu; thu về 8 phiếu; hợp lệ "
         "8 phiếu; tán thành 7 phiếu (77,8% tổng số Uỷ viên Ban Thường vụ); không tán thành "
         "1 phiếu."),
        ("p", "Kết luận của người chủ trì: Giao Văn phòng Đảng uỷ hoàn thiện tờ trình, gửi Ban "
         "Thường vụ Tỉnh uỷ trước ngày 10/9/2026."),
        ("p", "Hội nghị kết thúc lúc 15 giờ 30 cùng ngày."),
    ),
    chu_ky=(
        Signature(bien_ban="NGƯỜI GHI BIÊN BẢN", ho_ten="Đinh Thị Lài"),
        Signature(bien_ban="CHỦ TRÌ HỘI NGHỊ", ho_ten="Phan Đức Lương"),
    ),
    xac_nhan=Signature(
        xac_nhan="Xác nhận chữ ký của đồng chí Phan Đức Lương",
        quyen_han=("T/L BAN THƯỜNG VỤ",),
        chuc_vu=("CHÁNH VĂN PHÒNG",),
        ho_ten="Đinh Thị Lài",
    ),
)  # fmt: skip

PAPERS = {"bien_ban": BIEN_BAN, "bien_ban_ban_thuong_vu": BIEN_BAN_BAN_THUONG_VU}
