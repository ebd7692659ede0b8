"""Templating: from the bytes of a template to a `Template` that only has to run.

Every part with tags becomes one Jinja source: the XML cut at its tags, each tag on a line of its
own, so that a line number leads back to the tag, its paragraph and its words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from jinja2 import Template as Program
from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from docgen.templating.blocks import BlockReader, Blocks, include_name
from docgen.templating.environment import (
    Filter,
    Sandbox,
    explain_syntax,
    near,
    new_environment,
    record_outputs,
    unknown_filters,
)
from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.names import asked_names, local_names
from docgen.templating.package import Member, content, read_package
from docgen.templating.render import KEEP, Story, Template
from docgen.templating.structure import OPENS, check_structure
from docgen.templating.tags import CLOSE, OPEN, Element, Scanner, Tag
from docgen.templating.xml import DECLARATION, parse

_STORY = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
_STYLES = "word/styles.xml"
_NAMES = {"document": "thân văn bản", "header": "đầu trang", "footer": "chân trang"}


def _no_blocks(name: str) -> bytes:
    raise KeyError(name)


@dataclass
class Compilation:
    """What is gathered while one template is compiled."""

    name: str
    blocks: Blocks
    schema: Collection[str] | None
    environment: Sandbox
    problems: list[TemplateProblem] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    variables: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    styles: Element | None = None


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
    work = Compilation(name, blocks, schema, new_environment(filters or {}))
    if _STYLES in members:
        work.styles = parse(content(members[_STYLES]))
    known_styles = len(work.styles) if work.styles is not None else 0
    for part, member in members.items():
        if _STORY.fullmatch(part):
            _compile_story(work, part, content(member))
    if work.problems:
        raise TemplateError(work.problems)
    if work.styles is not None and len(work.styles) != known_styles:
        members[_STYLES] = Member.of(_STYLES, _serialised(work.styles))
    kept = tuple(_settled(member) for member in members.values())
    return Template(
        name, kept, tuple(work.stories), frozenset(work.variables), frozenset(work.names)
    )


def _settled(member: Member) -> Member:
    """A member as every render will copy it: read once in full, so that a damaged one is refused now."""
    content(member)
    return member


def _serialised(root: Element) -> bytes:
    return (DECLARATION + etree.tostring(root, encoding="unicode")).encode()


def _compile_story(work: Compilation, part: str, data: bytes) -> None:
    root = parse(data)
    tags: list[Tag] = []
    scanner = Scanner(tags, work.problems)
    scanner.scan(root, f"{work.name} · {_part_name(part)}")
    if not tags:
        return
    text = _with_blocks(root, scanner, BlockReader(work.blocks, scanner, work.styles))
    ordered = [tags[int(index)] for index in _MARK.findall(text)]
    work.problems += check_structure(ordered)
    source = _source(text, tags)
    if (tree := _parsed(work, source, ordered)) is None:
        return
    _check_names(work, tree, ordered)
    if work.problems:
        return
    record_outputs(tree, lambda line: line - 2)
    code = work.environment.compile(tree, part, part)
    program = Program.from_code(work.environment, code, {}, None)
    keeps = any(tag.keyword == "keep" for tag in ordered)
    slim = tuple(replace(tag, container=_NOWHERE) for tag in ordered)
    work.stories.append(Story(part, program, slim, keeps, _may_empty_cells(ordered)))


_NOWHERE = etree.Element("nowhere")
"""Stands for the container of a compiled tag, so that the template's tree can be forgotten."""


def _part_name(part: str) -> str:
    stem = part.removeprefix("word/").removesuffix(".xml")
    return _NAMES[stem.rstrip("0123456789")]


def _with_blocks(root: Element, scanner: Scanner, reader: BlockReader) -> str:
    """The part's XML with its marks, every included block in its place."""
    text = etree.tostring(root, encoding="unicode")
    namespaces = {prefix: uri for prefix, uri in root.nsmap.items() if prefix}
    depth = 0
    while True:
        includes = [i for i in map(int, _MARK.findall(text)) if include_name(scanner.tags[i])]
        if not includes:
            return text.replace("\n", "&#10;").replace("\r", "&#13;")
        depth += 1
        for index in includes:
            tag = scanner.tags[index]
            block = reader.text(tag) if depth <= 5 else _too_deep(scanner, tag)
            text = text.replace(f"{OPEN}{index}{CLOSE}", _bare(block, namespaces))


def _too_deep(scanner: Scanner, tag: Tag) -> str:
    scanner.problems.append(tag.problem("các khối dùng chung gọi nhau quá sâu hoặc thành vòng"))
    return ""


def _bare(block: str, namespaces: Mapping[str, str]) -> str:
    """The block without the namespace declarations that its new root makes already."""

    def keep(match: re.Match[str]) -> str:
        return "" if namespaces.get(match[1]) == match[2] else match[0]

    return re.sub(r' xmlns:(\w+)="([^"]*)"', keep, block)


def _source(text: str, tags: list[Tag]) -> str:
    return _MARK.sub(lambda match: _tag_source(tags[int(match[1])]), text)


def _tag_source(tag: Tag) -> str:
    """The tag as Jinja reads it, with exactly one newline: the line number is the tag's number."""
    return f"{{#\n#}}{KEEP}" if tag.keyword == "keep" else tag.source


def _parsed(work: Compilation, source: str, tags: list[Tag]) -> nodes.Template | None:
    """The syntax tree; None, with a problem for every faulty tag, when there is no tree to be had."""
    try:
        return work.environment.parse(source)
    except TemplateSyntaxError as error:
        alone = [problem for tag in tags for problem in _syntax_of(work.environment, tag)]
        if not alone and not work.problems:
            tag = tags[min(max(error.lineno - 2, 0), len(tags) - 1)]
            alone = [tag.problem(explain_syntax(error))]
        work.problems += alone
        return None


def _syntax_of(environment: Sandbox, tag: Tag) -> Iterator[TemplateProblem]:
    """What is wrong with one tag by itself; its block is closed for it."""
    word = "if" if tag.keyword == "elif" else tag.keyword
    if tag.opening == "{%" and word not in OPENS:
        return
    source = tag.source
    if tag.opening == "{%":
        body = tag.body.strip().removeprefix(tag.keyword)
        closed = word == "set" and "=" in body
        source = f"{{% {word}{body} %}}" + ("" if closed else f"{{% end{word} %}}")
    try:
        environment.parse(source)
    except TemplateSyntaxError as error:
        yield tag.problem(explain_syntax(error))


def _check_names(work: Compilation, tree: nodes.Template, tags: list[Tag]) -> None:
    asked = asked_names(tree)
    known = set(work.schema) if work.schema is not None else None
    work.variables |= {name for name, _ in asked}
    work.names |= local_names(tree)
    for filter_name, line in unknown_filters(tree, work.environment.filters):
        hint = near(filter_name, work.environment.filters)
        work.problems.append(tags[line - 2].problem(f"không có bộ lọc «{filter_name}»{hint}"))
    if known is None:
        return
    full = known | {name[:i] for name in known for i, c in enumerate(name) if c == "."}
    for name, line in asked:
        if name not in full:
            hint = near(name, full)
            work.problems.append(tags[line - 2].problem(f"không có biến «{name}»{hint}"))


def _may_empty_cells(tags: Iterable[Tag]) -> bool:
    """Whether a lifted paragraph may have left a table cell without one."""
    return any(tag.lifts == "p" and tag.container.tag.endswith("}tc") for tag in tags)
