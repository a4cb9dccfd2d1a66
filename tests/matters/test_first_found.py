"""The first of many found in another order are the same, looked for along an index or put in order all together."""

import random
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from linli.matters import first_found, frequent, index_asked, queries
from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.queries import by_kind, page
from linli.policy.calendar import calendar
from tests.pebble.commands import bring_home, carry, pass_on
from tests.town import FRIDAY, MONDAY, TUESDAY, WEDNESDAY, Town, pebble, said, viewing

pytestmark = pytest.mark.django_db

WAYS = (
    Listing(q="石子", state="all", sort="-touched"),
    Listing(q="石子", state="all", sort="touched"),
    Listing(q="石子", state="open", sort="colour"),
    Listing(q="石子", state="closed", sort="-touched"),
    Listing(q="石子", state="all", kind="pebble", sort="-touched"),
    Listing(q="石子", state="all", unit="360101", sort="-touched"),
    Listing(q="石子 3", state="all", sort="-touched"),
    Listing(q="石子", state="all", sort="-due"),
)


def strewn(town: Town) -> None:
    """Pebbles of two sorts, some in South, some closed, some carried from afar; touched in no order at all."""
    chance = random.Random(3)
    for place in range(50):
        title = f"石子{chance.randrange(5)}" if chance.random() < 0.7 else "沙砾"
        matter = pebble(town, at=MONDAY + timedelta(minutes=chance.randrange(500)), title=title)
        fate, at = chance.random(), TUESDAY + timedelta(minutes=chance.randrange(500))
        if fate < 0.4:
            said(pass_on, matter, by=town.mei, at=at, unit=town.south)
        elif fate < 0.7:
            carried = said(carry, matter, by=town.he, at=at)
            if place % 2:
                said(bring_home, carried, by=town.he, at=WEDNESDAY + timedelta(minutes=place))


def leafed(listing: Listing, who: Viewer) -> tuple[list[list[str]], int]:
    """Every page of a listing, and how many it says there are; each page also read backwards from the next."""
    pages: list[list[str]] = []
    at: Listing | None = replace(listing, size=4)
    while at:
        found = page(at, who, at=FRIDAY, calendar=calendar())
        pages.append([row.number for row in found.rows])
        if len(pages) > 1:
            back = page(replace(listing, size=4, before=found.before), who, at=FRIDAY, calendar=calendar())
            assert [row.number for row in back.rows] == pages[-2]
        at = replace(at, after=found.after) if found.after else None
    assert sum(map(len, pages)) == found.total
    return pages, found.total


@pytest.mark.parametrize("name", ["mei", "he", "chen", "sun", "lei"])
def test_it_is_the_same_whether_walked_or_put_in_order(town: Town, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    strewn(town)
    who = viewing(getattr(town, name))
    plain = [leafed(way, who) for way in WAYS]
    walked = walking(monkeypatch)
    assert [leafed(way, who) for way in WAYS] == plain
    assert any(walked)


def test_the_first_of_many_are_found_without_asking_for_all(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    strewn(town)
    walking(monkeypatch)
    listing, who = Listing(q="石子", state="all", sort="-touched", size=4), viewing(town.chen)

    def never(*_told: Any, **_more: Any) -> None:
        raise AssertionError("all that was found is put in order")

    monkeypatch.setattr(queries, "where", never)
    found = page(listing, who, at=FRIDAY, calendar=calendar())
    assert len(found.rows) == 4
    others = replace(listing, kind="request")
    assert by_kind(others, who, at=FRIDAY, calendar=calendar(), total=0) == {"pebble": found.total}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's index keeps its hits in order")
@pytest.mark.parametrize("looked_at", [1, 7, 20, 1000])
def test_of_many_hits_the_newest_are_met_among_the_newest_matters(
    looked_at: int, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    strewn(town)
    ways = [
        Listing(q="石子", state="all"),
        Listing(q="石子", state="all", kind="pebble"),
        Listing(q="沙砾", state="all"),
    ]
    whole = [leafed(listing, viewing(town.chen)) for listing in ways]
    met, walked = index_asked._met, list[bool]()

    def walking(*asked: Any) -> list[int] | None:
        found = met(*asked)
        walked.append(found is not None)
        return found

    monkeypatch.setattr(frequent, "PATIENCE", frequent.PATIENCE.replace("500ms", "30s"))
    assert all(map(frequent.keep, ("石子", "沙砾")))
    monkeypatch.setattr(index_asked, "LOOKED_AT", looked_at)
    monkeypatch.setattr(index_asked, "_met", walking)
    assert [leafed(listing, viewing(town.chen)) for listing in ways] == whole
    assert any(walked) is (looked_at in (7, 20))
    assert not all(walked)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite reads no text that was not met before")
def test_no_text_is_read_but_of_those_that_were_met(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    strewn(town)
    walking(monkeypatch)
    plans: list[str] = []

    def explained(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("SELECT") and '"matters_searched"' in sql:
            with context["connection"].cursor() as cursor:
                cursor.cursor.execute("EXPLAIN " + sql, params)
                plans.append("\n".join(str(row[-1]) for row in cursor.cursor.fetchall()))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explained):
        page(WAYS[0], viewing(town.mei), at=FRIDAY, calendar=calendar())
    assert plans
    assert not [plan for plan in plans if "Seq Scan on matters_searched" in plan]


def test_what_comes_into_another_unit_is_counted_by_nobody_else(town: Town) -> None:
    """As long as all lies in North its units are not asked for; one pebble elsewhere and they are."""
    listing = Listing(q="石子", state="all")
    one, _two = pebble(town), pebble(town)
    assert seen(town, listing) == {"mei": 2, "chen": 2, "lei": 2}
    said(pass_on, one, by=town.mei, at=TUESDAY, unit=town.south)
    assert seen(town, listing) == {"mei": 1, "chen": 2, "lei": 2}


def seen(town: Town, listing: Listing) -> dict[str, int]:
    """How many each of three is told of, and shown."""
    found = {
        name: page(listing, viewing(getattr(town, name)), at=FRIDAY, calendar=calendar())
        for name in ("mei", "chen", "lei")
    }
    assert all(len(one.rows) == one.total for one in found.values())
    return {name: one.total for name, one in found.items()}


def walking(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Look along the index for however few; notes down whether it was enough."""
    walked: list[bool] = []
    along = first_found._along

    def noted(*told: Any) -> list[int] | None:
        found = along(*told)
        walked.append(found is not None)
        return found

    monkeypatch.setattr(first_found, "LOOKED_AT", 6)
    monkeypatch.setattr(first_found, "SHARE", 1)
    monkeypatch.setattr(first_found, "_along", noted)
    return walked
