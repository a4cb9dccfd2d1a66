"""Ctrl-C while a file is taken in reaches the whole group: told in two sentences, and what came in stays in."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.crash.stopped import ROWS
from tests.crash.test_killed import ROOT, descendants, ran

pytestmark = pytest.mark.slow
PATIENCE = 30.0
TOLD = re.compile(
    r"\nStopped before it was done\. The same command can be given again\.\n"
    r"(?P<rows>\d+) rows were taken in by then\. Given again, it goes on from there\.\n$"
)


def test_whoever_presses_ctrl_c_is_told_how_far_it_got_and_no_hand_is_left(environment: dict[str, str]) -> None:
    said = stopped_after_a_chunk(environment)
    told = TOLD.search(said)
    assert told, said
    assert "Traceback" not in said
    assert "Process" not in said
    rows = int(told["rows"])
    assert 0 < rows < ROWS
    again = ran("stopped", environment)
    assert f"Taken in: {ROWS - rows} new" in again
    assert f"went on after {rows} rows" in again


def stopped_after_a_chunk(environment: dict[str, str]) -> str:
    """What it says on its error output, as a terminal would have ended it."""
    command = [sys.executable, "-m", "tests.crash.launch", "stopped"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stderr is not None
        before = next(line for line in process.stderr if " a second" in line)
        hands = descendants(process.pid)
        os.killpg(process.pid, signal.SIGINT)
        after = process.stderr.read()
    assert process.returncode == 130, after
    assert len(hands) == 2
    deadline = time.monotonic() + PATIENCE
    while any(Path(f"/proc/{hand}").exists() for hand in hands) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{hand}").exists() for hand in hands)
    return before + after
