"""Thể thức: the official form as dated data, one `Profile` a guidance.

HD 36-HD/VPTW (03/4/2018 – 26/5/2026) and HD 05-HD/VPTW (from 27/5/2026). Lengths in mm, sizes in
pt. Each value carries the article it comes from; where a guidance is silent, the value is ours and
`certainty` says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

Certainty = Literal["read", "second-hand", "inferred", "ours"]
"""Read in the guidance; from another source; inferred; chosen by us where it is silent."""
Align = Literal["left", "center", "right", "both"]


@dataclass(frozen=True)
class Page:
    """Paper and margins in mm, the page number in pt and mm from the top edge (HD 05, II.IV)."""

    width: int = 210
    height: int = 297
    top: int = 20
    bottom: int = 20
    left: int = 30
    right: int = 15
    number_from_top: int = 10
    number_size: int = 14


@dataclass(frozen=True)
class Body:
    """Paragraphs of the text (HD 05, II.I.6.2.2): sizes and spacing in pt, indent in mm."""

    sizes: tuple[int, int] = (14, 15)
    line_exactly: tuple[int, int | None] = (18, 22)
    gap_at_least: int = 6
    first_line: int = 10
    first_line_about: tuple[float, float] = (9, 13)
    """What passes for «khoảng 10 mm»: Word's half an inch too (12.7 mm). Ours."""


@dataclass(frozen=True)
class Element:
    """How one element of the form is printed. `sizes` in pt, least and most."""

    sizes: tuple[float, float]
    source: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    capitals: bool = False
    align: Align = "center"
    certainty: Certainty = "read"


ELEMENTS: Mapping[str, Element] = MappingProxyType({
    "tieu_de": Element((15, 15), "HD05:II.I.1", bold=True, capitals=True),
    "co_quan_cap_tren": Element((14, 14), "HD05:II.I.2", capitals=True),
    "co_quan_ban_hanh": Element((14, 14), "HD05:II.I.2.2", bold=True, capitals=True),
    "dau_sao": Element((14, 14), "HD05:II.I.2.2.1", certainty="ours"),
    "so_ky_hieu": Element((14, 14), "HD05:II.I.3.2"),
    "dia_danh_ngay": Element((14, 14), "HD05:II.I.4.2", italic=True),
    "ten_loai": Element((15, 16), "HD05:II.I.5", bold=True, capitals=True),
    "tac_gia": Element((14, 15), "HD05:II.I.5.1.1", bold=True, capitals=True, certainty="inferred"),
    "trich_yeu": Element((14, 15), "HD05:II.I.5", bold=True),
    "gach_trich_yeu": Element((14, 15), "HD05:II.I.5.2.1", certainty="ours"),
    "trich_yeu_cv": Element((12, 12), "HD05:II.I.5.2.3", italic=True),
    "kinh_gui": Element((14, 14), "HD05:II.I.9.2.3", italic=True),
    "kinh_gui_ten": Element((14, 15), "HD05:II.I.9.2.5", align="left"),
    "can_cu": Element((14, 15), "HD05:II.I.6.2.3", align="both"),
    "noi_dung": Element((14, 15), "HD05:II.I.6.2.2", align="both"),
    "phan": Element((14, 15), "HD05:II.I.6.2.4a", bold=True),
    "phan_ten": Element((14, 15), "HD05:II.I.6.2.4a", bold=True, capitals=True),
    "muc": Element((14, 15), "HD05:II.I.6.2.4b", bold=True),
    "muc_ten": Element((14, 15), "HD05:II.I.6.2.4b", bold=True, capitals=True),
    "dieu": Element((14, 15), "HD05:II.I.6.2.4c", bold=True, align="both"),
    "de_muc": Element((14, 15), "HD05:II.I.6.2.4", bold=True, align="both", certainty="inferred"),
    "quyen_han_ky": Element((14, 14), "HD05:II.I.7", bold=True, capitals=True),
    "chuc_vu_ky": Element((14, 14), "HD05:II.I.7", capitals=True),
    "ky_bien_ban": Element(
        (14, 14), "HD05:II.I.7.1", bold=True, capitals=True, certainty="second-hand"
    ),
    "ho_ten_ky": Element((14, 14), "HD05:II.I.7.1.3", bold=True),
    "noi_nhan": Element((14, 14), "HD05:II.I.9.2.1", underline=True, align="left"),
    "noi_nhan_dong": Element((12, 12), "HD05:II.I.9.2.5", align="left"),
    "pham_vi": Element((12, 12), "HD05:II.II.4.1", bold=True, capitals=True, align="right"),
    "dong_quyet_dinh": Element(
        (14, 15), "HD05:II.I.6", bold=True, capitals=True, certainty="ours"
    ),
    "bang_ten": Element((13, 15), "HD05:II.I.6", bold=True, certainty="ours"),
    "bang_dau": Element((13, 14), "HD05:II.I.6", bold=True, certainty="ours"),
    "bang": Element((13, 14), "HD05:II.I.6", align="left", certainty="ours"),
    "phu_luc": Element((14, 15), "HD05:II.II.1", bold=True, certainty="ours"),
    "phu_luc_ten": Element((14, 15), "HD05:II.II.1.2", bold=True, certainty="ours"),
    "kem_theo": Element((14, 14), "HD05:II.II.1.2", italic=True, certainty="ours"),
    "khan": Element((14, 14), "HD05:II.II.3", bold=True, capitals=True),
    "du_thao": Element((14, 14), "HD05:II.II.4.2", italic=True),
    "nguoi_soan": Element((11, 11), "HD05:II.II.5", align="left"),
    "lien_he": Element((10, 10), "HD05:II.II.6", align="left"),
    "so_trang": Element((14, 14), "HD05:II.IV.5"),
})  # fmt: skip
"""The elements both guidances print alike."""


@dataclass(frozen=True)
class Profile:
    """One guidance: when it is in force, and what it asks."""

    key: str
    title: str
    since: date
    until: date | None
    body: Body
    last_basis_ends: str
    recipient_ends: str
    submission_label: str
    sources: Mapping[str, str]
    drawn_separator: bool = False
    """Whether a line drawn under the trích yếu, in place of the hyphens, is borne."""
    more_symbols: frozenset[str] = frozenset()
    """Symbols of types that only this guidance knows."""
    page: Page = Page()
    plain_subject: bool = False
    """Whether the trích yếu of a công văn may stand without «về việc»."""
    elements: Mapping[str, Element] = field(default_factory=lambda: ELEMENTS)

    def in_force(self, on: date) -> bool:
        """Whether a document of that date follows this guidance."""
        return self.since <= on and (self.until is None or on <= self.until)


HD36 = Profile(
    key="dang_hd36",
    title="Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018",
    since=date(2018, 4, 3),
    until=date(2026, 5, 26),
    body=Body(line_exactly=(18, None)),
    last_basis_ends=",",
    recipient_ends=",",
    submission_label="Kính gửi:",
    drawn_separator=True,
    plain_subject=True,
    more_symbols=frozenset(("QĐi",)),
    sources=MappingProxyType({
        "last_basis_ends": "HD36, theo nguồn thứ hai; 66-QĐ/TW, 138-QĐ/TW in như vậy",
        "recipient_ends": "HD36, theo nguồn thứ hai; 7619-CV/BTCTW in như vậy",
        "submission_label": "HD36, theo nguồn thứ hai",
        "drawn_separator": "09-QC/TW in như vậy",
        "plain_subject": "HD36, phụ lục 3, theo nguồn thứ hai",
        "nguoi_soan": "HD36, theo nguồn thứ hai",
    }),
    elements=MappingProxyType({
        **ELEMENTS,
        # 8 by what is told of it; what HD 05 asks is borne.
        "nguoi_soan": Element(
            (8, 11), "HD36", capitals=True, align="left", certainty="second-hand"
        ),
    }),
)  # fmt: skip

HD05 = Profile(
    key="dang_hd05",
    title="Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026",
    since=date(2026, 5, 27),
    until=None,
    body=Body(),
    last_basis_ends=".",
    recipient_ends=";",
    submission_label="Kính trình:",
    sources=MappingProxyType({
        "last_basis_ends": "HD05:II.I.6.2.3",
        "recipient_ends": "HD05:II.I.9.2.5",
        "submission_label": "HD05:II.I.9.2.4",
    }),
)  # fmt: skip

PROFILES: Mapping[str, Profile] = MappingProxyType({p.key: p for p in (HD36, HD05)})


def profile_on(on: date) -> Profile:
    """The guidance a document of that date follows. Before HD 36, the form of HD 36."""
    return next((p for p in PROFILES.values() if p.in_force(on)), HD36)
