"""Budget: a render stops at its limits of turns, length and time, and says at which tag."""

from __future__ import annotations

import time

import pytest

from docgen.templating import Budget, TemplateError, compile_template
from parts import template

NESTED = (
    "{% for a in xs %}{% for b in xs %}{% for c in xs %}{{ c }}{% endfor %}{% endfor %}{% endfor %}"
)
SILENT = NESTED.replace("{{ c }}", "")
LAZY = "{% for a in xs|map('upper') %}{% for b in xs|map('upper') %}{% endfor %}{% endfor %}"
CHOOSY = "{% for a in xs if a == 'no' %}{% endfor %}" * 9
LONG = "{% for a in xs %}{{ long }}{% endfor %}"
CONTEXT = {"xs": ["x"] * 200, "long": "a" * 10_000}

TURNS = "các vòng lặp của mẫu chạy quá 1000 lượt"
LENGTH = "văn bản tạo ra dài quá 100000 ký tự"


@pytest.mark.parametrize(
    ("notation", "budget", "told"),
    [
        (NESTED, Budget(turns=1000), TURNS),
        (SILENT, Budget(turns=1000), TURNS),
        (LAZY, Budget(turns=1000), TURNS),
        (CHOOSY, Budget(turns=1000), TURNS),
        (LONG, Budget(length=100_000), LENGTH),
        ("{{ long ~ long }}" * 6, Budget(length=100_000), LENGTH),
        (SILENT, Budget(seconds=0.01), "tạo văn bản quá 0.01 giây chưa xong"),
        (NESTED, Budget(seconds=0.01), "tạo văn bản quá 0.01 giây chưa xong"),
        (LONG, Budget(turns=200, length=3_000_000), None),
        (CHOOSY, Budget(turns=1800), None),
        (LAZY, Budget(turns=200 * 201), None),
    ],
)
def test_a_render_stops_at_its_budget(notation, budget, told):
    source = compile_template(template(notation), budget=budget)
    start = time.process_time()
    if told is None:
        source.render(CONTEXT)
        return
    with pytest.raises(TemplateError) as caught:
        source.render(CONTEXT)
    assert time.process_time() - start < 1
    assert str(caught.value).startswith("mẫu · thân văn bản, đoạn 1 · «")
    assert caught.value.problems[0].message == told


def test_the_budget_is_one_for_all_parts():
    loop = "{% for x in xs %}{{ x }}{% endfor %}"
    source = template(loop, header1=loop, footer1=loop)
    compile_template(source, budget=Budget(turns=600)).render(CONTEXT)
    with pytest.raises(TemplateError) as caught:
        compile_template(source, budget=Budget(turns=599)).render(CONTEXT)
    assert [problem.part for problem in caught.value.problems] == ["mẫu · chân trang"]


def test_each_render_has_the_whole_budget():
    source = compile_template(template("{% for x in xs %}{% endfor %}a"), budget=Budget(turns=200))
    assert len({source.render(CONTEXT) for _ in range(3)}) == 1
