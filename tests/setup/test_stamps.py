"""Setting up does nothing twice and passes over what is too old."""

import os
from pathlib import Path

import pytest

from linli import bootstrap


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
