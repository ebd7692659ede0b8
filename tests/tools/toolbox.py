"""Tools of the tests: finds the programs the tests run, or says in one sentence how to get them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NODE_MODULES = HERE / "node_modules"


def missing(what: str) -> NoReturn:
    """Fails the test: a missing tool is a failure, never a skip."""
    pytest.fail(f"{what} is missing: run `make test-setup`.", pytrace=False)


def program(*names: str) -> str:
    """The path of the first of these programs that is installed."""
    for name in names:
        if path := shutil.which(name):
            return path
    missing(f"The program {' or '.join(names)}")


def run(command: Sequence[str | Path], *, seconds: float = 120, **settings: str) -> str:
    """What the command wrote to its standard output; its complaint, as a failure, otherwise.

    `settings` are added to the environment.
    """
    done = subprocess.run(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=seconds,
        env=os.environ | settings,
    )
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip()
        pytest.fail(f"`{command[0]}` ended with {done.returncode}: {said}", pytrace=False)
    return done.stdout
