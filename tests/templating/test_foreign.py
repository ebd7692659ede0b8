"""Foreign: what another file brings, as a block when compiled and as a document when rendered."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm

from docgen.templating import Document, TemplateError, compile_template
from ooxml import ooxml_problems
from parts import files, package, part, png, template
from word import golden_text

ADDRESS = "https://example.vn/?a=1&b=2"


def made_with(build) -> bytes:
    """A docx of python-docx, with all its styles, as `build` fills it."""
    document = docx.Document()
    build(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def rich(document) -> None:
    """Something of everything."""
    style = document.styles.add_style("Của riêng", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.font.bold = True
    document.add_paragraph("styled", style="Của riêng")
    for text in ("one", "two"):
        document.add_paragraph(text, style="List Number")
    document.add_picture(io.BytesIO(png(8, 4)), width=Mm(10))
    line = document.add_paragraph("link: ")
    id = line.part.relate_to(ADDRESS, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = docx.oxml.parse_xml(
        f'<w:hyperlink {docx.oxml.ns.nsdecls("w", "r")} r:id="{id}"><w:r><w:t>here</w:t></w:r>'
        "</w:hyperlink>"
    )
    line._p.append(link)
    document.add_table(1, 2, style="Table Grid").cell(0, 0).text = "cell"
    document.sections[0].header.paragraphs[0].text = "stays behind"


RICH = made_with(rich)
TEXT = ["styled", "one", "two", "", "link: here", "cell ;; "]
HOSTS = {
    "bare": template("a\n{%p for v in [1, 2] %}\n[TAG]\n{%p endfor %}\nz"),
    "python-docx": made_with(
        lambda document: [
            document.add_paragraph(text, style="List Number" if text == "a" else None)
            for text in ("a", "{%p for v in [1, 2] %}", "[TAG]", "{%p endfor %}", "z")
        ]
    ),
}


def of(host: bytes, tag: str) -> bytes:
    source = files(host)
    source["word/document.xml"] = source["word/document.xml"].replace(b"[TAG]", tag.encode())
    return package(source)


def as_block(host: bytes, inner: bytes) -> bytes:
    source = of(host, "{%p include 'b.docx' %}")
    return compile_template(source, blocks={"b.docx": inner}.__getitem__).render({})


def as_document(host: bytes, inner: bytes) -> bytes:
    return compile_template(of(host, "{{p x }}")).render({"x": Document(inner)})


@pytest.mark.parametrize("way", [as_block, as_document])
@pytest.mark.parametrize("host", HOSTS)
def test_everything_comes_along(office, way, host):
    result = way(HOSTS[host], RICH)
    assert ooxml_problems(result) == []
    assert golden_text(result).splitlines() == ["a", *TEXT, *TEXT, "z"]
    shown = " ".join(office.pdf_text(result).split())
    assert "1. one 2. two" in shown
    assert "stays behind" not in shown
    xml, rels = part(result), files(result)["word/_rels/document.xml.rels"].decode()
    assert rels.count(ADDRESS.replace("&", "&amp;")) == 1
    for id in re.findall(r'r:(?:embed|id)="(\w+)"', xml):
        assert f'Id="{id}"' in rels
    assert any(data == png(8, 4) for data in files(result).values())
    ids = re.findall(r'<wp:docPr [^>]*?id="(\d+)"', xml)
    assert len(set(ids)) == len(ids) == 2
    assert "Của riêng" in part(result, "styles")


def test_document_put_twice_numbers_anew(office):
    result = as_document(HOSTS["bare"], RICH)
    shown = " ".join(office.pdf_text(result).split())
    assert shown.count("1. one 2. two") == 2


def test_documents_stand_in_cells_and_headers(office):
    source = compile_template(template("# {{p x }} ;; b\nz", header1="{{p x }}"))
    result = source.render({"x": Document(RICH)})
    assert ooxml_problems(result) == []
    assert "rId" not in str(re.findall(r'r:embed="(\w+)"', part(result, "header1")))
    assert ADDRESS.replace("&", "&amp;") in files(result)["word/_rels/header1.xml.rels"].decode()
    assert office.pdf_text(result).count("cell") == 2
    first = part(result).index("</w:tbl>")
    assert part(result)[first:].startswith("</w:tbl><w:p")


def test_tables_of_documents_are_kept_apart():
    table = template("# 1")
    source = compile_template(template("# a\n{{p x }}\n{{p x }}\n# z\ny"))
    result = source.render({"x": Document(table)})
    assert golden_text(result) == "a\n\n1\n\n1\n\nz\ny\n"


def test_nothing_is_left_of_the_paragraph_of_a_document():
    source = compile_template(template("a\n{{p x }}\nb"))
    assert golden_text(source.render({"x": Document(template("c\nd"))})) == "a\nc\nd\nb\n"
    assert golden_text(source.render({"x": Document(template("<w:sectPr/>"))})) == "a\nb\n"
    (put,) = source.run({"x": Document(template("c\nd"))}).puts
    assert put.text == "c\nd"


def test_tags_of_a_document_are_text():
    source = compile_template(template("{{p x }}"))
    assert golden_text(source.render({"x": Document(template("{{ y }}{%p"))})) == "{{ y }}{%p\n"


def test_style_of_the_host_stands_where_both_have_one_name():
    def build(size: int):
        def paragraph(document):
            document.styles["Heading 1"].font.size = Mm(size)
            document.add_paragraph("{{p x }}" if size == 1 else "h", style="Heading 1")

        return paragraph

    host, inner = made_with(build(1)), made_with(build(9))
    result = compile_template(host).render({"x": Document(inner)})
    assert part(result, "styles") == part(host, "styles")


def with_id(source: bytes, old: str, new: str) -> bytes:
    """The same file, one of its styles under another id."""
    plain = files(source)
    for name in ("word/document.xml", "word/styles.xml"):
        plain[name] = plain[name].replace(f'"{old}"'.encode(), f'"{new}"'.encode())
    return package(plain)


def test_style_is_known_by_its_name_whatever_its_id():
    inner = with_id(
        made_with(lambda d: d.add_paragraph("h", style="Heading 1")), "Heading1", "Tieu"
    )
    host = made_with(lambda document: document.add_paragraph("{{p x }}"))
    result = compile_template(host).render({"x": Document(inner)})
    assert '<w:pStyle w:val="Heading1"/>' in part(result)


def test_bookmarks_of_documents_have_ids_and_names_of_their_own():
    inner = template(
        "<w:p><w:bookmarkStart w:id='1' w:name='n'/><w:r><w:t>a</w:t></w:r>"
        "<w:bookmarkEnd w:id='1'/></w:p>"
    )
    source = compile_template(template("{%p for v in [1, 2] %}\n{{p x }}\n{%p endfor %}"))
    xml = part(source.render({"x": Document(inner)}))
    names = re.findall(r'bookmarkStart [^>]*w:name="(\w+)"', xml)
    assert (names[0], len(set(names))) == ("n", 2)
    starts = re.findall(r'bookmarkStart w:id="(\d+)"', xml)
    assert starts == re.findall(r'bookmarkEnd w:id="(\d+)"', xml)


LINKED = template("<w:p><w:hyperlink r:id='rId9'><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>")


def with_relation(kind: str, target: str, mode: str = "") -> bytes:
    plain = files(LINKED)
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rId9" Type="{space}/{kind}" Target="{target}"{mode}/>'
    name = "word/_rels/document.xml.rels"
    text = plain[name].decode().replace("</Relationships>", f"{relation}</Relationships>")
    return package({**plain, name: text, "word/a.bin": b"x"})


@pytest.mark.parametrize(
    ("inner", "message"),
    [
        (LINKED, "văn bản chèn vào có liên kết hỏng"),
        (with_relation("image", "nowhere.png"), "văn bản chèn vào có liên kết hỏng"),
        (with_relation("oleObject", "a.bin"), "văn bản chèn vào không được chứa «oleObject»"),
        (with_relation("aFChunk", "a.bin"), "văn bản chèn vào không được chứa «aFChunk»"),
        (template("<w:p><w:r><w:endnoteReference w:id='1'/></w:r></w:p>"),
         "văn bản chèn vào có cước chú hỏng"),
    ],
)  # fmt: skip
def test_document_that_cannot_come_is_told(inner, message):
    with pytest.raises(TemplateError) as caught:
        compile_template(template("a\n{{p x }}")).render({"x": Document(inner)})
    assert str(caught.value) == f"mẫu · thân văn bản, đoạn 2 · «{{{{p x }}}}»: {message}"


def test_document_in_a_line_is_told():
    with pytest.raises(TemplateError, match=r"phải đặt bằng thẻ \{\{p … \}\} đứng riêng một đoạn"):
        compile_template(template("a {{ x }}")).render({"x": Document(RICH)})


@pytest.mark.parametrize(
    "data",
    [b"", b"x", package({"a": "b"}),
     with_relation("image", "http://a.vn/x.png", ' TargetMode="External"')],
)  # fmt: skip
def test_file_that_is_no_document_is_refused(data):
    with pytest.raises(TemplateError):
        Document(data)
