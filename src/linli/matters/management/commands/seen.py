"""`./linli seen rebuild`: make anew what the database keeps of who sees what; `check` says where it went astray."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from linli.matters.frequent import miscounted
from linli.matters.recounting import recount, strayed


class Command(BaseCommand):
    help = "Make anew which units see what, and how many: it is derived from matters, duties and units."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=("rebuild", "check"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say what there is now."""
        if options["what"] == "rebuild":
            recount()
        beyond, sums = strayed()
        if beyond or sums:
            raise CommandError(f"{beyond} rows and {sums} counts are not what matters, duties and units say.")
        if count := miscounted():
            raise CommandError(f"{count} frequent words are kept with other numbers than the index of words holds.")
        self.stdout.write("what is kept of who sees what is what matters, duties and units say")
