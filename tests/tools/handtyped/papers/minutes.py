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

PAPERS = {"bien_ban": BIEN_BAN}
