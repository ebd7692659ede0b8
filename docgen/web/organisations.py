"""Web: an organisation's set-up: the first run, corrections, and whom one works for."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from docgen.catalog import KINDS, SETUP
from docgen.errors import Invalid, NotFound, Problem
from docgen.services import organisations
from docgen.web.access import current_user
from docgen.web.forms import Form
from docgen.web.parsing import parse
from docgen.web.session import current_organisation, store, work_for

pages = Blueprint("organisations", __name__)
KEPT = "kept"
"""The kind of message that tells the browser to forget its copy of what was sent."""


@pages.get("/bat-dau")
def begin() -> ResponseReturnValue:
    """The empty form."""
    return _page(None, {"members": [{}]})


@pages.post("/bat-dau")
def set_up() -> ResponseReturnValue:
    """A new organisation, or the form again with everything typed and every problem."""
    raw = parse(SETUP, request.form)
    try:
        organisation = organisations.set_up(store(), current_user(), raw)
    except Invalid as error:
        return _page(None, raw, error.problems)
    work_for(organisation.id)
    flash("Đã lưu. Bây giờ có thể bắt đầu cuộc họp đầu tiên.", KEPT)
    return redirect(url_for("home.index"), 303)


@pages.get("/to-chuc/<int:id>")
def edit(id: int) -> ResponseReturnValue:
    """The form as it holds today."""
    work_for(id)
    return _page(id, organisations.form(store(), current_user(), id))


@pages.post("/to-chuc/<int:id>")
def save(id: int) -> ResponseReturnValue:
    """The organisation with other facts, or the form again."""
    raw = parse(SETUP, request.form)
    try:
        organisations.save(store(), current_user(), id, raw)
    except Invalid as error:
        work_for(id)
        return _page(id, raw, error.problems)
    flash("Đã lưu. Văn bản đã soạn giữ nguyên; văn bản mới dùng thông tin này.", KEPT)
    return redirect(url_for("home.index"), 303)


@pages.post("/to-chuc/chon")
def choose() -> ResponseReturnValue:
    """Work for another organisation from now on."""
    id = request.form.get("id", "")
    if not (id.isascii() and id.isdecimal() and len(id) < 9):
        raise NotFound("Không có tổ chức này.")
    work_for(int(id))
    return redirect(url_for("home.index"), 303)


def _page(
    id: int | None, raw: dict[str, Any], problems: tuple[Problem, ...] = ()
) -> ResponseReturnValue:
    current_organisation()
    page = render_template(
        "organisation.html",
        id=id,
        form=Form.of(SETUP, raw, problems),
        symbols={key: kind.symbol for key, kind in KINDS.items()},
    )
    return make_response(page, 422 if problems else 200)
