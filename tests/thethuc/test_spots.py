"""Where a finding is shown in the body, and what its place is called."""

from __future__ import annotations

from docgen.thethuc.spots import Spots, bookmarked
from docgen.thethuc.xml import W, parse
from spoil import report, spoiled

PAPER = "nghi_quyet_dang_uy"


def shown(parts):
    """The document of these parts, its one finding, and the spot of it."""
    found = report(parts)
    (finding,) = found.findings
    return found.document, finding, Spots(found.document).of(finding)


def test_a_line_of_the_text_is_its_own_spot():
    _, finding, spot = shown(spoiled(PAPER, look={"ten_loai": {"bold": False}}))
    assert (spot.paragraph, spot.is_exact) == (finding.fault.line.paragraph, True)
    assert finding.where == f"đoạn {spot.paragraph.number} · «NGHỊ QUYẾT»"


def test_a_header_is_shown_at_the_beginning_and_called_so():
    parts = spoiled(PAPER, pham_vi="TÀI LIỆU HỘI NGHỊ", look={"pham_vi": {"bold": False}})
    _, finding, spot = shown(parts)
    assert (spot.paragraph.number, spot.is_exact) == (1, False)
    assert finding.where == "đầu trang, đoạn 1 · «TÀI LIỆU HỘI NGHỊ»"


def test_the_pages_of_a_section_are_shown_at_its_first_paragraph():
    document, finding, spot = shown(spoiled("ke_hoach_co_phu_luc", page={"left#2": 20}))
    before = document.paragraphs[document.paragraphs.index(spot.paragraph) - 1]
    assert before.node.find(f"{W}pPr/{W}sectPr") is not None
    assert (finding.where, spot.is_exact) == ("phần 2 (trang)", False)


def test_a_bookmark_stands_at_the_beginning_of_its_paragraph_and_the_document_stays():
    document, _, spot = shown(spoiled(PAPER, look={"ten_loai": {"bold": False}}))
    marked = parse(bookmarked(document, [(spot.paragraph, "x-1"), (spot.paragraph, "x-2")]))
    paragraph = list(marked.iter(f"{W}p"))[spot.paragraph.number - 1]
    names = [one.get(f"{W}name") for one in paragraph.iter(f"{W}bookmarkStart")]
    assert sorted(names) == ["x-1", "x-2"]
    assert paragraph[0].tag == f"{W}pPr"
    assert document.root.find(f".//{W}bookmarkStart") is None
