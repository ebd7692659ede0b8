"""Services: what authors of templates do: render, look for faults, list names, start a new one.

Any template, any plain context. Shared blocks are looked for beside the template, nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path as File
from typing import Any

from docgen.catalog import find
from docgen.errors import DocgenError
from docgen.services.filters import FILTERS
from docgen.services.rendering import schema_of
from docgen.services.starting import starting_template
from docgen.templating import (
    Template,
    TemplateError,
    TemplateProblem,
    compile_template,
    read_package,
    with_comments,
)
from docgen.thethuc.profiles import profile_on

Tree = dict[str, dict[str, Any]]
"""Names, each with its kind («list», «record», «scalar») and, for the first two, its fields."""


def render_template(file: File, context: Mapping[str, Any]) -> bytes:
    """The docx of a template and a plain context. Raises `TemplateError`, `OSError`."""
    if not isinstance(context, Mapping):
        raise DocgenError('Dữ liệu cho mẫu phải là một bản ghi JSON: {"tên": …}.')
    return _compiled(file).render(context)


def faults(file: File, type_key: str | None = None) -> tuple[TemplateProblem, ...]:
    """What is wrong with a template, warnings too; with a type also the names it does not have.

    Raises `TemplateError` for a file that is no Word document, `NotFound`, `OSError`.
    """
    schema = schema_of(find(type_key)) if type_key else None
    read_package(file.read_bytes())
    try:
        return _compiled(file, schema).warnings
    except TemplateError as error:
        return error.problems


def commented(file: File, problems: tuple[TemplateProblem, ...]) -> bytes:
    """A copy of the template with the problems as comments. Raises `TemplateError`."""
    return with_comments(file.read_bytes(), problems, name=file.name)


def variables(file: File) -> Tree:
    """The tree of names a template asks for. Raises `TemplateError`, `OSError`."""
    template = _compiled(file)
    tree: Tree = {}
    for name in sorted(template.variables | template.lists | template.records):
        level, path = tree, ""
        for part in name.split("."):
            path = f"{path}.{part}" if path else part
            entry = level.setdefault(part, {"kind": "scalar", "fields": {}})
            level = entry["fields"]
            if path in template.records:
                entry["kind"] = "record"
            if path in template.lists:
                entry["kind"] = "list"
    _settle(tree)
    return tree


def new_template(type_key: str, on: date) -> bytes:
    """A starting template of a type, in the thể thức of a day. Raises `NotFound`."""
    return starting_template(find(type_key), profile_on(on))


def _settle(tree: Tree) -> None:
    """What has fields and is no list is a record; what has none says so by having none."""
    for entry in tree.values():
        if entry["fields"]:
            entry["kind"] = "list" if entry["kind"] == "list" else "record"
            _settle(entry["fields"])
        else:
            del entry["fields"]


def _compiled(file: File, schema: frozenset[str] | None = None) -> Template:
    return compile_template(
        file.read_bytes(), name=file.name, blocks=_blocks_beside(file), filters=FILTERS,
        schema=schema,
    )  # fmt: skip


def _blocks_beside(file: File) -> Callable[[str], bytes]:
    """Gives the blocks in the template's own folder and below; any other name is unknown."""
    folder = file.resolve().parent

    def read(name: str) -> bytes:
        block = (folder / name).resolve()
        if re.search(r"[\0\\]", name) or not block.is_relative_to(folder) or not block.is_file():
            raise KeyError(name)
        return block.read_bytes()

    return read
