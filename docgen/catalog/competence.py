"""Catalogue: whether a body may issue a type of document, as far as it is known.

Quy định số 399-QĐ/TW, Điều 11, tells it of base organisations; of the levels above nothing was
found. What is known to be forbidden is a problem; what is unknown is allowed, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from docgen.catalog.kinds import KINDS
from docgen.catalog.laws import day_of
from docgen.catalog.legal import COMPETENCES
from docgen.catalog.model import DocumentType, Values
from docgen.domain import vietnamese
from docgen.domain.legal import Competence
from docgen.errors import Problem

_COMMUNE = re.compile(r"(?:xã|phường|đặc khu)\b")
_EVERY_BODY = frozenset(("Giấy mời",))
"""Giấy tờ hành chính, which are no thể loại: any body has them."""


def beyond_competence(kind: DocumentType, values: Values) -> Iterator[Problem]:
    """A type that the issuing body is known not to have."""
    known = _known(values)
    if known and not known.is_doubtful and kind.ten_loai in known.never_issues:
        yield Problem(
            "ORG.NOT_COMPETENT",
            f"{known.body.capitalize()} không ban hành {kind.ten_loai.lower()} ({known.source}). "
            "Hãy chọn cơ quan ban hành hoặc loại văn bản khác.",
            ("organisation", "kind"),
        )


def notices(kind: DocumentType, values: Values) -> Iterator[str]:
    """What the user should check, because the program does not know it."""
    organisation = values.get("organisation") or {}
    body = KINDS.get(str(organisation.get("kind")))
    if body is None or kind.ten_loai in _EVERY_BODY:
        return
    name = f"{body.name} ban hành {kind.ten_loai.lower()}"
    known = _known(values)
    if known is None:
        yield (
            f"{name}: chưa tìm thấy điều khoản về thẩm quyền của cấp này vào thời điểm văn bản; "
            "hãy đối chiếu quy định trước khi trình ký."
        )
    elif known.is_doubtful and kind.ten_loai in known.never_issues:
        yield f"{name}: có thể không thuộc thẩm quyền ({known.source}; {known.certainty.lower()})."


def _known(values: Values) -> Competence | None:
    """What is known of the issuing body on the day of the paper."""
    on = day_of(values) or date.today()
    known = COMPETENCES.get(_level(values))
    return known if known and known.since <= on else None


def _level(values: Values) -> str:
    """The level of the issuing body by its kind and its names; empty where it is not certain."""
    organisation = values.get("organisation") or {}
    kind = organisation.get("kind")
    if kind == "chi_bo":
        return "chi_bo"
    if kind not in ("dang_uy", "ban_thuong_vu"):
        return ""
    issuer, above = (
        _words(organisation.get(name)) for name in ("co_quan_ban_hanh", "co_quan_cap_tren")
    )
    if _COMMUNE.match(issuer.removeprefix("đảng uỷ ")):
        return "dang_uy_xa"
    if "cơ sở" not in issuer and not _COMMUNE.match(above.removeprefix("đảng bộ ")):
        return ""
    signed = _words((values.get("signer") or {}).get("quyen_han_ky"))
    stands_for = kind == "ban_thuong_vu" or "ban thường vụ" in f"{signed} {values.get('author')}"
    return "ban_thuong_vu_dang_uy_co_so" if stands_for else "dang_uy_co_so"


def _words(text: Any) -> str:
    return vietnamese.spell(" ".join(str(text or "").lower().split()), "uỷ")
