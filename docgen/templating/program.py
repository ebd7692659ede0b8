"""Templating: from a marked tree to a compiled Jinja program, with every fault of its tags.

Jinja never reads the template's own XML: stand-ins (`§17§`) take its place until the syntax tree is
made, so that nothing outside the tags can be taken for code. Each tag has one newline: the line
number of anything in the syntax tree is the number of its tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

from docgen.templating.captures import TOO_MUCH, without_captures
from docgen.templating.environment import Sandbox, tag_number
from docgen.templating.errors import TemplateProblem, near
from docgen.templating.filters import JOIN, TURNS
from docgen.templating.names import asked_names, local_names, unknown_part
from docgen.templating.structure import OPENS, is_assignment
from docgen.templating.tags import MARKS, Tag
from docgen.templating.walk import by_kind
from docgen.templating.xml import Element, serialised

_MARK = re.compile(r"<\?tag (\d+)\?>")
_IN_ATTRIBUTE = re.compile(rf"<\?({'|'.join(MARKS)}) (\d+)\?>")
_STAND_IN = re.compile("§(\\d+)§")
_UNPARSED = (TemplateSyntaxError, RecursionError, ValueError, OverflowError, SyntaxError)
"""What Jinja and Python raise for expressions they cannot read."""
_END_OF_TAG = {"end of print statement", "end of statement block", "end of template"}
_PRIVATE = re.compile(r"__[a-z]\w*__")
TOO_DEEP = "lồng quá sâu hoặc quá dài, không dịch được"


@dataclass
class Source:
    """One part cut at its tags: the XML between them and the tags, in the order of the document."""

    texts: list[str]
    tags: list[Tag]
    guessed: set[str] = field(default_factory=set)
    """Names that a faulty tag would have given."""

    @classmethod
    def of(cls, root: Element, tags: list[Tag]) -> Source:
        """The part's XML, its marks read; `keep` becomes a mark that the finished text keeps."""
        first, *rest = _MARK.split(_IN_ATTRIBUTE.sub(_around, serialised(root)))
        texts, order = [first], []
        for number, text in zip(rest[::2], rest[1::2], strict=True):
            tag = tags[int(number)]
            order.append(tag)
            texts.append(f"<?keep 0?>{text}" if tag.keyword == "keep" else text)
            if tag.keyword == "keep":
                tag.blank()
        return cls(texts, order)

    @property
    def code(self) -> str:
        """What Jinja reads."""
        pieces = ["§0§"]
        for number, tag in enumerate(self.tags, 1):
            pieces += (tag.code, f"§{number}§")
        return "".join(pieces)

    def tag_at(self, line: int) -> Tag:
        """The tag that a line of the code belongs to."""
        return self.tags[min(tag_number(line), len(self.tags) - 1)]


def _around(mark: re.Match[str]) -> str:
    """The plain mark of a tag, between what is written around its output."""
    before, behind = MARKS[mark[1]]
    return f"{before}<?tag {mark[2]}?>{behind}"


Tree = nodes.Template


def syntax_tree(source: Source, environment: Sandbox) -> tuple[Tree, list[TemplateProblem]]:
    """The syntax tree, and a problem for each tag that had to be left out of it."""
    try:
        return _parsed(source, environment)
    except _UNPARSED as error:
        problems = [p for tag in source.tags for p in _faults(tag, source, environment)]
        if not problems:
            problems = [source.tag_at(getattr(error, "lineno", 0)).problem(_explain(error))]
            return nodes.Template([], lineno=1), problems
    try:
        tree, more = _parsed(source, environment)
    except _UNPARSED:
        return nodes.Template([], lineno=1), problems
    return tree, [*problems, *more]


def _parsed(source: Source, environment: Sandbox) -> tuple[Tree, list[TemplateProblem]]:
    tree = environment.parse(source.code)
    captures = any(tag.keyword == "endset" for tag in source.tags)
    refused = without_captures(tree, source.texts) if captures else []
    return tree, [source.tag_at(line).problem(TOO_MUCH) for line in refused]


def faults_of_names(
    tree: nodes.Template, source: Source, environment: Sandbox, schema: frozenset[str] | None
) -> Iterator[TemplateProblem]:
    """Names the schema lacks, filters and tests there are not, what the sandbox would refuse."""
    every: Mapping[type[nodes.Node], list[Any]] = by_kind(tree)
    used = [(node, "bộ lọc", environment.filters) for node in every[nodes.Filter]]
    tests = [(node, "phép thử", environment.tests) for node in every[nodes.Test]]
    for node, what, known in (*used, *tests):
        if node.name not in known:
            written = (name for name in known if not name.startswith(" "))
            message = f"không có {what} «{node.name}»{near(node.name, written)}"
            yield source.tag_at(node.lineno).problem(message)
    attributes = [(node, node.attr) for node in every[nodes.Getattr]]
    constants = [(node, node.value) for node in every[nodes.Const]]
    for place, name in (*attributes, *constants):
        if isinstance(name, str) and _PRIVATE.fullmatch(name):
            message = f"không được dùng «{name}» trong mẫu"
            yield source.tag_at(place.lineno).problem(message)
    for loop in every[nodes.For]:
        if loop.recursive:
            message = "vòng lặp «recursive» không dùng được trong mẫu"
            yield source.tag_at(loop.lineno).problem(message)
    if schema is not None:
        yield from _unknown_names(tree, source, schema)


def compiled(tree: nodes.Template, source: Source, environment: Sandbox, part: str) -> CodeType:
    """The program: prints the part, every value through the recorder. May raise `ProgramFault`."""
    try:
        _expand(tree, source)
        return environment.compile(tree, part, part)
    except (*_UNPARSED, MemoryError) as error:
        message = _explain(error)
        raise ProgramFault(source.tag_at(getattr(error, "lineno", 0)).problem(message)) from error


class ProgramFault(Exception):
    """A syntax tree that cannot be made into a program."""

    def __init__(self, problem: TemplateProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def _unknown_names(
    tree: nodes.Template, source: Source, schema: frozenset[str]
) -> Iterator[TemplateProblem]:
    for name, line in asked_names(tree, source.guessed):
        if (found := unknown_part(name, schema)) is not None:
            unknown, beside = found
            at_top = "." not in unknown
            hint = near(unknown, beside | local_names(tree) if at_top else beside)
            yield source.tag_at(line).problem(f"không có biến «{unknown}»{hint}")


def _faults(tag: Tag, source: Source, environment: Sandbox) -> Iterator[TemplateProblem]:
    """What is wrong with one tag by itself; it says nothing from then on."""
    word = tag.keyword
    code, closed = tag.code, ""
    if word == "elif":
        code = "{% if x %}" + code
    if word in (*OPENS, "elif") and not is_assignment(tag):
        closed = "{% endif %}" if word == "elif" else f"{{% end{word} %}}"
    elif tag.opening == "{%" and word != "set":
        return
    try:
        environment.parse(_without_closers(code) + closed)
    except _UNPARSED as error:
        yield tag.problem(_explain(error))
        source.guessed |= set(re.findall(r"\w+", tag.body))
        harmless = {"if": "if x", "elif": "elif x", "for": "for x in ()", "with": "with"}
        if word == "set" and not is_assignment(tag):
            harmless["set"] = "set x"
        tag.blank(f"{{%\n{harmless[word]} %}}" if word in harmless else "{#\n#}")


def _without_closers(code: str) -> str:
    """The tag's own code, without the ends that were put beside it for blocks never closed."""
    return re.sub(r"\{% end\w+ %\}", "", code)


def _expand(tree: nodes.Template, source: Source) -> None:
    """Put the XML in the place of its stand-ins; loops count; `~` remembers what it joins."""
    every: Mapping[type[nodes.Node], list[Any]] = by_kind(tree)
    for output in every[nodes.Output]:
        output.nodes = [
            _static(part, source)
            if isinstance(part, nodes.TemplateData)
            else _filtered(part, source.tag_at(part.lineno))
            for part in output.nodes
        ]
    for loop in every[nodes.For]:
        loop.iter = nodes.Filter(loop.iter, TURNS, [], [], None, None, lineno=loop.lineno)
    if every[nodes.Concat]:
        _Concats().visit(tree)


class _Concats(NodeTransformer):
    """`a ~ b` becomes a filter of ours, which remembers the fields of both."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:
        self.generic_visit(node)
        texts = nodes.List(node.nodes, lineno=node.lineno)
        return nodes.Filter(texts, JOIN, [], [], None, None, lineno=node.lineno)


def _filtered(value: nodes.Expr, tag: Tag) -> nodes.Expr:
    """The value through the filter that belongs to its tag."""
    if not tag.filter:
        return value
    return nodes.Filter(value, tag.filter, [], [], None, None, lineno=value.lineno)


def _static(data: nodes.TemplateData, source: Source) -> nodes.TemplateData:
    text = _STAND_IN.sub(lambda match: source.texts[int(match[1])], data.data)
    return nodes.TemplateData(text, lineno=data.lineno)


def _explain(error: BaseException) -> str:
    """A syntax fault in Vietnamese; Jinja names what it met last, in quotes."""
    if not isinstance(error, TemplateSyntaxError):
        return TOO_DEEP
    quoted = (error.message or "").split("'")
    if len(quoted) < 3:
        return f"sai cú pháp ({error.message})"
    met = quoted[-2]
    return "biểu thức chưa viết hết" if met in _END_OF_TAG else f"sai cú pháp gần «{met}»"
