"""Restores in a process that is killed on its way, and says what the ledger holds afterwards."""

import json
import os
import signal
import sys
from io import BytesIO
from pathlib import Path

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
        content = Path(file).read_bytes()
        list(restore(Deadly(content, at=int(content.count(b"\n") * float(share)))))
    _pid, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    json.dump({"units": Unit.objects.count(), "events": Event.objects.count()}, sys.stdout)


class Deadly(BytesIO):
    """A backup at one of whose lines its reader is killed."""

    def __init__(self, content: bytes, *, at: int) -> None:
        super().__init__(content)
        self.left = at

    def readline(self, size: int | None = -1, /) -> bytes:
        if not self.left:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1
        return super().readline(size)
