"""Catalogue: tờ trình: asks a superior body to decide, also where members differ (S3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.catalog.fields import Count, Input, Ordinal, Text, field
from docgen.catalog.laws import addressees_are_told_apart, signer_is_lawful
from docgen.catalog.meeting_drafts import is_left_open, named, results
from docgen.catalog.model import DocumentType, Values, signer_for
from docgen.catalog.outline import Row, outline
from docgen.catalog.papers import Addressed, Content, Titled
from docgen.domain import vietnamese
from docgen.domain.meetings import is_carried
from docgen.domain.outline import Level
from docgen.errors import Conflict, Problem

_ASK_ABOVE = ("dang_doan", "ban_can_su_dang")
_LAW = "Quy định 24-QĐ/TW, ngày 30/7/2021, mục 31"


class Choice(Input):
    """One of the solutions on which members differ."""

    text: Text = field("Phương án", lines=True, example="Phương án 1: giữ nguyên")
    votes: Count | None = field("Số ý kiến đồng ý", default=None, example=1)
    reasons: list[Text] = field("Lý do", default=[], row="Lý do")


class Question(Input):
    """A matter on which members differ: what it is, the solutions, what the body proposes."""

    title: Text = field("Vấn đề", lines=True, example="Phương án bố trí trụ sở")
    noi_dung: list[Row] = outline("Tình hình, ý kiến thảo luận")
    choices: list[Choice] = field(
        "Các phương án",
        row="Phương án",
        example=[
            {"text": "Phương án 1: giữ nguyên trụ sở", "votes": 1},
            {"text": "Phương án 2: chuyển về trụ sở mới", "votes": 1},
        ],
    )
    proposal: Text | None = field("Ý kiến đề xuất", default=None, lines=True)


class Submitted(Input):
    """What is asked, and the papers that go with it."""

    members_total: Ordinal | None = field(
        "Tổng số thành viên",
        default=None,
        help="Ghi thì in sau số ý kiến của từng phương án: 4/9.",
        step="Vấn đề xin ý kiến",
    )
    questions: list[Question] = field(
        "Vấn đề xin ý kiến chỉ đạo",
        default=[],
        row="Vấn đề",
        help="Dùng khi các thành viên có ý kiến khác nhau, thảo luận mà không thống nhất. Tờ trình "
        "khác (nhân sự, đề án …) thì ghi ở phần Nội dung.",
    )
    request: Text | None = field(
        "Đề nghị",
        default=None,
        lines=True,
        help="Câu kết: … kính trình … xem xét, quyết định (cho ý kiến chỉ đạo).",
        example="Kính trình các đồng chí xem xét, quyết định.",
        step="Đề nghị, hồ sơ",
    )
    ho_so: list[Text] = field(
        "Hồ sơ kèm theo", default=[], row="Hồ sơ", example=["Biên bản hội nghị"]
    )


class ToTrinh(Submitted, Content, Addressed, Titled):
    """A submission to one or several bodies."""

    kinh_gui: list[Text] = field(
        "Kính trình",
        row="Nơi được trình",
        help="In sau «Kính trình:» (theo Hướng dẫn 36-HD/VPTW: «Kính gửi:»). Một nơi thì in cùng "
        "dòng, nhiều nơi thì mỗi nơi một dòng.",
        example=["Ban Thường vụ Tỉnh uỷ Quảng Trị"],
    )
    noi_dung: list[Row] = outline(
        example=[
            {"level": Level.HEADING.value, "text": "Sự cần thiết"},
            {"text": "Nêu lý do trình."},
            {"level": Level.HEADING.value, "text": "Nội dung trình"},
            {"level": Level.CLAUSE.value, "text": "Nêu nội dung trình."},
        ]
    )


def something_is_submitted(values: Values) -> Iterator[Problem]:
    """A submission says what it submits."""
    if not any(values.get(name) for name in ("noi_dung", "questions", "request")):
        yield Problem("SUBMISSION.EMPTY", "Tờ trình chưa có nội dung trình.", ("noi_dung",))


def question_is_open(values: Values) -> Iterator[Problem]:
    """A question has two solutions at least, no more votes than members, and nothing carried."""
    total = values.get("members_total")
    for index, question in enumerate(values.get("questions") or ()):
        choices = question.get("choices") or ()
        votes = [one["votes"] for one in choices if isinstance(one.get("votes"), int)]
        where = ("questions", index, "choices")
        if len(choices) == 1:
            sentence = "Ý kiến khác nhau thì có ít nhất hai phương án; hãy ghi các phương án khác."
            yield Problem("SUBMISSION.ONE_CHOICE", sentence, where)
        if isinstance(total, int) and sum(votes) > total:
            yield Problem(
                "SUBMISSION.VOTES",
                f"Tổng số ý kiến là {sum(votes)}, nhưng chỉ có {total} thành viên.",
                where,
            )
        elif isinstance(total, int) and any(is_carried(count, total) for count in votes):
            yield Problem(
                "SUBMISSION.DECIDED",
                "Một phương án đã được quá nửa tổng số thành viên đồng ý: vấn đề đã được quyết "
                "định, không phải xin ý kiến (Điều lệ Đảng, Điều 9).",
                where,
            )


def right_body_is_asked(values: Values) -> Iterator[Problem]:
    """Đảng đoàn, ban cán sự đảng ask the body of their level (S3)."""
    asked = [_folded(name) for name in values.get("kinh_gui") or ()]
    wanted = _deciding(values.get("organisation") or {})
    if not values.get("questions") or not asked or not wanted:
        return
    if not any(name.startswith(tuple(map(_folded, wanted))) for name in asked):
        yield Problem(
            "SUBMISSION.LEVEL",
            f"Nơi cho ý kiến chỉ đạo ở cấp này là {' hoặc '.join(wanted)} ({_LAW}). Hãy sửa nơi "
            "được trình.",
            ("kinh_gui", 0),
        )


def _deciding(organisation: Values) -> tuple[str, ...]:
    """The bodies that give direction to a đảng đoàn or ban cán sự đảng; none where not known."""
    above = _folded(organisation.get("co_quan_cap_tren"))
    if organisation.get("kind") not in _ASK_ABOVE:
        return ()
    if "trung ương" in above:
        return "Ban Bí thư", "Bộ Chính trị"
    known = (("tỉnh uỷ", "Ban Thường vụ Tỉnh uỷ"), ("thành uỷ", "Ban Thường vụ Thành uỷ"))
    return tuple(body for start, body in known if above.startswith(start))


def _folded(name: object) -> str:
    return vietnamese.spell(" ".join(str(name or "").split()), "uỷ").lower().removeprefix("- ")


def from_meeting(organisation: Values, meeting: Values, spelling: str) -> dict[str, Any]:
    """Asks for direction on what was voted on and not carried; `Conflict` where nothing is open."""
    open_items = [item for item in meeting.get("agenda") or () if is_left_open(item, meeting)]
    if not open_items:
        raise Conflict(
            "Không có nội dung nào đã biểu quyết mà chưa được quá nửa tổng số thành viên tán "
            "thành, nên không có vấn đề phải xin ý kiến chỉ đạo."
        )
    bodies = _deciding(organisation)
    return {
        "organisation": dict(organisation),
        "ngay_ban_hanh": None,
        "kinh_gui": [vietnamese.spell(bodies[0], spelling)] if len(bodies) == 1 else [],
        "members_total": meeting.get("members_total"),
        "questions": [_question(item) for item in open_items],
        "signer": signer_for(organisation, meeting.get("chair") or {}, spelling),
    }


def _question(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item with what was said on it, and what was put to its last vote."""
    rows = [{"text": item["presentation"]}] if item.get("presentation") else []
    for opinion in item.get("opinions") or ():
        speaker = named(opinion.get("speaker")) or ""
        words = ": ".join(filter(None, (speaker[:1].upper() + speaker[1:], opinion.get("text"))))
        rows.append({"level": Level.DASH.value, "text": words})
    choices = [{"text": text, "votes": count} for text, count in results(item)]
    return {"title": item.get("title"), "noi_dung": rows, "choices": choices}


TYPE = DocumentType(
    key="to_trinh",
    title="Tờ trình",
    ten_loai="Tờ trình",
    symbol="TTr",
    model=ToTrinh,
    laws=(
        something_is_submitted,
        question_is_open,
        right_body_is_asked,
        signer_is_lawful,
        addressees_are_told_apart,
    ),
    from_meeting=from_meeting,
    nhu_tren="Như trên",
)
