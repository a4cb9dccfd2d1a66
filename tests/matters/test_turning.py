"""The tick: colours turn at their own moment however late it comes, and provisional dates are computed again."""

import json
import re
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from linli.colours.colour import Colour
from linli.ground.clock import moment
from linli.matters import turning
from linli.matters.facts import Turned, turned
from linli.matters.models import Event, Mark, Matter
from linli.matters.turning import redate_provisional, turn_due
from linli.matters.verify import verify
from linli.policy.models import CalendarYear, Holiday
from tests.pebble import commands
from tests.town import MONDAY, Town, facts_of, pebble, said, state_of

pytestmark = pytest.mark.django_db

LOCKS = re.compile("SAVEPOINT|UPDATE|INSERT|DELETE")
LAST_DAYS = moment(date(2026, 12, 28)) + timedelta(hours=9)


def carried(town: Town, *, at: datetime = MONDAY) -> Matter:
    return said(commands.carry, pebble(town, at=at), by=town.wang, at=at)


def turns(matter: Matter) -> list[tuple[str, datetime]]:
    rows = Event.objects.filter(matter=matter, fact="Turned", at__gt=MONDAY).order_by("seq")
    return [(json.loads(row.payload)["colour"], row.at) for row in rows]


def test_a_turn_tells_the_plain_name_of_the_colour_as_it_is_read_again() -> None:
    turn = turned("", Colour.RED, "Overdue")
    assert type(turn.colour) is str
    assert turn == Turned.reread(turn.payload())


def test_a_tick_that_comes_three_days_late_dates_each_turn_at_its_own_moment(town: Town) -> None:
    matter = carried(town)
    due_at = matter.due_at
    assert due_at is not None
    assert turn_due(at=due_at + timedelta(days=3)) == 1
    assert turns(matter) == [("yellow", due_at - timedelta(days=1)), ("orange", due_at)]
    matter.refresh_from_db()
    assert (matter.colour, matter.turns_at) == ("orange", None)
    assert verify().differences == ()


def test_a_tick_before_the_moment_changes_nothing(town: Town) -> None:
    matter = carried(town)
    assert matter.turns_at is not None
    assert turn_due(at=matter.turns_at - timedelta(seconds=1)) == 0
    assert turn_due(at=matter.turns_at) == 1
    assert turn_due(at=matter.turns_at) == 0


def test_a_turn_is_nobodys_act_and_makes_no_open_form_stale(town: Town) -> None:
    matter = carried(town)
    assert matter.turns_at is not None
    turn_due(at=matter.turns_at)
    event = Event.objects.filter(matter=matter).latest("seq")
    assert (event.fact, event.user, event.post) == ("Turned", None, None)
    moved = Matter.objects.get(pk=matter.pk)
    assert (moved.version, moved.seq) == (matter.version, matter.seq + 1)


def test_one_tick_turns_them_all_a_batch_at_a_time(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turning, "BATCH", 2)
    matters = [carried(town) for _number in range(5)]
    assert turn_due(at=MONDAY + timedelta(days=30)) == 5
    assert {Matter.objects.get(pk=matter.pk).colour for matter in matters} == {"orange"}


def test_a_matter_brought_home_turns_no_more(town: Town) -> None:
    matter = said(commands.bring_home, carried(town), by=town.wang, at=MONDAY)
    assert matter.turns_at is None
    assert turn_due(at=MONDAY + timedelta(days=30)) == 0


def test_a_date_that_crosses_an_unpublished_year_is_computed_again_when_the_year_is_published(town: Town) -> None:
    matter = carried(town, at=LAST_DAYS)
    before = state_of(matter).marks["limit"]
    assert before.provisional
    assert redate_provisional(at=LAST_DAYS) == 0
    publish_2027()
    assert redate_provisional(at=LAST_DAYS + timedelta(hours=1)) == 1
    after = state_of(Matter.objects.get(pk=matter.pk)).marks["limit"]
    assert (after.provisional, after.at - before.at) == (False, timedelta(days=3))
    assert after.basis["calendar"] != before.basis["calendar"]
    assert Mark.objects.get(matter=matter).at == after.at
    assert Matter.objects.get(pk=matter.pk).due_at == after.at
    assert facts_of(matter)[-1] == "Redated"
    assert redate_provisional(at=LAST_DAYS + timedelta(hours=2)) == 0
    assert verify().differences == ()


def test_while_the_calendar_stays_the_same_the_tick_takes_no_lock_and_asks_no_more_for_many(town: Town) -> None:
    asked = [queries_to_redate(town, matters=3, at=LAST_DAYS), queries_to_redate(town, matters=20, at=LAST_DAYS)]
    assert len(asked[0]) == len(asked[1]) <= 8
    assert not [sql for sql in asked[1] if LOCKS.search(sql)]


def test_dates_that_move_move_as_one_set(town: Town) -> None:
    asked = []
    for matters in (3, 23):
        hold_published_back()
        for _number in range(matters):
            carried(town, at=LAST_DAYS)
        publish_2027()
        asked.append(queries_to_redate(town, matters=0, at=LAST_DAYS + timedelta(hours=1)))
        assert not Mark.objects.filter(provisional=True).exists()
    assert len(asked[0]) == len(asked[1])
    assert Event.objects.filter(fact="Redated").count() == 26
    assert verify().differences == ()


def test_where_another_calendar_gives_the_same_date_nothing_is_said_and_nothing_locked(town: Town) -> None:
    matter = carried(town, at=LAST_DAYS)
    Holiday.objects.create(on=date(2026, 12, 12), working=True, name="补班")
    asked = queries_to_redate(town, matters=0, at=LAST_DAYS)
    assert asked
    assert not [sql for sql in asked if LOCKS.search(sql)]
    assert facts_of(matter)[-1] != "Redated"
    assert state_of(matter).marks["limit"].provisional


def test_dates_are_computed_again_a_batch_at_a_time(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turning, "BATCH", 2)
    for _number in range(5):
        carried(town, at=LAST_DAYS)
    publish_2027()
    assert redate_provisional(at=LAST_DAYS + timedelta(hours=1)) == 5
    assert verify().differences == ()


def test_a_closed_matter_keeps_the_date_it_was_closed_with(town: Town) -> None:
    matter = said(commands.bring_home, carried(town, at=LAST_DAYS), by=town.wang, at=LAST_DAYS)
    publish_2027()
    assert redate_provisional(at=LAST_DAYS + timedelta(hours=1)) == 0
    assert state_of(matter).marks["limit"].provisional


def queries_to_redate(town: Town, *, matters: int, at: datetime) -> list[str]:
    """What the tick asks, after so many more matters got a provisional date."""
    for _number in range(matters):
        carried(town, at=at)
    with CaptureQueriesContext(connection) as asked:
        redate_provisional(at=at)
    return [query["sql"] for query in asked.captured_queries]


def hold_published_back() -> None:
    CalendarYear.objects.filter(year=2027).delete()
    Holiday.objects.filter(on__year=2027).delete()


def publish_2027() -> None:
    """New Year's Day, a Friday, and the weekend's neighbours: three working days fewer."""
    for day in (1, 4, 5):
        Holiday.objects.create(on=date(2027, 1, day), working=False, name="元旦")
    CalendarYear.objects.create(year=2027, published_on=timezone.localdate())
