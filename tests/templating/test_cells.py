"""Cells: `hm`, `vm`, `cellbg`, `colspan`: notation in, cells with their properties out."""

from __future__ import annotations

import re

import pytest

from docgen.templating import TemplateError, compile_template
from ooxml import ooxml_problems
from parts import paragraph, part, template

CONTEXT = {"xs": ["a", "b", "c"], "colour": "ee1122", "n": 2, "nothing": []}


def cells(notation: str) -> list[list[str]]:
    """Each row's cells, spans and colours before their text: `3×a`, `#FF0000 a`, `┬a`, `│`."""
    docx = compile_template(template(notation)).render(CONTEXT)
    assert ooxml_problems(docx) == []
    rows = re.findall(r"<w:tr>(.*?)</w:tr>", part(docx), re.DOTALL)
    return [[_cell(cell) for cell in re.findall(r"<w:tc>(.*?)</w:tc>", row)] for row in rows]


def _cell(xml: str) -> str:
    text = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", xml))
    if span := re.search(r'<w:gridSpan w:val="(\d+)"/>', xml):
        text = f"{span[1]}×{text}"
    if merge := re.search(r'<w:vMerge w:val="(\w+)"/>', xml):
        text = f"{'┬' if merge[1] == 'restart' else '│'}{text}"
    if colour := re.search(r'<w:shd w:val="clear" w:color="auto" w:fill="(\w+)"/>', xml):
        text = f"#{colour[1]} {text}"
    return text


OWN = "<w:tcPr><w:tcW w:w='9' w:type='dxa'/>{}<w:noWrap/></w:tcPr>"
SPANNED = OWN.format("<w:gridSpan w:val='2'/>")
SHADED = OWN.format("<w:shd w:val='clear' w:fill='000000'/>")

ROWS = [
    ("# {%tc for v in xs %} ;; {% hm %}{{ v }} ;; {%tc endfor %} ;; z", [["3×a", "z"]]),
    (f"# {{%tc for v in xs %}} ;; {SPANNED} / {{% hm %}}t ;; {{%tc endfor %}}", [["6×t"]]),
    (
        "# {%tr for v in xs %}\n# {% vm %}t ;; {{ v }}\n# {%tr endfor %}",
        [["┬t", "a"], ["│", "b"], ["│", "c"]],
    ),
    (
        "# {%tr for v in xs %}\n# {{ v }}{%vm%} / {%p if n %} / b / {%p endif %}\n# {%tr endfor %}",
        [["┬ab"], ["│"], ["│"]],
    ),
    ("# {% cellbg colour %}a ;; {% cellbg '#ABCDEF' %} ;; b", [["#EE1122 a", "#ABCDEF ", "b"]]),
    ("# {% cellbg '' %}a ;; {% cellbg none %}b", [["#auto a", "#auto b"]]),
    (f"# {SHADED} / {{% cellbg colour %}}a", [["#EE1122 a"]]),
    ("# {% colspan n %}a ;; {% colspan xs|length %}b{{ n }}", [["2×a", "3×b2"]]),
    (f"# {SPANNED} / {{% colspan '4' %}}a", [["4×a"]]),
    ("# {% colspan n %}{% cellbg colour %}a", [["#EE1122 2×a"]]),
    (
        "# {%tr for v in xs %}\n# {% cellbg colour %}{% vm %}{% colspan 2 %}a\n# {%tr endfor %}",
        [["#EE1122 ┬2×a"], ["#EE1122 │2×"], ["#EE1122 │2×"]],
    ),
    (
        "# {%tr for v in xs %}\n# {% cellbg 'FFFFFF' if loop.first else '000000' %}{{ v }}\n"
        "# {%tr endfor %}",
        [["#FFFFFF a"], ["#000000 b"], ["#000000 c"]],
    ),
    ("# {%tc for v in nothing %} ;; {% hm %}t ;; {%tc endfor %} ;; z", [["z"]]),
]


@pytest.mark.parametrize(("notation", "rows"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_cell_tag_shapes_its_cell(notation, rows):
    assert cells(f"{notation}\nz") == rows


COLOUR = "màu phải gồm 6 chữ số hệ 16 như FFCC00"
SPAN = "số cột của ô phải là số từ 1 đến 63"


@pytest.mark.parametrize(
    ("notation", "message"),
    [
        ("{% cellbg 'red' %}", f"{COLOUR}, không phải «red»"),
        ("{% cellbg '\"/><w:p>' %}", f"{COLOUR}, không phải «\"/><w:p>»"),
        ("{% colspan 0 %}", f"{SPAN}, không phải «0»"),
        ("{% colspan 'x' %}", f"{SPAN}, không phải «x»"),
        ("{% colspan 999999999999 %}", f"{SPAN}, không phải «999999999999»"),
        ("{% cellbg nope %}", "không có biến «nope»"),
        ("{% colspan {} %}", "đây là một bản ghi, không in ra thành chữ được; "
         "hãy viết tên một trường của nó"),
    ],
)  # fmt: skip
def test_what_a_cell_cannot_be_is_told(notation, message):
    with pytest.raises(TemplateError) as caught:
        compile_template(template(f"a\n# {notation}b")).render({})
    told = str(caught.value)
    assert told.startswith("mẫu · thân văn bản, đoạn 2, bảng 1, hàng 1, ô 1 · «{%")
    assert told.partition("»: ")[2] == message


def test_what_shapes_a_cell_is_not_put_out():
    source = compile_template(template("# {% cellbg colour %}{% colspan n %}{{ n }}"))
    assert [put.text for put in source.run(CONTEXT).puts] == ["2"]


def fitted(rows: list[str], *widths: int, unit: str = "dxa") -> bytes:
    """A table with this grid; `3×a` is a cell of three columns, each as wide as its columns."""
    made, grid = [], "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    for row in rows:
        found, start = [], 0
        for cell in row.split(" ;; "):
            span, _, text = cell.rpartition("×")
            end = start + int(span or 1)
            own = f'<w:tcW w:w="{sum(widths[start:end])}" w:type="{unit}"/>' + (
                f'<w:gridSpan w:val="{span}"/>' if span else ""
            )
            found.append(f"<w:tc><w:tcPr>{own}</w:tcPr>{paragraph(text)}</w:tc>")
            start = end
        made.append(f"<w:tr>{''.join(found)}</w:tr>")
    table = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>"
    return template(f"{table}\nz")


def measures(docx: bytes) -> list[str]:
    """The grid, then each row's cells with their spans and widths: `2×a 300`."""
    xml = part(docx)
    grid = " ".join(re.findall(r'<w:gridCol w:w="(\d+)"', xml))
    rows = re.findall(r"<w:tr>(.*?)</w:tr>", xml, re.DOTALL)
    return [grid, *(" ;; ".join(map(_measure, re.findall(r"<w:tc>(.*?)</w:tc>", r))) for r in rows)]


def _measure(xml: str) -> str:
    width = re.search(r'<w:tcW w:w="(\d+)" w:type="dxa"/>', xml)
    return f"{_cell(xml)} {width[1] if width else '-'}"


def looped(name: str) -> str:
    return f"{{%tc for v in {name} %}} ;; {{{{ v }}}} ;; {{%tc endfor %}}"


TITLED = ["5×title", "n ;; {} ;; z", "b ;; 3×c ;; d"]
FITTED = {
    "as many": (TITLED, "three", (60, 90, 90, 90, 60), [
        "60 90 90 90 60", "5×title 390", "n 60 ;; 1 90 ;; 2 90 ;; 3 90 ;; z 60",
        "b 60 ;; 3×c 270 ;; d 60"]),
    "more": (TITLED, "four", (60, 90, 90, 90, 60), [
        "49 73 73 73 73 49", "6×title 390", "n 49 ;; 1 73 ;; 2 73 ;; 3 73 ;; 4 73 ;; z 49",
        "b 49 ;; 4×c 292 ;; d 49"]),
    "fewer": (TITLED, "one", (60, 90, 90, 90, 60), [
        "111 168 111", "3×title 390", "n 111 ;; 1 168 ;; z 111", "b 111 ;; c 168 ;; d 111"]),
    "none": (["5×title", "n ;; {} ;; z"], "nothing", (60, 90, 90, 90, 60), [
        "195 195", "2×title 390", "n 195 ;; z 195"]),
    "single cell": (["title", "{}"], "four", (60, 60, 60), [
        "45 45 45 45", "4×title 180", "1 45 ;; 2 45 ;; 3 45 ;; 4 45"]),
    "headings of its own": (["a ;; b ;; c", "{}"], "four", (60, 60, 60), [
        "45 45 45 45", "a 45 ;; 2×b 90 ;; c 45", "1 45 ;; 2 45 ;; 3 45 ;; 4 45"]),
    "more headings than cells": (["a ;; b ;; c", "{}"], "one", (60, 60, 60), [
        "60 60 60", "a 60 ;; b 60 ;; c 60", "1 60"]),
    "the value's cell is wider": (["4×t", "n ;; {}"], "two", (60, 20, 200, 20), [
        "39 131 130", "3×t 300", "n 39 ;; 1 131 ;; 2 130"]),
}  # fmt: skip


@pytest.mark.parametrize("unit", ["dxa", "pct"])
@pytest.mark.parametrize("name", FITTED)
def test_a_table_stays_as_wide_and_its_other_rows_reach_as_far(name, unit):
    rows, turns, widths, expected = FITTED[name]
    filled = [row.replace("{}", looped(turns)) for row in rows]
    counts = {"nothing": [], "one": [1], "two": [1, 2], "three": [1, 2, 3], "four": [1, 2, 3, 4]}
    docx = compile_template(fitted(filled, *widths, unit=unit)).render(counts)
    assert ooxml_problems(docx) == []
    assert measures(docx) == expected


def test_cells_that_tell_no_width_are_left_to_word():
    source = fitted(["title", looped("xs")], 60, 60, 60, unit="auto")
    docx = compile_template(source).render({"xs": [1, 2]})
    assert measures(docx) == ["90 90", "2×title -", "1 - ;; 2 -"]
    assert part(docx).count('w:type="auto"') == 3


def test_a_table_within_a_cell_is_fitted_alone():
    inner = re.findall("<w:tbl>.*</w:tbl>", part(fitted(["u", looped("ys")], 20, 20, 20)))[0]
    outer = part(fitted(["3×(in)", looped("xs")], 60, 60, 60)).replace("<w:p><w:r>", "<w:p ><w:r>")
    held = outer[outer.index("<w:tbl>") :].partition("<w:p >")
    table = f"{held[0]}{inner}{held[1]}{held[2].partition('</w:tbl>')[0]}</w:tbl>"
    docx = compile_template(template(f"{table}\nz")).render({"xs": [1, 2], "ys": [1, 2, 3, 4]})
    assert ooxml_problems(docx) == []
    found = re.findall(r'w:(?:gridCol|gridSpan|tcW) w:(?:w|val)="(\d+)"', part(docx))
    inside = ["15"] * 4 + ["60", "4"] + ["15"] * 4
    assert found == ["90", "90", "180", "2", *inside, "90", "90"]


@pytest.mark.parametrize("span", ["x", "", "0", "-5", "99999999999999999999"])
def test_a_span_that_cannot_be_does_no_harm(span):
    source = part(fitted(["2×t", "{% hm %}n ;; " + looped("xs")], 60, 60, 60, 60))
    table = re.findall("<w:tbl>.*</w:tbl>", source)[0].replace('w:val="2"', f'w:val="{span}"')
    line = "{%p for x in xs %}\n" + table + "\n{%p endfor %}\nz"
    docx = compile_template(template(line)).render({"xs": [1, 2, 3]})
    assert part(docx).count("<w:tbl>") == 3
