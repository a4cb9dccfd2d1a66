"""The supervised group leaves nothing behind, however it ends. The end of a pipe tells that the last writer is gone."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src"


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


@pytest.fixture
def supervisor(pipe: Path, request: pytest.FixtureRequest) -> Iterator["subprocess.Popen[str]"]:
    manner = getattr(request, "param", "lives")
    process = subprocess.Popen(
        [sys.executable, str(HERE / "supervisor.py"), str(pipe), manner],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stderr=subprocess.PIPE,
        text=True,
    )
    yield process
    process.kill()
    process.wait()
    if process.stderr:
        process.stderr.close()


def both_started(lines: IO[str]) -> None:
    assert {lines.readline().strip(), lines.readline().strip()} == {"web", "heartbeat"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_told_to_stop_it_ends_every_member_and_is_content(
    supervisor: "subprocess.Popen[str]", pipe: Path, number: signal.Signals
) -> None:
    with pipe.open(encoding="ascii") as lines:
        both_started(lines)
        supervisor.send_signal(number)
        assert lines.read() == ""
    assert supervisor.wait(20) == 0


def test_killed_without_warning_it_leaves_nothing_running(supervisor: "subprocess.Popen[str]", pipe: Path) -> None:
    with pipe.open(encoding="ascii") as lines:
        both_started(lines)
        supervisor.kill()
        assert lines.read() == ""


@pytest.mark.parametrize("supervisor", ["dies"], indirect=True)
def test_a_member_that_keeps_dying_is_restarted_and_then_stops_the_group(
    supervisor: "subprocess.Popen[str]", pipe: Path
) -> None:
    both_ends = os.open(pipe, os.O_RDWR)
    assert supervisor.wait(30) == 1
    starts = os.read(both_ends, 4096).decode("ascii").split()
    os.close(both_ends)
    assert starts.count("heartbeat") == 5
    assert starts.count("web") == 1
    assert supervisor.stderr is not None
    assert "heartbeat ended 5 times in a minute (last code 3); Linli stops." in supervisor.stderr.read()
