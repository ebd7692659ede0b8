"""Catalogue: one module a document type (or a close family); each states one `TYPE`."""
