"""Templating: shared blocks. `{%p include "blocks/x.docx" %}` is replaced by that file's body at compile time."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable

from lxml import etree

from docgen.templating.errors import TemplateError, TemplateProblem
from docgen.templating.package import content, read_package
from docgen.templating.tags import Element, Scanner, Tag, W
from docgen.templating.xml import parse

Blocks = Callable[[str], bytes]
"""Gives the bytes of a block by the name the template uses; raises KeyError for an unknown one."""

_INCLUDE = re.compile(r"\s*include\s+([\"'])(?P<name>[^\"']+)\1\s*")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def include_name(tag: Tag) -> str | None:
    """The block a tag includes, or None for other tags."""
    match = _INCLUDE.fullmatch(tag.body) if tag.opening == "{%" else None
    return match["name"] if match else None


class BlockReader:
    """Reads blocks for one template: scans their tags and brings the styles the host lacks."""

    def __init__(self, blocks: Blocks, scanner: Scanner, styles: Element | None) -> None:
        self.blocks = blocks
        self.scanner = scanner
        self.styles = styles

    def text(self, tag: Tag) -> str:
        """The XML of the block that `tag` includes, its tags scanned; empty when it cannot be used."""
        name = include_name(tag) or ""
        try:
            members = read_package(self.blocks(name))
            root = parse(content(members["word/document.xml"]))
        except KeyError:
            self.scanner.problems.append(tag.problem(f"không có khối dùng chung «{name}»"))
            return ""
        except TemplateError as error:
            self.scanner.problems += [tag.problem(problem.message) for problem in error.problems]
            return ""
        self._refuse_foreign(root, name)
        if self.styles is not None and "word/styles.xml" in members:
            bring_styles(parse(content(members["word/styles.xml"])), self.styles)
        self.scanner.scan(root, f"{name} · thân văn bản")
        return _inside(root)

    def _refuse_foreign(self, root: Element, name: str) -> None:
        """Pictures, links and lists of a block would need its own parts; not joined yet, so refused."""
        section = (f"{W}headerReference", f"{W}footerReference")
        keys = (str(key) for node in root.iter() if node.tag not in section for key in node.attrib)
        related = any(key.startswith(_RELATION) for key in keys)
        if related or next(root.iter(f"{W}numId"), None) is not None:
            message = "khối dùng chung chưa được chứa ảnh, liên kết hay danh sách tự động"
            self.scanner.problems.append(TemplateProblem(message, f"{name} · thân văn bản"))


def _inside(root: Element) -> str:
    """What stands in the body, with the marks of lifted tags, without the section's page set-up."""
    body = root.find(f"{W}body")
    if body is None:
        return ""
    parts = [body.text or ""]
    for child in body:
        if child.tag != f"{W}sectPr":
            parts.append(etree.tostring(child, encoding="unicode", with_tail=False))
        parts.append(child.tail or "")
    return "".join(parts)


def bring_styles(source: Element, target: Element) -> None:
    """Copy the styles that `target` lacks; where both have one, the host's stands."""
    known = {style.get(f"{W}styleId") for style in target.iter(f"{W}style")}
    for style in source.iter(f"{W}style"):
        if style.get(f"{W}styleId") not in known:
            target.append(copy.deepcopy(style))
