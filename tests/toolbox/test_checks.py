"""The programs behind ./linli check are fed a breach once, so that a green line means something."""

import subprocess
import sys
from pathlib import Path

import pytest

from linli.toolbox.check import CHECKS, Check, run
from linli.toolbox.migrations import UNNAMED

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["0002_auto_20260101_0000", "0001_initial", "0003_unit_auto_x"])
def test_a_migration_without_a_name_is_found(name: str) -> None:
    assert UNNAMED.match(name)
    assert not UNNAMED.match("0001_units_and_cells")


def test_a_program_that_refuses_breaks_its_check() -> None:
    assert not run(Check("never", ("linli.toolbox.nothing",), "")).passed


@pytest.mark.parametrize(
    ("program", "source"),
    [
        (["ruff", "check", "--stdin-filename", "src/linli/x.py", "-"], "def say():\n    import os\n    return os\n"),
        (["ruff", "format", "--check", "--stdin-filename", "src/linli/x.py", "-"], "x  =  1\n"),
        (["djlint", "--lint", "--quiet", "-"], '<img src="{{ x }}"><div style="a:b"></p>'),
    ],
)
def test_the_linters_refuse_a_breach(program: list[str], source: str) -> None:
    done = subprocess.run([sys.executable, "-m", *program], input=source, text=True, capture_output=True, cwd=ROOT)
    assert done.returncode == 1, done.stdout + done.stderr


def test_every_check_tells_the_way_out() -> None:
    assert all(check.way_out for check in CHECKS)
