"""Catalogue: standard clauses, read from `clauses/*.toml`: chapters and articles to start from.

A clause is our own wording on a stated source. It reaches a document only as rows that the user has
chosen, with the user's own words for every variable.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from docgen.catalog.legal import LEGAL_BASES
from docgen.catalog.model import Values
from docgen.domain import vietnamese
from docgen.domain.outline import Level, keys_in
from docgen.errors import Problem

_FOLDER = Path(__file__).with_name("clauses")
_VARIABLE = re.compile(r"\{([a-z0-9_]+)\}")
_CITED = re.compile(r"\bsố (\S+-\S+/\w+)")
_LINE = re.compile(
    r"(?:(?P<clause>\d+)\. |(?P<point>[a-zđ])\) |(?P<dash>- ))?"
    r"(?:\[#(?P<key>[a-z0-9-]+)\] )?(?P<text>.+)"
)


@dataclass(frozen=True)
class Variable:
    """What an office decides itself: «mỗi tháng một lần». `fills` says what a proposal is made of:
    «organisation» is the name of the issuing body."""

    name: str
    label: str
    help: str = ""
    default: str = ""
    fills: str = ""


@dataclass(frozen=True)
class Line:
    """One row of an article; `number` is what the file has before it, for its readers."""

    level: Level
    text: str
    key: str = ""
    number: str = ""


@dataclass(frozen=True)
class Article:
    """An article with its source and how certain that is, both for the user alone."""

    key: str
    title: str
    source: str
    certainty: str
    lines: tuple[Line, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Its name and its rows."""
        return (self.title, *(line.text for line in self.lines))

    @property
    def keys(self) -> frozenset[str]:
        """The keys by which others refer to it or to a row of it."""
        return frozenset({self.key, *(line.key for line in self.lines if line.key)})


@dataclass(frozen=True)
class Chapter:
    """A chapter of standard articles."""

    title: str
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class ClauseSet:
    """The standard clauses of a kind of regulation for some kinds of bodies."""

    key: str
    title: str
    type_key: str
    kinds: tuple[str, ...]
    trich_yeu: str
    notice: str
    opening: tuple[str, ...]
    variables: tuple[Variable, ...]
    chapters: tuple[Chapter, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """Every article, in order."""
        return tuple(article for chapter in self.chapters for article in chapter.articles)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the articles."""
        return frozenset(article.key for article in self.articles)

    def asked(self, chosen: Collection[str]) -> tuple[Variable, ...]:
        """The variables that the chosen articles need, and the proposed title."""
        texts = [text for a in self.articles if a.key in chosen for text in a.texts]
        names = {name for text in (*texts, self.trich_yeu) for name in _VARIABLE.findall(text)}
        return tuple(variable for variable in self.variables if variable.name in names)


@cache
def clause_sets() -> Mapping[str, ClauseSet]:
    """Every set by its key. A misspelt key in a file is an error."""
    return {file.stem: _set(file) for file in sorted(_FOLDER.glob("*.toml"))}


def sets_for(type_key: str, kind: str | None = None) -> tuple[ClauseSet, ...]:
    """The sets a document of a type may start from; with a kind of body, those made for it."""
    found = [one for one in clause_sets().values() if one.type_key == type_key]
    return tuple(one for one in found if kind is None or kind in one.kinds)


def rows_of(
    clauses: ClauseSet, chosen: Collection[str], words: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The chosen articles as rows, below the names of their chapters, in the user's words."""
    return [_row(line, words) for line in _chosen(clauses, chosen)]


def choice_problems(
    clauses: ClauseSet,
    chosen: Collection[str],
    words: Mapping[str, str],
    *,
    present: Collection[str] = (),
) -> Iterator[Problem]:
    """What is still wrong with a choice: nothing chosen, a word not given, a reference to what was
    left out and is not `present`. The path of a variable is its name, of an article its key."""
    if not chosen:
        yield Problem("CLAUSES.NONE", "Chưa chọn điều nào; hãy đánh dấu những điều cần dùng.")
    for variable in clauses.asked(chosen):
        if not words.get(variable.name, "").strip():
            sentence = "Chưa ghi; các điều đã chọn dùng mục này."
            yield Problem("CLAUSES.VARIABLE", sentence, (variable.name,), variable.label)
    homes = {key: article for article in clauses.articles for key in article.keys}
    for article in clauses.articles:
        if article.key not in chosen:
            continue
        wanted = (homes[key] for text in article.texts for key in keys_in(text))
        known = {*chosen, *present}
        for other in dict.fromkeys(one for one in wanted if one.key not in known):
            sentence = f"Dẫn chiếu đến điều «{other.title}» chưa được chọn; chọn thêm điều đó."
            yield Problem("CLAUSES.REFERS", sentence, (article.key,), article.title)


def filled(text: str, words: Mapping[str, str]) -> str:
    """A text in the user's words; what is not given stays as it is."""
    return _VARIABLE.sub(lambda match: words.get(match[1]) or match[0], text)


def bases_on(clauses: ClauseSet, on: date) -> list[str]:
    """The proposed bases as they stand on a day: an act that is not in force gives way to the one
    that is, and goes where none is known."""
    found = (_base_on(text, on) for text in clauses.opening)
    return [text for text in found if text]


def _base_on(text: str, on: date) -> str:
    cited = _CITED.search(text)
    known = (one for one in LEGAL_BASES.values() if cited and one.symbol == cited[1])
    basis = next(known, None)
    if basis is None or basis.in_force(on):
        return text
    same = (basis.type, basis.title)
    line = (one for one in LEGAL_BASES.values() if (one.type, one.title) == same)
    act = next((one for one in line if one.in_force(on)), None)
    if act is None:
        return ""
    issued = vietnamese.date_short(act.issued)
    return f"Căn cứ {act.type} số {act.symbol}, ngày {issued} của {act.issuer} về {act.title}"


def proposed(variable: Variable, organisation: Values) -> str:
    """What the form proposes for a variable."""
    if variable.fills == "organisation":
        return " ".join(str(organisation.get("co_quan_ban_hanh") or "").split())
    return variable.default


def _chosen(clauses: ClauseSet, chosen: Collection[str]) -> Iterator[Line]:
    for chapter in clauses.chapters:
        articles = [article for article in chapter.articles if article.key in chosen]
        if articles:
            yield Line(Level.CHAPTER, chapter.title)
        for article in articles:
            yield Line(Level.ARTICLE, article.title, article.key)
            yield from article.lines


def _row(line: Line, words: Mapping[str, str]) -> dict[str, Any]:
    row = {"level": line.level.value, "text": filled(line.text, words)}
    return {**row, "key": line.key} if line.key else row


def _set(file: Path) -> ClauseSet:
    known = tomllib.loads(file.read_text("utf-8"))
    known.pop("kind_of_coordination", None)
    return ClauseSet(
        key=file.stem,
        type_key=known.pop("type"),
        kinds=tuple(known.pop("kinds")),
        opening=tuple(known.pop("opening")),
        variables=tuple(_variables(known.pop("variables"))),
        chapters=tuple(_chapter(**entry) for entry in known.pop("chapters")),
        **known,
    )


def _variables(entries: Mapping[str, Mapping[str, str]]) -> Iterator[Variable]:
    for name, entry in entries.items():
        facts = dict(entry)
        yield Variable(name, fills=facts.pop("from", ""), **facts)


def _chapter(title: str, articles: Iterable[Mapping[str, str]]) -> Chapter:
    return Chapter(title, tuple(_article(**entry) for entry in articles))


def _article(*, text: str, **known: str) -> Article:
    lines = tuple(_line(line) for line in text.strip().splitlines() if line.strip())
    return Article(lines=lines, **known)


def _line(text: str) -> Line:
    match = _LINE.fullmatch(text.strip())
    assert match is not None, text  # any text that is not blank matches
    found = {name: match[name] for name in ("clause", "point", "dash") if match[name]}
    kind, number = next(iter(found.items()), ("paragraph", ""))
    return Line(Level[kind.upper()], match["text"], match["key"] or "", number)
