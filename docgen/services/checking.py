"""Services: a Word file measured against the form, and mended: bytes in, findings or bytes out.

Nothing is kept. What cannot be read is refused with one `Invalid` that says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from unicodedata import normalize

from docgen.catalog import COMPETENCES, KINDS, LEGAL_BASES
from docgen.domain import vietnamese
from docgen.errors import Invalid, NotFound, Problem
from docgen.templating import TemplateError
from docgen.templating.package import Member, content, open_package, write_package
from docgen.templating.safety import refuse_hostile
from docgen.thethuc.check import Report, check
from docgen.thethuc.document import DocumentView
from docgen.thethuc.errors import UnreadableDocument
from docgen.thethuc.fix import Fixed, fix
from docgen.thethuc.knowledge import Act, Competence, EndedBody, Knowledge
from docgen.thethuc.profiles import PROFILES

AUTO = "auto"
_READ = (".xml", ".rels")
"""The parts that say something about the form: all others are only carried over."""
_ACCENTED = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_OLD_FONT = re.compile(r"\.Vn|VNI-|\bVn", re.IGNORECASE)
_ENOUGH_LETTERS = 300
_FEWEST_ACCENTED = 0.02
"""Vietnamese prose has five times as many, lists of names twice."""


@dataclass(frozen=True)
class Mended:
    """A file set right as far as form goes: its bytes, what was done, what is left to decide."""

    docx: bytes
    fixed: Fixed


@cache
def knowledge() -> Knowledge:
    """What the catalogue knows of acts, bodies and their competence, as the rules take it."""
    ended = (
        EndedBody(kind.name, kind.until, kind.source, kind.certainty, kind.dang_bo)
        for kind in KINDS.values()
        if kind.until is not None
    )
    competences = (
        Competence(
            one.key, one.body, one.since, frozenset(one.never_issues), one.source,
            one.certainty if one.is_doubtful else "",
        )
        for one in COMPETENCES.values()
    )  # fmt: skip
    acts = tuple(_act(key) for key in LEGAL_BASES)
    return Knowledge(acts, tuple(ended), tuple(competences))


@cache
def _act(key: str) -> Act:
    """An act with those that came after it."""
    basis = LEGAL_BASES[key]
    return Act(
        basis.symbol,
        citation=f"{basis.type} số {basis.symbol}, ngày {vietnamese.date_short(basis.issued)}",
        topic=basis.title,
        issued=basis.issued,
        since=basis.since,
        until=basis.until,
        successor=_act(basis.replaced_by) if basis.replaced_by else None,
        doubt=basis.certainty if basis.is_doubtful else "",
    )


def check_docx(data: bytes, profile: str = AUTO, *, today: date) -> Report:
    """What is wrong with the form of a Word file, by a profile's key or the document's own date.

    Raises `Invalid` for a file that cannot be read, `NotFound` for an unknown profile.
    """
    with _refusals():
        return _checked(_unpacked(open_package(data)), profile, today)


def fix_docx(data: bytes, profile: str = AUTO, *, today: date) -> Mended:
    """The file with every fault mended that is form and not meaning; the same bytes where there is
    none. Raises what `check_docx` does."""
    with _refusals():
        members = open_package(data)
        parts = _unpacked(members)
        _checked(parts, profile, today)
        fixed = fix(parts, profile, today=today, known=knowledge())
        if not fixed.parts:
            return Mended(data, fixed)
        changed = {name: Member.of(name, part) for name, part in fixed.parts.items()}
        return Mended(write_package({**members, **changed}.values()), fixed)


def _checked(parts: Mapping[str, bytes], profile: str, today: date) -> Report:
    if profile not in (AUTO, *PROFILES):
        keys = ", ".join((AUTO, *PROFILES))
        raise NotFound(f"Không có thể thức «{profile}». Các thể thức: {keys}.")
    report = check(parts, profile, today=today, known=knowledge())
    _refuse_foreign(report.document)
    return report


def _unpacked(members: Mapping[str, Member]) -> dict[str, bytes]:
    """The parts that are read."""
    read = (member for member in members.values() if member.name.lower().endswith(_READ))
    parts = {member.name: content(member) for member in read}
    refuse_hostile(parts)
    return parts


def _refuse_foreign(document: DocumentView) -> None:
    """Refuse what has no words, or words of another language; old Vietnamese fonts hide theirs."""
    text = normalize("NFC", "".join(paragraph.text for paragraph in document.paragraphs))
    letters = sum(letter.isalpha() for letter in text)
    if not letters:
        raise UnreadableDocument("Văn bản không có chữ nào để kiểm tra.")
    accented = len(_ACCENTED.findall(text))
    if letters < _ENOUGH_LETTERS or accented >= letters * _FEWEST_ACCENTED:
        return
    spans = (span for paragraph in document.paragraphs for span in paragraph.spans)
    if not any(_OLD_FONT.search(span.look.font) for span in spans):
        raise UnreadableDocument("Văn bản không phải là tiếng Việt có dấu, không kiểm tra được.")


@contextmanager
def _refusals() -> Iterator[None]:
    """Tell the owner of a file, in one sentence, why it is refused."""
    try:
        yield
    except UnreadableDocument as error:
        raise _refused(error.message) from error
    except TemplateError as error:
        raise _refused(f"Không đọc được tệp: {error.message}.") from error


def _refused(why: str) -> Invalid:
    return Invalid([Problem("FILE.UNREADABLE", why)])
