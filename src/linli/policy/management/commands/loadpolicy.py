"""Load the built-in profile: calendar, categories, terms and number series; safe to say again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from linli.policy.load import load_missing, load_profile


class Command(BaseCommand):
    help = "Load holidays, categories, terms and number series; rows the office has edited are left alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--missing", action="store_true", help="only what the office has no row of at all")

    def handle(self, *args: Any, missing: bool, **options: Any) -> None:
        for name, number in (load_missing() if missing else load_profile()).items():
            if number or not missing:
                self.stdout.write(_("{file}: {number} new").format(file=name, number=number))
