"""Web: two states of a document side by side, and the same as a Word table."""

from __future__ import annotations

from io import BytesIO

from flask import Blueprint, Response, render_template, request, send_file
from flask.typing import ResponseReturnValue

from docgen.catalog import find
from docgen.domain.comparison import Change
from docgen.errors import NotFound
from docgen.services import comparing, documents
from docgen.web.access import current_user
from docgen.web.documents import DOCX
from docgen.web.session import store, work_for

pages = Blueprint("comparing", __name__)


@pages.get("/van-ban/<int:id>/so-sanh")
def show(id: int) -> ResponseReturnValue:
    """What became of every article from one version to another, or to the draft."""
    record = documents.draft(store(), current_user(), id)
    work_for(record.organisation_id)
    return render_template(
        "comparison.html",
        record=record,
        kind=find(record.type_key),
        versions=documents.versions(store(), current_user(), id),
        comparison=_compared(id),
        changes=list(Change),
        words_of=comparing.words_of,
        chosen=request.args,
    )


@pages.get("/van-ban/<int:id>/so-sanh/tai")
def download(id: int) -> Response:
    """The comparison as a Word file."""
    made = comparing.comparison_docx(_compared(id))
    return send_file(BytesIO(made), DOCX, as_attachment=True, download_name="bang-so-sanh.docx")


def _compared(id: int) -> comparing.Comparison:
    """The two states the address names; without one, the last version and the draft."""
    last = next(iter(documents.versions(store(), current_user(), id)), None)
    old = _number("cu") or (last.number if last else None)
    if old is None:
        raise NotFound("Văn bản này chưa có bản nào đã tải để so sánh.")
    return comparing.compare(store(), current_user(), id, old=old, new=_number("moi"))


def _number(name: str) -> int | None:
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else None
