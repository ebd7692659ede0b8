"""Render: one compiled template for all threads; documents that Word's own schema accepts."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from docx import Document

from docgen.templating import compile_template
from ooxml import ooxml_problems
from parts import W, part, template, with_part
from word import golden_text

MIXED = (
    "{{ title }}\n{%p for row in rows %}\n{{ loop.index }}. {{ row.name }}¦{% if row.note %}"
    " ({{ row.note }}){% endif %}\n{%p endfor %}\n"
    "# A ;; B\n# {%tr for row in rows %} ;; \n# {{ row.name }} ;; {{ row.note }}\n"
    "# {%tr endfor %} ;; \n{%p keep %}\nz"
)


def context(number: int) -> dict[str, object]:
    rows = [
        {"name": f"n{number}.{i}", "note": f"g{number}.{i}\nh" if i % 2 else ""} for i in range(5)
    ]
    return {"title": f"title {number}", "rows": rows}


def test_threads_never_mix_two_documents():
    shared = compile_template(template(MIXED, header1="{{ title }}"))
    alone = [compile_template(template(MIXED, header1="{{ title }}")) for _ in range(4)]
    expected = [alone[n % 4].render(context(n)) for n in range(200)]
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda n: shared.render(context(n)), range(200)))
    assert made == expected
    assert "title 7" in part(made[7], "header1")


def python_docx(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A template as python-docx makes it, with all its default styles."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text, style="List Number" if text.startswith("{{ i") else None)
    table = document.add_table(rows=0, cols=2)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.sections[0].header.paragraphs[0].text = "{{ title }}"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


WORD = python_docx(
    "{{ title }}", "{%p for i in items %}", "{{ i }}", "{%p endfor %}", "{%p keep %}",
    rows=(("{%tr for r in rows %}", ""), ("{{ r.a }}", "{{ r.b }}"), ("{%tr endfor %}", "")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("source", "values", "text"),
    [
        (template(MIXED), context(1), None),
        (template(MIXED), {"title": "\t<&>\n😀", "rows": []}, "\t<&>\n😀\nA ;; B\nz\n"),
        (WORD, {"title": "T", "items": ["a", "b\nc"], "rows": [{"a": 1, "b": 2}]},
         "T\na\nb\nc\n1 ;; 2\n"),
        (WORD, {"title": "T", "items": [], "rows": []}, "T\n"),
    ],
    ids=["mixed", "empty", "python-docx", "python-docx, empty"],
)  # fmt: skip
def test_document_is_valid(source, values, text):
    docx = compile_template(source).render(values)
    assert ooxml_problems(docx) == []
    assert text is None or golden_text(docx) == text


def test_variables_are_the_names_asked_for():
    source = template(
        "{% for item in meeting.agenda %}{{ item.title }}{{ loop.index }}{% endfor %}{{ a['b'] }}"
        "{% set c = a %}{{ c.d }}{{ e[0].f }}{{ g|join(', ') }}{% for k, v in h.items() %}{{ k }}"
        "{% endfor %}",
        header1="{{ title|upper }}",
    )
    assert compile_template(source).variables == {
        "meeting.agenda", "meeting.agenda.title", "a", "a.b", "a.d", "e.f", "g", "h", "title",
    }  # fmt: skip


STYLE = "<w:style xmlns:w='{}' w:type='paragraph' w:styleId='{}'><w:name w:val='{}'/>{}</w:style>"


def test_block_brings_the_styles_it_uses():
    def styled(notation: str, *styles: str) -> bytes:
        xml = f"<w:styles xmlns:w='{W}'>{''.join(styles)}</w:styles>"
        return with_part(template(notation), "styles", xml)

    def style(name: str, more: str = "") -> str:
        return STYLE.format(W, name, name, more)

    block = styled(
        "<w:p><w:pPr><w:pStyle w:val='Own'/></w:pPr><w:r><w:t>{{ x }}</w:t></w:r></w:p>\n"
        "<w:p><w:pPr><w:pStyle w:val='Both'/></w:pPr></w:p>",
        style("Own", "<w:basedOn w:val='Base'/>"), style("Base"), style("Both", "<w:hidden/>"),
        style("Unused"),
    )  # fmt: skip
    host = styled("a\n{%p include 'b.docx' %}\n{{ x }}", style("Both"))
    docx = compile_template(host, blocks={"b.docx": block}.__getitem__).render({"x": "X"})
    assert golden_text(docx) == "a\nX\n\nX\n"
    ids = part(docx, "styles").split('w:styleId="')[1:]
    assert [text.partition('"')[0] for text in ids] == ["Both", "Own", "Base"]
    assert "hidden" not in part(docx, "styles")


@pytest.mark.parametrize("with_styles", ["host", "block", "neither"])
def test_block_and_host_may_lack_styles(with_styles):
    def styled(notation: str, who: str) -> bytes:
        own = template(notation)
        return with_part(own, "styles", f"<w:styles xmlns:w='{W}'/>") if who == with_styles else own

    line = "<w:p><w:pPr><w:pStyle w:val='Nowhere'/></w:pPr><w:r><w:t>{{ x }}</w:t></w:r></w:p>"
    host, block = styled("{%p include 'b' %}", "host"), styled(line, "block")
    docx = compile_template(host, blocks={"b": block}.__getitem__).render({"x": "X"})
    assert ">X<" in part(docx)


def test_block_may_stand_in_a_cell_a_loop_and_a_block():
    blocks = {
        "in.docx": template("[{{ v }}]\n# {{ v }}"),
        "out.docx": template("{%p if v %}\n{%p include 'in.docx' %}\n{%p endif %}"),
    }
    source = template(
        "{%p for v in xs %}\n{%p include 'out.docx' %}\n{%p endfor %}\n"
        "# {%p include 'in.docx' %}\nz"
    )
    docx = compile_template(source, blocks=blocks.__getitem__).render({"xs": [1, 0, 2], "v": 9})
    assert golden_text(docx) == "[1]\n1\n[2]\n2\n\n[9] / 9 / \nz\n"
    assert ooxml_problems(docx) == []


@pytest.mark.parametrize(
    ("notation", "text"),
    [
        ("{{ a.b.c }}{{a.b.c}}¦{{ d }}", "114"),
        ("{{ none }}{{ None }}-{{ true }}{{ False }}", "-TrueFalse"),
        ("{{ ngày.tháng }}{{ nothing }}{{ truer }}", "235"),
        ("{{ a.none }}{{ a.not }}", "67"),
        ("{% for x in [a] %}{{ x.b.c }}{{ loop.index }}{{ x['b'].c }}{% endfor %}", "111"),
        ("{% set x %}<{{ d }}>{% endset %}{{ x }}", "<4>"),
        ("{{ d }}{# note #}{{ d }}{{ (d) }}", "444"),
        ("{{ 'a.b' }}{{ d.real }}", "a.b4"),
    ],
)
def test_a_field_is_read_as_any_expression(notation, text):
    fields = {
        "a": {"b": {"c": 1}, "none": 6, "not": 7}, "d": 4, "ngày": {"tháng": 2}, "nothing": 3,
        "truer": 5,
    }  # fmt: skip
    assert golden_text(compile_template(template(notation)).render(fields)) == f"{text}\n"


def test_lists_are_the_names_taken_for_lists():
    source = template(
        "{% for item in meeting.agenda|sort %}{{ item.title }}{% endfor %}{{ g|join(', ') }}"
        "{{ e[0].f }}{{ t['u'] }}{% with rows = a.rows %}{% for r in rows %}{% endfor %}"
        "{% endwith %}{% set s = b.list %}{% for x in s if x.y %}{{ x.z[1] }}{% endfor %}"
    )
    assert compile_template(source).lists == {
        "meeting.agenda", "g", "e", "a.rows", "b.list", "b.list.z",
    }  # fmt: skip
