"""Room web: the pages. `init_app` puts them, their guards and their errors on a Flask app."""

from __future__ import annotations

from typing import Any

from flask import Flask

from docgen.domain.access import LOCAL_USER, User
from docgen.web import (
    access,
    checking,
    clauses,
    comparing,
    documents,
    errors,
    filling,
    home,
    meetings,
    organisations,
    security,
    words,
)

__all__ = ["init_app"]


def init_app(app: Flask, store: Any, user: User = LOCAL_USER) -> None:
    """Pages for what is in the store, for this user: until accounts exist, there is one.

    `store` is the storage's `Store`; pages hand it to the services and never look inside.
    """
    app.extensions["docgen_store"], app.extensions["docgen_user"] = store, user
    access.init_app(app)
    security.init_app(app)
    errors.init_app(app)
    words.init_app(app)
    for room in (home, organisations, meetings, documents, filling, clauses, comparing, checking):
        app.register_blueprint(room.pages)
