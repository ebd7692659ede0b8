"""Services: documents as people write them: drafts are never lost, versions never change."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from docgen import catalog
from docgen.catalog.model import signer_for
from docgen.domain.access import Permission, User, require
from docgen.domain.documents import (
    DocumentHead,
    DocumentRecord,
    Values,
    VersionHead,
    VersionRecord,
)
from docgen.errors import Conflict, Problem
from docgen.services import drafts, people
from docgen.services.checking import own_findings
from docgen.services.organisations import block
from docgen.services.rendering import profile_of, render
from docgen.storage import Store, Transaction
from docgen.thethuc.check import Finding

USUAL = ("signer", "noi_nhan", "luu")
"""What papers of one type have alike: who signs, and who gets them."""


def create(
    store: Store, user: User, organisation_id: int, type_key: str, *, spelling: str = "uỷ"
) -> DocumentRecord:
    """A new draft with its organisation, and what is usual for the type: signed and sent as the
    last one of it was, else signed by the secretary. `spelling` is for the words that are ours."""
    require(user, Permission.DRAFT)
    with store.begin() as tx:
        organisation = block(tx.organisations.get(organisation_id))
        usual = _usual(tx, organisation_id, type_key) or _secretary(
            tx, organisation_id, organisation, spelling
        )
        names = {spec.name for spec in catalog.find(type_key).fields}
        values = {name: value for name, value in usual.items() if name in names}
        values["organisation"] = organisation
        id = drafts.open_draft(tx, organisation_id, type_key, values=values)
        return drafts.complete(tx, id)


def _usual(tx: Transaction, organisation_id: int, type_key: str) -> dict[str, Any]:
    """What the organisation's last paper of the type says of itself."""
    heads = tx.documents.list_for(organisation_id)
    last = next((head.id for head in heads if head.type_key == type_key), None)
    values = tx.documents.get(last).values if last is not None else {}
    return {name: values[name] for name in USUAL if values.get(name)}


def _secretary(
    tx: Transaction, organisation_id: int, organisation: Values, spelling: str
) -> dict[str, Any]:
    """The secretary of today as signer; nothing where nobody is known to be."""
    held = people.held_on(tx, organisation_id, date.today())
    found = next((one for one in held if one.position.startswith("Bí thư")), None)
    if found is None:
        return {}
    person = {"name": found.person.name, "position": found.position}
    return {"signer": signer_for(organisation, person, spelling)}


def draft(store: Store, user: User, id: int) -> DocumentRecord:
    """The document as it stands, its values complete: the meeting's record is laid over them."""
    require(user, Permission.READ)
    with store.read() as tx:
        return drafts.complete(tx, id)


get = draft  # There is one way to look at a document: complete.


def save_draft(store: Store, user: User, id: int, raw: Values, *, revision: int) -> int:
    """Keep what was typed, valid or not, and give the new revision.

    `revision` is the one that was being edited. Raises `Conflict` when somebody has saved other
    content since; sending the same content twice is harmless (the first answer may have been lost).
    Raises `Invalid` only for what is no JSON object or far too large.
    """
    require(user, Permission.DRAFT)
    sent = drafts.as_text(raw)
    with store.begin() as tx:
        current = drafts.complete(tx, id, lock=True)
        if sent == drafts.as_text(current.values):
            return current.revision
        if revision != current.revision:
            raise Conflict(
                "Văn bản đã được sửa ở cửa sổ khác hoặc bởi người khác; bản đang mở không còn mới. "
                "Hãy mở lại văn bản để xem bản mới nhất rồi sửa tiếp."
            )
        drafts.keep(tx, current, raw)
        return drafts.complete(tx, id).revision


def check(store: Store, user: User, id: int) -> tuple[Problem, ...]:
    """Everything that has to be put right before the document can be finished."""
    record = draft(store, user, id)
    return catalog.inspect(record.type_key, record.values).problems


def finish(store: Store, user: User, id: int) -> VersionRecord:
    """The version that is what the document is now: the last one if it is, else a new one.

    Raises `Invalid` with every problem, keeping nothing. The document is rendered, and validated
    on the way, between two transactions, so that nobody waits for it. A template that was mended
    since gives a new version of the same values; the old one stays as it was issued.
    """
    require(user, Permission.DRAFT)
    with store.read() as tx:
        record = drafts.complete(tx, id)
    rendered = render(record.type_key, record.values)
    with store.begin() as tx:
        tx.documents.get(id, lock=True)
        last = tx.versions.last(id)
        if last and last.docx == rendered.docx and _say_the_same(last, record):
            return last
        return tx.versions.add(id, record.values, docx=rendered.docx, filename=rendered.filename)


def versions(store: Store, user: User, id: int) -> tuple[VersionHead, ...]:
    """The versions of a document, the latest first, without their files."""
    require(user, Permission.READ)
    with store.read() as tx:
        tx.documents.get(id)
        return tx.versions.list_for(id)


def version(store: Store, user: User, id: int, number: int) -> VersionRecord:
    """One version of a document with its file."""
    require(user, Permission.READ)
    with store.read() as tx:
        tx.documents.get(id)
        return tx.versions.get(id, number)


def findings(store: Store, user: User, id: int, number: int) -> tuple[Finding, ...]:
    """What is wrong with the form of a version, by the guidance of its day."""
    kind = draft(store, user, id).type_key
    made = version(store, user, id, number)
    return own_findings(made.docx, profile_of(catalog.inspect(kind, made.values).values))


def list_for(store: Store, user: User, organisation_id: int) -> tuple[DocumentHead, ...]:
    """The documents of an organisation, the latest change first."""
    require(user, Permission.READ)
    with store.read() as tx:
        return tx.documents.list_for(organisation_id)


def remove(store: Store, user: User, id: int) -> DocumentHead:
    """Take a document out of the lists; nothing of it is deleted, its versions least of all.

    Whoever has it open is told that it is gone, and goes on once it is back.
    """
    require(user, Permission.DRAFT)
    with store.begin() as tx:
        tx.documents.get(id, lock=True)
        return tx.documents.remove(id, datetime.now(UTC))


def bring_back(store: Store, user: User, id: int) -> DocumentHead:
    """A removed document, again where it was; harmless for one that was not removed."""
    require(user, Permission.DRAFT)
    with store.begin() as tx:
        return tx.documents.remove(id, None)


def removed(store: Store, user: User, organisation_id: int) -> tuple[DocumentHead, ...]:
    """The removed documents, the latest change first; not those that went with their meeting."""
    require(user, Permission.READ)
    with store.read() as tx:
        return tx.documents.removed_from(organisation_id)


def _say_the_same(version: VersionRecord, record: DocumentRecord) -> bool:
    return drafts.as_text(version.values) == drafts.as_text(record.values)
