"""Templating: shared blocks: `{%p include "blocks/x.docx" %}` becomes that file's body."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable

from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.lift import Lifter
from docgen.templating.package import BODY, content, read_package
from docgen.templating.tags import Scanner, Tag
from docgen.templating.xml import RELATION, Element, W, parse, parse_story, remove

Blocks = Callable[[str], bytes]
"""Gives the bytes of a block by the name the template uses; raises KeyError for an unknown one."""

_INCLUDE = re.compile(r"\s*include\s+([\"'])(?P<name>[^\"']+)\1\s*")
_STYLES = "word/styles.xml"
_OF_PAGES = (f"{W}sectPr", f"{W}headerReference", f"{W}footerReference")
_FOREIGN = tuple(
    f"{W}{name}" for name in ("numId", "footnoteReference", "endnoteReference", "commentReference")
)
_NAMES_STYLE = tuple(
    f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next")
)


def include_name(tag: Tag) -> str | None:
    """The block a tag includes, or None for other tags."""
    match = _INCLUDE.fullmatch(tag.body) if tag.opening == "{%" else None
    return match["name"] if match else None


class BlockReader:
    """Puts blocks into one story: reads their tags and brings the styles the host lacks."""

    def __init__(
        self, blocks: Blocks, scanner: Scanner, lifter: Lifter, *, styles: Element | None
    ) -> None:
        self.blocks = blocks
        self.scanner = scanner
        self.lifter = lifter
        self.styles = styles

    def include_all(self, tags: Iterable[Tag], within: tuple[str, ...] = ()) -> None:
        """Put the block of each `include` in the place of its mark, and so on within the block."""
        for tag in tags:
            name = include_name(tag)
            if name is None or tag.place is None or tag.place.tag == f"{W}t":
                continue
            if name in within:
                message = f"khối dùng chung «{name}» gọi lại chính nó"
                self.scanner.problems.append(tag.problem(message))
            elif (body := self._body(name, tag)) is not None:
                start = len(self.scanner.tags)
                self.scanner.scan(body, f"{name} · thân văn bản")
                own = self.scanner.tags[start:]
                self.lifter.lift(body, self.scanner.tags)
                self.include_all(own, (*within, name))
                for child in list(body):
                    if child.tag != f"{W}sectPr":
                        tag.mark.addprevious(child)
            remove(tag.mark)

    def _body(self, name: str, tag: Tag) -> Element | None:
        """The block's body; None, with a problem at the tag, when it cannot be used."""
        try:
            members = read_package(self.blocks(name))
            root = parse_story(content(members[BODY]))
            styles = parse(content(members[_STYLES])) if _STYLES in members else None
        except KeyError:
            problem = tag.problem(f"không có khối dùng chung «{name}»")
            self.scanner.problems.append(problem)
            return None
        except TemplateError as error:
            self.scanner.problems += [tag.problem(problem.message) for problem in error.problems]
            return None
        self._refuse_foreign(root, name)
        if self.styles is not None and styles is not None:
            bring_styles(root, source=styles, target=self.styles)
        return root.find(f"{W}body")

    def _refuse_foreign(self, root: Element, name: str) -> None:
        """Pictures, links, notes and lists would need the block's own parts: not joined yet."""
        own = (node for node in root.iter() if node.tag not in _OF_PAGES)
        related = any(str(key).startswith(RELATION) for node in own for key in node.attrib)
        if related or next(root.iter(*_FOREIGN), None) is not None:
            message = "khối dùng chung chưa được chứa ảnh, liên kết, chú thích, danh sách tự động"
            self.scanner.problems.append(TemplateProblem(message, f"{name} · thân văn bản"))


def bring_styles(root: Element, *, source: Element, target: Element) -> None:
    """Copy the styles that `root` uses and `target` lacks; of two the host's stands."""
    known = {style.get(f"{W}styleId") for style in target.iter(f"{W}style")}
    offered = {style.get(f"{W}styleId"): style for style in source.iter(f"{W}style")}
    wanted = [node.get(f"{W}val") for node in root.iter(*_NAMES_STYLE)]
    while wanted:
        style = offered.get(wanted.pop())
        if style is None or (id := style.get(f"{W}styleId")) in known:
            continue
        known.add(id)
        copied = copy.deepcopy(style)
        copied.attrib.pop(f"{W}default", "")
        target.append(copied)
        wanted += [node.get(f"{W}val") for node in copied.iter(*_NAMES_STYLE)]
