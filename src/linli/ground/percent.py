"""Percentages from whole counts: one decimal, half up, and a dash where there is nothing to divide by."""

from decimal import Decimal
from fractions import Fraction

NOTHING = "–"
"""What stands where the base is nought: no number is true there."""

Rate = tuple[int, int]
"""What is counted, of how many."""


def percent(top: int, below: int) -> str:
    """A share: "99.4 %"."""
    return f"{rounded(100 * Fraction(top, below))} %" if below else NOTHING


def change(now: int, before: int | None) -> str:
    """How much more or less: "+300.0 %"; nothing where it is not known what it was before."""
    if before is None:
        return ""
    return f"{_signed(100 * Fraction(now - before, before))} %" if before else NOTHING


def points(now: Rate, before: Rate | None) -> str:
    """By how many percentage points a rate went up or down: "+1.2"."""
    if before is None:
        return ""
    if not now[1] or not before[1]:
        return NOTHING
    return _signed(100 * (Fraction(*now) - Fraction(*before)))


def rounded(number: Fraction) -> Decimal:
    """To one decimal, the half away from nought; exact before, so that no half is lost on the way."""
    tenths = int(abs(number) * 10 + Fraction(1, 2))
    return Decimal(tenths if number >= 0 else -tenths).scaleb(-1)


def _signed(number: Fraction) -> str:
    shown = rounded(number)
    return f"{shown:+}" if shown else "0.0"
