"""The one script: what it knows, what it refuses, and that it does nothing twice."""

import os
import subprocess
import tomllib
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


def test_a_stamp_holds_until_the_lock_changes(tmp_path: Path) -> None:
    lock = tmp_path / "run.lock"
    lock.write_text("one", encoding="ascii")
    before = bootstrap.digest([lock])
    bootstrap.stamp(tmp_path / "run", before)
    assert bootstrap.stamped(tmp_path / "run", before)
    lock.write_text("two", encoding="ascii")
    assert not bootstrap.stamped(tmp_path / "run", bootstrap.digest([lock]))


def test_a_catalogue_is_compiled_when_it_is_newer(tmp_path: Path) -> None:
    words, compiled = tmp_path / "django.po", tmp_path / "django.mo"
    words.touch()
    assert bootstrap.newer(words, than=compiled)
    compiled.touch()
    os.utime(words, ns=(1, 1))
    assert not bootstrap.newer(words, than=compiled)


@pytest.mark.parametrize(
    ("answer", "enough"), [("v20.1.0", True), ("v18.0.0", True), ("v16.20.2", False), ("what?", False)]
)
def test_an_old_node_is_passed_over(tmp_path: Path, answer: str, enough: bool) -> None:
    node = tmp_path / "node"
    node.write_text(f"#!/bin/sh\necho '{answer}'\n", encoding="ascii")
    node.chmod(0o755)
    assert bootstrap.node_is_new_enough(str(node)) is enough


@pytest.mark.parametrize("name", ["run", "dev", "node"])
def test_every_locked_package_has_a_hash_and_no_address(name: str) -> None:
    lock = (ROOT / "requirements" / f"{name}.lock").read_text(encoding="ascii")
    packages = [block for block in lock.split("\n") if block and block[0] not in " #"]
    assert packages
    assert all(block.endswith("\\") for block in packages)
    assert "://" not in lock


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "requirements" / "run.lock").read_text(encoding="ascii")
    names = [wanted.split(">")[0].split("[")[0] for wanted in project["dependencies"]]
    assert not [name for name in names if f"\n{name}==" not in f"\n{lock}"]
