"""Command line: `python -m docgen …`. Arguments, exit codes and JSON are a contract with callers.

Exit 0: done. Exit 1: `check`, `fix` or `lint` has something to tell. Exit 2: a bad input or call;
every problem is on stderr and nothing was written.
"""

from __future__ import annotations

import click

from docgen.cli import documents, form, server, templates

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Soạn văn bản của Đảng đúng thể thức."""


for _command in (
    documents.types, documents.schema, documents.example, documents.render,
    form.check, form.fix, templates.template, server.serve_command,
):  # fmt: skip
    main.add_command(_command)
