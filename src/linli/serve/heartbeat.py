"""The heartbeat: one tick after another, until told to stop; a tick under way is finished first."""

import os
import signal
import sys
import threading

import django
from django.core.management import call_command
from django.db import close_old_connections
from django.utils import translation

from linli.serve.bond import end_with
from linli.tongue import tongue

EVERY = 15.0


class Stop(threading.Event):
    """Ends the beating; each pause ends with letting go of connections that broke meanwhile."""

    def wait(self, timeout: float | None = None) -> bool:
        stopped = super().wait(timeout)
        close_old_connections()
        return stopped


def main(parent: int) -> None:
    end_with(parent, by=signal.SIGTERM)
    stop = Stop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.settings")
    django.setup()
    translation.activate(tongue())
    call_command("tick", every=EVERY, stop=stop)


if __name__ == "__main__":
    main(int(sys.argv[1]))
