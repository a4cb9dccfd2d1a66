"""What a course counts for, told without a database: held, in hand, overdue, returned to, opened again."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from linli.ground.clock import moment
from linli.matters.counts import Count, Happened, Indicator, Stood
from linli.matters.everyday_counts import everyday
from linli.matters.facts import Dated, Fact
from linli.matters.happening import Course, course
from linli.matters.timeline import begin
from linli.tally import defined
from linli.tally.printing import median, nine_of_ten
from tests.pebble import facts
from tests.pebble.counting import tell
from tests.pebble.kind import PEBBLE

START = moment(date(2026, 3, 2))
NORTH, SOUTH, WANG = 3, 4, 7
STEPS = ("step_in_time", "step_late")


def hours(count: float) -> datetime:
    return START + timedelta(hours=count)


def limit(at: datetime) -> Dated:
    return Dated("limit", at=at, provisional=False, basis={})


def found() -> Fact:
    return facts.Found(unit=NORTH, title="石子", finder="", phone="", size="small")


def happened(*told: tuple[float, Fact]) -> Course:
    line = begin(PEBBLE, number="TP-1")
    for at, fact in told:
        line.say(fact, by=None, at=hours(at))
    return course(PEBBLE, number="TP-1", events=[entry.told for entry in line.entries])


def counted(measure: str, *told: tuple[float, Fact]) -> list[Count]:
    known = happened(*told)
    return [one for one in tell(known.happened, known.state) if one.measure == f"pebble.{measure}"]


def test_each_unit_held_it_for_the_time_its_clock_ran_there() -> None:
    told = counted(
        "held", (0, found()), (5, facts.PassedOn(unit=SOUTH)), (7.5, facts.BroughtHome()), (9, facts.Praised(text="好"))
    )
    assert [(one.unit, one.value, one.at) for one in told] == [(NORTH, 300, hours(5)), (SOUTH, 150, hours(7.5))]


def test_it_is_in_hand_in_one_colour_and_unit_at_a_time_until_it_is_closed() -> None:
    told = counted(
        "in_hand",
        (0, found()),
        (1, facts.Warned()),
        (2, facts.PassedOn(unit=SOUTH)),
        (3, facts.Calmed()),
        (4, facts.BroughtHome()),
    )
    assert [(one.unit, one.facets["colour"], one.at, one.until) for one in told] == [
        (NORTH, "yellow", hours(0), hours(1)),
        (NORTH, "red", hours(1), hours(2)),
        (SOUTH, "red", hours(2), hours(3)),
        (SOUTH, "yellow", hours(3), hours(4)),
    ]


@pytest.mark.parametrize(("home", "expected"), [(None, [(30, None)]), (20, []), (40, [(30, 40)])])
def test_it_is_overdue_from_its_deadline_on_also_before_anybody_says_so(
    home: float | None, expected: list[tuple[Any, Any]]
) -> None:
    carried = (1.0, facts.Carried(user=WANG, unit=NORTH, limit=limit(hours(30))))
    told = counted("overdue", (0, found()), carried, *([(home, facts.BroughtHome())] if home else []))
    at = {hours(30): 30, hours(40): 40, None: None}
    assert [(at[one.at], at[one.until]) for one in told] == expected


@pytest.mark.parametrize(("home", "measure"), [(29, "step_in_time"), (30, "step_in_time"), (31, "step_late")])
def test_a_step_is_in_time_or_late_and_never_both(home: float, measure: str) -> None:
    told = [
        (0.0, found()),
        (1.0, facts.Carried(user=WANG, unit=NORTH, limit=limit(hours(30)))),
        (home, facts.BroughtHome()),
    ]
    steps = {name: counted(name, *told) for name in STEPS}
    assert [name for name, taken in steps.items() if taken] == [measure]
    assert [(one.unit, one.facets["step"]) for one in steps[measure]] == [(NORTH, "limit")]


def test_it_turns_red_once_for_each_time_it_does() -> None:
    told = counted("turned_red", (0, found()), (1, facts.Warned()), (2, facts.Calmed()), (3, facts.Warned()))
    assert [one.at for one in told] == [hours(1), hours(3)]


@pytest.mark.parametrize(
    ("colours", "expected"),
    [(("red",), [0]), (("yellow", "red"), [1]), (("red", "red", "yellow", "red"), [0, 3]), (("yellow", "orange"), [])],
)
def test_red_from_the_opening_has_become_red_there(colours: tuple[str, ...], expected: list[int]) -> None:
    stood = [Stood(), *(Stood(stage="found", clock="running", unit=NORTH, colour=one) for one in colours)]
    line = [
        Happened(place, hours(place), found(), before, after) for place, (before, after) in enumerate(pairwise(stood))
    ]
    told = [one for one in everyday("pebble", line, steps={}) if one.measure == "pebble.turned_red"]
    assert [one.seq for one in told] == expected


def test_nothing_is_overdue_while_its_clock_stands_still() -> None:
    running, paused = (Stood(stage="found", clock=clock, unit=NORTH, due=hours(5)) for clock in ("running", "paused"))
    line = [
        Happened(0, hours(0), found(), Stood(), running),
        Happened(1, hours(3), found(), running, paused),
        Happened(2, hours(9), found(), paused, running),
    ]
    told = [one for one in everyday("pebble", line, steps={}) if one.measure == "pebble.overdue"]
    assert [(one.at, one.until) for one in told] == [(hours(9), None)]


def test_the_middle_and_nine_of_ten_are_found_among_values_with_how_many_have_them() -> None:
    assert median([]) is None
    assert nine_of_ten([]) is None
    assert median([(5, 1)]) == nine_of_ten([(5, 1)]) == 5
    assert median([(9, 1), (1, 2), (4, 1)]) == 2.5
    assert nine_of_ten([(value, 1) for value in range(1, 11)]) == 9
    assert nine_of_ten([(1, 90), (2, 10)]) == 1
    assert nine_of_ten([(1, 89), (2, 11)]) == 2


def test_of_two_versions_the_one_that_held_when_the_period_ended_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = (
        Indicator(name="pebble.x", word="x", top=("pebble.closed",), since=since, version=version)
        for since, version in ((date(2025, 1, 1), 1), (date(2026, 1, 1), 2))
    )
    monkeypatch.setattr(defined, "_versions", lambda: {"pebble.x": (old, new)})
    assert defined.indicator("pebble.x", on=date(2025, 12, 31)) is old
    assert defined.indicator("pebble.x", on=date(2026, 1, 1)) is new
    assert defined.indicator("pebble.x", on=date(2024, 1, 1)) is old
    assert defined.indicator("pebble.x") is new
