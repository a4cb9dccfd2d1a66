"""A later colour table judges from now on: no stored row becomes wrong by it, and no past event changes."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from linli.colours.colour import Colour
from linli.colours.rule import Rule
from linli.matters import kind, turning
from linli.matters.models import Event, Matter, Standing
from linli.matters.state import State
from linli.matters.turning import judge_again, turn_due
from linli.matters.verify import verify
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.pebble.rules import CARRIED, RULES
from tests.town import FRIDAY, MONDAY, NEXT_MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Town, pebble, said

pytestmark = pytest.mark.django_db

HURRIED = Rule(Colour.ORANGE, "Hurry", stages=CARRIED, after="limit", earlier=timedelta(days=5))
STRICTER = (*RULES[:2], HURRIED, *RULES[3:])
FRESH = Rule(Colour.YELLOW, "Just taken up", stages=CARRIED)
UNDER_WAY = Rule(Colour.YELLOW, "On its way home", stages=CARRIED, after="limit", earlier=timedelta(days=6))
FINER = (*RULES[:2], UNDER_WAY, FRESH, *RULES[4:])
Changed = Callable[[tuple[Rule, ...]], None]


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch) -> Changed:
    """The pebble with another colour table, as after an upgrade."""

    def change(rules: tuple[Rule, ...]) -> None:
        monkeypatch.setitem(kind._KINDS, "pebble", replace(PEBBLE, rules=rules))

    return change


@pytest.fixture
def carried(town: Town) -> Matter:
    """Carried on Monday, to be home a week later."""
    matter = said(commands.carry, pebble(town), by=town.wang, at=MONDAY)
    assert matter.due_at is not None
    assert WEDNESDAY < matter.due_at - HURRIED.earlier < THURSDAY
    return matter


def told(matter: Matter) -> list[tuple[str, str, datetime]]:
    """What happened after the carrying, with the colour where one turned."""
    rows = Event.objects.filter(matter=matter, seq__gt=matter.seq).order_by("seq")
    return [(row.fact, json.loads(row.payload).get("colour", ""), row.at) for row in rows]


def now(matter: Matter) -> Matter:
    return Matter.objects.get(pk=matter.pk)


def test_a_changed_table_makes_no_difference_and_the_tick_turns_colours_from_then_on(
    carried: Matter, changed: Changed
) -> None:
    past = list(Event.objects.order_by("pk").values())
    changed(STRICTER)
    assert verify().differences == ()
    assert judge_again(at=FRIDAY) == 1
    assert told(carried) == [("Turned", "orange", FRIDAY)]
    assert (now(carried).colour, now(carried).because, now(carried).turns_at) == ("orange", "Hurry", carried.due_at)
    assert list(Event.objects.order_by("pk").values())[:-1] == past
    assert verify().differences == ()
    assert judge_again(at=FRIDAY) == 0


def test_where_the_colour_stays_nothing_is_said_but_the_next_turn_is_the_later_tables(
    carried: Matter, changed: Changed
) -> None:
    assert carried.due_at is not None
    changed(STRICTER)
    assert judge_again(at=TUESDAY) == 1
    assert told(carried) == []
    assert now(carried).turns_at == carried.due_at - HURRIED.earlier
    assert now(carried).version == carried.version
    assert verify().differences == ()
    assert turn_due(at=FRIDAY) == 1
    assert told(carried) == [("Turned", "orange", carried.due_at - HURRIED.earlier)]
    assert verify().differences == ()


def test_a_row_that_began_before_it_was_judged_again_needs_no_event_to_be_in_order(
    carried: Matter, changed: Changed
) -> None:
    changed(FINER)
    assert judge_again(at=THURSDAY) == 1
    assert told(carried) == []
    assert now(carried).turns_at == carried.due_at
    assert verify().differences == ()


def test_a_command_between_the_change_and_the_tick_works_and_leaves_the_tick_nothing(
    carried: Matter, changed: Changed, town: Town
) -> None:
    changed(STRICTER)
    said(commands.warn, carried, by=town.mei, at=FRIDAY)
    assert told(carried) == [("Turned", "orange", FRIDAY), ("Warned", "", FRIDAY), ("Turned", "red", FRIDAY)]
    assert verify().differences == ()
    assert judge_again(at=FRIDAY) == 0


def test_a_turn_that_fell_due_unsaid_under_the_old_table_is_dated_when_the_later_one_judges(
    carried: Matter, changed: Changed
) -> None:
    changed(STRICTER)
    assert turn_due(at=NEXT_MONDAY + timedelta(days=2)) == 1
    assert told(carried) == [("Turned", "orange", NEXT_MONDAY + timedelta(days=2))]
    assert (now(carried).because, now(carried).turns_at) == ("Not home in time", None)
    assert verify().differences == ()


def test_a_closed_matter_is_not_judged_again_and_stays_in_order(carried: Matter, changed: Changed, town: Town) -> None:
    home = said(commands.bring_home, carried, by=town.wang, at=TUESDAY)
    changed(STRICTER)
    assert judge_again(at=FRIDAY) == 0
    assert now(home).judged_under == PEBBLE.table
    assert verify().differences == ()


def test_under_either_table_a_next_turn_that_was_changed_by_hand_is_named(
    carried: Matter, changed: Changed, spoilt: None
) -> None:
    changed(STRICTER)
    for _table in ("old", "present"):
        with transaction.atomic():
            Matter.objects.filter(pk=carried.pk).update(turns_at=TUESDAY)
            assert {one.number for one in verify().differences} == {carried.number}
            transaction.set_rollback(True)
        judge_again(at=TUESDAY)
    state = Standing.objects.get(pk=carried.pk).state
    turns_at = json.loads(state)["turns_at"]
    Standing.objects.filter(pk=carried.pk).update(state=state.replace(turns_at, turns_at.replace("2026", "2027")))
    assert [one.what for one in verify().differences] == ["the stored state is not what the timeline gives"]


def test_colour_and_reason_answer_to_the_events_under_any_table(
    carried: Matter, changed: Changed, spoilt: None
) -> None:
    changed(STRICTER)
    Matter.objects.filter(pk=carried.pk).update(colour="green")
    assert [one.what for one in verify().differences] == ["the row's colour is not what the timeline gives"]


def test_many_are_judged_again_a_batch_at_a_time_and_one_beat_does_not_do_more_than_it_may(
    carried: Matter, changed: Changed, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _number in range(4):
        pebble(town)
    monkeypatch.setattr(turning, "BATCH", 2)
    changed(STRICTER)
    assert judge_again(at=FRIDAY, most=2) == 2
    assert verify().differences == ()
    assert judge_again(at=FRIDAY) == 3
    assert Event.objects.filter(fact="Turned", at=FRIDAY).count() == 1
    assert verify().differences == ()


def test_matters_from_before_the_fingerprint_was_kept_are_judged_once(carried: Matter) -> None:
    Matter.objects.filter(pk=carried.pk).update(judged_under="")
    assert verify().differences == ()
    assert [judge_again(at=TUESDAY), judge_again(at=TUESDAY)] == [1, 0]
    assert now(carried).turns_at == carried.turns_at
    assert told(carried) == []


def test_while_no_table_changed_the_tick_asks_twice_for_each_kind_and_writes_nothing(carried: Matter) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert judge_again(at=TUESDAY) == 0
    assert len(asked) == 2 * len(kind.kinds())
    assert {query["sql"].split()[0] for query in asked.captured_queries} == {"SELECT"}


def test_what_another_table_judged_is_found_by_index(carried: Matter) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # Of so few rows any index will do: only one of them needs no sorting.
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    for rows in turning._under_other_tables(PEBBLE):
        assert "matter_judged" in rows.explain()


def test_a_stage_with_another_deadline_gives_it_to_the_row_at_the_next_tick_and_makes_no_difference(
    carried: Matter, monkeypatch: pytest.MonkeyPatch
) -> None:
    stages = {**PEBBLE.stages, "carried": replace(PEBBLE.stages["carried"], due=(), phase="confirming")}
    monkeypatch.setitem(kind._KINDS, "pebble", replace(PEBBLE, stages=stages))
    assert verify().differences == ()
    assert judge_again(at=TUESDAY) == 1
    assert (now(carried).due_at, now(carried).phase, told(carried)) == (None, "confirming", [])
    assert verify().differences == ()


def test_the_deadline_of_a_stage_is_the_first_of_its_marks_that_stands(carried: Matter) -> None:
    state, stage = State.read(Standing.objects.get(pk=carried.pk).state), PEBBLE.stages["carried"]
    state.marks["visit"] = replace(state.marks["limit"], at=TUESDAY)
    assert [replace(stage, due=due).deadline(state) for due in (("limit", "visit", "none"), ("limit",), ("none",))] == [
        "visit",
        "limit",
        "",
    ]
