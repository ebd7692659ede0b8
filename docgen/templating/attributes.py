"""Templating: tags that stand in no text: in the address of a link, in the words for a picture.

Word keeps an address among the relations of the part, its braces often percent-encoded. Such a
relation goes; each time the link is put out it gets one with its own address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from docgen.templating.additions import Additions
from docgen.templating.notes import part_of
from docgen.templating.openers import OPENER, as_meant, tags_in
from docgen.templating.spots import Spot, spots
from docgen.templating.tags import IN_START_TAG, Scanner, Tag
from docgen.templating.xml import RELATION, Element, W, remove

_LINKS = (f"{W}hyperlink", "{*}hlinkClick", "{*}hlinkHover")
_PICTURES = ("{*}docPr", "{*}cNvPr")
_BRACES = re.compile(r"(?:\{|%7b){2}(.*?)(?:\}|%7d){2}", re.IGNORECASE)


def scan_attributes(
    root: Element, scanner: Scanner, additions: Additions, *, part: str, place: str
) -> None:
    """Mark the tags in the attributes of a story; `place` is what problems call it."""
    found = [*_addresses(root, additions, part), *_descriptions(root)]
    known = dict(spots(root, place)) if found else {}
    for element, target, text in found:
        paragraphs = element.iterancestors(f"{W}p")
        spot = next((known[p] for p in paragraphs if p in known), Spot(place))
        spot = spot.quoting(text, 0, len(text))
        if (expression := _expression(text)) is None:
            scanner.problems.append(spot.problem("ở đây chỉ dùng được thẻ {{ … }}"))
            continue
        mark = etree.ProcessingInstruction(target, str(len(scanner.tags)))
        element.insert(0, mark)
        code = f"{{{{\n{expression} }}}}"
        tag = Tag("{{", "", expression, spot, mark, code, filter=IN_START_TAG[target].filter)
        scanner.tags.append(tag)


def _addresses(
    root: Element, additions: Additions, part: str
) -> Iterator[tuple[Element, str, str]]:
    """The links with tags in their address, which is no relation of the part any more."""
    spent: dict[Element, str] = {}
    for link in root.iter(*_LINKS):
        note = part_of(link)
        relations = additions.relations(additions.name_of(note) if note else part)
        id = link.get(f"{RELATION}id")
        for relation in () if relations is None or id is None else relations:
            if relation.get("Id") != id:
                continue
            target = _BRACES.sub(_decoded, relation.get("Target", ""))
            if OPENER.search(target):
                spent[relation] = note
                yield link, "address", target
    for relation, note in spent.items():
        additions.relations(additions.name_of(note) if note else part, change=True)
        remove(relation)


def _decoded(braces: re.Match[str]) -> str:
    return f"{{{{{unquote(braces[1])}}}}}"


def _descriptions(root: Element) -> Iterator[tuple[Element, str, str]]:
    """The pictures and shapes with tags in their alternative text or its title."""
    for picture in root.iter(*_PICTURES):
        for name in ("descr", "title"):
            if OPENER.search(text := picture.get(name, "")):
                yield picture, name, text


def _expression(text: str) -> str | None:
    """What gives the text with its tags' values; None when a tag is no value or not closed."""
    parts: list[str] = []
    position = 0
    for start, end in tags_in(text):
        if not text.startswith("{{", start):
            return None
        parts += (json.dumps(text[position:start]), f"({as_meant(text[start + 2 : end - 2])})")
        position = end
    rest = text[position:]
    parts.append(json.dumps(rest))
    return None if OPENER.search(rest) else " ~ ".join(part for part in parts if part != '""')
