"""Templating: what is wrong with a template, said so that its author can find and mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from docgen.errors import DocgenError


@dataclass(frozen=True)
class TemplateProblem:
    """One fault: what is wrong, in which part and paragraph (as Word counts), in which words."""

    message: str
    part: str = ""
    paragraph: int | None = None
    snippet: str = ""

    def __str__(self) -> str:
        paragraph = f", đoạn {self.paragraph}" if self.paragraph else ""
        place = f"{self.part}{paragraph}"
        quoted = f"«{self.snippet}»" if self.snippet else ""
        where = " · ".join(part for part in (place, quoted) if part)
        return f"{where}: {self.message}" if where else self.message


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


def near(name: str, names: Iterable[str]) -> str:
    """« (có phải «member»?)», or nothing when no known name is near."""
    close = get_close_matches(name, sorted(set(names)), n=1)
    return f" (có phải «{close[0]}»?)" if close else ""
