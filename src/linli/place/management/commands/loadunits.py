"""Load the organisation tree from a CSV file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from linli.ground.disk import why_not
from linli.ground.text import msg
from linli.place.load import NO_FILE, Unreadable, load_units, read_units
from linli.place.outcome import lines


class Command(BaseCommand):
    help = msg("Load units from a CSV file with the columns code, name, name_en, kind, parent_code.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help=_("Say what would happen and save nothing."))

    def handle(self, *args: Any, file: Path, dry_run: bool, **options: Any) -> None:
        try:
            outcome = load_units(read_units(file.read_bytes()), dry_run=dry_run)
        except Unreadable as error:
            raise CommandError(str(error)) from error
        except OSError as problem:
            raise CommandError(_(NO_FILE).format(file=file, why=_(why_not(problem)))) from problem
        for line in lines(outcome):
            self.stdout.write(line)
        if outcome.wrong:
            raise CommandError("", returncode=1)
