"""A backup of a told town on SQLite, written once for all tests of this folder under the keys of the run."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from linli.settings import CONFIGURATION
from tests.crash.conftest import environment

__all__ = ["environment"]

LEFT = ("LINLI_", "DJANGO_")
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Told:
    """The backup, the data folder it was written from, and what that ledger said."""

    file: Path
    data: Path
    head: str
    seen: dict[str, list[Any]]

    @property
    def lines(self) -> list[bytes]:
        return self.file.read_bytes().splitlines(keepends=True)


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    folder = tmp_path_factory.mktemp("told")
    file, kept = folder / "town.jsonl", {name: value for name, value in os.environ.items() if not name.startswith(LEFT)}
    kept |= {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]), "LINLI_DATA": str(folder / "data")}
    with_keys(folder / "data")
    said = json.loads(ran("telling", str(file), environment={**kept, "DJANGO_SETTINGS_MODULE": "tests.settings"}))
    return Told(file, folder / "data", **said)


def with_keys(data: Path) -> None:
    """A data folder that holds nothing but the keys of the run."""
    shutil.copytree(CONFIGURATION.keys, data / "keys")


def ran(module: str, *arguments: str, environment: dict[str, str]) -> str:
    """What a module of this folder says, in a process of its own over a ledger of its own."""
    command = [sys.executable, "-m", "tests.keeping.launch", module, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout
