"""Command line: `python -m docgen …`. Arguments, exit codes and JSON are a contract with callers.

Exit 0: done. Exit 1: `check`, `fix` or `lint` has something to tell. Exit 2: a bad input or call;
every problem is on stderr and nothing was written.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from docgen import catalog
from docgen.errors import DocgenError, Invalid
from docgen.services import checking, findings, refusals, rendering, templates
from docgen.settings import Settings

FOUND, BAD = 1, 2
_FILE = click.Path(path_type=Path, dir_okay=False)
_FILE_OR_STDIN = click.Path(path_type=Path, allow_dash=True)
_KINDS = {"list": "danh sách", "record": "bản ghi", "scalar": "giá trị"}
_REASONS = {
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EACCES: "không được phép",
    errno.EISDIR: "đây là thư mục",
}


@contextmanager
def problems_on_stderr() -> Iterator[None]:
    """Print what docgen refuses, one problem a line, and leave with exit code 2."""
    try:
        yield
    except Invalid as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        sys.exit(BAD)
    except DocgenError as error:
        click.echo(error.message, err=True)
        sys.exit(BAD)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror)
        click.echo(f"Không mở được {error.filename}: {reason}.", err=True)
        sys.exit(BAD)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Soạn văn bản của Đảng đúng thể thức."""


@main.command()
@click.option("--json", "as_json", is_flag=True, help="In ra JSON.")
def types(as_json: bool) -> None:
    """Các loại văn bản: khoá, tên, ký hiệu."""
    rows = [{"key": t.key, "title": t.title, "symbol": t.symbol} for t in catalog.CATALOG.values()]
    if as_json:
        _print_json(rows)
    else:
        for row in rows:
            click.echo(f"{row['key']:<20} {row['symbol']:<5} {row['title']}")


@main.command()
@click.argument("type_key", metavar="TYPE")
def schema(type_key: str) -> None:
    """JSON Schema của dữ liệu vào."""
    with problems_on_stderr():
        _print_json(catalog.json_schema(type_key))


@main.command()
@click.argument("type_key", metavar="TYPE")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Ngày ký của văn bản.")
def example(type_key: str, day: datetime | None) -> None:
    """Một dữ liệu vào đầy đủ, đúng, bằng JSON."""
    with problems_on_stderr():
        _print_json(catalog.example(type_key, day.date() if day else date.today()))


@main.command()
@click.argument("type_key", metavar="TYPE")
@click.argument("source", metavar="INPUT.json", type=click.Path(path_type=Path, allow_dash=True))
@click.option("-o", "target", required=True, type=click.Path(path_type=Path, dir_okay=False))
def render(type_key: str, source: Path, target: Path) -> None:
    """Làm văn bản Word từ dữ liệu JSON («-»: đọc từ đầu vào chuẩn)."""
    with problems_on_stderr():
        made = rendering.render(type_key, _read_json(source))
        _write_whole(target, made.docx)


_PROFILE = click.option(
    "--profile", default=checking.AUTO, metavar="P",
    help="Thể thức: auto (theo ngày của văn bản), dang_hd36 hoặc dang_hd05.",
)  # fmt: skip


@main.command()
@click.argument("file", metavar="FILE.docx", type=_FILE)
@_PROFILE
@click.option("--json", "as_json", is_flag=True, help="In ra JSON.")
def check(file: Path, profile: str, as_json: bool) -> None:
    """Kiểm tra thể thức của một tệp Word. Mã thoát: 0 đúng, 1 có lỗi, 2 không đọc được tệp."""
    with problems_on_stderr():
        report = checking.check_docx(_read_docx(file), profile, today=date.today())
    if as_json:
        _print_json([finding.as_dict() for finding in report.findings])
    else:
        told = findings.counted(report.findings, none="không có lỗi thể thức")
        click.echo(f"{file.name} · {report.profile.title}: {told}")
        _print_findings(findings.grouped(report.findings, report.profile))
    sys.exit(FOUND if report.findings else 0)


@main.command()
@click.argument("file", metavar="FILE.docx", type=_FILE)
@click.option("-o", "target", metavar="OUT.docx", required=True, type=_FILE)
@_PROFILE
@click.option("--json", "as_json", is_flag=True, help="In ra JSON.")
def fix(file: Path, target: Path, profile: str, as_json: bool) -> None:
    """Sửa thể thức, không đụng đến nội dung. Mã thoát: 0 hết lỗi, 1 còn chỗ người phải quyết định,
    2 không đọc được tệp."""
    with problems_on_stderr():
        mended = checking.fix_docx(_read_docx(file), profile, today=date.today())
        _write_whole(target, mended.docx)
    done, left = mended.fixed.done, mended.fixed.left
    is_piped = str(target) == "-"
    if as_json:
        told = {"done": [f.as_dict() for f in done], "left": [f.as_dict() for f in left]}
        _print_json(told, err=is_piped)
    else:
        for words, found in (("Đã sửa", done), ("Còn lại", left)):
            click.echo(f"{words}: {findings.counted(found, none='không có gì')}", err=is_piped)
            _print_findings(findings.grouped(found, mended.profile), err=is_piped)
    sys.exit(FOUND if left else 0)


def _read_docx(file: Path) -> bytes:
    """The bytes of a Word file; one that is too large is not even read."""
    refusals.refuse_large(file.stat().st_size, Settings.from_env().max_upload)
    return file.read_bytes()


def _print_findings(groups: Iterable[findings.Group], *, err: bool = False) -> None:
    for group in groups:
        who = "máy sửa được" if group.is_fixable else "người quyết định"
        kind = findings.SEVERITIES[group.severity].capitalize()
        title = f"\n{kind}: {group.rule.title} ({group.rule.code}, {who})\n  {group.source}"
        click.echo(title, err=err)
        for found in group.findings:
            current = f"; đang: {found.fault.found}" if found.fault.found else ""
            click.echo(f"  - {found.where}: {found.fault.wanted}{current}", err=err)


@main.command(name="serve")
@click.option("--demo", is_flag=True, help="Nạp sẵn dữ liệu minh hoạ.")
def serve_command(demo: bool) -> None:
    """Chạy máy chủ cho trình duyệt."""
    from docgen import serve  # the server and its libraries load only when they serve

    with problems_on_stderr():
        serve.serve(Settings.from_env(), demo=demo)


@main.group()
def template() -> None:
    """Mẫu Word: làm văn bản, tìm lỗi, kê tên biến, tạo mẫu mới."""


@template.command(name="render")
@click.argument("file", metavar="T.docx", type=_FILE)
@click.argument("source", metavar="CONTEXT.json", type=_FILE_OR_STDIN)
@click.option("-o", "target", required=True, type=_FILE)
def render_template(file: Path, source: Path, target: Path) -> None:
    """Làm văn bản từ một mẫu bất kỳ và dữ liệu JSON; khối dùng chung lấy bên cạnh mẫu."""
    with problems_on_stderr():
        _write_whole(target, templates.render_template(file, _read_json(source)))


@template.command()
@click.argument("file", metavar="T.docx", type=_FILE)
@click.option("--type", "type_key", metavar="TYPE", help="Đối chiếu tên biến với loại văn bản này.")
@click.option("--json", "as_json", is_flag=True, help="In ra JSON.")
@click.option("--comments", "copy", metavar="OUT.docx", type=_FILE, help="Ghi lỗi vào một bản sao.")
def lint(file: Path, type_key: str | None, as_json: bool, copy: Path | None) -> None:
    """Tìm lỗi và điều cần lưu ý của mẫu. Mã thoát: 0 không có gì, 1 có, 2 không đọc được tệp."""
    with problems_on_stderr():
        found = templates.faults(file, type_key)
        if copy is not None:
            _write_whole(copy, templates.commented(file, found))
    if as_json:
        _print_json([asdict(fault) for fault in found])
    else:
        for fault in found:
            click.echo(fault.pointed())
    sys.exit(FOUND if found else 0)


@template.command()
@click.argument("file", metavar="T.docx", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="In ra JSON.")
def variables(file: Path, as_json: bool) -> None:
    """Cây tên biến mà mẫu cần: danh sách, bản ghi, giá trị."""
    with problems_on_stderr():
        tree = templates.variables(file)
    if as_json:
        _print_json(tree)
    else:
        _print_tree(tree)


@template.command()
@click.argument("type_key", metavar="TYPE")
@click.option("-o", "target", required=True, type=_FILE)
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Ngày chọn thể thức.")
def new(type_key: str, target: Path, day: datetime | None) -> None:
    """Tạo mẫu khởi đầu đúng thể thức, có đủ trường của loại văn bản."""
    with problems_on_stderr():
        made = templates.new_template(type_key, day.date() if day else date.today())
        _write_whole(target, made)


def _print_tree(tree: templates.Tree, depth: int = 0) -> None:
    for name, entry in tree.items():
        click.echo(f"{'  ' * depth}{name}: {_KINDS[entry['kind']]}")
        _print_tree(entry.get("fields", {}), depth + 1)


def _print_json(value: Any, *, err: bool = False) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2), err=err)


def _read_json(source: Path) -> Any:
    """The JSON of a file in UTF-8. A name given twice is refused: one of the two would be lost."""
    data = sys.stdin.buffer.read() if str(source) == "-" else source.read_bytes()
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_no_name_twice)
    except UnicodeDecodeError as error:
        message = f"Tệp {source} không phải là văn bản UTF-8 (byte thứ {error.start + 1})."
        raise DocgenError(message) from error
    except json.JSONDecodeError as error:
        place = f"dòng {error.lineno}, cột {error.colno}"
        raise DocgenError(f"Tệp {source} không phải là JSON đúng: sai ở {place}.") from error
    except RecursionError as error:
        raise DocgenError(f"Tệp {source} lồng nhau quá sâu.") from error
    except ValueError as error:  # Python reads no number of more than some thousand digits
        raise DocgenError(f"Tệp {source} có số quá dài, không đọc được.") from error


def _no_name_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = ", ".join(sorted({f"«{name}»" for name in names if names.count(name) > 1}))
        raise DocgenError(f"Trong một nhóm trường, tên {twice} ghi hai lần; giữ lại một.")
    return found


def _write_whole(target: Path, data: bytes) -> None:
    """The file whole or not at all: written beside it, then moved into its place.

    A link stays a link to the file that is written; «-» is standard output; pipes and devices are
    written to as they are.
    """
    if str(target) == "-":
        sys.stdout.buffer.write(data)
        return
    target = target.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, target)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The rights the user keeps from new files; reading it means setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
