"""Thể thức: facts from outside a document that rules need: which acts and bodies are in force.

They are data with dates of whoever calls; without them the rules that need them stay silent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Act:
    """An act that is cited: its symbol («24-QĐ/TW»), from when to when (inclusive) it is in force,
    which one came after it. `doubt` says what of this is uncertain, for the user."""

    symbol: str
    title: str
    since: date
    until: date | None = None
    replaced_by: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class EndedBody:
    """A kind of body that exists no more («Ban cán sự đảng»), and its last day."""

    name: str
    until: date
    source: str
    doubt: str = ""


@dataclass(frozen=True)
class Knowledge:
    """What is known beside the document."""

    acts: tuple[Act, ...] = ()
    ended: tuple[EndedBody, ...] = ()


NOTHING = Knowledge()
