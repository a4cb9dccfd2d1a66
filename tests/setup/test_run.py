"""./linli run as a newcomer meets it: it serves, it stops cleanly, and even killed it leaves nothing behind."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
READY = re.compile(r"serves at  (\S+)   \(ready in ([0-9.]+) s\)")
PATIENCE = 60

pytestmark = pytest.mark.slow


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


def test_it_serves_and_a_polite_stop_ends_it(tmp_path: Path) -> None:
    with serving(tmp_path) as (server, home):
        with urlopen(home, timeout=PATIENCE) as page:  # the sign-in page, after a redirect
            assert page.status == 200
        server.send_signal(signal.SIGINT)
        drained(server)
        assert server.wait(PATIENCE) == 0


def test_killed_it_leaves_nothing_running_and_starts_again(tmp_path: Path) -> None:
    for _ in range(2):
        with serving(tmp_path) as (server, _home):
            server.kill()
            drained(server)


def test_a_taken_port_is_said_plainly(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "linli.serve", "--empty", "--port", port, "--data", str(tmp_path)],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE)},
            capture_output=True,
            text=True,
        )
    assert done.returncode == 1
    assert f"Port {port} is taken" in done.stdout
