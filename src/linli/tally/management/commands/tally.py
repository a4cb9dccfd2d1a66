"""`./linli tally rebuild`: drop all that was counted and count it again from the timelines; `check` compares."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from linli.tally.catching import catch_up, rebuild
from linli.tally.laying import is_laid, next_step
from linli.tally.models import Entry, Sheet
from linli.tally.sheets import differing

UNTIL_DONE = 1_000_000


class Command(BaseCommand):
    help = "Count again: figures are derived from the timelines, and can be dropped and made anew at any time."

    def add_arguments(self, parser: CommandParser) -> None:
        """`rebuild` drops all and tells it again; `refresh` reads on and lays what is left of the sheets; `check`
        compares sheets and entries."""
        parser.add_argument("what", choices=("rebuild", "refresh", "check"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and say what there is now."""
        if options["what"] == "check":
            self._check()
        elif options["what"] == "rebuild":
            self.stdout.write(f"{rebuild()} matters counted again")
        else:
            catch_up(most=UNTIL_DONE)
            while not is_laid():
                next_step()
        self.stdout.write(f"{Entry.objects.count()} entries, {Sheet.objects.count()} numbers on sheets")

    def _check(self) -> None:
        if not is_laid():
            raise CommandError("The sheets are still being laid. ./linli tally refresh lays the rest.")
        found = differing()
        for line, (standing, wanted) in sorted(found.items(), key=repr):
            self.stdout.write(f"{line}: {standing} stands there, the entries make it {wanted}")
        if found:
            raise CommandError("The sheets are not what the entries make them. ./linli tally rebuild makes them anew.")
