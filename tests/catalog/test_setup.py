"""The set-up form: an organisation is set up once, so what is wrong is told at once."""

from __future__ import annotations

import pytest

from cases import CASES
from docgen.catalog import demo_files, inspect_setup, json_schema

TWICE = [
    {"name": "Lê Minh Quang", "position": "Bí thư"},
    {"name": "lê minh  quang", "position": "Bí thư"},
]
TERM = {"label": "2025 - 2030", "since": "1/8/2025", "until": "1/8/2020"}


def set_up(**changes):
    organisation = CASES[0].values["organisation"]
    return {"organisation": organisation, "members": TWICE[:1], **changes}


@pytest.mark.parametrize(
    ("raw", "code", "where"),
    [
        (set_up(members=TWICE), "SETUP.MEMBER_TWICE", ("members", 1, "name")),
        (set_up(term=TERM), "SETUP.TERM", ("term", "until")),
        (set_up(members=[{"name": "A"}]), "INPUT.MISSING", ("members", 0, "position")),
    ],
)
def test_one_fault_gives_its_problem(raw, code, where):
    assert [(p.code, p.where) for p in inspect_setup(raw).problems] == [(code, where)]


def test_two_of_one_name_with_different_offices_are_two_members():
    offices = [{**TWICE[0], "office": office} for office in ("Giám đốc A", "Giám đốc B")]
    assert inspect_setup(set_up(members=offices)).problems == ()


@pytest.mark.parametrize("demo", demo_files(), ids=lambda d: d["organisation"]["ky_hieu"])
def test_demonstration_is_the_cases(demo):
    asked = {name: demo[name] for name in ("organisation", "members_required", "term", "members")}
    assert inspect_setup(asked).problems == ()
    values = [case.values for case in CASES]
    assert all(document["values"] in values for document in demo["documents"])


def test_schema_says_what_is_permitted():
    schema = json_schema("bien_ban")
    parts = schema["$defs"]
    assert "ban_can_su_dang" in parts["Organisation"]["properties"]["kind"]["enum"]
    assert schema["properties"]["so"]["anyOf"][0] == {
        "maximum": 99_999, "minimum": 1, "type": "integer",
    }  # fmt: skip
    assert "description" not in parts["Meeting"]
    assert "pattern" in parts["Meeting"]["properties"]["starts_at"]
