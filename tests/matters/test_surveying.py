"""A large ledger on SQLite is read by the index that its lists are made for, and is surveyed once it has grown."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet

from linli.matters import surveying
from linli.matters.asking import Listing
from linli.matters.conditions import where
from linli.matters.models import Matter
from linli.matters.urgency import by_urgency
from linli.policy.calendar import calendar
from linli.policy.models import Category
from tests.town import TUESDAY, Town, pebble, viewing

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL surveys by itself"),
]
MILLION = {
    "matter_open": "110000 110000 110000 155 1 1 1 1 1 1 1 1 1 1 1 1 1",
    "matter_open_category": "110000 1326 1326 1326 3 1 1 1 1 1 1 1 1",
    "matter_of_cell": "70000 60 20 20 2 1 1 1 1 1 1 1",
    "matter_u1_newest": "1000000 1000000 2 1",
    "matter_u2_newest": "1000000 1000000 2 1",
    "matter_u3_newest": "1000000 336667 2 1",
    "matter_u1_pressing": "110000 110000 110000 110000 155 1 1 1",
    "matter_u2_pressing": "110000 110000 110000 110000 155 1 1 1",
    "matter_u3_pressing": "110000 36667 36667 36667 78 1 1 1",
    "matter_newest_of_category": "1000000 12169 1 1 1 1 1 1 1 1 1 1",
    "matter_of_category": "1000000 12169 1 1 1 1 1 1 1 1",
    "matter_touched": "1000000 2 1",
    "matter_opened": "1000000 1000000 1 1",
    "matter_since": "110000 110000 1326 1",
    "matter_judged": "110000 110000 110000",
    "matter_holder": "1000000 1000000 1000000 1417 1",
    "sqlite_autoindex_matters_matter_1": "1000000 1",
}
"""As a survey of a million requests found them, one in nine of them open."""


@pytest.fixture
def a_million(town: Town) -> Iterator[Town]:
    surveying.survey()
    told(MILLION)
    yield town
    told({})


def told(stats: dict[str, str]) -> None:
    table = Matter._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM sqlite_stat1 WHERE tbl = %s", [table])
        for name, stat in stats.items():
            cursor.execute("INSERT INTO sqlite_stat1 VALUES (%s, %s, %s)", [table, name, stat])
        cursor.execute("ANALYZE sqlite_schema")


@pytest.mark.parametrize(
    "asked",
    [
        {"category": True},
        {"category": True, "kind": "pebble"},
        {"category": True, "unit": "360101"},
        {"category": True, "colour": ("green",)},
    ],
)
def test_what_is_open_is_counted_over_what_is_open_alone(a_million: Town, asked: dict[str, Any]) -> None:
    code = Category.objects.earliest("pk").code
    rows = asked_for(a_million, **{**asked, **({"category": code} if "category" in asked else {})})
    plan = rows.values("pk").explain()
    assert "USING COVERING INDEX matter_open" in plan or "matter_since" in plan


@pytest.mark.parametrize("asked", [{"state": "closed"}, {"state": "all", "colour": ("red",)}])
def test_so_is_a_category_of_all_that_ever_was(a_million: Town, asked: dict[str, Any]) -> None:
    plan = asked_for(a_million, category=Category.objects.earliest("pk").code, **asked).values("pk").explain()
    assert re.search(r"USING COVERING INDEX matter_(newest_)?of_category \(category=\?", plan)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"colour": ("red",)},
        {"unit": "360101"},
        {"closed_from": TUESDAY.date(), "closed_until": TUESDAY.date()},
        {"opened_until": TUESDAY.date()},
    ],
    ids=lambda more: " ".join(more) or "all",
)
def test_a_page_of_what_was_closed_of_a_category_is_read_in_its_order(a_million: Town, more: dict[str, Any]) -> None:
    rows = asked_for(a_million, category=Category.objects.earliest("pk").code, state="closed", **more)
    plan = rows.order_by("-touched_at", "-pk")[:51].explain()
    assert "USING INDEX matter_newest_of_category (category=?)" in plan
    assert "TEMP B-TREE" not in plan


def test_the_open_of_a_category_are_all_that_is_read(a_million: Town) -> None:
    rows = asked_for(a_million, category=Category.objects.earliest("pk").code)
    assert "USING COVERING INDEX matter_open_category (category=?)" in rows.values("pk").explain()
    assert "TEMP B-TREE" not in rows.order_by(*by_urgency())[:51].explain()


def test_so_is_a_grid_cell(a_million: Town) -> None:
    rows = asked_for(a_million, cell="36010101")
    assert "USING COVERING INDEX matter_of_cell (cell_id=?)" in rows.values("pk").explain()
    assert "TEMP B-TREE" not in rows.order_by(*by_urgency())[:51].explain()


def test_a_colour_is_where_the_order_of_urgency_is_entered(a_million: Town) -> None:
    plan = asked_for(a_million, colour=("green",), kind="pebble").order_by(*by_urgency())[:51].explain()
    assert "pressing (unit_2=? AND <expr>>? AND <expr><?)" in plan
    assert "TEMP B-TREE" not in plan


def asked_for(town: Town, **asked: Any) -> QuerySet[Matter]:
    who, listing = viewing(town.chen), Listing(**asked)
    found = where(listing, who, at=TUESDAY, calendar=calendar())
    return Matter.objects.filter(unit_2=town.street.pk).filter(found)


def test_it_is_surveyed_once_and_again_when_it_has_doubled(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveying, "FROM", 2)
    found = []
    for _one in range(5):
        pebble(town)
        found.append(surveying.survey_what_grew())
    assert found == [0, 2, 0, 4, 0]
    assert surveying.surveyed() == 4


def test_an_index_that_came_later_is_surveyed_too(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveying, "FROM", 1)
    pebble(town)
    assert (surveying.survey_what_grew(), surveying.survey_what_grew()) == (1, 0)
    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX came_later ON matters_matter (touched_at, closed_at)")
        cursor.execute("CREATE INDEX holds_nothing ON matters_matter (touched_at) WHERE closed_at > '2099-01-01'")
    assert (surveying.survey_what_grew(), surveying.survey_what_grew()) == (1, 0)
    assert "came_later" in survey()


def survey() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT idx FROM sqlite_stat1 WHERE tbl = %s", [Matter._meta.db_table])
        return {name for (name,) in cursor.fetchall()}


def test_who_has_the_file_open_takes_notice_of_each_survey(town: Town) -> None:
    """Other connections read the figures again when the number of the file's shape has changed."""
    with connection.cursor() as cursor:
        seen = []
        for _survey in range(3):
            surveying.survey()
            cursor.execute("PRAGMA schema_version")
            seen.append(cursor.fetchone()[0])
    assert len(set(seen)) == 3
