"""Services: what a draft is made of, within one transaction; documents, meetings and demo share it.

The meeting block has one home. A document whose values embed the meeting shows the meeting's own
record, and saving the document saves the meeting.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from docgen import catalog
from docgen.domain import vietnamese
from docgen.domain.documents import DocumentRecord, Values
from docgen.errors import Invalid, Problem
from docgen.storage import Transaction

LIMIT = 8 * 2**20
"""The most that one document may hold, in bytes of JSON; long minutes have some hundred KB."""
_TITLE = 300
"""Characters of a title in lists; documents print the whole of it."""


def open_draft(
    tx: Transaction,
    organisation_id: int,
    type_key: str,
    *,
    values: Values,
    meeting_id: int | None = None,
) -> int:
    """The id of a new draft with these values; one that embeds a meeting may begin it."""
    if meeting_id is None and catalog.find(type_key).embeds_meeting:
        meeting_id = tx.meetings.add(organisation_id)
    id = tx.documents.add(organisation_id, type_key, meeting_id=meeting_id)
    keep(tx, complete(tx, id), values)
    return id


def complete(tx: Transaction, id: int, *, lock: bool = False) -> DocumentRecord:
    """The document with the meeting laid over its values, and both revisions in one number.

    Either part only ever grows by what is changed, so the sum is the same only if nothing was.
    """
    record = tx.documents.get(id, lock=lock)
    if not _shows_meeting(record):
        return record
    meeting = tx.meetings.get(_meeting_of(record), lock=lock)
    return replace(
        record,
        values={**record.values, "meeting": meeting.values},
        revision=record.revision + meeting.revision,
    )


def keep(tx: Transaction, record: DocumentRecord, values: Values) -> None:
    """Save these values as the document's next revision, each part where it belongs.

    Values without a meeting leave the meeting as it is.
    """
    own = dict(values)
    if _shows_meeting(record) and "meeting" in own:
        _keep_meeting(tx, _meeting_of(record), own.pop("meeting"), title=title_of(values))
    tx.documents.save(record.id, own, title=title_of(values))


def title_of(values: Values) -> str:
    """What lists call a document: its trích yếu, else what its meeting was about; "" if unknown."""
    meeting = values.get("meeting")
    content = meeting.get("content") if isinstance(meeting, Mapping) else None
    for text in (values.get("trich_yeu"), content):
        if isinstance(text, str) and (title := " ".join(vietnamese.clean(text).split())):
            return title[:_TITLE]
    return ""


def as_text(values: object) -> str:
    """The values as one text: two are the same values if and only if their texts are the same.

    Raises `Invalid` for what could never be a document: no object, or more than `LIMIT`.
    """
    if not isinstance(values, Mapping):
        raise Invalid([Problem("DRAFT.SHAPE", "Nội dung gửi lên phải là một đối tượng JSON.")])
    try:
        text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    except RecursionError:
        raise Invalid([Problem("DRAFT.DEPTH", "Nội dung gửi lên lồng nhau quá sâu.")]) from None
    if (size := len(text.encode("utf-8", "backslashreplace"))) > LIMIT:
        megabytes = f"{size / 2**20:.1f}".replace(".", ",")
        sentence = (
            f"Nội dung dài {megabytes} MB, quá giới hạn {LIMIT // 2**20} MB; "
            "hãy chia thành nhiều văn bản."
        )
        raise Invalid([Problem("DRAFT.SIZE", sentence)])
    return text


def _keep_meeting(tx: Transaction, id: int, values: Any, *, title: str) -> None:
    meeting = tx.meetings.get(id)
    held_on = _held_on(values)
    if (_dumped(meeting.values), meeting.title, meeting.held_on) != (
        _dumped(values),
        title,
        held_on,
    ):
        tx.meetings.save(id, values, title=title, held_on=held_on)


def _dumped(values: Any) -> str:
    return json.dumps(values, sort_keys=True)


def _held_on(values: Any) -> date | None:
    typed = values.get("starts_on") if isinstance(values, Mapping) else None
    try:
        return vietnamese.parse_date(typed) if isinstance(typed, str) else None
    except ValueError:
        return None


def _shows_meeting(record: DocumentRecord) -> bool:
    return record.meeting_id is not None and catalog.find(record.type_key).embeds_meeting


def _meeting_of(record: DocumentRecord) -> int:
    assert record.meeting_id is not None, "asked only where the meeting is shown"
    return record.meeting_id
