"""`./linli due 2026-09-24T10:00 15wd [--why]`: the moment a limit runs out, and the walk that leads there."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _

from linli.ground.clock import local, parse_moment
from linli.ground.due import Deadline, Step, due
from linli.ground.span import NEXT_DAY, STARTS, Limit, Span
from linli.ground.text import msg
from linli.ground.workdays import Calendar
from linli.policy.calendar import calendar
from linli.policy.published import published_calendar

NO_MOMENT = msg(
    "“{text}” is not a moment. Write 2026-09-24 or 2026-09-24T10:00, with an offset such as +08:00 if needed."
)
NO_SPAN = msg("“{text}” is not a span. Write 15wd, 8wh, 24h or 30d.")
TOO_FAR = msg("That is further away than days are counted. Take an earlier moment or a shorter span.")
Meant = TypeVar("Meant")


class Command(BaseCommand):
    help = msg("Print when a span runs out by the centre's calendar; with --why, day by day.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("start", help=_("2026-09-24T10:00, in the centre's zone"))
        parser.add_argument("span", help=_("15wd working days, 8wh working hours, 24h clock hours, 30d natural days"))
        parser.add_argument("--starts", choices=STARTS, default=NEXT_DAY, help=_("count from the same or the next day"))
        parser.add_argument(
            "--rolls", action="store_true", help=_("a last day on a holiday rolls over (legal periods)")
        )
        parser.add_argument("--why", action="store_true", help=_("show the walk"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the moment. Bad words are answered with a sentence."""
        days = known_calendar()
        start = meant(options["start"], partial(parse_moment, zone=days.zone), otherwise=_(NO_MOMENT))
        span = meant(options["span"], Span.parse, otherwise=_(NO_SPAN))
        try:
            found = due(start, Limit(span, starts=options["starts"], rolls=options["rolls"]), calendar=days)
        except OverflowError as error:
            raise CommandError(_(TOO_FAR)) from error
        self.stdout.write(told(found, days))
        if options["why"]:
            for step in found.walk:
                self.stdout.write(line(step))


def meant(text: str, parse: Callable[[str], Meant], *, otherwise: str) -> Meant:
    try:
        return parse(text)
    except ValueError as error:
        raise CommandError(otherwise.format(text=text)) from error


def known_calendar() -> Calendar:
    """The centre's own calendar; the shipped one where the database has none yet."""
    try:
        known = calendar()
    except DatabaseError:
        return published_calendar(zone=settings.TIME_ZONE)
    return known if known.published else published_calendar(zone=known.zone)


def told(found: Deadline, days: Calendar) -> str:
    moment = f"{local(found.at, zone=days.zone):%Y-%m-%d %H:%M}"
    return moment + (" " + _("(provisional: the holidays of that year are not published)") if found.provisional else "")


def line(step: Step) -> str:
    number = f"{step.number:>4}" if step.number is not None else "   –"
    return f"{step.on} {date_format(step.on, 'D')} {number}  {_(step.why)}"
