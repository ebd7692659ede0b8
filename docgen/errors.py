"""Errors of the whole house: one `Problem`, one tree of exceptions.

A `Problem` is one thing a person has to put right. Its `code` is stable and unique to the place
that states it; its `message` is a Vietnamese sentence that says what is wrong and what to do.
The doors (web, command line) map each exception to one HTTP status or exit code, once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

Path = tuple[str | int, ...]
"""Where a value stands in an input: `("meeting", "agenda", 0, "title")`."""


@dataclass(frozen=True)
class Problem:
    """One thing to put right: a stable code, a Vietnamese sentence, the path and its name.

    `place` is the path in the words of the form («Diễn biến › Nội dung 2 › Tán thành»); the
    catalogue fills it, because only the catalogue knows the labels.
    """

    code: str
    message: str
    where: Path = ()
    place: str = ""

    def under(self, *prefix: str | int) -> Problem:
        """The same problem, its path seen from an enclosing record."""
        return replace(self, where=(*prefix, *self.where))

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class DocgenError(Exception):
    """The root: whatever docgen raises on purpose."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Invalid(DocgenError):
    """Input that breaks a rule, with every problem at once. HTTP 422, exit 2."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class NotFound(DocgenError):
    """What was asked for does not exist. HTTP 404, exit 2."""


class Forbidden(DocgenError):
    """The user may not do this. HTTP 403."""


class Conflict(DocgenError):
    """Somebody or something came first. HTTP 409."""


class TooLarge(DocgenError):
    """More bytes than this installation takes (`DOCGEN_MAX_UPLOAD_MB`). HTTP 413, exit 2."""


class SettingsError(DocgenError):
    """The environment asks for what docgen refuses to do. Exit 2."""
