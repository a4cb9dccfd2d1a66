"""Saying a command to a matter: what it changes, who may, and what happens to the one who comes second."""

import hashlib
from datetime import timedelta

import pytest
from django.http import Http404

from linli.ground.chain import canonical
from linli.matters.access import visible
from linli.matters.command import Command
from linli.matters.commands import Conflict, Done, NotAllowed, Refused, SentBefore, carry_out, open_matter
from linli.matters.everyday import note
from linli.matters.models import Event, Matter, Receipt
from linli.policy.models import Series, Term
from linli.staff.hiring import stand_in
from linli.staff.models import User
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.town import MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Town, facts_of, pebble, said, saying, state_of, viewing

pytestmark = pytest.mark.django_db

KEY = "6f1f7c1a-5f5e-4c9c-9d0c-0d7a2b7f1e11"


def noted(town: Town, matter: Matter, *, by: User, version: int, key: str = KEY) -> Done:
    told = {"text": "量过尺寸了。"}
    return carry_out(note, matter.number, told=told, saying=saying(by, at=TUESDAY, version=version, key=key))


def test_an_opened_matter_has_its_number_its_unit_and_its_first_event(town: Town) -> None:
    matter = pebble(town)
    assert matter.number == "PEBBLE-2026-000001"
    assert (matter.unit, matter.unit_1, matter.unit_3) == (town.north, town.county.pk, town.north.pk)
    assert (matter.opened_at, matter.touched_at, matter.closed_at) == (MONDAY, MONDAY, None)
    assert facts_of(matter) == ["Found", "Turned"]
    assert Event.objects.filter(matter=matter, seq=1).get().user == town.mei


def test_a_command_moves_the_row_and_remembers_who_with_which_post(town: Town) -> None:
    matter = said(commands.carry, pebble(town), by=town.wang, at=TUESDAY)
    event = Event.objects.get(matter=matter, fact="Carried")
    post = town.wang.posts.get()
    assert (event.user, event.post, event.behalf, event.at) == (town.wang, post, None, TUESDAY)
    assert (matter.stage, matter.phase, matter.holder) == ("carried", "handling", town.wang)
    assert matter.due_at == state_of(matter).marks["limit"].at


def test_the_same_post_again_changes_nothing_and_answers_the_same(town: Town) -> None:
    matter = pebble(town)
    first, again = (noted(town, matter, by=town.mei, version=matter.version) for _time in range(2))
    assert (first.again, again.again) == (False, True)
    assert first.matter == again.matter
    assert facts_of(matter).count("Noted") == 1
    noted(town, matter, by=town.mei, version=first.matter.version, key="another")
    assert facts_of(matter).count("Noted") == 2


@pytest.mark.parametrize(
    ("command", "told"),
    [(note, {"text": "别的话。"}), (commands.warn, {}), (note, {"text": "量过尺寸了。", "public": True})],
)
def test_the_same_key_with_another_verb_or_other_words_is_refused(
    town: Town, command: Command, told: dict[str, object]
) -> None:
    matter = noted(town, pebble(town), by=town.mei, version=1).matter
    with pytest.raises(SentBefore, match="已经提交过"):
        carry_out(command, matter.number, told=told, saying=saying(town.mei, at=TUESDAY, version=1, key=KEY))
    assert facts_of(matter) == ["Found", "Turned", "Noted"]
    assert noted(town, matter, by=town.mei, version=1).again


def test_the_same_key_for_another_matter_or_another_opening_is_refused(town: Town) -> None:
    told = {"title": "石子", "size": "small"}
    first = open_matter(PEBBLE, unit=town.north, told=told, saying=saying(town.mei, at=MONDAY, key=KEY)).matter
    with pytest.raises(SentBefore):
        noted(town, first, by=town.mei, version=first.version)
    with pytest.raises(SentBefore):
        changed = {**told, "title": "两颗石子"}
        open_matter(PEBBLE, unit=town.north, told=changed, saying=saying(town.mei, at=MONDAY, key=KEY))
    assert Matter.objects.count() == 1


def test_a_receipt_tells_nothing_of_what_was_said(town: Town) -> None:
    noted(town, pebble(town), by=town.mei, version=1)
    content = Receipt.objects.get(key=KEY).content
    assert len(content) == 64
    guessed = canonical({"verb": "note", "number": "PEBBLE-2026-000001", "told": {"text": "量过尺寸了。"}})
    assert content != hashlib.sha256(guessed.encode()).hexdigest()


def test_a_receipt_from_before_digests_answers_as_it_did(town: Town) -> None:
    matter = noted(town, pebble(town), by=town.mei, version=1).matter
    Receipt.objects.filter(key=KEY).update(content="")
    done = carry_out(commands.warn, matter.number, told={}, saying=saying(town.mei, at=TUESDAY, version=1, key=KEY))
    assert done.again


def test_the_same_key_of_somebody_else_is_another_post(town: Town) -> None:
    matter = pebble(town)
    first = noted(town, matter, by=town.mei, version=matter.version)
    noted(town, matter, by=town.wang, version=first.matter.version)
    assert facts_of(matter).count("Noted") == 2


def test_a_matter_is_opened_once_by_the_same_post_twice(town: Town) -> None:
    told = {"title": "石子", "size": "small"}
    first, again = (
        open_matter(PEBBLE, unit=town.north, told=told, saying=saying(town.mei, at=MONDAY, key=KEY))
        for _time in range(2)
    )
    assert (first.matter, again.again) == (again.matter, True)
    assert Matter.objects.count() == 1
    assert Series.objects.get(code="pebble").last == 1


def test_who_comes_second_gets_a_conflict_and_nothing_is_recorded(town: Town) -> None:
    matter = pebble(town)
    noted(town, matter, by=town.mei, version=matter.version)
    with pytest.raises(Conflict):
        noted(town, matter, by=town.wang, version=matter.version)
    assert facts_of(matter).count("Noted") == 1
    assert not Receipt.objects.filter(user=town.wang).exists()
    matter.refresh_from_db()
    noted(town, matter, by=town.wang, version=matter.version)
    assert facts_of(matter).count("Noted") == 2


def test_a_turn_of_the_clock_does_not_make_an_open_form_stale(town: Town) -> None:
    matter = said(commands.carry, pebble(town), by=town.wang, at=MONDAY)
    late = matter.due_at
    assert late is not None
    told = saying(town.wang, at=late + timedelta(hours=1), version=matter.version)
    moved = carry_out(commands.bring_home, matter.number, told={}, saying=told).matter
    assert facts_of(moved)[-4:] == ["Turned", "Turned", "BroughtHome", "Turned"]


def test_an_outsider_finds_no_matter_and_cannot_say_a_word_to_it(town: Town) -> None:
    matter = pebble(town)
    assert list(visible(viewing(town.mei))) == [matter]
    assert not visible(viewing(town.sun)).exists()
    with pytest.raises(Http404):
        noted(town, matter, by=town.sun, version=matter.version)
    with pytest.raises(Http404):
        noted(town, matter, by=town.fang, version=matter.version)


def test_who_sees_it_but_has_no_such_act_is_not_allowed(town: Town) -> None:
    matter = pebble(town)
    assert visible(viewing(town.lei)).get() == matter
    with pytest.raises(NotAllowed):
        noted(town, matter, by=town.lei, version=matter.version)
    assert noted(town, matter, by=town.mei, version=matter.version).matter == matter


def test_nobody_opens_a_matter_in_a_unit_of_others(town: Town) -> None:
    told = {"title": "石子"}
    with pytest.raises(NotAllowed):
        open_matter(PEBBLE, unit=town.south, told=told, saying=saying(town.mei, at=MONDAY))
    assert open_matter(PEBBLE, unit=town.north, told=told, saying=saying(town.mei, at=MONDAY)).matter.seq == 2


def test_a_refusal_says_why_and_leaves_no_trace(town: Town) -> None:
    matter = pebble(town)
    with pytest.raises(Refused):
        said(commands.bring_home, matter, by=town.wang, at=TUESDAY)
    assert not Receipt.objects.filter(user=town.wang).exists()
    matter = said(commands.carry, matter, by=town.wang, at=TUESDAY)
    assert said(commands.bring_home, matter, by=town.wang, at=TUESDAY).stage == "home"


def test_without_a_term_the_refusal_says_what_to_do(town: Town) -> None:
    matter = pebble(town)
    Term.objects.filter(code="pebble.limit").update(valid_until=MONDAY.date() - timedelta(days=1))
    Term.objects.get(code="pebble.limit").save()
    with pytest.raises(Refused, match=r"pebble\.limit"):
        said(commands.carry, matter, by=town.wang, at=TUESDAY)


def test_a_stand_in_acts_for_the_one_who_is_away_and_is_named_beside_them(town: Town) -> None:
    matter = pebble(town)
    days = {"from_on": TUESDAY.date(), "until_on": TUESDAY.date()}
    stand_in(town.sun, post=town.wang.posts.get(), reason="外出培训", **days)
    moved = said(commands.carry, matter, by=town.sun, at=TUESDAY)
    event = Event.objects.get(matter=moved, fact="Carried")
    assert (event.user, event.behalf, event.post) == (town.sun, town.wang, town.wang.posts.get())
    with pytest.raises(Http404):
        said(commands.bring_home, moved, by=town.sun, at=WEDNESDAY)


def test_who_passed_a_matter_on_out_of_their_sight_still_gets_their_answer(town: Town) -> None:
    matter = said(commands.pass_on, pebble(town), by=town.mei, at=TUESDAY, unit=town.south)
    assert (matter.unit, matter.stage) == (town.south, "found")
    assert visible(viewing(town.sun)).get() == matter
    assert not visible(viewing(town.mei)).exists()


def test_moments_never_run_backwards_in_one_timeline(town: Town) -> None:
    matter = said(note, pebble(town, at=THURSDAY), by=town.mei, at=TUESDAY, text="补记")
    moments = list(Event.objects.filter(matter=matter).order_by("seq").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert matter.touched_at == THURSDAY
