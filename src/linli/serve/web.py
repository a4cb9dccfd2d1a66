"""The web server: two WSGI processes with one thread each, which is the fastest shape for pages like ours."""

import gc
import importlib
import os
import signal
import sys

from django.urls import get_resolver
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server

from linli.configuration import load
from linli.serve.bond import end_with

WORKERS = 2
PATIENCE = 10


def main(parent: int) -> None:
    end_with(parent, by=signal.SIGTERM)
    configuration = load()
    load_application()
    Server(
        "linli.serve.worker:application",
        address=configuration.address,
        port=configuration.port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=WORKERS,
        blocking_threads=1,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=PATIENCE,
        log_level=LogLevels.warning,
    ).serve()


def load_application() -> None:
    """Before the processes part, so that they start at once, share what is only read, and a fault ends the server.

    What was loaded stays until the end: no garbage collection looks through it again in the middle of a request.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.settings")
    importlib.import_module("linli.wsgi")
    get_resolver().check()
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    main(int(sys.argv[1]))
