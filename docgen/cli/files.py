"""Command line: files read, and files written whole or not at all."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import click

from docgen.errors import DocgenError
from docgen.services.refusals import refuse_large
from docgen.settings import Settings

FILE = click.Path(path_type=Path, dir_okay=False)
FILE_OR_STDIN = click.Path(path_type=Path, allow_dash=True)


def read_docx(file: Path) -> bytes:
    """The bytes of a Word file; one that is too large is not even read."""
    refuse_large(file.stat().st_size, Settings.from_env().max_upload)
    return file.read_bytes()


def read_json(source: Path) -> Any:
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


def write_whole(target: Path, data: bytes) -> None:
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
