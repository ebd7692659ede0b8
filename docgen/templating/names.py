"""Templating: which names a template asks for, and which of them are lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import nodes

from docgen.templating.calls import FUNCTIONS
from docgen.templating.walk import children

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


class Names:
    """What a syntax tree asks of the context: `for i in meeting.agenda: i.title` asks for
    `meeting.agenda` and `meeting.agenda.title`.

    `asked` are the dotted names, each with its line; `lists` those it loops over, joins, sorts,
    indexes; `own` the names it gives itself. `taken` are names to leave alone.
    """

    def __init__(self, tree: nodes.Template, taken: Iterable[str] = ()) -> None:
        self.asked: list[Asked] = []
        self.lists: set[str] = set()
        self.own: set[str] = set()
        self._ways: dict[type[nodes.Node], Callable[[Any, Scope], None]] = {
            **dict.fromkeys((nodes.Name, nodes.Getattr, nodes.Getitem), self._chain),
            nodes.For: self._for,
            nodes.Assign: self._assign,
            nodes.AssignBlock: self._capture,
            nodes.With: self._with,
            nodes.Call: self._call,
            nodes.Macro: self._macro,
        }
        self._walk(tree, dict.fromkeys(taken))

    def _walk(self, node: nodes.Node, scope: Scope) -> None:
        walk = self._ways.get(type(node))
        if walk is not None:
            walk(node, scope)
            return
        self._each(children(node), scope)
        if isinstance(node, nodes.Filter) and node.node is not None:
            self._filter(node, node.node, scope)

    def _each(self, found: Iterable[nodes.Node], scope: Scope) -> None:
        for node in found:
            self._walk(node, scope)

    def _chain(self, node: nodes.Expr, scope: Scope) -> None:
        """A name with its attributes and indexes; what an index is taken of is a list."""
        if (dotted := _dotted(node, scope)) is not None:
            self.asked.append((dotted, node.lineno))
        elif not isinstance(node, nodes.Name):
            self._each(children(node), scope)
        while isinstance(node, nodes.Getattr | nodes.Getitem):
            if isinstance(node, nodes.Getitem) and _key(node.arg) == "":
                self._note_list(node.node, scope)
            node = node.node

    def _call(self, node: nodes.Call, scope: Scope) -> None:
        called, *given = children(node)
        if isinstance(called, nodes.Getattr):  # a method is no field
            called = called.node
        name = called.name if isinstance(called, nodes.Name) else ""
        if name not in FUNCTIONS or name in scope:
            self._walk(called, scope)
        self._each(given, scope)

    def _filter(self, node: nodes.Filter, filtered: nodes.Expr, scope: Scope) -> None:
        """What `rows | sort(attribute="a")` and its like ask of each row."""
        if node.name in _KEEP_ROWS | _ASK_ATTRIBUTE:
            self._note_list(filtered, scope)
        rows = _dotted(_rows(filtered), scope)
        given = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        if node.name in ("selectattr", "rejectattr", "groupby"):
            given += node.args[:1]
        for value in given if rows is not None and node.name in _ASK_ATTRIBUTE else ():
            if isinstance(value, nodes.Const) and isinstance(value.value, str):
                self.asked.append((f"{rows}.{value.value}", node.lineno))

    def _for(self, node: nodes.For, scope: Scope) -> None:
        self._walk(node.iter, scope)
        self._note_list(node.iter, scope)
        inner = {**scope, "loop": None}
        self._bind(node.target, _dotted(_rows(node.iter), scope), inner)
        self._each((*((node.test,) if node.test else ()), *node.body), inner)
        self._each(node.else_, scope)

    def _with(self, node: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._walk(value, scope)
            self._bind(target, _dotted(value, scope), inner)
        self._each(node.body, inner)

    def _assign(self, node: nodes.Assign, scope: Scope) -> None:
        self._walk(node.node, scope)
        self._bind(node.target, _dotted(node.node, scope), scope)

    def _capture(self, node: nodes.AssignBlock, scope: Scope) -> None:
        self._each((*node.body, *((node.filter,) if node.filter else ())), dict(scope))
        self._bind(node.target, None, scope)

    def _macro(self, node: nodes.Macro, scope: Scope) -> None:
        scope[node.name] = None
        self.own.add(node.name)
        self._each(node.defaults, scope)
        inner = {**scope, **dict.fromkeys(("caller", "varargs", "kwargs"))}
        for parameter in node.args:
            self._bind(parameter, None, inner)
        self._each(node.body, inner)

    def _note_list(self, node: nodes.Node, scope: Scope) -> None:
        if rows := _dotted(_rows(node), scope):
            self.lists.add(rows)

    def _bind(self, target: nodes.Node, dotted: str | None, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = dotted
            self.own.add(target.name)
        for name in target.find_all(nodes.Name):
            scope[name.name] = None
            self.own.add(name.name)


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


def _rows(node: nodes.Node) -> nodes.Node:
    """What is looped over, under filters that keep the rows: `rows | sort`."""
    while isinstance(node, nodes.Filter) and node.node is not None and node.name in _KEEP_ROWS:
        node = node.node
    return node


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
