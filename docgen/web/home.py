"""Web: the first page: meetings and documents of the current organisation."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from docgen.catalog import CATALOG, DocumentType
from docgen.domain.documents import DocumentHead
from docgen.services import documents, meetings
from docgen.web.access import current_user
from docgen.web.session import all_organisations, current_organisation, store

pages = Blueprint("home", __name__)
_GROUPS = ("Lập được từ cuộc họp", "Quyết định, quy định, quy chế", "Văn bản khác")


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
        choices=_choices(),
    )


def _choices() -> dict[str, list[DocumentType]]:
    """The types that are written without a meeting's minutes, grouped by what they come from."""
    found: dict[str, list[DocumentType]] = {name: [] for name in _GROUPS}
    for kind in CATALOG.values():
        if not kind.embeds_meeting:
            regulates = kind.key.startswith(("quy_", "quyet_dinh"))
            found[_GROUPS[1 if regulates else 0 if kind.from_meeting else 2]].append(kind)
    return {name: kinds for name, kinds in found.items() if kinds}


def _by_meeting(heads: tuple[DocumentHead, ...]) -> dict[int | None, list[DocumentHead]]:
    """The papers of each meeting, the first one first; those of none under None."""
    found: dict[int | None, list[DocumentHead]] = {}
    for head in sorted(heads, key=lambda head: head.id):
        found.setdefault(head.meeting_id, []).append(head)
    return found
