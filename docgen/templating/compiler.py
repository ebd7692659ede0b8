"""Templating: from the bytes of a template to a `Template` that only has to run.

Each part with tags goes the same way: the tree is scanned for tags (`tags`), structural ones are
lifted (`lift`), blocks put in (`blocks`), nesting checked (`structure`), and what came of it made
a program (`program`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from jinja2 import Template as Program

from docgen.templating.additions import Additions
from docgen.templating.attributes import scan_attributes
from docgen.templating.blocks import BlockReader, Blocks
from docgen.templating.budget import MAX_SECONDS, Budget, Clock
from docgen.templating.environment import Sandbox, Told, new_environment
from docgen.templating.errors import TemplateError, TemplateProblem, in_order
from docgen.templating.filters import Filter
from docgen.templating.fragments import kind_of
from docgen.templating.lift import Lifter
from docgen.templating.lists import mark_restarts
from docgen.templating.names import Names, with_owners
from docgen.templating.notes import NOTES, REFERENCES, bring_in, bring_repeated
from docgen.templating.package import Member, content, read_package
from docgen.templating.pages import mark_sections
from docgen.templating.places import places_of
from docgen.templating.program import (
    TOO_DEEP,
    Source,
    compiled,
    faults_of_nodes,
    syntax_tree,
    unknown_names,
)
from docgen.templating.proof import prove_places
from docgen.templating.render import Story, Template
from docgen.templating.safety import refuse_hostile, refuse_large
from docgen.templating.stories import StoryPart, deleted_tags, drawn_tags, free_controls, stories
from docgen.templating.structure import Structure
from docgen.templating.tags import IN_ATTRIBUTE, Scanner, Tag, marks_in
from docgen.templating.unique import has_repeated_ids, mark_turns, repeated
from docgen.templating.xml import Element, opening, parse, parse_story, stray_text


def _no_blocks(name: str) -> bytes:
    raise KeyError(name)


@dataclass
class Compilation:
    """What is gathered while one template is compiled."""

    name: str
    blocks: Blocks
    schema: frozenset[str] | None
    environment: Sandbox
    budget: Budget
    additions: Additions
    clock: Clock = field(default_factory=lambda: Clock(MAX_SECONDS))
    problems: list[TemplateProblem] = field(default_factory=list)
    warnings: list[TemplateProblem] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    variables: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    records: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


def compile_template(
    data: bytes,
    *,
    name: str = "mẫu",
    blocks: Blocks = _no_blocks,
    filters: Mapping[str, Filter] | None = None,
    schema: Collection[str] | None = None,
    budget: Budget | None = None,
) -> Template:
    """Compile a docx whose text holds docxtpl's tags.

    `name` stands in problems; `blocks` gives the files that `include` names; `filters` are the
    caller's own; with a `schema` (dotted names) every name it lacks is a problem now, not at
    render; `budget` is what one render may cost. Raises `TemplateError` with every problem, each
    with part, paragraph and snippet.
    """
    members = read_package(data)
    contents = {part: content(member) for part, member in members.items()}
    refuse_hostile(contents)
    known = None if schema is None else with_owners(schema)
    environment = new_environment(filters or {})
    work = Compilation(name, blocks, known, environment, budget or Budget(), Additions(members))
    work.additions.become_document()
    found = list(stories(work.additions))
    refuse_large(contents[story.part] for story in found)
    for story in found:
        _compile_story(work, story, contents[story.part])
        drawn = drawn_tags(work.additions, contents, story.part, f"{name} · {story.place}")
        work.warnings += drawn
    if work.problems:
        raise TemplateError(in_order((*work.problems, *work.warnings)))
    return _template(work, {**members, **work.additions.made()})


def _template(work: Compilation, members: Mapping[str, Member]) -> Template:
    made = {story.part for story in work.stories}
    kept = {part: None if part in made else member for part, member in members.items()}
    return Template(
        work.name,
        MappingProxyType(kept),
        tuple(work.stories),
        frozenset(work.variables),
        frozenset(work.lists),
        frozenset(work.records),
        frozenset(work.names),
        work.budget,
        tuple(work.warnings),
    )


def _compile_story(work: Compilation, story: StoryPart, data: bytes) -> None:
    part, place = story.part, f"{work.name} · {story.place}"
    try:
        root = parse_story(data) if story.is_text else parse(data)
    except TemplateError as error:
        work.problems += [TemplateProblem(p.message, place) for p in error.problems]
        return
    if part == work.additions.main:
        bring_in(root, work.additions)
    work.warnings += deleted_tags(root, place)
    scanner, lifter = Scanner(work.problems), Lifter(work.problems, work.clock)
    (scanner.scan if story.is_text else scanner.scan_properties)(root, place)
    if story.is_text:
        scan_attributes(root, scanner, work.additions, part=part, place=place)
    if not (scanner.tags or scanner.has_escapes):
        return
    if story.is_text:
        lifter.lift(root, scanner.tags)
        reader = BlockReader(work.blocks, scanner, lifter, additions=work.additions, part=part)
        reader.include_all(list(scanner.tags))
        free_controls(root)
    _make_story(work, part, root, scanner=scanner, lifter=lifter, place=place)


def _make_story(
    work: Compilation, part: str, root: Element, *, scanner: Scanner, lifter: Lifter, place: str
) -> None:
    """The story of a tree whose tags are lifted and whose blocks are in."""
    if (stray := stray_text(root)) is not None:
        message = "chữ này đứng ở chỗ Word không hiện ra"
        work.problems.append(TemplateProblem(message, place, None, stray[:60]))
    if part == work.additions.main:
        bring_repeated(root, work.additions, repeated(root, scanner.tags, *REFERENCES))
    work.problems += Structure(_standing(root, scanner), scanner.tags, lifter).problems
    has_lists = mark_restarts(root, scanner.tags, work.additions)
    has_ids, has_links = has_repeated_ids(root, scanner.tags), mark_turns(root, scanner.tags)
    fills = tuple(lifter.settle(root))
    standing = _standing(root, scanner)
    values = [tag for tag in standing if tag.opening == "{{" and tag.filter in ("", *IN_ATTRIBUTE)]
    spaces = dict(zip(map(id, values), places_of(values, root), strict=True))
    if not work.problems:
        work.problems += prove_places(standing, (space.line_break for space in spaces.values()))
    sections = mark_sections(root, standing)
    source = Source.of(root, scanner.tags)
    made = _program(work, source, part)
    if made is not None:
        places = tuple(spaces.get(id(tag)) for tag in source.tags)
        work.stories.append(
            Story(
                part, *made, tuple(tag.spot for tag in source.tags), fills, sections, places,
                kinds=tuple(kind_of(tag.place) for tag in source.tags),
                has_lists=has_lists, has_ids=has_ids, has_links=has_links, opening=opening(root),
                has_notes=next(root.iter(*NOTES), None) is not None,
            )
        )  # fmt: skip


def _standing(root: Element, scanner: Scanner) -> list[Tag]:
    """The tags whose marks stand in the tree, in order."""
    return [scanner.tags[number] for number in marks_in(root)]


def _program(
    work: Compilation, source: Source, part: str
) -> tuple[Program, tuple[Told, ...]] | None:
    """The program of a part and what it tells; None when anything in the template is wrong."""
    tree, every, problems = syntax_tree(source, work.environment)
    work.problems += problems
    try:
        names = Names(tree, source.guessed)
        work.problems += faults_of_nodes(every, source, work.environment)
        if work.schema is not None:
            work.problems += unknown_names(names, source, work.schema)
        work.variables |= {name for name, _ in names.asked}
        work.lists |= names.lists
        work.records |= names.records
        work.names |= names.own
        if work.problems:
            return None
        code, told = compiled(tree, every, source, work.environment, part=part)
    except TemplateError as error:
        work.problems += error.problems
        return None
    except RecursionError:
        longest = max(source.tags, key=lambda tag: len(tag.body))
        work.problems.append(longest.problem(TOO_DEEP))
        return None
    return Program.from_code(work.environment, code, work.environment.globals, None), told
