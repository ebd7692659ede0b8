"""Thể thức: small changes to a document's tree, each touching no more than it says.

Lengths in mm, sizes and spacing in pt. After a change of text the lines read before are out of
date where they stood: one change a paragraph, then read again.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from docgen.thethuc.document import DocumentView
from docgen.thethuc.lines import Line, Paragraph
from docgen.thethuc.profiles import Profile
from docgen.thethuc.runs import alone, cut, placed, properties_of, set_look
from docgen.thethuc.sections import Section
from docgen.thethuc.xml import Node, W, serialised

PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
    "sectPr", "pPrChange",
)  # fmt: skip
"""The properties of paragraphs and sections as the schema orders them."""
SECTION_ORDER = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
    "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote",
    "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings",
)  # fmt: skip


def twips(mm: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(mm * 1440 / 25.4)


class Editor:
    """Changes one document that was read; `changed` gives the parts to write."""

    def __init__(self, document: DocumentView, profile: Profile) -> None:
        self.document = document
        self.profile = profile
        self._roots: dict[str, Node] = {}
        self._files: dict[str, bytes] = {}

    def changed(self) -> Mapping[str, bytes]:
        """The parts that are new or different now."""
        return {**{part: serialised(root) for part, root in self._roots.items()}, **self._files}

    def part(self, name: str) -> bytes | None:
        """A part as it was read, or as it was written since; None where there is none."""
        return self._files.get(name, self.document.parts.get(name))

    def put(self, part: str, data: bytes) -> None:
        """Write a part whole."""
        self._files[part] = data

    def replace(self, line: Line, start: int, end: int, text: str) -> None:
        """Put a text in the place of some letters of a line; it looks like the first of them."""
        self.touch(line.paragraph)
        at, put = 0, False
        for number, span in enumerate(line.spans):
            left, right = max(start - at, 0), min(end - at, len(span.text))
            last = number == len(line.spans) - 1
            if left < right or (not put and left == right <= len(span.text) and (left or last)):
                cut(span, left, right, "" if put else text)
                put = True
            at += len(span.text)
        if not put and line.spans:
            cut(line.spans[0], 0, 0, text)

    def set_text(self, line: Line, text: str) -> None:
        """Give a line another text, changing only the letters that differ."""
        old = line.text
        start = 0
        while start < min(len(old), len(text)) and old[start] == text[start]:
            start += 1
        tail = 0
        while tail < min(len(old), len(text)) - start and old[-1 - tail] == text[-1 - tail]:
            tail += 1
        self.replace(line, start, len(old) - tail, text[start : len(text) - tail])

    def look(self, line: Line, **properties: Any) -> None:
        """Set the look of every letter of a line: font, size, bold, italic, caps, strike,
        underline, colour."""
        self.touch(line.paragraph)
        for span in line.spans:
            run = alone(span)
            for name, value in properties.items():
                set_look(run, name, value)

    def dress(self, paragraph: Paragraph, runs: Iterable[Node], **properties: Any) -> None:
        """Set the look of whole runs of a paragraph."""
        self.touch(paragraph)
        for run in runs:
            for name, value in properties.items():
                set_look(run, name, value)

    def paragraph(self, paragraph: Paragraph, **properties: Any) -> None:
        """Set a paragraph's align, first_line, left, right (mm), before, after (pt), line (pt,
        exact), contextual."""
        self.touch(paragraph)
        look = properties_of(paragraph.node, "pPr")
        if "align" in properties:
            placed(look, "jc", PARAGRAPH_ORDER).set(f"{W}val", properties["align"])
        named = ("before", "after", "line")
        spacing = {key: round(properties[key] * 20) for key in named if key in properties}
        if spacing:
            node = placed(look, "spacing", PARAGRAPH_ORDER)
            for key, value in spacing.items():
                node.set(f"{W}{key}", str(value))
                node.attrib.pop(f"{W}{key}Autospacing", "")
                node.attrib.pop(f"{W}{key}Lines", "")
            if "line" in spacing:
                node.set(f"{W}lineRule", "exact")
        if "contextual" in properties and properties["contextual"] != paragraph.look.contextual:
            switch = placed(look, "contextualSpacing", PARAGRAPH_ORDER)
            switch.set(f"{W}val", "1" if properties["contextual"] else "0")
        _set_indent(look, properties)

    def remove(self, paragraph: Paragraph) -> None:
        """Take an empty paragraph away."""
        self.touch(paragraph)
        if (parent := paragraph.node.getparent()) is not None:
            parent.remove(paragraph.node)

    def page(self, section: Section, **margins: float) -> None:
        """Set the margins of a section (mm): top, bottom, left, right, header, footer."""
        self.touch_main()
        node = placed(
            section.node, "pgMar", ("headerReference", "footerReference", "pgSz", "pgMar")
        )
        for name, value in margins.items():
            node.set(f"{W}{name}", str(twips(value)))
        for name in ("header", "footer", "gutter", "top", "bottom", "left", "right"):
            if node.get(f"{W}{name}") is None:
                node.set(f"{W}{name}", "0")

    def paper(self, section: Section, width: float, height: float) -> None:
        """Set the paper of a section (mm)."""
        self.touch_main()
        node = placed(section.node, "pgSz", SECTION_ORDER)
        for name, value in (("w", width), ("h", height)):
            node.set(f"{W}{name}", str(twips(value)))
        node.attrib.pop(f"{W}code", "")
        if width < height:
            node.attrib.pop(f"{W}orient", "")

    def insert_after(
        self, paragraph: Paragraph, text: str, *, like: Paragraph, **properties: Any
    ) -> None:
        """Put a new paragraph of this text behind one, with the look of another's first run, but
        for the properties given (see `look`)."""
        self.touch(paragraph)
        new = like.node.makeelement(f"{W}p")
        if (look := like.node.find(f"{W}pPr")) is not None:
            kept = copy.deepcopy(look)
            for extra in kept.findall(f"{W}sectPr") + kept.findall(f"{W}numPr"):
                kept.remove(extra)
            new.append(kept)
        run = new.makeelement(f"{W}r")
        if like.spans and (look := like.spans[0].run.find(f"{W}rPr")) is not None:
            run.append(copy.deepcopy(look))
        for name, value in properties.items():
            set_look(run, name, value)
        leaf = run.makeelement(f"{W}t")
        leaf.text = text
        run.append(leaf)
        new.append(run)
        paragraph.node.addnext(new)

    def touch(self, paragraph: Paragraph) -> None:
        """Say that something in the part of a paragraph was changed."""
        self._roots[paragraph.part] = paragraph.node.getroottree().getroot()

    def touch_main(self) -> None:
        """Say that something in the text's part was changed."""
        self._roots[self.document.main] = self.document.root


def _set_indent(look: Node, properties: Mapping[str, Any]) -> None:
    wanted = {key: properties[key] for key in ("left", "right", "first_line") if key in properties}
    if not wanted:
        return
    node = placed(look, "ind", PARAGRAPH_ORDER)
    for key, value in wanted.items():
        name = "firstLine" if key == "first_line" else key
        for other in (f"{name}Chars", "hanging", "hangingChars") if name == "firstLine" else ():
            node.attrib.pop(f"{W}{other}", "")
        node.set(f"{W}{name}", str(twips(value)))
