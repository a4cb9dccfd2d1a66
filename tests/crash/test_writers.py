"""Eight writers at one matter: a line without gaps, nothing lost, nothing twice, and no error but a conflict."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


def outcome_of(name: str, environment: dict[str, str], *, processes: int) -> dict[str, Any]:
    """What a module of this folder printed, once all its processes ended well."""
    command = [sys.executable, "-m", "tests.crash.launch", name]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["codes"] == [0] * processes, done.stderr
    return told


def test_eight_processes_write_two_hundred_notes_to_one_matter(environment: dict[str, str]) -> None:
    told = outcome_of("writers", environment, processes=10)
    assert told["seqs"] == list(range(1, 203))
    assert told["texts"] == sorted(f"writer {writer}, note {turn}" for writer in range(8) for turn in range(25))
    assert told["conflicts"] > 0
    assert (told["meanwhile"], told["differences"]) == ([], [])


def test_the_same_post_from_eight_processes_at_once_is_taken_once_and_answered_alike(
    environment: dict[str, str],
) -> None:
    told = outcome_of("doubles", environment, processes=8)
    assert told["notes"] == [f"note {turn}" for turn in range(5)]
    assert len(told["matters"]) == 1 + 5
    assert all(answers == told["answers"][0] for answers in told["answers"])
    assert told["differences"] == []
