"""Notes: each turn of a loop has its own, with its own values; other files bring theirs along."""

from __future__ import annotations

import re
from html import unescape

import pytest

from docgen.templating import Document, Image, Link, RichText, TemplateError, compile_template
from ooxml import ooxml_problems
from parts import files, notes, part, png, referring, run, template
from word import golden_text

ROWS = [{"t": "một", "s": "nguồn <1>"}, {"t": "hai", "s": "nguồn 2"}]


def loop(*ids: int) -> str:
    """A paragraph for each row, that refers to these notes."""
    inside = referring("footnote", *ids, text="{{ r.t }}")
    return f"{{%p for r in rows %}}\n{inside}\n{{%p endfor %}}"


LOOP = loop(1)


def shown(docx: bytes, kind: str = "footnote") -> list[str]:
    """The text of the note that each reference of the body refers to, in order."""
    pattern = rf'<w:{kind} (?:xmlns[^>]*? )?w:id="(\d+)">(.*?)</w:{kind}>'
    found = dict(re.findall(pattern, part(docx, f"{kind}s"), re.DOTALL))
    ids = re.findall(rf'<w:{kind}Reference w:id="(\d+)"/>', part(docx))
    assert len(set(ids)) == len(ids)
    return ["/".join(map(text_of, found[id].split("</w:p>")[:-1])) for id in ids]


def text_of(xml: str) -> str:
    return unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", xml)))


def made(notation: str, context: dict[str, object], **parts: str) -> bytes:
    docx = compile_template(template(notation, **parts)).render(context)
    assert ooxml_problems(docx) == []
    assert "<?" not in part(docx)[5:]
    return docx


NOTED = [
    ("a note of its own for each turn", LOOP, ["{{ r.s }}"], ["nguồn <1>", "nguồn 2"]),
    ("without tags", LOOP, ["như trên"], ["như trên", "như trên"]),
    ("with a loop and a condition",
     LOOP, ["{% for c in r.t %}{{ c }}-{% endfor %}\n{%p if r.t == 'hai' %}\n2\n{%p endif %}"],
     ["m-ộ-t-", "h-a-i-/2"]),
    ("in a row", f"# {{%tr for r in rows %}}\n# {{{{ r.t }}}} ;; {referring('footnote', 1)}\n"
     "# {%tr endfor %}", ["{{ r.s }}"], ["nguồn <1>", "nguồn 2"]),
    ("in one line", "<w:p>{}{}{}</w:p>".format(
        run("{% for r in rows %}{{ r.t }}"), "<w:r><w:footnoteReference w:id='1'/></w:r>",
        run("{% endfor %}")), ["{{ r.s }}"], ["nguồn <1>", "nguồn 2"]),
    ("two in a turn", loop(1, 2), ["{{ r.s }}", "b"], ["nguồn <1>", "b", "nguồn 2", "b"]),
    ("before, in and behind a loop",
     f"{referring('footnote', 1)}\n{loop(2)}\n{referring('footnote', 3)}",
     ["a", "{{ r.s }}", "z"], ["a", "nguồn <1>", "nguồn 2", "z"]),
    ("outside of loops", referring("footnote", 2, 1), ["{{ x }}", "a"], ["a", "X"]),
    ("behind a condition", f"{{%p if no %}}\n{referring('footnote', 1)}\n{{%p endif %}}\n"
     + referring("footnote", 2), ["{{ nothing.at.all }}", "{{ x }}"], ["X"]),
    ("with what was set in the body", f"{{% set y = 'Y' %}}\n{referring('footnote', 1)}",
     ["{{ y }}"], ["Y"]),
    ("in a macro", "{%p macro m(t) %}\n" + referring("footnote", 1) + "\n{%p endmacro %}\n"
     "{{p m('a') }}\n{{p m('b') }}", ["{{ t }}"], ["a", "b"]),
    ("with lines", referring("footnote", 1), ["a {{ lines }}"], ["a 1/2"]),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "texts", "told"), [r[1:] for r in NOTED],
                         ids=[r[0] for r in NOTED])  # fmt: skip
@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_each_turn_has_its_own_note(kind, notation, texts, told):
    context = {"rows": ROWS, "x": "X", "no": False, "lines": "1\n2"}
    source = notation.replace("footnoteR", f"{kind}R")
    docx = made(source, context, **{f"{kind}s": notes(kind, *texts)})
    assert shown(docx, kind) == told
    assert 'w:type="separator"' in part(docx, f"{kind}s")


def test_notes_are_numbered_on_paper(office):
    docx = made(LOOP, {"rows": ROWS}, footnotes=notes("footnote", "{{ r.s }}"))
    assert office.pdf_text(docx) == "một1 hai2 1nguồn <1> 2nguồn 2"


def test_rich_values_stand_in_notes():
    logo, link = Image(png(4, 4)), Link("đây", "https://a.vn")
    docx = made(
        referring("footnote", 1), {"x": logo, "y": "a" + RichText("b", bold=True) + link},
        footnotes=notes("footnote", "{{ x }}{{ y }}"),
    )  # fmt: skip
    assert shown(docx) == ["abđây"]
    relations = files(docx)["word/_rels/footnotes.xml.rels"].decode()
    assert 'Target="media/image.png"' in relations
    assert "https://a.vn" in relations
    assert "a.vn" not in files(docx)["word/_rels/document.xml.rels"].decode()


def test_values_in_notes_are_told_as_put_out():
    source = compile_template(template(LOOP, footnotes=notes("footnote", "{{ r.s }}")))
    assert [put.text for put in source.run({"rows": ROWS}).puts] == [
        "một", "nguồn <1>", "hai", "nguồn 2",
    ]  # fmt: skip
    assert source.render({"rows": ROWS}) == source.render({"rows": ROWS})
    assert 'w:id="1"' not in part(source.render({"rows": []}), "footnotes")


def test_a_deleted_reference_runs_nothing():
    deleted = "<w:del w:id='9' w:author='a'><w:r><w:footnoteReference w:id='1'/></w:r></w:del>"
    docx = made(
        f"<w:p>{deleted}</w:p>\n{referring('footnote', 2)}", {"x": "X"},
        footnotes=notes("footnote", "{{ y }}", "{{ x }}"),
    )  # fmt: skip
    assert "{{ y }}" in part(docx, "footnotes")
    assert ">X<" in part(docx, "footnotes")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ r.x }}", "đoạn 1 · «{{ r.x }}»: không có trường «x»"),
        ("a\n# b ;; {{ no }}",
         "đoạn 3, bảng 1, hàng 1, ô 2 · «{{ no }}»: không có biến «no»"),
    ],
)  # fmt: skip
def test_a_fault_at_render_names_the_note(text, message):
    source = compile_template(template(
        f"{referring('footnote', 2)}\n{LOOP}", footnotes=notes("footnote", text, "b")
    ))  # fmt: skip
    with pytest.raises(TemplateError) as caught:
        source.render({"rows": ROWS})
    assert str(caught.value) == f"mẫu · cước chú 2, {message}"


@pytest.mark.parametrize(
    "text", ["{% if r %}", "{%p endfor %}", "{{ r.t", "{% for a in b %}{% endif %}"]
)
def test_a_block_stays_within_its_note(text):
    with pytest.raises(TemplateError, match="mẫu · cước chú 1, đoạn 1 · "):
        compile_template(template(LOOP, footnotes=notes("footnote", text)))


INNER = template(
    f"{referring('footnote', 2, text='câu một')}\n{referring('endnote', 1, text='câu hai')}",
    footnotes=notes("footnote", "thừa", "của {{ x }}"), endnotes=notes("endnote", "cuối"),
)  # fmt: skip


def as_block(notation: str, **parts: str) -> bytes:
    tag = "{%p include 'b' %}"
    source = template(notation.replace("[TAG]", tag), **inside(parts, tag))
    return compile_template(source, blocks={"b": INNER}.__getitem__).render({"x": "X"})


def as_document(notation: str, **parts: str) -> bytes:
    tag = "{{p d }}"
    source = template(notation.replace("[TAG]", tag), **inside(parts, tag))
    return compile_template(source).render({"x": "X", "d": Document(INNER)})


def inside(parts: dict[str, str], tag: str) -> dict[str, str]:
    return {name: text.replace("[TAG]", tag) for name, text in parts.items()}


@pytest.mark.parametrize(("way", "told"), [(as_block, "của X"), (as_document, "của {{ x }}")])
@pytest.mark.parametrize("own", [{}, {"footnotes": notes("footnote", "chủ")}], ids=["none", "own"])
def test_a_file_brings_its_notes(office, way, told, own):
    first = referring("footnote", 1) if own else "a"
    docx = way(f"{first}\n[TAG]\n[TAG]", **own)
    assert ooxml_problems(docx) == []
    assert shown(docx) == [*(["chủ"] if own else []), told, told]
    assert shown(docx, "endnote") == ["cuối", "cuối"]
    assert "thừa" not in part(docx, "footnotes")
    assert part(docx, "footnotes").count("<w:separator/>") == 1
    assert golden_text(docx).splitlines()[1:] == ["câu một", "câu hai"] * 2
    assert office.pdf_text(docx).count("cuối") == 2


@pytest.mark.parametrize("way", [as_block, as_document])
@pytest.mark.parametrize(
    ("notation", "parts"),
    [
        ("a", {"header1": "[TAG]"}),
        (referring("footnote", 1), {"footnotes": notes("footnote", "a\n[TAG]")}),
    ],
    ids=["header", "note"],
)
def test_notes_do_not_stand_in_headers_and_notes(way, notation, parts):
    with pytest.raises(TemplateError, match="chú thích cuối chỉ đặt được trong thân văn bản"):
        way(notation, **parts)


def test_what_notes_refer_to_comes_along():
    source = template(referring("footnote", 1), footnotes=notes("footnote", "{{ x }}{{ y }}"))
    context = {"x": Image(png(4, 4)), "y": Link("đây", "https://a.vn")}
    inner = compile_template(source).render(context)
    docx = compile_template(template("{{p d }}")).render({"d": Document(inner)})
    assert ooxml_problems(docx) == []
    assert shown(docx) == ["đây"]
    relations = files(docx)["word/_rels/footnotes.xml.rels"].decode()
    assert relations.count("<Relationship ") == 2
