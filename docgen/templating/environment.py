"""Templating: the sandbox that templates run in: immutable, strict, its allowances listed."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping, Sized
from typing import Any
from unicodedata import normalize

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from docgen.templating.budget import Exhausted, Meter
from docgen.templating.calls import FUNCTIONS, RECORD_METHODS, called
from docgen.templating.errors import near
from docgen.templating.filters import Filter, allowed_filters, formatted
from docgen.templating.values import Unprintable, joined

_UNKNOWN = "không có biến «"
_OF_LOOP = frozenset(
    ("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0")
)
_BESIDE = {
    "previtem": "vòng lặp đang ở phần tử đầu, không có phần tử liền trước",
    "nextitem": "vòng lặp đang ở phần tử cuối, không có phần tử liền sau",
}
"""What a loop knows of its other rows, and what to say when there is none."""
_FIELDS_OF_LOOP = (*_OF_LOOP, *_BESIDE, "cycle", "changed")
_MACHINERY = (
    types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.GeneratorType,
    types.CoroutineType, types.ModuleType, types.CodeType, types.FrameType, type,
)  # fmt: skip
_MAX_LENGTH, _MAX_POWER, _MAX_BITS = 10_000, 64, 4_096


class Unknown(StrictUndefined):
    """What a name that does not exist gives: any use of it is an error that says what is near."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        owner = self._undefined_obj
        name: Any = self._undefined_name
        if self._undefined_hint:
            return self._undefined_hint
        if owner is missing:
            return f"{_UNKNOWN}{name}»"
        if not isinstance(name, str):
            number = f" số {name}" if isinstance(name, int) else " này"
            return f"danh sách không có phần tử{number}"
        if isinstance(owner, LoopContext):
            return f"không có trường «{name}»{near(name, _FIELDS_OF_LOOP)}"
        fields = map(str, owner) if isinstance(owner, Mapping) else ()
        return f"không có trường «{name}»{near(name, fields)}"


Told = tuple[tuple[str, ...], tuple[int, ...], bool]
"""What a program says between two block tags: XML, a text for each value and one at the end; the
tag of each value (for the end, the last one's again); whether the XML holds marks."""


class Recording(Context):
    """The context of one render; `take` collects the values that are put out, `gathered` makes
    one value of what a macro or a captured block puts out."""

    take: Callable[[tuple[Any, ...]], None]
    gathered: Callable[[list[Any]], Any]
    meter: Meter


class Generator(CodeGenerator):
    """Jinja's code, but that an output hands its values over raw and then says by number what
    stood before each: `take((x, y, "")); yield 3`.

    Within a macro or a captured block both are gathered: `t_1.append((3, (x, y, "")))`. A list of
    what is gathered begins with the number of the tag that opens the block.
    """

    _opener = _alone = 0

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        if not node.nodes:
            return
        facts, *values = node.nodes
        assert isinstance(facts, nodes.Const)
        number, fields = facts.value
        self._begin(number, frame)
        for value, names in zip(values, fields, strict=True):
            self.newline(value)
            self.write("environment.getattr(" * len(names))
            self.visit(value, frame)
            self.write("".join(f", {name!r})" for name in names) + ",")
        self._end(number, frame)

    def pull_dependencies(self, nodes: Iterable[nodes.Node]) -> None:
        """None: filters and tests, all known to be there, are looked up where they are used."""
        self.filters, self.tests = _Lookup("filters"), _Lookup("tests")

    def start_write(self, frame: Frame, node: nodes.Node | None = None) -> None:
        assert node is not None  # the recursive loop whose first call is put out
        self._alone = alone(tag_number(node.lineno))
        self.newline(node)
        self._begin(self._alone, frame)

    def end_write(self, frame: Frame) -> None:
        self.write(",")
        self._end(self._alone, frame)

    def _begin(self, number: int, frame: Frame) -> None:
        """Hand over values, whose texts have this number."""
        buffer = frame.buffer
        self.writeline(f"{buffer}.append(({number}, (" if buffer else "context.take((")

    def _end(self, number: int, frame: Frame) -> None:
        self.write('"",)))' if frame.buffer else '"",))')
        if not frame.buffer:
            self.writeline(f"yield {number}")

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("concat = context.gathered")

    def buffer(self, frame: Frame) -> None:
        super().buffer(frame)
        self.writeline(f"{frame.buffer}.append({self._opener})")

    def macro_body(self, node: Any, frame: Frame) -> Any:
        self._opener = tag_number(node.lineno)
        return super().macro_body(node, frame)

    def visit_AssignBlock(self, node: nodes.AssignBlock, frame: Frame) -> None:
        self._opener = tag_number(node.lineno)
        super().visit_AssignBlock(node, frame)

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        self._opener = tag_number(node.lineno)
        super().visit_For(node, frame)


class _Lookup(dict[str, str]):
    """Code that looks a name up, by the name."""

    def __init__(self, where: str) -> None:
        self.where = where

    def __missing__(self, name: str) -> str:
        return f"environment.{self.where}[{name!r}]"


def alone(tag: int) -> int:
    """The number of what is told of a value that has nothing beside it: from the end."""
    return -1 - tag


def _meter(context: Context) -> Meter:
    """The meter of the render; a program is never run without one."""
    assert isinstance(context, Recording)
    return context.meter


def tag_number(line: int) -> int:
    """The number of the tag that a line of a program's source belongs to, from 0."""
    return max(line - 2, 0)


class Sandbox(ImmutableSandboxedEnvironment):
    """Immutable, strict about unknown names; `d.items` of a record is its field, not a method.

    Nothing is trusted as markup: whatever is put out is escaped by the recorder.
    """

    context_class = Recording
    code_generator_class = Generator
    intercepted_binops = frozenset({"+", "*", "**", "%", "-", "/", "//"})
    intercepted_unops = frozenset({"+", "-"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a record; of other values what the sandbox allows."""
        if type(obj) is dict and attribute in obj:  # the short way
            return obj[attribute]
        if type(obj) is LoopContext:
            return self._of_loop(obj, attribute)
        if not isinstance(obj, Mapping):
            return super().getattr(obj, attribute)
        if attribute in obj:
            return obj[attribute]
        if attribute in RECORD_METHODS:
            return getattr(obj, attribute)
        return self._lacks(obj, attribute)

    def _of_loop(self, loop: LoopContext, attribute: str) -> Any:
        """What a loop tells of itself. The row before the first is blank and false, as in Jinja."""
        if attribute in _OF_LOOP:  # the short way
            return getattr(loop, attribute)
        value = super().getattr(loop, attribute)
        if attribute in _BESIDE and isinstance(value, Undefined):
            return Undefined(_BESIDE[attribute])
        return value

    def getitem(self, obj: Any, argument: str | Any) -> Any:
        """An item by name or index; a record has only its fields."""
        if isinstance(obj, Mapping) and isinstance(argument, str):
            return obj[argument] if argument in obj else self._lacks(obj, argument)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """What the sandbox allows; of what Python runs by (functions, generators) nothing."""
        return not isinstance(obj, _MACHINERY) and super().is_safe_attribute(obj, attr, value)

    def _lacks(self, obj: Any, name: str) -> Any:
        for key in () if name.isascii() else obj:  # letters with their marks apart, as on macOS
            if isinstance(key, str) and normalize("NFC", key) == name:
                return obj[key]
        private = name.startswith("__")
        return self.unsafe_undefined(obj, name) if private else self.undefined(obj=obj, name=name)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Any:
        """What Python keeps for itself: an error that names it."""
        hint = f"không được dùng «{attribute}» trong mẫu"
        return self.undefined(hint, name=attribute, obj=obj, exc=SecurityError)

    def call(self, context: Any, obj: Any, /, *arguments: Any, **options: Any) -> Any:
        """Call what a template may call."""
        if isinstance(obj, Unknown):
            str(obj)  # raises
        for names in ("_loop_vars", "_block_vars"):  # for functions that ask for the context
            options.pop(names, None)
        return _meter(context).made(called(context, obj, arguments, options))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The operators: some could make a value grow without end, all can fail (`survey`)."""
        return _meter(context).made(self._computed(context, operator, left, right))

    def _computed(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return joined((left, right))
        if operator == "%" and isinstance(left, str):
            return formatted(left, right)
        if _grows(operator, left, right):
            raise SecurityError(f"không được dùng phép «{operator}» với giá trị này trong mẫu")
        return super().call_binop(context, operator, left, right)


def _grows(operator: str, left: Any, right: Any) -> bool:
    if operator in ("-", "/", "//"):
        return False
    if operator == "+":
        both = isinstance(left, Sized) and isinstance(right, Sized)
        return both and len(left) + len(right) > _MAX_LENGTH
    if operator == "%":
        return isinstance(left, bytes)
    if operator == "**":
        return not (_size(left) <= _MAX_POWER and abs(right) <= _MAX_POWER)
    if isinstance(left, Sized) or isinstance(right, Sized):
        count, value = (left, right) if isinstance(right, Sized) else (right, left)
        return not isinstance(count, int) or len(value) * count > _MAX_LENGTH
    return _size(left) + _size(right) > _MAX_BITS


def _size(value: Any) -> int:
    return value.bit_length() if isinstance(value, int) else 0


def new_environment(filters: Mapping[str, Filter]) -> Sandbox:
    """An environment with the allowed filters of Jinja and those of the caller, and no global but
    the functions of `calls`."""
    environment = Sandbox(
        autoescape=False, undefined=Unknown, keep_trailing_newline=True,
        optimized=False,  # nothing is computed before there is a budget
    )  # fmt: skip
    environment.filters = allowed_filters(environment.filters, filters)
    environment.globals = {**FUNCTIONS}
    return environment


def explain(error: Exception, names: Callable[[], set[str]]) -> str:
    """A run-time fault in Vietnamese; `names` gives those a template may have meant."""
    message = str(error)
    if isinstance(error, UndefinedError) and message.startswith(_UNKNOWN):
        return message + near(message.removeprefix(_UNKNOWN).removesuffix("»"), names())
    if isinstance(error, SecurityError) and not message.startswith("không được"):
        return f"biểu thức không được phép trong mẫu ({message})"
    if isinstance(error, UndefinedError | SecurityError | Unprintable | Exhausted):
        return message
    if isinstance(error, ZeroDivisionError):
        return "không tính được biểu thức này: chia cho 0"
    return f"không tính được biểu thức này ({type(error).__name__}: {message})"
