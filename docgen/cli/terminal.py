"""Command line: what is printed, and how a call ends: 0 done, 1 something to tell, 2 refused."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from docgen.errors import DocgenError, Invalid

FOUND, BAD = 1, 2
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


def print_json(value: Any, *, err: bool = False) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2), err=err)
