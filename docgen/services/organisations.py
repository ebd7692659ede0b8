"""Services: an organisation is set up once, then kept up to date with its members."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from docgen import catalog
from docgen.domain.access import Permission, User, require
from docgen.domain.organisations import Organisation
from docgen.domain.people import Appointment
from docgen.services import people
from docgen.storage import Store, Transaction

BLOCK = ("kind", "co_quan_cap_tren", "co_quan_ban_hanh", "ky_hieu", "dia_danh")
"""What a document holds of its organisation, by the names both sides use."""


def set_up(store: Store, user: User, raw: object) -> Organisation:
    """A new organisation with its members. Raises `Invalid` with every problem, writing nothing."""
    require(user, Permission.ADMINISTER)
    values = catalog.validate_setup(raw)
    with store.begin() as tx:
        return add(tx, values)


def save(store: Store, user: User, id: int, raw: object) -> Organisation:
    """The organisation with other facts and members; what was true before today stays known.

    Raises `Invalid` with every problem, writing nothing.
    """
    require(user, Permission.ADMINISTER)
    values = catalog.validate_setup(raw)
    with store.begin() as tx:
        tx.organisations.get(id, lock=True)
        members = people.members_of(values["members"])
        people.replace_members(tx, id, members, today=date.today())
        return tx.organisations.change(id, _columns(values))


def get(store: Store, user: User, id: int) -> Organisation:
    """The organisation."""
    require(user, Permission.READ)
    with store.read() as tx:
        return tx.organisations.get(id)


def list_all(store: Store, user: User) -> tuple[Organisation, ...]:
    """Every organisation, the first one set up first; none before the first run."""
    require(user, Permission.READ)
    with store.read() as tx:
        return tx.organisations.all()


def members(store: Store, user: User, id: int, on: date) -> tuple[Appointment, ...]:
    """The appointments held on a day, in their order."""
    require(user, Permission.READ)
    with store.read() as tx:
        tx.organisations.get(id)
        return people.held_on(tx, id, on)


def form(store: Store, user: User, id: int) -> dict[str, Any]:
    """The set-up form as `save` takes it, filled in with what holds today."""
    require(user, Permission.READ)
    with store.read() as tx:
        organisation = tx.organisations.get(id)
        since, until = tx.organisations.term(id)
        held = people.held_on(tx, id, date.today())
    term = {"label": organisation.term_label or None, "since": since, "until": until}
    values = {
        "organisation": block(organisation),
        "members_required": organisation.members_required,
        "term": term,
        "members": [
            {"name": one.person.name, "position": one.position, "office": one.office or None}
            for one in held
        ],
    }
    return dict(catalog.as_json(values))


def block(organisation: Organisation) -> dict[str, Any]:
    """The organisation block of a document's values."""
    return {name: getattr(organisation, name) for name in BLOCK}


def add(tx: Transaction, values: Mapping[str, Any]) -> Organisation:
    """A new organisation from a validated set-up form, within a transaction."""
    organisation = tx.organisations.add(_columns(values))
    people.appoint_first(tx, organisation.id, people.members_of(values["members"]))
    return organisation


def _columns(values: Mapping[str, Any]) -> dict[str, Any]:
    term = values.get("term") or {}
    facts = values["organisation"]
    return {
        **{name: facts.get(name) for name in BLOCK},
        "name": " ".join(facts["co_quan_ban_hanh"].split()),
        "members_required": values.get("members_required"),
        "term_label": term.get("label") or "",
        "term_since": term.get("since"),
        "term_until": term.get("until"),
    }
