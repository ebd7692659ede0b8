"""Web: what a visit remembers: the organisation somebody works for."""

from __future__ import annotations

from typing import Any

from flask import current_app, flash, g, session, url_for

from docgen.domain.organisations import Organisation
from docgen.services import organisations
from docgen.web.access import current_user

_KEY = "organisation"


def store() -> Any:
    """The store of this installation, as the services want it."""
    return current_app.extensions["docgen_store"]


def all_organisations() -> tuple[Organisation, ...]:
    """Every organisation."""
    return organisations.list_all(store(), current_user())


def current_organisation() -> Organisation | None:
    """The organisation chosen last, else the first; None before the set-up."""
    found = all_organisations()
    chosen = next((one for one in found if one.id == session.get(_KEY)), None)
    g.organisation = chosen or next(iter(found), None)
    return g.organisation


def work_for(organisation_id: int) -> Organisation:
    """Remember an organisation; `NotFound` when there is none of that id."""
    g.organisation = organisations.get(store(), current_user(), organisation_id)
    session[_KEY] = organisation_id
    return g.organisation


def shown_organisation() -> Organisation | None:
    """What the frame of a page shows: the organisation the page itself has looked up, if any."""
    return g.get("organisation")


def say_removed(words: str, endpoint: str, id: int) -> None:
    """Tell on the next page what was removed, with the button that brings it back."""
    flash({"words": words, "url": url_for(endpoint, id=id)}, "removed")  # type: ignore[arg-type]
