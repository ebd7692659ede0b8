"""Catalogue: laws that look at a whole input; each states what is wrong and where.

They see the values as far as they are known, so that a draft gets all its problems at once.
"""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Iterator
from datetime import date
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
_COLLECTIVES = (*(kind.on_behalf for kind in KINDS.values()), "THÀNH UỶ")


def meeting_is_lawful(values: Values) -> Iterator[Problem]:
    """The laws of meetings and votes (domain), with the quorum of the body's kind."""
    kind = _kind_of(values)
    meeting = build(Meeting, values.get("meeting"))
    body = kind.name if kind else "tổ chức"
    for problem in problems(meeting, body=body, quorum=kind.quorum if kind else None):
        yield problem.under("meeting")


def issuer_exists(values: Values) -> Iterator[Problem]:
    """A body issues documents only while it exists: đảng đoàn ended in early 2025."""
    kind, on = _kind_of(values), values.get("ngay_ban_hanh")
    if kind and isinstance(on, date) and not kind.exists_on(on):
        yield Problem(
            "ORG.NOT_IN_BEING",
            f"{kind.name} không còn hoạt động vào {vietnamese.date_words(on)} ({kind.source}). "
            "Chọn loại tổ chức khác hoặc xem lại ngày ký.",
            ("organisation", "kind"),
        )


def signer_is_lawful(values: Values) -> Iterator[Problem]:
    """The authority is written T/M, K/T, T/L or Q.; a collective never has K/T (HD 05, I.7)."""
    authority = (values.get("signer") or {}).get("quyen_han_ky")
    if not isinstance(authority, str):
        return
    where = ("signer", "quyen_han_ky")
    written = vietnamese.spell(authority, "uỷ").upper()
    if not _AUTHORITY.fullmatch(written):
        yield Problem(
            "SIGN.AUTHORITY_FORM",
            f"«{authority}» không đúng cách ghi quyền hạn ký; viết T/M, K/T, T/L (gạch chéo) "
            "hoặc Q., rồi đến tên cơ quan hoặc chức vụ: T/M ĐẢNG UỶ.",
            where,
        )
    elif written.startswith("K/T") and written[4:].startswith(_COLLECTIVES):
        yield Problem(
            "SIGN.COLLECTIVE",
            f"Tập thể không ký thay (K/T): «{authority}». Phó bí thư ký T/M, chức vụ PHÓ BÍ THƯ.",
            where,
        )


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
