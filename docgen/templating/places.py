"""Templating: where a value will stand: what a newline in it becomes, the look of its run."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from docgen.templating.edges import is_bare
from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.notes import part_of
from docgen.templating.tags import Tag
from docgen.templating.xml import Element, W, fragment

_OUTSIDE_PARAGRAPH = re.compile(
    r"<w:sectPr\b.*?</w:sectPr>|<w:pPrChange\b.*?</w:pPrChange>|<w:rPrChange\b.*?</w:rPrChange>"
    r"|<w:(?:sectPr|pageBreakBefore|ins|del|moveFrom|moveTo)\b[^<>]*/>",
    re.DOTALL,
)
"""What the first of several like paragraphs has alone."""
_TEXT = '<w:t xml:space="preserve">'
SOFT_BREAK = f"</w:t><w:br/>{_TEXT}"
_LONGEST = 20_000
_DROPPED = (f"{W}rPrChange", f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")


class Place(NamedTuple):
    """Where a value may stand: what a newline in it becomes; how its run opens, its properties by
    name.

    `in_link` tells that it is in a hyperlink already, `whole` that nothing else is in its paragraph
    (`{{p x }}`, or nothing to see), so that other paragraphs may take its place, `is_lifted` that
    it is `{{p x }}`; `note` is the kind of part the note around belongs to, empty where there is
    none.
    """

    line_break: str
    opening: str
    look: tuple[tuple[str, str], ...]
    in_link: bool
    note: str
    whole: bool = False
    is_lifted: bool = False


def places_of(tags: Sequence[Tag], root: Element) -> Iterator[Place]:
    """The places of tags that stand in the text of runs. Raises `TemplateError`."""
    known: dict[Element | None, Place] = {}
    paragraphs = [next(tag.mark.iterancestors(f"{W}p"), None) for tag in tags]
    together = Counter(paragraphs)
    for tag, paragraph in zip(tags, paragraphs, strict=True):
        run = _parent(tag.place)
        if run not in known:
            known[run] = _place(run, root)
        is_lifted = tag.lifts == "p"
        whole = is_lifted or (together[paragraph] == 1 and _is_alone(tag, paragraph))
        yield known[run]._replace(whole=True, is_lifted=is_lifted) if whole else known[run]


def _place(run: Element | None, root: Element) -> Place:
    """The place of the tags in a run."""
    if run is None:
        return Place(SOFT_BREAK, f"<w:r>{_TEXT}", (), False, "")
    opening = f"<w:r>{properties(run, 'rPr', root)}{_TEXT}"  # refuses what is too long
    own = run.find(f"{W}rPr")
    found = () if own is None else (child for child in own if child.tag not in _DROPPED)
    look = tuple((etree.QName(child).localname, fragment(child, root)) for child in found)
    link = next(run.iterancestors(f"{W}hyperlink", f"{W}fldSimple"), None)
    line_break = _line_break(run, opening, root)
    return Place(line_break, opening, look, link is not None, part_of(run))


def _is_alone(tag: Tag, paragraph: Element | None) -> bool:
    """Whether nothing else is in the paragraph of the tag."""
    if paragraph is None or not is_bare(paragraph):
        return False
    return list(paragraph.iter(etree.PI)) == [tag.mark]


def _line_break(run: Element, opening: str, root: Element) -> str:
    """What a newline in a value becomes: a new paragraph like this one.

    A line break where that would break something apart: in a hyperlink or content control, or in
    a paragraph that ends a section.
    """
    paragraph = _parent(run)
    if paragraph is None or paragraph.tag != f"{W}p":
        return SOFT_BREAK
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return SOFT_BREAK
    return f"</w:t></w:r></w:p><w:p>{properties(paragraph, 'pPr', root)}{opening}"


def properties(element: Element, name: str, root: Element) -> str:
    """The XML of the paragraph's or run's properties, without what belongs to one place alone.

    Raises `TemplateError` for more than anybody set.
    """
    found = element.find(f"{W}{name}")
    xml = "" if found is None else _OUTSIDE_PARAGRAPH.sub("", fragment(found, root))
    if len(xml) > _LONGEST:
        raise TemplateError((TemplateProblem("mẫu có đoạn khai định dạng quá dài"),))
    return xml


def _parent(element: Element | None) -> Element | None:
    return None if element is None else element.getparent()
