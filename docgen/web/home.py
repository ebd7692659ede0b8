"""Web: the first page: meetings and documents of the current organisation."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from docgen.catalog import CATALOG
from docgen.domain.documents import DocumentHead
from docgen.services import documents, meetings
from docgen.web.access import current_user
from docgen.web.session import all_organisations, current_organisation, store

pages = Blueprint("home", __name__)


@pages.get("/")
def index() -> ResponseReturnValue:
    """Meetings with their papers, then papers of no meeting; the set-up while there is nobody."""
    organisation = current_organisation()
    if organisation is None:
        return redirect(url_for("organisations.begin"))
    heads = documents.list_for(store(), current_user(), organisation.id)
    return render_template(
        "home.html",
        organisation=organisation,
        organisations=all_organisations(),
        meetings=meetings.list_for(store(), current_user(), organisation.id),
        papers=_by_meeting(heads),
        removed_meetings=meetings.removed(store(), current_user(), organisation.id),
        removed_papers=documents.removed(store(), current_user(), organisation.id),
        types=CATALOG,
    )


def _by_meeting(heads: tuple[DocumentHead, ...]) -> dict[int | None, list[DocumentHead]]:
    """The papers of each meeting, the first one first; those of none under None."""
    found: dict[int | None, list[DocumentHead]] = {}
    for head in sorted(heads, key=lambda head: head.id):
        found.setdefault(head.meeting_id, []).append(head)
    return found
