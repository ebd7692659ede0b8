"""Templating: which names a template asks for, and which of them are lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import nodes

from docgen.templating.calls import FUNCTIONS, RECORD_METHODS
from docgen.templating.walk import (
    KEEP_ROWS,
    NUMBER,
    ONE_ROW,
    Scope,
    children,
    dotted,
    key_of,
    rows_of,
)

Asked = tuple[str, int]
_ASK_ATTRIBUTE = frozenset(
    ("sort", "unique", "selectattr", "rejectattr", "map", "groupby", "join", "sum", "min", "max")
)
_OF_RECORDS = frozenset(("dictsort", "items"))
_EITHER = (nodes.Or, nodes.And, nodes.Add)
_OF_MACROS = ("caller", "varargs", "kwargs")
_MOST_CALLS = 300
"""Calls of macros that are followed: macros that call each other twice would take for ever."""
_OF_VALUES = frozenset(("year", "month", "day", "hour", "minute"))
"""What a day or a clock time has without any schema saying so."""


class Names:
    """What a syntax tree asks of the context: `for i in meeting.agenda: i.title` asks for
    `meeting.agenda` and `meeting.agenda.title`.

    `asked` are the dotted names, each with its line; `lists` those it loops over, joins, sorts,
    indexes; `records` those whose fields it goes through; `own` the names it gives itself. `taken`
    are names to leave alone.
    """

    def __init__(self, tree: nodes.Template, taken: Iterable[str] = ()) -> None:
        self.asked: list[Asked] = []
        self.lists: set[str] = set()
        self.records: set[str] = set()
        self.own: set[str] = set()
        self._macros: dict[str, tuple[nodes.Macro, Scope]] = {}
        self._expanded = 0
        self._inside: set[str] = set()
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
        name = dotted(node, scope)
        if name is not None:
            self.asked.append((name, node.lineno))
        elif not isinstance(node, nodes.Name):
            self._each(children(node), scope)
        while isinstance(node, nodes.Getattr | nodes.Getitem):
            if isinstance(node, nodes.Getitem):
                self._index(node, scope)
            node = node.node
        if name is not None and not isinstance(node, nodes.Name):
            self._walk(node, scope)

    def _index(self, node: nodes.Getitem, scope: Scope) -> None:
        if key_of(node.arg, scope) == "" and not isinstance(node.arg, nodes.Slice):
            self._note_list(node.node, scope)
        self._walk(node.arg, scope)

    def _call(self, node: nodes.Call, scope: Scope) -> None:
        called, *given = children(node)
        if isinstance(called, nodes.Getattr):  # a method is no field
            self._method(called, given, scope)
            called = called.node
        name = called.name if isinstance(called, nodes.Name) else ""
        if name == "loop":  # of a recursive loop, with the next rows
            self._note_list(node.args[0] if node.args else node, scope)
        elif name in self._macros:
            if name not in self._inside and self._expanded < _MOST_CALLS:
                self._expand(name, node, scope)
        elif name not in FUNCTIONS or name in scope:
            self._walk(called, scope)
        self._each(given, scope)

    def _expand(self, name: str, call: nodes.Call, scope: Scope) -> None:
        """What a macro asks of what it is given here."""
        macro, around = self._macros[name]
        self._expanded += 1
        self._inside.add(name)
        given = {pair.key: pair.value for pair in call.kwargs}
        given |= {one.name: value for one, value in zip(macro.args, call.args, strict=False)}
        inner = {**around, **dict.fromkeys(_OF_MACROS)}
        for parameter in macro.args:
            value = given.get(parameter.name)
            self._bind(parameter, None if value is None else dotted(value, scope), inner)
        self._each(macro.body, inner)
        self._inside.remove(name)

    def _method(self, called: nodes.Getattr, given: list[nodes.Node], scope: Scope) -> None:
        """What a method says of its owner: `d.items()`, `d.get("x")`."""
        owner = dotted(called.node, scope)
        if owner is None or called.attr not in RECORD_METHODS:
            return
        self.records.add(owner)
        key = key_of(given[0], scope) if called.attr == "get" and given else None
        if key:
            self.asked.append((f"{owner}.{key}", called.lineno))

    def _filter(self, node: nodes.Filter, filtered: nodes.Expr, scope: Scope) -> None:
        """What `rows | sort(attribute="a")` and its like ask of each row."""
        if node.name in KEEP_ROWS | ONE_ROW | _ASK_ATTRIBUTE:
            self._note_list(filtered, scope)
        rows = dotted(rows_of(filtered), scope)
        if rows is not None and node.name in _OF_RECORDS:
            self.records.add(rows)
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
        self._bind_rows(node, scope, inner)
        self._each((*((node.test,) if node.test else ()), *node.body), inner)
        self._each(node.else_, scope)

    def _bind_rows(self, node: nodes.For, scope: Scope, inner: Scope) -> None:
        """What the names of a loop stand for: one row of many, a number, a group of rows."""
        rows, target = dotted(rows_of(node.iter), scope), node.target
        if isinstance(node.iter, nodes.Filter) and node.iter.name == "groupby":
            self._bind_groups(target, dotted(node.iter.node or node.iter, scope), inner)
            return
        inner |= {"loop.previtem": rows, "loop.nextitem": rows}
        called = node.iter.node if isinstance(node.iter, nodes.Call) else None
        counts = isinstance(called, nodes.Name) and called.name == "range"
        self._bind(target, NUMBER if counts else rows, inner)

    def _bind_groups(self, target: nodes.Node, rows: str | None, inner: Scope) -> None:
        """`for key, rows in …|groupby("key")`, or `for group in …` with `group.list`."""
        self._bind(target, None, inner)
        if isinstance(target, nodes.Name):
            inner[f"{target.name}.list"] = rows
        elif isinstance(target, nodes.Tuple) and isinstance(target.items[-1], nodes.Name):
            inner[target.items[-1].name] = rows

    def _with(self, node: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self._walk(value, scope)
            self._bind(target, dotted(value, scope), inner)
        self._each(node.body, inner)

    def _assign(self, node: nodes.Assign, scope: Scope) -> None:
        self._walk(node.node, scope)
        self._bind(node.target, dotted(node.node, scope), scope)

    def _capture(self, node: nodes.AssignBlock, scope: Scope) -> None:
        self._each((*node.body, *((node.filter,) if node.filter else ())), dict(scope))
        self._bind(node.target, None, scope)

    def _macro(self, node: nodes.Macro, scope: Scope) -> None:
        scope[node.name] = None
        self.own.add(node.name)
        self._each(node.defaults, scope)
        self._macros[node.name] = node, scope
        inner = {**scope, **dict.fromkeys(_OF_MACROS)}
        for parameter in node.args:
            self._bind(parameter, None, inner)
        self._each(node.body, inner)

    def _note_list(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.CondExpr):
            for part in (node.expr1, *((node.expr2,) if node.expr2 else ())):
                self._note_list(part, scope)
        elif isinstance(node, _EITHER):
            self._note_list(node.left, scope)
            self._note_list(node.right, scope)
        elif rows := dotted(rows_of(node), scope):
            self.lists.add(rows)

    def _bind(self, target: nodes.Node, name: str | None, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = name
            self.own.add(target.name)
        for part in target.find_all(nodes.Name):
            scope[part.name] = None
            self.own.add(part.name)


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
