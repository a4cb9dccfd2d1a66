"""Words: kept beside the events, masked until opened, bound to their place, erasable without breaking the chain."""

import pytest

from linli.ground.seal import CannotOpen
from linli.matters.everyday import erase, note, rename
from linli.matters.models import Event, Look, Matter, Words
from linli.matters.reading import log_look, opened_by, private_fields
from linli.matters.verify import verify
from linli.matters.words import words_of
from linli.staff.posts import held
from tests.pebble.facts import Found
from tests.town import MONDAY, TUESDAY, ZHOU, Town, pebble, said, state_of

pytestmark = pytest.mark.django_db


def erased(town: Town, matter: Matter, *, of: int) -> Matter:
    told = {"of": of, "fields": private_fields(matter, of), "ground": "request"}
    return said(erase, matter, by=town.chen, at=TUESDAY, **told)


def test_personal_words_are_masked_until_their_event_is_opened(town: Town) -> None:
    matter = pebble(town)
    book = words_of(matter, masks=Found.masked, withheld=frozenset())
    assert (book.at(1, "finder").text, book.at(1, "phone").text) == ("周**", "138****0013")
    opened = words_of(matter, opened=frozenset({1}), masks=Found.masked, withheld=frozenset())
    assert (opened.at(1, "finder").text, opened.at(1, "phone").text) == (ZHOU, "13800000013")
    assert book.at(1, "title").text == "桥头的石子"


def test_personal_words_are_nowhere_in_the_clear(town: Town) -> None:
    matter = pebble(town)
    rows = [*Words.objects.values_list("text"), *Event.objects.values_list("payload", "digests")]
    assert "周阿婆" not in repr(rows)
    assert "13800000013" not in repr(rows)
    assert "桥头" not in state_of(matter).written() + repr(list(Event.objects.values_list("payload")))


def test_words_moved_to_another_event_cannot_be_opened(town: Town, spoilt: None) -> None:
    first, second = pebble(town), pebble(town)
    stolen = Words.objects.get(matter=first, field="finder").sealed
    Words.objects.filter(matter=second, field="finder").update(sealed=stolen)
    with pytest.raises(CannotOpen):
        words_of(second, withheld=frozenset())


def test_erased_words_are_gone_and_everything_still_verifies(town: Town) -> None:
    matter = erased(town, pebble(town), of=1)
    book = words_of(matter, opened=frozenset({1}), withheld=frozenset())
    assert [book.at(1, name).erased for name in ("finder", "phone", "title")] == [True, True, True]
    rows = Words.objects.filter(matter=matter, seq=1)
    assert {(row.text, row.sealed, row.salt) for row in rows} == {("", None, "")}
    assert matter.title == ""
    assert verify().differences == ()


def test_erasing_a_note_leaves_the_other_words(town: Town) -> None:
    matter = said(note, pebble(town), by=town.mei, at=TUESDAY, text="阿婆家住桥东。")
    matter = erased(town, matter, of=matter.seq)
    assert matter.title == "桥头的石子"
    assert [row.field for row in Words.objects.exclude(erased_at=None)] == ["text"]
    assert verify().differences == ()


def test_a_new_title_shows_in_the_row_and_erasing_it_does_not_bring_back_the_old(town: Town) -> None:
    matter = said(rename, pebble(town), by=town.mei, at=TUESDAY, title="桥东的大石子")
    assert matter.title == "桥东的大石子"
    matter = erased(town, matter, of=matter.seq)
    assert matter.title == ""
    assert verify().differences == ()


def test_erasing_an_older_title_leaves_the_newer_one(town: Town) -> None:
    matter = said(rename, pebble(town), by=town.mei, at=TUESDAY, title="桥东的大石子")
    matter = erased(town, matter, of=1)
    assert matter.title == "桥东的大石子"
    assert verify().differences == ()


def test_words_erased_behind_the_gate_are_noticed(town: Town, spoilt: None) -> None:
    matter = pebble(town)
    Words.objects.filter(matter=matter, field="finder").update(sealed=None, salt="", erased_at=TUESDAY)
    (difference,) = verify().differences
    assert (difference.number, difference.seq) == (matter.number, 1)
    assert "finder" in difference.what


def test_a_look_is_logged_with_its_purpose_once_in_ten_minutes(town: Town) -> None:
    matter = pebble(town)
    (by,) = held(town.mei, on=MONDAY.date())
    for purpose in ("handling", "handling", "audit"):
        log_look(matter, seq=1, by=by, purpose=purpose, at=MONDAY)
    assert sorted(Look.objects.values_list("purpose", flat=True)) == ["audit", "handling"]
    among = frozenset({1, 2})
    assert opened_by(matter, user=town.mei.pk, among=among, at=MONDAY) == {1}
    assert opened_by(matter, user=town.mei.pk, among=among, at=TUESDAY) == frozenset()
    assert opened_by(matter, user=town.wang.pk, among=among, at=MONDAY) == frozenset()
