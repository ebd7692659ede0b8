"""Tools of the tests: conforming quy chế with right cross-references; every fact is made up."""

from __future__ import annotations

from handtyped.paper import Paper, Signature

QUY_CHE_LAM_VIEC = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH QUẢNG TRỊ",),
    co_quan_ban_hanh=("ĐẢNG UỶ PHƯỜNG", "NAM ĐÔNG HÀ"),
    so_ky_hieu="Số 02-QC/ĐU",
    dia_danh_ngay="Nam Đông Hà, ngày 15 tháng 10 năm 2026",
    ten_loai="QUY CHẾ",
    trich_yeu=("làm việc của Ban Chấp hành Đảng bộ phường khoá I,", "nhiệm kỳ 2025 - 2030"),
    can_cu=(
        "- Căn cứ Điều lệ Đảng;",
        "- Căn cứ Quy định số 208-QĐ/TW, ngày 26/7/2026 của Ban Chấp hành Trung ương về thi hành "
        "Điều lệ Đảng;",
        "- Căn cứ kết quả biểu quyết tại Hội nghị Ban Chấp hành Đảng bộ phường lần thứ 9, ngày "
        "05/10/2026.",
    ),
    body=(
        ("p", "Ban Chấp hành Đảng bộ phường khoá I ban hành Quy chế làm việc như sau:"),
        ("chuong", "Chương I"),
        ("chuong_ten", "QUY ĐỊNH CHUNG"),
        ("dieu", "Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng"),
        ("khoan", "1. Quy chế này quy định trách nhiệm, quyền hạn, chế độ làm việc và quan hệ công "
         "tác của Ban Chấp hành Đảng bộ phường (sau đây gọi là Đảng uỷ)."),
        ("khoan", "2. Quy chế áp dụng đối với Đảng uỷ, Ban Thường vụ, Thường trực Đảng uỷ và các "
         "đồng chí đảng uỷ viên."),
        ("dieu", "Điều 2. Nguyên tắc làm việc"),
        ("p", "Đảng uỷ làm việc theo nguyên tắc tập trung dân chủ, tập thể lãnh đạo, cá nhân phụ "
         "trách; thiểu số phục tùng đa số, người có ý kiến khác được bảo lưu."),
        ("chuong", "Chương II"),
        ("chuong_ten", "TRÁCH NHIỆM VÀ QUYỀN HẠN"),
        ("muc", "Mục 1"),
        ("muc_ten", "TẬP THỂ"),
        ("dieu", "Điều 3. Đảng uỷ"),
        ("khoan", "1. Quyết định những vấn đề sau:"),
        ("diem", "a) Chương trình công tác toàn khoá và hằng năm;"),
        ("diem", "b) Chương trình kiểm tra, giám sát hằng năm;"),
        ("diem", "c) Chủ trương về phát triển kinh tế - xã hội, quốc phòng, an ninh;"),
        ("diem", "d) Quy chế làm việc của Đảng uỷ;"),
        ("diem", "đ) Công tác tổ chức, cán bộ theo phân cấp."),
        ("khoan", "2. Giao Ban Thường vụ Đảng uỷ quyết định một số nội dung cụ thể thuộc điểm c và "
         "điểm đ khoản 1 Điều này."),
        ("dieu", "Điều 4. Ban Thường vụ Đảng uỷ"),
        ("khoan", "1. Lãnh đạo, kiểm tra việc thực hiện nghị quyết của Đảng uỷ; chuẩn bị nội dung "
         "hội nghị Đảng uỷ."),
        ("khoan", "2. Quyết định những vấn đề được giao theo khoản 2 Điều 3 và báo cáo Đảng uỷ tại "
         "hội nghị gần nhất."),
        ("muc", "Mục 2"),
        ("muc_ten", "CÁ NHÂN"),
        ("dieu", "Điều 5. Bí thư Đảng uỷ"),
        ("p", "Chủ trì công việc của Đảng uỷ, Ban Thường vụ Đảng uỷ; ký các văn bản quan trọng; "
         "chịu trách nhiệm trước Tỉnh uỷ và Đảng uỷ."),
        ("dieu", "Điều 6. Đảng uỷ viên"),
        ("khoan", "1. Tham gia đầy đủ các hội nghị; thảo luận, biểu quyết và chịu trách nhiệm về ý "
         "kiến của mình."),
        ("khoan", "2. Phụ trách chi bộ, lĩnh vực được phân công; dự sinh hoạt chi bộ ít nhất mỗi "
         "quý 1 lần."),
        ("chuong", "Chương III"),
        ("chuong_ten", "CHẾ ĐỘ LÀM VIỆC"),
        ("dieu", "Điều 7. Hội nghị"),
        ("khoan", "1. Đảng uỷ họp thường kỳ 3 tháng 1 lần; họp bất thường khi cần."),
        ("khoan", "2. Hội nghị hợp lệ khi có ít nhất hai phần ba số đảng uỷ viên dự."),
        ("khoan", "3. Tài liệu gửi đảng uỷ viên trước hội nghị ít nhất 3 ngày làm việc, trừ trường "
         "hợp họp bất thường nêu tại khoản 1 Điều này."),
        ("dieu", "Điều 8. Biểu quyết"),
        ("p", "Nghị quyết được thông qua khi có trên một nửa tổng số đảng uỷ viên tán thành. Đối "
         "với nội dung nêu tại điểm đ khoản 1 Điều 3 thì biểu quyết bằng phiếu kín."),
        ("chuong", "Chương IV"),
        ("chuong_ten", "TỔ CHỨC THỰC HIỆN"),
        ("dieu", "Điều 9. Hiệu lực thi hành"),
        ("khoan", "1. Quy chế này thay thế Quy chế số 01-QC/ĐU, ngày 15/8/2025 của Ban Chấp hành "
         "Đảng bộ phường."),
        ("khoan", "2. Các tập thể nêu tại Mục 1 và cá nhân nêu tại Mục 2 Chương II có trách nhiệm "
         "thực hiện Quy chế này; Văn phòng Đảng uỷ giúp Ban Thường vụ Đảng uỷ theo dõi."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M ĐẢNG UỶ",), chuc_vu=("BÍ THƯ",), ho_ten="Nguyễn Thị Hoà"),
    ),
    noi_nhan=(
        "- Tỉnh uỷ (báo cáo);",
        "- Các đồng chí đảng uỷ viên;",
        "- Các chi bộ, đảng bộ cơ sở;",
        "- Lưu Văn phòng Đảng uỷ.",
    ),
)  # fmt: skip

QUY_CHE_PHOI_HOP = Paper(
    co_quan_ban_hanh=("BAN TỔ CHỨC TỈNH UỶ -", "BAN NỘI CHÍNH TỈNH UỶ"),
    so_ky_hieu="Số 01-QC/BTCTU-BNCTU",
    dia_danh_ngay="Quảng Trị, ngày 08 tháng 7 năm 2026",
    ten_loai="QUY CHẾ",
    trich_yeu=("phối hợp công tác giữa Ban Tổ chức Tỉnh uỷ", "và Ban Nội chính Tỉnh uỷ"),
    can_cu=(
        "- Căn cứ Quyết định số 88-QĐ/TU, ngày 12/8/2025 của Ban Thường vụ Tỉnh uỷ về chức năng, "
        "nhiệm vụ của các cơ quan tham mưu, giúp việc Tỉnh uỷ;",
        "- Căn cứ yêu cầu công tác của hai cơ quan.",
    ),
    body=(
        ("p", "Ban Tổ chức Tỉnh uỷ và Ban Nội chính Tỉnh uỷ thống nhất ban hành Quy chế phối hợp "
         "công tác như sau:"),
        ("dieu", "Điều 1. Nguyên tắc phối hợp"),
        ("p", "Việc phối hợp trên cơ sở chức năng, nhiệm vụ của mỗi cơ quan; chủ động, kịp thời, "
         "giữ bí mật của Đảng và Nhà nước."),
        ("dieu", "Điều 2. Nội dung phối hợp"),
        ("khoan", "1. Thẩm định nhân sự thuộc các cơ quan nội chính."),
        ("khoan", "2. Kiểm tra, giám sát việc thực hiện quy định về phòng, chống tham nhũng, lãng "
         "phí, tiêu cực trong công tác cán bộ."),
        ("dieu", "Điều 3. Trách nhiệm của mỗi cơ quan"),
        ("khoan", "1. Ban Tổ chức Tỉnh uỷ:"),
        ("diem", "a) Chủ trì thực hiện nội dung nêu tại khoản 1 Điều 2;"),
        ("diem", "b) Cung cấp thông tin về nhân sự khi có yêu cầu."),
        ("khoan", "2. Ban Nội chính Tỉnh uỷ:"),
        ("diem", "a) Chủ trì thực hiện nội dung nêu tại khoản 2 Điều 2;"),
        ("diem", "b) Cho ý kiến bằng văn bản trong 7 ngày làm việc."),
        ("dieu", "Điều 4. Chế độ thông tin, báo cáo"),
        ("p", "Định kỳ 6 tháng, hằng năm, hai cơ quan trao đổi báo cáo; mỗi năm họp đánh giá 1 "
         "lần, luân phiên chủ trì."),
        ("dieu", "Điều 5. Tổ chức thực hiện"),
        ("p", "Quy chế có hiệu lực kể từ ngày ký. Trong quá trình thực hiện, hai cơ quan thống "
         "nhất sửa đổi, bổ sung khi cần thiết."),
    ),
    chu_ky=(
        Signature(chuc_vu=("TRƯỞNG BAN NỘI CHÍNH", "TỈNH UỶ"), ho_ten="Nguyễn Hải Triều"),
        Signature(chuc_vu=("TRƯỞNG BAN TỔ CHỨC", "TỈNH UỶ"), ho_ten="Lương Văn Đoàn"),
    ),
    noi_nhan=(
        "- Ban Thường vụ Tỉnh uỷ (báo cáo);",
        "- Các phòng của hai cơ quan;",
        "- Lưu Ban Tổ chức, Ban Nội chính.",
    ),
)  # fmt: skip

QUY_DINH = Paper(
    co_quan_cap_tren=("ĐẢNG BỘ TỈNH NGHỆ AN",),
    co_quan_ban_hanh=("ĐẢNG UỶ XÃ AN THÀNH",),
    so_ky_hieu="Số 152-QĐ/ĐU",
    dia_danh_ngay="An Thành, ngày 02 tháng 11 năm 2026",
    ten_loai="QUY ĐỊNH",
    trich_yeu=("về chế độ trực và giao ban của các cơ quan", "tham mưu, giúp việc Đảng uỷ"),
    can_cu=(
        "- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã khoá I, nhiệm kỳ 2025 - 2030;",
        "- Xét đề nghị của Văn phòng Đảng uỷ xã.",
    ),
    body=(
        ("p", "Ban Thường vụ Đảng uỷ xã quy định chế độ trực và giao ban như sau:"),
        ("dieu", "Điều 1. Chế độ trực"),
        ("p", "Mỗi ngày làm việc có 1 đồng chí lãnh đạo và 1 chuyên viên trực; ngày nghỉ, ngày lễ "
         "trực theo phân công của Văn phòng Đảng uỷ."),
        ("dieu", "Điều 2. Chế độ giao ban"),
        ("khoan", "1. Giao ban tuần vào 07 giờ 30, thứ Hai."),
        ("khoan", "2. Giao ban tháng vào ngày làm việc cuối cùng của tháng."),
        ("dieu", "Điều 3. Tổ chức thực hiện"),
        ("p", "Văn phòng Đảng uỷ theo dõi, báo cáo Thường trực Đảng uỷ việc thực hiện các chế độ "
         "nêu tại Điều 1 và Điều 2."),
    ),
    chu_ky=(
        Signature(quyen_han=("T/M BAN THƯỜNG VỤ",), chuc_vu=("BÍ THƯ",), ho_ten="Phan Đức Lương"),
    ),
    noi_nhan=("- Thường trực Đảng uỷ;", "- Như Điều 3;", "- Lưu Văn phòng Đảng uỷ."),
)  # fmt: skip

PAPERS = {
    "quy_che_lam_viec": QUY_CHE_LAM_VIEC,
    "quy_che_phoi_hop": QUY_CHE_PHOI_HOP,
    "quy_dinh": QUY_DINH,
}
