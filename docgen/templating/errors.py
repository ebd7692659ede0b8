"""Templating: what is wrong with a template, said so that its author can find and mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.errors import DocgenError


@dataclass(frozen=True)
class TemplateProblem:
    """One fault: what is wrong, in which part, in which paragraph (as counted in Word), in which words."""

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
