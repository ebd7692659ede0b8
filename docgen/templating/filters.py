"""Templating: the filters a template may use, and how their results remember their fields."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sized
from typing import Any

from jinja2 import pass_context, pass_environment
from jinja2.environment import Environment
from jinja2.filters import (
    do_batch,
    do_indent,
    do_int,
    do_round,
    do_wordwrap,
    make_attrgetter,
    sync_do_slice,
    sync_do_sum,
)
from jinja2.runtime import Undefined

from docgen.templating.cells import COLOUR, MERGE, SPAN
from docgen.templating.rich import Address, InAttribute, RichText, is_address
from docgen.templating.tags import IN_START_TAG, PROPERTY
from docgen.templating.values import MAX_TEXT, Unprintable, Unshown, derived, joined, text_of
from docgen.templating.xml import plain

Filter = Callable[..., Any]
JOIN, MADE, TURNS = " join", " made", " turns"
"""Filters that the compiler writes: for `~`, around lists that a template makes, and around what a
loop runs over. No template can: their names begin with a blank."""

_PLAIN = (
    "default", "d", "dictsort", "first", "groupby", "items", "last", "length", "count", "list",
    "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort",
    "unique",
)  # fmt: skip
"""Jinja's filters that choose among values. Those that make or unmake markup are not for Word."""
_OF_TEXT = ("capitalize", "lower", "title", "trim", "truncate", "upper", "urlencode")
_MAX_GROUPS, _MAX_SPAN, _MAX_RANGE, _MAX_WIDTH = 1_000, 63, 10_000, 1_000
_MAX_DIGITS, _MAX_WORD, _MAX_WRAPPED = 300, 10_000, 200_000
_FORMAT = re.compile(
    r"%(?:%|(?:\(\w+\))?[-+ #0]*\d{0,2}(?:\.\d{1,2})?[bcdeEfFgGosxX]|(?=.))", re.DOTALL
)
_COLOUR = re.compile("#?([0-9A-Fa-f]{6})")
_OF_NUMBERS = ("abs", "filesizeformat", "float")


def allowed_filters(known: Mapping[str, Filter], own: Mapping[str, Filter]) -> dict[str, Filter]:
    """The filters of a template's environment: the allowed ones of Jinja, ours, the caller's."""
    same = _remembering(_same, blank=True)
    filters: dict[str, Filter] = {
        **{name: known[name] for name in _PLAIN},
        **{name: _remembering(_on_text(known[name]), blank=True) for name in _OF_TEXT},
        **{name: _remembering(known[name]) for name in _OF_NUMBERS},
        "int": _remembering(_whole),
        "round": _remembering(_rounded),
        "sum": _sum,
        "center": _remembering(centred, blank=True),
        "indent": _remembering(_indented, blank=True),
        "wordwrap": _remembering(_wrapped, blank=True),
        "replace": _remembering(replaced, blank=True),
        "join": _join,
        **{name: _remembering(function) for name, function in own.items()},
        "batch": functools.partial(_in_groups, do_batch),
        "slice": functools.partial(_in_groups, sync_do_slice),
        "format": _remembering(_format),
        "soft_breaks": _remembering(lambda value: RichText(text_of(value)), blank=True),
        **dict.fromkeys(("e", "escape", "forceescape", "safe", "string"), same),
        "wordcount": _remembering(lambda value: len(text_of(value).split())),
        JOIN: joined,
        PROPERTY: lambda value: Unshown(" ".join(plain(text_of(value)).split())),
        IN_START_TAG["address"].filter: _address,
        IN_START_TAG["descr"].filter: lambda value: InAttribute(text_of(value)),
        SPAN: _span,
        COLOUR: _colour,
        MERGE: Unshown,
    }
    return {**{name: _measured(of) for name, of in filters.items()}, MADE: _made, TURNS: _counted}


def _measured(function: Filter) -> Filter:
    """The filter, what it makes charged to the budget of the render."""
    asks = getattr(getattr(function, "jinja_pass_arg", None), "name", "")
    asked = {
        "context": lambda context: (context,),
        "environment": lambda context: (context.environment,),
        "eval_context": lambda context: (context.eval_ctx,),
    }.get(asks, lambda context: ())

    @pass_context
    def measured(context: Any, *arguments: Any, **options: Any) -> Any:
        made = function(*asked(context), *arguments, **options)
        return made if arguments and made is arguments[0] else context.meter.made(made)

    return measured


@pass_context
def _made(context: Any, value: Any) -> Any:
    """A list or record that the template made, charged to the budget of the render."""
    return context.meter.made(value)


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


def _on_text(function: Filter) -> Filter:
    """The filter of a value's text as it would be printed, never of what Python shows of it."""
    at = int(hasattr(function, "jinja_pass_arg"))

    @functools.wraps(function)
    def on_text(*arguments: Any, **options: Any) -> Any:
        return function(*arguments[:at], text_of(arguments[at]), *arguments[at + 1 :], **options)

    return on_text


@pass_context
def _counted(context: Any, rows: Any) -> Any:
    """The rows of a loop, charged to the budget of the render."""
    if not isinstance(rows, Iterable):
        raise Unprintable("chỗ này cần một danh sách để lặp")
    return context.meter.turns(rows)


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


def replaced(value: Any, old: str, new: str, count: int = -1) -> str:
    """Jinja's replace, without markup and not beyond measure."""
    text = text_of(value)
    if text.count(old) * len(new) > MAX_TEXT:
        raise Unprintable("văn bản sau khi thay quá dài")
    return text.replace(old, new, count)


def _whole(value: Any, default: Any = 0, base: int = 10) -> Any:
    """Jinja's int, of numbers that somebody could have written."""
    return default if len(text_of(value)) > _MAX_DIGITS else do_int(value, default, base)


def _rounded(value: Any, precision: int = 0, method: Any = "common") -> Any:
    """Jinja's round, to as many digits as a number has."""
    if not -_MAX_DIGITS <= precision <= _MAX_DIGITS:
        raise Unprintable(f"chỉ làm tròn được đến {_MAX_DIGITS} chữ số")
    return do_round(value, precision, method)


@pass_environment
def _sum(environment: Environment, rows: Any, attribute: Any = None, start: Any = 0) -> Any:
    """Jinja's sum, of numbers."""
    if isinstance(start, Sized):
        raise Unprintable("«sum» chỉ cộng các số")
    return sync_do_sum(environment, rows, attribute, start)


def centred(value: Any, width: int = 80) -> str:
    """Jinja's center, as wide as a line could be."""
    if width > _MAX_WIDTH:
        raise Unprintable(f"không quá {_MAX_WIDTH} ký tự một dòng")
    return text_of(value).center(width)


def _indented(value: Any, width: int | str = 4, first: bool = False, blank: bool = False) -> str:
    """Jinja's indent, not beyond measure."""
    text, margin = text_of(value), width if isinstance(width, str) else centred("", width)
    if (text.count("\n") + 1) * len(margin) > MAX_TEXT:
        raise Unprintable("văn bản sau khi lùi dòng quá dài")
    return do_indent(text, margin, first, blank)


@pass_environment
def _wrapped(environment: Environment, value: Any, width: int = 79, *more: Any) -> str:
    """Jinja's wordwrap; its lines end as lines do."""
    words = (text := text_of(value)).split()
    if len(text) > _MAX_WRAPPED or max(map(len, words), default=0) > _MAX_WORD:
        raise Unprintable("văn bản quá dài để ngắt dòng")
    return do_wordwrap(environment, text, width, *more[:1])


def limited_range(*bounds: int) -> range:
    """Python's range, up to ten thousand numbers."""
    numbers = range(*bounds)
    if len(numbers) > _MAX_RANGE:
        raise Unprintable(f"range() không quá {_MAX_RANGE} số")
    return numbers


def _same(value: Any) -> Any:
    """The text itself: what is put out is escaped in any case, once."""
    return value if isinstance(value, str) else text_of(value)


def formatted(form: str, values: Any) -> Any:
    """What `"%.2f" % x` gives, still known by its fields."""
    given = values if isinstance(values, tuple) else (values,)
    named = values if isinstance(values, Mapping) and "%(" in form else {}
    text = _format(form, **named) if named else _format(form, *given)
    return derived(text, (form, *given))


def _format(value: Any, *arguments: Any, **named: Any) -> str:
    """Jinja's format: `"%.2f"|format(x)`, its widths of two digits at most."""
    form = text_of(value)
    if any(len(match[0]) < 2 for match in _FORMAT.finditer(form)) or arguments and named:
        raise Unprintable(f"không dùng được dạng «{form[:40]}» trong mẫu")
    texts = tuple(map(_to_format, arguments))
    names = {name: _to_format(x) for name, x in named.items()}
    refuse_long(form.count("%"), (*texts, *names.values()))
    return form % (names or texts)


def refuse_long(places: int, values: Iterable[Any]) -> None:
    """Refuse to put values into a form with so many places when that could be too long."""
    if places * max((len(str(value)) for value in values), default=0) > MAX_TEXT:
        raise Unprintable("văn bản sau khi định dạng quá dài")


def _to_format(value: Any) -> Any:
    return value if isinstance(value, int | float) else text_of(value)


def _in_groups(group: Filter, rows: Any, size: Any, *filling: Any, **named: Any) -> Any:
    """Jinja's batch and slice, up to a thousand at once."""
    if not (isinstance(size, int) and 0 < size <= _MAX_GROUPS):
        raise Unprintable(f"số nhóm hoặc số phần tử mỗi nhóm phải từ 1 đến {_MAX_GROUPS}")
    given = (*filling, *named.values())
    if any(isinstance(value, Sized) and not isinstance(value, str) for value in given):
        raise Unprintable("chỗ thiếu của nhóm chỉ điền được chữ hoặc số")
    return group(rows, size, *filling, **named)


def _address(value: Any) -> Address:
    """Where a link leads; a blank one leads nowhere."""
    text = text_of(value).strip()
    if text and not is_address(text):
        raise Unprintable(f"không dùng được địa chỉ «{text[:60]}» trong liên kết")
    return Address(text or "#")


def _span(value: Any) -> Unshown:
    """The number of columns a cell takes."""
    text = text_of(value).strip()
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= _MAX_SPAN):
        raise Unprintable(f"số cột của ô phải là số từ 1 đến {_MAX_SPAN}, không phải «{text[:20]}»")
    return Unshown(int(text))


def _colour(value: Any) -> Unshown:
    """The colour of a cell's ground; blank is none."""
    text = text_of(value).strip()
    match = _COLOUR.fullmatch(text)
    if text and not match:
        raise Unprintable(f"màu phải gồm 6 chữ số hệ 16 như FFCC00, không phải «{text[:20]}»")
    return Unshown(match[1].upper() if match else "auto")
