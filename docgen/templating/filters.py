"""Templating: the filters a template may use, and how their results remember their fields."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import pass_environment
from jinja2.environment import Environment
from jinja2.filters import make_attrgetter
from jinja2.runtime import Undefined

from docgen.templating.values import MAX_TEXT, Unprintable, derived, joined, text_of

Filter = Callable[..., Any]
JOIN = " join"
"""The filter the compiler writes for `~`. No template can: its name begins with a blank."""

_PLAIN = (
    "default", "d", "dictsort", "first", "groupby", "last", "length", "count", "list", "map", "max",
    "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "sum", "unique",
)  # fmt: skip
"""Jinja's filters that choose among values. Those that make or unmake markup are not for Word."""
_OF_TEXT = ("capitalize", "lower", "title", "trim", "truncate", "upper")
_OF_NUMBERS = ("abs", "float", "int", "round")


def allowed_filters(known: Mapping[str, Filter], own: Mapping[str, Filter]) -> dict[str, Filter]:
    """The filters of a template's environment: the allowed ones of Jinja, ours, the caller's."""
    return {
        **{name: known[name] for name in _PLAIN},
        **{name: _remembering(known[name], blank=True) for name in _OF_TEXT},
        **{name: _remembering(known[name]) for name in _OF_NUMBERS},
        "replace": _remembering(_replace, blank=True),
        "join": _join,
        **{name: _remembering(function) for name, function in own.items()},
        JOIN: joined,
    }


def _remembering(function: Filter, *, blank: bool = False) -> Filter:
    """The filter, its result still known by the fields it was made from; blank of None is blank."""
    skipped = 1 if hasattr(function, "jinja_pass_arg") else 0

    @functools.wraps(function)
    def remembering(*arguments: Any, **options: Any) -> Any:
        values = (*arguments[skipped:], *options.values())
        if blank and values and values[0] is None:
            return None
        if values and isinstance(values[0], Undefined):
            str(values[0])  # unknown names are an error in any filter but `default`
        return derived(function(*arguments, **options), values)

    return remembering


@pass_environment
def _join(
    environment: Environment,
    values: Iterable[Any],
    separator: str = "",
    attribute: str | int | None = None,
) -> str:
    """Jinja's join, each element still known by its field; None is blank, not «None»."""
    if attribute is not None:
        values = map(make_attrgetter(environment, attribute), values)
    return joined(values, separator)


def _replace(value: Any, old: str, new: str, count: int = -1) -> str:
    """Jinja's replace, without markup and not beyond measure."""
    text = text_of(value)
    if text.count(old) * len(new) > MAX_TEXT:
        raise Unprintable("văn bản sau khi thay quá dài")
    return text.replace(old, new, count)
