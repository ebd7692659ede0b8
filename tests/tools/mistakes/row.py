"""Tools of the tests: one mistake in a conforming document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from handtyped.paper import Body
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


def in_body(old: str, new: str) -> dict[str, Callable[[Any], Any]]:
    """The change of a text of the body, once."""
    return {"body": lambda body: _changed(body, old, new)}


def in_attached(old: str, new: str) -> dict[str, Callable[[Any], Any]]:
    """The change of a text of what is issued with the paper, once."""
    return {"kem_theo": lambda own: replace(own, body=_changed(own.body, old, new))}


def _changed(body: Body, old: str, new: str) -> Body:
    place = next(at for at, (_, text) in enumerate(body) if old in text)
    kind, text = body[place]
    return (*body[:place], (kind, text.replace(old, new, 1)), *body[place + 1 :])
