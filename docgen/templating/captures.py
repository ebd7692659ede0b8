"""Templating: `{% filter f %}` and `{% call m() %}`: what they hold is shown by a tag behind them.

`{% filter f %} … {% endfilter %}` becomes `{% set x %} … {% endset %}{{ x|f }}`, and a call a macro
of its own: `{% macro x() %} … {% endmacro %}{{ m(caller=x) }}`.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence

from lxml import etree

from docgen.templating.errors import TemplateProblem
from docgen.templating.fragments import kind_of
from docgen.templating.lift import Lifter
from docgen.templating.tags import Tag
from docgen.templating.xml import W_SPACE, XML_SPACE, Element, W

_QUOTED = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[()]""")


_PREFIX = {"w": W_SPACE}


def shown_behind(
    block: Sequence[Tag], tags: list[Tag], lifter: Lifter
) -> Iterator[TemplateProblem]:
    """Make the block a capture or macro and put a tag behind it; `tags` grows by that."""
    opener, closer = block[0], block[-1]
    name = f"_{opener.keyword}_{len(tags)}"
    rest = opener.body.strip()[len(opener.keyword) :].strip()
    if opener.keyword == "filter":
        opener.become(f"set {name}")
        closer.become("endset")
        shown = f"{name}|{rest}"
    else:
        parameters, call = _split(rest)
        opener.become(f"macro {name}({parameters})")
        closer.become("endmacro")
        if not call.endswith(")"):
            yield opener.problem("lệnh «call» phải gọi một macro: {% call tên() %}")
            return
        bare = call[:-1].rstrip()
        shown = f"{bare}{'' if bare.endswith(('(', ',')) else ', '}caller={name})"
    made = Tag.made(opener, f"{{{{{shown}}}}}", tags)
    if not _put_behind(closer, made, tags=tags, lifter=lifter):
        message = f"khối «{name.split('_')[1]}» không đứng được giữa các hàng, các ô của bảng"
        yield opener.problem(message)


def _split(rest: str) -> tuple[str, str]:
    """The parameters and the call of `(a, b) m(c)`, or no parameters and the call of `m(c)`."""
    if not rest.startswith("("):
        return "", rest
    depth = 0
    for sign in _QUOTED.finditer(rest):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        if not depth:
            return rest[1 : sign.start()], rest[sign.end() :].strip()
    return rest[1:], ""


def _put_behind(closer: Tag, made: Tag, *, tags: list[Tag], lifter: Lifter) -> bool:
    """Put the tag where the block ends, in what may hold it there."""
    kind, mark = kind_of(closer.place), closer.mark
    if kind == "t":
        made.mark.tail, mark.tail = mark.tail, None
        mark.addnext(made.mark)
        return True
    if kind not in ("r", "p"):
        return False
    before = next(mark.itersiblings(f"{W}{kind}", preceding=True), None)
    holder = _like(kind, before)
    mark.addnext(holder)
    run = holder if kind == "r" else _like("r", None)
    text = run.makeelement(f"{W}t", {XML_SPACE: "preserve"})
    text.append(made.mark)
    run.append(text)
    if kind == "p":
        holder.append(run)
        made.lifts = "p"
        lifter.lift_value(holder, [made], tags)
    return True


def _like(kind: str, model: Element | None) -> Element:
    """An empty run or paragraph that looks like the model."""
    own = () if model is None else model.findall(f"{W}{kind}Pr")
    element = etree.Element(f"{W}{kind}", nsmap=_PREFIX)
    element.extend([copy.deepcopy(properties) for properties in own])
    return element
