"""Catalogue: laws that look at a whole input; each states what is wrong and where.

They see the values as far as they are known, so that a draft gets all its problems at once.
"""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Iterator
from datetime import date, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from docgen.catalog.kinds import KINDS
from docgen.catalog.model import Values
from docgen.domain import vietnamese
from docgen.domain.meeting_laws import problems
from docgen.domain.meetings import Meeting
from docgen.domain.organisations import OrganisationKind
from docgen.errors import Problem

T = TypeVar("T")
_AUTHORITY = re.compile(r"(T/M|K/T|T/L) \S.*|Q\. \S.*")
_NEVER_REPLACED = (
    *(kind.on_behalf for kind in KINDS.values() if kind.on_behalf), "BÍ THƯ", "PHÓ BÍ THƯ",
)  # fmt: skip
"""Collectives, and those who sign for one: whoever signs after them signs T/M, never K/T."""


def meeting_is_lawful(values: Values) -> Iterator[Problem]:
    """The laws of meetings and votes (domain), with the quorum of the body's kind."""
    kind = _kind_of(values)
    meeting = build(Meeting, values.get("meeting"))
    body = kind.name if kind else "tổ chức"
    for problem in problems(meeting, body=body, quorum=kind.quorum if kind else None):
        yield problem.under("meeting")


def issuer_exists(values: Values) -> Iterator[Problem]:
    """A body acts only while it exists: đảng đoàn and ban cán sự đảng ended in early 2025.

    Minutes of a meeting it held may be signed after its end.
    """
    meeting = values.get("meeting") or {}
    held = meeting.get("starts_on")
    kind, on = _kind_of(values), held if isinstance(held, date) else day_of(values)
    if kind and isinstance(on, date) and not kind.exists_on(on):
        yield Problem(
            "ORG.NOT_IN_BEING",
            f"{kind.name} không còn hoạt động vào {vietnamese.date_words(on)} (theo {kind.source})"
            ". Hãy chọn loại tổ chức khác hoặc xem lại ngày ký.",
            ("organisation", "kind"),
        )


def has_text(values: Values) -> Iterator[Problem]:
    """A paper says something: a row of its text, a record of its table or a closing paragraph."""
    if not any(values.get(name) for name in ("noi_dung", "figures", "tasks", "closing")):
        yield Problem(
            "PAPER.EMPTY",
            "Văn bản chưa có nội dung; hãy ghi ít nhất một dòng.",
            ("noi_dung",),
        )


def signer_is_lawful(values: Values) -> Iterator[Problem]:
    """The authority is written T/M, K/T, T/L or Q.; a collective never has K/T (HD 05, I.7)."""
    authority = (values.get("signer") or {}).get("quyen_han_ky")
    if not isinstance(authority, str):
        return
    where = ("signer", "quyen_han_ky")
    written = " ".join(vietnamese.spell(authority, "uỷ").upper().split())
    if not _AUTHORITY.fullmatch(written):
        yield Problem(
            "SIGN.AUTHORITY_FORM",
            f"«{authority}» không đúng cách ghi quyền hạn ký; viết T/M, K/T, T/L (gạch chéo) "
            "hoặc Q., rồi đến tên cơ quan hoặc chức vụ: T/M ĐẢNG UỶ. Cấp trưởng ký thì để trống, "
            "ghi ở chức vụ.",
            where,
        )
    elif written.startswith("K/T") and written[4:].startswith(_NEVER_REPLACED):
        yield Problem(
            "SIGN.COLLECTIVE",
            f"Cấp uỷ, chi bộ không dùng K/T: «{authority}». Phó bí thư ký T/M tên cơ quan, chức vụ "
            "PHÓ BÍ THƯ.",
            where,
        )
    elif (gone := _body_gone(written, values)) is not None:
        yield Problem(
            "SIGN.BODY_NOT_IN_BEING",
            f"«{authority}»: {gone.name.lower()} không còn hoạt động vào ngày ký (theo "
            f"{gone.source}).",
            where,
        )


def signed_after_meeting(values: Values) -> Iterator[Problem]:
    """Minutes are signed on the day the meeting ends, or later."""
    signed = values.get("ngay_ban_hanh")
    meeting = values.get("meeting") or {}
    held = meeting.get("ends_on") or meeting.get("starts_on")
    if isinstance(signed, date) and isinstance(held, date) and signed < held:
        yield Problem(
            "DATE.BEFORE_MEETING",
            f"Ngày ký {vietnamese.date_short(signed)} trước ngày họp {vietnamese.date_short(held)}"
            ". Hãy sửa một trong hai ngày.",
            ("ngay_ban_hanh",),
        )


def addressees_are_told_apart(values: Values) -> Iterator[Problem]:
    """Nobody is addressed twice; «Như trên» stands first by itself and is not entered again."""
    names = [_bare(name) for name in values.get("kinh_gui") or ()]
    for index, name in enumerate(names):
        if name in names[:index]:
            yield Problem(
                "ADDRESS.TWICE", "Nơi này đã ghi ở trên; bỏ bớt một dòng.", ("kinh_gui", index)
            )
    for index, name in enumerate(values.get("noi_nhan") or ()):
        if _bare(name) == "như trên":
            sentence = "Dòng «Như trên» do máy ghi ở đầu nơi nhận; hãy xoá dòng này."
            yield Problem("ADDRESS.AS_ABOVE", sentence, ("noi_nhan", index))


def _bare(name: object) -> str:
    return vietnamese.spell(" ".join(str(name).split()), "uỷ").lower().strip("- .;,")


def ends_after_start(values: Values) -> Iterator[Problem]:
    """What was done ends after it began."""
    starts, ends = values.get("starts_at"), values.get("ends_at")
    first, last = values.get("held_on"), values.get("ends_on")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        yield Problem(
            "DATE.ENDS_BEFORE",
            f"Kết thúc {vietnamese.date_words(last)}, trước ngày làm việc đầu tiên "
            f"({vietnamese.date_short(first)}). Hãy sửa một trong hai ngày.",
            ("ends_on",),
        )
    later = last not in (None, first)
    if isinstance(starts, time) and isinstance(ends, time) and ends <= starts and not later:
        yield Problem(
            "TIME.ENDS_BEFORE",
            f"Kết thúc lúc {vietnamese.time_words(ends)}, không sau lúc bắt đầu "
            f"({vietnamese.time_words(starts)}). Hãy sửa một trong hai giờ.",
            ("ends_at",),
        )


def signed_on_the_day(values: Values) -> Iterator[Problem]:
    """Minutes are signed on the day of what they tell, or later."""
    signed, held = values.get("ngay_ban_hanh"), values.get("ends_on") or values.get("held_on")
    if isinstance(signed, date) and isinstance(held, date) and signed < held:
        yield Problem(
            "DATE.BEFORE_WORK",
            f"Ngày ký {vietnamese.date_short(signed)} trước ngày làm việc "
            f"{vietnamese.date_short(held)}. Hãy sửa một trong hai ngày.",
            ("ngay_ban_hanh",),
        )


def day_of(values: Values) -> date | None:
    """The day a document belongs to: that of its signature, else that of its meeting."""
    meeting = values.get("meeting") or {}
    days = (
        values.get("ngay_ban_hanh"),
        *(meeting.get(name) for name in ("ends_on", "starts_on")),
        *(values.get(name) for name in ("ends_on", "held_on")),
    )
    return next((day for day in days if isinstance(day, date)), None)


def _body_gone(authority: str, values: Values) -> OrganisationKind | None:
    """The kind of body that signs T/M and did not exist on that day."""
    on = day_of(values)
    if on is None or not authority.startswith("T/M "):
        return None
    signs = (kind for kind in KINDS.values() if kind.on_behalf)
    named = (kind for kind in signs if authority[4:].startswith(kind.on_behalf))
    return next((kind for kind in named if not kind.exists_on(on)), None)


def _kind_of(values: Values) -> OrganisationKind | None:
    return KINDS.get(str((values.get("organisation") or {}).get("kind")))


def build(cls: type[T], values: Any) -> T:
    """A domain record from values of the same names; what is missing or misshapen is None."""
    known = values if isinstance(values, dict) else {}
    hints = _hints(cls)  # type: ignore[arg-type]  # mypy does not see that a class is hashable
    return cls(**{name: _part(hint, known.get(name)) for name, hint in hints.items()})


@cache
def _hints(cls: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {f.name: hints[f.name] for f in dataclasses.fields(cls)}


def _part(hint: Any, value: Any) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_part(get_args(hint)[0], row) for row in value or ())
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(a for a in get_args(hint) if a is not type(None))
        if value is None:
            return None
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return build(hint, value)
    if issubclass(hint, Enum):
        return next((member for member in hint if member.value == value), None)
    return value if isinstance(value, hint) else None
