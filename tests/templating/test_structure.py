"""Structure: made-up templates, blocks in blocks in tables, against a model of a few lines.

Each piece of a template knows its own XML (`xml`) and what it comes to (`lines`): a line a
paragraph or row, as in `word.golden_text`. A piece stands `depth` loops deep: `{{ v2 }}` is the
value of the second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.templating import compile_template
from parts import W, paragraph, part, template
from word import golden_text

LISTS = {"nothing": [], "one": ["<y>"], "two": ["a&b", "c"], "lines": ["1\n2", ""]}
FLAGS = {"yes": True, "no": False}
IN_LINE = {
    "{% if yes %}i{% endif %}": "i",
    "{% if no %}{{ @ }}{% else %}e{% endif %}": "e",
    "{% for w in two %}({{ w }}){% endfor %}": "(a&b)(c)",
    "{% for w in nothing %}{{ w }}{% else %}n{% endfor %}": "n",
    "{# {{ nobody }} #}": "",
}
"""Tags within a paragraph and what they come to; `{{ @ }}` is the value of the loop around."""
APART = "\0"
"""Stands for the end of a table: two of them may not touch."""
Scope = dict[str, str]


@dataclass(frozen=True)
class Words:
    """A paragraph: words, values, an `if` or `for` in the line; `cuts` cut it into runs."""

    items: tuple[str, ...]
    cuts: tuple[int, ...] = ()

    def xml(self, depth: int, before: str = "", behind: str = "") -> str:
        text = f"{before}{''.join(self.items)}{behind}".replace("@", f"v{depth}")
        for position in sorted({cut % len(text) for cut in self.cuts}, reverse=True):
            text = f"{text[:position]}¦{text[position:]}"
        return paragraph(text)

    def lines(self, scope: Scope, depth: int) -> list[str]:
        shown = {**IN_LINE, "{{ @ }}": scope.get(f"v{depth}", "")}
        return "".join(shown.get(item, item) for item in self.items).split("\n")


@dataclass(frozen=True)
class Block:
    """An `if` or a `for` around paragraphs, tables, rows or cells; `how` is its prefix, or «edge»
    for tags that stand in the first and last of its paragraphs."""

    head: str
    inside: tuple[object, ...]
    how: str
    otherwise: tuple[object, ...] = ()

    def tags(self, depth: int) -> tuple[str, ...]:
        head = f"for v{depth + 1} in {self.head}" if self.head in LISTS else f"if {self.head}"
        prefix = "" if self.how == "edge" else self.how
        return tuple(f"{{%{prefix} {w} %}}" for w in (head, "else", f"end{head.split()[0]}"))

    def inner(self, depth: int) -> int:
        return depth + (self.head in LISTS)

    def turns(self, scope: Scope, depth: int) -> Iterator[tuple[object, Scope, int]]:
        """Each piece with what it knows, turn by turn."""
        inner = self.inner(depth)
        scopes = [{**scope, f"v{inner}": value} for value in LISTS.get(self.head, ())]
        scopes += [scope] * FLAGS.get(self.head, 0)
        yield from ((piece, known, inner) for known in scopes for piece in self.inside)
        yield from ((piece, scope, depth) for piece in (() if scopes else self.otherwise))

    def around(
        self, depth: int, wrap: Callable[[str], str], xml: Callable[[object, int], str]
    ) -> str:
        """The XML of the tags, each wrapped, and of what is between them."""
        opening, middle, closing = map(wrap, self.tags(depth))
        inside = "".join(xml(piece, self.inner(depth)) for piece in self.inside)
        other = "".join(xml(piece, depth) for piece in self.otherwise)
        return f"{opening}{inside}{f'{middle}{other}' if other else ''}{closing}"

    def xml(self, depth: int) -> str:
        first, *between, last = self.inside if len(self.inside) > 1 else (None, None)
        edged = self.how == "edge" and not self.otherwise
        if not (edged and isinstance(first, Words) and isinstance(last, Words)):
            return self.around(depth, paragraph, lambda piece, inner: piece.xml(inner))
        inner, (opening, _, closing) = self.inner(depth), self.tags(depth)
        middle = "".join(piece.xml(inner) for piece in between)
        return f"{first.xml(inner, before=opening)}{middle}{last.xml(inner, behind=closing)}"

    def lines(self, scope: Scope, depth: int) -> list[str]:
        turns = self.turns(scope, depth)
        return [line for piece, known, inner in turns for line in piece.lines(known, inner)]


@dataclass(frozen=True)
class Table:
    """A table: rows (tuples of cells, which are tuples of pieces), and blocks of rows or cells."""

    rows: tuple[object, ...]

    def xml(self, depth: int) -> str:
        rows = "".join(row_xml(row, depth) for row in self.rows)
        return f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"

    def lines(self, scope: Scope, depth: int) -> list[str]:
        rows = [line for row in self.rows for line in row_lines(row, scope, depth)]
        return [APART, *rows, APART] if rows else []


def row_xml(row: object, depth: int) -> str:
    if isinstance(row, Block):
        return row.around(depth, lambda tag: f"<w:tr>{tag_cell(tag)}</w:tr>", row_xml)
    return f"<w:tr>{''.join(cell_xml(cell, depth) for cell in row)}</w:tr>"


def cell_xml(cell: object, depth: int) -> str:
    if isinstance(cell, Block):
        return cell.around(depth, tag_cell, cell_xml)
    return f"<w:tc>{''.join(piece.xml(depth) for piece in cell)}</w:tc>"


def tag_cell(tag: str) -> str:
    return f"<w:tc>{paragraph(tag)}</w:tc>"


def row_lines(row: object, scope: Scope, depth: int) -> list[str]:
    if isinstance(row, Block):
        return [x for part, known, d in row.turns(scope, depth) for x in row_lines(part, known, d)]
    cells = [text for cell in row for text in cell_lines(cell, scope, depth)]
    return [" ;; ".join(cells)] if cells else []


def cell_lines(cell: object, scope: Scope, depth: int) -> list[str]:
    if isinstance(cell, Block):
        turns = cell.turns(scope, depth)
        return [x for part, known, d in turns for x in cell_lines(part, known, d)]
    return [" / ".join(settled([x for piece in cell for x in piece.lines(scope, depth)]))]


def settled(lines: list[str]) -> list[str]:
    """What holds the lines: two tables are kept apart, the last of all is a paragraph."""
    found: list[str] = []
    for line, before in zip(lines, ["", *lines], strict=False):
        if line != APART:
            found.append(line)
        elif before == APART:
            found.append("")
    return [*found, ""] if not lines or lines[-1] == APART else found


def parted(pieces: Iterable[object]) -> tuple[object, ...]:
    """The pieces, words between two tables: what touches in the template is left alone."""
    found: list[object] = []
    for piece in pieces:
        if found and isinstance(found[-1], Table) and isinstance(piece, Table):
            found.append(Words(("t",)))
        found.append(piece)
    return tuple(found)


def ended(pieces: tuple[object, ...]) -> tuple[object, ...]:
    """The pieces of a cell, which may not end in a table."""
    return (*pieces, Words(("t",))) if isinstance(pieces[-1], Table) else pieces


def some(pieces: st.SearchStrategy[object], most: int) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(pieces, min_size=1, max_size=most).map(tuple)


def blocks(pieces: st.SearchStrategy[tuple[object, ...]], *hows: str) -> st.SearchStrategy[Block]:
    heads = st.sampled_from([*LISTS, *FLAGS])
    return st.builds(Block, heads, pieces, st.sampled_from(hows), st.one_of(st.just(()), pieces))


def larger(pieces: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Blocks and tables of these pieces."""
    cells = some(pieces, 2).map(parted).map(ended)
    rows = some(st.one_of(cells, blocks(some(cells, 2), "tc")), 2)
    return st.one_of(
        blocks(some(pieces, 3).map(parted), "p", "", "edge"),
        st.builds(Table, some(st.one_of(rows, blocks(some(rows, 2), "tr", "")), 2)),
    )


items = some(st.sampled_from(["m", "o <p> ", "{{ @ }}", *IN_LINE]), 4)
cuts = st.lists(st.integers(0, 200), max_size=4).map(tuple)
words = st.builds(Words, items.map(lambda found: ("k", *found)), cuts)
bodies = some(st.recursive(words, larger, max_leaves=6), 4)


@settings(max_examples=250, deadline=None)
@given(bodies)
def test_a_template_comes_to_what_its_pieces_come_to(body):
    pieces = [piece for part in body for piece in (part, Words(("z",)))]
    source = template("".join(piece.xml(0) for piece in pieces))
    docx = compile_template(source).render({**LISTS, **FLAGS, "v0": "V"})
    lines = [line for piece in pieces for line in piece.lines({"v0": "V"}, 0)]
    assert golden_text(docx) == "\n".join(settled(lines)) + "\n"
    assert_well_made(part(docx))


def assert_well_made(xml: str) -> None:
    """No cell without a paragraph at its end, no row without a cell, no mark left."""
    root = etree.fromstring(xml.encode())
    for name, needed in (("tbl", "tr"), ("tr", "tc"), ("tc", "p")):
        for element in root.iter(f"{{{W}}}{name}"):
            assert element[-1].tag == f"{{{W}}}{needed}"
    assert not list(root.iter(etree.PI))
