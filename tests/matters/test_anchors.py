"""The file of heads outside the database: torn by a power cut it is told and healed, never a trace."""

import os
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override

from linli.matters.everyday import note
from linli.matters.models import Matter
from linli.matters.sealing import seal_new
from linli.matters.verify import verify
from tests.town import MONDAY, TUESDAY, WEDNESDAY, Town, pebble, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(town: Town, settings: Any) -> Path:
    """Three heads, a line each."""
    matter = pebble(town)
    seal_new(at=MONDAY)
    for at in (TUESDAY, WEDNESDAY):
        matter = sealed(matter, town, at=at)
    assert len(lines(settings.ANCHORS)) == 3
    assert differences() == []
    return Path(settings.ANCHORS)


def sealed(matter: Matter, town: Town, *, at: Any = WEDNESDAY) -> Matter:
    matter = said(note, matter, by=town.mei, at=at, text="又看了一遍。")
    seal_new(at=at)
    return matter


def lines(file: Path) -> list[bytes]:
    return file.read_bytes().splitlines()


def differences() -> list[str]:
    with override("en"):
        return [str(difference) for difference in verify().differences]


@pytest.mark.parametrize("left", [1, 20, 100])
@pytest.mark.parametrize("filling", [b"", b"\0" * 30])
def test_a_torn_last_line_is_told_and_written_again_with_the_next_seal(
    file: Path, town: Town, left: int, filling: bytes
) -> None:
    first, second, third = lines(file)
    file.write_bytes(b"\n".join([first, second, third[:left] + filling]))
    assert differences() == ["line 3 of anchors.jsonl was torn off while it was written; the next seal writes it again"]
    sealed(Matter.objects.get(), town)
    assert lines(file)[:-1] == [first, second, third[:left] + filling, third]
    assert differences() == []


def test_a_head_that_lacks_only_the_end_of_its_line_stands(file: Path, town: Town) -> None:
    before = lines(file)
    file.write_bytes(file.read_bytes().rstrip())
    assert differences() == []
    sealed(Matter.objects.get(), town)
    assert lines(file)[:-1] == before


def test_a_head_that_a_crash_kept_from_being_written_comes_with_the_next(file: Path, town: Town) -> None:
    before = lines(file)
    file.write_bytes(before[0] + b"\n")
    sealed(Matter.objects.get(), town)
    assert lines(file)[:-1] == before


@pytest.mark.parametrize("wrong", [b"not a head", b"[1, 2]", b'{"last": 1}', b'{"last": 2, "ha', b"\xff\xfe", b"7"])
def test_a_wrong_line_in_the_middle_is_named(file: Path, spoilt: None, wrong: bytes) -> None:
    first, _second, third = lines(file)
    file.write_bytes(b"\n".join([first, wrong, third, b""]))
    assert differences() == ["line 2 of anchors.jsonl is not as it was written"]


def test_a_head_reaches_the_disk_before_the_tick_goes_on(
    file: Path, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda place: synced.append(os.fstat(place).st_ino))
    sealed(Matter.objects.get(), town)
    assert synced == [file.stat().st_ino]
    file.unlink()
    sealed(Matter.objects.get(), town)
    assert synced[1:] == [file.stat().st_ino, file.parent.stat().st_ino]
