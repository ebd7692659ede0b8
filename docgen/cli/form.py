"""Command line: any Word file measured against the form, and mended."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from docgen.cli.files import FILE, read_docx, write_whole
from docgen.cli.terminal import FOUND, print_json, problems_on_stderr
from docgen.services import checking, findings

_PROFILE = click.option(
    "--profile", default=checking.AUTO, metavar="P",
    help="Thể thức: auto (theo ngày của văn bản), dang_hd36 hoặc dang_hd05.",
)  # fmt: skip


@click.command()
@click.argument("file", metavar="FILE.docx", type=FILE)
@_PROFILE
@click.option("--json", "as_json", is_flag=True, help="In ra JSON.")
def check(file: Path, profile: str, as_json: bool) -> None:
    """Kiểm tra thể thức của một tệp Word. Mã thoát: 0 đúng, 1 có lỗi, 2 không đọc được tệp."""
    with problems_on_stderr():
        report = checking.check_docx(read_docx(file), profile, today=date.today())
    if as_json:
        print_json([finding.as_dict() for finding in report.findings])
    else:
        told = findings.counted(report.findings, none="không có lỗi thể thức")
        click.echo(f"{file.name} · {report.profile.title}: {told}")
        _print_findings(findings.grouped(report.findings, report.profile))
    sys.exit(FOUND if report.findings else 0)


@click.command()
@click.argument("file", metavar="FILE.docx", type=FILE)
@click.option("-o", "target", metavar="OUT.docx", required=True, type=FILE)
@_PROFILE
@click.option("--json", "as_json", is_flag=True, help="In ra JSON.")
def fix(file: Path, target: Path, profile: str, as_json: bool) -> None:
    """Sửa thể thức, không đụng đến nội dung. Mã thoát: 0 hết lỗi, 1 còn chỗ người phải quyết định,
    2 không đọc được tệp."""
    with problems_on_stderr():
        mended = checking.fix_docx(read_docx(file), profile, today=date.today())
        write_whole(target, mended.docx)
    done, left = mended.fixed.done, mended.fixed.left
    is_piped = str(target) == "-"
    if as_json:
        told = {"done": [f.as_dict() for f in done], "left": [f.as_dict() for f in left]}
        print_json(told, err=is_piped)
    else:
        for words, found in (("Đã sửa", done), ("Còn lại", left)):
            click.echo(f"{words}: {findings.counted(found, none='không có gì')}", err=is_piped)
            _print_findings(findings.grouped(found, mended.profile), err=is_piped)
    sys.exit(FOUND if left else 0)


def _print_findings(groups: Iterable[findings.Group], *, err: bool = False) -> None:
    for group in groups:
        who = "máy sửa được" if group.is_fixable else "người quyết định"
        kind = findings.SEVERITIES[group.severity].capitalize()
        title = f"\n{kind}: {group.rule.title} ({group.rule.code}, {who})\n  {group.source}"
        click.echo(title, err=err)
        for found in group.findings:
            current = f"; đang: {found.fault.found}" if found.fault.found else ""
            click.echo(f"  - {found.where}: {found.fault.wanted}{current}", err=err)
