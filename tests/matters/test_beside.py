"""One step in two matters: each gets its own event by its own rules, or neither gets any."""

import pytest

from linli.ground.text import msg
from linli.matters.command import Beside, Command, Decision, Refused, Scene, command
from linli.matters.everyday import Noted
from linli.matters.models import Matter, Standing
from linli.matters.verify import verify
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.reads import reads
from tests.town import MONDAY, TUESDAY, WEDNESDAY, Town, facts_of, opened, pebble, said

pytestmark = pytest.mark.django_db


@command(msg("Write a note"), act="note", beside=("other",))
def note_both(scene: Scene) -> Decision:
    """Told: other, verb."""
    other, verb = scene.told["other"], scene.told["verb"]
    if scene.seen(other) is None:
        raise Refused("no such matter")
    told = {"text": f"see {scene.number}"}
    return Decision((Noted(text=f"see {other}"),), beside=(Beside(other, verb, told),))


@command(msg("Write two notes"), act="note", beside=("other",))
def note_twice(scene: Scene) -> Decision:
    """Told: other, unit. The first step beside it may take the other matter out of reach of the second."""
    other, unit = scene.told["other"], scene.told["unit"]
    first = Beside(other, "pass_on", {"unit": unit}) if unit else Beside(other, "note", {"text": "first"})
    return Decision((Noted(text=f"see {other}"),), beside=(first, Beside(other, "note", {"text": "second"})))


def both(first: Matter, second: Matter, town: Town, *, verb: str = "note", step: Command = note_both) -> Matter:
    return said(step, first, by=town.gu, at=TUESDAY, other=second.number, verb=verb)


def test_both_get_their_event_whichever_is_named_first(town: Town) -> None:
    first, second = pebble(town), pebble(town)
    first = both(first, second, town)
    assert (facts_of(first)[-1], facts_of(second)[-1]) == ("Noted", "Noted")
    second.refresh_from_db()
    both(second, first, town)
    first.refresh_from_db()
    assert (first.touched_at, facts_of(first).count("Noted"), facts_of(second).count("Noted")) == (TUESDAY, 2, 2)


def test_the_other_catches_up_the_turns_that_fell_due(town: Town) -> None:
    first, second = pebble(town), said(commands.carry, pebble(town), by=town.wang, at=MONDAY)
    later = second.turns_at
    assert later is not None
    said(note_both, first, by=town.gu, at=later, other=second.number, verb="note")
    assert facts_of(second)[-2:] == ["Turned", "Noted"]


@pytest.mark.parametrize("verb", ["calm", "erase", "nonsense"])
def test_when_the_other_may_not_be_told_neither_is(town: Town, verb: str) -> None:
    """No danger to calm; an act that the post does not give; a verb the other does not know."""
    first, second = pebble(town), pebble(town)
    with pytest.raises(Refused, match=second.number):
        both(first, second, town, verb=verb)
    assert (facts_of(first), facts_of(second)) == (["Found", "Turned"], ["Found", "Turned"])
    assert "Noted" in facts_of(both(first, second, town))


def test_two_steps_beside_it_in_the_same_matter_follow_one_after_the_other(town: Town) -> None:
    first, second = pebble(town), pebble(town)
    said(note_twice, first, by=town.gu, at=TUESDAY, other=second.number, unit=None)
    second.refresh_from_db()
    assert facts_of(second)[-2:] == ["Noted", "Noted"]
    assert second.seq == second.version == len(facts_of(second))
    assert verify().differences == ()


def test_the_second_of_them_is_said_where_the_first_left_it(town: Town) -> None:
    """Handed over by it to a unit where the post of who says it does nothing."""
    first, second = pebble(town), said(commands.carry, pebble(town), by=town.wang, at=MONDAY)
    before = [facts_of(matter) for matter in (first, second)]
    with pytest.raises(Refused, match=second.number):
        said(note_twice, first, by=town.gu, at=TUESDAY, other=second.number, unit=town.south)
    assert [facts_of(matter) for matter in (first, second)] == before
    said(commands.pass_on, second, by=town.gu, at=TUESDAY, unit=town.south)


def test_each_of_the_two_is_read_once_under_the_lock(town: Town) -> None:
    """Before it the one it is said to, the id of the other, and what the step itself looks up of that."""
    first, second = pebble(town), pebble(town)
    with reads() as read:
        both(first, second, town)
    found, ids, locked, looked_up = 1, 1, 1, 1
    assert read.of(Matter, Standing) == (found + ids + locked + looked_up, 2 + looked_up)


def test_the_second_of_two_in_the_same_matter_reads_its_state_and_not_its_row(town: Town) -> None:
    first, second = pebble(town), pebble(town)
    with reads() as read:
        said(note_twice, first, by=town.gu, at=TUESDAY, other=second.number, unit=None)
    found, ids, locked = 1, 1, 1
    assert read.of(Matter, Standing) == (found + ids + locked, 3)


def test_a_matter_of_another_unit_cannot_be_named(town: Town) -> None:
    first = pebble(town)
    told = {"title": "南边的石子", "finder": "", "phone": "", "size": "small"}
    foreign = opened(PEBBLE, by=town.sun, unit=town.south, told=told, at=MONDAY)
    with pytest.raises(Refused, match="no such matter"):
        both(first, foreign, town)
    said(note_both, first, by=town.chen, at=WEDNESDAY, other=foreign.number, verb="note")
    assert facts_of(foreign)[-1] == "Noted"
    assert verify().differences == ()
