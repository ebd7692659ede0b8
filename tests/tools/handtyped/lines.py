"""Tools of the tests: the rule under the title as clerks draw it, a shape over the text."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from parts import NAMESPACES

_BELOW = 18.5
"""Points from the top of the paragraph to the line: one line of 15 pt."""
_EMU_MM, _EMU_PT = 36000, 12700


def drawn_line(paragraph: Paragraph, *, left: float, width: float) -> None:
    """A straight connector of DrawingML, as Word's «Shapes» draw it; lengths in mm."""
    x, length, y = round(left * _EMU_MM), round(width * _EMU_MM), round(_BELOW * _EMU_PT)
    _append(
        paragraph,
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:wrapNone/><wp:docPr id="101" name="Straight Connector 1"/><wp:cNvGraphicFramePr/>'
        "<a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/>'
        '</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>'
        '<a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback>{_pict(left, width)}</mc:Fallback></mc:AlternateContent>",
    )


def vml_line(paragraph: Paragraph, *, left: float, width: float) -> None:
    """The same line as older Word keeps it (VML); lengths in mm."""
    _append(paragraph, _pict(left, width))


def _pict(left: float, width: float) -> str:
    start, end = left * 72 / 25.4, (left + width) * 72 / 25.4
    return (
        '<w:pict><v:line id="gach_tieu_de" style="position:absolute;z-index:1;'
        'mso-position-horizontal-relative:text;mso-position-vertical-relative:text" '
        f'from="{start:.1f}pt,{_BELOW}pt" to="{end:.1f}pt,{_BELOW}pt" '
        'strokecolor="black" strokeweight=".75pt"/></w:pict>'
    )


def before(paragraph: Paragraph, content: str, later: Sequence[str]) -> None:
    """A property of the paragraph, put before the first of the later ones."""
    properties = paragraph._p.get_or_add_pPr()
    names = {qn(name) for name in later}
    at = next((n for n, child in enumerate(properties) if child.tag in names), len(properties))
    properties.insert(at, parse_xml(content))


def border(paragraph: Paragraph, side: str) -> None:
    """A solid line along the paragraph, `top` or `bottom`."""
    before(
        paragraph,
        f"<w:pBdr {NAMESPACES}>{_side(side)}</w:pBdr>",
        ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"),
    )


def cell_border(paragraph: Paragraph) -> None:
    """A solid line along the bottom of the cell the paragraph stands in."""
    borders = f"<w:tcBorders {NAMESPACES}>{_side('bottom')}</w:tcBorders>"
    paragraph._p.xpath("ancestor::w:tc[1]/w:tcPr")[0].append(parse_xml(borders))


def _side(side: str) -> str:
    return f'<w:{side} w:val="single" w:sz="6" w:space="1" w:color="000000"/>'


def _append(paragraph: Paragraph, content: str) -> None:
    paragraph._p.append(parse_xml(f"<w:r {NAMESPACES}>{content}</w:r>"))
