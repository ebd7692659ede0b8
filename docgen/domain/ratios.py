"""Room domain: shares and changes in per cent, computed exactly, written as papers do."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from docgen.domain.vietnamese import decimal_text

Figure = Decimal | int


def percent(part: Figure | None, whole: Figure | None) -> str:
    """«74,5»: the part in per cent of the whole, two decimals at most, a half rounded up.

    Empty where a figure lacks, or the whole is nothing or less.
    """
    if part is None or whole is None or whole <= 0:
        return ""
    return decimal_text(_rounded(100 * Fraction(part) / Fraction(whole)))


def change(now: Figure | None, before: Figure | None) -> str:
    """«+5,2», «-3,1», «0»: how much more or less than before, in per cent of that.

    Empty where a figure lacks, or was nothing or less before.
    """
    if now is None or before is None or before <= 0:
        return ""
    rounded = _rounded(100 * Fraction(now) / Fraction(before) - 100)
    return f"{'+' if rounded > 0 else ''}{decimal_text(rounded)}"


def _rounded(exact: Fraction) -> Decimal:
    """Two decimals at most, a half away from zero, no zero at the end."""
    hundredths = math.floor(abs(exact) * 100 + Fraction(1, 2)) * (-1 if exact < 0 else 1)
    return (Decimal(hundredths) / 100).normalize() + 0
