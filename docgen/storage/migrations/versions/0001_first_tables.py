"""Storage, migration 0001: organisations and their people, meetings, documents, versions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables. Types are spelled out: a migration does not change with the code."""
    _organisations()
    _people()
    _meetings()
    _documents()
    _versions()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _belongs_to(table: str, name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id"), nullable=nullable)


def _index(table: str, column: str) -> None:
    op.create_index(f"ix_{table}_{column}", table, [column])


def _organisations() -> None:
    op.create_table(
        "organisations",
        _id(),
        *_text("kind", "name"),
        sa.Column("co_quan_cap_tren", sa.Text),
        *_text("co_quan_ban_hanh", "ky_hieu", "dia_danh"),
        sa.Column("members_required", sa.Integer),
        *_text("term_label"),
        sa.Column("term_since", sa.Date),
        sa.Column("term_until", sa.Date),
    )


def _people() -> None:
    op.create_table(
        "people", _id(), _belongs_to("organisations", "organisation_id"), *_text("name")
    )
    _index("people", "organisation_id")
    op.create_table(
        "appointments",
        _id(),
        _belongs_to("people", "person_id"),
        *_text("position", "office"),
        sa.Column("since", sa.Date),
        sa.Column("until", sa.Date),
        sa.Column("rank", sa.Integer, nullable=False),
    )
    _index("appointments", "person_id")


def _meetings() -> None:
    op.create_table(
        "meetings",
        _id(),
        _belongs_to("organisations", "organisation_id"),
        *_text("title"),
        sa.Column("held_on", sa.Date),
        *_text("values"),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.DateTime, nullable=False),
    )
    _index("meetings", "organisation_id")


def _documents() -> None:
    op.create_table(
        "documents",
        _id(),
        _belongs_to("organisations", "organisation_id"),
        _belongs_to("meetings", "meeting_id", nullable=True),
        *_text("type_key", "title", "values"),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("updated_at", sa.DateTime, nullable=False),
    )
    _index("documents", "organisation_id")
    _index("documents", "meeting_id")


def _versions() -> None:
    op.create_table(
        "versions",
        _id(),
        _belongs_to("documents", "document_id"),
        sa.Column("number", sa.Integer, nullable=False),
        *_text("values"),
        sa.Column("docx", sa.LargeBinary, nullable=False),
        *_text("filename", "sha256"),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("document_id", "number"),
        sa.CheckConstraint("number >= 1", name="number_from_1"),
    )
