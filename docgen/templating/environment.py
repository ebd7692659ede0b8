"""Templating: the sandboxed Jinja environment, and how its faults become problems in Vietnamese."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.templating.trace import path_of, traced

Filter = Callable[..., Any]
PUT = "put_out"
RECORDER = " recorder"
"""The name under which a render's recorder waits in the context; no template can write it."""

_BUILTIN = (
    "abs", "batch", "capitalize", "default", "d", "dictsort", "first", "float", "groupby", "int",
    "join", "last", "length", "count", "list", "lower", "map", "max", "min", "reject", "rejectattr",
    "replace", "reverse", "round", "select", "selectattr", "slice", "sort", "sum", "title", "trim",
    "truncate", "unique", "upper",
)  # fmt: skip
"""Jinja's filters that work on plain values. Those that make or unmake markup are not for Word."""
_KEEP_PATH = ("capitalize", "lower", "replace", "title", "trim", "truncate", "upper")


class Sandbox(ImmutableSandboxedEnvironment):
    """Immutable, strict about unknown names; `d.items` of a record is its field, never a method."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a record; of other values what the sandbox allows."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: str | Any) -> Any:
        """An item by name or index; a record has only its fields."""
        if isinstance(obj, Mapping) and isinstance(argument, str):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)


def new_environment(filters: Mapping[str, Filter]) -> Sandbox:
    """An environment with the allowed filters of Jinja and those of the caller."""
    environment = Sandbox(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    allowed = {name: environment.filters[name] for name in _BUILTIN}
    allowed |= {name: _keeping_path(_blank_stays(allowed[name])) for name in _KEEP_PATH}
    allowed |= {name: _keeping_path(function) for name, function in filters.items()}
    environment.filters = {**allowed, PUT: _put}
    environment.globals = {}
    return environment


@pass_context
def _put(context: Context, value: Any, tag: int) -> Any:
    return context.parent[RECORDER].put(value, tag)


def _keeping_path(function: Filter) -> Filter:
    """The filter, its result still known by the field it was made from."""

    @functools.wraps(function)
    def keeping(*arguments: Any, **options: Any) -> Any:
        found = next((path for path in map(path_of, arguments) if path is not None), None)
        result = function(*arguments, **options)
        return traced(result, found) if found is not None else result

    return keeping


def _blank_stays(function: Filter) -> Filter:
    """The filter, but what was not entered stays nothing: Jinja would make it the word «None»."""

    @functools.wraps(function)
    def filtered(value: Any, *arguments: Any, **options: Any) -> Any:
        return value if value is None else function(value, *arguments, **options)

    return filtered


def record_outputs(tree: nodes.Template, tag_of: Callable[[int], int]) -> None:
    """Send every `{{ … }}` through the recorder, with the number of its tag."""
    for output in tree.find_all(nodes.Output):
        output.nodes = [
            part if isinstance(part, nodes.TemplateData) else _recorded(part, tag_of(part.lineno))
            for part in output.nodes
        ]


def _recorded(part: nodes.Expr, tag: int) -> nodes.Expr:
    number = nodes.Const(tag, lineno=part.lineno)
    return nodes.Filter(part, PUT, [number], [], None, None, lineno=part.lineno)


def unknown_filters(tree: nodes.Template, known: Iterable[str]) -> list[tuple[str, int]]:
    """Filters the environment does not have, with their lines."""
    names = set(known) - {PUT}
    return [(f.name, f.lineno) for f in tree.find_all(nodes.Filter) if f.name not in names]


def near(name: str, names: Iterable[str]) -> str:
    """« (có phải «member»?)», or nothing when no known name is near."""
    close = get_close_matches(name, sorted(names), n=1)
    return f" (có phải «{close[0]}»?)" if close else ""


def explain_syntax(error: TemplateSyntaxError) -> str:
    """A syntax fault in Vietnamese; Jinja names what it met last, in quotes."""
    quoted = (error.message or "").split("'")
    return f"sai cú pháp gần «{quoted[-2]}»" if len(quoted) > 2 else f"sai cú pháp ({error.message})"


def explain(error: Exception, names: Iterable[str]) -> str:
    """A run-time fault in Vietnamese; `names` are those a template may have meant."""
    if isinstance(error, SecurityError):
        return f"biểu thức không được phép trong mẫu ({error})"
    if isinstance(error, UndefinedError):
        return _unknown(str(error), names)
    return f"không tính được biểu thức này ({type(error).__name__}: {error})"


def _unknown(message: str, names: Iterable[str]) -> str:
    """Jinja names the missing thing in quotes, last: `'dict object' has no attribute 'titel'`."""
    quoted = message.split("'")
    name = quoted[-2] if len(quoted) > 2 else message
    kind = "trường" if "has no" in message else "biến"
    return f"không có {kind} «{name}»{near(name, names)}"
