"""Whether records reach over a period that another one is compared with: a part of one is no fair match for a whole."""

from datetime import date

from linli.tally.periods import Period

PART = 10
"""A first matter need not come on the first day: as much as one of so many parts may lie before it."""


def is_covered(period: Period, *, began: date | None) -> bool:
    """Whether what was recorded from that day on tells of the period, but for a small part of it at most."""
    if began is None:
        return False
    length = (period.last - period.first).days + 1
    return (began - period.first).days * PART <= length
