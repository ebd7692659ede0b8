"""Tools of the tests: the cases, real inputs with the text their document must have."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolbox import ROOT

FOLDER = ROOT / "tests" / "cases"


@dataclass(frozen=True)
class Case:
    """One input (`cases/<type>/<name>.json`) and the text of its document (`.txt`)."""

    type_key: str
    name: str
    path: Path

    @property
    def values(self) -> dict[str, Any]:
        """The input, read anew, so that a test may change it."""
        values: dict[str, Any] = json.loads(self.path.read_text("utf-8"))
        return values

    @property
    def golden(self) -> str:
        """One line a paragraph, ` ;; ` between cells."""
        return self.path.with_suffix(".txt").read_text("utf-8")


CASES = [Case(path.parent.name, path.stem, path) for path in sorted(FOLDER.glob("*/*.json"))]


def case(type_key: str, name: str) -> Case:
    """The case of that name."""
    return next(c for c in CASES if (c.type_key, c.name) == (type_key, name))
