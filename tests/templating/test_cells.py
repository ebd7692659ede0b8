"""Cells: `hm`, `vm`, `cellbg`, `colspan`: notation in, cells with their properties out."""

from __future__ import annotations

import re

import pytest

from docgen.templating import TemplateError, compile_template
from ooxml import ooxml_problems
from parts import part, template

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
        ("{% colspan [1] %}", "đây là một bản ghi hay danh sách, không in ra thành chữ được; "
         "hãy viết tên trường trong đó"),
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
