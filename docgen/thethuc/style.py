"""Thể thức: a profile written into a new template. The inverse of checking.

`new_template(profile)` gives an empty docx with the page, the styles (Vietnamese names, so that a
clerk can restyle them in Word) and the page number; a template's text is then written in Word.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from docgen.thethuc.profiles import Element, Profile

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FONT = "Times New Roman"

TITLE_WIDTH = 4134
"""Twips: «ĐẢNG CỘNG SẢN VIỆT NAM» in 15 pt bold Times New Roman; the rule under it is as long."""
MASTHEAD = (4254, 5100)
"""Twips: widths of the masthead's and the signature's two columns; together the text's width."""
CELL_GAP = 57
"""Twips (1 mm) on either side of a cell, so that the two columns never touch."""
_RULE_INDENT = (MASTHEAD[1] - 2 * CELL_GAP - TITLE_WIDTH) // 2 - 15
"""Twips on either side of the title; 15 less, so that rounding never breaks the line."""


def twips(mm: float) -> int:
    """Millimetres as twentieths of a point, the unit of Word's lengths."""
    return round(mm * 1440 / 25.4)


@dataclass(frozen=True)
class Style:
    """A paragraph style: what the element's row of the profile does not say. Lengths in twips;
    `indent` is on both sides."""

    id: str
    name: str
    element: str
    before: int = 0
    after: int = 0
    first_line: bool = False
    level: int | None = None
    keep: bool = False
    indent: int = 0
    left: int = 0
    rule: bool = False


STYLES: tuple[Style, ...] = (
    Style("TieuDe", "Tiêu đề Đảng", "tieu_de", indent=_RULE_INDENT, rule=True),
    Style("CoQuanCapTren", "Cơ quan cấp trên", "co_quan_cap_tren"),
    Style("CoQuanBanHanh", "Cơ quan ban hành", "co_quan_ban_hanh", indent=300),
    Style("DauSao", "Dấu sao", "dau_sao"),
    Style("SoKyHieu", "Số và ký hiệu", "so_ky_hieu"),
    Style("DiaDanhNgay", "Địa danh và ngày tháng", "dia_danh_ngay", before=60),
    Style("PhamVi", "Phạm vi phổ biến", "pham_vi"),
    Style("TenLoai", "Tên loại văn bản", "ten_loai", before=360, keep=True),
    Style("TacGia", "Tác giả văn bản", "tac_gia", keep=True),
    Style("TrichYeu", "Trích yếu", "trich_yeu", keep=True),
    Style("GachTrichYeu", "Gạch dưới trích yếu", "gach_trich_yeu", after=240),
    Style("TrichYeuCV", "Trích yếu công văn", "trich_yeu_cv"),
    Style("Khan", "Mức độ khẩn", "khan", before=60),
    Style("DuThao", "Dự thảo", "du_thao"),
    Style("KemTheo", "Kèm theo văn bản", "kem_theo", keep=True),
    Style("KinhGui", "Kính gửi", "kinh_gui", 240, 120, keep=True),
    Style("KinhGuiTen", "Nơi được gửi", "kinh_gui_ten", after=60, left=2268),
    Style("CanCu", "Căn cứ", "can_cu", after=120, first_line=True),
    Style("DongQuyetDinh", "Dòng quyết định", "dong_quyet_dinh", 120, 240, keep=True),
    Style("Phan", "Phần và chương", "phan", before=240, level=0, keep=True),
    Style("PhanTen", "Tên phần và chương", "phan_ten", after=240, level=0, keep=True),
    Style("Muc", "Mục", "muc", before=120, level=1, keep=True),
    Style("MucTen", "Tên mục", "muc_ten", after=120, level=1, keep=True),
    Style("Dieu", "Điều", "dieu", after=120, first_line=True, level=2, keep=True),
    Style("NoiDung", "Nội dung", "noi_dung", after=120, first_line=True),
    Style("Khoan", "Khoản", "noi_dung", after=120, first_line=True),
    Style("Diem", "Điểm", "noi_dung", after=120, first_line=True),
    Style("DeMuc1", "Đề mục 1", "de_muc", 120, 120, first_line=True, level=0, keep=True),
    Style("DeMuc2", "Đề mục 2", "de_muc", after=120, first_line=True, level=1, keep=True),
    Style("DeMuc3", "Đề mục 3", "de_muc", after=120, first_line=True, level=2, keep=True),
    Style("Gach", "Gạch đầu dòng", "noi_dung", after=120, first_line=True),
    Style("BangTen", "Tên bảng", "bang_ten", 120, 120, keep=True),
    Style("BangDau", "Đầu bảng", "bang_dau", 40, 40),
    Style("BangO", "Ô bảng", "bang", 40, 40),
    Style("PhuLuc", "Phụ lục", "phu_luc", level=0, keep=True),
    Style("PhuLucTen", "Tên phụ lục", "phu_luc_ten", keep=True),
    Style("QuyenHanKy", "Quyền hạn ký", "quyen_han_ky", 240, keep=True),
    Style("ChucVuKy", "Chức vụ người ký", "chuc_vu_ky", keep=True),
    Style("KyBienBan", "Người ký biên bản", "ky_bien_ban", 240, keep=True),
    Style("HoTenKy", "Họ tên người ký", "ho_ten_ky", before=1440),
    Style("NoiNhan", "Nơi nhận", "noi_nhan", 240, keep=True),
    Style("NoiNhanDong", "Dòng nơi nhận", "noi_nhan_dong"),
    Style("NguoiSoan", "Người soạn thảo", "nguoi_soan"),
    Style("SoTrang", "Số trang", "so_trang"),
)  # fmt: skip


def new_template(profile: Profile, body: str = "", first_header: str = "") -> bytes:
    """An empty template in a profile's form; `body` is its text as WordprocessingML.

    `first_header` is what stands at the top right of page 1 (ô 11a, phạm vi phổ biến), as runs.
    """
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "word/document.xml": _document(profile, body),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/styles.xml": styles_xml(profile),
        "word/settings.xml": _SETTINGS,
        "word/header1.xml": _header(_PAGE_NUMBER),
        "word/header2.xml": _header(
            f'<w:p><w:pPr><w:pStyle w:val="PhamVi"/></w:pPr>{first_header}</w:p>'
        ),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), (_HEAD + text).encode(), zipfile.ZIP_DEFLATED)
    return target.getvalue()


def styles_xml(profile: Profile) -> str:
    """The styles part: the body's measures as defaults, then one style an element."""
    size = profile.body.sizes[0] * 2
    fonts = " ".join(f'w:{slot}="{FONT}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    line = profile.body.line_exactly[0] * 20
    return (
        f'<w:styles xmlns:w="{W_NS}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:line="{line}" w:lineRule="exact"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr></w:style>{''.join(_style(style, profile) for style in STYLES)}</w:styles>"
    )


def _style(style: Style, profile: Profile) -> str:
    element = profile.elements[style.element]
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}">'
        f'<w:name w:val={quoteattr(style.name)}/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{''.join(_paragraph(style, element, profile))}</w:pPr>"
        f"<w:rPr>{''.join(_run(element))}</w:rPr></w:style>"
    )


def _paragraph(style: Style, element: Element, profile: Profile) -> Iterator[str]:
    """Paragraph properties in the order the schema wants."""
    if style.keep:
        yield "<w:keepNext/>"
    if style.rule:
        yield '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    if style.before or style.after:
        yield f'<w:spacing w:before="{style.before}" w:after="{style.after}"/>'
    if style.first_line:
        yield f'<w:ind w:firstLine="{twips(profile.body.first_line)}"/>'
    elif style.left:
        yield f'<w:ind w:left="{style.left}"/>'
    elif style.indent:
        yield f'<w:ind w:left="{style.indent}" w:right="{style.indent}"/>'
    yield f'<w:jc w:val="{element.align}"/>'
    if style.level is not None:
        yield f'<w:outlineLvl w:val="{style.level}"/>'


def _run(element: Element) -> Iterator[str]:
    if element.bold:
        yield "<w:b/><w:bCs/>"
    if element.italic:
        yield "<w:i/><w:iCs/>"
    size = element.sizes[0]
    yield f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>'
    if element.underline:
        yield '<w:u w:val="single"/>'


def _document(profile: Profile, body: str) -> str:
    page = profile.page
    return (
        f'<w:document xmlns:w="{W_NS}" xmlns:r="{_R_NS}"><w:body>{body}<w:sectPr>'
        '<w:headerReference w:type="default" r:id="rId3"/>'
        '<w:headerReference w:type="first" r:id="rId4"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" '
        f'w:bottom="{twips(page.bottom)}" w:left="{twips(page.left)}" '
        f'w:header="{twips(page.number_from_top)}" w:footer="{twips(page.number_from_top)}" '
        'w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )


def _header(content: str) -> str:
    return f'<w:hdr xmlns:w="{W_NS}">{content}</w:hdr>'


_PAGE_NUMBER = (
    '<w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_SETTINGS = (
    f'<w:settings xmlns:w="{W_NS}"><w:defaultTabStop w:val="720"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)


def _content_types() -> str:
    kinds = {
        "document": "document.main", "styles": "styles", "settings": "settings",
        "header1": "header", "header2": "header",
    }  # fmt: skip
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MEDIA}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*rows: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_R_NS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(rows, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _package_relations() -> str:
    return _relations(("officeDocument", "word/document.xml"))


def _document_relations() -> str:
    return _relations(
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("header", "header1.xml"),
        ("header", "header2.xml"),
    )
