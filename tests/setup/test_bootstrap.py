"""The one script: what it knows and what it refuses."""

import os
import subprocess
from pathlib import Path

import pytest

from linli import bootstrap

ROOT = Path(__file__).resolve().parents[2]


def linli(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(ROOT / "linli"), *arguments], capture_output=True, text=True, env={**os.environ, **variables}
    )


def test_every_verb_is_explained() -> None:
    told = linli("help")
    assert told.returncode == 0
    verbs = {*bootstrap.MODULE_OF, *bootstrap.PASSED_ON}
    assert not [verb for verb in verbs if f"./linli {verb} " not in told.stdout]


def test_an_unknown_verb_is_refused_and_the_known_ones_told() -> None:
    told = linli("rnu")
    assert told.returncode == 2
    assert "'rnu' is not a verb of Linli." in told.stdout
    assert "./linli run" in told.stdout


def test_without_a_python_it_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "src" / "linli").mkdir(parents=True)
    script = tmp_path / "linli"
    script.write_bytes((ROOT / "linli").read_bytes())
    script.chmod(0o755)
    (tmp_path / "bin").mkdir()
    for tool in ("sh", "dirname"):
        (tmp_path / "bin" / tool).symlink_to(Path("/bin") / tool if Path("/bin", tool).exists() else f"/usr/bin/{tool}")
    told = subprocess.run([str(script), "run"], capture_output=True, text=True, env={"PATH": str(tmp_path / "bin")})
    assert told.returncode == 1
    assert "Linli needs Python 3.11 or newer" in told.stderr


def test_the_folder_is_taken_out_of_what_a_verb_is_told(tmp_path: Path) -> None:
    there = str(tmp_path.resolve())
    assert bootstrap.folder_named(["mei", "--data", there, "--name", "Mei"]) == (there, ["mei", "--name", "Mei"])
    assert bootstrap.folder_named(["loadunits", f"--data={there}"]) == (there, ["loadunits"])
    assert bootstrap.folder_named(["mei"]) == ("", ["mei"])
    assert bootstrap.folder_named(["--data", "--name"])[0] is None


def test_a_folder_left_out_is_asked_for() -> None:
    told = linli("createadmin", "mei", "--data")
    assert told.returncode == 2
    assert "--data needs a folder" in told.stdout


@pytest.mark.parametrize("verb", ["createadmin", "tick"])
def test_a_slip_in_the_folders_name_makes_nothing(tmp_path: Path, verb: str) -> None:
    told = linli(verb, "--data", str(tmp_path / "slip"), LINLI_DATABASE="")
    assert told.returncode == 1
    assert f"There is no Linli in {tmp_path / 'slip'} yet" in told.stderr
    assert not (tmp_path / "slip").exists()
