"""Templating: from a marked tree to a compiled Jinja program, with every fault of its tags.

Jinja never reads the template's own XML: stand-ins (`§17§`) take its place until the syntax tree is
made, so that nothing outside the tags can be taken for code. Each tag has one newline: the line
number of anything in the syntax tree is the number of its tag. Of a tag that only prints a field,
as most do, Jinja sees no more than the newline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import CodeType

from jinja2 import TemplateSyntaxError, nodes
from jinja2.parser import Parser
from jinja2.visitor import NodeTransformer

from docgen.templating.environment import Sandbox, Told, tag_number
from docgen.templating.errors import TemplateError, TemplateProblem, near
from docgen.templating.filters import JOIN, MADE, TURNS
from docgen.templating.names import Names, unknown_part
from docgen.templating.tags import IN_ATTRIBUTE, IN_START_TAG, MARKS, Tag
from docgen.templating.walk import ByKind, by_kind
from docgen.templating.xml import Element, serialised

_MARK = re.compile(r"<\?tag (\d+)\?>")
_IN_TABLE = re.compile(rf"<\?({'|'.join(MARKS)}) (\d+)\?>")
_AT_START = re.compile(rf"(<[^<>?]*>)((?:<\?(?:{'|'.join(IN_START_TAG)}) \d+\?>)+)")
_AT = re.compile(r"<\?(\w+) (\d+)\?>")
_STAND_IN = re.compile("§(\\d+)§")
_FIELD = re.compile(
    r"\{\{\n\s*(?!(?:[Tt]rue|[Ff]alse|[Nn]one|not)\b)([^\W\d]\w*(?:\.[^\W\d]\w*)*)\s*\}\}"
)
"""A tag that prints a field, `{{ member.name }}`; a few words are no names."""
_UNPARSED = (TemplateSyntaxError, RecursionError, ValueError, OverflowError, SyntaxError)
"""What Jinja and Python raise for expressions they cannot read."""
_END_OF_TAG = {"end of print statement", "end of statement block", "end of template"}
_CLOSERS = re.compile(r"\{% end\w+ %\}")
"""What was put beside a tag for blocks never closed."""
_PRIVATE = re.compile(r"__[a-z]\w*__")
_HARMLESS = {
    "if": "if x", "elif": "elif x", "for": "for x in ()", "with": "with", "set": "set x",
    "macro": "macro x()", "call": "call x()", "filter": "filter string",
}  # fmt: skip
"""What stands for the opening of a block that cannot be read."""
_GROWING = (nodes.Concat, nodes.Slice, nodes.List, nodes.Tuple, nodes.Dict)
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
        xml = _IN_TABLE.sub(_around, serialised(root))
        if any(tag.filter in IN_ATTRIBUTE for tag in tags):
            xml = _AT_START.sub(_within, xml)
        first, *rest = _MARK.split(xml)
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
            pieces += ("\n" if _FIELD.fullmatch(tag.code) else tag.code, f"§{number}§")
        return "".join(pieces)

    def with_fields(self, data: nodes.Expr, every: ByKind) -> Iterator[nodes.Expr]:
        """What an output prints: where a newline stands in its text, the field of that line."""
        if not isinstance(data, nodes.TemplateData):
            yield data
            return
        for line, text in enumerate(data.data.split("\n"), data.lineno):
            if line > data.lineno:
                yield self._field(line, every)
            yield nodes.TemplateData(text, lineno=line)

    def _field(self, line: int, every: ByKind) -> nodes.Expr:
        match = _FIELD.fullmatch(self.tag_at(line).code)
        assert match  # nothing else is a newline alone
        name, *attributes = match[1].split(".")
        field: nodes.Expr = nodes.Name(name, "load", lineno=line)
        every[nodes.Name].append(field)
        for attribute in attributes:
            field = nodes.Getattr(field, attribute, "load", lineno=line)
            every[nodes.Getattr].append(field)
        return field

    def text_of(self, data: nodes.TemplateData) -> str:
        """The XML that a stretch of the code stands in for."""
        return "".join(self.texts[int(number)] for number in _STAND_IN.findall(data.data))

    def tag_at(self, line: int) -> Tag:
        """The tag that a line of the code belongs to."""
        return self.tags[min(tag_number(line), len(self.tags) - 1)]


def _around(mark: re.Match[str]) -> str:
    """The plain mark of a tag, between what is written around its output."""
    before, behind = MARKS[mark[1]]
    return f"{before}<?tag {mark[2]}?>{behind}"


def _within(start: re.Match[str]) -> str:
    """The start tag of an element with the plain marks of tags as values of its attributes."""
    tag = start[1]
    for target, number in _AT.findall(start[2]):
        value = re.compile(rf'( {IN_START_TAG[target].name}=")[^"]*')
        tag = value.sub(rf"\g<1><?tag {number}?>", tag, count=1)
    return tag


def syntax_tree(
    source: Source, environment: Sandbox
) -> tuple[nodes.Template, ByKind, list[TemplateProblem]]:
    """The syntax tree, its nodes, a problem for each tag that had to be left out of it."""
    nothing = nodes.Template([], lineno=1)
    try:
        return *_parsed(source, environment), []
    except _UNPARSED as error:
        problems = [p for tag in source.tags for p in _faults(tag, source, environment)]
        if not problems:
            problems = [source.tag_at(getattr(error, "lineno", 0)).problem(_explain(error))]
            return nothing, by_kind(nothing), problems
    try:
        return *_parsed(source, environment), problems
    except _UNPARSED:
        return nothing, by_kind(nothing), problems


def _parsed(source: Source, environment: Sandbox) -> tuple[nodes.Template, ByKind]:
    tree = nodes.Template(Parser(environment, source.code).subparse(), lineno=1)
    every = by_kind(tree)
    for output in every[nodes.Output]:
        output.nodes = [part for node in output.nodes for part in source.with_fields(node, every)]
    return tree, every


def faults_of_nodes(
    every: ByKind, source: Source, environment: Sandbox
) -> Iterator[TemplateProblem]:
    """Filters and tests there are not, what the sandbox would refuse."""
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


def unknown_names(
    names: Names, source: Source, schema: frozenset[str]
) -> Iterator[TemplateProblem]:
    """Names that the schema lacks."""
    for name, line in names.asked:
        if (found := unknown_part(name, schema)) is not None:
            unknown, beside = found
            hint = near(unknown, beside if "." in unknown else beside | names.own)
            yield source.tag_at(line).problem(f"không có biến «{unknown}»{hint}")


def compiled(
    tree: nodes.Template, every: ByKind, source: Source, environment: Sandbox, *, part: str
) -> tuple[CodeType, tuple[Told, ...]]:
    """The program, and what it tells by number. Raises `TemplateError`."""
    try:
        told = _expand(tree, every, source)
        return environment.compile(tree, part, part), told
    except (*_UNPARSED, MemoryError) as error:
        message = _explain(error)
        problem = source.tag_at(getattr(error, "lineno", 0)).problem(message)
        raise TemplateError((problem,)) from error


def _faults(tag: Tag, source: Source, environment: Sandbox) -> Iterator[TemplateProblem]:
    """What is wrong with one tag by itself; it says nothing from then on."""
    word = tag.keyword
    code, closed = tag.code, ""
    if word == "elif":
        code = "{% if x %}" + code
    if word == "elif" or tag.opens:
        closed = "{% endif %}" if word == "elif" else f"{{% end{word} %}}"
    elif tag.opening == "{%" and word != "set":
        return
    try:
        environment.parse(_CLOSERS.sub("", code) + closed)
    except _UNPARSED as error:
        yield tag.problem(_explain(error))
        source.guessed |= set(re.findall(r"\w+", tag.body))
        opens = word == "elif" or tag.opens
        tag.blank(f"{{%\n{_HARMLESS[word]} %}}" if opens else "{#\n#}")


def _expand(tree: nodes.Template, every: ByKind, source: Source) -> tuple[Told, ...]:
    """Leave the values alone in each output, behind the number of what is told of it; loops and
    what grows are counted; `~` remembers what it joins."""
    told: list[Told] = []
    for output in every[nodes.Output]:
        texts, tags, values = [""], [], []
        for node in output.nodes:
            if isinstance(node, nodes.TemplateData):
                texts[-1] += source.text_of(node)
                continue
            filter_ = source.tag_at(node.lineno).filter
            tags.append(tag_number(node.lineno))
            values.append(_through(filter_, node) if filter_ else node)
            texts.append("")
        owners, fields = zip(*map(_parted, values), strict=True) if values else ((), ())
        facts = nodes.Const((len(told), fields), lineno=output.lineno)
        output.nodes = [facts, *owners] if any(texts) or values else []
        marked = any("<?" in text for text in texts)
        told.append((tuple(texts), (*tags, tags[-1] if tags else 0), marked))
    for loop in every[nodes.For]:
        loop.iter = _through(TURNS, loop.iter)
    is_sought = any(name.name == "loop" and name.ctx != "load" for name in every[nodes.Name])
    for node in (tree, *(() if is_sought else every[nodes.For])):
        vars(node)["find_all"] = lambda kind: iter(())  # Jinja seeks blocks, imports, `set loop`
    if any(every[kind] for kind in _GROWING):
        _Growing().visit(tree)
    alone: list[Told] = [(("", ""), (tag, tag), False) for tag in range(len(source.tags))]
    return (*told, *reversed(alone))  # where `environment.alone` looks for them


def _parted(value: nodes.Expr) -> tuple[nodes.Expr, tuple[str, ...]]:
    """`a.b.c` as `a` and the names of the fields: fewer nodes to go through."""
    fields: list[str] = []
    while isinstance(value, nodes.Getattr):
        fields.insert(0, value.attr)
        value = value.node
    return value, tuple(fields)


class _Growing(NodeTransformer):
    """What could grow goes through filters of ours: `a ~ b`, `a[1:]`, `[a, b]`, `{"a": b}`."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:
        self.generic_visit(node)
        return _through(JOIN, nodes.List(node.nodes, lineno=node.lineno))

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Expr:
        self.generic_visit(node)
        return _through(MADE, node) if isinstance(node.arg, nodes.Slice) else node

    def visit_List(self, node: nodes.List | nodes.Tuple) -> nodes.Expr:
        self.generic_visit(node)
        is_target = isinstance(node, nodes.Tuple) and node.ctx == "store"
        is_fixed = all(isinstance(item, nodes.Const) for item in node.items)
        return node if is_target or is_fixed else _through(MADE, node)

    visit_Tuple = visit_List

    def visit_Dict(self, node: nodes.Dict) -> nodes.Expr:
        self.generic_visit(node)
        return _through(MADE, node)


def _through(filter_: str, value: nodes.Expr) -> nodes.Filter:
    """The value through one of our filters."""
    return nodes.Filter(value, filter_, [], [], None, None, lineno=value.lineno)


def _explain(error: BaseException) -> str:
    """A syntax fault in Vietnamese; Jinja names what it met last, in quotes."""
    if not isinstance(error, TemplateSyntaxError):
        return TOO_DEEP
    quoted = (error.message or "").split("'")
    if len(quoted) < 3:
        return f"sai cú pháp ({error.message})"
    met = quoted[-2]
    return "biểu thức chưa viết hết" if met in _END_OF_TAG else f"sai cú pháp gần «{met}»"
