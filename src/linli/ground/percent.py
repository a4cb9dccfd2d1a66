"""Shares and changes as they are printed: from whole counts, one decimal, half up."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

NOTHING = "–"
"""Where there is nothing to divide by."""
UNKNOWN = ""
"""Where the base is not known."""
Number = int | Fraction


def percent(top: int, below: int) -> str:
    """The share: 341 of 343 is 99.4 %."""
    return f"{rounded(Fraction(top * 100, below))} %" if below else NOTHING


def change(now: Number | None, before: Number | None) -> str:
    """By how much it grew against the base: 60 after 18 is +233.3 %."""
    if now is None or before is None:
        return UNKNOWN
    return f"{signed(Fraction(now - before) * 100 / before)} %" if before else NOTHING


def points(now: tuple[int, int], before: tuple[int, int] | None) -> str:
    """By how many percentage points a share moved, each told as its two counts."""
    if before is None:
        return UNKNOWN
    if not (now[1] and before[1]):
        return NOTHING
    return signed(Fraction(now[0] * 100, now[1]) - Fraction(before[0] * 100, before[1]))


def rounded(number: Number, *, places: int = 1) -> str:
    """To so many decimals; a half goes up, away from nought, and nought has no sign."""
    exact = Fraction(number)
    scaled = (abs(exact) * 10**places + Fraction(1, 2)).__floor__()
    text = str(Decimal(scaled).scaleb(-places).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))
    return f"-{text}" if exact < 0 and scaled else text


def signed(number: Number) -> str:
    text = rounded(number)
    return text if text.startswith("-") or not float(text) else f"+{text}"
