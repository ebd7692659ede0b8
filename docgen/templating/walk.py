"""Templating: through a syntax tree: its nodes, and which dotted name an expression stands for.

`(members | sort | first).name` and `members[0].name` are `members.name`: what is asked of one row
is asked of all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from jinja2 import nodes

ByKind = Mapping[type[nodes.Node], list[Any]]
Scope = dict[str, str | None]
"""Local names: the dotted name each stands for, or None where it stands for nothing outside. Some
names of what Jinja makes are there too: `loop.previtem`, and `group.list` of a `groupby`."""

NUMBER = "#"
"""What stands for a name that counts: it is an index wherever it stands in brackets."""
KEEP_ROWS = frozenset(
    (
        "sort", "list", "reverse", "unique", "select", "reject", "selectattr", "rejectattr",
        "batch", "slice",
    )
)  # fmt: skip
"""Filters that give the rows they were given; of `batch` and `slice` each part is a list again."""
ONE_ROW = frozenset(("first", "last", "random", "min", "max"))
_COUNTS = frozenset(
    f"loop.{name}"
    for name in ("index", "index0", "revindex", "revindex0", "length", "depth", "depth0")
)


def children(node: nodes.Node) -> list[nodes.Node]:
    """The nodes directly below one, in order."""
    found: list[nodes.Node] = []
    known = vars(node)
    for name in node.fields:
        value = known.get(name)
        if isinstance(value, nodes.Node):
            found.append(value)
        elif type(value) is list:
            found += [item for item in value if isinstance(item, nodes.Node)]
    return found


def by_kind(tree: nodes.Node) -> ByKind:
    """Every node of a tree by its type, in the order of the source."""
    found: dict[type[nodes.Node], list[nodes.Node]] = defaultdict(list)
    stack = [tree]
    while stack:
        node = stack.pop()
        found[type(node)].append(node)
        stack += reversed(children(node))
    return found


def rows_of(node: nodes.Node) -> nodes.Node:
    """What is looped over, under filters that keep the rows: `rows | sort`."""
    while isinstance(node, nodes.Filter) and node.node is not None and node.name in KEEP_ROWS:
        node = node.node
    return node


def dotted(node: nodes.Node, scope: Scope) -> str | None:
    """The dotted name a chain of names stands for; None for anything else and for pure locals."""
    if isinstance(node, nodes.Filter) and node.node is not None:
        return dotted(node.node, scope) if node.name in KEEP_ROWS | ONE_ROW else None
    if isinstance(node, nodes.Name):
        found = scope.get(node.name, node.name)
        return None if found == NUMBER else found
    if not isinstance(node, nodes.Getattr | nodes.Getitem):
        return None
    if (made := _written(node)) in scope:
        return scope[made]
    owner = dotted(node.node, scope)
    key = node.attr if isinstance(node, nodes.Getattr) else key_of(node.arg, scope)
    if owner is None or key is None:
        return None
    return owner if key == "" else f"{owner}.{key}"


def key_of(node: nodes.Node, scope: Scope) -> str | None:
    """The name in brackets; empty for an index or slice, which stays at the list."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return node.value
    return "" if isinstance(node, nodes.Slice) or _counts(node, scope) else None


def _written(node: nodes.Node) -> str:
    """`a.b` of a name with one attribute; empty for anything else."""
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        return f"{node.node.name}.{node.attr}"
    return ""


def _counts(node: nodes.Node, scope: Scope) -> bool:
    """Whether it is a number: written so, counted by a loop, or made of such."""
    if isinstance(node, nodes.Const):
        return isinstance(node.value, int)
    if isinstance(node, nodes.Name):
        return scope.get(node.name) == NUMBER
    if isinstance(node, nodes.BinExpr):
        return _counts(node.left, scope)
    return _written(node) in _COUNTS
