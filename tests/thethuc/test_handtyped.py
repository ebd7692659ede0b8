"""Thể thức: the hand-typed documents rules are written against hold what their papers say."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import cycle

import pytest
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from handtyped import LAYOUTS, VARIANTS, typed
from handtyped.body import unlabelled
from handtyped.paper import Paper
from handtyped.papers import PAPERS
from office import Office
from ooxml import ooxml_problems
from spoil import report, told, unpacked
from word import open_docx

EVERY = [(name, layout) for name in PAPERS for layout in LAYOUTS]
A_FEW = [
    ("ke_hoach", "table"),
    ("nghi_quyet_dang_uy", "numbered"),
    ("nghi_quyet_ban_can_su_dang", "bordered"),
    ("quyet_dinh_ban_hanh_quy_che", "plain"),
    ("cong_van", "tabs"),
    ("bien_ban", "breaks"),
]
# Each paper once; together every layout with every variant, or nearly.
OTHERWISE = list(zip(PAPERS, cycle(LAYOUTS), cycle([*VARIANTS][1:]), strict=False))
STRUCTURED = ("nghi_quyet_dang_uy", "quyet_dinh", "quy_che_lam_viec", "bao_cao", "huong_dan")
NUMBER = "Số 12-NQ/ĐU"


def printed(docx: bytes) -> str:
    """All text of the document and of its headers, a line a paragraph."""
    document = open_docx(docx)
    section = document.sections[0]
    roots = document.element.body, section.first_page_header._element
    return "\n".join(Paragraph(p, document).text for root in roots for p in root.iter(W_P))


W_P = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def runs_of(docx: bytes, text: str):
    """The paragraph with this text, and its run."""
    document = open_docx(docx)
    for p in document.element.body.iter(W_P):
        for run in Paragraph(p, document).runs:
            if run.text.strip() == text:
                return Paragraph(p, document), run
    raise AssertionError(text)


@pytest.mark.parametrize(("name", "layout"), EVERY)
def test_every_text_of_the_paper_is_typed(name, layout):
    lines = printed(typed(PAPERS[name], layout))
    assert [
        text for text in PAPERS[name].texts() if text not in lines and plain(text) not in lines
    ] == []


def plain(text: str) -> str:
    """The text without a label that Word numbers by itself."""
    return next(
        (rest for kind in ("dieu", "de_muc", "khoan") if (rest := unlabelled(kind, text)) != text),
        text,
    )


@pytest.mark.parametrize(("name", "layout"), A_FEW)
def test_word_would_open_it(name, layout):
    assert ooxml_problems(typed(PAPERS[name], layout)) == []


def test_word_would_open_what_conforms_otherwise():
    paper, together = PAPERS["ke_hoach_co_phu_luc"], {}
    for arguments in VARIANTS.values():
        together.update(arguments)
    assert ooxml_problems(typed(paper, **together)) == []


@pytest.mark.parametrize("variant", VARIANTS)
def test_what_conforms_otherwise_says_the_same(variant):
    paper = PAPERS["quy_che_lam_viec"]
    assert printed(typed(paper, **VARIANTS[variant])) == printed(typed(paper))


@pytest.mark.parametrize(("name", "layout", "variant"), OTHERWISE)
def test_what_conforms_otherwise_has_no_findings(name, layout, variant):
    docx = typed(PAPERS[name], layout, **VARIANTS[variant])
    assert told(report(unpacked(docx)).findings) == []


def test_word_prints_the_labels_that_the_paper_has(office: Office):
    documents = {name: typed(PAPERS[name], "numbered") for name in STRUCTURED}
    office.convert_all(documents.values())
    unlike = [
        text
        for name, docx in documents.items()
        for kind, text in PAPERS[name].body
        if plain(text) != text and " ".join(text.split()[:4]) not in office.pdf_text(docx)
    ]
    assert unlike == []


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_paper_ends_its_lists_as_its_guidance_asks(paper):
    last, each = {"dang_hd05": (".", ";"), "dang_hd36": (",", ",")}[paper.profile]
    bases, recipients = paper.can_cu, paper.noi_nhan
    assert [basis[-1] for basis in bases] == [*";" * (len(bases) - 1), last][: len(bases)]
    assert [name[-1] for name in recipients] == [*each * (len(recipients) - 1), "."][
        : len(recipients)
    ]
    assert {name[-1] for name in paper.kinh_gui_dong} <= {each}
    assert paper.body[-1][1].endswith(".")


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_paper_is_composed_and_spelt_one_way(paper):
    text = "\n".join(paper.texts())
    assert unicodedata.is_normalized("NFC", text)
    assert [old for old in ("ủy", "Ủy", "ỦY", "hòa", "TM.", "./.") if old in text] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_only_the_spoiled_element_looks_otherwise(layout):
    paper = PAPERS["nghi_quyet_dang_uy"]
    _, spoiled = runs_of(
        typed(paper, layout, look={"so_ky_hieu": {"bold": True, "size": 13}}), NUMBER
    )
    _, sound = runs_of(typed(paper, layout), NUMBER)
    assert (spoiled.bold, spoiled.font.size) == (True, Pt(13))
    assert (sound.bold, sound.font.size) == (None, Pt(14))


def test_one_of_many_can_be_spoiled():
    docx = typed(PAPERS["nghi_quyet_dang_uy"], look={"diem#2": {"size": 13, "first_line": 5}})
    points = [text for kind, text in PAPERS["nghi_quyet_dang_uy"].body if kind == "diem"]
    looks = [runs_of(docx, text) for text in points[:3]]
    assert [run.font.size for _, run in looks] == [Pt(14), Pt(13), Pt(14)]
    indents = [round(p.paragraph_format.first_line_indent.mm) for p, _ in looks]
    assert indents == [10, 5, 10]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ({}, (210, 297, 20, 30, True)),
        ({"left": 25}, (210, 297, 20, 25, True)),
        ({"paper": "letter", "first": True}, (216, 279, 20, 30, False)),
        ({"orientation": "landscape", "top#1": 15}, (297, 210, 15, 30, True)),
    ],
)
def test_the_page_can_be_spoiled(page, found):
    section = open_docx(typed(PAPERS["cong_van"], page=page)).sections[0]
    lengths = section.page_width, section.page_height, section.top_margin, section.left_margin
    assert (*(round(at.mm) for at in lengths), section.different_first_page_header_footer) == found


@pytest.mark.parametrize(("number", "there"), [("header", 1), ("footer", 1), ("none", 0)])
def test_the_page_number_stands_where_it_is_asked(number, there):
    section = open_docx(typed(PAPERS["cong_van"], page={"number": number})).sections[0]
    place = section.footer if number == "footer" else section.header
    assert "".join(place._element.itertext()).count("PAGE") == there


def test_a_paper_is_spoiled_as_data():
    paper: Paper = replace(PAPERS["bien_ban"], so_ky_hieu="Số: 09-BB/ĐU")
    assert "Số: 09-BB/ĐU" in printed(typed(paper, "tabs"))
