"""Services: a regulation begun from standard clauses: what is chosen becomes rows of the draft."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from docgen import catalog
from docgen.catalog.clauses import (
    ClauseSet,
    bases_on,
    choice_problems,
    clause_sets,
    filled,
    proposed,
    rows_of,
    sets_for,
)
from docgen.catalog.laws import day_of
from docgen.domain.access import Permission, User, require
from docgen.domain.documents import DocumentRecord
from docgen.domain.outline import Level
from docgen.errors import Invalid, NotFound
from docgen.services import drafts
from docgen.storage import Store

FIELD = "noi_dung"
"""The field that the rows of a regulation are in."""


@dataclass(frozen=True)
class Offer:
    """A set for a document: the words proposed, and the articles that the document has already."""

    clauses: ClauseSet
    words: Mapping[str, str]
    present: frozenset[str]


def available(record: DocumentRecord) -> tuple[ClauseSet, ...]:
    """The sets a document may start from: those for its kind of body, else all of its type."""
    kind = _organisation(record.values).get("kind")
    return sets_for(record.type_key, str(kind)) or sets_for(record.type_key)


def offer(store: Store, user: User, id: int, set_key: str) -> Offer:
    """A set with what is known of the document. Raises `NotFound`."""
    require(user, Permission.DRAFT)
    with store.read() as tx:
        record = drafts.complete(tx, id)
    clauses = _find(record, set_key)
    organisation = _organisation(record.values)
    words = {one.name: proposed(one, organisation) for one in clauses.variables}
    return Offer(clauses, words, _keys(record.values))


def take(
    store: Store, user: User, id: int, set_key: str, *, chosen: Collection[str],
    words: Mapping[str, str],
) -> int:  # fmt: skip
    """Put the chosen articles behind what the draft has, and propose its title and its bases.

    Gives the number of articles put in. Raises `Invalid` with every problem, keeping nothing.
    """
    require(user, Permission.DRAFT)
    with store.begin() as tx:
        record = drafts.complete(tx, id, lock=True)
        clauses = _find(record, set_key)
        present = _keys(record.values)
        new = {article.key for article in clauses.articles} & {*chosen} - present
        if problems := tuple(choice_problems(clauses, new, words, present=present)):
            raise Invalid(problems)
        values = dict(record.values)
        values[FIELD] = [*(values.get(FIELD) or ()), *rows_of(clauses, new, words)]
        if not values.get("trich_yeu"):
            values["trich_yeu"] = filled(clauses.trich_yeu, words)
        if "can_cu" in _names(record.type_key) and not values.get("can_cu"):
            values["can_cu"] = bases_on(clauses, _day(record))
        drafts.keep(tx, record, values)
        return len(new)


def _find(record: DocumentRecord, key: str) -> ClauseSet:
    clauses = clause_sets().get(key)
    if clauses is None or clauses.type_key != record.type_key:
        raise NotFound("Không có bộ điều khoản mẫu này cho loại văn bản đang soạn.")
    return clauses


def _keys(values: Mapping[str, Any]) -> frozenset[str]:
    """The keys of the articles a draft has already."""
    rows = values.get(FIELD)
    known = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    return frozenset(
        str(row["key"]) for row in known if row.get("key") and row.get("level") == Level.ARTICLE
    )


def _day(record: DocumentRecord) -> date:
    """The day the draft belongs to, as far as it is known."""
    return day_of(catalog.inspect(record.type_key, record.values).values) or date.today()


def _names(type_key: str) -> set[str]:
    return {spec.name for spec in catalog.find(type_key).fields}


def _organisation(values: Mapping[str, Any]) -> Mapping[str, Any]:
    found = values.get("organisation")
    return found if isinstance(found, Mapping) else {}
