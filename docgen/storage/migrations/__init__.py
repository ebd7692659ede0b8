"""Storage: the migrations. `env.py` and `versions/` are read by Alembic, not imported."""
