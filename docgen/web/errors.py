"""Web: errors as answers: a status for each, and a Vietnamese page, or JSON for a script."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from docgen.errors import Conflict, DocgenError, Forbidden, Invalid, NotFound, Problem, TooLarge
from docgen.web.forms import dotted

STATUS: dict[type[DocgenError], int] = {
    Invalid: 422,
    NotFound: 404,
    Forbidden: 403,
    Conflict: 409,
    TooLarge: 413,
}

# status: what happened, and what to do when the error itself does not say.
WORDS: dict[int, tuple[str, str]] = {
    400: ("Yêu cầu chưa đúng", "Hãy quay lại trang trước và làm lại."),
    403: ("Chưa được phép", "Hãy liên hệ người quản trị."),
    404: ("Không tìm thấy", "Không có trang này; địa chỉ có thể đã gõ nhầm."),
    405: ("Không mở được trang này", "Hãy trở về trang đầu rồi chọn việc cần làm."),
    409: ("Chưa làm được việc này", "Hãy mở lại trang để xem nội dung mới nhất."),
    413: ("Nội dung gửi lên quá lớn", "Hãy chia thành nhiều phần nhỏ hơn."),
    422: ("Còn chỗ cần sửa", "Hãy quay lại trang trước và sửa."),
    500: (
        "Máy chủ gặp lỗi",
        "Những gì đã lưu vẫn còn. Hãy thử lại; nếu vẫn lỗi, báo quản trị.",
    ),
}
EXPIRED = (
    "Phiên làm việc đã hết hạn hoặc trang mở từ nơi khác. Hãy tải lại trang rồi làm lại; "
    "những gì vừa gõ trong biểu mẫu vẫn được giữ trên máy này."
)


def init_app(app: Flask) -> None:
    """Map every error once."""
    app.register_error_handler(DocgenError, answer_docgen)
    app.register_error_handler(CSRFError, answer_csrf)
    app.register_error_handler(SecurityError, answer_foreign_name)
    app.register_error_handler(HTTPException, answer_http)


def answer_docgen(error: DocgenError) -> Response:
    """The answer for an error of ours, with its own sentence."""
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
    return answer(status, error.message, getattr(error, "problems", ()))


def answer_csrf(error: CSRFError) -> Response:
    """A form without its token, or with one of another session."""
    return answer(400, EXPIRED)


def answer_foreign_name(_error: SecurityError) -> Response:
    """Asked for under a name that is not this machine's: no page, because no address is known."""
    response = make_response("Chỉ mở được tại địa chỉ mà máy chủ đã báo khi khởi động.", 400)
    response.mimetype = "text/plain"
    return response


def answer_http(error: HTTPException) -> Response:
    """Flask's own errors, and whatever nobody foresaw (500)."""
    response = answer(error.code or 500, _limit() if error.code == 413 else "")
    if allowed := getattr(error, "valid_methods", None):
        response.headers["Allow"] = ", ".join(allowed)
    return response


def answer(status: int, message: str = "", problems: Iterable[Any] = ()) -> Response:
    """One error, as JSON for whoever asked for JSON, else as a page."""
    title, advice = WORDS.get(status, WORDS[400])
    told = [problem for problem in problems if isinstance(problem, Problem)]
    if wants_json():
        body = {"message": message or f"{title}. {advice}", "problems": as_json(told)}
        return make_response(jsonify(body), status)
    page = render_template(
        "error.html",
        title=title,
        message="" if told else message,
        advice=advice,
        problems=told,
        meeting_id=_meeting_asked() if status == 409 else None,
    )
    return make_response(page, status)


def _limit() -> str:
    """How much may be sent at once."""
    megabytes = current_app.config["MAX_CONTENT_LENGTH"] // 2**20
    return f"Mỗi lần gửi được tối đa {megabytes} MB. Hãy chia thành nhiều phần nhỏ hơn."


def _meeting_asked() -> int | None:
    """The meeting whose page somebody comes from, and to which the way leads back."""
    is_meeting = request.blueprint == "meetings"
    return (request.view_args or {}).get("id") if is_meeting else None


def wants_json() -> bool:
    """Whether a script asked, rather than somebody who wants to see a page."""
    return request.accept_mimetypes.best == "application/json"


def as_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems for a script; `where` is the name of the control."""
    return [
        {"code": p.code, "where": dotted(p.where), "place": p.place, "message": p.message}
        for p in problems
    ]
