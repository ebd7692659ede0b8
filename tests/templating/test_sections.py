"""Sections: looped with their pages; headers of every kind, with blocks, lists and pictures."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm

from docgen.templating import Document, Image, compile_template
from ooxml import ooxml_problems
from parts import files, part, png, run, template
from word import open_docx


def saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_headers() -> bytes:
    """A title page, odd and even pages, a second section, each with a header of its own."""
    document = docx.Document()
    document.settings.odd_and_even_pages_header_footer = True
    first = document.sections[0]
    first.different_first_page_header_footer = True
    logo = first.first_page_header.paragraphs[0]
    logo.text = "Đầu {{ x }} "
    logo.add_run().add_picture(io.BytesIO(png(4, 4)), width=Mm(5))
    first.header.paragraphs[0].text = "Lẻ {{ x }} {{ logo }}"
    first.even_page_header.paragraphs[0].text = "Chẵn {{ x }}"
    first.footer.paragraphs[0].text = "{% for v in xs %}{{ v }};{% endfor %}"
    for text in ("a {{ x }}", "{%p if x %}", "b", "{%p endif %}"):
        document.add_paragraph(text)
    second = document.add_section()
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "Hai {{ x }}"
    document.add_paragraph("c")
    return saved(document)


def test_headers_of_every_kind_are_filled():
    result = compile_template(with_headers()).render(
        {"x": "X", "xs": [1, 2], "logo": Image(png(8, 8), width=6)}
    )
    assert ooxml_problems(result) == []
    first, second = open_docx(result).sections
    assert first.first_page_header.paragraphs[0].text == "Đầu X "
    assert first.header.paragraphs[0].text.strip() == "Lẻ X"
    assert first.even_page_header.paragraphs[0].text == "Chẵn X"
    assert first.footer.paragraphs[0].text == "1;2;"
    assert second.header.paragraphs[0].text == "Hai X"
    for header in (first.first_page_header, first.header):
        (id,) = re.findall(r'r:embed="(\w+)"', header._element.xml)
        assert header.part.related_parts[id].blob.startswith(b"\x89PNG")


SECTION = (
    '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
    '<w:pgSz w:w="{}" w:h="{}"/></w:sectPr></w:pPr>{}</w:p>'
)


def test_a_section_is_repeated_with_its_page(office):
    wide = SECTION.format(16838, 11906, run("{{ v }}"))
    source = template(
        "{%p for v in xs %}\ntrang {{ v }}\n" + wide + "\n{%p endfor %}\nhết",
        header1="đầu {{ x }}",
    )  # fmt: skip
    result = compile_template(source).render({"xs": ["một", "hai"], "x": "X"})
    assert ooxml_problems(result) == []
    assert part(result).count("<w:sectPr>") == 3
    pages = [" ".join(page.split()) for page in office.pdf_pages(result)]
    assert pages == ["đầu X trang một một", "đầu X trang hai hai", "đầu X hết"]
    assert [width > height for width, height in office.page_sizes(result)] == [True, True, False]


def test_lines_of_a_value_do_not_repeat_a_section():
    source = template(SECTION.format(100, 100, run("{{ x }}")), header1="a")
    result = compile_template(source).render({"x": "1\n2"})
    assert part(result).count("<w:headerReference ") == 2
    assert ooxml_problems(result) == []


def ending(text: str, size: int) -> str:
    """A paragraph with which a section of this size ends."""
    section = f'<w:sectPr><w:pgSz w:w="{size}" w:h="9000"/></w:sectPr>'
    return f"<w:p><w:pPr>{section}</w:pPr>{run(text)}</w:p>"


ENDING = [
    # The block lies within the section, which ends behind it.
    ("a\n{%p if yes %}\nb\n" + ending("{%p endif %}", 1) + "\nc", "a b |1 c"),
    ("a\n{%p if no %}\nb\n" + ending("{%p endif %}", 1) + "\nc", "a |1 c"),
    ("a\n{% if no %}\nb\n" + ending("{% endif %}", 1) + "\nc", "a |1 c"),
    ("a\n{%p for v in xs %}\nb\n" + ending("{%p endfor %}", 1) + "\nc", "a b b |1 c"),
    ("{%p if no %}\n{%p if no %}\nb\n" + ending("{%p endif %}{%p endif %}", 1) + "\nc", "|1 c"),
    # The block is a section of its own: the one before it ends before it.
    (
        "a\n" + ending("{%p if yes %}", 1) + "\nb\n" + ending("{%p endif %}", 2) + "\nc",
        "a |1 b |2 c",
    ),
    ("a\n" + ending("{%p if no %}", 1) + "\nb\n" + ending("{%p endif %}", 2) + "\nc", "a |1 c"),
    ("a\n" + ending("", 1) + "\n{%p if no %}\nb\n" + ending("{%p endif %}", 2) + "\nc", "a |1 c"),
    (
        "a\n" + ending("{%p for v in xs %}", 1) + "\nb\n" + ending("{%p endfor %}", 2) + "\nc",
        "a |1 b |2 b |2 c",
    ),
    (
        "{%p for v in xs %}\na\n" + ending("", 1) + "\nb\n" + ending("{%p endfor %}", 2) + "\nc",
        "a |1 b |2 a |1 b |2 c",
    ),
    ("{%p if yes %}\na\n" + ending("{%p else %}", 1) + "\nb\n{%p endif %}\nc", "a |1 c"),
    ("{%p if no %}\na\n" + ending("{%p else %}", 1) + "\nb\n{%p endif %}\nc", "b c"),
    # Other tags.
    ("a\n" + ending("{%p set n = 1 %}", 1) + "\nb\n" + ending("{# z #}", 2) + "\nc", "a |1 b |2 c"),
]


@pytest.mark.parametrize(("notation", "shown"), ENDING, ids=[row[1] for row in ENDING])
def test_a_section_that_ends_at_a_tag_is_kept(notation, shown):
    docx = compile_template(template(notation)).render({"yes": True, "no": False, "xs": [1, 2]})
    assert ooxml_problems(docx) == []
    found = re.findall(r'<w:pgSz w:w="(\d+)"|<w:t[^>]*>([^<]+)', part(docx))
    assert " ".join(f"|{size}" if size else text for size, text in found) == shown


@pytest.mark.parametrize("prefix", ["p", ""])
@pytest.mark.parametrize("formats", [(), ("docx",), ("odt", "docx")], ids=" ".join)
def test_pages_of_a_template_that_libreoffice_saved_keep_their_size(office, formats, prefix):
    begin = ending(f"{{%{prefix} if wide %}}", 7_000)
    end = ending(f"{{%{prefix} endif %}}", 12_000)
    saved_there = office.saved_as(template(f"a\n{begin}\nb\n{end}\nc"), *formats)
    source = compile_template(saved_there)
    for wide, pages in ((True, ["a", "b", "c"]), (False, ["a", "c"])):
        result = source.render({"wide": wide})
        assert ooxml_problems(result) == []
        assert [page.strip() for page in office.pdf_pages(result)] == pages
        shapes = [width > height for width, height in office.page_sizes(result)]
        assert shapes == [text == "b" for text in pages]


def rich_block() -> bytes:
    """A block with a style, a list, a link and a picture."""
    document = docx.Document()
    style = document.styles.add_style("Tiêu đề riêng", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.font.bold = True
    document.add_paragraph("khối {{ x }}", style="Tiêu đề riêng")
    document.add_paragraph("mục", style="List Number")
    line = document.add_paragraph("nối ")
    id = line.part.relate_to("https://a.vn", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    line._p.append(
        docx.oxml.parse_xml(
            f'<w:hyperlink {docx.oxml.ns.nsdecls("w", "r")} r:id="{id}"><w:r><w:t>đây</w:t></w:r>'
            "</w:hyperlink>"
        )
    )
    document.add_picture(io.BytesIO(png(6, 3)), width=Mm(9))
    return saved(document)


@pytest.mark.parametrize("where", ["header1", "footer1"])
def test_a_block_brings_what_it_needs_into_a_header(office, where):
    source = template("{{ x }}", **{where: "{%p include 'b' %}\n{%p if x %}\nz\n{%p endif %}"})
    made = compile_template(source, blocks={"b": rich_block()}.__getitem__)
    result = made.render({"x": "X"})
    assert ooxml_problems(result) == []
    xml, rels = part(result, where), files(result)[f"word/_rels/{where}.xml.rels"].decode()
    assert "https://a.vn" in rels
    for id in re.findall(r'r:(?:embed|id)="(\w+)"', xml):
        assert f'Id="{id}"' in rels
    assert "Tiêu đề riêng" in part(result, "styles")
    assert "khối X 1. mục nối đây z" in office.pdf_text(result)
    assert not re.search("a.vn", files(result)["word/_rels/document.xml.rels"].decode())


def test_a_document_and_a_picture_stand_in_a_header(office):
    source = template("a", header1="{{ logo }}\n{{p d }}", header2="{{ logo }}")
    result = compile_template(source).render(
        {"logo": Image(png(8, 8), width=6), "d": Document(rich_block())}
    )
    assert ooxml_problems(result) == []
    assert [name for name in files(result) if "media" in name] == [
        "word/media/image.png", "word/media/image1.png",
    ]  # fmt: skip
    assert "khối {{ x }}" in office.pdf_text(result)
