"""Tables as values: rows in, a ruled table out, every cell put out as its own field."""

from __future__ import annotations

import re

import pytest

from docgen.templating import Image, RichText, Table, TemplateError, compile_template, trace
from ooxml import ooxml_problems
from parts import W, part, png, template, with_part
from word import golden_text, open_docx

STYLES = (
    f'<w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:styleId="BangDau"><w:name w:val="Bảng: đầu"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="BangO"><w:name w:val="Bảng: ô"/></w:style></w:styles>'
)
ROWS = (("STT", "Việc", "Số"), ("1", "Sơ kết\nTổng kết", "1.250"), ("2", "", "7"))


def made(value: object, notation: str = "a\n{{p x }}\nb", **parts: str) -> bytes:
    source = with_part(template(notation, **parts), "styles", STYLES)
    docx = compile_template(source).render({"x": value})
    assert ooxml_problems(docx) == []
    return docx


def test_rows_become_a_table():
    docx = made(Table(ROWS, (12, 100, 20)))
    assert (
        golden_text(docx)
        == "a\nSTT ;; Việc ;; Số\n1 ;; Sơ kết / Tổng kết ;; 1.250\n2 ;;  ;; 7\nb\n"
    )
    assert part(docx).count("<w:tblHeader/>") == 1
    assert part(docx).count("<w:cantSplit/>") == 3


def test_styles_are_found_by_id_or_name_and_columns_are_aligned():
    table = Table(
        ROWS, (1, 8, 2), width=165, aligns=("center", "", "right"),
        header_style="Bảng: đầu", cell_style="BangO",
    )  # fmt: skip
    (grid,) = open_docx(made(table)).tables
    looks = [
        [
            (cell.paragraphs[0].style.style_id, str(cell.paragraphs[0].alignment))
            for cell in row.cells
        ]
        for row in grid.rows
    ]
    assert looks[0] == [("BangDau", "None")] * 3
    assert looks[1] == looks[2] == [
        ("BangO", "CENTER (1)"), ("BangO", "None"), ("BangO", "RIGHT (2)"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("widths", "width", "twips"),
    [
        ((10, 20), None, [566, 1134]),
        ((10, 20), 165, [3118, 6236]),
        ((1, 1, 1), 100, [1889, 1890, 1890]),
        ((), 165, [4677, 4677]),
        ((300, 100), 165, [7015, 2339]),
    ],
)  # fmt: skip
def test_columns_have_their_widths(widths, width, twips):
    docx = made(Table([["a"] * len(twips)] * 2, widths, width=width))
    assert [int(w) for w in re.findall(r'<w:gridCol w:w="(\d+)"', part(docx))] == twips
    assert f'<w:tblW w:w="{sum(twips)}" w:type="dxa"/>' in part(docx)
    assert sum(twips) <= (width or sum(widths)) * 1440 / 25.4


def test_every_cell_is_put_out_as_its_own_field():
    rows = trace([["STT", "Việc"], ["1", "a\nb <&>"], ["", RichText("c", bold=True)]], ("bang",))
    rendering = compile_template(template("{{p x }}")).run({"x": Table(rows, width=100)})
    assert [(put.text, put.path) for put in rendering.puts] == [
        ("STT", ("bang", 0, 0)), ("Việc", ("bang", 0, 1)), ("1", ("bang", 1, 0)),
        ("a\nb <&>", ("bang", 1, 1)), ("c", ("bang", 2, 1)),
    ]  # fmt: skip
    assert golden_text(rendering.docx) == "STT ;; Việc\n1 ;; a / b <&>\n ;; c\n\n"


def test_cells_of_a_traced_table_are_of_its_field():
    source = compile_template(template("{{p x }}"))
    puts = source.run(trace({"x": Table([["a", 2]], width=100)})).puts
    assert [(put.text, put.path) for put in puts] == [("a", ("x",)), ("2", ("x",))]


def test_a_filter_makes_a_table_of_traced_rows():
    filters = {"bang": lambda rows: Table(rows, width=100)}
    source = compile_template(template("{{p x | bang }}"), filters=filters)
    puts = source.run(trace({"x": [["a"], ["b"]]})).puts
    assert [put.path for put in puts] == [("x", 0, 0), ("x", 1, 0)]


def test_a_cell_holds_rich_values_in_the_look_of_its_own_style():
    line = "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>{{p x }}</w:t></w:r></w:p>"
    cells = [[RichText("đậm", bold=True) + "\tthường", Image(png(4, 4), width=5)]]
    docx = made(Table(cells, width=100, header_rows=0), line)
    assert "<w:i/>" not in part(docx)
    assert '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">đậm</w:t></w:r>' in part(docx)
    assert part(docx).count("<wp:inline") == 1


TWO = "{%p for i in [1, 2] %}\n{{p x }}\n{%p endfor %}"
PLACES = [
    ("{{p x }}", "t\n\n"),
    ("{{ x }}", "t\n\n"),
    (TWO, "t\n\nt\n\n"),
    ("{{p x }}\n{{p x }}\nz", "t\n\nt\nz\n"),
    ("# a\n{{p x }}\n# b", "a\n\nt\n\nb\n"),
    ("# a ;; {{p x }}", "a ;; t / \n"),
    ("# a ;; {{ x }}", "a ;; t / \n"),
    ("{%p set y %}\n{{p x }}\n{%p endset %}\n{{p y }}", "t\n\n"),
    ("{%p set y %}\n{{p x }}\n{%p endset %}\n{{ y }}", "t\n\n"),
    ("{{p x if x else '' }}\nz", "t\nz\n"),
]


@pytest.mark.parametrize(("notation", "text"), PLACES, ids=[n for n, _ in PLACES])
def test_a_table_leaves_the_file_valid_wherever_it_stands(notation, text):
    assert golden_text(made(Table([["t"]], width=50), notation)) == text


def test_a_table_without_rows_leaves_nothing():
    assert golden_text(made(Table([], width=100))) == "a\nb\n"


@pytest.mark.parametrize(
    ("notation", "text", "heights"),
    [
        ("{{p x }}\nb", "t\n\nb\n", ["119"]),
        ("{{p x }}\n{{p x }}", "t\n\nt\n\n", ["119", "20"]),
        ("# {{p x }} ;; a", "t /  ;; a\n", ["20"]),
    ],
)  # fmt: skip
def test_room_is_left_below_a_table_but_not_at_an_end(notation, text, heights):
    docx = made(Table([["t"]], width=50, after=2.1), notation)
    assert golden_text(docx) == text
    assert re.findall(r'w:line="(\d+)" w:lineRule="exact"', part(docx)) == heights


def test_a_table_stands_in_a_header():
    docx = made(Table([["t"]], width=50), "a", header1="{{p x }}")
    assert open_docx(docx).sections[0].header.tables[0].cell(0, 0).text == "t"


def test_header_rows_stand_on_every_page_and_no_row_is_broken(office):
    rows = [[f"từ {n} {'việc cần làm ' * 40}đến {n}"] for n in range(20)]
    docx = made(Table([["Đầu bảng"], *rows], width=165), "{{p x }}")
    pages = [" ".join(page.split()) for page in office.pdf_pages(docx)]
    assert len(pages) == 3
    for page in pages:
        assert page.startswith("Đầu bảng từ")
        assert re.findall(r"từ (\d+)", page) == re.findall(r"đến (\d+)", page)


def test_the_first_and_the_last_row_do_not_stand_alone_on_a_page():
    rows = [["Đầu"], ["một"], ["hai"], ["ba"], ["bốn"]]
    xml = part(made(Table(rows, width=50), "{{p x }}"))
    kept = [row for row in xml.split("<w:tr>") if "<w:keepNext/>" in row]
    assert [re.findall(r">([^<]+)</w:t>", row)[0] for row in kept] == ["Đầu", "một", "ba"]


def test_the_last_row_stays_with_what_must_not_stand_alone():
    rows = [["Đầu"], ["một"], ["hai"], ["ba"], ["bốn"]]
    docx = made(Table(rows, width=50, after=2), "{{p x }}\n{%p keep %}\nb")
    kept = [row for row in part(docx).split("<w:tr>") if "<w:keepNext/>" in row]
    assert [re.findall(r">([^<]+)</w:t>", row)[0] for row in kept] == ["Đầu", "một", "ba", "bốn"]


REFUSED = [
    ({"rows": [["a"], ["b", "c"]]}, "số ô bằng nhau"),
    ({"rows": [[], []]}, "số ô bằng nhau"),
    ({"rows": [["a"] * 64]}, "63 cột"),
    ({"rows": [["a"]], "aligns": ("giữa",)}, "căn"),
    ({"rows": [["a"]], "aligns": ("left", "left")}, "căn"),
    ({"rows": [["a"]], "widths": (1, 2)}, "rộng"),
    ({"rows": [["a"]], "widths": (0,)}, "rộng"),
    ({"rows": [["a"]], "widths": (float("nan"),)}, "rộng"),
    ({"rows": [["a"]], "width": None}, "rộng"),
]


@pytest.mark.parametrize(("given", "why"), REFUSED)
def test_a_table_that_cannot_be_is_refused(given, why):
    with pytest.raises(ValueError, match=why):
        Table(**{"width": 100, **given})


TOLD = [
    (Table([["a"]], width=9, cell_style="Không"), "{{p x }}", "mẫu không có kiểu đoạn «Không»"),
    (Table([["a"]], width=9), "a {{ x }}", "bảng phải đặt bằng thẻ {{p … }} đứng riêng một đoạn"),
    (Table([[{}]], width=9), "{{p x }}", "đây là một bản ghi"),
    (Table([[Table([["a"]], width=9)]], width=9), "{{p x }}", "bảng phải đặt bằng thẻ"),
]


@pytest.mark.parametrize(("value", "notation", "why"), TOLD)
def test_what_cannot_be_put_out_is_told(value, notation, why):
    source = compile_template(with_part(template(notation), "styles", STYLES))
    with pytest.raises(TemplateError, match=re.escape(why)):
        source.render({"x": value})
