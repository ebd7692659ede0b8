"""Room domain: how the number and symbol of a paper are written."""

from __future__ import annotations

from docgen.domain.vietnamese import two_digits

ROOM_FOR_NUMBER = " " * 6
"""The gap in which the clerk writes the number by hand."""


def number_and_symbol(number: int | None, symbol: str, body: str) -> str:
    """«Số 05-NQ/ĐU»; «Số      -NQ/ĐU» while the number is left to the clerk.

    No colon after «Số», two digits at least, a hyphen before the symbol of the type, a slash
    before that of the body. Source: HD 05-HD/VPTW, §3.2.
    """
    written = ROOM_FOR_NUMBER if number is None else f" {two_digits(number)}"
    return f"Số{written}-{symbol}/{body}"
