"""The heart beats by a clock it can believe: by a wrong one it turns nothing and seals nothing."""

import threading
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from django.utils.translation import override

from linli.ground.doubt import BEHIND, SET, Reading
from linli.matters import heart as heart_room
from linli.matters.everyday import note
from linli.matters.heart import Done, Doubted, Heart
from linli.matters.models import ClockConfirmed, Event, Mark, Matter, Seal, Standing
from linli.matters.newest import confirm, newest_at
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.town import FRIDAY, MONDAY, NEXT_MONDAY, TUESDAY, WEDNESDAY, Town, pebble, said

pytestmark = pytest.mark.django_db

BEAT, DAY = timedelta(seconds=15), timedelta(days=1)
LATER = NEXT_MONDAY + 30 * DAY


@pytest.fixture
def carried(town: Town) -> Matter:
    """Due within the next week, and the newest thing in the ledger."""
    return said(commands.carry, pebble(town, at=TUESDAY), by=town.wang, at=TUESDAY)


def ran(at: datetime) -> timedelta:
    return at - MONDAY


def test_a_beat_turns_what_is_due_and_seals_what_is_new(carried: Matter) -> None:
    heart, events = Heart(), Event.objects.count()
    assert heart.beat(Reading(TUESDAY, ran(TUESDAY))) == Done(again=0, turned=0, redated=0, sealed=events, swept=0)
    assert not heart.beat(Reading(TUESDAY + BEAT, ran(TUESDAY + BEAT)))
    asleep = heart.beat(Reading(LATER, ran(LATER)))
    assert (asleep.turned, asleep.sealed) == (1, 2)


def test_a_clock_set_forward_turns_and_seals_nothing_until_the_next_beat_agrees(carried: Matter) -> None:
    heart, events = Heart(), Event.objects.count()
    heart.beat(Reading(TUESDAY, ran(TUESDAY)))
    with pytest.raises(Doubted) as doubted:
        heart.beat(Reading(LATER, ran(TUESDAY + BEAT)))
    assert (doubted.value.why, "2026-04-08 09:00:00+08:00" in str(doubted.value)) == (SET, True)
    assert (Event.objects.count(), Seal.objects.count()) == (events, 1)
    assert heart.beat(Reading(LATER + BEAT, ran(TUESDAY + 2 * BEAT))).turned == 1


def test_a_clock_set_forward_and_right_again_has_turned_nothing(carried: Matter) -> None:
    heart, events = Heart(), Event.objects.count()
    heart.beat(Reading(TUESDAY, ran(TUESDAY)))
    for at in (LATER, TUESDAY + 2 * BEAT):
        with pytest.raises(Doubted):
            heart.beat(Reading(at, ran(TUESDAY + BEAT)))
    assert not heart.beat(Reading(TUESDAY + 3 * BEAT, ran(TUESDAY + 2 * BEAT)))
    assert (Event.objects.count(), Seal.objects.count()) == (events, 1)


def test_a_clock_behind_the_newest_event_or_seal_seals_nothing(carried: Matter) -> None:
    with pytest.raises(Doubted) as doubted:
        Heart().beat(Reading(MONDAY, ran(MONDAY)))
    assert doubted.value.why == BEHIND
    assert not Seal.objects.exists()
    assert Heart().beat(Reading(TUESDAY - timedelta(minutes=4), ran(TUESDAY))).sealed
    Heart().beat(Reading(WEDNESDAY, ran(WEDNESDAY)))
    assert newest_at() == TUESDAY


def test_a_seal_newer_than_the_last_event_speaks_against_a_clock_too(carried: Matter) -> None:
    Heart().beat(Reading(FRIDAY, ran(FRIDAY)))
    assert newest_at() == FRIDAY
    with pytest.raises(Doubted):
        Heart().beat(Reading(WEDNESDAY, ran(WEDNESDAY)))


def test_once_confirmed_the_heart_goes_on_and_heeds_what_is_written_from_then_on(carried: Matter, town: Town) -> None:
    said(note, pebble(town, at=LATER), by=town.mei, at=LATER, text="钟快了一个月。")
    with pytest.raises(Doubted):
        Heart().beat(Reading(WEDNESDAY, ran(WEDNESDAY)))
    assert confirm(at=WEDNESDAY)
    assert Heart().beat(Reading(WEDNESDAY, ran(WEDNESDAY))).sealed
    assert not confirm(at=LATER)
    said(note, carried, by=town.mei, at=LATER + DAY, text="钟又快了。")
    with pytest.raises(Doubted):
        Heart().beat(Reading(FRIDAY, ran(FRIDAY)))


def unreadable(matter: Matter) -> str:
    Standing.objects.filter(pk=matter.pk).update(state="{")
    return matter.number


def test_a_matter_that_cannot_be_read_is_named_and_keeps_no_other_from_turning(
    carried: Matter, town: Town, spoilt: None
) -> None:
    others = [said(commands.carry, pebble(town, at=TUESDAY), by=town.wang, at=TUESDAY) for _time in range(4)]
    number = unreadable(others[1])
    for _beat in range(2):
        done = Heart().beat(Reading(LATER, ran(LATER)))
        (named,) = done.broken
        assert named.startswith(f"{number}: ")
    turned = Matter.objects.filter(colour="orange").values_list("pk", flat=True)
    assert set(turned) == {carried.pk, others[0].pk, others[2].pk, others[3].pk}
    assert Seal.objects.exists()


def test_an_unreadable_matter_keeps_no_other_from_being_judged_or_dated_again(
    carried: Matter, town: Town, spoilt: None
) -> None:
    fresh = said(commands.carry, pebble(town, at=TUESDAY), by=town.wang, at=TUESDAY)
    number = unreadable(carried)
    Matter.objects.update(judged_under="older")
    Mark.objects.update(provisional=True)
    done = Heart().beat(Reading(TUESDAY, ran(TUESDAY)))
    assert (done.again, [named.split(":")[0] for named in done.broken]) == (1, [number])
    assert Matter.objects.get(pk=fresh.pk).judged_under == PEBBLE.table


def test_a_work_that_fails_keeps_the_heart_from_nothing_else(carried: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(**_more: object) -> int:
        raise RuntimeError("no table")

    monkeypatch.setattr(heart_room, "judge_again", fails)
    done = Heart().beat(Reading(LATER, ran(LATER)))
    assert (done.turned, done.sealed > 0, done.broken) == (1, True, ("RuntimeError no table",))


@override("en")
def test_the_command_does_all_else_and_then_ends_with_the_name_of_the_broken_one(town: Town, spoilt: None) -> None:
    long_ago = timezone.now() - 40 * DAY
    fine, bad = (said(commands.carry, pebble(town, at=long_ago), by=town.wang, at=long_ago) for _time in range(2))
    number, answer = unreadable(bad), StringIO()
    with pytest.raises(CommandError, match=number):
        call_command("tick", stdout=answer)
    assert "1 turned" in answer.getvalue()
    assert Matter.objects.get(pk=fine.pk).colour == "orange"
    assert Seal.objects.exists()


@override("en")
def test_the_command_refuses_a_clock_behind_the_ledger_until_it_is_confirmed(town: Town) -> None:
    pebble(town, at=timezone.now() + DAY)
    with pytest.raises(CommandError, match=r"say \./linli tick --trust-clock once"):
        call_command("tick")
    assert not Seal.objects.exists()
    answer = StringIO()
    call_command("tick", "--trust-clock", stdout=answer)
    assert "taken to be right" in answer.getvalue()
    assert "2 events sealed" in answer.getvalue()
    call_command("tick")
    call_command("tick", "--trust-clock")
    assert ClockConfirmed.objects.count() == 2


@override("en")
def test_a_heart_that_goes_on_says_its_doubt_once_and_beats_again_when_it_is_over(town: Town) -> None:
    pebble(town, at=timezone.now() + DAY)
    answer, complaint = StringIO(), StringIO()
    call_command("tick", every=0.001, stop=Stop(confirmed_after=3, beats=5), stdout=answer, stderr=complaint)
    assert [line[:30] for line in complaint.getvalue().splitlines()] == [
        "The clock of this machine says",
        "The clock is believed again; t",
    ]
    assert "2 events sealed" in answer.getvalue()


@override("en")
def test_a_heart_that_goes_on_says_that_what_it_did_is_routine(town: Town) -> None:
    pebble(town, at=timezone.now())
    answer = StringIO()
    call_command("tick", every=0.001, stop=Stop(confirmed_after=0, beats=2), stdout=answer)
    told = answer.getvalue().splitlines()
    assert told[0].startswith("Heartbeat, as a matter of routine: 0 judged again, ")
    assert all(line.startswith("Heartbeat, as a matter of routine: ") for line in told)


class Stop(threading.Event):
    """Somebody confirms the clock after a few beats, and ends the beating after some more."""

    def __init__(self, *, confirmed_after: int, beats: int) -> None:
        super().__init__()
        self.confirmed_after, self.beats, self.waited = confirmed_after, beats, 0

    def wait(self, timeout: float | None = None) -> bool:
        self.waited += 1
        if self.waited == self.confirmed_after:
            confirm(at=timezone.now())
        if self.waited == self.beats:
            self.set()
        return self.is_set()
