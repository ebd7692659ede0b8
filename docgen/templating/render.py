"""Templating: a compiled template and a context give a docx. Nothing is kept between renders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from jinja2 import Template as Program

from docgen.templating.additions import Additions, StyleIds
from docgen.templating.budget import Budget, Exhausted, Meter
from docgen.templating.environment import Told, explain
from docgen.templating.errors import TemplateError, TemplateProblem, in_order
from docgen.templating.finish import finished
from docgen.templating.fragments import settled
from docgen.templating.home import Home
from docgen.templating.lists import numbered
from docgen.templating.notes import Notes
from docgen.templating.package import Member, write_package
from docgen.templating.pages import Forms
from docgen.templating.places import Place
from docgen.templating.proof import Put, keeps_words, missing_words, prove, prove_xml
from docgen.templating.rich import Rich
from docgen.templating.spots import Spot
from docgen.templating.survey import FAULTS, Faults, Survey
from docgen.templating.unique import OwnIds, linked
from docgen.templating.values import Unprintable, origins_of
from docgen.templating.weave import Places, Weaver
from docgen.templating.xml import DECLARATION, plain


@dataclass(frozen=True)
class Rendering:
    """A finished docx, and by part what was woven into it."""

    docx: bytes
    woven: Mapping[str, Weaver]

    @cached_property
    def puts(self) -> tuple[Put, ...]:
        """Every value that was put out, part by part, in order."""
        return tuple(
            Put(part, plain(text), path)
            for part, weaver in self.woven.items()
            for value, whole, _ in weaver.records()
            for text, path in origins_of(value, whole)
        )


@dataclass(frozen=True)
class Story:
    """One part that holds tags: its program and what that tells, for each tag its spot, its place
    and the kind of that (`fragments.kind_of`).

    `fills` are the paragraphs for cells left empty, `sections` the forms of its sections when a tag
    begins one; `has_lists` and `has_ids` tell that a loop repeats lists that start again, or what
    must not have the same id; `has_links` that something refers to a bookmark of its turn;
    `has_notes` that notes stand in the text; `opening` begins an element that declares the
    namespaces of the part.
    """

    part: str
    program: Program
    told: tuple[Told, ...]
    spots: tuple[Spot, ...]
    fills: tuple[str, ...]
    sections: tuple[Forms, ...]
    places: tuple[Place | None, ...]
    kinds: tuple[str, ...]
    has_lists: bool
    has_ids: bool
    has_links: bool
    has_notes: bool
    opening: str

    def weaver(self, additions: Additions) -> Weaver:
        """What runs the program; what its rich values need is added to the package."""
        return Weaver(self.program, self.told, self.at(additions))

    def survey(self, context: Mapping[str, Any], budget: Budget, additions: Additions) -> Faults:
        """Every fault that the program has with this context, by its tag and message."""
        survey = Survey(self.program, self.told, self.at(additions))
        survey.run(context, Meter(budget))
        return survey.found

    def at(self, additions: Additions) -> Places:
        """What becomes of values at each tag."""

        def enrich(value: Rich, tag: int) -> str:
            if (place := self.places[tag]) is None:
                raise Unprintable("ở đây chỉ đặt được chữ thường")
            part = additions.name_of(place.note) if place.note else self.part
            return Home(place, part, additions).written(value)

        def settle(xml: str, kind: str, tag: int) -> str:
            return settled(xml, kind, at=self.kinds[tag], place=self.places[tag])

        line_breaks = [place.line_break if place else "" for place in self.places]
        return Places(line_breaks, self.kinds, enrich, settle)

    def tell(
        self, weaver: Weaver, context: Mapping[str, Any], meter: Meter, *, additions: Additions
    ) -> Member:
        """The part with its values. Raises what its expressions raise, and `TemplateError`."""
        stretches = weaver.stretches(context, meter)
        if self.has_links:
            stretches = linked(stretches, additions.number)
        asked = numbered(stretches, additions) if self.has_lists else stretches
        notes = Notes(additions)
        if self.has_notes or weaver.is_rich:
            asked = notes.taken_out(asked)
            stretches = [*asked, *chain(*notes.found)] if notes.found else stretches
        texts = [finished(story, self.fills, self.sections) for story in (asked, *notes.found)]
        if self.has_ids or weaver.is_rich:
            ids = OwnIds(additions.number)
            texts = [list(map(ids.settled, text)) for text in texts]
        whole = list(chain(*texts)) if notes.found else texts[0]
        if not keeps_words(stretches, whole, is_read=weaver.is_rich):
            data = (DECLARATION + "".join(texts[0])).encode()
            lost = list(missing_words(self.part, data, weaver.records()))
            raise TemplateError(lost or [TemplateProblem("phần vừa tạo bị sai khác", self.part)])
        if weaver.is_rich:
            prove_xml(self.part, "".join(texts[0]).encode())
        notes.settle(["".join(text) for text in texts[1:]], self.opening)
        return Member.made(self.part, _encoded(texts[0]))


@dataclass(frozen=True)
class Template:
    """A compiled template. Immutable; many threads may render it at once.

    `variables` are the dotted names it asks for, `lists` and `records` those it takes for such;
    `name` is what problems call it; `warnings` are what its author should see, though it renders.
    """

    name: str
    members: Mapping[str, Member | None]
    stories: tuple[Story, ...]
    variables: frozenset[str]
    lists: frozenset[str]
    records: frozenset[str]
    names: frozenset[str]
    budget: Budget
    warnings: tuple[TemplateProblem, ...]

    @cached_property
    def styles(self) -> StyleIds:
        """The ids of its styles, looked up when the first value asks for one."""
        return Additions(self.members).style_ids()

    def render(self, context: Mapping[str, Any]) -> bytes:
        """The docx for a context of plain values. Raises `TemplateError`."""
        return self.run(context).docx

    def run(self, context: Mapping[str, Any]) -> Rendering:
        """The docx with what was woven into it, proved to hold it."""
        problems: list[TemplateProblem] = []
        woven: dict[str, Weaver] = {}
        made: dict[str, Member] = {}
        meter = Meter(self.budget)
        additions = Additions(self.members, self.styles)
        for story in self.stories:
            weaver = woven[story.part] = story.weaver(additions)
            try:
                made[story.part] = story.tell(weaver, context, meter, additions=additions)
            except FAULTS as error:
                found: Faults = {(weaver.tag_of(error), str(error)): error}
                if not isinstance(error, Exhausted):
                    found |= story.survey(context, self.budget, additions)
                problems += self._problems(story, found, context)
        if problems:
            raise TemplateError(in_order(problems))
        members = {**self.members, **additions.made()}
        docx = write_package(kept or made[name] for name, kept in members.items())
        prove(docx, members, made, woven)
        return Rendering(docx, woven)

    def _problems(
        self, story: Story, found: Faults, context: Mapping[str, Any]
    ) -> Iterator[TemplateProblem]:
        for (tag, _), error in sorted(found.items(), key=lambda fault: fault[0][0]):
            message = explain(error, lambda: {*self.names, *_keys(context)})
            yield story.spots[tag].problem(message)


def _encoded(texts: list[str]) -> Iterator[bytes]:
    """The part's bytes, piece by piece; each text is let go when its bytes are there."""
    yield DECLARATION.encode()
    for index, text in enumerate(texts):
        texts[index] = ""
        yield text.encode()


def _keys(value: Any) -> Iterator[str]:
    """Every name in a context, at any depth: what a wrong name may have meant."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield str(name)
            yield from _keys(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _keys(part)
