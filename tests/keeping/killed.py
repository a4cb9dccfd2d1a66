"""Restores in a process that is killed on its way, and says what the ledger holds afterwards."""

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connections

from linli.keeping.restoring import restore
from linli.matters.models import Event
from linli.place.models import Unit


def main(file: str, share: str) -> None:
    call_command("migrate", interactive=False, verbosity=0)
    connections.close_all()
    child = os.fork()
    if not child:
        lines = Path(file).read_bytes().splitlines(keepends=True)
        until: Any = deadly(lines, at=int(len(lines) * float(share)))
        list(restore(until))
    _pid, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    json.dump({"units": Unit.objects.count(), "events": Event.objects.count()}, sys.stdout)


def deadly(lines: list[bytes], *, at: int) -> Iterator[bytes]:
    for place, line in enumerate(lines):
        if place == at:
            os.kill(os.getpid(), signal.SIGKILL)
        yield line
