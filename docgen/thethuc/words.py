"""Thể thức: the words by which the elements of a document are known, however they are typed."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_AS_TYPED = str.maketrans({"đ": "d", "\u2010": "-", "\u2011": "-"})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text in lower case, without accents and doubled spaces, to know it again by."""
    spread = unicodedata.normalize("NFD", text.lower())
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return " ".join(bare.translate(_AS_TYPED).split())


def composed(text: str) -> str:
    """The text with composed letters and its unbreakable hyphens as plain ones."""
    return unicodedata.normalize("NFC", text).replace("\u2011", "-").replace("\u2010", "-")


def plain(text: str) -> str:
    """The text composed, with single spaces: what it says, however it is typed."""
    return " ".join(composed(text).split())


TITLE = "dang cong san viet nam"
_MOST_SLIPS, _ALIKE = 2, 0.85
STATE_TITLE = "cong hoa xa hoi chu nghia viet nam"
STATE_MOTTO = re.compile(r"doc lap\W+tu do\W+hanh phuc")

TYPES: dict[str, tuple[str, ...]] = {
    "Nghị quyết": ("NQ",),
    "Quyết định": ("QĐ",),
    "Quy định": ("QĐ", "QĐi"),
    "Chỉ thị": ("CT",),
    "Kết luận": ("KL",),
    "Quy chế": ("QC",),
    "Hướng dẫn": ("HD",),
    "Thông báo": ("TB",),
    "Báo cáo": ("BC",),
    "Chương trình": ("CTr",),
    "Kế hoạch": ("KH",),
    "Quy hoạch": ("QH",),
    "Tờ trình": ("TTr",),
    "Thông tri": ("TT",),
    "Biên bản": ("BB",),
    "Đề án": ("ĐA",),
    "Phương án": ("PA",),
    "Dự án": ("DA",),
    "Chiến lược": ("CL",),
    "Thông cáo": ("TC",),
    "Tuyên bố": ("TB",),
    "Lời kêu gọi": ("LKG",),
    "Giấy mời": ("GM",),
    "Giấy giới thiệu": ("GGT",),
    "Công văn": ("CV",),
}
"""Types of documents with their symbols (HD05, II.I.3.1.2; HD36 where it differs)."""
TYPES_BY_FOLD = {fold(name): name for name in TYPES}

TYPE_LINE = re.compile(
    rf"(?P<type>{'|'.join(sorted(TYPES_BY_FOLD, key=len, reverse=True))})(?=$|[\s:.])"
)
NUMBER = re.compile(r"so\s*[:.]?\s*(?=$|\d|[.…_]|-|/|[a-z]{1,4}\s*/)|\d+\s*[-/–]\s*[a-z]+/")
DATE = re.compile(
    r"(?!ve |v\s*/\s*v).{0,60}?(?:\bngay\b.*\bthang\b|\d{1,2}\s*thang\s*\d{1,2}\s*nam\b"
    r"|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\W*$)"
)
STAR = re.compile(r"[*＊✱∗★☆✶](?:\s*[*＊✱∗★☆✶])*")
SEPARATOR = re.compile(r"[-–—_=*.~]{3,}|[-–—](?:\s+[-–—]){2,}|[─━―]+|\W*[o0]{3}\W*")
URGENT = re.compile(r"\W*(?:(?:muc )?do khan\W+)?(?:khan|khan cap|thuong khan|hoa toc\b.*)\W*")
SECRET = ("mat", "toi mat", "tuyet mat")
SCOPE = (
    "tai lieu hoi nghi", "tai lieu thu hoi", "tai lieu phai thu hoi", "xem xong tra lai",
    "luu hanh noi bo", "khong pho bien tren phuong tien thong tin dai chung",
)  # fmt: skip
DRAFT = re.compile(r"\(?du thao\b(?!.*\b(?:nghi quyet|quy che|quy dinh|bao cao)\b)")
SUBJECT = re.compile(r"(?:v\s*/\s*v|ve)\b", re.IGNORECASE)
ADDRESS = re.compile(r"kinh\s+(?:gui|trinh)\s*:?")
BASIS = re.compile(r"[-–—•*+]?\s*(?:can cu|xet|theo|thuc hien|tren co so)\b")
FIRST_BASIS = re.compile(r"[-–—•*+]?\s*can cu\b")
ATTACHED = re.compile(r"\(?\s*(?:ban hanh\s+)?kem theo\b")
ANNEX = re.compile(r"phu luc(?:\s+(?:so\s+)?(?:\d+|[ivx]+|[a-z]))?\b[.:]?")
RECIPIENTS = re.compile(r"noi (?:nhan|gui)\s*[:.;]*\s*(?=$|-)")
AUTHORITY = re.compile(
    r"(?:T\s*[/.]\s*M|K\s*[/.]\s*T|T\s*[/.]\s*L|T\s*[/.]\s*UQ)[.:\s/]*(?=\w)"
    r"|(?:TM|KT|TL|TUQ|Q)(?=[.:\s/])[.:\s/]*(?=\w)"
    r"|(?P<words>THAY MẶT|KÝ THAY|THỪA LỆNH|THỪA [UỦ][ỶY] QUYỀN)\s+",
    re.IGNORECASE,
)
"""«T/M», «K/T», «T/L», «Q.», and what people write for them."""
DRAFTER = re.compile(
    r"(?:[^\W\d_]{1,30} ?){1,5} ?[-–] ?\d{1,4}|[A-ZĐ]{1,6}[. ]*\(\d{1,4}\)", re.UNICODE
)
CONTACT = re.compile(r"(?:dien thoai|dt|fax|email|e-mail|website|dia chi)\s*:")
SIGNED = re.compile(r"\W*(?:da ky|ky ten|chu ky|ky, ghi ro ho ten|ky va ghi ro ho ten).*")
CONFIRMED = re.compile(r"xac nhan chu ky")

ROLES = frozenset({
    "bi thu", "pho bi thu", "pho bi thu thuong truc", "tong bi thu", "chu nhiem", "pho chu nhiem",
    "chu tich", "pho chu tich", "truong ban", "pho truong ban", "chanh van phong",
    "pho chanh van phong", "truong tieu ban", "pho truong tieu ban", "truong ban chi dao",
    "pho truong ban chi dao", "vu truong", "pho vu truong", "cuc truong", "giam doc",
    "pho giam doc", "truong phong", "hieu truong", "pho hieu truong", "tong bien tap",
    "nguoi ghi bien ban", "chu tri hoi nghi", "chu toa", "chu tri", "thu ky", "thu ky hoi nghi",
    "doan chu tich", "doan thu ky", "nguoi chu tri", "chu toa hoi nghi", "uy vien",
    "truong ban kiem phieu", "to truong", "truong doan", "thu truong", "tham muu truong",
    "dang uy vien", "chi uy vien", "chinh uy", "tong kiem toan", "bo truong", "vien truong",
    "thu truong co quan", "chanh an", "dai dien", "nguoi duoc kiem tra",
    "dang vien duoc kiem tra",
})  # fmt: skip
"""What stands alone on a signature line."""
MINUTES_ROLES = frozenset({
    "nguoi ghi bien ban", "chu tri hoi nghi", "chu toa", "thu ky", "thu ky hoi nghi", "chu tri",
    "doan chu tich", "doan thu ky", "nguoi chu tri", "chu toa hoi nghi",
})  # fmt: skip
SURNAMES = frozenset({
    "ÂU", "BẠCH", "BẾ", "BÙI", "CAO", "CHÂU", "CHU", "DIỆP", "DOÃN", "DƯƠNG", "ĐÀM", "ĐẶNG", "ĐÀO",
    "ĐẬU", "ĐINH", "ĐOÀN", "ĐỖ", "ĐỒNG", "GIANG", "GIÀNG", "HÀ", "HOÀNG", "HỒ", "HỨA", "HUỲNH",
    "KHÚC", "KHUẤT", "KHƯƠNG", "KIỀU", "KIM", "LA", "LẠI", "LÂM", "LẦU", "LÊ", "LÒ", "LÔ", "LỤC",
    "LƯƠNG", "LƯU", "LÝ", "MA", "MÃ", "MAI", "MẠC", "MÔNG", "NGHIÊM", "NGÔ", "NGUYỄN", "NINH",
    "NÔNG", "PHẠM", "PHAN", "PHÍ", "PHÙNG", "PHƯƠNG", "QUÁCH", "SẦM", "SÙNG", "TẠ", "TĂNG", "THÁI",
    "THẠCH", "THÂN", "TIÊU", "TÔ", "TÔN", "TỐNG", "TRẦN", "TRIỆU", "TRỊNH", "TRƯƠNG", "TỪ", "UÔNG",
    "VÀNG", "VI", "VÕ", "VŨ", "VƯƠNG", "VỪ",
})  # fmt: skip
"""By which a name in capitals is told from an office."""
_LONGEST_NAME = 5
BODY_STARTS = (
    "dang uy", "chi bo", "ban can su dang", "dang doan", "ban ", "van phong", "uy ban kiem tra",
    "hoi dong", "tieu ban", "trung tam", "truong ", "vu ", "cuc ", "quan uy", "tinh uy", "thanh uy",
    "huyen uy", "quan uy", "thi uy", "co quan", "doan chu tich", "doan thu ky", "bao ", "dang bo",
    "to cong tac", "uy ban ", "dai hoi", "doan kiem tra", "doan giam sat", "phong ", "lien ",
)  # fmt: skip
"""How names of bodies begin (folded)."""


def is_title(words: str) -> bool:
    """Whether folded words are the title of the Party's documents, a slip or two allowed."""
    words = words.strip(" .*-")
    if not words.startswith("da") or abs(len(words) - len(TITLE)) > _MOST_SLIPS * 2:
        return words.startswith("dang cong san")
    return SequenceMatcher(None, words, TITLE, autojunk=False).ratio() > _ALIKE


def is_body_name(text: str) -> bool:
    """Whether the text begins as the name of a Party body."""
    return fold(text).startswith(BODY_STARTS)


def is_upper_name(text: str) -> bool:
    """Whether a line of capitals is a person's name: known by the surname."""
    words = unicodedata.normalize("NFC", text).upper().split()
    return 1 < len(words) <= _LONGEST_NAME and words[0] in SURNAMES and not is_body_name(text)


def is_role(text: str) -> bool:
    """Whether the line is an office as it stands under a document, with or without its body."""
    words = fold(text).strip(" .,:;")
    return words in ROLES or any(words.startswith(f"{role} ") for role in ROLES - {"chu tri"})
