"""Web: what the form tells of a text in rows: the numbers as they will be printed, and the law by
which its script raises and lowers rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docgen.catalog import FieldSpec
from docgen.catalog.outline import levels_of, outlines
from docgen.domain.outline import LADDERS, RANKS, Level, can_be_referred_to, numbered
from docgen.web.forms import dotted
from docgen.web.parsing import SPEAKS_ALONE

LAW: Mapping[str, Any] = {
    "ranks": {level.value: rank for level, rank in RANKS.items()},
    "ladders": [[level.value for level in ladder] for ladder in LADDERS],
    "referable": [level.value for level in Level if can_be_referred_to(level)],
    "speaks": [level.value for level in SPEAKS_ALONE],
    "plain": Level.PARAGRAPH.value,
    "table": Level.TABLE.value,
}
"""Which level holds which, and what a row becomes when it is raised or lowered."""


def labels(specs: Iterable[FieldSpec], values: Mapping[str, Any]) -> dict[str, str]:
    """The number of each row of each text, as printed before it, by the row's path."""
    return {
        dotted((*path, index)): line.label
        for path, rows in outlines(specs, values)
        for index, line in enumerate(numbered(levels_of(rows)))
    }
