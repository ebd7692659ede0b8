"""Writers: templates as Word, WPS and LibreOffice save them: nothing is lost, all stays valid."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document

from docgen.templating import compile_template
from ooxml import ooxml_problems
from parts import NAMESPACES, files, package, part, template
from word import golden_text

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
WPS = "http://www.wps.cn/officeDocument/2013/wpsCustomData"
PAGE = (
    '<w:sectPr w:rsidR="00A1B2C3"><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" '
    'w:right="1134" w:bottom="1134" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/>'
    "</w:sectPr>"
)
DATED = 'w:author="a" w:date="2024-01-01T00:00:00Z"'


def word(body: str) -> bytes:
    """A template whose body is this XML, in the form that Word and WPS give a document."""
    spaces = f'{NAMESPACES} xmlns:w14="{W14}" xmlns:wpsCustomData="{WPS}"'
    root = f'<w:document {spaces} mc:Ignorable="w14 wpsCustomData">'
    xml = f"{root}<w:body>{body}{PAGE}</w:body></w:document>"
    return package({**files(template("")), "word/document.xml": xml})


def r(text: str, look: str = "") -> str:
    """A run as Word writes it."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:r w:rsidR="00A1B2C3" w:rsidRPr="00D4E5F6">{properties}'
        f'<w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def p(*inside: str, look: str = "") -> str:
    """A paragraph as Word writes it."""
    properties = f"<w:pPr>{look}</w:pPr>" if look else ""
    ids = 'w14:paraId="1A2B3C4D" w14:textId="77777777" w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3"'
    return f"<w:p {ids}>{properties}{''.join(inside)}</w:p>"


def control(inside: str, *more: str) -> str:
    """A content control."""
    own = f'<w:sdtPr>{more[0] if more else ""}<w:id w:val="123"/>{"".join(more[1:])}</w:sdtPr>'
    return f"<w:sdt>{own}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def row(*cells: str) -> str:
    made = [
        cell if cell.startswith("<w:sdt>") else f"<w:tc><w:tcPr>{WIDTH}</w:tcPr>{cell}</w:tc>"
        for cell in cells
    ]
    return f'<w:tr w:rsidR="00A1B2C3" w14:paraId="11111111">{"".join(made)}</w:tr>'


def table(*rows: str) -> str:
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    size = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{size}{grid}{''.join(rows)}</w:tbl>{p(r('z'))}"


def change(kind: str, inside: str, number: int = 9) -> str:
    return f'<w:{kind} w:id="{number}" {DATED}>{inside}</w:{kind}>'


WIDTH = '<w:tcW w:w="2000" w:type="dxa"/>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = '<w:r><w:instrText xml:space="preserve"> DOCPROPERTY a </w:instrText></w:r>'
IF, END = r("{%p if yes %}"), p(r("{%p endif %}"))
GO_BACK = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
MOVED = 'RangeStart w:id="1" w:name="m" ' + DATED
ROWS = {
    "spelling marks": (p(r("a "), '<w:proofErr w:type="spellStart"/>', r("{{"), r(" x"),
                         '<w:proofErr w:type="spellEnd"/>', r(" }}"), r("!")), "a X!"),
    "every brace a run": (p(r("{"), r("{"), r("x"), r("}"), r("}"), r("{"), r("% if yes %"),
                            r("}a{% end"), r("if %}")), "Xa"),
    "last place in a tag": (p(r("{{ "), GO_BACK, r("x }}")), "X"),
    "last place beside a tag": (p(IF, GO_BACK) + p(r("a")) + END, "a"),
    "page seen last": (p('<w:r><w:lastRenderedPageBreak/><w:t>{{ x }}</w:t></w:r>'), "X"),
    "smart tag": (p('<w:smartTag w:uri="u" w:element="place">', r("{{ x"), "</w:smartTag>",
                    r(" }}")), "X"),
    "insertion": (p(r("{{ "), change("ins", r("x }}")), r(" b")), "X b"),
    "inserted paragraph": (p(change("ins", IF), look=f'<w:rPr><w:ins w:id="5" {DATED}/></w:rPr>')
                           + p(r("a")) + END, "a"),
    "deletion": (p(r("{{ x"), change("del", "<w:r><w:delText>y</w:delText></w:r>"), r(" }}")), "X"),
    "move": (p(f"<w:moveTo{MOVED}/>", change("moveTo", r("{{ x }}"), 2),
               '<w:moveToRangeEnd w:id="1"/>'), "X"),
    "simple field": (p('<w:fldSimple w:instr=" MERGEFIELD a ">', r("{{ x }}"), "</w:fldSimple>",
                       r(" b")), "X b"),
    "field": (p(FIELD.format("begin"), CODE, FIELD.format("separate"), r("{{ x }}"),
                FIELD.format("end"), r(" b")), "X b"),
    "link": (p('<w:hyperlink w:anchor="a" w:history="1">', r("{{ x }}"), "</w:hyperlink>", r("b")),
             "Xb"),
    "half a link": (p(r("{{"), '<w:hyperlink w:anchor="a">', r(" x }}"), "</w:hyperlink>", r("b")),
                    "Xb"),
    "hyphens": (p(r("{{ x"), "<w:r><w:softHyphen/></w:r>", r(" }}"),
                  "<w:r><w:noBreakHyphen/></w:r>", r("{{ x }}")), "XX"),
    "control around paragraphs": (control(p(r("{%p for v in xs %}")) + p(r("{{ v }}"))
                                          + p(r("{%p endfor %}"))), "ab"),
    "control around text": (p(control(r("{{ x }}"), "", "<w:text/>"), r(" b")), "X b"),
    "control around a tag": (p(control(IF)) + p(r("a")) + END, "a"),
    "control around a tag's paragraph": (control(p(IF)) + p(r("a")) + control(END), "a"),
    "control in a loop": (p(r("{%p for v in xs %}")) + p(control(r("{{ v }}"), "", "<w:text/>"))
                          + p(r("{%p endfor %}")), "ab"),
    "control around a cell": (table(row(control(f"<w:tc><w:tcPr>{WIDTH}</w:tcPr>{p(r('{{ x }}'))}"
                                                "</w:tc>"), p(r("b")))), "Xbz"),
    "control around rows": (table(control(row(p(r("{%tr for v in xs %}")), p())
                                          + row(p(r("{{ v }}")), p(r("b")))
                                          + row(p(r("{%tr endfor %}")), p()))), "abbbz"),
    "control around a row": (table(row(p(r("{%tr for v in xs %}")), p())
                                   + control(row(p(r("{{ v }}")), p(r("b"))))
                                   + row(p(r("{%tr endfor %}")), p())), "abbbz"),
    "control around a tag's row": (table(control(row(p(r("{%tr for v in xs %}")), p()))
                                         + row(p(r("{{ v }}")), p(r("b")))
                                         + row(p(r("{%tr endfor %}")), p())), "abbbz"),
    "hints of WPS": (p(r("{{", '<w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US"/>'),
                       r("x", '<w:rFonts w:hint="default"/>'),
                       r("}}", '<w:rFonts w:hint="eastAsia"/>'),
                       look='<w:rPr><w:rFonts w:hint="default"/></w:rPr>'), "X"),
    "no-break blanks": (p(r("{%\u00a0if\u00a0yes\u00a0%}a{% endif %}{{\u00a0x\u3000}}")), "aX"),
    "tab and break in a tag": (p(r("{{ "), "<w:r><w:tab/></w:r>", r("x"), "<w:r><w:br/></w:r>",
                                 r("}}")), "X"),
    "comment": (p('<w:commentRangeStart w:id="0"/>', r("{{ x }}"), '<w:commentRangeEnd w:id="0"/>'),
                "X"),
    "permission": (p('<w:permStart w:id="7" w:edGrp="everyone"/>', IF, '<w:permEnd w:id="7"/>')
                   + p(r("a")) + END, "a"),
    "section in a block": (p(IF) + p(r("a"), look="<w:sectPr/>") + END, "a"),
    "custom xml": (f'<w:customXml w:uri="u" w:element="e">{p(r("{{ x }}"))}</w:customXml>', "X"),
    "direction": (p('<w:bdo w:val="ltr">', r("{{ x }}"), '</w:bdo><w:dir w:val="ltr">',
                    r("{{ x }}"), "</w:dir>"), "XX"),
    "properties of a tag's row": (table(
        "<w:tr><w:tblPrEx><w:tblW w:w='0' w:type='auto'/></w:tblPrEx><w:trPr><w:cantSplit/>"
        "</w:trPr>" + row(p(r("{%tr if yes %}")), p()).partition(">")[2], row(p(r("a")), p(r("b"))),
        row(p(r("{%tr endif %}")), p())), "abz"),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_what_word_and_wps_put_around_a_tag_does_no_harm(name):
    body, text = ROWS[name]
    source = word(body)
    docx = compile_template(source).render({"x": "X", "xs": ["a", "b"], "yes": True})
    assert "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", part(docx))) == text
    assert [told for told in ooxml_problems(docx) if told not in ooxml_problems(source)] == []


def whole() -> bytes:
    """A template with a bit of everything, as python-docx makes it."""
    document = Document()
    document.core_properties.title = "{{ title }}"
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ title }}"
    section.footer.paragraphs[0].text = "{% if yes %}trang{% endif %}"
    line = document.add_paragraph("Kính gửi: ")
    line.add_run("{{ na").bold = True
    line.add_run("me }} – “{{ title }}”")
    for text in ("{%p for i in items %}", "{{ i.name }}:\t{{ i.n }}", "{%p endfor %}"):
        document.add_paragraph(text, style="List Number")
    table = document.add_table(rows=0, cols=3)
    for row in (("{%tr for i in items %}", "", ""),
                ("{{ loop.index }}", "{% vm %}{{ title }}", "{% cellbg i.bg %}{{ i.name }}"),
                ("{%tr endfor %}", "", ""),
                ("{%tc for v in xs %}", "{{ v }}", "{%tc endfor %}")):  # fmt: skip
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph(
        "{{ lines }} {{ '%.2f'|format(1.5) }}{% if x < 2 and x > 0 %}!{% endif %}"
    )
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


SHOWN = """Kính gửi: Nguyễn Văn A – “Tiêu đề <&>”
a:\t1
b:\t2
1 ;; Tiêu đề <&> ;; Tiêu đề <&> ;; a
2 ;; Tiêu đề <&> ;; Tiêu đề <&> ;; b
p ;; q ;; r ;; s
1
2 1.50!
"""


@pytest.mark.parametrize("formats", [(), ("docx",), ("odt", "docx")], ids=" ".join)
def test_a_template_that_libreoffice_saved_gives_the_same(office, formats):
    source = office.saved_as(whole(), *formats)
    docx = compile_template(source).render(
        {
            "title": "Tiêu đề <&>", "yes": True, "name": "Nguyễn Văn A", "lines": "1\n2", "x": 1,
            "items": [{"name": "a", "n": 1, "bg": "FF0000"}, {"name": "b", "n": 2, "bg": "00FF00"}],
            "xs": list("pqrs"),
        }
    )  # fmt: skip
    assert golden_text(docx) == SHOWN
    assert ooxml_problems(docx) == []
    made = Document(io.BytesIO(docx))
    assert made.core_properties.title == made.sections[0].header.paragraphs[0].text == "Tiêu đề <&>"
    assert made.sections[0].footer.paragraphs[0].text == "trang"
