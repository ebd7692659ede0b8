"""Catalogue: the columns of a list of records that a paper prints as one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import Any

Values = Mapping[str, Any]
Computed = Callable[[Values, Values], str]
"""A text made of a record and of the whole input; empty where it cannot be made."""


@dataclass(frozen=True)
class Column:
    """A column: its head, the fields of the record that a cell tells, one below the other.

    `words` stand before a field that is told. With `is_number` a record whose own fields say
    nothing here is counted. A column in which nothing stands is not printed.
    """

    head: str
    names: tuple[str, ...] = ()
    _: KW_ONLY
    words: Mapping[str, str] = field(default_factory=dict)
    is_number: bool = False
    computed: Computed | None = None
