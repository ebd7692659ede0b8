"""Templating: what is wrong with a template, said so that its author can find and mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal
from unicodedata import combining

from docgen.errors import DocgenError

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Cell:
    """A cell of a table; all three are counted from 1, the table among those beside it."""

    table: int
    row: int
    cell: int

    def __str__(self) -> str:
        return f"bảng {self.table}, hàng {self.row}, ô {self.cell}"


@dataclass(frozen=True)
class TemplateProblem:
    """One fault: what is wrong, in which part and paragraph (as Word counts), in which words.

    `columns` are those of the faulty words within the snippet, from 0, the end not among them;
    `cells` the cells around the paragraph, from the outermost in. A warning stops nothing.
    """

    message: str
    part: str = ""
    paragraph: int | None = None
    snippet: str = ""
    columns: tuple[int, int] | None = field(default=None, kw_only=True)
    cells: tuple[Cell, ...] = field(default=(), kw_only=True)
    severity: Severity = field(default="error", kw_only=True)

    def __str__(self) -> str:
        quoted = f"«{self.snippet}»" if self.snippet else ""
        where = " · ".join(part for part in (self.place, quoted) if part)
        return f"{where}: {self.message}" if where else self.message

    @property
    def place(self) -> str:
        """Where it is, without the words."""
        paragraph = f", đoạn {self.paragraph}" if self.paragraph else ""
        cells = f", {' › '.join(map(str, self.cells))}" if self.cells else ""
        return f"{self.part}{paragraph}{cells}"

    def pointed(self) -> str:
        """In lines: the problem, and below it the words with the faulty ones marked by `^`."""
        if not (self.snippet and self.columns):
            return str(self)
        start, end = self.columns
        blank = " " * _width(self.snippet[:start])
        return f"{self}\n    {self.snippet}\n    {blank}{'^' * _width(self.snippet[start:end])}"


class TemplateError(DocgenError):
    """A template that cannot be compiled or rendered; `problems` holds every fault found."""

    def __init__(self, problems: Iterable[TemplateProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def in_order(problems: Iterable[TemplateProblem]) -> list[TemplateProblem]:
    """Each problem once, part by part as they were met, by paragraph within a part."""
    once = list(dict.fromkeys(problems))
    parts = list(dict.fromkeys(problem.part for problem in once))
    return sorted(once, key=lambda problem: (parts.index(problem.part), problem.paragraph or 0))


def _width(text: str) -> int:
    """How many columns a terminal takes for the text: a mark stands above its letter."""
    return sum(0 if combining(letter) else 1 for letter in text)


def near(name: str, names: Iterable[str]) -> str:
    """« (có phải «member»?)», or nothing when no known name is near."""
    close = get_close_matches(name, sorted(set(names)), n=1)
    return f" (có phải «{close[0]}»?)" if close else ""
