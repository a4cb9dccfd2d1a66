"""Load the built-in profile: calendar, categories, terms, number series and lists; safe to say again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.policy.load import left_out, load_missing, load_profile

LEFT_OUT = msg(
    "“{code}” is no unit here, so its entry for “{category}” was left out. Load the units, then say this again."
)


class Command(BaseCommand):
    help = msg(
        "Load calendar, categories, terms, number series and the office's lists; rows it has edited are left alone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--missing", action="store_true", help=_("only what the office has no row of at all"))

    def handle(self, *args: Any, missing: bool, **options: Any) -> None:
        for name, number in (load_missing() if missing else load_profile()).items():
            if number or not missing:
                self.stdout.write(_("{file}: {number} new").format(file=name, number=number))
        for row in left_out():
            self.stdout.write(_(LEFT_OUT).format(code=row["to"], category=row["category"]))
