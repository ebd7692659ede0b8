"""Web: meetings: how one starts, and the papers it has."""

from __future__ import annotations

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from docgen.catalog import CATALOG
from docgen.services import documents, meetings
from docgen.web.access import current_user
from docgen.web.session import current_organisation, say_removed, store, work_for

pages = Blueprint("meetings", __name__)


@pages.post("/cuoc-hop")
def start() -> ResponseReturnValue:
    """A new meeting of the current organisation; its minutes are open at once."""
    organisation = current_organisation()
    if organisation is None:
        return redirect(url_for("organisations.begin"), 303)
    record = meetings.start(store(), current_user(), organisation.id)
    return redirect(url_for("documents.form", id=record.id), 303)


@pages.get("/cuoc-hop/<int:id>")
def show(id: int) -> ResponseReturnValue:
    """A meeting, its papers, and those that can be drafted from it."""
    meeting = meetings.get(store(), current_user(), id)
    work_for(meeting.organisation_id)
    heads = documents.list_for(store(), current_user(), meeting.organisation_id)
    papers = sorted((h for h in heads if h.meeting_id == id), key=lambda head: head.id)
    return render_template(
        "meeting.html",
        meeting=meeting,
        papers=papers,
        types=CATALOG,
        possible=[kind for kind in CATALOG.values() if kind.from_meeting],
    )


@pages.post("/cuoc-hop/<int:id>/van-ban")
def draft(id: int) -> ResponseReturnValue:
    """A paper drafted from what the meeting noted."""
    key = request.form.get("type", "")
    record = meetings.make_document(
        store(), current_user(), id, key, spelling=current_app.config["SPELLING"]
    )
    return redirect(url_for("documents.form", id=record.id), 303)


@pages.post("/cuoc-hop/<int:id>/xoa")
def remove(id: int) -> ResponseReturnValue:
    """The meeting is out of the lists with its papers; a click brings it back."""
    head = meetings.remove(store(), current_user(), id)
    name = f"cuộc họp «{head.title}»" if head.title else "cuộc họp chưa có tên"
    say_removed(f"Đã xoá {name} cùng các văn bản của cuộc họp.", "meetings.bring_back", id)
    return redirect(url_for("home.index"), 303)


@pages.post("/cuoc-hop/<int:id>/lay-lai")
def bring_back(id: int) -> ResponseReturnValue:
    """A removed meeting, again with its papers."""
    meetings.bring_back(store(), current_user(), id)
    flash("Đã lấy lại cuộc họp.")
    return redirect(url_for("meetings.show", id=id), 303)
