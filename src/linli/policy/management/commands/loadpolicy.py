"""Load the built-in profile: calendar, categories, terms and number series; safe to say again."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from linli.policy.load import load_profile


class Command(BaseCommand):
    help = "Load holidays, categories, terms and number series; rows the office has edited are left alone."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, number in load_profile().items():
            self.stdout.write(_("{file}: {number} new").format(file=name, number=number))
