"""Templating: what a template may call: a few functions, and methods that change no value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import SandboxedFormatter
from jinja2.utils import Cycler, Joiner, Namespace

from docgen.templating.filters import centred, limited_range, refuse_long, replaced
from docgen.templating.values import Unprintable, derived, joined, path_of, text_of

if TYPE_CHECKING:
    from docgen.templating.environment import Recording, Sandbox

RECORD_METHODS = frozenset(("items", "keys", "values", "get", "copy"))
_DAY = frozenset(("strftime", "isoformat", "weekday", "isoweekday"))
_METHODS: tuple[tuple[type, frozenset[str]], ...] = (
    (
        str,
        frozenset(
            (
                "capitalize", "casefold", "count", "endswith", "find", "index", "isalnum",
                "isalpha", "isascii", "isdecimal", "isdigit", "islower", "isnumeric", "isspace",
                "istitle", "isupper", "lower", "lstrip", "partition", "removeprefix",
                "removesuffix", "rfind", "rindex", "rpartition", "rsplit", "rstrip", "split",
                "splitlines", "startswith", "strip", "swapcase", "title", "upper",
            )
        ),
    ),
    (Mapping, RECORD_METHODS),
    (list, frozenset(("count", "index"))),
    (tuple, frozenset(("count", "index"))),
    (int, frozenset(("bit_length",))),
    (float, frozenset(("is_integer",))),
    (datetime, frozenset(("date", "time"))),
    (date, _DAY),
    (time, frozenset(("strftime", "isoformat"))),
    (LoopContext, frozenset(("cycle", "changed"))),
    (Cycler, frozenset(("next", "reset"))),
)  # fmt: skip
"""Methods that cannot change a value of the context, and give no more than they were given."""
_NUMBER = re.compile(
    r"(?:.?[<>=^])?[-+ ]?#?0?\d{0,2}[_,]?(?:\.\d{1,2})?[bcdeEfFgGosxX%]?", re.DOTALL
)
_DATE = re.compile(r"(?:[^%0-9]|%[A-Za-z%]){0,60}", re.DOTALL)


def _record(*given: Any, **named: Any) -> dict[Any, Any]:
    return dict(*given, **named)


def _namespace(*given: Any, **named: Any) -> Namespace:
    return Namespace(*given, **named)


def _cycler(*items: Any) -> Cycler:
    return Cycler(*items)


def _joiner(separator: str = ", ") -> Joiner:
    return Joiner(separator)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "range": limited_range,
    "dict": _record,
    "namespace": _namespace,
    "cycler": _cycler,
    "joiner": _joiner,
}
"""Jinja's own, but for `lipsum`. Functions, not classes: a sandbox shows nothing of a function."""


def called(context: Recording, called_: Any, arguments: Sequence[Any], options: Any) -> Any:
    """What an allowed function or method gives, still known by the field it was made from.

    Raises `SecurityError` for any other.
    """
    if isinstance(called_, Macro | LoopContext):
        return _block_called(context, called_, arguments, options)
    if isinstance(called_, Joiner) or any(called_ is function for function in FUNCTIONS.values()):
        return called_(*arguments, **options)
    called_ = getattr(called_, "__wrapped__", called_)  # the sandbox's own around str.format
    owner, name = getattr(called_, "__self__", None), getattr(called_, "__name__", "")
    if isinstance(owner, str) and name in _OF_TEXT:
        return _OF_TEXT[name](context.environment, owner, *arguments, **options)
    if not any(isinstance(owner, kind) and name in names for kind, names in _METHODS):
        raise SecurityError(f"không được gọi «{name or type(called_).__name__}()» trong mẫu")
    result = called_(*arguments, **options)
    return result if path_of(owner) is None else derived(result, (owner,))


def _block_called(
    context: Recording, block: Macro | LoopContext, arguments: Sequence[Any], options: Any
) -> Any:
    """What a macro, or a recursive loop with these rows, puts out."""
    with context.meter.call():
        if isinstance(block, Macro):
            return Context.call(context, block, *arguments, **options)
        (rows,) = arguments
        return block(context.meter.turns(rows))


class _Formatter(SandboxedFormatter):
    """Python's format, its widths of two digits at most; None is blank."""

    def format_field(self, value: Any, form: str) -> str:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        is_date = isinstance(value, date | time)
        if not (_DATE if is_date else _NUMBER).fullmatch(form):
            raise Unprintable(f"không dùng được dạng «{form[:40]}» trong mẫu")
        return format(value if is_number or is_date else text_of(value), form)

    def convert_field(self, value: Any, conversion: Any) -> Any:
        if conversion not in (None, "s"):
            raise Unprintable(f"không dùng được dạng «!{conversion}» trong mẫu")
        return value


def _formatted(environment: Sandbox, form: str, *values: Any, **named: Any) -> Any:
    refuse_long(form.count("{"), (*values, *named.values()))
    text = _Formatter(environment).vformat(str(form), values, named)
    return derived(text, (form, *values, *named.values()))


def _joined(environment: Sandbox, separator: str, values: Iterable[Any]) -> str:
    texts = list(values)
    for value in texts:
        if not isinstance(value, str):
            raise TypeError(f"join() cần chữ, không phải {type(value).__name__}")
    return joined(texts, separator)


def _replaced(environment: Sandbox, text: str, *arguments: Any) -> Any:
    return derived(replaced(text, *arguments), (text, *arguments))


def _widened(name: str) -> Callable[..., Any]:
    def widened(environment: Sandbox, text: str, width: int, *filling: str) -> Any:
        centred("", width)  # raises when it is too much
        return derived(getattr(str, name)(text, width, *filling), (text,))

    return widened


_OF_TEXT: dict[str, Callable[..., Any]] = {
    "format": _formatted,
    "join": _joined,
    "replace": _replaced,
    **{name: _widened(name) for name in ("center", "ljust", "rjust", "zfill")},
}
"""Methods of a text that could make it grow: ours in their place."""
