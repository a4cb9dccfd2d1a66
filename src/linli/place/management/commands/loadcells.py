"""Load the cells of the grid from a GeoJSON file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from linli.ground.disk import why_not
from linli.ground.text import msg
from linli.place.load import NO_FILE, Unreadable
from linli.place.load_grid import load_cells, read_cells
from linli.place.models import Datum
from linli.place.outcome import lines


class Command(BaseCommand):
    help = msg("Load grid cells from GeoJSON features with the properties code, name, parent_code.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--datum", choices=Datum.values, default=Datum.WGS84.value)
        parser.add_argument("--dry-run", action="store_true", help=_("Say what would happen and save nothing."))

    def handle(self, *args: Any, file: Path, datum: str, dry_run: bool, **options: Any) -> None:
        try:
            outcome = load_cells(read_cells(file.read_bytes()), datum=datum, dry_run=dry_run)
        except Unreadable as error:
            raise CommandError(str(error)) from error
        except OSError as problem:
            raise CommandError(_(NO_FILE).format(file=file, why=_(why_not(problem)))) from problem
        for line in lines(outcome):
            self.stdout.write(line)
        if outcome.wrong:
            raise CommandError("", returncode=1)
