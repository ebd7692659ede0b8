"""Tools of the tests: a Party document as its clerk has it before typing, every text as printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Body = tuple[tuple[str, str], ...]
"""(kind, text) pairs. Kinds: `phan`, `chuong`, `muc` and their names `phan_ten`, `chuong_ten`,
`muc_ten`; `dieu` (its name bold), `dieu_noi_dung` (number bold, content regular), `khoan`, `diem`;
`de_muc` («I- …»), `de_muc_2` («1. …», bold), `de_muc_3` («1.1. …», bold); `gach` («- …»); `p`;
`bang` (a table: a row a line, cells between ` | `)."""


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One who signs: lines of authority, lines of office, the name."""

    quyen_han: tuple[str, ...] = ()
    chuc_vu: tuple[str, ...] = ()
    bien_ban: str = ""
    ho_ten: str
    xac_nhan: str = ""

    def head(self) -> tuple[tuple[str, str], ...]:
        """(element, text) of each line above the signature."""
        lines = [("xac_nhan", self.xac_nhan), ("ky_bien_ban", self.bien_ban)]
        lines += [("quyen_han_ky", text) for text in self.quyen_han]
        lines += [("chuc_vu_ky", text) for text in self.chuc_vu]
        return tuple(line for line in lines if line[1])


@dataclass(frozen=True, kw_only=True)
class Attached:
    """A document issued with a decision, on pages of its own."""

    ten_loai: str
    trich_yeu: tuple[str, ...]
    kem_theo: str
    gach: str = "-----"
    body: Body
    chu_ky: tuple[Signature, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Appendix:
    """A phụ lục: a section of its own, its pages numbered from 1."""

    nhan: str = "Phụ lục"
    ten: tuple[str, ...]
    kem_theo: str
    gach: str = "-----"
    body: Body
    landscape: bool = False


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A whole document. Several signatures stand from left to right; the lead is the last."""

    profile: str = "dang_hd05"
    co_quan_cap_tren: tuple[str, ...] = ()
    co_quan_ban_hanh: tuple[str, ...]
    dau_sao: str = "*"
    so_ky_hieu: str
    tieu_de: str = "ĐẢNG CỘNG SẢN VIỆT NAM"
    dia_danh_ngay: str
    ten_loai: str | None
    tac_gia: str = ""
    trich_yeu: tuple[str, ...]
    gach: str = "-----"
    kinh_gui: str = ""
    kinh_gui_dong: tuple[str, ...] = ()
    can_cu: tuple[str, ...] = ()
    quyet_dinh: tuple[str, ...] = ()
    body: Body
    chu_ky: tuple[Signature, ...]
    xac_nhan: Signature | None = None
    noi_nhan_nhan: str = "Nơi nhận:"
    noi_nhan: tuple[str, ...] = ()
    do_khan: str = ""
    pham_vi: str = ""
    du_thao: str = ""
    nguoi_soan_thao: str = ""
    lien_he: tuple[str, ...] = ()
    kem_theo: Attached | None = None
    phu_luc: tuple[Appendix, ...] = ()

    def masthead_left(self) -> tuple[tuple[str, str], ...]:
        """(element, text) of ô 2, 3, 5b, 10 and 11b, from the top down."""
        lines = [("co_quan_cap_tren", text) for text in self.co_quan_cap_tren]
        lines += [("co_quan_ban_hanh", text) for text in self.co_quan_ban_hanh]
        lines += [("dau_sao", self.dau_sao), ("so_ky_hieu", self.so_ky_hieu)]
        if self.ten_loai is None:
            lines += [("trich_yeu_cong_van", text) for text in self.trich_yeu]
        lines += [("do_khan", self.do_khan), ("du_thao", self.du_thao)]
        return tuple(line for line in lines if line[1])

    def masthead_right(self) -> tuple[tuple[str, str], ...]:
        """(element, text) of ô 1 and 4."""
        lines = ("tieu_de", self.tieu_de), ("dia_danh_ngay", self.dia_danh_ngay)
        return tuple(line for line in lines if line[1])

    def title(self) -> tuple[tuple[str, str], ...]:
        """(element, text) of ô 5a; nothing for a công văn."""
        if self.ten_loai is None:
            return ()
        lines = [("ten_loai", self.ten_loai), ("tac_gia", self.tac_gia)]
        lines += [("trich_yeu", text) for text in self.trich_yeu]
        return tuple(line for line in (*lines, ("gach_trich_yeu", self.gach)) if line[1])

    def recipients(self) -> tuple[tuple[str, str], ...]:
        """(element, text) of ô 9a and 12."""
        if not self.noi_nhan:
            return ()
        lines = [("noi_nhan", self.noi_nhan_nhan)]
        lines += [("noi_nhan_dong", text) for text in self.noi_nhan]
        lines += [("nguoi_soan_thao", self.nguoi_soan_thao)]
        return tuple(line for line in lines if line[1])

    def texts(self) -> Iterator[str]:
        """Every text that is printed, page numbers apart, in no order that matters."""
        for _, text in (*self.masthead_left(), *self.masthead_right(), *self.title()):
            yield text
        yield from (self.pham_vi, self.kinh_gui, *self.kinh_gui_dong)
        yield from (*self.can_cu, *self.quyet_dinh, *_body_texts(self.body), *self.lien_he)
        for signature in (*self.chu_ky, *((self.xac_nhan,) if self.xac_nhan else ())):
            yield from (*(text for _, text in signature.head()), signature.ho_ten)
        yield from (text for _, text in self.recipients())
        if (own := self.kem_theo) is not None:
            yield from (own.ten_loai, *own.trich_yeu, own.kem_theo, *_body_texts(own.body))
            yield from (signature.ho_ten for signature in own.chu_ky)
        for appendix in self.phu_luc:
            yield from (appendix.nhan, *appendix.ten, appendix.kem_theo)
            yield from _body_texts(appendix.body)


def _body_texts(body: Body) -> Iterator[str]:
    for kind, text in body:
        yield from text.replace("\n", " | ").split(" | ") if kind == "bang" else (text,)
