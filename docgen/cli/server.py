"""Command line: the server."""

from __future__ import annotations

import click

from docgen.cli.terminal import problems_on_stderr
from docgen.settings import Settings


@click.command(name="serve")
@click.option("--demo", is_flag=True, help="Nạp sẵn dữ liệu minh hoạ.")
def serve_command(demo: bool) -> None:
    """Chạy máy chủ cho trình duyệt."""
    from docgen import serve  # the server and its libraries load only when they serve

    with problems_on_stderr():
        serve.serve(Settings.from_env(), demo=demo)
