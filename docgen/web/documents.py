"""Web: a document: its form, saved as it is typed, its preview, its versions."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from flask.typing import ResponseReturnValue

from docgen import catalog
from docgen.domain.documents import DocumentHead, DocumentRecord
from docgen.errors import Conflict, DocgenError, Invalid, Problem
from docgen.services import clauses, documents, findings, rendering
from docgen.services.drafts import title_of
from docgen.web.access import current_user
from docgen.web.errors import as_json, wants_json
from docgen.web.forms import Form, dotted
from docgen.web.hints import hints
from docgen.web.outlines import LAW, labels
from docgen.web.parsing import parse
from docgen.web.security import PREVIEW_POLICY, talisman
from docgen.web.session import current_organisation, say_removed, store, work_for

pages = Blueprint("documents", __name__)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pages.post("/van-ban")
def create() -> ResponseReturnValue:
    """A new document of no meeting."""
    organisation = current_organisation()
    if organisation is None:
        return redirect(url_for("organisations.begin"), 303)
    key = request.form.get("type", "")
    spelling = current_app.config["SPELLING"]
    record = documents.create(store(), current_user(), organisation.id, key, spelling=spelling)
    return redirect(url_for("documents.form", id=record.id), 303)


@pages.get("/van-ban/<int:id>")
@talisman(content_security_policy=PREVIEW_POLICY)
def form(id: int) -> ResponseReturnValue:
    """The form, filled with what was saved last."""
    record = documents.draft(store(), current_user(), id)
    return page_of(record, record.values)


@pages.post("/van-ban/<int:id>/nhap")
def autosave(id: int) -> ResponseReturnValue:
    """Keep what was typed, and answer with the document as it now looks.

    `preview_only` looks without keeping: opening a page changes nothing.
    """
    record = documents.draft(store(), current_user(), id)
    raw = parse(catalog.find(record.type_key).fields, request.form)
    revision = record.revision
    if "preview_only" not in request.form:
        revision = documents.save_draft(store(), current_user(), id, raw, revision=revision_sent())
    return jsonify(
        revision=revision,
        saved_at=f"{datetime.now():%H:%M}",
        title=title_of(raw),
        **_seen(record.type_key, raw),
    )


@pages.post("/van-ban/<int:id>")
@talisman(content_security_policy=PREVIEW_POLICY)
def finish(id: int) -> ResponseReturnValue:
    """Keep what was typed and make the Word file; or the form again, with every problem."""
    record = documents.draft(store(), current_user(), id)
    raw = parse(catalog.find(record.type_key).fields, request.form)
    try:
        documents.save_draft(store(), current_user(), id, raw, revision=revision_sent())
        version = documents.finish(store(), current_user(), id)
    except (Invalid, Conflict) as error:
        if wants_json():
            raise
        return _refused(id, raw, error)
    url = url_for("documents.download", id=id, number=version.number)
    if not wants_json():
        return redirect(url, 303)
    listed = render_template("form/versions.html", id=id, **_versions(id))
    return jsonify(url=url, filename=version.filename, versions=listed)


@pages.get("/van-ban/<int:id>/tai/<int:number>")
def download(id: int, number: int) -> Response:
    """One version as a Word file."""
    version = documents.version(store(), current_user(), id, number)
    return send_file(
        BytesIO(version.docx), DOCX, as_attachment=True, download_name=version.filename
    )


@pages.post("/van-ban/<int:id>/xoa")
def remove(id: int) -> ResponseReturnValue:
    """The document is out of the lists; a click brings it back."""
    head = documents.remove(store(), current_user(), id)
    name = catalog.find(head.type_key).ten_loai.lower()
    titled = f"{name} «{head.title}»" if head.title else f"{name} chưa có tên"
    say_removed(f"Đã xoá {titled}.", "documents.bring_back", id)
    return _to_list(head)


@pages.post("/van-ban/<int:id>/lay-lai")
def bring_back(id: int) -> ResponseReturnValue:
    """A removed document, again in its list."""
    head = documents.bring_back(store(), current_user(), id)
    flash("Đã lấy lại văn bản.")
    return _to_list(head)


def _to_list(head: DocumentHead) -> ResponseReturnValue:
    """To where the document is listed."""
    if head.meeting_id is None:
        return redirect(url_for("home.index"), 303)
    return redirect(url_for("meetings.show", id=head.meeting_id), 303)


def revision_sent() -> int:
    """The revision that was being edited. Raises `Conflict` when none was sent."""
    text = request.form.get("revision", "")
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise Conflict("Trang này đã cũ. Hãy tải lại trang rồi sửa tiếp.")
    return int(text)


def _seen(type_key: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    """The document as these values give it, and what is to be said of them.

    What was typed is saved before anybody looks at it, so a preview that fails is one more thing
    to tell, not a reason to lose it.
    """
    inspection = catalog.inspect(type_key, raw)
    docx, puts, form, broken = None, [], None, ""
    try:
        preview = rendering.preview(type_key, raw)
        docx = b64encode(preview.docx).decode("ascii")
        puts = [(dotted(path), text) for path, text in preview.puts]
        form = _form(preview)
    except DocgenError as error:
        broken = error.message
    return {
        "docx": docx,
        "puts": puts,
        "form": form,
        "broken": broken,
        "problems": as_json(inspection.problems),
        "hints": hints(inspection.values),
        "labels": labels(catalog.find(type_key).fields, inspection.values),
    }


def _form(preview: rendering.Preview) -> dict[str, Any]:
    """What is to be said of the form of what was entered."""
    return {
        "told": findings.counted(preview.findings, none="chưa thấy lỗi"),
        "rules": url_for("checking.rules"),
        "rows": findings.as_rows(preview.findings, preview.profile),
    }


def _refused(id: int, raw: dict[str, Any], error: Invalid | Conflict) -> Response:
    """The form with everything that was typed; for a conflict, on top of the newest revision."""
    record = documents.draft(store(), current_user(), id)
    if isinstance(error, Invalid):
        return page_of(record, raw, problems=error.problems, status=422)
    notice = f"{error.message} Những gì vừa gõ vẫn còn ở dưới đây và chưa được lưu."
    return page_of(record, raw, status=409, notice=notice)


def page_of(
    record: DocumentRecord,
    values: Mapping[str, Any],
    *,
    problems: Iterable[Problem] = (),
    status: int = 200,
    notice: str = "",
    filled: Any = None,
) -> Response:
    """The page of a document; `filled`: what came of a file (web/filling.py)."""
    work_for(record.organisation_id)
    kind = catalog.find(record.type_key)
    read = catalog.inspect(kind.key, values).values
    page = render_template(
        "document.html",
        record=record,
        kind=kind,
        title=title_of(values),
        form=Form.of(kind.fields, values, problems, given="organisation"),
        hints=hints(read),
        notices=catalog.notices(kind.key, read),
        labels=labels(kind.fields, read),
        outline_law=LAW,
        has_outline=any(name.endswith(".table") for name in kind.leaves),
        clauses=clauses.available(record),
        **_versions(record.id),
        status=status,
        notice=notice,
        filled=filled,
    )
    return make_response(page, status)


def _versions(id: int) -> dict[str, Any]:
    """The versions, and what is wrong with the form of the last one."""
    made = documents.versions(store(), current_user(), id)
    wrong = documents.findings(store(), current_user(), id, made[0].number) if made else ()
    return {"versions": made, "wrong": findings.counted(wrong, none="")}
