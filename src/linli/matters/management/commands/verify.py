"""`./linli verify`: is every matter what its timeline says, and is the timeline unbroken?"""

from typing import Any

from django.core.management.base import BaseCommand

from linli.matters import files
from linli.matters.verify import verify


class Command(BaseCommand):
    help = "Fold every timeline again, check chain, words, files and seals. Exits 1 at any difference and names it."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the differences and the sum."""
        outcome = verify()
        for difference in outcome.differences:
            self.stdout.write(str(difference))
        if left := files.left_over():
            self.stdout.write(f"{len(left)} files that no event named lie in the folder {left[0].parent}")
        count = len(outcome.differences)
        self.stdout.write(f"head of the ledger: {outcome.head}")
        self.stdout.write(f"{outcome.matters} matters, {outcome.events} events, {count} differences")
        if count:
            raise SystemExit(1)
