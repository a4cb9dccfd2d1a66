"""The heartbeat: one tick after another, until told to stop; a tick under way is finished first."""

import os
import signal
import sys
import threading

import django
from django.core.management import call_command
from django.db import close_old_connections

from linli.serve.bond import end_with

EVERY = 15.0


def main(parent: int) -> None:
    end_with(parent, by=signal.SIGTERM)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.settings")
    django.setup()
    while not stop.is_set():
        close_old_connections()
        call_command("tick", verbosity=0)
        stop.wait(EVERY)


if __name__ == "__main__":
    main(int(sys.argv[1]))
