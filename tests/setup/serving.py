"""A server over an empty installation, started as a newcomer starts it."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src"
READY = re.compile(r"serves at  (\S+)   \(ready in ([0-9.]+) s\)")
PATIENCE = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(data: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A server over an empty installation, and its address once it answers."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LINLI_", "DJANGO_"))}
    command = [sys.executable, "-m", "linli.serve", "--empty", "--port", str(free_port()), "--data", str(data)]
    with subprocess.Popen(
        command, env={**environment, "PYTHONPATH": str(SOURCE)}, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            yield server, address(server)
        finally:
            server.kill()


def address(server: "subprocess.Popen[str]") -> str:
    assert server.stdout is not None
    for line in server.stdout:
        if found := READY.search(line):
            return found[1]
    raise AssertionError("it ended before it served")


def drained(server: "subprocess.Popen[str]") -> str:
    """What else it says until the last process that holds its output is gone."""
    assert server.stdout is not None
    return server.stdout.read()
