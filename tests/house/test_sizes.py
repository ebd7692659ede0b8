"""Guards: modules stay under 300 lines, functions under 30, with four positional parameters."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from source import Module, modules

MODULE, FUNCTION, PARAMETERS = 300, 30, 4

# What may be larger, by the name it is told with, and why. A long table of data is a good reason.
EXCEPTIONS: dict[str, str] = {}


def oversized(module: Module) -> Iterator[tuple[str, str]]:
    """The name of each thing that is too large, and by what."""
    if (lines := len(module.text.splitlines())) > MODULE:
        yield module.path, f"{lines} lines, at most {MODULE}"
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        name = f"{module.path}:{node.name}"
        if (lines := function_lines(node)) > FUNCTION:
            yield name, f"{lines} lines, at most {FUNCTION}"
        if (count := positional_parameters(node)) > PARAMETERS:
            yield name, f"{count} positional parameters, at most {PARAMETERS}"


def function_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, the docstring not counted."""
    first = node.body[0]
    documented = ast.get_docstring(node, clean=False) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def positional_parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
    return len(names) - (names[:1] in (["self"], ["cls"]))


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_nothing_is_too_large(module):
    told = [f"{name}: {why}" for name, why in oversized(module) if name not in EXCEPTIONS]
    assert told == []


def test_every_exception_is_still_needed():
    needed = {name for module in modules() for name, _ in oversized(module)}
    assert needed >= EXCEPTIONS.keys()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = 1\n" * 300, 0),
        ("x = 1\n" * 301, 1),
        ("def f():\n" + "    x = 1\n" * 29, 0),
        ("def f():\n" + "    x = 1\n" * 30, 1),
        ("class A:\n    async def f(self):\n" + "        x = 1\n" * 30, 1),
        ('def f():\n    """One.\n\n    Two.\n    """\n' + "    x = 1\n" * 29, 0),
        ("def f(a, b, c, d, *, e, g): ...", 0),
        ("def f(a, b, c, d, e): ...", 1),
        ("def f(self, a, b, c, d): ...", 0),
    ],
)
def test_the_measure_can_say_no(text, told):
    assert len(list(oversized(Module("docgen.x", text)))) == told
