"""Storage, migration 0002: meetings and documents can be removed from the lists, and come back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """A moment of removal; empty while the thing is in use."""
    for table in ("meetings", "documents"):
        op.add_column(table, sa.Column("removed_at", sa.DateTime))
