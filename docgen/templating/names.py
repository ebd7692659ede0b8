"""Templating: which names a template asks for, each with the line that asks."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

Asked = tuple[str, int]
Scope = dict[str, str | None]
"""Local names: the dotted name each stands for, or None where it stands for nothing outside."""


def asked_names(tree: nodes.Template) -> list[Asked]:
    """Every dotted name asked of the context with its line: `for i in meeting.agenda: i.title`
    asks for `meeting.agenda` and `meeting.agenda.title`."""
    return list(_walk(tree, {"loop": None}))


def local_names(tree: nodes.Template) -> set[str]:
    """The names the template gives itself: loop targets and `set`."""
    return {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}


def _walk(node: nodes.Node, scope: Scope) -> Iterator[Asked]:
    if isinstance(node, nodes.For):
        yield from _walk_for(node, scope)
    elif isinstance(node, nodes.Assign):
        yield from _walk(node.node, scope)
        _bind(node.target, _dotted(node.node, scope), scope)
    elif isinstance(node, nodes.AssignBlock):
        yield from _children(node, scope)
        _bind(node.target, None, scope)
    elif isinstance(node, nodes.With):
        yield from _walk_with(node, scope)
    elif (dotted := _dotted(node, scope)) is not None:
        yield dotted, node.lineno
    elif not isinstance(node, nodes.Name):
        yield from _children(node, scope)


def _children(node: nodes.Node, scope: Scope) -> Iterator[Asked]:
    for child in node.iter_child_nodes():
        yield from _walk(child, scope)


def _walk_for(node: nodes.For, scope: Scope) -> Iterator[Asked]:
    yield from _walk(node.iter, scope)
    inner = dict(scope)
    _bind(node.target, _dotted(_source(node.iter), scope), inner)
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


def _source(node: nodes.Node) -> nodes.Node:
    """What is looped over, under filters that keep the rows: `rows | sort`."""
    while isinstance(node, nodes.Filter) and node.node is not None:
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
        return scope[node.name] if node.name in scope else node.name
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
