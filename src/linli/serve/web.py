"""The web server: two WSGI processes with one thread each, which is the fastest shape for pages like ours."""

import importlib
import signal
import sys

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
    # Loaded once, before the processes part: they start at once and share what is only read.
    importlib.import_module("linli.wsgi")
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


if __name__ == "__main__":
    main(int(sys.argv[1]))
