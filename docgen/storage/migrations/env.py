"""Storage: what Alembic runs for each command; the connection comes from `run.config`."""

from __future__ import annotations

from alembic import context

from docgen.storage.tables import metadata


def run() -> None:
    """Run the wanted migrations within the transaction of the caller."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


run()
