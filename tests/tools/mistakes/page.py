"""Tools of the tests: mistakes of paper and margins."""

from __future__ import annotations

from typing import Any

from mistakes.row import Row

_MARGIN, _PAPER, _VERSO = "PD.PAGE.MARGIN", "PD.PAGE.PAPER", "PD.PAGE.MARGIN_VERSO"
_NQ, _BCS, _CV, _BB = "nghi_quyet_dang_uy", "nghi_quyet_ban_can_su_dang", "cong_van", "bien_ban"
_TTR, _KH = "to_trinh", "ke_hoach_co_phu_luc"
_Parts = dict[str, bytes]


def _page(**page: Any) -> dict[str, Any]:
    return {"page": page}


def _gutter(parts: _Parts) -> _Parts:
    text = parts["word/document.xml"].replace(b'w:gutter="0"', b'w:gutter="567"')
    assert text != parts["word/document.xml"]
    return {**parts, "word/document.xml": text}


def _both_sides(parts: _Parts) -> _Parts:
    """Headers of their own for even pages: the document is printed on both sides."""
    text, settings = parts["word/document.xml"], parts["word/settings.xml"]
    default = text.index(b'<w:headerReference w:type="default"')
    reference = text[default : text.index(b"/>", default) + 2]
    even = reference.replace(b'"default"', b'"even"')
    behind = settings.index(b"/>", settings.index(b"<w:defaultTabStop")) + 2
    changed = settings[:behind] + b"<w:evenAndOddHeaders/>" + settings[behind:]
    return {
        **parts,
        "word/document.xml": text.replace(reference, reference + even),
        "word/settings.xml": changed,
    }


ROWS = (
    Row("lề trái 25 mm", _MARGIN, _NQ, _page(left=25), mends=True),
    Row("lề trái 35 mm", _MARGIN, _BCS, _page(left=35), "tabs", mends=True),
    Row("lề phải 20 mm", _MARGIN, _CV, _page(right=20), "plain", mends=True),
    Row("lề trên 25 mm", _MARGIN, _BB, _page(top=25), "tabs", mends=True),
    Row("lề dưới 25 mm", _MARGIN, _TTR, _page(bottom=25), "breaks", mends=True),
    Row("lề của Word", _MARGIN, _NQ, _page(top=25.4, bottom=25.4, left=25.4, right=25.4),
        "numbered", mends=True),
    Row("lề của phụ lục", _MARGIN, _KH, {"page": {"left#2": 20}}, mends=True),
    Row("khoảng đóng gáy 10 mm", _MARGIN, _CV, raw=_gutter, mends=True),
    Row("khổ Letter", _PAPER, _NQ, _page(paper="letter"), mends=True),
    Row("khổ Letter", _PAPER, _BCS, _page(paper="letter"), "tabs", mends=True),
    Row("khổ A5", _PAPER, _CV, _page(paper="a5"), "plain", mends=True),
    Row("chiều ngang", _PAPER, _TTR, _page(orientation="landscape"), "breaks", mends=True),
    Row("chiều ngang", _PAPER, _BB, _page(orientation="landscape"), mends=True),
    Row("in hai mặt", _VERSO, _NQ, raw=_both_sides, mends=True),
    Row("in hai mặt", _VERSO, _BCS, {}, "tabs", raw=_both_sides, mends=True),
    Row("in hai mặt", _VERSO, _BB, {}, "plain", raw=_both_sides, mends=True),
)  # fmt: skip
