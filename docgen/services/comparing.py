"""Services: two states of one text side by side, on a page and as a Word table («bảng so sánh»)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from docgen import catalog
from docgen.domain.access import User
from docgen.domain.comparison import Change, Pair, Piece, Unit, compared, differences
from docgen.domain.outline import RANKS, Level
from docgen.services import documents
from docgen.services.outlines import printed
from docgen.services.rendering import block
from docgen.services.tables import CELL_STYLE, HEADER_STYLE, LANDSCAPE
from docgen.storage import Store
from docgen.templating import RichText, Table, Template, compile_template

FIELD = "noi_dung"
_TEMPLATE = "blocks/comparison.docx"
_PARTS = (Level.ARTICLE, Level.HEADING, Level.SUBHEADING)
"""What a text is compared by: its articles; where it has none, its headings."""
_WIDTHS = (107.0, 107.0, 38.0)


@dataclass(frozen=True)
class Comparison:
    """Two states of a document, by name, and what became of every part of its text."""

    title: str
    old: str
    new: str
    pairs: tuple[Pair, ...]

    def count(self, change: Change) -> int:
        """How many parts that happened to."""
        return sum(pair.change is change for pair in self.pairs)


def compare(store: Store, user: User, id: int, *, old: int, new: int | None = None) -> Comparison:
    """A version beside a later one, or beside the draft as it stands. Raises `NotFound`."""
    record = documents.draft(store, user, id)
    before = documents.version(store, user, id, old).values
    after = record.values if new is None else documents.version(store, user, id, new).values
    pairs = compared(units(record.type_key, before), units(record.type_key, after))
    name = "Bản đang soạn" if new is None else f"Bản {new}"
    return Comparison(record.title, f"Bản {old}", name, tuple(pairs))


def units(type_key: str, values: Mapping[str, Any]) -> list[Unit]:
    """The parts of a document's text, what stands before the first one as a part of its own."""
    rows = catalog.inspect(type_key, values).values.get(FIELD) or []
    lines = printed(rows)
    level = next((part for part in _PARTS if any(n.level is part for n, _ in lines)), None)
    found: list[Unit] = []
    for (number, text), row in zip(lines, rows, strict=True):
        starts = number.level is level
        if starts or not found or (level and RANKS[number.level] < RANKS[level]):
            key = str(row.get("key") or "") if starts else ""
            found.append(Unit(number.label.rstrip(".-"), text, (), key))
        else:
            said = f"{number.label} {text}".strip()
            last = found[-1]
            found[-1] = Unit(last.label, last.name, (*last.lines, said), last.key)
    return found


def words_of(pair: Pair) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both sides of a pair, word by word."""
    old, new = pair.old.text if pair.old else "", pair.new.text if pair.new else ""
    return differences(old, new)


def comparison_docx(comparison: Comparison) -> bytes:
    """The Word file: what was taken out is struck through, what was put in is underlined."""
    rows = [[comparison.old, comparison.new, "Thay đổi"], *_rows(comparison.pairs)]
    table = Table(rows, _WIDTHS, width=LANDSCAPE, header_style=HEADER_STYLE, cell_style=CELL_STYLE)
    names = {"title": comparison.title, "old": comparison.old, "new": comparison.new}
    return _template().render({**names, "table": table})


def _rows(pairs: Sequence[Pair]) -> Iterator[list[Any]]:
    for pair in pairs:
        left, right = words_of(pair)
        old, new = _cell(pair.old, left, strike=True), _cell(pair.new, right, strike=False)
        yield [old, new, str(pair.change)]


def _cell(unit: Unit | None, pieces: Sequence[Piece], *, strike: bool) -> Any:
    if unit is None:
        return ""
    whole: Any = RichText(f"{unit.label}. " if unit.label else "", bold=True)
    for piece in pieces:
        if not piece.differs:
            whole += RichText(piece.text)
        elif strike:
            whole += RichText(piece.text, strike=True)
        else:
            whole += RichText(piece.text, underline=True)
    return whole


@cache
def _template() -> Template:
    return compile_template(block(_TEMPLATE), name=_TEMPLATE)
