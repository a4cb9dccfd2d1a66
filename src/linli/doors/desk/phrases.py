"""Spans, stretches of time and phases as the desk says them."""

from datetime import datetime, timedelta
from functools import lru_cache

from django.utils import translation
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from linli.ground.span import CLOCK_HOURS, WORKING_DAYS, WORKING_HOURS, Span
from linli.ground.workdays import Calendar, days_left
from linli.matters.kind import PHASES
from linli.matters.lateness import is_late

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def since(at: datetime, *, now: datetime, language: str = "") -> str:
    """How long ago, in one unit. `language`: the one of the page, where it is known already."""
    passed = now - at
    if passed < MINUTE:
        return _("just now")
    if passed < HOUR:
        return ngettext("{n} minute ago", "{n} minutes ago", passed // MINUTE, language).format(n=passed // MINUTE)
    if passed < DAY:
        return ngettext("{n} hour ago", "{n} hours ago", passed // HOUR, language).format(n=passed // HOUR)
    if passed < 60 * DAY:
        return ngettext("{n} day ago", "{n} days ago", passed.days, language).format(n=passed.days)
    return ngettext("{n} month ago", "{n} months ago", passed.days // 30, language).format(n=passed.days // 30)


def lasting(span: timedelta) -> str:
    """A length of time in its one or two largest units."""
    days, rest = span.days, span - timedelta(days=span.days)
    hours, minutes = rest // HOUR, rest % HOUR // MINUTE
    said = [
        ngettext("{n} day", "{n} days", days).format(n=days) if days else "",
        ngettext("{n} hour", "{n} hours", hours).format(n=hours) if hours and days < 10 else "",
        ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes) if not days and not hours else "",
    ]
    return " ".join(part for part in said if part)


def span_words(text: str) -> str:
    """A span of policy in words: 15 working days."""
    span = Span.parse(text)
    n = span.amount
    if span.unit == WORKING_DAYS:
        return ngettext("{n} working day", "{n} working days", n).format(n=n)
    if span.unit == WORKING_HOURS:
        return ngettext("{n} working hour", "{n} working hours", n).format(n=n)
    if span.unit == CLOCK_HOURS:
        return ngettext("{n} hour", "{n} hours", n).format(n=n)
    return ngettext("{n} natural day", "{n} natural days", n).format(n=n)


def left(due_at: datetime | None, *, clock: str, now: datetime, calendar: Calendar, language: str = "") -> str:
    """The time left in words: working days, or hours on the last day; none is over where the clock stands still.
    `language`: as above."""
    if due_at is None:
        return "—"
    days = days_left(now, due_at, calendar=calendar)
    if due_at < now:
        if not is_late(due_at, clock=clock, at=now):
            return _("date over, clock stopped")
        if not days:
            return _("overdue today")
        return ngettext("{n} working day over", "{n} working days over", -days, language).format(n=-days)
    if due_at - now < DAY:
        hours = (due_at - now) // HOUR
        return (
            ngettext("{n} hour left", "{n} hours left", hours, language).format(n=hours)
            if hours
            else _("within the hour")
        )
    if not days:
        return _("due on days off")
    return ngettext("{n} working day left", "{n} working days left", days, language).format(n=days)


def ngettext(singular: str, plural: str, n: int, language: str = "") -> str:
    """What Django says, asked once in each language: the rows of a list say the same numbers over and over."""
    return _in_number(language or get_language(), singular, plural, n)


@lru_cache(maxsize=4096)
def _in_number(_language: str | None, singular: str, plural: str, n: int) -> str:
    return translation.ngettext(singular, plural, n)


def phase_words() -> dict[str, str]:
    """The fixed course that the stages of every kind are part of."""
    words = (
        pgettext("phase", "Registered"),
        pgettext("phase", "Routed"),
        pgettext("phase", "In hand"),
        pgettext("phase", "Confirming"),
        pgettext("phase", "Closed"),
    )
    return dict(zip(PHASES, words, strict=True))
