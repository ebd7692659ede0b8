"""Thể thức: what it refuses to read."""

from __future__ import annotations

from docgen.errors import DocgenError


class UnreadableDocument(DocgenError):
    """A file that is no Word document; the message tells its owner. HTTP 422, exit 2."""
