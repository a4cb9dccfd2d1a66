"""`./linli tick`: the one heartbeat, once or for as long as the desk is open."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from linli.matters.sealing import seal_new
from linli.matters.turning import judge_again, redate_provisional, turn_due


class Command(BaseCommand):
    help = "Judge again under a later table, turn due colours, date provisional marks again, seal new events."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--every SECONDS` keeps beating."""
        parser.add_argument("--every", type=float, default=0, metavar="SECONDS")

    def handle(self, *args: Any, **options: Any) -> None:
        """Beat once, or again and again until stopped."""
        while True:
            self._beat()
            if not options["every"]:
                return
            time.sleep(options["every"])

    def _beat(self) -> None:
        at = timezone.now()
        again, turned, redated = judge_again(at=at), turn_due(at=at), redate_provisional(at=at)
        seal = seal_new(at=at)
        if again or turned or redated or seal:
            sealed = seal.count if seal else 0
            self.stdout.write(f"{again} judged again, {turned} turned, {redated} dated again, {sealed} events sealed")
