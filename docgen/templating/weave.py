"""Templating: runs the program of one story and weaves its values into the template's own XML.

A program does not print. For each stretch between two block tags it hands over the values
(`take`), then yields the number of what it told: the texts that stand before them. So every value
has exactly one text before it, and text and values can be dealt with many at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any, NamedTuple
from unicodedata import normalize

from jinja2 import Template as Program

from docgen.templating.budget import Meter
from docgen.templating.environment import Told, tag_number
from docgen.templating.finish import Stretch, cut_at_marks
from docgen.templating.fragments import gathered
from docgen.templating.rich import Rich
from docgen.templating.tables import Table
from docgen.templating.values import Fragment, Joined, Traced, Unshown, listed, text_of
from docgen.templating.xml import escaped, plain

_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_PAGE = '</w:t><w:br w:type="page"/><w:t xml:space="preserve">'
_AT_ONCE = 64
_TEXTS = frozenset((str, Traced, Joined))


class Record(NamedTuple):
    """One value as it was put out: itself, its text, and the text as it stands in XML."""

    value: Any
    text: str
    written: str


class Places(NamedTuple):
    """By the number of a tag: what a newline in a value becomes there, and the kind of the place;
    what gives the XML of a rich value, and of a fragment's XML and kind, at a tag."""

    line_breaks: Sequence[str]
    kinds: Sequence[str]
    enrich: Callable[[Rich, int], str]
    settle: Callable[[str, str, int], str]


class Weaver:
    """One run of one program. `tellings` are what it tells by number."""

    def __init__(self, program: Program, tellings: Sequence[Told], places: Places) -> None:
        self.program = program
        self.tellings = tellings
        self.places = places
        self.is_rich = False
        self._has_marks = any("<?" in line_break for line_break in places.line_breaks)
        self._values: list[Any] = []
        self._woven = 0
        self._faulty: int | None = None

    def stretches(self, context: Mapping[str, Any], meter: Meter) -> list[Stretch]:
        """The text of the story with its values, cut at the marks for `finish`."""
        given = ((name, value) for name, value in context.items() if isinstance(name, str))
        named = {n if n.isascii() else normalize("NFC", n): value for n, value in given}
        full: Any = self.program.new_context(named)
        full.take, full.meter = self._values.extend, meter
        full.gathered = lambda buffer: meter.made(self._gathered(buffer))
        found: list[Stretch] = []
        waiting: list[Told] = []
        try:
            for number in self.program.root_render_func(full):
                waiting.append(self.tellings[number])  # type: ignore[call-overload]
                if len(waiting) == _AT_ONCE:
                    batch, waiting = waiting, []
                    self._weave(batch, found, meter)
        finally:  # of two faults the first in the document is told
            self._weave(waiting, found, meter)
        return found

    def records(self) -> Iterator[Record]:
        """Every value that was put out, in order; those that print nothing are left out."""
        return _records(self._values)

    def tag_of(self, error: BaseException, otherwise: int = 0) -> int:
        """The tag that raised the error: of a value without text its own; otherwise the one on
        the innermost line that is the program's."""
        if self._faulty is not None:
            return self._faulty
        found, trace = otherwise, error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self.program.filename:
                found = tag_number(self.program.get_corresponding_lineno(trace.tb_lineno))
            trace = trace.tb_next
        return found

    def tag_at(self, frame: FrameType | None) -> int:
        """The tag the program is at, seen from a frame of what it called."""
        while frame is not None and frame.f_code.co_filename != self.program.filename:
            frame = frame.f_back
        line = self.program.get_corresponding_lineno(frame.f_lineno) if frame else 0
        return tag_number(line)

    def _gathered(self, buffer: list[Any]) -> Any:
        """What a block puts out as one value: `[the tag that opens it, (number, values), …]`."""
        opener, *pieces = buffer
        told = [self.tellings[number] for number, _ in pieces]
        values = [value for _, values in pieces for value in values]
        with self._blamed(values, told):
            return gathered(told, values, self.places.kinds[opener])

    def _weave(self, told: list[Told], found: list[Stretch], meter: Meter) -> None:
        """Join what was told since the last time with its values."""
        values, self._woven = self._values[self._woven :], len(self._values)
        text = self._joined(told, values, meter)
        marked = self.is_rich or self._has_marks or any(marked for _, _, marked in told)
        found += cut_at_marks(text) if marked else (text,)

    def _joined(self, told: Sequence[Told], values: Sequence[Any], meter: Meter) -> str:
        """The XML of texts with their values."""
        texts = [text for texts, _, _ in told for text in texts]
        woven = [""] * (2 * len(texts))
        woven[::2] = texts
        written = self._written(told, values, meter)
        if self.is_rich:
            written = self._enriched(told, values, written, meter=meter)
        woven[1::2] = written  # a ValueError, should there be one too few or too many
        meter.room_for(sum(map(len, woven)))
        text = "".join(woven)
        meter.wrote(text)
        return text

    def _written(self, told: Sequence[Told], values: Sequence[Any], meter: Meter) -> list[str]:
        """The values as they stand in XML: escaped, a newline as the tag's line break, a tab or
        page break as Word's. Most need nothing of it, which is seen for all of them at once."""
        with self._blamed(values, told):
            texts = [
                v if type(v) in _TEXTS else str(v) if type(v) is int else self._text_of(v)
                for v in values
            ]
        meter.room_for(sum(map(len, texts)))
        whole = "".join(texts)
        if "&" in whole or "<" in whole or ">" in whole:
            meter.room_for(len(whole) + sum(len(escaped(c)) * whole.count(c) for c in "&<>"))
            texts = [escaped(text) for text in texts]
        if not whole.isprintable():
            texts = list(self._broken(zip(texts, tags_of(told), strict=True), meter))
        return texts

    @contextmanager
    def _blamed(self, values: Sequence[Any], told: Sequence[Told]) -> Iterator[None]:
        """A fault within is that of the tag of the first value without text."""
        try:
            yield
        except Exception:
            self._faulty = list(tags_of(told))[_first_fault(text_of, values)]
            raise

    def _text_of(self, value: Any) -> str:
        self.is_rich = self.is_rich or isinstance(value, Rich | Fragment)
        return "" if isinstance(value, Fragment | Table) else text_of(value)

    def _enriched(
        self, told: Sequence[Told], values: Sequence[Any], texts: Sequence[str], *, meter: Meter
    ) -> list[str]:
        """The values as they stand in XML, those with markup in their own way."""
        found: list[str] = []
        for value, text, tag in zip(values, texts, tags_of(told), strict=True):
            xml = text
            if isinstance(value, Fragment):
                xml = self._joined(value.told, value.values, meter)
            if isinstance(value, Rich | Fragment):
                self._faulty = tag
            if isinstance(value, Rich):
                xml = self.places.enrich(value, tag)
            elif isinstance(value, Fragment):
                xml = self.places.settle(xml, value.kind, tag)
            found.append(xml)
        self._faulty = None
        return found

    def _broken(self, texts: Iterable[tuple[str, int]], meter: Meter) -> Iterator[str]:
        """The texts, each with its tag, as they stand in XML when not all is printable."""
        length = 0
        for text, tag in texts:
            if not text.isprintable():
                line_break = self.places.line_breaks[tag]
                meter.room_for(length + text.count("\n") * len(line_break))
                text = plain(text).replace("\f", "\f\n").replace("\n", line_break)
                text = text.replace("\t", _TAB).replace("\f", _PAGE)
            length += len(text)
            yield text


def tags_of(told: Sequence[Told]) -> Iterator[int]:
    """The tag of each value."""
    return (tag for _, tags, _ in told for tag in tags)


def _records(values: Iterable[Any]) -> Iterator[Record]:
    for value in values:
        if isinstance(value, Fragment | Table):
            yield from _records(value.values)
            continue
        if isinstance(value, list | tuple):
            value = listed(value)
        text = plain(text_of(value))
        if text and not isinstance(value, Unshown):
            yield Record(value, text, escaped(text))


def _first_fault(work: Callable[[Any], object], values: Sequence[Any]) -> int:
    """The index of the first value that the work refuses."""
    for index, value in enumerate(values):
        try:
            work(value)
        except Exception:
            return index
    return 0
