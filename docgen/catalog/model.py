"""Catalogue: what a document type is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from docgen.catalog.fields import FieldSpec, Input, describe, leaves
from docgen.catalog.kinds import KINDS
from docgen.domain import vietnamese
from docgen.errors import Problem

Values = Mapping[str, Any]
Law = Callable[[Values], Iterable[Problem]]
FromMeeting = Callable[[Values, Values, str], dict[str, Any]]


@dataclass(frozen=True)
class DocumentType:
    """One kind of paper the house can produce.

    `ten_loai` is what ô 5 prints (in capitals), `symbol` what the number carries (`05-NQ/ĐU`).
    `laws` look at the values as far as they are known: a law that lacks a value stays silent.
    `from_meeting` drafts the values from an organisation and a meeting, both as plain values, and
    the spelling («uỷ» or «ủy») of the words that are ours. `nhu_tren` is the recipient that stands
    first by itself, where a paper names above whom it is sent to.
    """

    key: str
    title: str
    ten_loai: str
    symbol: str
    model: type[Input]
    laws: tuple[Law, ...] = ()
    from_meeting: FromMeeting | None = None
    nhu_tren: str = ""

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        """The fields of its input, in the order of the form."""
        return describe(self.model)

    @property
    def leaves(self) -> dict[str, FieldSpec]:
        """Every plain field by its dotted name: `meeting.agenda.title`."""
        return leaves(self.fields)

    @property
    def embeds_meeting(self) -> bool:
        """Whether its values hold the meeting itself, and so show and edit the meeting's record."""
        return "meeting" in self.model.model_fields


_ROLES = ("Tổng Bí thư", "Phó Bí thư", "Bí thư", "Phó Chủ nhiệm", "Chủ nhiệm")
"""Who prints a role when signing for a collective; a member prints none (HD 05, II.I.7)."""


def signer_for(organisation: Values, person: Values, spelling: str) -> dict[str, Any]:
    """The usual signer: on behalf of a collective its secretary who chaired (S4); the head of any
    other body by the position alone."""
    kind = KINDS.get(str(organisation.get("kind")))
    position = str(person.get("position") or "")
    collective = kind.on_behalf if kind else ""
    role = next((role for role in _ROLES if position.startswith(role)), None)
    return {
        "quyen_han_ky": vietnamese.spell(f"T/M {collective}", spelling) if collective else None,
        "chuc_vu_ky": role if collective or role else position or None,
        "ho_ten_ky": person.get("name"),
    }
