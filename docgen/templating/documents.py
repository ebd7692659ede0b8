"""Templating: a whole docx as a value: its body stands in the place of `{{p x }}`."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.templating.package import Member, content, main_part, read_package
from docgen.templating.rich import Rich
from docgen.templating.safety import refuse_hostile
from docgen.templating.values import Unprintable
from docgen.templating.xml import Element, W, parse_story

if TYPE_CHECKING:
    from docgen.templating.home import Home

_TEXTS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n"}


@dataclass(frozen=True)
class Document(Rich):
    """The paragraphs and tables of a docx, with the styles, lists, links and pictures they need.

    Its pages, headers and comments stay behind. Raises `TemplateError` for what is no docx.
    """

    data: bytes

    def __post_init__(self) -> None:
        refuse_hostile({name: content(member) for name, member in self.members.items()})
        assert self._root is not None

    @cached_property
    def members(self) -> dict[str, Member]:
        """The parts of the file."""
        return read_package(self.data)

    def body(self) -> Element:
        """Its tree, to be changed."""
        return copy.deepcopy(self._root)

    def runs(self, home: Home) -> str:
        """None: a document is no text in a line."""
        raise Unprintable("văn bản con phải đặt bằng thẻ {{p … }} đứng riêng một đoạn")

    def __str__(self) -> str:
        return "\n".join(_lines(self._root))

    @cached_property
    def _root(self) -> Element:
        root = parse_story(content(self.members[main_part(self.members)]))
        body = root.find(f"{W}body")
        return root if body is None else body


def _lines(root: Element) -> Iterator[str]:
    """The text of each paragraph."""
    for paragraph in root.iter(f"{W}p"):
        nodes = paragraph.iter(f"{W}t", *_TEXTS)
        yield "".join(_TEXTS.get(str(node.tag), node.text or "") for node in nodes)
