"""Domain: meetings, documents and their versions as they are kept.

A head is what a list shows; a record is the head with its content. `values` is the input as it
was entered, valid or not: whether it is a good document is the catalogue's question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Values = Mapping[str, Any]
"""What was entered, as JSON: texts, numbers, booleans, None, lists and mappings of them."""


@dataclass(frozen=True, kw_only=True)
class MeetingHead:
    """One meeting of an organisation; `held_on` is None while its date is unknown or unreadable."""

    id: int
    organisation_id: int
    title: str
    held_on: date | None
    revision: int
    updated_at: datetime


@dataclass(frozen=True, kw_only=True)
class MeetingRecord(MeetingHead):
    """A meeting with what was noted about it: the one home of the `meeting` block.

    Usually a mapping; whatever else a broken client sent in its place is kept as well.
    """

    values: Any


@dataclass(frozen=True, kw_only=True)
class DocumentHead:
    """One document of an organisation, a draft until a version of it is kept.

    `revision` grows with every change; where the values are shown complete it counts the changes
    of the meeting they embed as well, so one number tells whether anything has moved.
    """

    id: int
    organisation_id: int
    meeting_id: int | None
    type_key: str
    title: str
    revision: int
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, kw_only=True)
class DocumentRecord(DocumentHead):
    """A document with its values."""

    values: Values


@dataclass(frozen=True, kw_only=True)
class VersionHead:
    """One version of a document: numbered from 1, never changed, `sha256` in hexadecimal."""

    id: int
    document_id: int
    number: int
    filename: str
    sha256: str
    created_at: datetime


@dataclass(frozen=True, kw_only=True)
class VersionRecord(VersionHead):
    """A version with the values it was made from and the file that was made."""

    values: Values
    docx: bytes
