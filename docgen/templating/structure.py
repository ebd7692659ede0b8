"""Templating: whether the blocks of a template open and close where XML allows it.

What is wrong is told and then mended in the tags' code, so that the rest can still be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.templating.blocks import include_name
from docgen.templating.captures import shown_behind
from docgen.templating.errors import TemplateProblem
from docgen.templating.lift import Lifter
from docgen.templating.pages import asked_by
from docgen.templating.pieces import split_run
from docgen.templating.tags import OPENS, Tag
from docgen.templating.xml import XML_SPACE, Element, W, attributes, remove

_CLOSES = {f"end{word}": word for word in OPENS}
_BETWEEN = {"elif": ("if",), "else": ("if", "for")}
_MOST_OPEN, _MOST_LOOPS, _MOST_BRANCHES = 50, 15, 200
"""More blocks or loops within each other Python does not compile, nor does anyone read them."""

_KEPT = ("macro", "set", "call", "filter")
"""Blocks whose inside is put out elsewhere."""
_SECTION = (
    "lệnh «section» phải đứng riêng một đoạn của thân văn bản, ngoài bảng và macro: "
    "{%p section landscape %} hoặc {%p section portrait %}, thêm «restart» để đếm lại số trang"
)
_INLINE = (f"{W}t", f"{W}p", f"{W}ins", f"{W}hyperlink", f"{W}smartTag", f"{W}customXml")


@dataclass
class _Block:
    """An opening tag and what goes with it, in order: `elif`, `else`, and the end."""

    word: str
    tags: list[Tag]
    is_refused: bool = False


class Structure:
    """Reads the tags of one story in order and matches what opens with what closes."""

    def __init__(self, tags: list[Tag], every: list[Tag], lifter: Lifter) -> None:
        self.problems: list[TemplateProblem] = []
        self._open: list[_Block] = []
        self._done: list[_Block] = []
        for tag in tags:
            self._read(tag)
        if tags:
            self._abandon(0, tags[-1], after=True)
        by_mark = {tag.mark: tag for tag in tags}
        for block in lifter.timely(self._done):
            if _is_apart(block):
                lifter.part(block.tags, by_mark)
            problems = list(_same_place(block))
            if block.word in ("call", "filter") and not problems:
                problems = list(shown_behind(block.tags, every, lifter))
            self.problems += problems

    def _read(self, tag: Tag) -> None:
        word = tag.keyword
        if tag.in_loop and not any(block.word == "for" for block in self._open):
            outside = f"thẻ {{% {tag.in_loop} %}} phải nằm trong một vòng lặp"
            self.problems.append(tag.problem(outside))
        if tag.opens:
            self._enter(tag)
        elif word in _CLOSES:
            self._close(tag)
        elif word in _BETWEEN:
            self._between(tag)
        elif tag.opening == "{%" and (message := _alone(tag, self._open)):
            self.problems.append(tag.problem(message))
            tag.blank()

    def _enter(self, tag: Tag) -> None:
        """Open a block; one that stands too deep says nothing, and the first such is told."""
        above, block = self._open[-1:], _Block(tag.keyword, [tag])
        self._open.append(block)
        loops = sum(other.word == "for" for other in self._open[:_MOST_OPEN])
        if len(self._open) > _MOST_OPEN or (block.word == "for" and loops > _MOST_LOOPS):
            if not any(other.is_refused for other in above):
                most = f"{_MOST_OPEN} khối hoặc {_MOST_LOOPS} vòng lặp"
                self.problems.append(tag.problem(f"không lồng quá {most} vào nhau"))
            block.is_refused = True
            tag.blank()

    def _close(self, tag: Tag) -> None:
        wanted = _CLOSES[tag.keyword]
        depth = max((i for i, b in enumerate(self._open) if b.word == wanted), default=None)
        if depth is None:
            self.problems.append(tag.problem(f"«{tag.keyword}» không có «{wanted}» nào đang mở"))
            tag.blank()
            return
        self._abandon(depth + 1, tag)
        block = self._open.pop()
        block.tags.append(tag)
        self._done.append(block)
        if block.is_refused:
            tag.blank()

    def _between(self, tag: Tag) -> None:
        block = self._open[-1] if self._open else None
        if block is None or block.word not in _BETWEEN[tag.keyword]:
            self.problems.append(tag.problem(f"«{tag.keyword}» đứng ngoài khối"))
            tag.blank()
        elif any(other.keyword == "else" for other in block.tags):
            self.problems.append(tag.problem(f"«{tag.keyword}» đứng sau «else» của cùng một khối"))
            tag.blank()
        elif len(block.tags) > _MOST_BRANCHES:
            message = f"một khối không có quá {_MOST_BRANCHES} nhánh"
            self.problems.append(block.tags[0].problem(message))
            tag.blank()
        else:
            block.tags.append(tag)
            if block.is_refused:
                tag.blank()

    def _abandon(self, depth: int, tag: Tag, *, after: bool = False) -> None:
        """Tell the blocks above `depth` as never closed, and close them at `tag`."""
        left, self._open[depth:] = self._open[depth:], []
        for block in left:
            message = f"khối «{block.word}» mở ở đây mà không đóng; thiếu «end{block.word}»"
            self.problems.append(block.tags[0].problem(message))
        known = (block.word for block in reversed(left) if not block.is_refused)
        closing = "".join(f"{{% end{word} %}}" for word in known)
        tag.code = f"{tag.code}{closing}" if after else f"{closing}{tag.code}"


def _alone(tag: Tag, around: Sequence[_Block]) -> str | None:
    """What is wrong with a statement that opens and closes nothing."""
    word = tag.keyword
    if word == "set":
        return None
    if word == "section":
        is_apart = tag.place is not None and tag.place.tag == f"{W}body"
        is_kept = any(block.word in _KEPT for block in around)
        return None if asked_by(tag) and is_apart and not is_kept else _SECTION
    if word == "keep":
        inline = tag.place is None or tag.place.tag in _INLINE
        return None if not inline else "lệnh «keep» phải đứng riêng một đoạn: {%p keep %}"
    if word == "include":
        name = include_name(tag)
        return 'lệnh «include» phải đứng riêng một đoạn: {%p include "blocks/….docx" %}' + (
            f" («{name}»)" if name else ""
        )
    return f"lệnh «{word}» không dùng được trong mẫu" if word else "thẻ lệnh để trống"


def _is_apart(block: _Block) -> bool:
    """Whether its tags stand in several paragraphs or, between them, in several places."""
    paragraphs = {next(tag.mark.iterancestors(f"{W}p"), None) for tag in block.tags}
    return len(paragraphs if paragraphs != {None} else {tag.place for tag in block.tags}) > 1


def _same_place(block: _Block) -> Iterator[TemplateProblem]:
    """A block must open and close among the same elements, or the XML would break apart."""
    first, *others = block.tags
    if any(tag.place is not first.place for tag in others):
        for tag in block.tags:
            _raise_from_run(tag.mark)
    for tag in others:
        if tag.place is not first.place:
            yield tag.problem(
                f"«{tag.keyword}» phải cùng chỗ với «{first.body.strip()}» "
                f"(đoạn {first.spot.paragraph}): cùng trong một đoạn, "
                "hoặc mỗi thẻ đứng riêng thành một đoạn"
            )
            return


def _raise_from_run(mark: Element) -> None:
    """Move a mark from inside a run to between two runs, the run's look on both sides."""
    text = mark.getparent()
    run = None if text is None else text.getparent()
    if text is None or run is None or text.tag != f"{W}t" or run.tag != f"{W}r":
        return
    behind = text.makeelement(text.tag, attributes(text))
    behind.text, mark.tail = mark.tail, None
    behind.set(XML_SPACE, "preserve")
    behind.extend(list(mark.itersiblings()))
    text.addnext(behind)
    later = split_run(run, behind)
    run.addnext(mark)
    for part in (run, later):
        _drop_bare(part)


def _drop_bare(run: Element) -> None:
    for text in run.findall(f"{W}t"):
        if not len(text) and not text.text:
            remove(text)
    if all(child.tag == f"{W}rPr" for child in run):
        remove(run)
