"""Templating: a compiled template and a context give a docx. Nothing is kept between renders."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Template as Program
from jinja2.exceptions import TemplateRuntimeError

from docgen.templating.environment import explain, tag_number
from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.finish import finished
from docgen.templating.package import Member, write_package
from docgen.templating.proof import Put, Record, prove
from docgen.templating.tags import Spot
from docgen.templating.values import Traced, origins_of, text_of
from docgen.templating.xml import DECLARATION, escaped, plain

_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_FAULTS = (
    TemplateRuntimeError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError,
    RecursionError,
)  # fmt: skip
"""What an expression of a template may raise; anything else is a fault of the engine itself."""


@dataclass(frozen=True)
class Rendering:
    """A finished docx, and the records of what was put into it."""

    docx: bytes
    records: Mapping[str, Sequence[Record]]

    @cached_property
    def puts(self) -> tuple[Put, ...]:
        """Every value that was put out, part by part, in order."""
        return tuple(
            Put(part, plain(text), path)
            for part, records in self.records.items()
            for value, whole, _ in records
            for text, path in origins_of(value, whole)
        )


@dataclass(frozen=True)
class Story:
    """One part that holds tags: its program, and for each tag its place and its line break.

    `fills` are the paragraphs for cells left empty; without `marks` the text is finished as it is.
    """

    part: str
    program: Program
    spots: tuple[Spot, ...]
    line_breaks: tuple[str, ...]
    fills: tuple[str, ...]
    marks: bool


@dataclass(frozen=True)
class Template:
    """A compiled template. Immutable; many threads may render it at once.

    `variables` are the dotted names it asks for; `name` is what problems call it.
    """

    name: str
    members: Mapping[str, Member | None]
    stories: tuple[Story, ...]
    variables: frozenset[str]
    names: frozenset[str]

    def render(self, context: Mapping[str, Any]) -> bytes:
        """The docx for a context of plain values. Raises `TemplateError`."""
        return self.run(context).docx

    def run(self, context: Mapping[str, Any]) -> Rendering:
        """The docx with the record of what was put into it, proved by reading the docx back."""
        records: dict[str, list[Record]] = {}
        problems: list[TemplateProblem] = []
        made: dict[str, Member] = {}
        for story in self.stories:
            recorder = Recorder(story)
            try:
                made[story.part] = Member.of(story.part, recorder.tell(context))
            except _FAULTS as error:
                message = explain(error, lambda: {*self.names, *_keys(context)})
                problems.append(recorder.spot_of(error).problem(message))
            records[story.part] = recorder.records
        if problems:
            raise TemplateError(problems)
        docx = write_package(kept or made[name] for name, kept in self.members.items())
        prove(docx, records, self.members)
        return Rendering(docx, records)


class Recorder:
    """Writes the values of one story of one render, and remembers them."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.records: list[Record] = []

    def tell(self, context: Mapping[str, Any]) -> bytes:
        """The finished XML of the part."""
        program = self.story.program
        named = {name: value for name, value in context.items() if isinstance(name, str)}
        full = program.new_context(named)
        full.put = putter(self.records, self.story.line_breaks)  # type: ignore[attr-defined]
        text = "".join(program.root_render_func(full))
        if self.story.marks:
            text = finished(text, self.story.fills)
        return (DECLARATION + text).encode()

    def spot_of(self, error: BaseException) -> Spot:
        """Where in the template the error was raised: the innermost frame that is its program's."""
        program, line, trace = self.story.program, 0, error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == program.filename:
                line = program.get_corresponding_lineno(trace.tb_lineno)
            trace = trace.tb_next
        return self.story.spots[tag_number(line)]


def putter(records: list[Record], line_breaks: Sequence[str]) -> Callable[[Any, int], str]:
    """What every output of a program goes through: it records a value and gives its XML.

    Escaped, a newline as the tag's line break, a tab as Word's tab. The bulk of a render's time is
    spent here: hence the closure, and the short way for what is plain text already.
    """
    record = records.append

    def put(value: Any, tag: int) -> str:
        text = value if type(value) is str or type(value) is Traced else text_of(value)
        if text.isprintable():
            written = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            if written:
                record((value, text, written))
            return written
        text = plain(text)
        written = escaped(text)
        record((value, text, written))
        return written.replace("\n", line_breaks[tag]).replace("\t", _TAB)

    return put


def _keys(value: Any) -> Iterator[str]:
    """Every name in a context, at any depth: what a wrong name may have meant."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield str(name)
            yield from _keys(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _keys(part)
