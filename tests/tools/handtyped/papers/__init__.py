"""Tools of the tests: conforming Party documents as plain data, by name."""

from __future__ import annotations

from collections.abc import Mapping

from handtyped.paper import Paper
from handtyped.papers import (
    decisions,
    earlier,
    letters,
    minutes,
    plans,
    regulations,
    reports,
    resolutions,
)

_SHEAVES = (resolutions, decisions, regulations, reports, plans, letters, minutes, earlier)
PAPERS: Mapping[str, Paper] = {
    name: paper for sheaf in _SHEAVES for name, paper in sheaf.PAPERS.items()
}
"""Each conforms to its profile in wording; `typed` makes it conform in form."""
