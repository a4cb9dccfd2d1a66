"""`./linli seen rebuild`: make anew what the database keeps of who sees what; `check` says where it went astray."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.frequent import miscounted
from linli.matters.recounting import recount, strayed

SAME = msg(
    "Compared which units see which matters, and how many, as kept for quick lists, with the matters, duties and units "
    "themselves: nothing differs."
)
ASTRAY = msg(
    "Compared which units see which matters, and how many, as kept for quick lists, with the matters, duties and units "
    "themselves: {beyond} matters stand with a wrong unit and {sums} counts are wrong. No matter is altered. "
    "To put it right: ./linli seen rebuild"
)
MISCOUNTED = msg(
    "Compared how many matters hold each frequent word, as kept for the search, with the index of words: {count} "
    "differ. No matter is altered. To put it right: ./linli seen rebuild"
)


class Command(BaseCommand):
    help = msg("Make anew which units see what, and how many: it is derived from matters, duties and units.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=("rebuild", "check"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say what there is now."""
        if options["what"] == "rebuild":
            recount()
            self.stdout.write(_("Counted anew."))
        beyond, sums = strayed()
        if beyond or sums:
            raise CommandError(_(ASTRAY).format(beyond=beyond, sums=sums))
        if count := miscounted():
            raise CommandError(_(MISCOUNTED).format(count=count))
        self.stdout.write(_(SAME))
