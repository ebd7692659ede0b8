"""Catalogue: the kinds of bodies, read from `organisation_kinds.toml`."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

from docgen.domain.organisations import OrganisationKind

_FILE = Path(__file__).with_name("organisation_kinds.toml")


def _kind(key: str, entry: dict[str, Any]) -> OrganisationKind:
    quorum = entry.pop("quorum", None)
    return OrganisationKind(key=key, quorum=Fraction(quorum) if quorum else None, **entry)


KINDS: dict[str, OrganisationKind] = {
    key: _kind(key, entry) for key, entry in tomllib.loads(_FILE.read_text("utf-8")).items()
}
"""Every kind by its key. A misspelt key in the file is an error when the program starts."""


def kind_choices() -> tuple[tuple[str, str], ...]:
    """Keys and names, as a form offers them."""
    return tuple((kind.key, kind.name) for kind in KINDS.values())
