"""Thể thức: the official form of Party documents as data, and templates that follow it."""
