"""Eight writers at one matter: a line without gaps, nothing lost, nothing twice, and no error but a conflict."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


def test_eight_processes_write_two_hundred_notes_to_one_matter(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.launch", "writers"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["codes"] == [0] * 10, done.stderr
    assert told["seqs"] == list(range(1, 203))
    assert told["texts"] == sorted(f"writer {writer}, note {turn}" for writer in range(8) for turn in range(25))
    assert told["conflicts"] > 0
    assert (told["meanwhile"], told["differences"]) == ([], [])
