"""Templating: from the bytes of a template to a `Template` that only has to run.

Each part with tags goes the same way: the tree is scanned for tags (`tags`), structural ones are
lifted (`lift`), blocks put in (`blocks`), nesting checked (`structure`), and what came of it made
a program (`program`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from jinja2 import Template as Program

from docgen.templating.blocks import BlockReader, Blocks
from docgen.templating.environment import Sandbox, new_environment
from docgen.templating.errors import TemplateError, TemplateProblem, in_order
from docgen.templating.filters import Filter
from docgen.templating.lift import Lifter
from docgen.templating.names import asked_names, local_names, with_owners
from docgen.templating.package import Member, content, read_package
from docgen.templating.program import (
    TOO_DEEP,
    ProgramFault,
    Source,
    compiled,
    faults_of_names,
    syntax_tree,
)
from docgen.templating.render import Story, Template
from docgen.templating.structure import Structure
from docgen.templating.tags import Scanner, line_break, marks_in
from docgen.templating.xml import DECLARATION, Element, parse, parse_story, serialised, stray_text

_STORY = re.compile(r"word/(document|header|footer|footnotes|endnotes)(\d*)\.xml")
_STYLES = "word/styles.xml"
_NAMES = {
    "document": "thân văn bản",
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "cước chú",
    "endnotes": "chú thích cuối",
}


def _no_blocks(name: str) -> bytes:
    raise KeyError(name)


@dataclass
class Compilation:
    """What is gathered while one template is compiled."""

    name: str
    blocks: Blocks
    schema: frozenset[str] | None
    environment: Sandbox
    styles: Element | None = None
    problems: list[TemplateProblem] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    variables: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


def compile_template(
    data: bytes,
    *,
    name: str = "mẫu",
    blocks: Blocks = _no_blocks,
    filters: Mapping[str, Filter] | None = None,
    schema: Collection[str] | None = None,
) -> Template:
    """Compile a docx whose text holds docxtpl's tags.

    `name` stands in problems; `blocks` gives the files that `include` names; `filters` are the
    caller's own; with a `schema` (dotted names) every name it lacks is a problem now, not at
    render. Raises `TemplateError` with every problem, each with part, paragraph and snippet.
    """
    members = read_package(data)
    contents = {part: content(member) for part, member in members.items()}
    known = None if schema is None else with_owners(schema)
    work = Compilation(name, blocks, known, new_environment(filters or {}))
    styles = work.styles = parse(contents[_STYLES]) if _STYLES in contents else None
    before = 0 if styles is None else len(styles)
    for part, place in _stories(contents):
        _compile_story(work, part, contents[part], f"{name} · {place}")
    if work.problems:
        raise TemplateError(in_order(work.problems))
    if styles is not None and len(styles) != before:
        members[_STYLES] = Member.of(_STYLES, (DECLARATION + serialised(styles)).encode())
    return _template(work, members)


def _template(work: Compilation, members: Mapping[str, Member]) -> Template:
    made = {story.part for story in work.stories}
    kept = {part: None if part in made else member for part, member in members.items()}
    return Template(
        work.name,
        MappingProxyType(kept),
        tuple(work.stories),
        frozenset(work.variables),
        frozenset(work.names),
    )


def _stories(parts: Collection[str]) -> Iterator[tuple[str, str]]:
    """The parts that may hold tags and what problems call them: the body, then the others."""
    found = sorted(
        (list(_NAMES).index(match[1]), int(match[2] or 0), match[0], match[1])
        for match in map(_STORY.fullmatch, parts)
        if match
    )
    for order, number, part, kind in found:
        several = sum(other[0] == order for other in found) > 1
        yield part, f"{_NAMES[kind]} {number}" if several else _NAMES[kind]


def _compile_story(work: Compilation, part: str, data: bytes, place: str) -> None:
    try:
        root = parse_story(data)
    except TemplateError as error:
        work.problems += [TemplateProblem(p.message, place) for p in error.problems]
        return
    scanner, lifter = Scanner(work.problems), Lifter(work.problems)
    scanner.scan(root, place)
    if not scanner.tags:
        return
    lifter.lift(root, scanner.tags)
    reader = BlockReader(work.blocks, scanner, lifter, styles=work.styles)
    reader.include_all(list(scanner.tags))
    if (stray := stray_text(root)) is not None:
        message = "chữ này đứng ở chỗ Word không hiện ra"
        work.problems.append(TemplateProblem(message, place, None, stray[:60]))
    ordered = [scanner.tags[number] for number in marks_in(root)]
    work.problems += Structure(ordered).problems
    fills = tuple(lifter.settle(root))
    breaks = {id(t): line_break(t, root) for t in ordered if t.opening == "{{"}
    source = Source.of(root, scanner.tags)
    program = _program(work, source, part)
    if program is not None:
        spots = tuple(tag.spot for tag in source.tags)
        line_breaks = tuple(breaks.get(id(tag), "") for tag in source.tags)
        marks = any("<?" in text for text in source.texts)
        work.stories.append(Story(part, program, spots, line_breaks, fills, marks))


def _program(work: Compilation, source: Source, part: str) -> Program | None:
    """The program of a part; None when anything in the template is wrong."""
    tree, problems = syntax_tree(source, work.environment)
    work.problems += problems
    try:
        work.problems += faults_of_names(tree, source, work.environment, work.schema)
        work.variables |= {name for name, _ in asked_names(tree)}
        work.names |= local_names(tree)
        if work.problems:
            return None
        code = compiled(tree, source, work.environment, part)
    except ProgramFault as fault:
        work.problems.append(fault.problem)
        return None
    except RecursionError:
        longest = max(source.tags, key=lambda tag: len(tag.body))
        work.problems.append(longest.problem(TOO_DEEP))
        return None
    return Program.from_code(work.environment, code, {}, None)
