"""A ledger taken out of one installation and put into an empty one is the same ledger, on either engine."""

import io
from pathlib import Path

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from linli.keeping import tables
from linli.keeping.anew import make_anew
from linli.keeping.backing_up import back_up
from linli.keeping.restoring import restore
from linli.matters import files
from linli.matters.anchors import anchored
from linli.matters.everyday import note
from linli.matters.models import Beyond, Event, Matter, Seal, Sum
from linli.matters.verify import verify
from linli.policy.load import load_profile
from linli.policy.models import Term
from linli.staff.models import User
from tests.keeping.conftest import Told
from tests.keeping.seen import seen
from tests.keeping.telling import AT, KEPT
from tests.pebble.kind import PEBBLE
from tests.seen import kept_is_true
from tests.town import PHONE, ZHOU, opened, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def restored(told: Told, db: None) -> Told:
    with told.file.open("rb") as lines:
        *_steps, done = restore(lines)
    assert done.outcome is not None
    assert done.outcome.head == told.head
    return told


def test_what_a_first_start_wrote_gives_way(told: Told, db: None) -> None:
    load_profile()
    with told.file.open("rb") as lines:
        *_steps, done = restore(lines)
    assert done.outcome is not None
    assert done.outcome.head == told.head


def test_the_log_of_the_office_names_the_same_table_by_another_number(told: Told, db: None) -> None:
    before = ContentType.objects.get_for_model(Term)
    pk = before.pk
    before.delete()
    ContentType.objects.clear_cache()
    with told.file.open("rb") as lines:
        list(restore(lines))
    now = LogEntry.objects.get().content_type
    assert now is not None
    assert (now.natural_key(), now.pk == pk) == (("policy", "term"), False)


def test_what_is_derived_comes_out_equal(restored: Told) -> None:
    make_anew(at=AT)
    assert seen() == restored.seen
    assert [name for name, (count, _digest) in restored.seen.items() if not count] == []


def test_who_sees_what_is_counted_once_and_not_carried_along(restored: Told) -> None:
    kept_is_true()
    assert Beyond.objects.exists()
    assert Sum.objects.exists()


def test_verify_is_clean_and_says_the_same_head(restored: Told) -> None:
    outcome = verify()
    assert outcome.differences == ()
    assert outcome.head == restored.head


def test_backed_up_again_it_is_the_same_line_by_line(restored: Told) -> None:
    again = io.BytesIO()
    *_steps, _total = back_up(again, at=AT)
    assert again.getvalue().splitlines(keepends=True)[1:-1] == restored.lines[1:-1]


def test_attachments_come_along_sealed_and_erased_ones_do_not(restored: Told, own_files: Path) -> None:
    (kept,) = (place for place in own_files.rglob("*") if place.is_file())
    assert files.opened(kept.name) == KEPT
    assert kept.read_bytes() == (restored.data / "files" / kept.parent.name / kept.name).read_bytes()


def test_no_personal_word_stands_in_the_file(told: Told) -> None:
    content = told.file.read_bytes()
    for word in (ZHOU, PHONE, "周桂兰", "13800000011"):
        assert word.encode() not in content
    assert b"somebody's paper" not in content


def test_the_ledger_goes_on_where_it_stood(restored: Told) -> None:
    last = Event.objects.order_by("-pk").values_list("pk", flat=True)[0]
    mei, north = User.objects.get(username="mei"), Matter.objects.filter(kind="pebble").earliest("pk").unit
    told = {"title": "又一颗", "finder": ZHOU, "phone": PHONE, "size": "small"}
    matter = opened(PEBBLE, by=mei, unit=north, told=told, at=AT)
    said(note, Matter.objects.filter(kind="pebble").earliest("pk"), by=mei, at=AT, text="还在原处。")
    assert Matter.objects.filter(number=matter.number).count() == 1
    assert Event.objects.filter(pk__gt=last).count() > 1
    assert verify().differences == ()


def test_the_newest_head_is_written_outside_again(restored: Told) -> None:
    newest = Seal.objects.latest("last")
    assert anchored() == [(newest.last, newest.hash)]


def test_a_table_is_carried_unless_it_says_why_not() -> None:
    every = {tables.label(model) for model in tables.every()}
    named = tables.TOLD | tables.MADE_ANEW | tables.LEFT
    assert named <= every
    assert {tables.label(model) for model in tables.carried()} == every - named


def test_what_is_over_with_its_machine_is_left(told: Told) -> None:
    left = [line for line in told.lines if any(f'"of":"{name}"'.encode() in line for name in tables.LEFT)]
    assert left == []
