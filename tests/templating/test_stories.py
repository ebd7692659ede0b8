"""Stories: every part of a file that may hold tags: notes, comments, shapes, properties."""

from __future__ import annotations

import re

import pytest

from docgen.templating import TemplateError, compile_template
from ooxml import ooxml_problems
from parts import content, files, package, paragraph, part, run, template, with_part
from word import open_docx

LOOP = "{%p for v in xs %}\n{{ v }}\n{%p endfor %}"
CONTEXT = {"x": "X & <1>", "xs": ["a", "b"], "lines": "1\n2\t3", "none": None, "no": False}


def note(kind: str, notation: str) -> str:
    author = ' w:author="a"' if kind == "comment" else ""
    return f'<w:{kind} w:id="1"{author}>{content(notation)}</w:{kind}>'


PARTS = {
    "header1": LOOP,
    "footer1": LOOP,
    "footnotes": note("footnote", LOOP),
    "endnotes": note("endnote", LOOP),
    "comments": note("comment", LOOP),
}


@pytest.mark.parametrize("name", PARTS)
def test_story_is_filled(name):
    docx = compile_template(template("z", **{name: PARTS[name]})).render(CONTEXT)
    assert re.findall(r"<w:t(?: [^>]*)?>([^<]*)", part(docx, name)) == ["a", "b"]
    assert ooxml_problems(docx) == []


@pytest.mark.parametrize("name", PARTS)
def test_story_left_empty_keeps_a_paragraph(name):
    docx = compile_template(template("z", **{name: PARTS[name]})).render({"xs": []})
    assert len(re.findall(r"<w:p/?>", part(docx, name))) == 1
    assert ooxml_problems(docx) == []


def test_first_and_even_headers_are_filled():
    source = files(template("z", header1="{{ x }}1", header2="{{ x }}2", header3="{{ x }}3"))
    body = source["word/document.xml"].decode()
    for kind in ("first", "even"):
        last = body.rindex('w:type="default"')
        body = f"{body[:last]}w:type='{kind}'{body[last + 16 :]}"
    docx = compile_template(package({**source, "word/document.xml": body})).render(CONTEXT)
    assert all(f"X &amp; &lt;1&gt;{n}<" in part(docx, f"header{n}") for n in (1, 2, 3))


CORE = (
    '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:cp='
    '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
    "<dc:title>{}</dc:title><dc:creator>{}</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2024-01-01T00:00:00Z</dcterms:created>'
    "</cp:coreProperties>"
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def with_core(title: str, author: str = "") -> bytes:
    """A template with these properties."""
    plain = {name: data.decode() for name, data in files(template("z{{ x }}")).items()}
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    override = f'<Override PartName="/docProps/core.xml" ContentType="{kind}"/></Types>'
    relation = (
        f'<Relationship Id="c" Type="{METADATA}" Target="docProps/core.xml"/></Relationships>'
    )
    plain["[Content_Types].xml"] = plain["[Content_Types].xml"].replace("</Types>", override)
    plain["_rels/.rels"] = plain["_rels/.rels"].replace("</Relationships>", relation)
    return package({**plain, "docProps/core.xml": CORE.format(title, author)})


PROPERTIES = [
    ("{{ x }}", "X & <1>"),
    ("a {{ x }} b", "a X & <1> b"),
    ("{{ lines }}", "1 2 3"),
    ("{{ none }}{{ xs|join(', ') }}", "a, b"),
    ("{% for v in xs %}{{ v }}{% if not loop.last %}; {% endif %}{% endfor %}", "a; b"),
    ("{% if no %}a{% else %}b{% endif %}{# c #}", "b"),
    ("{_{ x }_}", "{{ x }}"),
    ("plain", "plain"),
]


@pytest.mark.parametrize(("title", "text"), PROPERTIES, ids=[row[0] for row in PROPERTIES])
def test_properties_of_the_file_are_filled(title, text):
    source = compile_template(with_core(title, "{{ x }}"))
    docx = source.render(CONTEXT)
    properties = open_docx(docx).core_properties
    assert (properties.title, properties.author) == (text, "X & <1>")
    assert ooxml_problems(docx) == []
    assert [put.text for put in source.run(CONTEXT).puts] == ["X & <1>"]


CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="Số">'
    "<vt:lpwstr>{}</vt:lpwstr></property></Properties>"
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Company>{}</Company></Properties>"
)


@pytest.mark.parametrize(("kind", "xml"), [("custom", CUSTOM), ("extended", APP)])
def test_other_properties_are_filled(kind, xml):
    plain = files(with_core("a"))
    name = f"docProps/{kind}.xml"
    of_kind = f"application/vnd.openxmlformats-officedocument.{kind}-properties+xml"
    override = f'<Override PartName="/{name}" ContentType="{of_kind}"/></Types>'
    relation = f'<Relationship Id="o" Type="{OFFICE}/{kind}-properties" Target="{name}"/>'
    for part_name, end, more in (
        ("[Content_Types].xml", b"</Types>", override),
        ("_rels/.rels", b"</Relationships>", f"{relation}</Relationships>"),
    ):
        plain[part_name] = plain[part_name].replace(end, more.encode())
    source = package({**plain, name: xml.format("{% if x %}{{ x }}!{% endif %}")})
    docx = compile_template(source).render(CONTEXT)
    assert ">X &amp; &lt;1&gt;!</" in files(docx)[name].decode()
    assert ooxml_problems(docx) == []


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("{{ a b }}", "mẫu · thuộc tính tệp · «{{ a b }}»: sai cú pháp gần «b»"),
        ("{% if a %}", "mẫu · thuộc tính tệp · «{% if a %}»: khối «if» mở ở đây mà không đóng; "
         "thiếu «endif»"),
        ("{{ a", "mẫu · thuộc tính tệp · «{{ a»: thẻ mở bằng «{{» mà chưa đóng trong đoạn này"),
    ],
)  # fmt: skip
def test_faults_of_properties_are_told(title, message):
    with pytest.raises(TemplateError) as caught:
        compile_template(with_core(title))
    assert str(caught.value) == message


def test_deleted_tags_are_told_and_not_run():
    deleted = "<w:r><w:delText>{{ y }}{% if</w:delText></w:r>"
    moved = run("{{ z }}")
    lines = [
        f"<w:p><w:del w:id='1' w:author='a'>{deleted}</w:del>{run('{{ x }}')}</w:p>",
        f"<w:p><w:moveFrom w:id='2' w:author='a'>{moved}</w:moveFrom></w:p>",
        "<w:p><w:del w:id='3' w:author='a'><w:r><w:delText>no tag</w:delText></w:r></w:del></w:p>",
    ]
    source = template("\n".join(lines), header1=lines[1])
    made = compile_template(source, name="a.docx")
    assert "{{ y }}" in part(made.render(CONTEXT))
    why = "thẻ nằm trong chỗ đã xoá có theo dõi thay đổi nên không được chạy"
    assert {problem.severity for problem in made.warnings} == {"warning"}
    assert [str(problem) for problem in made.warnings] == [
        f"a.docx · thân văn bản, đoạn 1 · «{{{{ y }}}}{{% if»: {why}",
        f"a.docx · thân văn bản, đoạn 2 · «{{{{ z }}}}»: {why}",
        f"a.docx · đầu trang, đoạn 1 · «{{{{ z }}}}»: {why}",
    ]


@pytest.mark.parametrize(
    ("kind", "name"), [("chart", "biểu đồ"), ("diagramData", "sơ đồ SmartArt")]
)
def test_tags_in_charts_are_told_and_not_run(kind, name):
    drawn = '<a xmlns:a="a"><a:t>Năm {{ y &amp; z }}</a:t><a:t>{ 1 }</a:t></a>'
    made = compile_template(with_part(template("{{ x }}"), kind, drawn))
    (warning,) = made.warnings
    assert str(warning) == (
        f"mẫu · thân văn bản · {name} · «Năm {{{{ y & z }}}}»: "
        f"thẻ nằm trong {name} nên không được chạy"
    )
    assert part(made.render(CONTEXT), kind) == drawn


def test_content_controls_and_shapes_hold_every_kind_of_tag():
    inside = content("# {%tr for v in xs %}\n# {{ v }}\n# {%tr endfor %}\n{{ x }}")
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('{{p x }}')}</w:sdtContent></w:sdt>"
    docx = compile_template(template(f"{block}\n{row}")).render(CONTEXT)
    assert ooxml_problems(docx) == []
    shown = re.findall(r"<w:t(?: [^>]*)?>([^<]+)", part(docx))
    assert shown == ["a", "b", "X &amp; &lt;1&gt;", "X &amp; &lt;1&gt;"]


BOUND = "<w:dataBinding w:xpath='/a' w:storeItemID='{00000000-0000-0000-0000-000000000000}'/>"


@pytest.mark.parametrize("bound", [BOUND, "<w:showingPlcHdr/>"])
def test_a_content_control_shows_what_is_written_into_it(bound):
    def control(text: str) -> str:
        inside = f"<w:sdtContent>{paragraph(text)}</w:sdtContent>"
        return f"<w:sdt><w:sdtPr>{bound}<w:text/></w:sdtPr>{inside}</w:sdt>"

    docx = compile_template(template(f"{control('{{ x }}')}\n{control('kept')}")).render(CONTEXT)
    assert ooxml_problems(docx) == []
    first, second = re.findall("<w:sdtPr>(.*?)</w:sdtPr>", part(docx))
    assert first == "<w:text/>"
    assert second != "<w:text/>"
