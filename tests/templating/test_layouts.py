"""Layouts: parts are known by their relations and types, so files of any program are read."""

from __future__ import annotations

import re

import pytest

from docgen.templating import Document, Image, Link, TemplateError, compile_template
from ooxml import ooxml_problems
from parts import W, files, package, png, template, with_part
from word import golden_text, open_docx

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NOTE = "<w:footnote w:id='1'><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:footnote>"
CONTEXT = {"x": "X", "xs": [1, 2], "logo": Image(png(2, 2)), "link": Link("a", "https://a.vn")}


def laid_out(docx: bytes, renamed: dict[str, str], *, absolute: bool = False) -> bytes:
    """The same file with its parts under other names, wherever these are written."""
    moved = {**renamed, **{rels(old): rels(new) for old, new in renamed.items()}}
    written = {f'"/{old}"': f'"/{new}"' for old, new in renamed.items()}
    for old, new in renamed.items():
        target = f'"/{new}"' if absolute else f'"{new}"'
        written |= {f'"{old}"': target, f'"{old.removeprefix("word/")}"': target}
    found = {}
    for name, data in files(docx).items():
        for old, new in written.items():
            data = data.replace(old.encode(), new.encode())
        found[moved.get(name, name)] = data
    return package(found)


def rels(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


SOURCE = template(
    "{{ x }}\n{{ logo }}\n{{ link }}\n{%p for v in xs %}\n{{ v }}\n{%p endfor %}",
    header1="{{ x }}1\n{{ logo }}", footer1="{{ x }}2", footnotes=NOTE,
)  # fmt: skip
BODY, HEADER = "word/document.xml", "word/header1.xml"
LAYOUTS = {
    "Word Online": ({BODY: "word/document2.xml"}, False),
    "absolute": ({BODY: "word/document2.xml", HEADER: "word/header9.xml"}, True),
    "own folder": ({BODY: "doc/main.xml", HEADER: "doc/top.xml", "word/footer1.xml": "x/f.xml",
                    "word/footnotes.xml": "notes/n.xml"}, True),
    "no folder": ({BODY: "document.xml", HEADER: "kop.xml", "word/footer1.xml": "footer1.xml",
                   "word/footnotes.xml": "footnotes.xml"}, True),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_parts_are_found_by_their_relations(office, layout):
    renamed, absolute = LAYOUTS[layout]
    source = laid_out(SOURCE, renamed, absolute=absolute)
    docx = compile_template(source).render(CONTEXT)
    assert ooxml_problems(docx) == []
    assert golden_text(docx) == "X\n\na\n1\n2\n"
    made = open_docx(docx)
    assert made.sections[0].header.paragraphs[0].text == "X1"
    assert made.sections[0].footer.paragraphs[0].text == "X2"
    text = b"".join(files(docx).values()).decode(errors="ignore")
    assert "{{" not in text
    assert office.pdf_text(docx).count("X1") == 1


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("word/HEADER1.xml", "header1.xml"),
        ("word/header1.xml", "Header1.XML"),
        ("word/đầu trang.xml", "%C4%91%E1%BA%A7u%20trang.xml"),
        ("word/%C4%91.xml", "%C4%91.xml"),
        ("word/header1.xml", "./../word/header1.xml"),
    ],
)
def test_names_are_compared_as_the_packaging_rules_say(name, target):
    found = files(SOURCE)
    found[name] = found.pop(HEADER)
    listing = found["word/_rels/document.xml.rels"]
    found["word/_rels/document.xml.rels"] = listing.replace(b"header1.xml", target.encode())
    rendered = compile_template(package(found)).render(CONTEXT)
    assert b">X1</w:t>" in files(rendered)[name]


def retyped(docx: bytes, kind: str) -> bytes:
    """The file, its body declared to be of another type."""
    found = files(docx)
    types = found["[Content_Types].xml"].decode()
    found["[Content_Types].xml"] = types.replace(f"{MAIN}.document.main+xml", kind).encode()
    return package(found)


def test_a_template_of_words_becomes_a_document():
    docx = compile_template(retyped(SOURCE, f"{MAIN}.template.main+xml")).render(CONTEXT)
    assert f'"{MAIN}.document.main+xml"' in files(docx)["[Content_Types].xml"].decode()
    assert ooxml_problems(docx) == []
    assert golden_text(docx).startswith("X\n")


@pytest.mark.parametrize("kind", ["document", "template"])
def test_what_may_hold_macros_is_refused(kind):
    source = retyped(SOURCE, f"application/vnd.ms-word.{kind}.macroEnabled.main+xml")
    with pytest.raises(TemplateError, match="macro"):
        compile_template(source)


def without(docx: bytes, name: str) -> bytes:
    return package({key: data for key, data in files(docx).items() if key != name})


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (without(SOURCE, "_rels/.rels"), "tệp không có phần thân văn bản Word"),
        (without(SOURCE, BODY), "tệp không có phần thân văn bản Word"),
        (package({**files(SOURCE), BODY: "<workbook xmlns='urn:x'/>"}),
         "mẫu · thân văn bản: phần này không phải là văn bản Word"),
        (package({**files(SOURCE), BODY: files(SOURCE)[BODY].replace(
            W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")}),
         "mẫu · thân văn bản: tệp ở dạng Strict Open XML; "
         "hãy lưu lại dưới dạng Word Document (.docx)"),
    ],
)  # fmt: skip
def test_what_is_no_document_is_refused(source, message):
    with pytest.raises(TemplateError) as caught:
        compile_template(source)
    assert [str(problem) for problem in caught.value.problems] == [message]


def test_parts_that_are_not_known_are_left_alone():
    inner = f"<w:glossaryDocument xmlns:w='{W}'><w:docParts/></w:glossaryDocument>"
    source = files(with_part(SOURCE, "glossaryDocument", inner))
    source |= {"customXml/item1.xml": b"<a>{{ x }}</a>", "word/header7.xml": b"{{ not even xml"}
    rendered = files(compile_template(package(source)).render(CONTEXT))
    for name in ("word/glossaryDocument.xml", "customXml/item1.xml", "word/header7.xml"):
        assert rendered[name] == source[name]


def test_blocks_and_documents_are_read_in_any_layout():
    inner = laid_out(template("{{ x }}"), {BODY: "doc/main.xml"})
    host = template("{%p include 'b' %}\n{{p d }}")
    source = compile_template(host, blocks={"b": inner}.__getitem__)
    assert golden_text(source.render({"x": 1, "d": Document(inner)})) == "1\n{{ x }}\n"


def test_headers_are_numbered_by_their_names():
    parts = {f"header{n}": f"{{{{ x{n} }}}}" for n in (10, 2, 1)}
    with pytest.raises(TemplateError) as caught:
        compile_template(template("z", **parts)).render({})
    assert re.findall(r"đầu trang (\d), .*«(x\d+)»", str(caught.value)) == [
        ("1", "x1"), ("2", "x2"), ("3", "x10"),
    ]  # fmt: skip
