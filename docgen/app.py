"""The app: settings, store and pages put together; the only module that knows all the others."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from docgen import web
from docgen.domain.access import LOCAL_USER, User
from docgen.services import demo as demonstration
from docgen.settings import Settings, secret_key
from docgen.storage import Store

STATIC = Path(__file__).resolve().parents[1] / "static"
HOSTS = ["127.0.0.1", "localhost", "[::1]"]
"""Names by which this machine calls itself: a page elsewhere cannot reach it under another."""


def create_app(settings: Settings | None = None, *, user: User = LOCAL_USER) -> Flask:
    """The WSGI app on a database that is up to date; without settings, those of the environment."""
    settings = settings or Settings.from_env()
    app = Flask(__name__, static_folder=STATIC, template_folder="web/templates")
    app.config.update(
        SECRET_KEY=secret_key(settings),
        MAX_CONTENT_LENGTH=settings.max_upload,
        # Flask stops long forms earlier than long files; minutes come as a form.
        MAX_FORM_MEMORY_SIZE=settings.max_upload,
        TRUSTED_HOSTS=HOSTS,
        SPELLING=settings.spelling,
        # Cookies know no ports: other programs on this machine have one called «session», too.
        SESSION_COOKIE_NAME="docgen",
    )
    store = Store.open(settings.database_url)
    store.migrate()
    web.init_app(app, store, user)
    return app


def prepare(settings: Settings, *, demo: bool = False) -> None:
    """Bring the database up to date; with `demo`, put the demonstration in what lacks it."""
    store = Store.open(settings.database_url)
    try:
        store.migrate()
        if demo:
            demonstration.load(store, LOCAL_USER)
    finally:
        store.close()
