"""`./linli open-data publish --period 2026-05`: publish a month once, take one down, or list what there is."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.opendata.models import OpenMonth
from linli.opendata.publishing import Refused, month_named, publish, withdraw
from linli.policy.present import present


class Command(BaseCommand):
    help = msg(
        "Publish the counts of a month as open data, once, without the small ones; take a month down; list them."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """`--reason` stands in the log that everybody can read."""
        parser.add_argument("what", choices=("publish", "withdraw", "list"))
        parser.add_argument("--period", default="", metavar="2026-05")
        parser.add_argument("--reason", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and say so, or say in a sentence why not."""
        if options["what"] == "list":
            self._list()
            return
        month = month_named(options["period"])
        if month is None:
            raise CommandError(_("“{told}” is no month. Write --period 2026-05.").format(told=options["period"]))
        try:
            if options["what"] == "publish":
                self.stdout.write(_("{month} is published").format(month=publish(month, at=present())))
            else:
                down = withdraw(month, reason=options["reason"], at=present())
                self.stdout.write(_("{month} taken down").format(month=down))
        except Refused as refused:
            raise CommandError(str(refused)) from refused

    def _list(self) -> None:
        for month in OpenMonth.objects.all():
            said = _("{month}: published {day}, small is under {under}")
            line = said.format(month=month, day=f"{month.counted_at:%Y-%m-%d}", under=month.under)
            if month.withdrawn_at:
                line += _("; ") + _("taken down {day}").format(day=f"{month.withdrawn_at:%Y-%m-%d}")
            self.stdout.write(line)
