"""Templating: which names a template asks for, each with the line that asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import nodes

from docgen.templating.walk import by_kind, children

Asked = tuple[str, int]
Scope = dict[str, str | None]
"""Local names: the dotted name each stands for, or None where it stands for nothing outside."""

_KEEP_ROWS = frozenset(
    ("sort", "list", "reverse", "unique", "select", "reject", "selectattr", "rejectattr")
)
_ASK_ATTRIBUTE = frozenset(
    ("sort", "unique", "selectattr", "rejectattr", "map", "groupby", "join", "sum", "min", "max")
)
_OF_VALUES = frozenset(("year", "month", "day", "hour", "minute"))
"""What a day or a clock time has without any schema saying so."""


def asked_names(tree: nodes.Template, taken: Iterable[str] = ()) -> list[Asked]:
    """Every dotted name asked of the context with its line: `for i in meeting.agenda: i.title`
    asks for `meeting.agenda` and `meeting.agenda.title`. `taken` are names to leave alone."""
    return list(_walk(tree, dict.fromkeys(taken)))


def list_names(tree: nodes.Template) -> set[str]:
    """The dotted names a template takes for lists: those it loops over, joins, sorts, indexes."""
    found: set[str] = set()
    _note_lists(tree, {}, found)
    return found


def _note_lists(node: nodes.Node, scope: Scope, found: set[str]) -> None:
    if isinstance(node, nodes.For):
        rows = _dotted(_rows(node.iter), scope)
        found |= {rows} if rows else set()
        scope = {**scope, "loop": None}
        _bind(node.target, rows, scope)
    elif isinstance(node, nodes.Assign):
        _bind(node.target, _dotted(node.node, scope), scope)
    elif isinstance(node, nodes.Filter) and node.node is not None:
        rows = _dotted(_rows(node.node), scope)
        found |= {rows} if rows and node.name in _KEEP_ROWS | _ASK_ATTRIBUTE else set()
    elif isinstance(node, nodes.Getitem) and _key(node.arg) == "":
        owner = _dotted(node.node, scope)
        found |= {owner} if owner else set()
    for child in children(node):
        _note_lists(child, scope, found)


def local_names(tree: nodes.Template) -> set[str]:
    """The names the template gives itself: loop targets and `set`."""
    names = by_kind(tree)[nodes.Name]
    return {name.name for name in names if isinstance(name, nodes.Name) and name.ctx == "store"}


def unknown_part(name: str, schema: frozenset[str]) -> tuple[str, set[str]] | None:
    """The shortest beginning of a dotted name that the schema lacks, and what may stand there."""
    known = ""
    for part in name.split("."):
        asked = f"{known}.{part}" if known else part
        if asked not in schema:
            beside = {other for other in schema if other.rpartition(".")[0] == known}
            is_value = bool(known) and not beside
            return None if is_value and part in _OF_VALUES else (asked, beside)
        known = asked
    return None


def with_owners(names: Iterable[str]) -> frozenset[str]:
    """The dotted names and every record they stand in: `a.b.c` brings `a` and `a.b`."""
    every = set(names)
    every |= {name[:i] for name in every for i, letter in enumerate(name) if letter == "."}
    return frozenset(every)


def _walk(node: nodes.Node, scope: Scope) -> Iterator[Asked]:
    if isinstance(node, nodes.For):
        yield from _walk_for(node, scope)
    elif isinstance(node, nodes.Assign):
        yield from _walk(node.node, scope)
        _bind(node.target, _dotted(node.node, scope), scope)
    elif isinstance(node, nodes.With):
        yield from _walk_with(node, scope)
    elif isinstance(node, nodes.Call) and _is_range(node, scope):
        yield from (asked for part in node.args for asked in _walk(part, scope))
    elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
        for part in (node.node.node, *node.args, *node.kwargs):  # a method is no field
            yield from _walk(part, scope)
    else:
        yield from _walk_expression(node, scope)


def _is_range(node: nodes.Call, scope: Scope) -> bool:
    """Whether it is the one function a template has that is nobody's method."""
    called = node.node
    return isinstance(called, nodes.Name) and called.name == "range" and "range" not in scope


def _walk_expression(node: nodes.Node, scope: Scope) -> Iterator[Asked]:
    if (dotted := _dotted(node, scope)) is not None:
        yield dotted, node.lineno
    elif not isinstance(node, nodes.Name):
        yield from _children(node, scope)
        if isinstance(node, nodes.Filter):
            yield from _attribute(node, scope)


def _children(node: nodes.Node, scope: Scope) -> Iterator[Asked]:
    for child in children(node):
        yield from _walk(child, scope)


def _attribute(node: nodes.Filter, scope: Scope) -> Iterator[Asked]:
    """What `rows | sort(attribute="a")` and its like ask of each row."""
    rows = None if node.node is None else _dotted(_rows(node.node), scope)
    given = [pair.value for pair in node.kwargs if pair.key == "attribute"]
    if node.name in ("selectattr", "rejectattr", "groupby"):
        given += node.args[:1]
    for value in given if rows is not None and node.name in _ASK_ATTRIBUTE else ():
        if isinstance(value, nodes.Const) and isinstance(value.value, str):
            yield f"{rows}.{value.value}", node.lineno


def _walk_for(node: nodes.For, scope: Scope) -> Iterator[Asked]:
    yield from _walk(node.iter, scope)
    inner = {**scope, "loop": None}
    _bind(node.target, _dotted(_rows(node.iter), scope), inner)
    for child in (*((node.test,) if node.test else ()), *node.body):
        yield from _walk(child, inner)
    for child in node.else_:
        yield from _walk(child, scope)


def _walk_with(node: nodes.With, scope: Scope) -> Iterator[Asked]:
    inner = dict(scope)
    for target, value in zip(node.targets, node.values, strict=True):
        yield from _walk(value, scope)
        _bind(target, _dotted(value, scope), inner)
    for child in node.body:
        yield from _walk(child, inner)


def _rows(node: nodes.Node) -> nodes.Node:
    """What is looped over, under filters that keep the rows: `rows | sort`."""
    while isinstance(node, nodes.Filter) and node.node is not None and node.name in _KEEP_ROWS:
        node = node.node
    return node


def _bind(target: nodes.Node, dotted: str | None, scope: Scope) -> None:
    if isinstance(target, nodes.Name):
        scope[target.name] = dotted
    for name in target.find_all(nodes.Name):
        scope[name.name] = None


def _dotted(node: nodes.Node, scope: Scope) -> str | None:
    """The dotted name a chain of names stands for; None for anything else and for pure locals."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr | nodes.Getitem):
        owner = _dotted(node.node, scope)
        key = node.attr if isinstance(node, nodes.Getattr) else _key(node.arg)
        if owner is None or key is None:
            return None
        return owner if key == "" else f"{owner}.{key}"
    return None


def _key(node: nodes.Node) -> str | None:
    """The name in brackets; empty for an index, which stays at the list."""
    if not isinstance(node, nodes.Const):
        return None
    return node.value if isinstance(node.value, str) else ""
