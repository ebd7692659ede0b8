"""Thể thức: rules on paper and margins."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import Editor
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule

_EDGES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_NEAR = 0.5
"""Millimetres: Word rounds what is typed in centimetres."""


def _set_margins(editor: Editor, fault: Fault) -> None:
    assert fault.section is not None
    page = editor.profile.page
    editor.page(fault.section, **{edge: getattr(page, edge) for edge in _EDGES})


@rule("PD.PAGE.MARGIN", "Lề trang không đúng", source="HD05:II.IV.4.1", fix=_set_margins)
def wrong_margins(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Lề trên 20 mm, lề dưới 20 mm, lề trái 30 mm, lề phải 15 mm; trang sau khi in hai mặt: lề
    trái 15 mm, lề phải 30 mm."""
    asked = {edge: float(getattr(profile.page, edge)) for edge in _EDGES}
    for section in doc.sections:
        if section.landscape:
            continue
        wrong = [edge for edge in _EDGES if abs(section.margins[edge] - asked[edge]) > _NEAR]
        if wrong:
            yield Fault(
                ", ".join(f"lề {_EDGES[edge]} {asked[edge]:g} mm" for edge in wrong),
                ", ".join(f"{round(section.margins[edge], 1):g} mm" for edge in wrong),
                section=section,
            )
