"""Web: standard clauses to start a regulation from: tick, fill in, put into the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from docgen.catalog import find
from docgen.catalog.clauses import filled
from docgen.domain.outline import keys_in
from docgen.errors import Invalid, NotFound, Problem
from docgen.services import clauses, documents
from docgen.web.access import current_user
from docgen.web.forms import dotted
from docgen.web.session import store, work_for

pages = Blueprint("clauses", __name__)


@pages.get("/van-ban/<int:id>/dieu-khoan")
def choose(id: int) -> ResponseReturnValue:
    """The clauses of one set, ticked, with what each variable is proposed to say."""
    return _page(id, request.args.get("bo", ""))


@pages.post("/van-ban/<int:id>/dieu-khoan")
def take(id: int) -> ResponseReturnValue:
    """The chosen articles are in the draft; or the page again, with every problem."""
    key, chosen = request.form.get("bo", ""), request.form.getlist("dieu")
    sent = {name[2:]: text for name, text in request.form.items() if name.startswith("v-")}
    words = {name: " ".join(text.split()) for name, text in sent.items()}
    try:
        count = clauses.take(store(), current_user(), id, key, chosen=chosen, words=words)
    except Invalid as error:
        return _page(id, key, chosen=chosen, words=words, problems=error.problems)
    flash(f"Đã đưa {count} điều vào văn bản; hãy đọc lại và sửa cho đúng với cơ quan mình.")
    return redirect(url_for("documents.form", id=id), 303)


def _shown(offer: clauses.Offer, words: Mapping[str, str]) -> Callable[[str], str]:
    """What a clause says with the words at hand: variables by their labels, references by name."""
    labels = {one.name: words.get(one.name) or f"‹{one.label}›" for one in offer.clauses.variables}
    names = {key: article.title for article in offer.clauses.articles for key in article.keys}

    def shown(text: str) -> str:
        written = filled(text, labels)
        for key in keys_in(written):
            written = written.replace(f"[[{key}]]", f"điều «{names.get(key, key)}»")
        return written

    return shown


def _page(
    id: int,
    key: str,
    *,
    chosen: Iterable[str] | None = None,
    words: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
) -> ResponseReturnValue:
    record = documents.draft(store(), current_user(), id)
    work_for(record.organisation_id)
    sets = clauses.available(record)
    if not sets:
        raise NotFound("Loại văn bản này chưa có điều khoản mẫu.")
    offer = clauses.offer(store(), current_user(), id, key or sets[0].key)
    known = {**offer.words, **(words or {})}
    page = render_template(
        "clauses.html",
        record=record,
        kind=find(record.type_key),
        sets=sets,
        offer=offer,
        chosen=offer.clauses.keys if chosen is None else {*chosen},
        words=known,
        shown=_shown(offer, known),
        problems=problems,
        told=_told(problems),
    )
    return make_response(page, 422 if problems else 200)


def _told(problems: Iterable[Problem]) -> dict[str, list[str]]:
    """What is to be said at a variable or at an article."""
    told: dict[str, list[str]] = {}
    for problem in problems:
        told.setdefault(dotted(problem.where), []).append(problem.message)
    return told
