"""The door for any WSGI server: `gunicorn wsgi:app`."""

from __future__ import annotations

from docgen.app import create_app

app = create_app()
