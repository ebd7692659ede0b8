"""Templating: what the values of a context print, and which field each text came from.

A plain value prints its own text, None nothing, a list of plain values these with commas between.
A record, a list of records or a function has no text, and printing one is an error: what Python
would print of it belongs in no paper. Values made by `trace` remember their paths, so that it is
known what was put out; texts made of them by joining or by a filter remember where they came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import Any
from xml.sax.saxutils import unescape

from jinja2.exceptions import TemplateRuntimeError

from docgen.templating.rich import Rich

Path = tuple[str | int, ...]
Origin = tuple[str, Path | None]
"""A stretch of text and the field it came from, None for what the template itself says."""

_RECORD = "đây là một bản ghi, không in ra thành chữ được; hãy viết tên một trường của nó"
_LIST = (
    "danh sách này gồm bản ghi hoặc danh sách khác, không in ra thành chữ được; "
    "hãy lặp qua nó bằng {% for … %}"
)
_NO_TEXT = "đây không phải là chữ hay số, không in ra thành chữ được"

MAX_TEXT = 2_000_000
_LEAST = 100


class Unprintable(TemplateRuntimeError):
    """A value that has no text; the message is a Vietnamese sentence."""


class Traced(str):
    """A text that knows its field."""

    path: Path


class Unshown(str):
    """A checked text for the markup (a colour, a number of columns), which nobody reads."""


class _Number(int):
    path: Path


class _Fraction(float):
    path: Path


class _Day(date):
    path: Path


class _Clock(time):
    path: Path


_TRACED = (Traced, _Number, _Fraction, _Day, _Clock)


class Joined(str):
    """A text made of several; `origins` are its stretches, in order."""

    origins: tuple[Origin, ...]


class Fragment:
    """Markup with values in it, that a macro or a captured block puts out: what was told of the
    values (`environment.Told`), and the kind of place it stood in. Its `str` is its words, `size`
    about how many bytes it is when put out."""

    def __init__(self, told: tuple[Any, ...], values: tuple[Any, ...], kind: str) -> None:
        self.told = told
        self.values = values
        self.kind = kind
        self.size = sum(len(text) for texts, _, _ in told for text in texts)
        self.size += sum(v.size if isinstance(v, Fragment) else _LEAST for v in values)

    def __str__(self) -> str:
        texts = [text for texts, _, _ in self.told for text in texts]
        pairs = zip(texts, self.values, strict=True)
        return "".join(f"{_words(text)}{text_of(value)}" for text, value in pairs)


def _words(xml: str) -> str:
    """The text of markup; breaks and ends of paragraphs are newlines."""
    broken = re.sub(r"</w:p>(?=.*<w:p\b)|<w:br/>", "\n", xml, flags=re.DOTALL)
    return unescape(re.sub(r"<[^<>]*>", "", broken.replace("<w:tab/>", "\t")))


def traced(value: Any, path: Path) -> Any:
    """The same value, knowing its path: texts, numbers, days, clock times; others as they are."""
    copy: Any
    if isinstance(value, bool | datetime):
        return value
    if isinstance(value, Rich):
        return value.of_field(path)
    if isinstance(value, str):
        copy = Traced(value)
    elif isinstance(value, int):
        copy = _Number(value)
    elif isinstance(value, float):
        copy = _Fraction(value)
    elif isinstance(value, date):
        copy = _Day(value.year, value.month, value.day)
    elif isinstance(value, time):
        copy = _Clock(value.hour, value.minute, value.second, value.microsecond, value.tzinfo)
    else:
        return value
    copy.path = path
    return copy


def trace(value: Any, path: Path = ()) -> Any:
    """A copy of a plain tree whose leaves remember their paths: `("agenda", 0, "title")`."""
    if isinstance(value, Mapping):
        return {name: trace(part, (*path, name)) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [trace(part, (*path, index)) for index, part in enumerate(value)]
    return traced(value, path)


def path_of(value: Any) -> Path | None:
    """The path a value remembers, or None."""
    return value.path if isinstance(value, (*_TRACED, Rich)) else None


def text_of(value: Any) -> str:
    """What a value prints. Raises `Unprintable` for what has no text of its own."""
    if isinstance(value, str):
        return str.__str__(value)  # of a text that knows more (Markup), the text alone
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list | tuple):
        return str(listed(value))
    if _has_text(type(value)) and not isinstance(value, bytes | bytearray):
        return str(value)
    raise Unprintable(_RECORD if isinstance(value, Mapping) else _NO_TEXT)


def listed(values: list[Any] | tuple[Any, ...]) -> Joined:
    """What a list of plain values prints: these with commas between. Raises `Unprintable`."""
    if any(isinstance(value, Mapping | list | tuple | Rich | Fragment) for value in values):
        raise Unprintable(_LIST)
    return joined((value for value in values if value is not None), ", ")


def _has_text(kind: type) -> bool:
    """Whether the type says how it is printed: lists, records and functions do not."""
    printer: Any = kind.__str__
    return printer is not object.__str__


def origins_of(value: Any, text: str) -> tuple[Origin, ...]:
    """The stretches of the text that `value` prints, each with its field."""
    return value.origins if isinstance(value, Joined) else ((text, path_of(value)),)


def joined(values: Iterable[Any], separator: str = "") -> Joined:
    """The values' texts in one, remembering the field of each; None is blank."""
    origins: list[Origin] = []
    for value in values:
        if origins and separator:
            origins.append((separator, None))
        known = listed(value) if isinstance(value, list | tuple) else value
        origins += origins_of(known, text_of(known))
    return _of(origins)


def derived(result: Any, arguments: Iterable[Any]) -> Any:
    """What a filter made of its arguments, remembering the fields that went into it.

    The first argument's field counts in any case (a date becomes words); any other field, in
    records and lists too, counts when its text stands in the result.
    """
    if isinstance(result, (Joined, *_TRACED)):
        return result
    first, *others = [*arguments, None]
    sources = [path for _, path in origins_of(first, "") if path is not None]
    if isinstance(result, str):
        text = str(result)
        seen = _fields([others] if sources else [first, others])
        sources += [path for path, value in seen if value and value in text]
        if len(sources) > 1:
            return _of([(text, sources[0]), *(("", path) for path in dict.fromkeys(sources[1:]))])
        return traced(text, sources[0]) if sources else result
    if sources and isinstance(result, list):
        return [traced(part, sources[0]) for part in result]
    return traced(result, sources[0]) if sources else result


def _of(origins: list[Origin]) -> Joined:
    if sum(len(text) for text, _ in origins) > MAX_TEXT:
        raise Unprintable("văn bản ghép lại quá dài")
    whole = Joined("".join(text for text, _ in origins))
    whole.origins = tuple(origins)
    return whole


def _fields(value: Any, depth: int = 4) -> Iterator[tuple[Path, str]]:
    """Every field in a value that remembers its path, with its text."""
    if isinstance(value, Fragment):
        yield from (field for part in value.values for field in _fields(part, depth))
    elif isinstance(value, Joined):
        yield from ((path, text) for text, path in value.origins if path is not None)
    elif (path := path_of(value)) is not None:
        yield path, text_of(value)
    elif depth and isinstance(value, Mapping):
        for part in value.values():
            yield from _fields(part, depth - 1)
    elif depth and isinstance(value, list | tuple):
        for part in value:
            yield from _fields(part, depth - 1)
