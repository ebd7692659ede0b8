"""Whatever is sent: problems or a document, never a crash and never a loss."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases import CASES
from docgen.catalog import inspect
from docgen.errors import Invalid
from docgen.services.rendering import preview, render
from word import golden_text

SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30),
    st.sampled_from(["", " ", "3/4/2024", "14:00", "8", "giơ tay", "{{ x }}", "\x00", "\ud800"]),
)  # fmt: skip
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
SLOW = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def paths(value, at=()):
    """Every place in a tree, those of records and lists included."""
    if at:
        yield at
    inside = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value if isinstance(value, list) else ())
    )
    for name, part in inside:
        yield from paths(part, (*at, name))


@st.composite
def spoiled(draw):
    """A case with one to three of its parts replaced by anything at all."""
    case = draw(st.sampled_from(CASES))
    values = case.values
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(sorted(paths(values), key=str)))
        place = values
        for name in way:
            place = place[name]
        place[last] = draw(ANYTHING)
    return case.type_key, values


@SLOW
@given(spoiled())
def test_any_input_gives_problems_or_a_document(sent):
    type_key, values = sent
    shown, made, problems = preview(type_key, values), None, ()
    try:
        made = render(type_key, values)
    except Invalid as refused:
        problems = refused.problems
    assert made is not None or (problems and all(problem.message for problem in problems))
    assert made is None or (made.docx, shown.problems) == (shown.docx, ())


@SLOW
@given(ANYTHING)
def test_anything_at_all_is_inspected(raw):
    assert inspect("bien_ban", raw).problems


@SLOW
@given(st.text(min_size=1, max_size=200))
def test_any_text_is_in_the_document_or_refused(text):
    case = next(c for c in CASES if c.type_key == "nghi_quyet")
    values = {**case.values, "closing": f"Đầu {text} cuối"}
    entered = inspect("nghi_quyet", values).values["closing"]
    found = golden_text(render("nghi_quyet", values).docx)
    assert all(line in found for line in entered.split("\n"))
