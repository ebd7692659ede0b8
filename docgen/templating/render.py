"""Templating: a compiled template and a context give a docx. Nothing is kept between two renders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Template as Program
from jinja2.exceptions import TemplateRuntimeError
from markupsafe import Markup, escape

from docgen.templating.environment import RECORDER, explain
from docgen.templating.errors import TemplateError
from docgen.templating.package import Member, write_package
from docgen.templating.proof import Put, prove
from docgen.templating.tags import Tag
from docgen.templating.trace import path_of
from docgen.templating.xml import DECLARATION, legal

KEEP = "<!--keep-->"
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')
_FAULTS = (
    TemplateRuntimeError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError,
    RecursionError,
)  # fmt: skip
"""What an expression of a template may raise; anything else is a fault of the engine itself."""


@dataclass(frozen=True)
class Rendering:
    """A finished docx, and every value that was put into it, part by part, in order."""

    docx: bytes
    puts: tuple[Put, ...]


@dataclass(frozen=True)
class Story:
    """One part that holds tags: its program, its tags, and what must be put right afterwards."""

    part: str
    program: Program
    tags: tuple[Tag, ...]
    keeps: bool
    fills_cells: bool


@dataclass(frozen=True)
class Template:
    """A compiled template. Immutable; many threads may render it at once.

    `variables` are the dotted names it asks for; `name` is what problems call it.
    """

    name: str
    members: tuple[Member, ...]
    stories: tuple[Story, ...]
    variables: frozenset[str]
    names: frozenset[str]

    def render(self, context: Mapping[str, Any]) -> bytes:
        """The docx for a context of plain values. Raises `TemplateError`."""
        return self.run(context).docx

    def run(self, context: Mapping[str, Any]) -> Rendering:
        """The docx with the record of what was put into it, proved by reading the docx back."""
        puts: list[Put] = []
        made = {story.part: self._tell(story, context, puts) for story in self.stories}
        docx = write_package(
            Member.of(m.name, made[m.name]) if m.name in made else m for m in self.members
        )
        prove(docx, puts, made)
        return Rendering(docx, tuple(puts))

    def _tell(self, story: Story, context: Mapping[str, Any], puts: list[Put]) -> bytes:
        recorder = Recorder(story, puts)
        program = story.program
        full = program.new_context({**context, RECORDER: recorder})
        try:
            text = "".join(program.root_render_func(full))
        except _FAULTS as error:
            tag = story.tags[_line_of(error, program) - 2]
            known = self.names | set(_keys(context))
            raise TemplateError((tag.problem(explain(error, known)),)) from error
        return (DECLARATION + mend(text, story)).encode()


class Recorder:
    """Writes the values of one story of one render, and remembers them."""

    def __init__(self, story: Story, puts: list[Put]) -> None:
        self.story = story
        self.puts = puts

    def put(self, value: Any, tag: int) -> Markup:
        """The value as XML text: escaped, a newline as a new paragraph, a tab as Word's tab."""
        if isinstance(value, Markup):
            return value
        if value is None or value == "":
            return Markup("")
        text = legal(str(value)).replace("\r\n", "\n").replace("\r", "\n")
        self.puts.append(Put(self.story.part, text, path_of(value)))
        if "\t" not in text and "\n" not in text:
            return escape(text)
        line_break = Markup(self.story.tags[tag].line_break)
        return line_break.join(_TAB.join(line.split("\t")) for line in text.split("\n"))


def mend(text: str, story: Story) -> str:
    """What only a finished text shows: paragraphs kept with what follows, cells that need a paragraph."""
    if story.keeps:
        text = _keep(text)
    if story.fills_cells:
        text = text.replace("</w:tcPr></w:tc>", "</w:tcPr><w:p/></w:tc>")
        text = text.replace("</w:tbl></w:tc>", "</w:tbl><w:p/></w:tc>")
    return text


def _keep(text: str) -> str:
    """`{%p keep %}`: the paragraph before it stays on the page of what follows (w:keepNext)."""
    while (mark := text.find(KEEP)) >= 0:
        before, after = text[:mark], text[mark + len(KEEP) :]
        start = max(before.rfind("<w:p>"), before.rfind("<w:p "))
        text = (before if start < 0 else before[:start] + _kept(before[start:])) + after
    return text


def _kept(paragraph: str) -> str:
    inside = paragraph.index(">") + 1
    if "<w:keepNext" in paragraph:
        return paragraph
    if not paragraph.startswith("<w:pPr>", inside):
        return f"{paragraph[:inside]}<w:pPr><w:keepNext/></w:pPr>{paragraph[inside:]}"
    inside += len("<w:pPr>")
    if paragraph.startswith("<w:pStyle", inside):
        inside = paragraph.index("/>", inside) + 2
    return f"{paragraph[:inside]}<w:keepNext/>{paragraph[inside:]}"


def _keys(value: Any) -> Iterator[str]:
    """Every name in a context, at any depth: what a wrong name may have meant."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield str(name)
            yield from _keys(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _keys(part)


def _line_of(error: BaseException, program: Program) -> int:
    """The line of the template's source where the error was raised: the innermost frame that is its own."""
    line, trace = 2, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == program.filename:
            line = program.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line
