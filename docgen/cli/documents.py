"""Command line: the document types, their input, their documents."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from docgen import catalog
from docgen.cli.files import FILE, FILE_OR_STDIN, read_json, write_whole
from docgen.cli.terminal import print_json, problems_on_stderr
from docgen.services import rendering


@click.command()
@click.option("--json", "as_json", is_flag=True, help="In ra JSON.")
def types(as_json: bool) -> None:
    """Các loại văn bản: khoá, tên, ký hiệu."""
    rows = [{"key": t.key, "title": t.title, "symbol": t.symbol} for t in catalog.CATALOG.values()]
    if as_json:
        print_json(rows)
    else:
        for row in rows:
            click.echo(f"{row['key']:<20} {row['symbol']:<5} {row['title']}")


@click.command()
@click.argument("type_key", metavar="TYPE")
def schema(type_key: str) -> None:
    """JSON Schema của dữ liệu vào."""
    with problems_on_stderr():
        print_json(catalog.json_schema(type_key))


@click.command()
@click.argument("type_key", metavar="TYPE")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Ngày ký của văn bản.")
def example(type_key: str, day: datetime | None) -> None:
    """Một dữ liệu vào đầy đủ, đúng, bằng JSON."""
    with problems_on_stderr():
        print_json(catalog.example(type_key, day.date() if day else date.today()))


@click.command()
@click.argument("type_key", metavar="TYPE")
@click.argument("source", metavar="INPUT.json", type=FILE_OR_STDIN)
@click.option("-o", "target", required=True, type=FILE)
def render(type_key: str, source: Path, target: Path) -> None:
    """Làm văn bản Word từ dữ liệu JSON («-»: đọc từ đầu vào chuẩn)."""
    with problems_on_stderr():
        made = rendering.render(type_key, read_json(source))
        write_whole(target, made.docx)
