"""When an open matter is late: past the date of its stage while its clock does not stand still; one rule for all."""

from datetime import datetime

from django.db.models import Q

PAUSED = "paused"
"""The class of clock under which nothing falls due, such as of what is parked or waits for an expert."""


def falls_due(due: datetime | None, *, clock: str) -> datetime | None:
    """The moment after which it is late; None where there is none."""
    return None if clock == PAUSED else due


def is_late(due: datetime | None, *, clock: str, at: datetime) -> bool:
    """Whether an open matter is past its date at that moment."""
    due = falls_due(due, clock=clock)
    return due is not None and due < at


def running(*, beside: str = "") -> Q:
    """Those whose dates count; `beside`: the way to the matter from the table that is asked."""
    return ~Q(**{f"{beside}clock": PAUSED})


def late(at: datetime, *, beside: str = "") -> Q:
    """Those that are past their date at that moment, of open ones."""
    return Q(**{f"{beside}due_at__lt": at}) & running(beside=beside)
