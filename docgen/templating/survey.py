"""Templating: a lenient second run of a program that failed: its other faults, not the first alone.

What has a fault puts out nothing, and the run goes on. It ends where a fault would decide the way
(`{% if membr %}`): what is told behind that might be no fault at all.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Template as Program
from jinja2.exceptions import TemplateRuntimeError

from docgen.templating.budget import Exhausted, Meter
from docgen.templating.environment import Sandbox, Told, Unknown
from docgen.templating.values import text_of
from docgen.templating.weave import Places, Weaver, tags_of

FAULTS = (
    TemplateRuntimeError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError,
    RecursionError,
)  # fmt: skip
"""What an expression of a template may raise; anything else is a fault of the engine itself."""
Faults = dict[tuple[int, str], Exception]
"""Faults by the tag of each and its message."""
_PASSED_ON = (
    "getitem", "call", "add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv",
    "floordiv", "rfloordiv", "mod", "rmod", "pow", "rpow", "neg", "pos",
)  # fmt: skip
_DECIDES = (
    "bool", "eq", "ne", "lt", "le", "gt", "ge", "contains", "len", "int", "float", "hash",
)  # fmt: skip
_BLANKS = frozenset(("default", "d", "items"))
"""The filters for what may not be there."""


class Gap(Unknown):
    """What stands in the place of a value that could not be had: told of when it is used."""

    __slots__ = ("tag",)
    survey: Survey

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.tag = self.survey.weaver.tag_at(sys._getframe(1))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.note()

    def note(self, *_: Any, **__: Any) -> Gap:
        """Tell of the fault; what is made of a gap is a gap."""
        self.survey.note(self.tag, self.error())
        return self

    def blank(self) -> str:
        """Tell of the fault, and print nothing."""
        self.note()
        return ""

    def rows(self) -> Iterator[Any]:
        """Tell of the fault, and have no rows."""
        self.note()
        return iter(())

    def decide(self, *_: Any) -> Any:
        """Tell of the fault, and go no further."""
        raise self.note().error()

    def error(self) -> Exception:
        """The fault."""
        return self._undefined_exception(self._undefined_message)


class Survey:
    """One lenient run of a program; `found` are its faults, each by its tag and message."""

    def __init__(self, program: Program, told: Sequence[Told], places: Places) -> None:
        self.found: Faults = {}
        ways: dict[str, Any] = {
            **dict.fromkeys(_PASSED_ON, Gap.note),
            **dict.fromkeys(_DECIDES, Gap.decide),
        }
        methods = {f"__{name}__": way for name, way in ways.items()}
        methods |= {"__str__": Gap.blank, "__iter__": Gap.rows}
        self._gap = type("Gap", (Gap,), {**methods, "__slots__": (), "survey": self})
        self.weaver = _Weaver(self._lenient(program), told, places)
        self.weaver.note = self.note

    def run(self, context: Mapping[str, Any], meter: Meter) -> None:
        """Go through the program as far as it can be gone."""
        try:
            self.weaver.stretches(context, meter)
        except FAULTS as error:
            self.note(self.weaver.tag_of(error), error)

    def note(self, tag: int, error: Exception) -> None:
        """Remember a fault."""
        self.found.setdefault((tag, str(error)), error)

    def _lenient(self, program: Program) -> Program:
        """The program in a sandbox whose faults are gaps."""
        strict = program.environment
        assert isinstance(strict, Sandbox)
        environment = strict.overlay(undefined=self._gap)
        environment.filters = {
            name: filter_ if name in _BLANKS else self._kept(filter_, _skipped(filter_))
            for name, filter_ in strict.filters.items()
        }
        tests: dict[str, Any] = {**strict.tests}
        vars(environment)["tests"] = {name: self._kept(test) for name, test in tests.items()}
        vars(environment)["call"] = self._kept(environment.call, 1)
        vars(environment)["call_binop"] = self._kept(environment.call_binop, 2)
        vars(environment)["call_unop"] = self._kept(environment.call_unop, 2)
        own = object.__new__(Program)  # `Program()` would compile anew
        root: Callable[..., Any] = program.root_render_func
        lenient = functools.partial(root, environment=environment)
        vars(own).update(vars(program), environment=environment, root_render_func=lenient)
        return own

    def _kept(self, function: Callable[..., Any], at: int = -1) -> Callable[..., Any]:
        """The function, a gap where it has a fault or its argument `at` (if any) is one."""

        @functools.wraps(function)
        def kept(*arguments: Any, **options: Any) -> Any:
            if isinstance(argument := (*arguments, *[None] * 3)[at], Gap):
                return argument.note()
            try:
                return function(*arguments, **options)
            except Exhausted:
                raise
            except FAULTS as error:
                gap = self._gap(str(error))
                gap.tag = self.weaver.tag_of(error, gap.tag)
                self.note(gap.tag, error)
                return gap

        return kept


class _Weaver(Weaver):
    """A weaver to whom a value without text is none."""

    note: Callable[[int, Exception], None]

    def _written(self, told: Sequence[Told], values: Sequence[Any], meter: Meter) -> list[str]:
        pairs = zip(values, tags_of(told), strict=True)
        return super()._written(told, [self._printable(value, tag) for value, tag in pairs], meter)

    def _printable(self, value: Any, tag: int) -> Any:
        try:
            text_of(value)
        except FAULTS as error:
            self.note(tag, error)
            return ""
        return value


def _skipped(filter_: Callable[..., Any]) -> int:
    """Where a filter has its value: behind the context, if it asks for it."""
    return int(hasattr(filter_, "jinja_pass_arg"))
