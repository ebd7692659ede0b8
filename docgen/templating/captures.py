"""Templating: `{% set x %} … {% endset %}` becomes `{% set x = … %}`: the text between, in one.

What stands between may be text, values and `if`; markup (another run, another paragraph) may not:
a value has no look of its own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

_STAND_IN = re.compile("§(\\d+)§")
TOO_MUCH = (
    "phần giữa {% set %} và {% endset %} phải nằm gọn trong một đoạn, cùng một định dạng, "
    "chỉ gồm chữ, giá trị và «if»"
)


def without_captures(tree: nodes.Template, texts: Sequence[str]) -> list[int]:
    """Put assignments in the place of the captures of the tree; `texts` is the XML of stand-ins.

    Gives the lines of those that cannot be: they say nothing from then on.
    """
    captures = _Captures(texts)
    captures.visit(tree)
    return captures.refused


class _Captures(NodeTransformer):
    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.refused: list[int] = []

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:
        try:
            value = self._text(node.body, node.lineno)
        except ValueError:
            self.refused.append(node.lineno)
            value = nodes.Const("", lineno=node.lineno)
        if node.filter is not None:
            innermost = node.filter
            while isinstance(innermost.node, nodes.Filter):
                innermost = innermost.node
            innermost.node, value = value, node.filter
        return nodes.Assign(node.target, value, lineno=node.lineno)

    def _text(self, body: Sequence[nodes.Node], line: int) -> nodes.Expr:
        """The text a body prints, as an expression. Raises ValueError."""
        parts: list[nodes.Expr] = [nodes.Const("", lineno=line)]
        for node in body:
            if isinstance(node, nodes.Output):
                parts += map(self._part, node.nodes)
            elif isinstance(node, nodes.If):
                parts.append(self._condition(node))
            else:
                raise ValueError(node)
        return nodes.Concat(parts, lineno=line)

    def _condition(self, node: nodes.If) -> nodes.Expr:
        chosen = self._text(node.else_, node.lineno)
        for case in reversed((node, *node.elif_)):
            text = self._text(case.body, case.lineno)
            chosen = nodes.CondExpr(case.test, text, chosen, lineno=case.lineno)
        return chosen

    def _part(self, part: nodes.Expr) -> nodes.Expr:
        if not isinstance(part, nodes.TemplateData):
            return part
        text = _STAND_IN.sub(lambda match: self.texts[int(match[1])], part.data)
        if "<" in text:
            raise ValueError(text)
        return nodes.Const(html.unescape(text), lineno=part.lineno)
