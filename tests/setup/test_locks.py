"""Every package is locked, by hash and without an address."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


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
