"""`./linli backup` and `./linli restore` as they are typed, and a restore that is killed on its way."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from linli.settings import CONFIGURATION
from tests.keeping.conftest import ROOT, Told, ran

pytestmark = pytest.mark.slow


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A new data folder that holds nothing but the keys."""
    shutil.copytree(CONFIGURATION.keys, tmp_path / "data/keys")
    return tmp_path / "data"


def typed(*words: str, data: Path, **more: str) -> tuple[int, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LINLI_", "DJANGO_"))}
    kept |= {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]), "LINLI_DATA": str(data)}
    command = [sys.executable, "-m", "linli.manage", *words]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**kept, "DJANGO_SETTINGS_MODULE": "tests.settings", **more},
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


def test_a_folder_with_nothing_but_the_keys_becomes_the_installation(told: Told, data: Path, tmp_path: Path) -> None:
    code, said = typed("restore", str(told.file), data=data)
    assert (code, told.head in said) == (0, True), said
    code, said = typed("verify", data=data)
    assert (code, f"head of the ledger: {told.head}" in said) == (0, True), said
    code, said = typed("backup", data=data, LINLI_BACKUP=str(tmp_path / "kept"))
    assert (code, told.head in said) == (0, True), said
    (file,) = (tmp_path / "kept").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    assert file.read_bytes().splitlines()[1:-1] == told.file.read_bytes().splitlines()[1:-1]
    assert typed("backup", str(file), data=data)[0] == 1
    code, said = typed("restore", str(file), data=data)
    assert (code, "--data" in said) == (1, True), said


def test_a_folder_without_the_keys_is_refused_and_stays_empty(told: Told, tmp_path: Path) -> None:
    code, said = typed("restore", str(told.file), data=tmp_path / "data")
    assert code == 1
    assert "keys" in said
    assert "Traceback" not in said


def test_a_restore_that_is_killed_leaves_nothing_and_can_be_done_again(told: Told, data: Path) -> None:
    for share in (0.3, 0.95):
        assert json.loads(ran("killed", str(told.file), str(share), data=data)) == {"units": 0, "events": 0}
    code, said = typed("restore", str(told.file), data=data)
    assert (code, told.head in said) == (0, True), said
