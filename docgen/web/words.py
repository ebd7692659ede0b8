"""Web: words and facts that every template needs."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from flask import Flask

from docgen.domain import vietnamese
from docgen.web import session


def init_app(app: Flask) -> None:
    """Filters, and what the frame of every page shows."""
    app.jinja_env.filters.update(day=day, moment=moment)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.context_processor(_frame)


def day(value: date) -> str:
    """«03/4/2024»."""
    return vietnamese.date_short(value)


def moment(value: datetime) -> str:
    """«14:32, 03/4/2024» by the clock of this machine."""
    here = value.astimezone()
    return f"{here:%H:%M}, {vietnamese.date_short(here.date())}"


def _frame() -> dict[str, Any]:
    return {"current_organisation": session.shown_organisation}
