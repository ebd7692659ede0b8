"""Templating: takes the paragraphs, rows and cells that only carry tags out of the tree.

Their marks stay where they stood. What a lifted tag may leave behind empty when its turn never
comes is marked too: `<?fill n?>` at the end of a cell, `<?box row?> … <?end row?>` around a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TypeVar

from lxml import etree

from docgen.templating.budget import Clock
from docgen.templating.cells import Cells
from docgen.templating.dashes import join_dashed
from docgen.templating.edges import RANGES, Tags, edges, is_bare
from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.grids import mark_grids
from docgen.templating.pieces import take_out
from docgen.templating.places import properties
from docgen.templating.tags import Tag, is_mark, marks_in
from docgen.templating.xml import Element, W, remove

_KINDS = {"p": f"{W}p", "tr": f"{W}tr", "tc": f"{W}tc"}
_NEED_PARAGRAPH = frozenset(
    f"{W}{name}"
    for name in (
        "tc",
        "txbxContent",
        "sdtContent",
        "hdr",
        "ftr",
        "body",
        "footnote",
        "endnote",
        "comment",
    )
)
_LEAST = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
"""The spacing of a paragraph that nobody shall see."""
T = TypeVar("T")


class Lifter:
    """Lifts the structural tags of one story and remembers what they may leave empty."""

    def __init__(self, problems: list[TemplateProblem], clock: Clock) -> None:
        self.problems = problems
        self.clock = clock
        self._cells: dict[Element, Element | None] = {}
        self._boxes: dict[Element, str] = {}
        self._told: set[Element] = set()
        self._tags: list[Tag] = []

    def lift(self, root: Element, tags: list[Tag]) -> None:
        """Lift every tag that asks for it, and paragraphs of nothing but block tags.

        What the dashes and the cell tags ask for is done first.
        """
        self._tags = tags
        present = [tags[number] for number in marks_in(root)]
        join_dashed(self.timely(present))
        Cells(tags, self.problems).shape(self.timely(present))
        for paragraph, found in self.timely(list(_by_paragraph(root, tags))):
            if next(marks_in(paragraph), None) is None:
                continue  # its row or cell is lifted already
            kinds = {tag.lifts for tag in found} - {"", "r"}
            if len(kinds) > 1:
                message = "không dùng lẫn thẻ p, tr, tc trong một đoạn"
                self.problems.append(found[0].problem(message))
            elif kinds and any(tag.opening == "{{" and tag.lifts == "p" for tag in found):
                self.lift_value(paragraph, found, tags)
            elif kinds:
                self._lift(paragraph, kinds.pop(), tags)
            elif _says_nothing(paragraph, found):
                self._replace(paragraph, found)

    def part(self, block: Sequence[Tag], tags: Tags) -> None:
        """Move the tags of a block out of several paragraphs, or rows, if they stand at edges."""
        for edge in edges(block, tags):
            if edge is None:
                continue
            element = edge.element
            standing = [mark for mark in edge.marks if element in mark.iterancestors()]
            if not standing:
                continue  # moved with another of this block
            if edge.is_bare:
                self._replace(element, [tags[mark] for mark in standing])
                continue
            for mark in standing:
                take_out(mark)
            for mark in standing if edge.is_first else reversed(standing):
                (element.addprevious if edge.is_first else element.addnext)(mark)
            self._note_left(element)

    def timely(self, work: Iterable[T]) -> Iterator[T]:
        """The work, piece by piece. Raises `TemplateError` when the time is up."""
        for piece in work:
            if self.clock.is_over():
                message = f"mẫu quá phức tạp: dịch quá {self.clock.seconds:g} giây chưa xong"
                raise TemplateError((TemplateProblem(message),))
            yield piece

    def settle(self, root: Element) -> list[str]:
        """Mark what may be left empty; gives the paragraph that fills each, by its number."""
        may_end = {body for body in root.iter(f"{W}body") if _ends_in_table(body)}
        for box, kind in self._boxes.items():
            box.addprevious(etree.ProcessingInstruction("box", kind))
            box.addnext(etree.ProcessingInstruction("end", kind))
            if (holder := _holder(box)) is not None:
                self._cells.setdefault(holder, None)
        for table in list(root.iter(f"{W}tbl")):
            if (before := _before(table)) is not None and is_mark(before):
                table.addprevious(etree.ProcessingInstruction("apart", "0"))
        mark_grids(_looped_rows(root, self._boxes))
        filled = {h: p for h, p in self._cells.items() if h not in may_end}
        return [_fill(*pair, number, root) for number, pair in enumerate(filled.items())]

    def lift_value(self, paragraph: Element, found: list[Tag], tags: list[Tag]) -> None:
        """`{{p x }}`: the paragraph stands only when there is something in it."""
        value, *others = (tag for tag in found if tag.opening != "{#")
        if others or not is_bare(paragraph):
            message = "thẻ {{p … }} phải đứng riêng một đoạn"
            self.problems.append(value.problem(message))
            return
        name = f"_value_{len(tags)}"
        for code in (f"with {name} = ({value.body.strip()})", f"if {name} not in ('', none)"):
            paragraph.addprevious(Tag.made(value, f"{{%{code}%}}", tags).mark)
        for code in ("endwith", "endif"):
            paragraph.addnext(Tag.made(value, f"{{%{code}%}}", tags).mark)
        value.code = f"{{{{\n{name} }}}}"
        self._note_left(paragraph)

    def _note_left(self, element: Element) -> None:
        """Remember what may be left empty when the paragraph, row or cell is not there."""
        if element.tag == f"{W}p" and (holder := _holder(element)) is not None:
            self._cells[holder] = element
        elif element.tag == f"{W}tc":
            row = next(element.iterancestors(f"{W}tr"))
            self._boxes[row] = "tc"
            self._note_left(row)
        elif element.tag == f"{W}tr":
            self._boxes[next(element.iterancestors(f"{W}tbl"))] = "tr"

    def _lift(self, node: Element, kind: str, tags: list[Tag]) -> None:
        wanted = _KINDS[kind]
        target = node if node.tag == wanted else next(node.iterancestors(wanted), None)
        if target in self._told:
            return
        found = [] if target is None else [tags[number] for number in marks_in(target)]
        if target is None:
            tag = tags[next(marks_in(node))]
            self.problems.append(tag.problem(f"thẻ {{%{kind} %}} phải nằm trong bảng"))
        elif _says_nothing(target, found):
            self._replace(target, found)
        else:
            tag = next(tag for tag in found if tag.lifts == kind)
            message = f"thẻ {{%{kind} %}} phải đứng một mình; phần đứng cạnh sẽ bị mất"
            self.problems.append(tag.problem(message))
            self._told.add(target)

    def _replace(self, target: Element, found: list[Tag]) -> None:
        """The marks in the place of what carried them; ends of ranges stay outside the block, the
        end of a section with what it ends."""
        opens = found[0].opens
        ranges = list(target.iter(*RANGES))
        marks = [tag.mark for tag in found]
        nodes = [*ranges, *marks] if opens else [*marks, *ranges]
        if _ends_section(target):
            nodes.insert(0 if self._ends_within(target, found) else len(nodes), _ending(target))
        for node in nodes:
            node.tail = None
            target.addprevious(node)
        self._note_left(target)
        holder = target.getparent()
        remove(target)
        _unwrap(holder)

    def _ends_within(self, target: Element, found: list[Tag]) -> bool:
        """Whether the section that ends here ends before the tags do: not one that began before
        the block which they close."""
        depth = sum(tag.closes - tag.opens for tag in found)
        if depth <= 0:
            return True
        for node in target.itersiblings(preceding=True):
            if _ends_section(node):
                return True
            for number in reversed(list(marks_in(node))):
                tag = self._tags[number]
                depth += tag.closes - tag.opens
                if not depth:
                    return _ends_section(node.getprevious())
        return False


def _says_nothing(element: Element, found: list[Tag]) -> bool:
    """Whether the element holds nothing but these tags, none of which prints anything."""
    return all(tag.opening != "{{" for tag in found) and is_bare(element, may_end_section=True)


def _ends_section(node: Element | None) -> bool:
    """Whether it is a paragraph with which a section ends."""
    return node is not None and node.find(f"{W}pPr/{W}sectPr") is not None


def _ending(paragraph: Element) -> Element:
    """The least paragraph, which ends the section that this one ends."""
    least = paragraph.makeelement(f"{W}p")
    own = etree.SubElement(least, f"{W}pPr")
    etree.SubElement(own, f"{W}spacing", {f"{W}{name}": value for name, value in _LEAST.items()})
    own.extend(paragraph.findall(f"{W}pPr/{W}sectPr"))
    return least


def _looped_rows(root: Element, boxes: Mapping[Element, str]) -> Set[Element]:
    """The rows that may take more or fewer columns than in the template."""
    spans = [mark for mark in root.iter(etree.PI) if getattr(mark, "target", "") == "span"]
    spanned = (next(mark.iterancestors(f"{W}tr")) for mark in spans)
    return {*spanned, *(row for row, kind in boxes.items() if kind == "tc")}


def _unwrap(holder: Element | None) -> None:
    """Put marks in the place of the content control that held nothing else."""
    control = None if holder is None else holder.getparent()
    if holder is None or control is None or holder.tag != f"{W}sdtContent":
        return
    if all(is_mark(child) or child.tag in RANGES for child in holder):
        for child in list(holder):
            control.addprevious(child)
        remove(control)


def _fill(holder: Element, paragraph: Element | None, number: int, root: Element) -> str:
    """Mark where the holder ends; gives the paragraph it needs, like the one it had."""
    mark = etree.ProcessingInstruction("fill", str(number))
    section = holder.find(f"{W}sectPr")
    if section is None:
        holder.append(mark)
    else:
        section.addprevious(mark)
    look = "" if paragraph is None else properties(paragraph, "pPr", root)
    return f"<w:p>{look}</w:p>"


def _ends_in_table(body: Element) -> bool:
    """Whether a table is the last there is, as Word itself never has it, but others do."""
    blocks = [child for child in body if child.tag != f"{W}sectPr"]
    return bool(blocks) and blocks[-1].tag == f"{W}tbl"


def _by_paragraph(root: Element, tags: list[Tag]) -> Iterator[tuple[Element, list[Tag]]]:
    """Paragraphs with the tags that stand in them (not in a text box within)."""
    found: dict[Element, list[Tag]] = {}
    for number in marks_in(root):
        if (paragraph := next(tags[number].mark.iterancestors(f"{W}p"), None)) is not None:
            found.setdefault(paragraph, []).append(tags[number])
    yield from found.items()


def _before(node: Element) -> Element | None:
    """What stands before the node, ends of ranges not counted."""
    before = node.getprevious()
    while before is not None and before.tag in RANGES:
        before = before.getprevious()
    return before


def _holder(node: Element) -> Element | None:
    """The cell, header, body … directly around, which may not be without a paragraph."""
    parent = node.getparent()
    return parent if parent is not None and parent.tag in _NEED_PARAGRAPH else None
