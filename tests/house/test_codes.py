"""Guards: every problem and finding has a code stated once and a Vietnamese sentence."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from source import Module, modules

CODE = re.compile(r"[A-Z][A-Z0-9]+(\.[A-Z0-9_]{2,})+")
STATED_BY = {"Problem", "Finding", "rule"}
"""Calls whose first argument is a code and whose second is what the user reads."""

VIETNAMESE = re.compile(r"[À-ỹ]")


def codes(module: Module) -> Iterator[str]:
    """Every code written in the module, in whatever call, table or constant."""
    for node in ast.walk(module.tree):
        text = _text(node) if isinstance(node, ast.Constant) else None
        if text is not None and CODE.fullmatch(text):
            yield text


def wrong_statements(module: Module) -> Iterator[str]:
    """Every code without the form AREA.NAME, every message that is no Vietnamese sentence."""
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        place = f"{module.path}:{node.lineno}"
        code = _text(_argument(node, 0, "code"))
        states = _name(node.func) in STATED_BY
        if states and code is not None and not CODE.fullmatch(code):
            yield f"{place}: «{code}» is not of the form AREA.NAME"
        if states or (code is not None and CODE.fullmatch(code)):
            message = _text(_argument(node, 1, "message"))
            if message is not None and not is_sentence(message):
                yield f"{place}: «{message}» is not a Vietnamese sentence"


def is_sentence(message: str) -> bool:
    """Several words, begun with a capital or a quoted word, in Vietnamese letters.

    A message may begin with a value ({}): what that begins with nobody knows before.
    """
    begins_well = message[:1].isupper() or message.startswith(("«", "{}")) or message[:1].isdigit()
    return begins_well and " " in message.strip() and VIETNAMESE.search(message) is not None


def _argument(call: ast.Call, position: int, keyword: str) -> ast.expr | None:
    named = [item.value for item in call.keywords if item.arg == keyword]
    return named[0] if named else next(iter(call.args[position : position + 1]), None)


def _text(node: ast.expr | None) -> str | None:
    """The literal, with {} for each value set into it; None for anything but a literal."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "{}" for part in node.values)
    return None


def _name(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_codes_and_messages_are_well_formed(module):
    assert list(wrong_statements(module)) == []


def test_every_code_is_stated_once():
    counted = Counter(code for module in modules() for code in codes(module))
    assert {code: times for code, times in counted.items() if times > 1} == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('Problem("VOTE.SUM", "Tổng số phiếu không khớp.")', 0),
        ('Problem("VOTE.SUM", f"Có mặt {n}, vắng mặt {m}.")', 0),
        ('Problem("VOTE.SUM", f"{body} có 9 thành viên.")', 0),
        ('Problem("VOTE.SUM", "«Số» không có dấu hai chấm.")', 0),
        ("Problem(code, message)", 0),
        ('Problem("vote sum", "Tổng số phiếu không khớp.")', 1),
        ('errors.Problem(code="VOTES", message="Tổng số phiếu không khớp.")', 1),
        ('Problem("VOTE.SUM", "")', 1),
        ('Problem("VOTE.SUM", "tổng số phiếu không khớp.")', 1),
        ('Problem("VOTE.SUM", message="The votes do not add up.")', 1),
        ('_told("VOTE.SUM", "Sai")', 1),
        ('rule("PD.NUMBER.COLON", "no colon", source="HD05")', 1),
    ],
)
def test_the_form_can_be_refused(text, told):
    assert len(list(wrong_statements(Module("docgen.x", text)))) == told


def test_a_code_is_found_wherever_it_is_written():
    module = Module("docgen.x", 'A = ("VOTE.SUM", "…")\nif p.code == "VOTE.SUM": f("T.M", "HD36")')
    assert list(codes(module)) == ["VOTE.SUM", "VOTE.SUM"]
