"""Backs a ledger up while a matter is opened beside it, and says what stands in the backup and what in the ledger."""

import json
import sys
from pathlib import Path
from threading import Thread

from django.core.management import call_command
from django.db import connection

from linli.keeping import backing_up
from linli.keeping.backing_up import back_up
from linli.matters.models import Matter
from linli.matters.verify import verify
from tests.keeping.telling import AT
from tests.town import MONDAY, TUESDAY, Town, build, pebble

AT_ONCE = 2


def main(file: str) -> None:
    call_command("migrate", interactive=False, verbosity=0)
    town = build()
    for _each in range(3 * AT_ONCE):
        pebble(town, at=MONDAY)
    before = verify().head
    backing_up.AT_ONCE = AT_ONCE
    with Path(file).open("wb") as into:
        going = back_up(into, at=AT)
        next(going)
        beside = Thread(target=written_beside, args=(town,))
        beside.start()
        beside.join()
        *_steps, total = going
    heads = {"before": before, "backup": total.heads.hexdigest(), "after": verify().head}
    json.dump({**heads, "matters": [total.counts["matter"], Matter.objects.count()]}, sys.stdout)


def written_beside(town: Town) -> None:
    pebble(town, at=TUESDAY)
    connection.close()
