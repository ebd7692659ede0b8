"""Tools of the tests: conforming quyết định, one with a quy chế; every fact in them is made up."""

from __future__ import annotations

from handtyped.paper import Attached, Paper, Signature

QUYET_DINH_BAN_HANH_QUY_CHE = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH NGHỆ AN",),
    co_quan_ban_hanh=("ĐẢNG UỶ XÃ AN THÀNH",),
    so_ky_hieu="Số 05-QĐ/ĐU",
    dia_danh_ngay="An Thành, ngày 28 tháng 10 năm 2026",
    ten_loai="QUYẾT ĐỊNH",
    trich_yeu=("ban hành Quy chế tiếp nhận, quản lý và khai thác", "tài liệu lưu trữ của Đảng uỷ"),
    can_cu=(
        "- Căn cứ Điều lệ Đảng;",
        "- Căn cứ Quy định số 208-QĐ/TW, ngày 26/7/2026 của Ban Chấp hành Trung ương về thi hành "
        "Điều lệ Đảng;",
        "- Căn cứ Luật Lưu trữ năm 2024;",
        "- Xét đề nghị của Văn phòng Đảng uỷ xã.",
    ),
    quyet_dinh=("BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT ĐỊNH",),
    body=(
        ("dieu_noi_dung", "Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp nhận, quản lý và "
         "khai thác tài liệu lưu trữ của Đảng uỷ xã."),
        ("dieu_noi_dung", "Điều 2. Văn phòng Đảng uỷ xã hướng dẫn, kiểm tra việc thực hiện Quy chế "
         "nêu tại Điều 1; định kỳ hằng năm báo cáo Ban Thường vụ Đảng uỷ xã."),
        ("dieu_noi_dung", "Điều 3. Văn phòng Đảng uỷ, các cơ quan tham mưu, giúp việc Đảng uỷ và "
         "các chi bộ, đảng bộ cơ sở trực thuộc chịu trách nhiệm thi hành Quyết định này. Quyết "
         "định có hiệu lực kể từ ngày ký."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M ĐẢNG UỶ",), chuc_vu=("PHÓ BÍ THƯ",), ho_ten="Cao Văn Thịnh"),
    ),
    noi_nhan=(
        "- Văn phòng Tỉnh uỷ (báo cáo);",
        "- Các đồng chí đảng uỷ viên;",
        "- Như Điều 3;",
        "- Lưu Văn phòng Đảng uỷ.",
    ),
    kem_theo=Attached(
        ten_loai="QUY CHẾ",
        trich_yeu=("tiếp nhận, quản lý và khai thác tài liệu lưu trữ", "của Đảng uỷ xã"),
        kem_theo="(Ban hành kèm theo Quyết định số 05-QĐ/ĐU, ngày 28/10/2026 "
        "của Ban Chấp hành Đảng bộ xã An Thành)",
        body=(
            ("chuong", "Chương I"),
            ("chuong_ten", "QUY ĐỊNH CHUNG"),
            ("dieu", "Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng"),
            ("khoan", "1. Quy chế này quy định việc tiếp nhận, quản lý và khai thác tài liệu lưu "
             "trữ hình thành trong hoạt động của Đảng uỷ xã (sau đây gọi là tài liệu)."),
            ("khoan", "2. Quy chế áp dụng đối với các cơ quan tham mưu, giúp việc Đảng uỷ, các chi "
             "bộ, đảng bộ cơ sở trực thuộc và cá nhân có liên quan."),
            ("dieu", "Điều 2. Nguyên tắc"),
            ("p", "Tài liệu được quản lý tập trung, thống nhất tại Văn phòng Đảng uỷ xã; không để "
             "thất lạc, hư hỏng; việc khai thác phải đúng mục đích, đúng thẩm quyền."),
            ("chuong", "Chương II"),
            ("chuong_ten", "TIẾP NHẬN, QUẢN LÝ VÀ KHAI THÁC"),
            ("dieu", "Điều 3. Tiếp nhận tài liệu"),
            ("khoan", "1. Chậm nhất ngày 31 tháng 3 hằng năm, cơ quan, đơn vị nêu tại khoản 2 "
             "Điều 1 nộp tài liệu của năm trước, gồm:"),
            ("diem", "a) Tài liệu đã được lập hồ sơ;"),
            ("diem", "b) Mục lục hồ sơ nộp lưu;"),
            ("diem", "c) Biên bản giao nhận."),
            ("khoan", "2. Tài liệu chưa được lập hồ sơ thì trả lại đơn vị nộp lưu để hoàn thiện "
             "trong 15 ngày."),
            ("dieu", "Điều 4. Khai thác tài liệu"),
            ("khoan", "1. Chánh Văn phòng Đảng uỷ cho phép khai thác tài liệu không thuộc danh mục "
             "bí mật nhà nước."),
            ("khoan", "2. Người khai thác không được tự ý mang tài liệu ra khỏi nơi lưu trữ, trừ "
             "trường hợp có ý kiến của người có thẩm quyền nêu tại khoản 1 Điều này."),
            ("chuong", "Chương III"),
            ("chuong_ten", "TỔ CHỨC THỰC HIỆN"),
            ("dieu", "Điều 5. Trách nhiệm thi hành"),
            ("p", "Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị phản ánh về "
             "Văn phòng Đảng uỷ xã để tổng hợp, báo cáo Ban Chấp hành Đảng bộ xã xem xét."),
        ),
    ),
)  # fmt: skip

QUYET_DINH = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH QUẢNG TRỊ",),
    co_quan_ban_hanh=("ĐẢNG UỶ PHƯỜNG", "NAM ĐÔNG HÀ"),
    so_ky_hieu="Số 147-QĐ/ĐU",
    dia_danh_ngay="Nam Đông Hà, ngày 16 tháng 11 năm 2026",
    ten_loai="QUYẾT ĐỊNH",
    trich_yeu=("thành lập Tổ giúp việc chuyển đổi số trong Đảng bộ phường",),
    can_cu=(
        "- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ phường khoá I, "
        "nhiệm kỳ 2025 - 2030;",
        "- Căn cứ Nghị quyết số 12-NQ/ĐU, ngày 05/10/2026 của Ban Chấp hành Đảng bộ phường về lãnh "
        "đạo thực hiện nhiệm vụ quý IV năm 2026;",
        "- Xét đề nghị của Văn phòng Đảng uỷ phường.",
    ),
    quyet_dinh=("BAN THƯỜNG VỤ ĐẢNG UỶ QUYẾT ĐỊNH",),
    body=(
        ("dieu_noi_dung", "Điều 1. Thành lập Tổ giúp việc chuyển đổi số trong Đảng bộ phường gồm "
         "các đồng chí sau:"),
        ("khoan", "1. Đồng chí Trần Đình Sơn, Chánh Văn phòng Đảng uỷ, Tổ trưởng."),
        ("khoan", "2. Đồng chí Lý Thị Út, Phó Trưởng Ban Xây dựng Đảng Đảng uỷ, Tổ phó."),
        ("khoan", "3. Đồng chí Võ Quang Huy, chuyên viên Văn phòng Đảng uỷ, tổ viên."),
        ("dieu_noi_dung", "Điều 2. Tổ giúp việc có nhiệm vụ:"),
        ("diem", "a) Tham mưu kế hoạch chuyển đổi số của Đảng bộ phường;"),
        ("diem", "b) Hướng dẫn các chi bộ sử dụng sổ tay đảng viên điện tử;"),
        ("diem", "c) Tổng hợp, báo cáo kết quả hằng tháng."),
        ("dieu_noi_dung", "Điều 3. Văn phòng Đảng uỷ, các cơ quan liên quan và các đồng chí có tên "
         "tại Điều 1 chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ "
         "ngày ký."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M BAN THƯỜNG VỤ",), chuc_vu=("BÍ THƯ",), ho_ten="Nguyễn Thị Hoà"),
    ),
    noi_nhan=("- Như Điều 3;", "- Ban Tổ chức Tỉnh uỷ (báo cáo);", "- Lưu Văn phòng Đảng uỷ."),
)  # fmt: skip

QUYET_DINH_KIEM_TRA = Paper(
    co_quan_cap_tren=("ĐẢNG UỶ XÃ AN THÀNH",),
    co_quan_ban_hanh=("UỶ BAN KIỂM TRA",),
    so_ky_hieu="Số 14-QĐ/UBKTĐU",
    dia_danh_ngay="An Thành, ngày 03 tháng 8 năm 2026",
    ten_loai="QUYẾT ĐỊNH",
    trich_yeu=("kiểm tra Chi bộ Trường Trung học cơ sở An Thành",),
    can_cu=(
        "- Căn cứ Điều lệ Đảng;",
        "- Căn cứ Quy định số 21-QĐ/TW, ngày 11/4/2026 của Ban Chấp hành Trung ương về công tác "
        "kiểm tra, giám sát và kỷ luật của Đảng;",
        "- Căn cứ Chương trình số 02-CTr/ĐU, ngày 20/01/2026 của Ban Chấp hành Đảng bộ xã về công "
        "tác kiểm tra, giám sát năm 2026.",
    ),
    quyet_dinh=("UỶ BAN KIỂM TRA ĐẢNG UỶ XÃ", "QUYẾT ĐỊNH"),
    body=(
        ("dieu_noi_dung", "Điều 1. Kiểm tra Chi bộ Trường Trung học cơ sở An Thành trong việc thực "
         "hiện nguyên tắc tập trung dân chủ; mốc kiểm tra từ ngày 01/01/2025 đến ngày 30/6/2026."),
        ("dieu_noi_dung", "Điều 2. Thành lập Tổ kiểm tra gồm 3 đồng chí do đồng chí Đậu Thị Minh, "
         "Phó Chủ nhiệm Uỷ ban Kiểm tra làm Tổ trưởng. Thời gian kiểm tra 20 ngày làm việc."),
        ("dieu_noi_dung", "Điều 3. Tổ kiểm tra và Chi bộ nêu tại Điều 1 thi hành Quyết định này."),
    ),
    chu_ky=(
        Signature(
            quyen_han=("T/M UỶ BAN KIỂM TRA",), chuc_vu=("CHỦ NHIỆM",), ho_ten="Hồ Thị Thanh Nhàn"
        ),
    ),
    noi_nhan=(
        "- Như Điều 3;",
        "- Ban Thường vụ Đảng uỷ (báo cáo);",
        "- Lưu Uỷ ban Kiểm tra.",
    ),
)  # fmt: skip

PAPERS = {
    "quyet_dinh_ban_hanh_quy_che": QUYET_DINH_BAN_HANH_QUY_CHE,
    "quyet_dinh": QUYET_DINH,
    "quyet_dinh_kiem_tra": QUYET_DINH_KIEM_TRA,
}
