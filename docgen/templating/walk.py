"""Templating: quick ways through a syntax tree; Jinja's own are generators upon generators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from jinja2 import nodes

_Node = nodes.Node
ByKind = Mapping[type[nodes.Node], list[Any]]


def children(node: nodes.Node) -> list[nodes.Node]:
    """The nodes directly below one, in order."""
    found: list[nodes.Node] = []
    known = vars(node)
    for name in node.fields:
        value = known.get(name)
        if isinstance(value, _Node):
            found.append(value)
        elif type(value) is list:
            found += [item for item in value if isinstance(item, _Node)]
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
