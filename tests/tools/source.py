"""Tools of the tests: the source of docgen as the guards read it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from toolbox import ROOT

PACKAGE = ROOT / "docgen"


@dataclass(frozen=True)
class Module:
    """One module: its dotted name, its text and what Python reads in it."""

    name: str
    text: str
    is_package: bool = False

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.text)

    @property
    def room(self) -> str:
        """The part of the house it stands in: `domain`, `web`, …; `docgen` for the package."""
        top, *rest = self.name.split(".")
        return rest[0] if rest else top

    @property
    def path(self) -> str:
        """Its file, seen from the top of the repository."""
        return self.name.replace(".", "/") + ("/__init__.py" if self.is_package else ".py")


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def modules() -> tuple[Module, ...]:
    """Every module of docgen in the order of their names, then wsgi."""
    return tuple(_module(path) for path in (*sorted(PACKAGE.rglob("*.py")), ROOT / "wsgi.py"))


def _module(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    name = ".".join(parts[:-1] if is_package else parts)
    return Module(name, path.read_text(encoding="utf-8"), is_package)


def imports(module: Module) -> Iterator[tuple[str, int]]:
    """Dotted names of what the module imports, anywhere in it, with the line.

    `from docgen.domain import meetings` gives `docgen.domain.meetings`: whether the last part is a
    module or a name in one does not matter to whoever asks for the room.
    """
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            yield from ((f"{base}.{alias.name}", node.lineno) for alias in node.names)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if node.level == 0:
        return node.module or ""
    parts = module.name.split(".")
    parts = parts[: len(parts) - node.level + module.is_package]
    return ".".join([*parts, *([node.module] if node.module else [])])
