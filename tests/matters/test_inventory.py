"""Attachments answer to their events: there as they were kept, gone when erased, and nothing beside them."""

import hashlib
import os
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils.translation import override

from linli.matters import files, inventory, sweeping
from linli.matters.attaching import attach
from linli.matters.everyday import erase
from linli.matters.models import Matter
from linli.matters.sweeping import drop_erased, sweep
from linli.matters.verify import verify
from linli.matters.words import keyring
from tests.town import TUESDAY, WEDNESDAY, Town, pebble, said, state_of

pytestmark = pytest.mark.django_db

CONTENT = b"%PDF-1.4 an agreement %%EOF"


@pytest.fixture
def matter(town: Town) -> Matter:
    """A pebble with two files."""
    matter = attached(pebble(town), town, CONTENT)
    matter = attached(matter, town, CONTENT[::-1])
    assert differences() == []
    return matter


@pytest.fixture
def no_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventory, "MOMENT", 0)


def attached(matter: Matter, town: Town, content: bytes) -> Matter:
    told = {"name": "协议.pdf", "label": "agreement", "mime": "application/pdf", "size": len(content)}
    told |= {"stored": files.keep(content), "digest": hashlib.sha256(content).hexdigest()}
    return said(attach, matter, by=town.mei, at=TUESDAY, **told)


def erased(matter: Matter, town: Town, *, place: int = 0) -> Path:
    """The first file is erased in the ledger; the disk knows nothing of it yet."""
    file = state_of(matter).files[place]
    said(erase, matter, by=town.chen, at=WEDNESDAY, of=file.seq, fields=("name",), ground="mistake")
    return files.place_of(file.stored)


def differences() -> list[tuple[str, int, str]]:
    return [(one.number, one.seq, one.what) for one in verify().differences]


def path(matter: Matter, *, place: int = 0) -> Path:
    return files.place_of(state_of(matter).files[place].stored)


def lost(matter: Matter) -> None:
    path(matter).unlink()


def bent(matter: Matter) -> None:
    content = bytearray(path(matter).read_bytes())
    content[-1] ^= 1
    path(matter).write_bytes(content)


def exchanged(matter: Matter) -> None:
    path(matter).write_bytes(path(matter, place=1).read_bytes())


def sealed_anew(matter: Matter) -> None:
    """As somebody who holds the keys could do it."""
    stored = path(matter).name
    path(matter).unlink()
    path(matter).write_bytes(keyring().shut_bytes(b"another agreement", bound=f"files|{stored}"))


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (lost, "the file is gone from the data folder"),
        (bent, "the file is not as it was kept"),
        (exchanged, "the file is not as it was kept"),
        (sealed_anew, "the file is not the one that was attached"),
    ],
)
def test_a_file_that_is_not_as_it_was_kept_is_named_with_its_event(
    matter: Matter, spoilt: None, spoil: Callable[[Matter], None], what: str
) -> None:
    spoil(matter)
    assert differences() == [(matter.number, state_of(matter).files[0].seq, what)]


@override("en")
def test_an_erased_file_still_on_the_disk_is_named_and_the_tick_takes_it_away(
    matter: Matter, town: Town, no_wait: None
) -> None:
    place = erased(matter, town)
    (difference,) = differences()
    assert difference[:2] == (matter.number, state_of(matter).files[0].seq)
    assert "erased and is still on the disk" in difference[2]
    beats = StringIO()
    call_command("tick", stdout=beats)
    assert "1 erased files taken away" in beats.getvalue()
    assert sweep(everything=True) == 0
    assert not place.exists()
    assert path(matter, place=1).exists()


def test_what_a_long_broken_tick_missed_is_taken_away_when_everything_is_swept(
    matter: Matter, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "RECENT", 1)
    place = erased(matter, town)
    pebble(town)
    assert sweep() == 0
    assert place.exists()
    assert sweep(everything=True) == 1


def test_only_what_this_matter_erased_goes_with_it(matter: Matter, town: Town) -> None:
    other = attached(pebble(town), town, CONTENT)
    place = erased(matter, town)
    assert drop_erased(other) == 0
    assert drop_erased(matter) == 1
    assert not place.exists()
    assert path(other).exists()


def test_a_file_that_no_event_names_is_listed_once_no_upload_can_be_under_way(matter: Matter, spoilt: None) -> None:
    files.keep(b"under way")
    assert differences() == []
    stray = left_behind(b"cut off")
    ((number, seq, what),) = differences()
    assert (number, seq) == ("", 0)
    assert stray.name in what


def left_behind(content: bytes) -> Path:
    """As after an upload that was cut off, or after an older ledger was put back."""
    stray = files.place_of(files.keep(content))
    an_hour_ago = time.time() - inventory.UNDER_WAY - 1
    os.utime(stray, (an_hour_ago, an_hour_ago))
    return stray


@override("en")
def test_the_sweep_puts_left_over_files_aside_and_verify_counts_them_in_one_line(matter: Matter) -> None:
    stray, young = left_behind(b"cut off"), files.place_of(files.keep(b"under way"))
    call_command("tick")
    assert stray.exists()
    beats, counted = StringIO(), StringIO()
    call_command("tick", "--sweep", stdout=beats)
    assert "1 left-over files put aside" in beats.getvalue()
    assert ([place.name for place in files.left_over()], young.exists()) == ([stray.name], True)
    assert path(matter).exists()
    call_command("verify", stdout=counted)
    first, _head, last = counted.getvalue().splitlines()
    assert "1 files that no event named" in first
    assert last.endswith(", 0 differences")


def test_a_file_put_aside_is_put_back_when_an_event_names_it_again(matter: Matter, spoilt: None) -> None:
    files.leave(path(matter))
    assert [what for _number, _seq, what in differences()] == [inventory.PUT_ASIDE]
    assert inventory.put_aside() == 1
    assert (differences(), files.left_over()) == ([], [])


def test_what_is_erased_goes_from_the_files_put_aside_too(matter: Matter, town: Town) -> None:
    files.leave(path(matter))
    erased(matter, town)
    assert sweep() == 1
    assert files.left_over() == []


def test_no_name_leads_out_of_the_folder(own_files: Path) -> None:
    outside = own_files.parent / "kept"
    outside.write_bytes(b"kept")
    assert not files.drop("../kept")
    assert not files.there("../kept")
    assert outside.exists()


def test_a_file_is_on_the_disk_before_an_event_can_name_it(own_files: Path, monkeypatch: Any) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda place: synced.append(os.fstat(place).st_ino))
    place = files.place_of(files.keep(CONTENT))
    assert set(synced) == {place.stat().st_ino, place.parent.stat().st_ino, own_files.stat().st_ino}
    assert CONTENT not in place.read_bytes()
