"""`./linli restore FILE`: make an empty installation the one that a backup was written from."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.ground.disk import why_not
from linli.ground.text import msg
from linli.keeping.anew import make_anew
from linli.keeping.restoring import CannotRestore, Restoring, require_keys, restore
from linli.serve.folder import prepare, require_matching_keys
from linli.serve.loading import bring_up_to_date
from linli.serve.ready import kept_in

TELL = 10_000
NO_FILE = msg("The file {file} cannot be read: {why}.")
CHECKED = msg("{matters} matters with {events} events are restored, and verify finds no difference.")
HEAD = msg("Head of the ledger: {head}")
COUNTED = msg("The figures of {matters} matters are counted again.")


class Command(BaseCommand):
    help = msg(
        "Make an empty installation the one that a backup was written from: wholly, checked by the rules, or not at "
        "all. Copy the folder “keys” of the old data folder into the new one first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help=_("what ./linli backup wrote"))

    def handle(self, *args: Any, **options: Any) -> None:
        """What cannot be restored is answered with a sentence."""
        try:
            with options["file"].open("rb") as lines:
                require_keys(lines)
                prepare(settings.CONFIGURATION.data)
                require_matching_keys(settings.CONFIGURATION)
                bring_up_to_date()
                self._restored(lines)
        except OSError as problem:
            raise CommandError(_(NO_FILE).format(file=options["file"], why=_(why_not(problem)))) from problem
        except CannotRestore as problem:
            raise CommandError(_(problem.sentence).format(**problem.words)) from problem
        kept_in(settings.CONFIGURATION).unlink(missing_ok=True)  # the next start looks at what there is now
        self.stdout.write(_(COUNTED).format(matters=f"{make_anew(at=timezone.now()):,}"))

    def _restored(self, lines: Any) -> None:
        now, told = Restoring(), 0
        for now in restore(lines):
            if now.counts["matter"] - told >= TELL:
                told = now.counts["matter"]
                self.stderr.write(f"{told:,} ...")
        assert now.outcome is not None
        self.stdout.write(_(CHECKED).format(matters=f"{now.outcome.matters:,}", events=f"{now.outcome.events:,}"))
        self.stdout.write(_(HEAD).format(head=now.outcome.head))
