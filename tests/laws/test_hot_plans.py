"""The pages that somebody opens all day walk through no large table, on either engine."""

import re
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client

from bench.pages import addresses
from linli.matters.models import Follow, Searched
from linli.matters.plain_rows import TABLES
from tests.kinds.request.in_town import clerk, in_hand, replied, taken_in
from tests.town import Town

pytestmark = pytest.mark.django_db

TABLES_OF_MATTERS: set[type[Model]] = {*TABLES, Follow, Searched}
LARGE = "|".join(sorted(table._meta.db_table for table in TABLES_OF_MATTERS))
WALK = {
    "sqlite": re.compile(rf"^SCAN ({LARGE})\b.*", re.MULTILINE),
    "postgresql": re.compile(rf"Seq Scan on ({LARGE})\b"),
}
HOW = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN "}
PAGES = addresses("a number")


@pytest.fixture
def client_of_the_street(town: Town, client: Client) -> Client:
    for made in (taken_in, in_hand, replied):
        made(town)
    client.force_login(clerk(town))
    return client


@pytest.mark.parametrize("name", PAGES)
def test_no_large_table_is_walked_through(client_of_the_street: Client, town: Town, name: str) -> None:
    number = replied(town).number
    plans: list[str] = []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
    with connection.execute_wrapper(explaining(plans)):
        answer = client_of_the_street.get(addresses(number)[name])
    assert answer.status_code == 200
    assert any(re.search(LARGE, plan) for plan in plans), "it asks for matters at all"
    assert [plan for plan in plans if WALK[connection.vendor].search(plan)] == []


def test_a_walk_would_be_seen(town: Town) -> None:
    """What the law looks for is what the engines say of a table that is read whole."""
    table = Searched._meta.db_table
    plans: list[str] = []
    with connection.execute_wrapper(explaining(plans)), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table} WHERE text LIKE '%%a%%'")
    assert WALK[connection.vendor].search(plans[0]), plans


def explaining(plans: list[str]) -> Any:
    """Keeps the plan of every question beside asking it."""

    def explained(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("SELECT", "WITH")) and re.search(LARGE, sql):
            with context["connection"].cursor() as cursor:
                cursor.cursor.execute(HOW[connection.vendor] + sql, params)
                plans.append("\n".join(str(row[-1]) for row in cursor.cursor.fetchall()) + "\n-- " + sql)
        return execute(sql, params, many, context)

    return explained
