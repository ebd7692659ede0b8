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

PAPERS = {"quyet_dinh_ban_hanh_quy_che": QUYET_DINH_BAN_HANH_QUY_CHE}
