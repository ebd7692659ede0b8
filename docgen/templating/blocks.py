"""Templating: shared blocks: `{%p include "blocks/x.docx" %}` becomes that file's body."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from docgen.templating.additions import Additions
from docgen.templating.attributes import scan_attributes
from docgen.templating.errors import TemplateError
from docgen.templating.foreign import Foreign
from docgen.templating.lift import Lifter
from docgen.templating.notes import part_of
from docgen.templating.package import content, main_part, read_package
from docgen.templating.safety import refuse_hostile
from docgen.templating.tags import Scanner, Tag
from docgen.templating.values import Unprintable
from docgen.templating.xml import Element, W, parse_story, remove

Blocks = Callable[[str], bytes]
"""Gives the bytes of a block by the name the template uses; raises KeyError for an unknown one."""

_INCLUDE = re.compile(r"\s*include\s+([\"'])(?P<name>[^\"']+)\1\s*")


def include_name(tag: Tag) -> str | None:
    """The block a tag includes, or None for other tags."""
    match = _INCLUDE.fullmatch(tag.body) if tag.opening == "{%" else None
    return match["name"] if match else None


class BlockReader:
    """Puts blocks into one story: reads their tags and brings what they need (`foreign`)."""

    def __init__(
        self, blocks: Blocks, scanner: Scanner, lifter: Lifter, *, additions: Additions, part: str
    ) -> None:
        self.blocks = blocks
        self.scanner = scanner
        self.lifter = lifter
        self.additions = additions
        self.part = part

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
                place = f"{name} · thân văn bản"
                self.scanner.scan(body, place)
                scan_attributes(body, self.scanner, self.additions, part=self.part, place=place)
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
            refuse_hostile({part: content(member) for part, member in members.items()})
            root = parse_story(content(members[main_part(members)]))
            note = part_of(tag.mark)
            part = self.additions.name_of(note) if note else self.part
            Foreign(members, self.additions, part).settle(root)
        except KeyError:
            problem = tag.problem(f"không có khối dùng chung «{name}»")
            self.scanner.problems.append(problem)
            return None
        except TemplateError as error:
            self.scanner.problems += [tag.problem(problem.message) for problem in error.problems]
            return None
        except Unprintable as error:
            self.scanner.problems.append(tag.problem(f"khối dùng chung «{name}»: {error}"))
            return None
        return root.find(f"{W}body")
