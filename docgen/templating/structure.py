"""Templating: whether the blocks of a template open and close where XML allows it."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.templating.errors import TemplateProblem
from docgen.templating.tags import Tag

_CLOSES = {"endif": "if", "endfor": "for", "endset": "set", "endwith": "with"}
OPENS = frozenset(_CLOSES.values())
_BETWEEN = {"elif": ("if",), "else": ("if", "for")}
_ALONE = ("keep",)


def check_structure(tags: list[Tag]) -> Iterator[TemplateProblem]:
    """Every fault of nesting: unknown statements, blocks not closed, or closed in another place."""
    open_tags: list[Tag] = []
    for tag in tags:
        word = tag.keyword
        if not word or word in _ALONE:
            continue
        if word in _CLOSES:
            yield from _close(open_tags, tag)
        elif word in _BETWEEN:
            yield from _between(open_tags, tag)
        elif word in OPENS:
            if not (word == "set" and "=" in tag.body):
                open_tags.append(tag)
        else:
            yield tag.problem(f"lệnh «{word}» không dùng được trong mẫu")
    for tag in open_tags:
        yield tag.problem(f"khối «{tag.keyword}» mở ở đây mà không đóng; thiếu «end{tag.keyword}»")


def _close(open_tags: list[Tag], tag: Tag) -> Iterator[TemplateProblem]:
    wanted = _CLOSES[tag.keyword]
    if not open_tags or open_tags[-1].keyword != wanted:
        yield tag.problem(f"«{tag.keyword}» không có «{wanted}» nào đang mở")
        return
    yield from _same_place(open_tags.pop(), tag)


def _between(open_tags: list[Tag], tag: Tag) -> Iterator[TemplateProblem]:
    if not open_tags or open_tags[-1].keyword not in _BETWEEN[tag.keyword]:
        yield tag.problem(f"«{tag.keyword}» đứng ngoài khối")
        return
    yield from _same_place(open_tags[-1], tag)


def _same_place(opening: Tag, tag: Tag) -> Iterator[TemplateProblem]:
    """A block must open and close among the same elements, or the XML would break apart."""
    if opening.container is not tag.container or opening.lifts != tag.lifts:
        yield tag.problem(
            f"«{tag.keyword}» phải cùng chỗ với «{opening.body.strip()}» "
            f"(đoạn {opening.paragraph}): cùng trong một đoạn, hoặc cả hai đứng riêng thành đoạn"
        )
