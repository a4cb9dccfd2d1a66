"""Words are said and erased in a ledger that really commits; prints which files hold them before and after."""

import json
import sys
from io import StringIO
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from linli.matters.everyday import erase, note, rename
from linli.matters.models import Matter
from tests.crash.founding import founded
from tests.town import Town, pebble, said

CANARY = "金丝雀-1f0c9e"
LONG = f"{CANARY}，" + "后来又说了许多。" * 400


def main() -> None:
    town = founded()
    matter = pebble(town, at=timezone.now())
    for text in (CANARY, LONG):
        matter = said(note, matter, by=town.mei, at=timezone.now(), text=text)
    matter = said(rename, matter, by=town.mei, at=timezone.now(), title=CANARY)
    before = holding()
    for seq, field in ((3, "text"), (4, "text"), (5, "title")):
        matter = erased(matter, town, seq, field)
    call_command("tick", stdout=StringIO())
    json.dump({"before": before, "after": holding()}, sys.stdout)


def erased(matter: Matter, town: Town, seq: int, field: str) -> Matter:
    return said(erase, matter, by=town.chen, at=timezone.now(), of=seq, fields=(field,), ground="request")


def holding() -> list[str]:
    """Which files of the database hold the canary, while the connection is still open."""
    file = Path(connection.settings_dict["NAME"])
    return sorted(one.suffix for one in file.parent.glob(f"{file.name}*") if CANARY.encode() in one.read_bytes())
