"""Tools of the tests: what a clerk sets in two columns: the masthead and the signatures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from handtyped.lines import border, cell_border, drawn_line, vml_line
from handtyped.paper import Paper, Signature
from handtyped.typist import Piece, Place, Typist

TEXT, LEFT, RIGHT = 165.0, 70.0, 95.0
"""Widths in mm: of the text, and of the two columns of masthead and signature."""
TITLE = 73.0
"""Width in mm of «ĐẢNG CỘNG SẢN VIỆT NAM», 15 pt bold."""
TITLE_CELL = 78.0
"""Width in mm of a cell that holds the title and nothing else."""
CELL_GAP = 1.9
"""Word's own gap in mm on either side of a cell."""
BLANK: Piece = ("trong", "")
SIGNING = (BLANK,) * 4
"""The empty lines where the signature goes."""


class Columns:
    """Types the two-column blocks of a document in one layout."""

    def __init__(self, typist: Typist, document: Document, layout: str) -> None:
        self._typist, self._document, self._layout = typist, document, layout

    def masthead(self, paper: Paper, rule: str) -> None:
        """Ô 1 to 4, 5b, 10 and 11b; `rule` is the line under the title."""
        left, right = list(paper.masthead_left()), list(paper.masthead_right())
        if self._layout == "tabs":
            self._masthead_by_tabs(left, right, rule)
        elif self._layout == "plain":
            self._masthead_in_one_column(left, right, rule)
        elif self._layout == "bordered":
            self._masthead_in_two_rows(left, right, rule)
        else:
            first = self._table((LEFT, RIGHT)).rows[0]
            self._stack(first.cells[0], left)
            self._ruled(self._stack(first.cells[1], right), rule, RIGHT)

    def _masthead_in_two_rows(self, left: list[Piece], right: list[Piece], rule: str) -> None:
        """The title in a cell as wide as itself, so that the cell's border is its rule."""
        side = (RIGHT - TITLE_CELL) / 2
        first, second = self._table((LEFT, side, TITLE_CELL, side), rows=2).rows
        above = "co_quan_cap_tren" if left[0][0] == "co_quan_cap_tren" else "co_quan_ban_hanh"
        names = [line for line in left if line[0] == above]
        self._stack(first.cells[0], names)
        self._ruled(self._stack(first.cells[2], right[:1]), rule, TITLE_CELL)
        self._stack(second.cells[0], left[len(names) :])
        self._stack(second.cells[1].merge(second.cells[3]), right[1:])

    def _masthead_by_tabs(self, left: list[Piece], right: list[Piece], rule: str) -> None:
        """The date stands level with the number."""
        at = next((n for n, (element, _) in enumerate(left) if element == "so_ky_hieu"), 1)
        rows = [*right[:1], *[BLANK] * (max(at, 1) - 1), *right[1:]]
        typed = [
            self._row((LEFT / 2, one), (LEFT + RIGHT / 2, other))
            for one, other in zip_longest(left, rows, fillvalue=BLANK)
        ]
        self._rule(typed[0], rule, at=LEFT, width=RIGHT)

    def _masthead_in_one_column(self, left: list[Piece], right: list[Piece], rule: str) -> None:
        self._stack(self._document, left[:-1] if left[-1][0] == "so_ky_hieu" else left)
        self._ruled(self._stack(self._document, right[:1]), rule, TEXT + 2 * CELL_GAP)
        if left[-1][0] == "so_ky_hieu":
            self._stack(self._document, left[-1:])
        self._stack(self._document, right[1:])

    def signatures(self, paper: Paper) -> None:
        """Ô 7 and 9: beside one signature the recipients, else under them."""
        recipients = list(paper.recipients())
        if len(paper.chu_ky) > 1 or self._layout == "plain":
            self.signed(paper.chu_ky)
            self._stack(self._document, recipients)
        elif self._layout == "tabs":
            self._beside_by_tabs(recipients, _lines(paper.chu_ky[0]))
        else:
            self._beside(recipients, paper.chu_ky[0])
        if paper.xac_nhan:
            self.signed((paper.xac_nhan,))

    def signed(self, signatures: Sequence[Signature]) -> None:
        """Signatures alone: one on the right, several from left to right."""
        if not signatures:
            return
        blocks = [_lines(signature) for signature in signatures]
        centres, widths = _centres(len(blocks))
        if len(blocks) == 1 and self._layout == "plain":
            for line in blocks[0]:
                self._typist.paragraph(self._document, line, left=LEFT, first_line=0)
        elif self._layout in ("tabs", "plain"):
            for row in zip_longest(*_levelled(blocks), fillvalue=BLANK):
                self._row(*zip(centres, row, strict=True))
        else:
            cells = self._table(widths).rows[0].cells[-len(blocks) :]
            for cell, lines in zip(cells, _levelled(blocks), strict=True):
                self._stack(cell, lines)
            self._typist.paragraph(self._document, BLANK)

    def _beside(self, recipients: list[Piece], signature: Signature) -> None:
        above = self._layout == "numbered"
        if above:
            self._stack(self._document, recipients)
        cells = self._table((LEFT, RIGHT)).rows[0].cells
        self._stack(cells[0], [BLANK] if above or not recipients else recipients)
        self._stack(cells[1], _lines(signature))
        self._typist.paragraph(self._document, BLANK)

    def _beside_by_tabs(self, recipients: list[Piece], signed: list[Piece]) -> None:
        for one, other in zip_longest(recipients, signed, fillvalue=BLANK):
            self._row((0, one), (LEFT + RIGHT / 2, other))

    def _row(self, *columns: tuple[float, Piece]) -> Paragraph:
        """One line: each piece after a tab, centred at its place in mm; at 0 without a tab."""
        while len(columns) > 1 and not columns[-1][1][1]:
            columns = columns[:-1]
        pieces = [(element, f"\t{text}" if at else text) for at, (element, text) in columns]
        if not any(text.strip() for _, text in pieces):
            return self._typist.paragraph(self._document, BLANK)
        paragraph = self._typist.paragraph(self._document, *pieces, like="cot")
        for at, _ in columns:
            if at:
                stops = paragraph.paragraph_format.tab_stops
                stops.add_tab_stop(Mm(at), WD_TAB_ALIGNMENT.CENTER)
        return paragraph

    def _stack(self, place: Place, lines: Sequence[Piece]) -> list[Paragraph]:
        if self._layout == "breaks" and isinstance(place, _Cell) and lines:
            first, *rest = lines
            # A second break leaves room for the rule between the title and the date.
            breaks = "\n\n" if first[0] == "tieu_de" else "\n"
            broken = [(element, breaks + text) for element, text in rest]
            return [self._typist.paragraph(place, first, *broken)]
        return [self._typist.paragraph(place, line) for line in lines]

    def _table(self, widths: Sequence[float], rows: int = 1) -> Table:
        table: Table = self._document.add_table(rows, len(widths))
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        return table

    def _ruled(self, stacked: list[Paragraph], rule: str, width: float) -> None:
        if stacked:
            self._rule(stacked[0], rule, at=0, width=width)

    def _rule(self, title: Paragraph, rule: str, *, at: float, width: float) -> None:
        """The line under the title, centred in a column that begins `at` mm and is `width` wide."""
        margin = (width - 2 * CELL_GAP - TITLE) / 2
        if rule == "border":
            form = title.paragraph_format
            form.left_indent = form.right_indent = Mm(margin - 0.3)
            border(title, "bottom")
        elif rule == "cell":
            cell_border(title)
        elif rule in ("line", "vml"):
            gap = 0 if at == 0 else CELL_GAP
            draw = drawn_line if rule == "line" else vml_line
            draw(title, left=at + gap + margin, width=TITLE)


def _lines(signature: Signature) -> list[Piece]:
    return [*signature.head(), *SIGNING, ("ho_ten_ky", signature.ho_ten)]


def _levelled(blocks: list[list[Piece]]) -> list[list[Piece]]:
    """Signatures side by side: their names on one line."""
    height = max(map(len, blocks))
    return [[*lines[:-1], *[BLANK] * (height - len(lines)), lines[-1]] for lines in blocks]


def _centres(count: int) -> tuple[list[float], list[float]]:
    """The middle of each signature's column and the columns' widths, in mm."""
    if count == 1:
        return [LEFT + RIGHT / 2], [LEFT, RIGHT]
    return [TEXT * (n + 0.5) / count for n in range(count)], [TEXT / count] * count
