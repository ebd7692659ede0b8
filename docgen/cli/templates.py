"""Command line: what authors of templates do."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

import click

from docgen.cli.files import FILE, FILE_OR_STDIN, read_json, write_whole
from docgen.cli.terminal import FOUND, print_json, problems_on_stderr
from docgen.services import templates

_KINDS = {"list": "danh sách", "record": "bản ghi", "scalar": "giá trị"}


@click.group()
def template() -> None:
    """Mẫu Word: làm văn bản, tìm lỗi, kê tên biến, tạo mẫu mới."""


@template.command(name="render")
@click.argument("file", metavar="T.docx", type=FILE)
@click.argument("source", metavar="CONTEXT.json", type=FILE_OR_STDIN)
@click.option("-o", "target", required=True, type=FILE)
def render_template(file: Path, source: Path, target: Path) -> None:
    """Làm văn bản từ một mẫu bất kỳ và dữ liệu JSON; khối dùng chung lấy bên cạnh mẫu."""
    with problems_on_stderr():
        write_whole(target, templates.render_template(file, read_json(source)))


@template.command()
@click.argument("file", metavar="T.docx", type=FILE)
@click.option("--type", "type_key", metavar="TYPE", help="Đối chiếu tên biến với loại văn bản này.")
@click.option("--json", "as_json", is_flag=True, help="In ra JSON.")
@click.option("--comments", "copy", metavar="OUT.docx", type=FILE, help="Ghi lỗi vào một bản sao.")
def lint(file: Path, type_key: str | None, as_json: bool, copy: Path | None) -> None:
    """Tìm lỗi và điều cần lưu ý của mẫu. Mã thoát: 0 không có gì, 1 có, 2 không đọc được tệp."""
    with problems_on_stderr():
        found = templates.faults(file, type_key)
        if copy is not None:
            write_whole(copy, templates.commented(file, found))
    if as_json:
        print_json([asdict(fault) for fault in found])
    else:
        for fault in found:
            click.echo(fault.pointed())
    sys.exit(FOUND if found else 0)


@template.command()
@click.argument("file", metavar="T.docx", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="In ra JSON.")
def variables(file: Path, as_json: bool) -> None:
    """Cây tên biến mà mẫu cần: danh sách, bản ghi, giá trị."""
    with problems_on_stderr():
        tree = templates.variables(file)
    if as_json:
        print_json(tree)
    else:
        _print_tree(tree)


@template.command()
@click.argument("type_key", metavar="TYPE")
@click.option("-o", "target", required=True, type=FILE)
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Ngày chọn thể thức.")
def new(type_key: str, target: Path, day: datetime | None) -> None:
    """Tạo mẫu khởi đầu đúng thể thức, có đủ trường của loại văn bản."""
    with problems_on_stderr():
        made = templates.new_template(type_key, day.date() if day else date.today())
        write_whole(target, made)


def _print_tree(tree: templates.Tree, depth: int = 0) -> None:
    for name, entry in tree.items():
        click.echo(f"{'  ' * depth}{name}: {_KINDS[entry['kind']]}")
        _print_tree(entry.get("fields", {}), depth + 1)
