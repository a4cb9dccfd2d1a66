"""`./linli backup` and `./linli restore` as they are typed, from SQLite into the engine of this run."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from linli.serve.folder import CANARY, PERSONAL, prepare
from tests.keeping.conftest import ROOT, Told, ran, with_keys

pytestmark = pytest.mark.slow


@pytest.fixture
def keys(environment: dict[str, str]) -> None:
    with_keys(Path(environment["LINLI_DATA"]))


def typed(*words: str, environment: dict[str, str]) -> tuple[int, str]:
    command = [sys.executable, "-m", "linli.manage", *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.usefixtures("keys")
def test_a_folder_with_nothing_but_the_keys_becomes_the_installation(
    told: Told, environment: dict[str, str], tmp_path: Path
) -> None:
    code, said = typed("restore", str(told.file), environment=environment)
    assert (code, told.head in said) == (0, True), said
    code, said = typed("verify", environment=environment)
    assert (code, f"Head of the ledger: {told.head}" in said) == (0, True), said
    code, said = typed("backup", environment={**environment, "LINLI_BACKUP": str(tmp_path / "kept")})
    assert (code, told.head in said) == (0, True), said
    (file,) = (tmp_path / "kept").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    assert file.read_bytes().splitlines()[1:-1] == told.file.read_bytes().splitlines()[1:-1]
    assert typed("backup", str(file), environment=environment)[0] == 1
    code, said = typed("restore", str(file), environment=environment)
    assert (code, "--data" in said) == (1, True), said


@pytest.mark.parametrize("there", [False, True], ids=["no folder", "an empty folder"])
def test_without_the_keys_nothing_is_made_and_once_they_are_copied_it_goes(
    there: bool, told: Told, environment: dict[str, str]
) -> None:
    data = Path(environment["LINLI_DATA"])
    if there:
        data.mkdir()
    code, said = typed("restore", str(told.file), environment=environment)
    assert code == 1
    assert said == (
        f"The keys that the backup needs are not in {data / 'keys'}. "
        "Copy the folder “keys” of the old installation there first; nothing was made.\n"
    )
    assert (data.exists(), list(data.rglob("*"))) == (there, [])
    with_keys(data)
    code, said = typed("restore", str(told.file), environment=environment)
    assert (code, told.head in said) == (0, True), said


def test_other_keys_hold_the_folder_to_nothing_and_can_be_replaced_by_the_right_ones(
    told: Told, environment: dict[str, str]
) -> None:
    data = Path(environment["LINLI_DATA"])
    prepare(data)
    (data / CANARY).unlink()
    code, said = typed("restore", str(told.file), environment=environment)
    assert (code, "are not those of the backup" in said, "Traceback" in said) == (1, True, False), said
    assert sorted(one.name for one in data.iterdir()) == ["files", "keys"]
    shutil.rmtree(data / "keys")
    with_keys(data)
    code, said = typed("restore", str(told.file), environment=environment)
    assert (code, told.head in said) == (0, True), said


def test_keys_that_others_may_read_are_refused_with_a_sentence(told: Told, environment: dict[str, str]) -> None:
    data = Path(environment["LINLI_DATA"])
    with_keys(data)
    (data / "keys" / PERSONAL).chmod(0o644)
    code, said = typed("restore", str(told.file), environment=environment)
    assert (code, "chmod 600" in said, "Traceback" in said) == (1, True, False), said
    assert not (data / CANARY).exists()


@pytest.mark.usefixtures("keys")
def test_a_restore_that_is_killed_leaves_nothing_and_can_be_done_again(told: Told, environment: dict[str, str]) -> None:
    for share in ("0.3", "0.95"):
        left = json.loads(ran("killed", str(told.file), share, environment=environment))
        assert left == {"units": 0, "events": 0}
    code, said = typed("restore", str(told.file), environment=environment)
    assert (code, told.head in said) == (0, True), said


def test_what_is_written_meanwhile_is_not_in_it(environment: dict[str, str], tmp_path: Path) -> None:
    told = json.loads(ran("meanwhile", str(tmp_path / "b.jsonl"), environment=environment))
    assert told["backup"] == told["before"] != told["after"]
    assert told["matters"] == [6, 7]
