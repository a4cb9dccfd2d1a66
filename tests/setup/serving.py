"""A server over a folder of its own, started as a newcomer starts it, and what it said until it served."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
SOURCE = HOUSE / "src"
READY = re.compile(r"serves at  (\S+)   \(ready in ([0-9.]+) s\)")
PATIENCE = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(data: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A server over an empty installation, and its address once it answers."""
    with started([sys.executable, "-m", "linli.serve", "--empty"], data=data) as server:
        yield server, address(said_until_ready(server))


@contextmanager
def started(command: list[str], *, data: Path) -> Iterator["subprocess.Popen[str]"]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LINLI_", "DJANGO_"))}
    with subprocess.Popen(
        [*command, "--port", str(free_port()), "--data", str(data)],
        env={**environment, "PYTHONPATH": str(SOURCE), "LINLI_LANGUAGE": "en"},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            yield server
        finally:
            server.kill()


def said_until_ready(server: "subprocess.Popen[str]") -> list[str]:
    """Its lines, the last of them the one that says where it serves."""
    assert server.stdout is not None
    said = []
    for line in server.stdout:
        said.append(line.strip())
        if READY.search(line):
            return said
    raise AssertionError(f"it ended before it served: {said}")


def address(said: list[str]) -> str:
    found = READY.search(said[-1])
    assert found is not None
    return found[1]


def drained(server: "subprocess.Popen[str]") -> str:
    """What else it says until the last process that holds its output is gone."""
    assert server.stdout is not None
    return server.stdout.read()
