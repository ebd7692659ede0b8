"""Catalogue: acts and who may issue what, read from `legal_bases.toml` and `competences.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from docgen.domain.legal import Competence, LegalBasis

_FOLDER = Path(__file__).parent


def _entries(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((_FOLDER / name).read_text("utf-8"))


def _basis(key: str, entry: dict[str, Any]) -> LegalBasis:
    """An act that says nothing else is in force from the day on its paper."""
    return LegalBasis(key, **{"since": entry["issued"], **entry})


def _competence(key: str, entry: dict[str, Any]) -> Competence:
    return Competence(key, **{**entry, "never_issues": tuple(entry["never_issues"])})


LEGAL_BASES = {key: _basis(key, entry) for key, entry in _entries("legal_bases.toml").items()}
"""Every known act by its key. A misspelt key in the file is an error when the program starts."""

COMPETENCES = {key: _competence(key, entry) for key, entry in _entries("competences.toml").items()}
"""What each level may not issue, by the key of the level."""
