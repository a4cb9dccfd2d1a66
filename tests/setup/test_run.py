"""./linli run as a newcomer meets it: it serves, it stops cleanly, and even killed it leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.db import connection

from linli.configuration import Refused, load
from linli.serve.__main__ import require_free_port
from tests.setup.serving import HOUSE, PATIENCE, READY, SOURCE, drained, said_until_ready, serving, started

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="its servers start as a newcomer's do, on SQLite whatever the run is on"
    ),
]


def test_it_serves_and_a_polite_stop_ends_it(tmp_path: Path) -> None:
    with serving(tmp_path) as (server, home):
        with urlopen(home, timeout=PATIENCE) as page:  # the sign-in page, after a redirect
            assert page.status == 200
        server.send_signal(signal.SIGINT)
        assert drained(server).endswith("Linli has stopped.\n")
        assert server.wait(PATIENCE) == 0


def test_killed_it_leaves_nothing_running_and_starts_again(tmp_path: Path) -> None:
    for _ in range(2):
        with serving(tmp_path) as (server, _home):
            server.kill()
            drained(server)


def test_a_second_start_sets_up_nothing_and_says_its_seconds(tmp_path: Path) -> None:
    said = []
    for _start in range(2):
        with started([str(HOUSE / "linli"), "run"], data=tmp_path / "data") as server:
            said.append([line for line in said_until_ready(server) if line])
            server.send_signal(signal.SIGINT)
            drained(server)
    first, second = said
    assert [line for line in first if line.endswith("...")][-3:] == [
        "Bringing the database up to date ...",
        "Loading terms, holidays and categories ...",
        "Telling the synthetic county (once) ...",
    ]
    assert len(second) == 1
    assert READY.search(second[0])


def test_a_taken_port_is_said_plainly(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "linli.serve", "--empty", "--port", port, "--data", str(tmp_path)],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "LINLI_LANGUAGE": "en"},
            capture_output=True,
            text=True,
        )
    assert done.returncode == 1
    assert f"Port {port} is taken (another program has it)" in done.stdout


def test_an_address_of_the_newer_internet_is_one_to_listen_on(tmp_path: Path) -> None:
    with socket.socket(socket.AF_INET6) as taken:
        try:
            taken.bind(("::1", 0))
        except OSError:
            pytest.skip("this machine has no address of the newer internet")
        taken.listen()
        port = str(taken.getsockname()[1])
        configuration = load({"LINLI_ADDRESS": "::1", "LINLI_PORT": port, "LINLI_DATA": str(tmp_path)})
        with pytest.raises(Refused, match=port):
            require_free_port(configuration)
    require_free_port(configuration)
