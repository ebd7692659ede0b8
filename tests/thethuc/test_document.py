"""The reader: what each line of a document is, however the document is laid out."""

from __future__ import annotations

from typing import Any

import pytest

from cases import case
from docgen.services.rendering import render
from handtyped import LAYOUTS
from handtyped.papers import PAPERS
from spoil import report, spoiled, told, unpacked

# How a paper names its elements, and how the reader does.
NAMES = {
    "co_quan_cap_tren": "co_quan_cap_tren",
    "co_quan_ban_hanh": "co_quan_ban_hanh",
    "tieu_de": "tieu_de",
    "dau_sao": "dau_sao",
    "so_ky_hieu": "so_ky_hieu",
    "dia_danh_ngay": "dia_danh_ngay",
    "ten_loai": "ten_loai",
    "tac_gia": "tac_gia",
    "kinh_gui": "kinh_gui",
    "kinh_gui_dong": "kinh_gui_ten",
    "can_cu": "can_cu",
    "quyet_dinh": "lenh",
    "noi_nhan_nhan": "noi_nhan",
    "noi_nhan": "noi_nhan_dong",
    "do_khan": "khan",
    "pham_vi": "pham_vi",
    "du_thao": "du_thao",
    "nguoi_soan_thao": "nguoi_soan",
    "lien_he": "lien_he",
}


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", PAPERS)
def test_every_element_is_found_in_every_layout(name, layout):
    paper = PAPERS[name]
    found = report(spoiled(name, layout)).document
    wanted = {element: _texts(getattr(paper, field)) for field, element in NAMES.items()}
    wanted["trich_yeu" if paper.ten_loai else "trich_yeu_cv"] = list(paper.trich_yeu)
    if not paper.noi_nhan:
        wanted["noi_nhan"] = []
    read = {element: [line.printed for line in found.paper.lines(element)] for element in wanted}
    assert read == {element: [text for text in texts if text] for element, texts in wanted.items()}
    signers = [[*(text for _, text in signer.head()), signer.ho_ten] for signer in paper.chu_ky]
    assert [[line.text for line in found.lines] for found in found.paper.signatures] == signers
    assert len(found.papers) == 1 + bool(paper.kem_theo) + len(paper.phu_luc)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", PAPERS)
def test_a_conforming_document_has_no_findings(name, layout):
    assert told(report(spoiled(name, layout)).findings) == []


def test_a_paper_of_any_name_is_attached_where_it_says_so_on_a_page_of_its_own():
    made = render("quyet_dinh", case("quyet_dinh", "ban_can_su_dang_du_thao_6_2024").values)
    found = report(unpacked(made.docx)).document
    assert [paper.text("ten_loai") for paper in found.papers] == [
        "QUYẾT ĐỊNH",
        "QUY ĐỊNH",
        "DANH MỤC",
    ]
