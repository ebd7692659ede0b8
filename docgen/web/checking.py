"""Web: any Word file measured against the form: the list, the marked pages, the mended copy.

Nothing is stored. The pages carry the file back and forth, so that every button works alone, also
without scripts.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import PureWindowsPath
from typing import Any

from flask import Blueprint, Response, current_app, make_response, render_template, request
from flask import send_file as send
from flask.typing import ResponseReturnValue

from docgen.domain import vietnamese
from docgen.errors import DocgenError, Invalid, Problem, TooLarge
from docgen.services import documents, findings, showing
from docgen.services.checking import AUTO, Mended, check_docx, fix_docx
from docgen.services.refusals import refuse_large
from docgen.web.access import current_user
from docgen.web.documents import DOCX
from docgen.web.security import PREVIEW_POLICY, talisman
from docgen.web.session import current_organisation, store

pages = Blueprint("checking", __name__)
_AS_TEXT = 1.5
"""How much longer a file may get on its way back within a form."""
_LONGEST_NAME = 150


@dataclass(frozen=True)
class Sent:
    """The file that somebody sent, and the form it is to be measured against."""

    name: str
    docx: bytes
    profile: str

    def named(self, what: str) -> str:
        """The name of a copy: «Nghị quyết (đã sửa).docx»."""
        return f"{PureWindowsPath(self.name).stem} ({what}).docx"


@pages.url_value_preprocessor
def make_room(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """A file of the largest size comes back as text; told before anybody reads the form."""
    request.max_content_length = request.max_form_memory_size = int(_limit() * _AS_TEXT)


@pages.get("/the-thuc")
def begin() -> ResponseReturnValue:
    """Where a file is chosen."""
    return _begin()


@pages.post("/the-thuc")
@talisman(content_security_policy=PREVIEW_POLICY)
def check() -> ResponseReturnValue:
    """What is wrong with the file, beside its pages; or the first page with the reason why not."""
    try:
        return _result(_sent())
    except (Invalid, TooLarge) as error:
        return _begin(error)


@pages.post("/the-thuc/sua")
@talisman(content_security_policy=PREVIEW_POLICY)
def fix() -> ResponseReturnValue:
    """What was done and what is left to decide, beside the pages of the mended copy."""
    try:
        sent = _sent()
        return _result(sent, fix_docx(sent.docx, sent.profile, today=date.today()))
    except (Invalid, TooLarge) as error:
        return _begin(error)


@pages.post("/the-thuc/ban-sua")
def mended() -> Response:
    """The mended copy."""
    sent = _sent()
    copy = fix_docx(sent.docx, sent.profile, today=date.today())
    return _file(copy.docx, sent.named("đã sửa"))


@pages.post("/the-thuc/ghi-chu")
def commented() -> Response:
    """A copy with the findings as comments; of the mended one, when that is what is looked at."""
    sent = _sent()
    docx = sent.docx
    if "da_sua" in request.form:
        docx = fix_docx(docx, sent.profile, today=date.today()).docx
    report = check_docx(docx, sent.profile, today=date.today())
    copy = showing.commented(docx, showing.listed(report))
    return _file(copy, sent.named("ghi chú"))


@pages.get("/van-ban/<int:id>/the-thuc/<int:number>")
@talisman(content_security_policy=PREVIEW_POLICY)
def version(id: int, number: int) -> ResponseReturnValue:
    """The form of a version of one's own documents."""
    made = documents.version(store(), current_user(), id, number)
    return _result(Sent(made.filename, made.docx, AUTO))


@pages.get("/the-thuc/quy-tac")
def rules() -> str:
    """Every rule: what it asks, from where, how certain that is."""
    current_organisation()
    return render_template(
        "checking/rules.html",
        rules=findings.rules(),
        profiles=findings.profiles(),
        words=findings,
    )


def _sent() -> Sent:
    """The file of the form: just chosen, or carried by the page. Raises `Invalid`, `TooLarge`."""
    file = request.files.get("tep")
    if file is not None and file.filename:
        name, data = file.filename, file.read()
    else:
        name, data = request.form.get("ten", ""), _carried()
    if not name:
        raise Invalid([Problem("FILE.NONE", "Chưa chọn tệp. Hãy chọn tệp Word (.docx) cần xem.")])
    refuse_large(len(data), _limit())
    name = " ".join(vietnamese.clean(PureWindowsPath(name).name).split())[-_LONGEST_NAME:]
    return Sent(name, data, request.form.get("the_thuc") or AUTO)


def _carried() -> bytes:
    """The file that the page itself has brought back."""
    try:
        return b64decode(request.form.get("noi_dung", ""), validate=True)
    except ValueError:
        sentence = "Tệp gửi lại không còn nguyên vẹn. Hãy chọn lại tệp."
        raise Invalid([Problem("FILE.CARRIED", sentence)]) from None


def _limit() -> int:
    return int(current_app.config["MAX_CONTENT_LENGTH"])


def _begin(error: DocgenError | None = None) -> Response:
    current_organisation()
    page = render_template(
        "checking/begin.html",
        error=error,
        limit=_limit(),
        profile=request.form.get("the_thuc", AUTO),
        profiles=findings.profiles(),
    )
    status = 200 if error is None else 413 if isinstance(error, TooLarge) else 422
    return make_response(page, status)


def _result(sent: Sent, mended: Mended | None = None) -> Response:
    """The list and the pages of the file, or of its mended copy."""
    current_organisation()
    docx = sent.docx if mended is None else mended.docx
    report = check_docx(docx, sent.profile, today=date.today())
    rows = showing.listed(report)
    page = render_template(
        "checking/result.html",
        sent=sent,
        carried=_text(sent.docx),
        looked_at=_text(showing.marked(docx, report, rows)),
        report=report,
        rows=rows,
        mended=mended,
        done=findings.grouped(mended.fixed.done, report.profile) if mended else (),
        profiles=findings.profiles(),
        words=findings,
    )
    return make_response(page)


def _text(docx: bytes) -> str:
    """A file for a field of a form."""
    return b64encode(docx).decode("ascii")


def _file(docx: bytes, name: str) -> Response:
    return send(BytesIO(docx), DOCX, as_attachment=True, download_name=name)
