"""Times told by the hour give the same middle one and the same nine of ten as all their minutes."""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.ground.clock import day_of, parse_moment
from linli.matters.models import Matter
from linli.policy.calendar import calendar
from linli.tally.asking import Scope, ask, rows
from linli.tally.laying import fill
from linli.tally.models import Entry
from linli.tally.periods import period_named
from linli.tally.printing import median, nine_of_ten
from linli.tally.sheets import differing
from tests.town import Town, pebble

pytestmark = pytest.mark.django_db
BEGAN = parse_moment("2026-01-20T09:00")
NAMES = ("pebble.held_median", "pebble.held_p90")
PERIODS = ("2026-02", "2026-Q1", "2026", "2026-01-25..2026-03-04", "2026-02-03..2026-02-20", "2025")


def entry(town: Town, matter: Matter, at: datetime, value: int) -> Entry:
    told = {"unit": town.north.pk, "unit_1": town.county.pk, "unit_2": town.street.pk, "unit_3": town.north.pk}
    on = day_of(at, zone=calendar().zone)
    return Entry(matter=matter, seq=1, kind="pebble", measure="pebble.held", on=on, at=at, value=value, **told)


def held(town: Town, values: Sequence[int]) -> None:
    matter = pebble(town)
    days = [BEGAN + timedelta(days=place % 60) for place in range(len(values))]
    Entry.objects.bulk_create(entry(town, matter, *one) for one in zip(days, values, strict=True))
    fill()


@pytest.mark.parametrize(
    "values",
    [
        [random.Random(7).randrange(9000) for _one in range(300)],
        [random.Random(8).choice((0, 59, 60, 61, 119, 120)) for _one in range(301)],
        [17] * 90 + [4000] * 10,
        [1, 4000],
        [59, 60] * 60,
    ],
    ids=["many", "at-the-hour", "two-values", "two", "even"],
)
def test_the_middle_one_and_nine_of_ten_are_those_of_all_minutes(town: Town, values: list[int]) -> None:
    held(town, values)
    assert differing() == {}
    for name in PERIODS:
        found = ask(NAMES, Scope(town.county), period_named(name))[()]
        told = [tuple(rows(found[one].behind).values_list("value", flat=True)) for one in NAMES]
        every = list(Counter(told[0]).items())
        assert [found[one].top for one in NAMES] == [len(told[0])] * 2, name
        assert [found[one].value for one in NAMES] == [median(every), nine_of_ten(every)], name


def test_of_whole_months_only_the_hours_that_decide_are_read_minute_by_minute(town: Town) -> None:
    held(town, range(3000, 9000, 20))
    with CaptureQueriesContext(connection) as asked:
        ask(NAMES, Scope(town.county), period_named("2026-02"))
    of_entries = [query["sql"] for query in asked.captured_queries if "tally_entry" in query["sql"]]
    assert len(of_entries) == 1
    assert '"value" >= ' in of_entries[0]
