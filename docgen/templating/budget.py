"""Templating: what one render may cost: turns of loops, length of the text, time."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from jinja2.exceptions import TemplateRuntimeError

MAX_TURNS = 5_000_000
MAX_LENGTH = 200_000_000
MAX_SECONDS = 60.0
MAX_DEPTH = 50
"""How deep macros and recursive loops may call each other; each level is several of Python's."""


class Exhausted(TemplateRuntimeError):
    """A render that costs more than it may; the message is a Vietnamese sentence."""


@dataclass(frozen=True)
class Budget:
    """The limits of one render, over all its parts; `length` is in characters of XML."""

    turns: int = MAX_TURNS
    length: int = MAX_LENGTH
    seconds: float = MAX_SECONDS


class Meter:
    """What one render has used of its budget."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._turns = self._length = self._depth = 0
        self._end = time.monotonic() + budget.seconds

    def wrote(self, text: str) -> None:
        """Count a stretch of the text. Raises `Exhausted`."""
        self._length += len(text)
        if self._length > self._budget.length:
            raise Exhausted(f"văn bản tạo ra dài quá {self._budget.length} ký tự")
        self._look_at_clock()

    def turns(self, rows: Any) -> Any:
        """The rows of a loop, counted: those of a list at once. Raises `Exhausted`."""
        if isinstance(rows, Sized):
            self._count(len(rows))
            return rows
        return self._counted(rows)

    @contextmanager
    def call(self) -> Iterator[None]:
        """Count a call of a macro, and how deep it is. Raises `Exhausted`."""
        self._count(1)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Exhausted(f"macro hoặc vòng lặp «recursive» gọi lồng nhau quá {MAX_DEPTH} tầng")
        try:
            yield
        finally:
            self._depth -= 1

    def _counted(self, rows: Iterable[Any]) -> Iterator[Any]:
        for row in rows:
            self._count(1)
            yield row

    def _count(self, turns: int) -> None:
        self._turns += turns
        if self._turns > self._budget.turns:
            raise Exhausted(f"các vòng lặp của mẫu chạy quá {self._budget.turns} lượt")
        self._look_at_clock()

    def _look_at_clock(self) -> None:
        if time.monotonic() > self._end:
            raise Exhausted(f"tạo văn bản quá {self._budget.seconds:g} giây chưa xong")
