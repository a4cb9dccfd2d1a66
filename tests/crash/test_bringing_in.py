"""The process is killed three times while a file is taken in: every row comes in once, and no hand is left."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.crash.bringing_in import ROWS
from tests.crash.test_killed import ROOT, descendants, ran

pytestmark = pytest.mark.slow
PATIENCE = 30.0


def test_what_was_cut_off_goes_on_and_nothing_comes_in_twice(environment: dict[str, str]) -> None:
    done = [killed_after_a_chunk(environment) for _time in range(3)]
    assert 0 < done[0] < done[1] < done[2] < ROWS
    told = json.loads(ran("bringing_in", environment).splitlines()[-1])
    assert told == {"sums": [ROWS, ROWS, ROWS], "differences": []}


def killed_after_a_chunk(environment: dict[str, str]) -> int:
    """How many rows were done by then."""
    command = [sys.executable, "-m", "tests.crash.launch", "bringing_in"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        rows = int(process.stdout.readline())
        hands = descendants(process.pid)
        process.kill()
    deadline = time.monotonic() + PATIENCE
    while any(Path(f"/proc/{hand}").exists() for hand in hands) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert hands
    assert not any(Path(f"/proc/{hand}").exists() for hand in hands)
    return rows
