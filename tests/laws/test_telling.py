"""Telling asks nobody's rights: no door can import it, neither by its own name nor through the commands."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from linli.matters import commands, telling

ROOT = Path(__file__).resolve().parents[2]
BREACH = "import linli.matters.telling\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house to break a law in."""
    shutil.copytree(ROOT / "src/linli", tmp_path / "src/linli", ignore=shutil.ignore_patterns("__pycache__", "locale"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def kept(house: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(house / "src")}
    command = [sys.executable, "-m", "linli.toolbox.floors"]
    return subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True)


def test_a_door_that_imports_telling_breaks_the_import_law(house: Path) -> None:
    assert kept(house).returncode == 0
    with (house / "src/linli/doors/desk/gate.py").open("a", encoding="utf-8") as door:
        door.write(BREACH)
    done = kept(house)
    assert done.returncode == 1
    assert "linli.doors.desk.gate -> linli.matters.telling" in done.stdout


@pytest.mark.parametrize("name", telling.__all__)
def test_the_commands_hand_out_no_way_around_rights(name: str) -> None:
    assert hasattr(telling, name)
    assert not hasattr(commands, name)
