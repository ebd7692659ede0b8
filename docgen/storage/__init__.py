"""Storage: the only room that speaks SQL. `Store.open(url)`, then one transaction at a time."""

from __future__ import annotations

from docgen.storage.store import Store, Transaction

__all__ = ["Store", "Transaction"]
