"""Services: demonstration data, for a first look at a system in which something has happened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen import catalog
from docgen.domain.access import Permission, User, require
from docgen.domain.organisations import Organisation
from docgen.services import drafts, organisations
from docgen.storage import Store, Transaction


def load(store: Store, user: User) -> tuple[Organisation, ...]:
    """The demonstration organisations that were not there yet, now with members and documents.

    All or nothing in one transaction; one that is there already (same names in the masthead) is
    left as it is.
    """
    require(user, Permission.ADMINISTER)
    with store.begin() as tx:
        present = {_masthead(organisations.block(one)) for one in tx.organisations.all(lock=True)}
        return tuple(
            _load(tx, file)
            for file in catalog.demo_files()
            if _masthead(file["organisation"]) not in present
        )


def _load(tx: Transaction, file: Mapping[str, Any]) -> Organisation:
    setup = {name: value for name, value in file.items() if name != "documents"}
    organisation = organisations.add(tx, catalog.validate_setup(setup))
    meeting_id: int | None = None
    for document in file["documents"]:
        values = {"organisation": organisations.block(organisation), **document["values"]}
        id = drafts.open_draft(
            tx, organisation.id, document["type"], values=values, meeting_id=meeting_id
        )
        meeting_id = tx.documents.get(id).meeting_id
    return organisation


def _masthead(block: Mapping[str, Any]) -> tuple[str, str]:
    return block.get("co_quan_cap_tren") or "", block["co_quan_ban_hanh"]
