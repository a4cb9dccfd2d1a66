"""The cases of the county once told: the figures from rows and events, the series, what goes on as what."""

import json
from collections.abc import Iterator
from datetime import date

import pytest
from django.db.models import F

from linli.demo.cases.incident import ADMINISTRATIVE
from linli.demo.cases.planted import LINKED, planted
from linli.demo.people import posts
from linli.matters.models import Duty, Event, Matter, Standing, Tie
from linli.matters.state import State
from linli.place.models import Unit
from linli.place.tree import within
from tests.demo.moments import AT

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LEADERS = {row.username for row in posts() if row.role == "leader"}


def cases() -> Iterator[Matter]:
    yield from Matter.objects.filter(kind="case")


def solved(*, first: date, last: date) -> set[int]:
    """The criminal cases that were approved as solved on a day between the two."""
    rows = Event.objects.filter(matter__kind="case", fact="ResultApproved").exclude(
        matter__category__in=ADMINISTRATIVE | {"admin-other"}
    )
    told = {pk: json.loads(payload) for pk, payload in rows.values_list("matter_id", "payload")}
    days = {pk: date.fromisoformat(one["solved_on"]) for pk, one in told.items() if one["result"] == "solved"}
    return {pk for pk, day in days.items() if first <= day <= last}


def change(now: int, before: int) -> str:
    return f"{(now - before) / before * 100:+.1f} %"


def of_titles(titles: set[str]) -> list[Matter]:
    return list(Matter.objects.filter(kind="case", title__in=titles))


def test_to_the_end_of_may_28_were_solved_four_times_the_year_before_and_twice_the_month_before() -> None:
    to_may = solved(first=date(2026, 1, 1), last=date(2026, 5, 31))
    to_april = solved(first=date(2026, 1, 1), last=date(2026, 4, 30))
    year_before = solved(first=date(2025, 1, 1), last=date(2025, 5, 31))
    assert (len(to_may), len(to_april), len(year_before)) == (28, 14, 7)
    assert change(len(to_may), len(year_before)) == "+300.0 %"
    assert change(len(to_may), len(to_april)) == "+100.0 %"
    closed = Matter.objects.filter(pk__in=to_may, stage="closed", outcome="solved", colour="green")
    assert closed.count() == 28


def test_about_250_cases_stand_in_the_streets_and_every_colour_has_its_reasons() -> None:
    there = list(cases())
    streets = set(Unit.objects.filter(kind="street").values_list("pk", flat=True))
    assert 240 <= len(there) <= 260
    assert {case.unit_2 for case in there} == streets
    assert {case.because for case in there if case.closed_at is None} == {
        "Accepted; to be assessed",
        "Not assessed in time: look at it now",
        "Can be solved now: act",
        "Can be solved now, and no progress was recorded in time",
        "Past its lawful limit",
        "Cannot be solved yet: look for a series",
        "Suspended; the clock stands still",
        "First results: dig on",
        "Result reported; to be approved",
    }


def test_every_case_at_work_is_in_the_hands_of_an_officer_of_the_station_that_has_it() -> None:
    at_work = Matter.objects.filter(kind="case", stage__in=("filed", "reported", "suspended"))
    stations = {row.unit for row in posts() if row.role == "handler"}
    assert at_work.count() >= 80
    of_station = {(row.unit, row.username) for row in posts() if row.unit in stations}
    assert set(at_work.values_list("unit__name", "holder__username")) <= of_station
    assert Duty.objects.filter(matter__in=at_work, role="leader", until_at=None).count() == at_work.count()


def test_who_reported_a_result_did_not_approve_it() -> None:
    decided = Event.objects.filter(matter__kind="case", fact__in=("ResultApproved", "Suspended", "SentBack"))
    asked = Event.objects.filter(fact="ResultReported", matter__in=decided.values("matter_id"))
    reporters = set(asked.values_list("matter_id", "user"))
    assert decided.exists()
    assert not reporters & set(decided.values_list("matter_id", "user"))
    assert set(decided.values_list("user__username", flat=True)) <= LEADERS


def test_the_planted_series_are_there_and_one_is_linked() -> None:
    for name, group in planted(AT).items():
        there = of_titles({case.title for case in group})
        assert len(there) == len(group)
        assert {case.category for case in there} == {group[0].happening.category}
        assert {case.colour for case in there} == {"orange"}
        assert {case.cell_id for case in there}.isdisjoint({None})
        tied = set(Tie.objects.filter(matter__in=there, sort="series", until_at=None).values_list("number", flat=True))
        assert len(tied) == (name == LINKED)
    reasons = Event.objects.filter(fact="SeriesJoined")
    linked = planted(AT)[LINKED]
    assert set(reasons.values_list("matter__title", flat=True)) == {case.title for case in linked}
    assert set(reasons.values_list("user__username", flat=True)) == {"jian"}


def test_disputes_that_went_on_as_cases_and_a_case_that_went_on_as_a_dispute_name_each_other() -> None:
    pairs = set(Tie.objects.filter(sort="goes_on_as").values_list("matter__number", "number"))
    back = set(Tie.objects.filter(sort="from").values_list("number", "matter__number"))
    assert pairs == back
    assert sorted(before[:2] for before, _after in pairs) == ["AJ", *["QS"] * 2, *["TJ"] * 7]
    after = Matter.objects.filter(number__in={number for _before, number in pairs})
    assert after.filter(kind="case").exclude(category="admin-other").count() == 7
    assert {within((one.unit_1, one.unit_2, one.unit_3, one.unit_4), one.unit) for one in after} == {True}
    assert not after.filter(opened_at__gt=F("touched_at")).exists()


def test_more_time_is_asked_given_and_awaited_and_a_leader_called_some_up() -> None:
    states = [State.read(text) for text in Standing.objects.filter(matter__kind="case").values_list("state", flat=True)]
    extensions = [state.data["extension"]["state"] for state in states if state.data["extension"]]
    assert {one: extensions.count(one) for one in extensions} == {"asked": 3, "approved": 3}
    assert sum("called_up" in state.marks for state in states) == 2


def test_no_title_and_no_payload_says_who() -> None:
    for case in cases():
        assert len(case.title) <= 40
    assert not Event.objects.filter(fact="ComplainantAdded").exclude(payload__regex=r'^\{"number":1\}$').exists()
