"""Storage: the tables. A change here needs a migration; a test holds the two equal."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from docgen.storage.columns import Json, UtcTime

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _belongs_to(table: str, name: str, *, nullable: bool = False) -> Column[Any]:
    return Column(name, ForeignKey(f"{table}.id"), nullable=nullable, index=True)


organisations = Table(
    "organisations",
    metadata,
    _id(),
    _text("kind"),
    _text("name"),
    Column("co_quan_cap_tren", Text),
    _text("co_quan_ban_hanh"),
    _text("ky_hieu"),
    _text("dia_danh"),
    Column("members_required", Integer),
    _text("term_label"),
    Column("term_since", Date),
    Column("term_until", Date),
)

people = Table(
    "people",
    metadata,
    _id(),
    _belongs_to("organisations", "organisation_id"),
    _text("name"),
)

appointments = Table(
    "appointments",
    metadata,
    _id(),
    _belongs_to("people", "person_id"),
    _text("position"),
    _text("office"),
    Column("since", Date),
    Column("until", Date),
    Column("rank", Integer, nullable=False),
)

meetings = Table(
    "meetings",
    metadata,
    _id(),
    _belongs_to("organisations", "organisation_id"),
    _text("title"),
    Column("held_on", Date),
    Column("values", Json, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    Column("removed_at", UtcTime),
)

documents = Table(
    "documents",
    metadata,
    _id(),
    _belongs_to("organisations", "organisation_id"),
    _belongs_to("meetings", "meeting_id", nullable=True),
    _text("type_key"),
    _text("title"),
    Column("values", Json, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    Column("removed_at", UtcTime),
)

versions = Table(
    "versions",
    metadata,
    _id(),
    Column("document_id", ForeignKey("documents.id"), nullable=False),  # indexed by the pair below
    Column("number", Integer, nullable=False),
    Column("values", Json, nullable=False),
    Column("docx", LargeBinary, nullable=False),
    _text("filename"),
    _text("sha256"),
    Column("created_at", UtcTime, nullable=False),
    UniqueConstraint("document_id", "number"),
    CheckConstraint("number >= 1", name="number_from_1"),
)
