"""Rich values: a look of their own, links, breaks, pictures: value in, text and XML out."""

from __future__ import annotations

import re

import pytest

from docgen.templating import (
    LINE_BREAK,
    PAGE_BREAK,
    TAB,
    Image,
    Link,
    RichText,
    TemplateError,
    compile_template,
    trace,
)  # fmt: skip
from ooxml import ooxml_problems
from parts import W, files, part, png, run, template, with_part
from word import golden_text

STYLES = (
    f'<w:styles xmlns:w="{W}"><w:style w:type="character" w:styleId="Manh">'
    '<w:name w:val="Nhấn mạnh"/></w:style></w:styles>'
)


def source(notation: str, **parts: str) -> bytes:
    """A template with a character style «Nhấn mạnh»."""
    return with_part(template(notation, **parts), "styles", STYLES)


def made(notation: str, value: object, **parts: str) -> bytes:
    docx = compile_template(source(notation, **parts)).render({"x": value})
    assert ooxml_problems(docx) == []
    return docx


def rpr(docx: bytes, text: str) -> str:
    """The properties of the run with this text."""
    found = re.search(rf"<w:r>(?:<w:rPr>((?:(?!</w:r>).)*)</w:rPr>)?<w:t [^>]*>{text}<", part(docx))
    assert found, part(docx)
    return re.sub(r' w:|"', " ", found[1] or "").strip()


LOOKS = [
    ({"bold": True}, "<w:b/>"),
    ({"bold": False}, "<w:b val= 0 />"),
    ({"italic": True, "bold": True}, "<w:b/><w:i/>"),
    ({"underline": True}, "<w:u val= single />"),
    ({"underline": "wave"}, "<w:u val= wave />"),
    ({"underline": False}, "<w:u val= none />"),
    ({"strike": True}, "<w:strike/>"),
    ({"superscript": True}, "<w:vertAlign val= superscript />"),
    ({"subscript": True}, "<w:vertAlign val= subscript />"),
    ({"colour": "#ff0000"}, "<w:color val= FF0000 />"),
    ({"background": "FFFF00"}, "<w:shd val= clear  color= auto  fill= FFFF00 />"),
    ({"size": 13.5}, "<w:sz val= 27 /><w:szCs val= 27 />"),
    ({"font": 'A"&<'}, "<w:rFonts ascii= A&quot;&amp;&lt;  hAnsi= A&quot;&amp;&lt;  "
     "eastAsia= A&quot;&amp;&lt;  cs= A&quot;&amp;&lt; />"),
    ({"style": "Nhấn mạnh"}, "<w:rStyle val= Manh />"),
    ({"style": "Manh", "colour": "000000", "bold": True},
     "<w:rStyle val= Manh /><w:b/><w:color val= 000000 />"),
    ({}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("look", "properties"), LOOKS, ids=[str(look) for look, _ in LOOKS])
def test_text_has_its_look(look, properties):
    docx = made("a{{ x }}b", RichText("chữ", **look))
    assert rpr(docx, "chữ") == properties
    assert golden_text(docx) == "achữb\n"


def test_text_keeps_the_look_of_its_tag_but_for_its_own():
    line = f"<w:p><w:r><w:rPr><w:b/><w:sz w:val='28'/></w:rPr><w:t>a{'{{ x }}'}b</w:t></w:r></w:p>"
    docx = made(line, RichText("1", italic=True) + RichText("2", bold=False))
    assert rpr(docx, "1") == "<w:b/><w:i/><w:sz val= 28 />"
    assert rpr(docx, "2") == "<w:b val= 0 /><w:sz val= 28 />"
    assert rpr(docx, "b") == "<w:b/><w:sz val= 28 />"


PUT = [
    (RichText("a") + "b" + RichText("c", bold=True), "abc"),
    ("a" + RichText("b"), "ab"),
    (RichText("a\nb\tc"), "a\nb\tc"),
    ("a" + LINE_BREAK + "b" + TAB + "c", "a\nb\tc"),
    (RichText("<w:p>&amp;]]>{{ x }}\x00\ud800"), "<w:p>&amp;]]>{{ x }}"),
    (RichText(""), ""),
    (Link("đây", "https://a.vn/?b=1&c=2") + ".", "đây."),
    (Link("thư", "mailto:a@b.vn"), "thư"),
    (Link("mục", "#phan_1"), "mục"),
]


@pytest.mark.parametrize(("value", "text"), PUT, ids=[repr(text) for _, text in PUT])
@pytest.mark.parametrize("tag", ["{{ x }}", "{{r x }}", "{% if x %}{{ x }}{% endif %}"])
def test_text_comes_out_and_is_put_out(value, text, tag):
    assert golden_text(made(f"[{tag}]", value)) == f"[{text}]\n"
    puts = compile_template(source(f"[{tag}]")).run({"x": value}).puts
    assert "".join(put.text for put in puts) == text


def test_rich_text_stands_alone_in_a_paragraph():
    assert golden_text(made("a\n{{p x }}\nb", RichText("c\nd", bold=True))) == "a\nc\nd\nb\n"


def test_filters_and_joins_see_the_text_alone():
    docx = compile_template(source("{{ x|upper }}{{ x ~ '!' }}")).render({"x": RichText("ab")})
    assert golden_text(docx) == "ABab!\n"


def test_soft_breaks_keep_lines_in_one_paragraph():
    notation = "{{ x|soft_breaks }}{{ none|soft_breaks }}"
    docx = made(notation, "1\n2")
    assert golden_text(docx) == "1\n2\n"
    assert part(docx).count("<w:p>") == 1
    (put,) = compile_template(source(notation)).run(trace({"x": "1\n2"})).puts
    assert (put.text, put.path) == ("1\n2", ("x",))


def test_rich_text_knows_its_field():
    (put,) = compile_template(source("{{ x }}")).run(trace({"x": RichText("a")})).puts
    assert put.path == ("x",)


def test_page_break_breaks_the_page(office):
    docx = made("a{{ x }}b", PAGE_BREAK)
    assert '<w:r><w:br w:type="page"/></w:r>' in part(docx)
    assert len(office.pdf_pages(docx)) == 2


def test_links_are_relations_of_their_part_and_the_same_one_only_once():
    both = Link("a", "https://a.vn/?x=1&y=2") + Link("b", "https://a.vn/?x=1&y=2", bold=True)
    docx = made("{{ x }}", both, header1="{{ x }}")
    for name in ("document", "header1"):
        rels = files(docx)[f"word/_rels/{name}.xml.rels"].decode()
        assert rels.count('Target="https://a.vn/?x=1&amp;y=2" TargetMode="External"') == 1
        id = re.search(r'Id="(\w+)"[^>]*hyperlink"', rels)[1]
        assert part(docx, name).count(f'r:id="{id}"') == 2
    assert rpr(docx, "a") == "<w:color val= 0563C1 /><w:u val= single />"
    assert rpr(docx, "b") == "<w:b/>"


def test_link_in_a_hyperlink_is_its_text():
    line = f"<w:p><w:hyperlink w:anchor='n'>{run('{{ x }}')}</w:hyperlink></w:p>"
    assert part(made(line, Link("a", "https://a.vn"))).count("<w:hyperlink") == 1


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "\\\\server\\x", "vbscript:x", "", "a.vn", "http://",
     "https://a b", 'https://a"><w:p>', "data:text/html,x", "ms-word:ofe|u|https://a"],
)  # fmt: skip
def test_address_that_is_none_is_refused(url):
    with pytest.raises(ValueError, match="không dùng được địa chỉ"):
        Link("a", url)


@pytest.mark.parametrize(
    "look",
    [{"colour": "red"}, {"colour": '"/>'}, {"background": "#12"}, {"underline": "x"}, {"size": 0},
     {"size": 1e9}, {"size": float("nan")}],
    ids=str,
)  # fmt: skip
def test_look_that_cannot_be_is_refused(look):
    with pytest.raises(ValueError, match="màu|gạch chân|cỡ chữ"):
        RichText("a", **look)


def test_style_the_template_lacks_is_told():
    with pytest.raises(TemplateError) as caught:
        compile_template(source("a {{ x }}")).render({"x": RichText("b", style="Nowhere")})
    assert str(caught.value) == (
        "mẫu · thân văn bản, đoạn 1 · «a {{ x }}»: mẫu không có kiểu chữ «Nowhere»"
    )


JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xff"
    b"\xc0\x00\x0b\x08\x00\x30\x00\x60\x01\x01\x11\x00\xff\xd9"
)


@pytest.mark.parametrize(
    ("image", "size"),
    [
        (Image(png(96, 48)), (25.4, 12.7)),
        (Image(png(96, 48), width=50), (50, 25)),
        (Image(png(96, 48), height=10), (20, 10)),
        (Image(png(96, 48), width=30, height=30), (30, 30)),
        (Image(png(9600, 10), alt="x"), (160, 160 / 960)),
        (Image(JPEG), (25.4, 12.7)),
    ],
)
def test_picture_has_its_size(image, size):
    xml = part(made("{{ x }}", image))
    assert f'cx="{round(size[0] * 36000)}" cy="{round(size[1] * 36000)}"' in xml


@pytest.mark.parametrize(
    ("data", "more"),
    [(b"", {}), (b"GIF89a", {}), (b"<svg/>", {}), (png(4, 4)[:-20], {}), (b"\xff\xd8\xff", {}),
     (png(0, 4), {}), (png(4, 4), {"width": 0}), (png(4, 4), {"width": 900}),
     (png(4, 4), {"height": -1}), (png(1, 9999), {"width": 100})],
)  # fmt: skip
def test_picture_that_is_none_is_refused(data, more):
    with pytest.raises(ValueError, match="ảnh"):
        Image(data, **more)


def test_pictures_in_loops_and_headers_are_one_file_and_many_drawings(office):
    logo = Image(png(20, 10), width=20, alt='Quốc "huy" <&>')
    notation = "{%p for v in [1, 2] %}\n{{ x }}\n{%p endfor %}\n# {{ x }}\nz"
    docx = made(notation, "a" + logo, header1="{{ x }}")
    assert [name for name in files(docx) if "media" in name] == ["word/media/image.png"]
    assert files(docx)["word/media/image.png"] == logo.data
    ids = re.findall(r'<wp:docPr id="(\d+)"', part(docx) + part(docx, "header1"))
    assert len(ids) == len(set(ids)) == 4
    assert 'descr="Quốc &quot;huy&quot; &lt;&amp;&gt;"' in part(docx)
    assert 'Extension="png" ContentType="image/png"' in files(docx)["[Content_Types].xml"].decode()
    assert office.pdf_text(docx).count("a") == 4


def test_values_belong_to_no_template_and_no_render():
    logo = Image(png(4, 4))
    one, two = compile_template(source("{{ x }}")), compile_template(source("a{{ x }}"))
    first = one.render({"x": logo})
    two.render({"x": logo})
    assert one.render({"x": logo}) == first
    assert "word/media/image.png" not in files(one.render({"x": "a"}))
