"""Templating: what one render may cost: turns of loops, length of the text, memory, time."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sized
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from jinja2.exceptions import TemplateRuntimeError

from docgen.templating.rich import Rich
from docgen.templating.values import Fragment, Joined

MAX_TURNS = 1_000_000
MAX_LENGTH = 100_000_000
MAX_MEMORY = 200_000_000
MAX_SECONDS = 10.0
MAX_DEPTH = 50
"""How deep macros and recursive loops may call each other; each level is several of Python's."""
_AT_ONCE, _LARGE = 100, 1_000
_NODE, _ORIGIN = 100, 64
"""Bytes that an element of a list or record is taken for, and a field that a text is made of."""
_LEAVES = frozenset((str, int, float, bool, type(None)))


class Exhausted(TemplateRuntimeError):
    """A render that costs more than it may; the message is a Vietnamese sentence."""


@dataclass(frozen=True)
class Budget:
    """The limits of one render, over all its parts; `length` is in characters of XML, `memory` in
    bytes of the text and of all that expressions make, `seconds` are those of the thread alone."""

    turns: int = MAX_TURNS
    length: int = MAX_LENGTH
    memory: int = MAX_MEMORY
    seconds: float = MAX_SECONDS


class Clock:
    """A time that ends, in seconds of the thread that asks."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.thread_time() + seconds

    def is_over(self) -> bool:
        """Whether the time is up."""
        return time.thread_time() > self._end


class Meter:
    """What one render has used of its budget."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._turns = self._length = self._memory = self._depth = self._steps = 0
        self._clock = Clock(budget.seconds)

    def room_for(self, length: int) -> None:
        """Refuse a stretch of text that would be too long. Raises `Exhausted`."""
        if self._length + length > self._budget.length:
            raise Exhausted(f"văn bản tạo ra dài quá {self._budget.length} ký tự")

    def wrote(self, text: str) -> None:
        """Count a stretch of the text. Raises `Exhausted`."""
        self.room_for(len(text))
        self._length += len(text)
        self._spend(sys.getsizeof(text))
        self.worked(_AT_ONCE // 2)

    def made(self, value: Any) -> Any:
        """The value, which an expression made, its memory counted. Raises `Exhausted`."""
        if type(value) is str:
            self._spend(sys.getsizeof(value))
        elif isinstance(value, str | Rich):
            self._spend(_size(value))
        elif isinstance(value, Fragment):
            self.room_for(value.size)
        elif type(value) not in _LEAVES:
            room = (self._budget.memory - self._memory) // _NODE
            self._spend(_NODE * _weight(value, room))
        return value

    def turns(self, rows: Any) -> Any:
        """The rows of a loop, counted: those of a list at once. Raises `Exhausted`."""
        if not isinstance(rows, Sized):
            return self._counted(rows)
        self._count(len(rows))
        return rows if len(rows) <= _AT_ONCE else _Watched(rows, self)

    def _spend(self, memory: int) -> None:
        self._memory += memory
        if self._memory > self._budget.memory:
            raise Exhausted("mẫu tạo ra quá nhiều dữ liệu")
        self.worked(memory // _LARGE)

    def worked(self, steps: int) -> None:
        """Look at the clock now and then. Raises `Exhausted` when the time is up."""
        self._steps += steps
        if self._steps >= _AT_ONCE:
            self._steps = 0
            if self._clock.is_over():
                raise Exhausted(f"tạo văn bản quá {self._clock.seconds:g} giây chưa xong")

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
        self.worked(min(turns, _AT_ONCE))


class _Watched:
    """The rows of a long loop, the clock looked at now and then."""

    def __init__(self, rows: Any, meter: Meter) -> None:
        self.rows = rows
        self.meter = meter

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Any]:
        rows = iter(self.rows)
        while some := list(islice(rows, _AT_ONCE)):
            self.meter.worked(len(some))
            yield from some


def _size(value: str | Rich) -> int:
    """The bytes of a text that knows where it is from, or has a look."""
    if isinstance(value, Rich):
        return sum(_NODE + sys.getsizeof(str(piece)) for piece in value.pieces())
    origins = value.origins if isinstance(value, Joined) else ()
    return sys.getsizeof(value) + _ORIGIN * len(origins)


def _weight(value: Any, most: int) -> int:
    """How many elements a value has, at any depth; what it holds twice counts twice, as whoever
    compares it meets it twice. Stops above `most`."""
    count, stack = 4, [value]
    while stack and count <= most:
        node = stack.pop()
        if isinstance(node, Mapping):
            node = (*node.keys(), *node.values())
        elif not isinstance(node, list | tuple | set):
            continue
        count += len(node)
        stack += [part for part in node if type(part) not in _LEAVES]
    return count
