"""docgen: from a meeting's notes to Party papers in the right form."""

__version__ = "0.1.0"
