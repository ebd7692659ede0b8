"""Tools of the tests: conforming Party documents as plain data, by name."""

from __future__ import annotations

from collections.abc import Mapping

from handtyped.paper import Paper
from handtyped.papers import decisions, letters, minutes, resolutions

PAPERS: Mapping[str, Paper] = {
    name: paper
    for module in (resolutions, decisions, letters, minutes)
    for name, paper in module.PAPERS.items()
}
"""Each conforms to its profile in wording; `typed` makes it conform in form."""
