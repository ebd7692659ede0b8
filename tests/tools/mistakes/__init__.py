"""Tools of the tests: conforming documents with one mistake each, and the code that tells it."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from mistakes.row import Row

ROWS: tuple[Row, ...] = tuple(
    row
    for found in sorted(iter_modules(__path__), key=lambda module: module.name)
    if found.name != "row"
    for row in import_module(f"mistakes.{found.name}").ROWS
)
"""The rows of every module beside this one."""
