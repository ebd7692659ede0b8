"""Templating: runs the program of one story and weaves its values into the template's own XML.

A program does not print. For each stretch between two block tags it hands over the values
(`take`), then yields the number of what it told: the texts that stand before them. So every value
has exactly one text before it, and text and values can be dealt with many at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from unicodedata import normalize

from jinja2 import Template as Program

from docgen.templating.budget import Meter
from docgen.templating.environment import Told, tag_number
from docgen.templating.finish import Stretch, cut_at_marks
from docgen.templating.rich import Rich
from docgen.templating.values import Joined, Traced, Unshown, text_of
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


class Weaver:
    """One run of one program. `tellings` are what it tells by number; `line_breaks` gives, by tag,
    what a newline in a value becomes; `enrich` gives the XML of a rich value at a tag."""

    def __init__(
        self, program: Program, tellings: Sequence[Told], line_breaks: Sequence[str],
        enrich: Callable[[Rich, int], str],
    ) -> None:  # fmt: skip
        self.program = program
        self.tellings = tellings
        self.line_breaks = line_breaks
        self.enrich = enrich
        self.is_rich = False
        self._has_marks = any("<?" in line_break for line_break in line_breaks)
        self._told: list[Told] = []
        self._values: list[Any] = []
        self._woven = 0
        self._faulty: int | None = None

    def stretches(self, context: Mapping[str, Any], meter: Meter) -> list[Stretch]:
        """The text of the story with its values, cut at the marks for `finish`."""
        given = ((name, value) for name, value in context.items() if isinstance(name, str))
        named = {n if n.isascii() else normalize("NFC", n): value for n, value in given}
        full = self.program.new_context(named)
        full.take, full.meter = self._values.extend, meter  # type: ignore[attr-defined]
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
        for value in self._values:
            text = plain(text_of(value))
            if text and not isinstance(value, Unshown):
                yield Record(value, text, escaped(text))

    def tag_of(self, error: BaseException) -> int:
        """The tag that raised the error: of a value without text its own; otherwise the one on
        the innermost line that is the program's."""
        if self._faulty is not None:
            return list(self._tags())[self._faulty]
        line, trace = 0, error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self.program.filename:
                line = self.program.get_corresponding_lineno(trace.tb_lineno)
            trace = trace.tb_next
        return tag_number(line)

    def _tags(self) -> Iterator[int]:
        return (tag for _, tags, _ in self._told for tag in tags)

    def _weave(self, told: list[Told], found: list[Stretch], meter: Meter) -> None:
        """Join what was told since the last time with its values."""
        texts = [text for texts, _, _ in told for text in texts]
        self._told += told
        woven = [""] * (2 * len(texts))
        woven[::2] = texts
        woven[1::2] = self._written(told)  # a ValueError, should there be one too few or too many
        text = "".join(woven)
        meter.wrote(text)
        marked = self.is_rich or self._has_marks or any(marked for _, _, marked in told)
        found += cut_at_marks(text) if marked else (text,)

    def _written(self, told: Sequence[Told]) -> list[str]:
        """The new values as they stand in XML: escaped, a newline as the tag's line break, a tab or
        page break as Word's. Most need nothing of it, which is seen for all of them at once."""
        values = self._values[self._woven :]
        try:
            texts = [
                v if type(v) in _TEXTS else str(v) if type(v) is int else self._text_of(v)
                for v in values
            ]
        except Exception:
            self._faulty = self._woven + _first_fault(text_of, values)
            raise
        self._woven += len(values)
        whole = "".join(texts)
        if "&" in whole or "<" in whole or ">" in whole:
            texts = [escaped(text) for text in texts]
        if not whole.isprintable():
            tags = (tag for _, tags, _ in told for tag in tags)
            texts = [self._in_xml(text, tag) for text, tag in zip(texts, tags, strict=True)]
        return self._enriched(values, texts, told) if self.is_rich else texts

    def _text_of(self, value: Any) -> str:
        self.is_rich = self.is_rich or isinstance(value, Rich)
        return text_of(value)

    def _enriched(
        self, values: Sequence[Any], texts: Sequence[str], told: Sequence[Told]
    ) -> list[str]:
        """The values as they stand in XML, the rich ones in their own way."""
        found: list[str] = []
        tags = (tag for _, tags, _ in told for tag in tags)
        for value, text, tag in zip(values, texts, tags, strict=True):
            self._faulty = self._woven - len(values) + len(found)
            found.append(self.enrich(value, tag) if isinstance(value, Rich) else text)
        self._faulty = None
        return found

    def _in_xml(self, text: str, tag: int) -> str:
        if text.isprintable():
            return text
        line_break = self.line_breaks[tag]
        broken = plain(text).replace("\f", "\f\n").replace("\n", line_break)
        return broken.replace("\t", _TAB).replace("\f", _PAGE)


def _first_fault(work: Callable[[Any], object], values: Sequence[Any]) -> int:
    """The index of the first value that the work refuses."""
    for index, value in enumerate(values):
        try:
            work(value)
        except Exception:
            return index
    return 0
