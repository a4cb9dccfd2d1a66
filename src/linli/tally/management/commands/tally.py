"""`./linli tally rebuild`: drop all that was counted and count it again from the timelines; `check` compares."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.tally.catching import catch_up, rebuild
from linli.tally.laying import is_laid, next_step
from linli.tally.models import Entry, Sheet
from linli.tally.sheets import differing

UNTIL_DONE = 1_000_000
ASTRAY = msg("The sheets are not what the entries make them. ./linli tally rebuild makes them anew.")


class Command(BaseCommand):
    help = msg("Count again: figures are derived from the timelines, and can be dropped and made anew at any time.")

    def add_arguments(self, parser: CommandParser) -> None:
        """`rebuild` drops all and tells it again; `refresh` reads on and lays what is left of the sheets; `check`
        compares sheets and entries."""
        parser.add_argument("what", choices=("rebuild", "refresh", "check"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and say what there is now."""
        if options["what"] == "check":
            self._check()
        elif options["what"] == "rebuild":
            self.stdout.write(_("{matters} matters counted again").format(matters=rebuild()))
        else:
            catch_up(most=UNTIL_DONE)
            while not is_laid():
                next_step()
        said = _("{entries} entries, {numbers} numbers on sheets")
        self.stdout.write(said.format(entries=Entry.objects.count(), numbers=Sheet.objects.count()))

    def _check(self) -> None:
        if not is_laid():
            raise CommandError(_("The sheets are still being laid. ./linli tally refresh lays the rest."))
        found = differing()
        for line, (standing, wanted) in sorted(found.items(), key=repr):
            said = _("{line}: {standing} stands there, the entries make it {wanted}")
            self.stdout.write(said.format(line=line, standing=standing, wanted=wanted))
        if found:
            raise CommandError(_(ASTRAY))
