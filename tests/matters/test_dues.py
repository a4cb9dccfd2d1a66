"""What is overdue or due soon is added up by the day, and is what a look at each row says, at any moment."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from linli.matters import access
from linli.matters.asking import DUES, Listing
from linli.matters.conditions import where
from linli.matters.models import Due, Matter
from linli.matters.queries import counts, every, listed_page, page
from linli.matters.recounting import recount, strayed
from linli.matters.sums import LAID, fold
from linli.matters.urgency import DATED
from linli.policy.calendar import calendar
from tests.kinds.request.in_town import sent_on
from tests.pebble.commands import bring_home, carry, pass_on
from tests.seen import kept_is_true
from tests.town import FRIDAY, MONDAY, TUESDAY, WEDNESDAY, Town, pebble, said, viewing

pytestmark = pytest.mark.usefixtures("spoilt")

MIDNIGHT = datetime(2026, 3, 4, 16, tzinfo=UTC)
"""Where the days are cut by which the database counts."""
MOMENT = timedelta(microseconds=1)
DUE_AT = (MIDNIGHT - MOMENT, MIDNIGHT, MIDNIGHT + MOMENT, TUESDAY, FRIDAY, MONDAY - timedelta(days=40), None)
NOW = (*(one for one in DUE_AT if one), MIDNIGHT + timedelta(hours=5), FRIDAY + timedelta(days=1), MONDAY)
ASKED = {
    **{due: Listing(due=due) for due in DUES},
    "of a kind": Listing(due="overdue", kind="pebble"),
    "of another": Listing(due="overdue", kind="request", state="all"),
    "North": Listing(due="overdue", unit="360101"),
    "South": Listing(due="overdue", unit="360102"),
    "own unit": Listing(due="overdue", whose="unit"),
    "mine": Listing(due="overdue", whose="mine"),
    "red": Listing(due="overdue", colour=("red",)),
    "closed": Listing(due="overdue", state="closed"),
}


def several(town: Town) -> None:
    """Some of North, one passed on, one closed, one that stands still, one that North sees beyond its own."""
    for due_at in DUE_AT:
        redate(pebble(town), due_at=due_at)
    redate(said(pass_on, pebble(town), by=town.mei, at=TUESDAY, unit=town.south), due_at=MIDNIGHT)
    said(bring_home, said(carry, pebble(town), by=town.he, at=TUESDAY), by=town.he, at=WEDNESDAY)
    redate(pebble(town), due_at=TUESDAY, clock="paused")
    redate(sent_on(town), due_at=TUESDAY)


def redate(matter: Matter, **told: object) -> None:
    """As if it had come so: whatever writes a row is counted."""
    assert Matter.objects.filter(pk=matter.pk).update(**told) == 1


@pytest.mark.parametrize("name", ["chen", "mei", "sun", "he", "lei"])
def test_what_is_due_is_what_is_counted_row_by_row_at_any_moment(town: Town, name: str) -> None:
    several(town)
    who, known = viewing(getattr(town, name)), calendar()
    seen = set()
    for at in NOW:
        found = counts(ASKED, who, at=at, calendar=known)
        assert found == {key: every(one, who, at=at, calendar=known).count() for key, one in ASKED.items()}, at
        assert found == {key: page(one, who, at=at, calendar=known).total for key, one in ASKED.items()}, at
        for one in ASKED.values():
            rows = [row.number for row in listed_page(one, who, at=at, calendar=known).rows]
            assert rows == [row.number for row in every(one, who, at=at, calendar=known)]
        seen.add(found["overdue"])
    assert len(seen) > 1, "at other moments others are overdue"


def test_they_are_right_too_where_so_much_is_seen_beyond_that_it_is_not_named(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "FEW", 0)
    several(town)
    for user in (town.chen, town.mei, town.sun):
        who, known = viewing(user), calendar()
        for at in NOW:
            found = counts(ASKED, who, at=at, calendar=known)
            assert found == {key: every(one, who, at=at, calendar=known).count() for key, one in ASKED.items()}, at


def test_days_are_counted_as_rows_are_written(town: Town) -> None:
    several(town)
    kept_is_true()
    first, second = Matter.objects.order_by("pk")[:2]
    redate(first, due_at=FRIDAY)
    redate(second, due_at=None, clock="paused")
    kept_is_true()
    Matter.objects.update(due_at=MIDNIGHT, clock="running", closed_at=None)
    kept_is_true()
    Matter.objects.update(closed_at=FRIDAY)
    kept_is_true()
    fold()
    assert not Due.objects.exists()


def test_days_fold_together_and_those_of_which_nothing_is_left_go(town: Town) -> None:
    for _one in range(LAID + 1):
        redate(pebble(town), due_at=MIDNIGHT)
    rows = Due.objects.count()
    fold()
    assert (Due.objects.count() < rows) == (connection.vendor == "postgresql")
    kept_is_true()
    Matter.objects.update(due_at=None)
    fold()
    assert not Due.objects.exists()


def test_a_day_that_went_astray_is_named_and_counted_anew(town: Town) -> None:
    several(town)
    Due.objects.filter(unit=town.street.pk)[:1].get().delete()
    assert strayed() == (0, 1)
    recount()
    assert strayed() == (0, 0)
    kept_is_true()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan is read as SQLite words it")
def test_the_rest_of_a_day_is_read_from_the_index_of_what_presses(town: Town) -> None:
    who = viewing(town.mei)
    asked = where(Listing(due="overdue"), who, at=MIDNIGHT, calendar=calendar())
    rows = Matter.objects.filter(access.scope_of(who).whole, asked, DATED, due_at__gte=TUESDAY).values("due_at")
    plan = rows.explain()
    assert "USING COVERING INDEX matter_u3_pressing" in plan or "USING INDEX matter_u3_pressing" in plan
    assert "due_at>? AND due_at<?" in plan
