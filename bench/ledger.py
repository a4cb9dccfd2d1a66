"""The ledger that the benches share: taken in once by the product's own way, and used as it is after that."""

from collections.abc import Iterable
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.test import Client

from bench.histories import rows
from linli.kinds.request.kind import REQUEST
from linli.matters.frequent import keep_more
from linli.matters.incoming import Row
from linli.matters.models import Matter
from linli.matters.sums import fold
from linli.matters.taking_in import begin_taking, take_in
from linli.place.models import Cell, Unit
from linli.staff.models import User
from tests.kinds.request.in_town import clerk
from tests.town import NEXT_MONDAY, Town, build, viewing

PEOPLE = ("mei", "wang", "gu", "he", "chen", "sun", "lei", "tan", "fang")


def ledger(number: int) -> Town:
    """As many requests with their histories; where there are some already, those."""
    call_command("migrate", verbosity=0)
    if Matter.objects.exists():
        town = town_there()
    else:
        town = build()
        take(town, rows(number, under=town.county), source="12345")
    settle()
    return town


def settle() -> None:
    """What PostgreSQL does by itself within minutes, and the beat with it: nobody measures the minutes after a fill.
    SQLite was surveyed at the end of it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
        fold()
        while keep_more():
            continue


def take(town: Town, told: Iterable[Row], *, source: str) -> None:
    """Take rows in as somebody of the desk does; none of them may be wrong."""
    by = viewing(clerk(town)).posts[0]
    taking = begin_taking(REQUEST, source=source, by=by, at=NEXT_MONDAY, digest=source)
    for progress in take_in(taking, told):
        assert not progress.wrong, str(progress.wrong[0].wrong)


def town_there() -> Town:
    units = {unit.code: unit for unit in Unit.objects.all()}
    people: dict[str, Any] = {name: User.objects.get(username=name) for name in PEOPLE}
    return Town(
        county=units["36"],
        street=units["3601"],
        north=units["360101"],
        south=units["360102"],
        cell=Cell.objects.get(code="36010101"),
        **people,
    )


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
