"""Thể thức: a Word file read as a document: its papers, their elements, its pages. Read-only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from docgen.thethuc.closing import read_closing, start_of_closing
from docgen.thethuc.errors import UnreadableDocument
from docgen.thethuc.knowledge import NOTHING, Knowledge
from docgen.thethuc.labels import Labels
from docgen.thethuc.letters import compose
from docgen.thethuc.lines import Line, Paragraph, paragraphs
from docgen.thethuc.looks import Looks
from docgen.thethuc.masthead import end_of_head, kind_of, read_head
from docgen.thethuc.opening import read_opening
from docgen.thethuc.order import out_of_order
from docgen.thethuc.paper import Paper, without_blanks
from docgen.thethuc.references import Dead, dead_references
from docgen.thethuc.relations import main_part
from docgen.thethuc.sections import Section, read_sections
from docgen.thethuc.structure import Item, items
from docgen.thethuc.text import Text, sorted_text
from docgen.thethuc.words import ANNEX, ATTACHED, TYPE_LINE, fold, is_body_name, is_title
from docgen.thethuc.xml import Node, W, parse

_DATE = re.compile(r"ngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})")
_SHORT_DATE = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(\d{4})")


@dataclass(eq=False)
class DocumentView:
    """What a file says and how it looks. `papers[0]` is the document, others are attached to it."""

    parts: Mapping[str, bytes]
    main: str
    root: Node
    paragraphs: tuple[Paragraph, ...]
    papers: tuple[Paper, ...]
    sections: tuple[Section, ...]
    known: Knowledge = NOTHING
    composed: Mapping[Node, str] = field(default_factory=dict)
    """Paragraphs whose letters were typed in another way, each with a word of it."""
    structures: dict[int, tuple[Item, ...]] = field(default_factory=dict)
    wrong_numbers: dict[int, Mapping[int, str]] = field(default_factory=dict)
    texts: dict[tuple[int, tuple[float, float]], Text] = field(default_factory=dict)

    @property
    def paper(self) -> Paper:
        """The document itself."""
        return self.papers[0]

    @property
    def written(self) -> tuple[Paper, ...]:
        """The papers whose text is set as the guidance says: annexes are free."""
        return tuple(paper for paper in self.papers if not paper.lines("phu_luc"))

    def structure(self, paper: Paper) -> tuple[Item, ...]:
        """The numbered parts of a paper's text."""
        if id(paper) not in self.structures:
            self.structures[id(paper)] = tuple(items(paper.body))
        return self.structures[id(paper)]

    @cached_property
    def dead(self) -> tuple[Dead, ...]:
        """The references to parts of the text that point nowhere."""
        known = {id(paper): self.structure(paper) for paper in self.papers}
        return tuple(
            dead for paper in self.written for dead in dead_references(paper, self.paper, known)
        )

    def misnumbered(self, paper: Paper) -> Mapping[int, str]:
        """The numbered parts out of order: by the id of the item, the number it should have."""
        if id(paper) not in self.wrong_numbers:
            self.wrong_numbers[id(paper)] = out_of_order(self.structure(paper), paper.body)
        return self.wrong_numbers[id(paper)]

    def text(self, paper: Paper, sizes: tuple[float, float]) -> Text:
        """A paper's text, headings and paragraphs told apart; `sizes` (pt) may be used in it."""
        key = id(paper), sizes
        if key not in self.texts:
            bases = paper.lines("can_cu")
            self.texts[key] = sorted_text(paper.body, self.structure(paper), sizes, bases=bases)
        return self.texts[key]

    def sheets(self) -> Iterator[tuple[Section, tuple[Paragraph, ...]]]:
        """Each section with its paragraphs."""
        sections = iter(self.sections)
        held: list[Paragraph] = []
        for paragraph in self.paragraphs:
            held.append(paragraph)
            if paragraph.ends_section:
                yield next(sections), tuple(held)
                held = []
        yield from ((section, tuple(held)) for section in sections)

    @cached_property
    def is_state(self) -> bool:
        """Whether it is a state document: it has the quốc hiệu and no title of the Party."""
        return bool(self.paper.lines("quoc_hieu")) and not self.paper.lines("tieu_de")

    @cached_property
    def date(self) -> date | None:
        """The day under the title; None where it is blank or is no day."""
        line = self.paper.line("dia_danh_ngay")
        words = fold(line.text) if line else ""
        match = _DATE.search(words) or _SHORT_DATE.search(words)
        if match is None:
            return None
        try:
            return date(int(match[3]), int(match[2]), int(match[1]))
        except ValueError:
            return None


def read_document(parts: Mapping[str, bytes], known: Knowledge = NOTHING) -> DocumentView:
    """The document that the parts of a docx (name → unpacked bytes) make.

    Raises `UnreadableDocument` when they are no Word document.
    """
    main = main_part(parts)
    if main not in parts:
        raise UnreadableDocument("Tệp không có phần thân văn bản Word.")
    root = parse(parts[main])
    composed = compose(root)
    body = root.find(f"{W}body")
    if body is None:
        raise UnreadableDocument("Tệp không có phần thân văn bản Word.")
    looks = Looks(parts)
    found = tuple(paragraphs(root, main, looks, Labels(looks)))
    sections = read_sections(body, parts, looks, main=main)
    lines = without_blanks(line for paragraph in found for line in paragraph.lines)
    papers = tuple(_papers(lines))
    _add_page_marks(papers[0], sections)
    return DocumentView(parts, main, root, found, papers, sections, known, composed)


def _papers(lines: Sequence[Line]) -> Iterator[Paper]:
    """The document, then each paper attached to it."""
    start = 0
    while start < len(lines) or start == 0:
        paper = Paper(is_attached=start > 0)
        rest = lines[start:]
        length = _read_paper(rest, paper)
        yield paper
        start += max(length, 1)


def _read_paper(lines: Sequence[Line], paper: Paper) -> int:
    """Put the lines of the first paper among these to its elements; gives how many they are."""
    head = end_of_head(lines)
    if paper.is_attached and lines and ANNEX.match(fold(lines[0].text)):
        paper.add("phu_luc", lines[0])
        head = 1
    elif paper.is_attached and lines and _is_bare_title(lines):
        head = 0
    else:
        read_head(lines[:head], paper)
    text = head + read_opening(lines[head:], paper)
    closing = text + start_of_closing(lines[text:])
    end = _end_of_paper(lines, text, closing)
    closing = min(closing, end)
    for line in lines[text:closing]:
        paper.add("bang" if line.paragraph.cell is not None else "noi_dung", line)
    read_closing(lines[closing:end], paper)
    return end


def _end_of_paper(lines: Sequence[Line], text: int, closing: int) -> int:
    """Where another paper begins: on a page of its own, or by its title behind the signatures."""
    for place in range(max(text, 1), len(lines)):
        line = lines[place]
        words = fold(line.text)
        own_page = line.paragraph.breaks_page
        if _is_annex(line):
            return place
        if place > closing + 1 or own_page:
            is_type = line.is_upper and line.is_centred and TYPE_LINE.match(words)
            if is_type and _is_attached_title(lines[place : place + 8]):
                return place
            if own_page and _is_bare_title(lines[place:]):
                return place
            if own_page and place > closing and is_type:
                return place
    return len(lines)


def _is_annex(line: Line) -> bool:
    """Whether an annex begins here: by its label alone, or on a page of its own."""
    words = fold(line.text)
    own_page = line.paragraph.breaks_page
    if ANNEX.fullmatch(words):
        return own_page or line.is_centred or line.is_upper
    return own_page and (line.is_centred or line.is_bold) and bool(ANNEX.match(words))


def _is_bare_title(lines: Sequence[Line]) -> bool:
    """Whether an attached paper begins with its title: no bodies, no number above it."""
    first = lines[0]
    named = is_title(fold(first.text)) or is_body_name(first.text)
    return _is_loud(first) and not named and _is_attached_title(lines[:8])


def _is_loud(line: Line) -> bool:
    return line.is_upper and line.is_centred and line.paragraph.cell is None


def _is_attached_title(lines: Sequence[Line]) -> bool:
    """Whether among the lines of a title one says what the paper is attached to."""
    return any(ATTACHED.match(fold(line.text)) for line in lines)


def _add_page_marks(paper: Paper, sections: Sequence[Section]) -> None:
    """What stands at the edge of page 1 (ô 11a): read from the first page's header."""
    if not sections:
        return
    for margin in sections[0].shown("first"):
        if margin.numbers or margin.place != "header":
            continue
        for line in (line for paragraph in margin.paragraphs for line in paragraph.lines):
            kind = kind_of(line)
            if kind in ("du_thao", "khan"):
                paper.add(kind, line)
            elif line.text and (line.is_upper or kind == "pham_vi"):
                paper.add("pham_vi", line)
