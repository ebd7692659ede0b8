"""Web: what the browser is told to refuse: foreign scripts, foreign frames, foreign forms."""

from __future__ import annotations

from flask import Flask, Response, request
from flask_talisman import DENY, Talisman
from flask_wtf.csrf import CSRFProtect

POLICY = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}

# docx-preview writes the document's own styles into the page as <style> elements and shows its
# pictures as blobs: on the page with the preview, and only there, both are allowed.
PREVIEW_POLICY = POLICY | {
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data: blob:",
}

csrf = CSRFProtect()
talisman = Talisman()


def init_app(app: Flask) -> None:
    """Headers, cookies, and a token in every form.

    The server listens to its own machine alone, without TLS: hence no redirect to https, and a
    cookie that is not marked Secure. A page left open overnight must still be able to save, so
    the token lives as long as the session.
    """
    app.config.update(WTF_CSRF_TIME_LIMIT=None)
    csrf.init_app(app)
    talisman.init_app(
        app,
        force_https=False,
        strict_transport_security=False,
        session_cookie_secure=False,
        session_cookie_http_only=True,
        session_cookie_samesite="Lax",
        frame_options=DENY,
        referrer_policy="same-origin",
        content_security_policy=POLICY,
    )
    app.after_request(forget_pages)


def forget_pages(response: Response) -> Response:
    """No page is kept by the browser: «back» shows what was saved last, not what was sent first."""
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    return response
