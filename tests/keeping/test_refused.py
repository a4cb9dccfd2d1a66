"""What is no whole backup, or not for this place, is refused with a sentence, and nothing of it is left."""

import hashlib
import io
import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from linli.ground.chain import seal_mac
from linli.ground.seal import Keyring
from linli.keeping import restoring
from linli.keeping.restoring import CannotRestore, restore
from linli.matters import sealing
from linli.matters.models import Event, Matter
from linli.place.models import Unit
from linli.policy.models import Term
from linli.staff.models import User
from tests.keeping.conftest import Told
from tests.town import Town

pytestmark = pytest.mark.django_db

Lines = Sequence[bytes]


def refused(lines: Lines) -> CannotRestore:
    """Nothing stays that was not there before: a refusal takes its attachments away too."""
    before = standing()
    with pytest.raises(CannotRestore) as found:
        list(restore(io.BytesIO(b"".join(lines))))
    assert standing() == before
    return found.value


def standing() -> tuple[int, int, int, list[Path]]:
    places = [place for place in Path(settings.MEDIA_ROOT).rglob("*") if place.is_file()]
    return Unit.objects.count(), Term.objects.count(), Event.objects.count(), places


SENTENCES = {value for name, value in vars(restoring).items() if name.isupper() and isinstance(value, str)}


def signed(lines: Lines) -> list[bytes]:
    """With a closing line that answers for these: as somebody would write it who holds the keys."""
    body, closing = b"".join(lines[:-1]), json.loads(lines[-1])
    digest = hashlib.sha256(body).hexdigest()
    closing |= {"digest": digest, "mac": seal_mac(digest, key=sealing.key())}
    return [*lines[:-1], json.dumps(closing).encode() + b"\n"]


def place_of(lines: Lines, start: str) -> int:
    return next(place for place, line in enumerate(lines) if line.startswith(start.encode()))


def altered(lines: Lines, place: int, change: Callable[[dict[str, Any]], None]) -> list[bytes]:
    told = json.loads(lines[place])
    change(told)
    return [*lines[:place], json.dumps(told, ensure_ascii=False).encode() + b"\n", *lines[place + 1 :]]


def test_an_installation_that_is_not_empty_is_not_touched(told: Told, town: Town) -> None:
    before = set(User.objects.values_list("username", flat=True))
    found = refused(told.lines)
    assert found.sentence == restoring.NOT_EMPTY
    assert found.words["units"] == Unit.objects.count()
    assert set(User.objects.values_list("username", flat=True)) == before


def test_other_keys_are_refused_before_anything_is_written(told: Told, tmp_path: Path) -> None:
    ring = Keyring.create(tmp_path / "personal.keys")
    canary = ring.make_canary()
    mac = seal_mac(canary.hex(), key=sealing.key())
    theirs = altered(told.lines, 0, lambda one: one.update(canary=b64encode(canary).decode(), mac=mac))
    assert refused(theirs[:1]).sentence == restoring.OTHER_KEYS


def test_another_key_of_the_seals_is_refused(told: Told) -> None:
    canary = b64decode(json.loads(told.lines[0])["canary"])
    theirs = altered(told.lines, 0, lambda one: one.update(mac=seal_mac(canary.hex(), key=b"another")))
    assert refused(theirs[:1]).sentence == restoring.OTHER_KEYS


def test_a_backup_of_another_version_is_refused(told: Told) -> None:
    found = refused(altered(told.lines, 0, lambda one: one["migrations"].append("matters.9999_later")))
    assert (found.sentence, found.words) == (restoring.OTHER_SHAPE, {"name": "matters.9999_later"})
    assert refused(altered(told.lines, 0, lambda one: one.update(format=2))).sentence == restoring.OTHER_FORMAT


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_one_that_was_cut_short_is_refused_wherever_it_ends(told: Told, share: float) -> None:
    content = told.file.read_bytes()
    assert refused([content[: int(len(content) * share)]]).sentence == restoring.CUT_SHORT


def test_one_cut_between_two_lines_is_refused(told: Told) -> None:
    assert refused(told.lines[:-1]).sentence == restoring.CUT_SHORT


@pytest.mark.parametrize("content", [b"", b"not a line\n", b'{"is":"row","of":"place.unit","values":{}}\n'])
def test_what_is_no_backup_is_refused(content: bytes) -> None:
    assert refused([content]).sentence in (restoring.NO_BACKUP, restoring.CUT_SHORT)


def test_a_file_without_lines_is_refused_by_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restoring, "LONGEST", 1_000)
    lines = io.BytesIO(b"PK" + b"\0" * 100_000)
    with pytest.raises(CannotRestore) as found:
        list(restore(lines))
    assert (found.value.sentence, lines.tell()) == (restoring.NO_BACKUP, 1_000)


def test_a_row_of_the_office_that_was_changed_is_refused(told: Told) -> None:
    place = place_of(told.lines, '{"is":"row","of":"policy.term"')
    changed = altered(told.lines, place, lambda one: one["values"].update(span="99wd"))
    assert refused(changed).sentence == restoring.CHANGED


def test_a_row_with_a_column_that_is_not_there_is_refused(told: Told) -> None:
    place = place_of(told.lines, '{"is":"row","of":"policy.term"')
    changed = altered(told.lines, place, lambda one: one["values"].update(cheek="yes"))
    assert refused(signed(changed)).sentence == restoring.NO_BACKUP


def sealed_of(one: dict[str, Any]) -> list[Any]:
    """The first of its words that is sealed."""
    found: list[Any] = next(word for word in one["words"] if word[4])
    return found


CHANGES: dict[str, Callable[[dict[str, Any]], None]] = {
    "payload": lambda one: one["events"][0][1].__setitem__(2, "{}"),
    "moment": lambda one: one["events"][0][1].__setitem__(4, "2026-03-02T09:00:00Z"),
    "somebody else": lambda one: one["events"][0][1].__setitem__(5, 1_000),
    "missing": lambda one: one["events"].pop(0),
    "swapped": lambda one: one["events"].reverse(),
    "another number": lambda one: one.update(number="QS-2026-999999"),
    "another kind": lambda one: one.update(kind="gone"),
    "words": lambda one: next(word for word in one["words"] if word[3]).__setitem__(3, "别的话"),
    "sealed words": lambda one: sealed_of(one).__setitem__(4, b64encode(b"L" * 60).decode()),
    "words nobody sealed": lambda one: sealed_of(one).__setitem__(4, "TExB"),
    "words of no field": lambda one: sealed_of(one).__setitem__(1, "cheek"),
    "words of no event": lambda one: sealed_of(one).__setitem__(0, 99),
    "a story of no field": lambda one: next(word for word in one["words"] if word[3]).__setitem__(1, "cheek"),
    "a story of no event": lambda one: next(word for word in one["words"] if word[3]).__setitem__(0, 99),
    "words told twice": lambda one: one["words"].append(one["words"][0]),
    "words gone": lambda one: one["words"].pop(0),
    "a number beyond all": lambda one: one.update(id=10**30),
    "none at all": lambda one: one.update(events=[], words=[]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_timeline_that_the_rules_did_not_write_is_refused_whoever_signed_it(
    told: Told, change: Callable[[dict[str, Any]], None]
) -> None:
    place = place_of(told.lines, '{"is":"matter"')
    assert len(json.loads(told.lines[place])["events"]) > 1
    found = refused(signed(altered(told.lines, place, change)))
    assert found.sentence in (restoring.NOT_AS_WRITTEN, restoring.CHANGED)
    assert not Matter.objects.exists()


def test_a_matter_left_out_is_missed_by_the_seals(told: Told) -> None:
    place = place_of(told.lines, '{"is":"matter"')
    gone = json.loads(told.lines[place])
    left = [*told.lines[:place], *told.lines[place + 1 :]]

    def count(one: dict[str, Any]) -> None:
        counts = one["counts"]
        counts["matter"] -= 1
        counts["event"] -= len(gone["events"])
        counts["words"] -= len(gone["words"])

    found = refused(signed(altered(left, len(left) - 1, count)))
    assert found.sentence == restoring.NOT_AS_WRITTEN


def test_an_attachment_that_is_missing_or_another_is_named(told: Told) -> None:
    place = place_of(told.lines, '{"is":"file"')
    changed = altered(told.lines, place, lambda one: one.update(sealed="TExB"))
    assert refused(signed(changed)).sentence == restoring.NOT_AS_WRITTEN
    out_of_the_folder = altered(told.lines, place, lambda one: one.update(stored="../../keys"))
    assert refused(signed(out_of_the_folder)).sentence == restoring.NOT_AS_WRITTEN


@pytest.mark.parametrize(
    "values", [{"id": 1}, {"id": 10**30}, {"valid_from": "tomorrow"}, {"span": None}, {"category_id": {}}]
)
def test_a_row_that_no_table_takes_is_refused(told: Told, values: dict[str, Any]) -> None:
    place = place_of(told.lines, '{"is":"row","of":"policy.term"') + 1
    changed = altered(told.lines, place, lambda one: one["values"].update(values))
    assert refused(changed).sentence == restoring.NO_BACKUP


def test_a_row_that_points_at_nothing_is_refused_whoever_signed_it(told: Told) -> None:
    place = place_of(told.lines, '{"is":"row","of":"staff.post"')
    changed = altered(told.lines, place, lambda one: one["values"].update(user_id=999_999))
    assert refused(signed(changed)).sentence == restoring.NOT_AS_WRITTEN


@pytest.mark.slow
@pytest.mark.parametrize("share", [place / 12 for place in range(12)])
def test_a_byte_that_was_flipped_anywhere_is_refused_with_a_sentence(told: Told, share: float) -> None:
    content = bytearray(told.file.read_bytes())
    content[int(len(content) * share) + 8] ^= 0b101
    assert refused([bytes(content)]).sentence in SENTENCES


def test_two_of_them_one_after_the_other_are_refused(told: Told) -> None:
    assert refused([*told.lines, *told.lines]).sentence == restoring.NO_BACKUP
