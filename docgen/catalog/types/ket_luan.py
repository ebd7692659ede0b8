"""Catalogue: kết luận of a body or of who chaired: point by point, who does what by when (S1)."""

from __future__ import annotations

from typing import Any

from docgen.catalog.conclusions import CarriedOut, Concluding, something_is_concluded
from docgen.catalog.laws import signer_is_lawful
from docgen.catalog.meeting_drafts import concluded, points_of
from docgen.catalog.model import DocumentType, Values
from docgen.errors import Conflict


class KetLuan(CarriedOut, Concluding):
    """What a body, or who chaired its meeting, concluded."""


def from_meeting(organisation: Values, meeting: Values, spelling: str) -> dict[str, Any]:
    """The chair's conclusions and the tasks, item by item; `Conflict` where there are none."""
    points = points_of(meeting)
    if not points:
        raise Conflict(
            "Biên bản chưa ghi kết luận của người chủ trì hay việc giao nào, nên chưa lập được kết "
            "luận. Hãy ghi kết luận vào biên bản trước."
        )
    return concluded(organisation, meeting, spelling, points=points)


TYPE = DocumentType(
    key="ket_luan",
    title="Kết luận",
    ten_loai="Kết luận",
    symbol="KL",
    model=KetLuan,
    laws=(something_is_concluded, signer_is_lawful),
    from_meeting=from_meeting,
)
