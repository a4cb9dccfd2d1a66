"""A backup is written whole or not at all, says what it lacks, and never over another."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from linli.keeping import backing_up
from linli.matters import files
from tests.keeping.telling import KEPT, attached
from tests.town import Town, pebble, state_of

pytestmark = pytest.mark.django_db


def test_where_it_cannot_be_written_a_sentence_says_so(town: Town, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="无法写入"):
        call_command("backup", tmp_path / "nowhere/b.jsonl")


def test_on_a_full_disk_nothing_is_left(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_any: Any) -> Any:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backing_up, "written", full)
    with pytest.raises(CommandError, match="磁盘已满"):
        call_command("backup", tmp_path / "b.jsonl")
    assert list(tmp_path.glob("b.jsonl*")) == []


def test_it_is_never_written_over_another(town: Town, tmp_path: Path) -> None:
    file = tmp_path / "b.jsonl"
    file.write_text("another", encoding="ascii")
    with pytest.raises(CommandError, match="从不覆盖"):
        call_command("backup", file)
    assert file.read_text(encoding="ascii") == "another"


def test_without_a_name_or_a_folder_it_asks_for_one(town: Town) -> None:
    with pytest.raises(CommandError, match="LINLI_BACKUP"):
        call_command("backup")


def test_an_attachment_that_is_lost_is_named(town: Town, tmp_path: Path) -> None:
    matter = attached(pebble(town), town, KEPT)
    files.drop(state_of(matter).files[0].stored)
    with pytest.raises(CommandError, match=f"{matter.number} event"):
        call_command("backup", tmp_path / "b.jsonl")
    assert (tmp_path / "b.jsonl").exists()
