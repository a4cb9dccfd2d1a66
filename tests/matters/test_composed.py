"""A question composed once says at each time what is so then, to each viewer what they may see."""

from datetime import date, timedelta

import pytest
from django.db.models import Count, Q

from linli.matters import queries
from linli.matters.asking import DutyOf, Listing
from linli.matters.composed import IDS, MOMENTS, composed, numbers, room
from linli.matters.listed import as_listed, listed
from linli.matters.models import Matter
from linli.matters.queries import counts, every, listed_page, newest
from linli.policy.calendar import calendar
from tests.kinds.request.in_town import sent_on
from tests.pebble.commands import bring_home, carry, pass_on, warn
from tests.town import FRIDAY, MONDAY, TUESDAY, WEDNESDAY, Town, pebble, said, viewing

ASKED = (
    Listing(),
    Listing(state="all"),
    Listing(state="closed"),
    Listing(kind="pebble", colour=("red", "green"), sort="-colour"),
    Listing(stage="carried", whose="unit", sort="due"),
    Listing(phase="handling", taken="no"),
    Listing(whose="mine", state="all", sort="number"),
    Listing(awaiting="yes", size=20),
    Listing(unit="360101", state="all"),
    Listing(unit="360102", kind="pebble"),
    Listing(category="street-light", state="all", opened_from=date(2026, 3, 2), opened_until=date(2026, 3, 3)),
    Listing(due_until=date(2026, 3, 20), cell="36010101"),
    Listing(duty=DutyOf("holder", "he", "360101")),
    Listing(due="overdue", whose="unit"),
    Listing(whose="instructed"),
)


def test_rows_are_those_that_django_reads(town: Town) -> None:
    several(town)
    rows = Matter.objects.select_related("unit", "holder").order_by("-touched_at", "pk")
    read = composed(as_listed(rows)).rows()
    assert read == list(as_listed(rows))
    assert [one.touched_at for one in listed(rows)] == [one.touched_at for one in rows]


def test_moments_are_put_in_when_it_is_asked(town: Town) -> None:
    several(town)
    first, second = MOMENTS[:2]
    asked = numbers(Matter.objects.filter(opened_at__lte=second), {"n": Count("pk", filter=Q(opened_at__gte=first))})
    assert asked.one(MONDAY, FRIDAY) == (6,)
    assert asked.one(MONDAY + timedelta(seconds=1), FRIDAY) == (0,)
    assert sum(asked.one(MONDAY, MONDAY - timedelta(days=1))) == 0


def test_ids_are_put_in_where_there_is_room_for_them(town: Town) -> None:
    several(town)
    every_id = list(Matter.objects.order_by("pk").values_list("pk", flat=True))
    asked = composed(Matter.objects.filter(pk__in=IDS[: room(every_id)]).order_by("pk").values_list("pk"))
    assert [pk for (pk,) in asked.rows(ids=every_id)] == every_id
    assert [pk for (pk,) in asked.rows(ids=every_id[2:3])] == every_id[2:3]
    assert (room(()), room([7]), room(range(32)), room(range(33))) == (0, 32, 32, 64)


def test_what_nobody_can_be_is_not_asked(town: Town) -> None:
    assert composed(Matter.objects.filter(pk__in=[]).values_list("pk")).rows() == []
    assert numbers(Matter.objects.none(), {"n": Count("pk")}).one() == ()


@pytest.mark.parametrize("asked", ASKED)
def test_each_viewer_is_answered_anew_each_time(town: Town, asked: Listing) -> None:
    for change in (several, lambda _town: None, several):
        change(town)
        for user in (town.mei, town.sun, town.chen, town.he, town.lei):
            who, known = viewing(user), calendar()
            found = listed_page(asked, who, at=FRIDAY, calendar=known)
            expected = [one.number for one in every(asked, who, at=FRIDAY, calendar=known)]
            assert ([one.number for one in found.rows], found.total) == (expected[: asked.size], len(expected))
            assert counts({"": asked}, who, at=FRIDAY, calendar=known) == {"": len(expected)}
            touched = [one.touched_at for one in newest(who, at=FRIDAY, calendar=known, most=3)]
            assert touched == sorted(touched, reverse=True)


def test_a_question_asked_again_is_not_composed_again(town: Town) -> None:
    several(town)
    who, known = viewing(town.mei), calendar()
    listed_page(Listing(), who, at=FRIDAY, calendar=known)
    before = queries._asking_picked.cache_info()
    pebble(town)
    listed_page(Listing(), viewing(town.mei), at=FRIDAY + timedelta(hours=1), calendar=known)
    after = queries._asking_picked.cache_info()
    assert (after.hits - before.hits, after.misses - before.misses) == (1, 0)


def several(town: Town) -> None:
    pebble(town)
    said(warn, pebble(town), by=town.mei, at=TUESDAY)
    said(carry, pebble(town), by=town.he, at=TUESDAY)
    said(bring_home, said(carry, pebble(town), by=town.he, at=TUESDAY), by=town.he, at=WEDNESDAY)
    said(pass_on, pebble(town), by=town.mei, at=TUESDAY, unit=town.south)
    sent_on(town)


def test_no_question_is_kept_under_what_somebody_wrote_by_mistake(town: Town) -> None:
    several(town)
    who, known = viewing(town.chen), calendar()
    listed_page(Listing(), who, at=FRIDAY, calendar=known)
    before = queries._asking_first.cache_info()
    listed_page(Listing(ignored=("name=周阿婆",)), who, at=FRIDAY, calendar=known)
    after = queries._asking_first.cache_info()
    assert (after.hits - before.hits, after.misses - before.misses) == (1, 0)
