"""Whatever a type declares comes back from its form as it was put in."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from flask import Flask, render_template_string

from cases import CASES
from docgen.catalog import CATALOG, SETUP, FieldSpec, example, inspect
from docgen.web.forms import Form
from docgen.web.parsing import parse
from pages import Page, page_of

FORMS = {"setup": SETUP, **{key: kind.fields for key, kind in CATALOG.items()}}
TEXTS = [
    "<script>alert(1)</script>",
    "\"ngoặc\" 'đơn' &amp; &lt;b&gt;",
    "]]> {{ so }} {% if x %}",
    "🇻🇳 👍🏽 𝒳",
    "Dòng một\nDòng hai\n\nDòng bốn",
    "\nbắt đầu bằng xuống dòng",
    "</textarea><input name=so value=1>",
    "  có dấu cách ở hai đầu  ",
    "-1",
    "99h",
    "31/02/2024",
]


def drawn(app: Flask, form: Form) -> Page:
    template = (
        '{% from "form/fields.html" import sections, summary with context %}'
        "{{ summary(form) }}{{ sections(form) }}"
    )
    with app.test_request_context():
        return page_of(render_template_string(template, form=form))


def filled(specs: tuple[FieldSpec, ...], text: str, *, ticked: bool = True) -> dict[str, Any]:
    """A value of every field, with that text wherever something can be typed; lists of two rows."""
    found: dict[str, Any] = {}
    for spec in specs:
        if spec.kind == "list":
            rows = [filled(spec.item, text, ticked=t) for t in (True, False)]
            found[spec.name] = rows if spec.item else [text, f"{text}!"]
        elif spec.kind == "record":
            found[spec.name] = filled(spec.item, text)
        else:
            found[spec.name] = ticked if spec.kind == "bool" else text
    return found


@pytest.mark.parametrize("key", FORMS)
@pytest.mark.parametrize("text", TEXTS)
def test_any_text_in_any_field_comes_back_as_typed(app, key, text):
    values = filled(FORMS[key], text)
    assert parse(FORMS[key], drawn(app, Form.of(FORMS[key], values)).controls) == values


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.type_key}-{case.name}")
def test_a_real_document_reads_the_same_after_its_form(app, case):
    specs = CATALOG[case.type_key].fields
    again = parse(specs, drawn(app, Form.of(specs, case.values)).controls)
    assert inspect(case.type_key, again) == inspect(case.type_key, case.values)
    assert parse(specs, drawn(app, Form.of(specs, again)).controls) == again


@pytest.mark.parametrize("key", CATALOG)
def test_days_and_hours_are_shown_as_people_write_them(app, key):
    values = example(key, date(2026, 10, 3))
    page = drawn(app, Form.of(CATALOG[key].fields, values))
    assert page.controls["ngay_ban_hanh"] == "03/10/2026"
    assert page.controls.get("meeting.starts_at", "14:00") == "14:00"


@pytest.mark.parametrize("key", FORMS)
def test_every_id_is_given_once_and_every_description_exists(app, key):
    page = drawn(app, Form.of(FORMS[key], filled(FORMS[key], "x")))
    assert len(page.ids) == len(set(page.ids))
    assert set(page.described) <= set(page.ids)


@pytest.mark.parametrize("key", CATALOG)
@pytest.mark.parametrize("text", ["", "không đọc được"])
def test_every_problem_stands_at_its_field_and_is_linked(app, key, text):
    values = filled(CATALOG[key].fields, text) if text else {}
    problems = inspect(key, values).problems
    page = drawn(app, Form.of(CATALOG[key].fields, values, problems))
    assert problems
    assert page.anchors <= set(page.ids)
    beside = " ".join(page.messages.values())
    for problem in problems:
        assert problem.message in beside, problem
        assert f"f-{'.'.join(map(str, problem.where))}" in page.anchors


def test_a_set_up_organisation_is_folded_until_something_is_wrong_in_it():
    specs = CATALOG["bien_ban"].fields
    values = {"organisation": {"kind": "dang_uy", "ky_hieu": "ĐU", "dia_danh": "Nam Đông Hà"}}
    values["organisation"]["co_quan_ban_hanh"] = "Đảng uỷ phường"
    assert Form.of(specs, values, given="organisation").sections[0].is_given
    assert not Form.of(specs, {}, given="organisation").sections[0].is_given
    assert not Form.of(specs, values).sections[0].is_given
    assert not Form.of(specs, values, given="organisation").sections[1].is_given


def test_a_table_is_a_text_that_any_browser_can_send_and_tells_its_cells():
    specs = CATALOG["nghi_quyet"].fields
    rows = [["Việc", 'Ghi chú "nếu có"'], ["Rà soát\nvăn bản", ""], ["", 7]]
    values = {"noi_dung": [{"level": "Bảng", "table": rows}]}
    wrong = [p for p in inspect("nghi_quyet", values).problems if "table" in p.where]
    form = Form.of(specs, values, wrong)
    table = next(
        f for s in form.sections for top in s.fields for f in top.walk() if f.spec.kind == "grid"
    )
    assert table.text == 'Việc\tGhi chú "nếu có"\n"Rà soát\nvăn bản"\t\n\t7'
    assert [message.partition(":")[0] for message in table.messages] == ["Dòng 3, cột 2"]
    assert [name for _, name in form.problems] == ["noi_dung.0.table"]
    again = parse(specs, {"noi_dung.0.level": "Bảng", "noi_dung.0.table": table.text})
    read = inspect("nghi_quyet", again).values["noi_dung"][0]["table"]
    assert [list(row) for row in read] == [["Việc", 'Ghi chú "nếu có"'], rows[1], ["", "7"]]
