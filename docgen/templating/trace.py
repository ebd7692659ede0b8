"""Templating: values that remember which field they came from, so that it is known what was put out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

Path = tuple[str | int, ...]


class _Text(str):
    path: Path


class _Number(int):
    path: Path


class _Fraction(float):
    path: Path


class _Day(date):
    path: Path


class _Clock(time):
    path: Path


def traced(value: Any, path: Path) -> Any:
    """The same value, knowing its path: texts, numbers, days and clock times; anything else as it is."""
    copy: Any
    if isinstance(value, bool | datetime):
        return value
    if isinstance(value, str):
        copy = _Text(value)
    elif isinstance(value, int):
        copy = _Number(value)
    elif isinstance(value, float):
        copy = _Fraction(value)
    elif isinstance(value, date):
        copy = _Day(value.year, value.month, value.day)
    elif isinstance(value, time):
        copy = _Clock(value.hour, value.minute, value.second, value.microsecond)
    else:
        return value
    copy.path = path
    return copy


def path_of(value: Any) -> Path | None:
    """The path a value remembers, or None."""
    return getattr(value, "path", None) if isinstance(value, _TRACED) else None


_TRACED = (_Text, _Number, _Fraction, _Day, _Clock)


def trace(value: Any, path: Path = ()) -> Any:
    """A copy of a plain tree whose leaves remember their paths: `("meeting", "agenda", 0, "title")`."""
    if isinstance(value, Mapping):
        return {name: trace(part, (*path, name)) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [trace(part, (*path, index)) for index, part in enumerate(value)]
    return traced(value, path)
