"""Tools of the tests: one mistake in a conforming document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from spoil import spoiled


@dataclass(frozen=True)
class Row:
    """A paper of `handtyped.papers`, typed in a layout, with one mistake: `change` is what
    `spoil.spoiled` takes, `raw` changes the parts of the file themselves.

    `code` is the only one that may be found. `mends` says whether the hand sets it right; `after`
    is a text that must stand in the mended document.
    """

    name: str
    code: str
    paper: str
    change: Mapping[str, Any] = field(default_factory=dict)
    layout: str = "table"
    raw: Callable[[dict[str, bytes]], Mapping[str, bytes]] | None = None
    mends: bool = False
    after: str = ""

    def parts(self) -> dict[str, bytes]:
        """The parts of the spoiled document."""
        parts = spoiled(self.paper, self.layout, **self.change)
        return {**parts, **self.raw(parts)} if self.raw else parts

    def __str__(self) -> str:
        return f"{self.code}: {self.name}"
