"""`./linli report NAME --unit CODE --period 2026-05`: a report as a file; without a name, which reports there are."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from linli.ground.clock import day_of
from linli.ground.disk import why_not
from linli.ground.text import msg
from linli.place.models import Unit
from linli.policy.calendar import calendar
from linli.reports import files
from linli.reports.issuing import in_chinese
from linli.reports.letters import written
from linli.reports.making import make
from linli.reports.offered import NoReport, find, reports
from linli.reports.printed import Printed
from linli.tally.periods import BadPeriod, Period, last_month, period_named

WRITTEN: Mapping[str, Callable[[Printed], bytes]] = {"json": files.data, "csv": files.text, "xlsx": files.xlsx}
FORMATS = (*WRITTEN, "docx")
SHOWN = ("json", "csv")
"""What can stand on a terminal; the others go into a file."""


class Command(BaseCommand):
    help = msg("Make a report over a unit and all below it: counted now, every figure with the question behind it.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", nargs="?", default="", help=_("left out: list the reports there are"))
        parser.add_argument("--unit", default="", metavar="CODE", help=_("the code of the unit; left out: the top one"))
        parser.add_argument(
            "--period",
            default="",
            help=_("left out: last month; 2026-05, 2026-Q2, 2026-H1, 2026, 2026-W22, 2026-05-31 …"),
        )
        parser.add_argument("--format", default="json", help=", ".join(FORMATS))
        parser.add_argument("--output", default="", metavar="FILE", help=_("left out: json and csv are printed"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the report, or the list of reports. What cannot be meant is answered with a sentence."""
        if not options["name"]:
            self._list()
            return
        if options["format"] not in FORMATS:
            said = _("“{format}” is no format of a report. Choose one of: {formats}.")
            raise CommandError(said.format(format=options["format"], formats=", ".join(FORMATS)))
        try:
            content = _content(options["name"], options["unit"], options["period"], sort=options["format"])
        except (NoReport, BadPeriod, NoUnit) as problem:
            raise CommandError(str(problem)) from problem
        self._give(content, options)

    def _list(self) -> None:
        for report in reports():
            self.stdout.write(f"{report.name:<24} {_(report.word)}: {_(report.question)}")

    def _give(self, content: bytes, options: dict[str, Any]) -> None:
        sort = options["format"]
        if sort in SHOWN and not options["output"]:
            sys.stdout.buffer.write(content)
            return
        file = Path(options["output"] or _named(options))
        try:
            file.write_bytes(content)
        except OSError as problem:
            said = _("The file {file} could not be written: {why}. Name another one with --output.")
            raise CommandError(said.format(file=file, why=_(why_not(problem)))) from problem
        self.stdout.write(str(file))


class NoUnit(LookupError):
    """No unit has that code; says so."""


def _content(name: str, code: str, period: str, *, sort: str) -> bytes:
    report, unit, days, at = find(name), _unit(code), _period(period), timezone.now()
    if sort == "docx":
        return written(in_chinese(report, unit, days, at=at))
    with override(settings.LANGUAGE_CODE):  # a file says the same whoever's terminal it is made at
        return WRITTEN[sort](make(report, unit, days, at=at))


def _period(text: str) -> Period:
    """The one that is named; the month that ended last where none is."""
    return period_named(text) if text else last_month(day_of(timezone.now(), zone=calendar().zone))


def _unit(code: str) -> Unit:
    """The one of that code; the one at the top where none is named."""
    found = Unit.objects.filter(code=code) if code else Unit.objects.filter(parent=None).order_by("code")
    unit = found.first()
    if unit is None:
        said = _("There is no unit with the code “{code}”. The codes stand in the office, under units.")
        raise NoUnit(said.format(code=code))
    return unit


def _named(options: dict[str, Any]) -> str:
    """What the file is called where no other name was given."""
    parts = (options["name"], options["unit"] or "all", options["period"].replace(":", "-"))
    return f"{'-'.join(parts)}.{options['format']}"
