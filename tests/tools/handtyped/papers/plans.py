"""Tools of the tests: conforming kế hoạch and chương trình, with tables, annexes, a draft; every
fact in them is made up."""

from __future__ import annotations

from handtyped.paper import Appendix, Paper, Signature

KE_HOACH = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH NGHỆ AN",),
    co_quan_ban_hanh=("ĐẢNG UỶ XÃ AN THÀNH",),
    so_ky_hieu="Số 29-KH/ĐU",
    dia_danh_ngay="An Thành, ngày 25 tháng 6 năm 2026",
    ten_loai="KẾ HOẠCH",
    trich_yeu=("bồi dưỡng lý luận chính trị, nghiệp vụ công tác đảng", "6 tháng cuối năm 2026"),
    body=(
        ("de_muc", "I- MỤC ĐÍCH, YÊU CẦU"),
        ("khoan", "1. Nâng cao nhận thức, kỹ năng công tác đảng cho cấp uỷ viên cơ sở."),
        ("khoan", "2. Nội dung thiết thực, tránh trùng lặp; học viên dự đủ thời gian."),
        ("de_muc", "II- NỘI DUNG, THỜI GIAN"),
        ("p", "Các lớp bồi dưỡng được tổ chức theo bảng sau:"),
        ("bang", "TT | Tên lớp | Số học viên | Thời gian\n"
         "1 | Bồi dưỡng đối tượng kết nạp Đảng | 45 | Tháng 7/2026\n"
         "2 | Bồi dưỡng đảng viên mới | 38 | Tháng 9/2026\n"
         "3 | Nghiệp vụ công tác kiểm tra, giám sát | 62 | Tháng 11/2026"),
        ("de_muc", "III- TỔ CHỨC THỰC HIỆN"),
        ("khoan", "1. Trung tâm Chính trị xã chủ trì mở lớp, cấp giấy chứng nhận."),
        ("khoan", "2. Các chi bộ cử đảng viên dự học đúng thành phần."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M BAN THƯỜNG VỤ",), chuc_vu=("BÍ THƯ",), ho_ten="Phan Đức Lương"),
    ),
    noi_nhan=("- Trung tâm Chính trị xã;", "- Các chi bộ trực thuộc;", "- Lưu Văn phòng Đảng uỷ."),
)  # fmt: skip

KE_HOACH_CO_PHU_LUC = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH QUẢNG TRỊ",),
    co_quan_ban_hanh=("ĐẢNG UỶ PHƯỜNG", "NAM ĐÔNG HÀ"),
    so_ky_hieu="Số 31-KH/ĐU",
    dia_danh_ngay="Nam Đông Hà, ngày 06 tháng 11 năm 2026",
    ten_loai="KẾ HOẠCH",
    trich_yeu=("kiểm điểm, đánh giá, xếp loại chất lượng", "tổ chức đảng, đảng viên năm 2026"),
    body=(
        ("p", "Ban Thường vụ Đảng uỷ phường ban hành Kế hoạch kiểm điểm, đánh giá, xếp loại chất "
         "lượng tổ chức đảng, đảng viên năm 2026 như sau:"),
        ("khoan", "1. Thời gian, tiến độ kiểm điểm của các tập thể thực hiện theo Phụ lục 1."),
        ("khoan", "2. Phân công dự, chỉ đạo kiểm điểm theo Phụ lục 2."),
        ("khoan", "3. Văn phòng Đảng uỷ tổng hợp kết quả, báo cáo Ban Thường vụ Đảng uỷ trước ngày "
         "31/12/2026."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M BAN THƯỜNG VỤ",), chuc_vu=("BÍ THƯ",), ho_ten="Nguyễn Thị Hoà"),
    ),
    noi_nhan=(
        "- Tỉnh uỷ (báo cáo);",
        "- Các chi bộ, đảng bộ cơ sở;",
        "- Lưu Văn phòng Đảng uỷ.",
    ),
    phu_luc=(
        Appendix(
            nhan="Phụ lục 1",
            ten=("TIẾN ĐỘ KIỂM ĐIỂM, ĐÁNH GIÁ, XẾP LOẠI",),
            kem_theo="(Kèm theo Kế hoạch số 31-KH/ĐU, ngày 06/11/2026 "
            "của Ban Thường vụ Đảng uỷ phường Nam Đông Hà)",
            body=(
                ("bang", "TT | Tập thể | Hoàn thành trước ngày\n"
                 "1 | Các chi bộ trực thuộc | 30/11/2026\n"
                 "2 | Các cơ quan tham mưu, giúp việc | 05/12/2026\n"
                 "3 | Ban Thường vụ Đảng uỷ phường | 20/12/2026"),
            ),
        ),
        Appendix(
            nhan="Phụ lục 2",
            ten=("PHÂN CÔNG DỰ, CHỈ ĐẠO KIỂM ĐIỂM",),
            kem_theo="(Kèm theo Kế hoạch số 31-KH/ĐU, ngày 06/11/2026 "
            "của Ban Thường vụ Đảng uỷ phường Nam Đông Hà)",
            body=(
                ("bang", "TT | Họ và tên | Chức vụ | Đơn vị dự, chỉ đạo\n"
                 "1 | Nguyễn Thị Hoà | Bí thư Đảng uỷ | Chi bộ Quân sự\n"
                 "2 | Phạm Văn Tài | Uỷ viên Ban Thường vụ | Chi bộ khu phố 3"),
            ),
            landscape=True,
        ),
    ),
)  # fmt: skip

CHUONG_TRINH_PHOI_HOP = Paper(
    co_quan_ban_hanh=(
        "BAN TỔ CHỨC TỈNH UỶ -",
        "BAN NỘI CHÍNH TỈNH UỶ -",
        "VĂN PHÒNG TỈNH UỶ",
    ),
    so_ky_hieu="Số 02-CTr/BTCTU-BNCTU-VPTU",
    dia_danh_ngay="Quảng Trị, ngày 15 tháng 7 năm 2026",
    ten_loai="CHƯƠNG TRÌNH",
    trich_yeu=("phối hợp rà soát, số hoá hồ sơ cán bộ năm 2026",),
    body=(
        ("p", "Ban Tổ chức, Ban Nội chính và Văn phòng Tỉnh uỷ thống nhất Chương trình phối hợp "
         "như sau:"),
        ("khoan", "1. Ban Tổ chức Tỉnh uỷ chủ trì rà soát, lập danh mục hồ sơ trước ngày "
         "15/9/2026."),
        ("khoan", "2. Ban Nội chính Tỉnh uỷ rà soát hồ sơ cán bộ các cơ quan nội chính."),
        ("khoan", "3. Văn phòng Tỉnh uỷ số hoá và lưu trữ hồ sơ trước ngày 31/12/2026."),
    ),
    chu_ky=(
        Signature(chuc_vu=("CHÁNH VĂN PHÒNG", "TỈNH UỶ"), ho_ten="Tạ Minh Khuê"),
        Signature(chuc_vu=("TRƯỞNG BAN", "NỘI CHÍNH TỈNH UỶ"), ho_ten="Nguyễn Hải Triều"),
        Signature(chuc_vu=("TRƯỞNG BAN", "TỔ CHỨC TỈNH UỶ"), ho_ten="Lương Văn Đoàn"),
    ),
    noi_nhan=(
        "- Thường trực Tỉnh uỷ (báo cáo);",
        "- Các đảng uỷ trực thuộc;",
        "- Lưu Ban Tổ chức, Ban Nội chính, Văn phòng.",
    ),
)  # fmt: skip

DU_THAO_CHUONG_TRINH = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH QUẢNG TRỊ",),
    co_quan_ban_hanh=("ĐẢNG UỶ PHƯỜNG", "NAM ĐÔNG HÀ"),
    so_ky_hieu="Số      -CTr/ĐU",
    dia_danh_ngay="Nam Đông Hà, ngày      tháng 11 năm 2026",
    ten_loai="CHƯƠNG TRÌNH",
    trich_yeu=("kiểm tra, giám sát năm 2027",),
    du_thao="Dự thảo lần 2",
    pham_vi="TÀI LIỆU HỘI NGHỊ",
    can_cu=(
        "- Căn cứ Điều lệ Đảng;",
        "- Căn cứ Quy định số 21-QĐ/TW, ngày 11/4/2026 của Ban Chấp hành Trung ương về công tác "
        "kiểm tra, giám sát và kỷ luật của Đảng.",
    ),
    body=(
        ("p", "Ban Chấp hành Đảng bộ phường ban hành Chương trình kiểm tra, giám sát năm 2027 như "
         "sau:"),
        ("de_muc", "I- NỘI DUNG"),
        ("khoan", "1. Kiểm tra 3 chi bộ về thực hiện nguyên tắc tập trung dân chủ."),
        ("khoan", "2. Giám sát chuyên đề 4 chi bộ về sinh hoạt chi bộ."),
        ("de_muc", "II- TỔ CHỨC THỰC HIỆN"),
        ("p", "Uỷ ban Kiểm tra Đảng uỷ tham mưu, theo dõi việc thực hiện Chương trình này."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M ĐẢNG UỶ",), chuc_vu=("BÍ THƯ",), ho_ten="Nguyễn Thị Hoà"),
    ),
    noi_nhan=(
        "- Uỷ ban Kiểm tra Tỉnh uỷ (báo cáo);",
        "- Các chi bộ, đảng bộ cơ sở;",
        "- Lưu Văn phòng Đảng uỷ.",
    ),
)  # fmt: skip

PAPERS = {
    "ke_hoach": KE_HOACH,
    "ke_hoach_co_phu_luc": KE_HOACH_CO_PHU_LUC,
    "chuong_trinh_phoi_hop": CHUONG_TRINH_PHOI_HOP,
    "du_thao_chuong_trinh": DU_THAO_CHUONG_TRINH,
}
