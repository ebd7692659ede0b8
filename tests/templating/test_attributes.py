"""Attributes: tags in the address of a link, in the alternative text of a picture."""

from __future__ import annotations

import re

import pytest

from docgen.templating import TemplateError, compile_template
from ooxml import ooxml_problems
from parts import content, files, notes, package, part, referring, run, template
from word import golden_text

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINK = f"<w:p><w:hyperlink r:id='l'>{run('{{ v }}')}</w:hyperlink></w:p>"


def linked(notation: str, target: str, **parts: str) -> bytes:
    """A template whose body and parts call `target` by the id `l`."""
    plain = {name: data.decode() for name, data in files(template(notation, **parts)).items()}
    relation = (
        f'<Relationship Id="l" Type="{OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'
        "</Relationships>"
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    none = f'<Relationships xmlns="{space}"></Relationships>'
    for name in ("document", *parts):
        rels = f"word/_rels/{name}.xml.rels"
        plain[rels] = plain.get(rels, none).replace("</Relationships>", relation)
    return package(plain)


def links(docx: bytes, name: str = "document") -> list[str]:
    """Where the links of a part lead, in order."""
    rels = files(docx)[f"word/_rels/{name}.xml.rels"].decode()
    targets = dict(re.findall(r'Id="(\w+)"[^>]*hyperlink" Target="([^"]*)"', rels))
    return [targets[id] for id in re.findall(r'<w:hyperlink r:id="(\w+)"', part(docx, name))]


@pytest.mark.parametrize(
    ("target", "value", "address"),
    [
        ("{{ v }}", "https://a.vn/?x=1&amp;y=2", "https://a.vn/?x=1&amp;amp;y=2"),
        ("%7b%7b%20v%20%7D%7D", "mailto:a@b.vn", "mailto:a@b.vn"),
        ("https://a.vn/{{ v }}/%20{{ v|upper }}", "q", "https://a.vn/q/%20Q"),
        ("{{ v|default('x') }}", "#phan_1", "#phan_1"),
        ("{{ v }}", "", "#"),
        ("{{ v }}", None, "#"),
        ("https://a.vn", "q", "https://a.vn"),
    ],
)
def test_a_link_leads_where_its_value_says(target, value, address):
    docx = compile_template(linked(LINK, target)).render({"v": value})
    assert links(docx) == [address]
    assert "{{" not in files(docx)["word/_rels/document.xml.rels"].decode()
    assert golden_text(docx) == f"{value or ''}\n"
    assert ooxml_problems(docx) == []


def test_each_turn_of_a_loop_has_its_own_link():
    notation = f"{{%p for v in vs %}}\n{LINK}\n{{%p endfor %}}"
    source = linked(notation, "https://a.vn/{{ v }}", header1=notation)
    docx = compile_template(source).render({"vs": ["x", "y", "x"]})
    wanted = [f"https://a.vn/{v}" for v in "xyx"]
    assert (links(docx), links(docx, "header1")) == (wanted, wanted)
    assert compile_template(source).variables == {"vs"}
    assert ooxml_problems(docx) == []


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_link_in_a_note_without_other_tags_is_filled(kind):
    note = {f"{kind}s": notes(kind, LINK.replace("{{ v }}", "a"))}
    notation = f"{{%p for v in vs %}}\n{referring(kind, 1)}\n{{%p endfor %}}"
    docx = compile_template(linked(notation, "https://a.vn/{{ v }}", **note)).render({"vs": "xy"})
    assert links(docx, f"{kind}s") == ["https://a.vn/x", "https://a.vn/y"]
    assert ooxml_problems(docx) == []


def test_a_block_brings_its_links():
    block = linked(LINK, "https://a.vn/{{ v }}")
    host = compile_template(template("{%p include 'b' %}\nz"), blocks={"b": block}.__getitem__)
    assert links(host.render({"v": "x"})) == ["https://a.vn/x"]


PICTURE = (
    "<w:p><w:r><w:drawing><wp:inline><wp:extent cx='1' cy='1'/>"
    "<wp:docPr id='1' name='n' descr='Logo {{ v }}' title='{{ v }}'/>"
    "<a:graphic><a:graphicData uri='u'/></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def test_alternative_text_of_a_picture_is_filled():
    notation = f"{{%p for v in vs %}}\n{PICTURE}\n{{%p endfor %}}"
    docx = compile_template(template(notation)).render({"vs": ['a "b" <c>&\n', "d"]})
    told = re.findall(r'descr="([^"]*)" title="([^"]*)"', part(docx))
    quoted = "a &quot;b&quot; &lt;c&gt;&amp; "
    assert told == [(f"Logo {quoted}", quoted), ("Logo d", "d")]
    assert len(set(re.findall(r'<wp:docPr id="(\d+)"', part(docx)))) == 2


@pytest.mark.parametrize(
    ("target", "value", "message"),
    [
        ("{{ v }}", "javascript:alert(1)",
         "không dùng được địa chỉ «javascript:alert(1)» trong liên kết"),
        ("{{ v }}", "file:///etc", "không dùng được địa chỉ «file:///etc» trong liên kết"),
        ("{{ nope }}", "", "không có biến «nope»"),
        ("{{ v v }}", "", "sai cú pháp gần «v»"),
        ("{% if v %}a{% endif %}", "", "ở đây chỉ dùng được thẻ {{ … }}"),
        ("{{ v", "", "ở đây chỉ dùng được thẻ {{ … }}"),
    ],
)  # fmt: skip
def test_what_cannot_be_an_address_is_told(target, value, message):
    line = f"<w:p><w:hyperlink r:id='l'>{run('a')}</w:hyperlink></w:p>"
    source = linked("a\n" + line, target, header1=content("b"))
    with pytest.raises(TemplateError) as caught:
        compile_template(source).render({"v": value})
    (told,) = map(str, caught.value.problems)
    assert told == f"mẫu · thân văn bản, đoạn 2 · «{target}»: {message}"


def test_many_links_take_no_more_than_their_number():
    source = linked(
        f"{{%p for v in range(2000) %}}\n{LINK}\n{{%p endfor %}}", "https://a.vn/{{ v }}"
    )
    docx = compile_template(source).render({})
    assert len(set(links(docx))) == 2000
