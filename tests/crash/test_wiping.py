"""Erased words are overwritten: after the next tick neither the database file nor its log holds them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL overwrites in its own time, by vacuum"),
]


def test_after_the_tick_no_file_of_the_database_holds_what_was_erased(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "tests.crash.launch", "wiping"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["before"]
    assert told["after"] == []
