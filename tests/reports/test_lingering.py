"""What comes back: opened at the place of another one that was closed there not long before."""

from collections import Counter
from datetime import datetime, timedelta

import pytest

from linli.ground.clock import day_of, parse_moment
from linli.matters.models import Matter
from linli.policy.calendar import calendar
from linli.reports.lines import READABLE, most_of
from linli.reports.lingering import Place, busy, came_back
from linli.reports.report import AGAIN
from linli.tally.models import Entry
from linli.tally.periods import period_named
from tests.town import Town, pebble

pytestmark = pytest.mark.django_db
CLOSED = parse_moment("2026-03-01T09:00")


def entry(town: Town, matter: Matter, measure: str, at: datetime, *, category: str = "01") -> None:
    Entry.objects.create(
        matter=matter,
        seq=1,
        kind="request",
        measure=measure,
        on=day_of(at, zone=calendar().zone),
        at=at,
        value=0,
        category=category,
        cell=town.cell.pk,
        unit=town.north.pk,
        unit_1=town.county.pk,
        unit_2=town.street.pk,
        unit_3=town.north.pk,
    )


@pytest.mark.parametrize("measure", ["request.order", "request.repeat"])
def test_what_is_opened_where_another_was_closed_lingers_whatever_sort_of_opening_it_is(
    town: Town, measure: str
) -> None:
    one, other = pebble(town), pebble(town)
    entry(town, one, "request.closed", CLOSED)
    entry(town, one, measure, CLOSED + timedelta(days=1), category="01")
    there = (str(town.cell.pk), "01")
    march = period_named("2026-03")
    assert set(came_back("request", town.street, march)) == set()
    entry(town, other, measure, CLOSED + timedelta(days=AGAIN), category="02")
    assert set(came_back("request", town.street, march)) == set()
    entry(town, other, measure, CLOSED + timedelta(days=AGAIN, minutes=1))
    assert set(came_back("request", town.street, march)) == set()
    entry(town, other, measure, CLOSED + timedelta(days=AGAIN))
    assert set(came_back("request", town.street, march)) == {there}


def test_a_place_is_hot_where_at_least_so_many_were_opened(town: Town) -> None:
    one, march = pebble(town), period_named("2026-03")
    for hours, category in ((0, "01"), (1, "01"), (2, "01"), (3, "02"), (4, "02"), (24 * 40, "02")):
        entry(town, one, "request.order", CLOSED + timedelta(hours=hours), category=category)
    assert busy("request", town.street, march, least=3) == {(str(town.cell.pk), "01"): 3}
    assert busy("request", town.street, march, least=2) == {(str(town.cell.pk), "01"): 3, (str(town.cell.pk), "02"): 2}


def test_of_more_places_than_can_be_read_those_with_the_most_are_listed() -> None:
    places: Counter[Place] = Counter({(str(place), "01"): 1 + place % 2 for place in range(2 * READABLE)})
    chosen = most_of(places)
    assert len(chosen) == READABLE
    assert {places[one] for one in chosen} == {2}
