"""Web: a JSON file fills the form of a document; one button puts back what stood there before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PureWindowsPath
from typing import Any

from flask import Blueprint, Response, make_response, request
from flask.typing import ResponseReturnValue

from docgen import catalog
from docgen.domain.documents import DocumentRecord
from docgen.errors import Conflict, Invalid, Problem
from docgen.services import documents
from docgen.web.access import current_user
from docgen.web.documents import page_of, revision_sent
from docgen.web.fitting import fitted
from docgen.web.security import PREVIEW_POLICY, talisman
from docgen.web.session import store

pages = Blueprint("filling", __name__)


@dataclass(frozen=True)
class Filled:
    """What came of a file: its name, what it left out, what stood there before (as JSON)."""

    words: str
    left: tuple[Problem, ...] = ()
    before: str = ""


@pages.post("/van-ban/<int:id>/tu-tep")
@talisman(content_security_policy=PREVIEW_POLICY)
def fill(id: int) -> ResponseReturnValue:
    """The form with what the file says; names that the file lacks stay as they were."""
    record = documents.draft(store(), current_user(), id)
    try:
        return _answer(*_filled(record))
    except Invalid as error:
        return _answer(record, Filled("Chưa điền được gì từ tệp.", error.problems), 422)
    except Conflict as error:
        return _answer(record, Filled(error.message), 409)


def _filled(record: DocumentRecord) -> tuple[DocumentRecord, Filled]:
    """The document with the file in it. Raises `Invalid`, `Conflict`."""
    name, text = _sent()
    values, left = fitted(catalog.find(record.type_key).fields, text)
    if name:
        values = {**record.values, **_without_empty_organisation(values)}
    documents.save_draft(store(), current_user(), record.id, values, revision=revision_sent())
    again = documents.draft(store(), current_user(), record.id)
    if not name:
        return again, Filled("Đã trở lại như trước khi điền từ tệp.", left)
    before = json.dumps(record.values, ensure_ascii=False)
    return again, Filled(f"Đã điền từ tệp «{name}».", left, before)


def _without_empty_organisation(values: Mapping[str, Any]) -> dict[str, Any]:
    """The set-up gives the organisation, unless the file names one."""
    return {name: value for name, value in values.items() if name != "organisation" or value}


def _sent() -> tuple[str, str]:
    """The name and the text of the file; the text alone for what is put back."""
    if before := request.form.get("truoc", ""):
        return "", before
    file = request.files.get("tep")
    if file is None or not file.filename:
        raise Invalid([Problem("FILL.NONE", "Chưa chọn tệp. Hãy chọn tệp JSON cần điền.")])
    try:
        return PureWindowsPath(file.filename).name[-150:], file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        sentence = "Tệp không phải văn bản UTF-8. Hãy lưu lại tệp theo UTF-8 rồi chọn lại."
        raise Invalid([Problem("FILL.TEXT", sentence)]) from None


def _answer(record: DocumentRecord, filled: Filled, status: int = 200) -> Response:
    return make_response(page_of(record, record.values, filled=filled), status)
