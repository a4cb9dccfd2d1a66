"""`./linli verify`: is every matter what its timeline says, and is the timeline unbroken?"""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters import files
from linli.matters.verify import verify


class Command(BaseCommand):
    help = msg(
        "Fold every timeline again, check chain, words, files and seals. Exits 1 at any difference and names it."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the differences and the sum."""
        outcome = verify()
        for difference in outcome.differences:
            self.stdout.write(str(difference))
        if left := files.left_over():
            said = _("{files} files that no event named lie in the folder {folder}")
            self.stdout.write(said.format(files=len(left), folder=left[0].parent))
        count = len(outcome.differences)
        self.stdout.write(_("Head of the ledger: {head}").format(head=outcome.head))
        said = _("{matters} matters, {events} events, {differences} differences")
        self.stdout.write(said.format(matters=outcome.matters, events=outcome.events, differences=count))
        if count:
            raise SystemExit(1)
