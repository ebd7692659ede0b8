"""Templating: how the parts of a package refer to each other; what they are called says nothing.

Names are compared without regard to case; a target may be relative, absolute or percent-encoded
(ECMA-376, part 2, 6.2 and 6.5).
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from docgen.templating.xml import Element

PACKAGE = ""
"""What stands for the package itself where a part is asked for."""


def rels_of(part: str) -> str:
    """The name of the part that holds a part's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relative(name: str, part: str) -> str:
    """The name of a part as a relation of another writes it."""
    return posixpath.relpath(name, posixpath.dirname(part) or ".")


def resolved(part: str, target: str) -> str:
    """The name of the part that the target of a part's relation means."""
    joined = posixpath.join("/", posixpath.dirname(part), target)
    return posixpath.normpath(joined).lstrip("/")


def named(names: Collection[str], wanted: str) -> str | None:
    """The one of the names that means the same part; None when there is none."""
    if wanted in names:
        return wanted
    same = {name.casefold(): name for name in names}
    return same.get(wanted.casefold()) or same.get(unquote(wanted).casefold())


def targets(relations: Element | None, part: str, kind: str) -> Iterator[str]:
    """The names of the parts that a part refers to as this kind («styles», «header»), in order."""
    for relation in () if relations is None else relations:
        is_kind = relation.get("Type", "").rpartition("/")[2] == kind
        if is_kind and relation.get("TargetMode", "").lower() != "external":
            yield resolved(part, relation.get("Target", ""))
