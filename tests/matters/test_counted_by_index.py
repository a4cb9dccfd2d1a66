"""PostgreSQL counts the open ones of a category, of a grid cell or of a unit over the index that was made for it."""

from typing import Any

import pytest
from django.db import connection

from linli.matters.asking import Listing
from linli.matters.conditions import where
from linli.matters.models import Matter
from linli.policy.calendar import calendar
from linli.policy.models import Category
from tests.town import TUESDAY, Town, pebble, viewing

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("spoilt"),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="for SQLite see test_surveying"),
]
MANY, CATEGORIES = 20_000, 40
MOVED = {
    "id": "m.id + n",
    "number": "m.number || n",
    "category": f"'k' || (n %% {CATEGORIES})",
    "cell_id": "CASE WHEN n %% 100 = 0 THEN m.cell_id END",
    "due_at": "m.opened_at + n * interval '1 minute'",
}
"""Copies of one matter differ in these."""


@pytest.fixture
def many(town: Town) -> Town:
    """So many open matters, surveyed, and all of their pages known to be visible as after a VACUUM."""
    code = Category.objects.earliest("pk").code
    matter, table = pebble(town), Matter._meta.db_table
    columns = [str(field.column) for field in Matter._meta.concrete_fields]
    told = ", ".join(MOVED.get(column, f"m.{column}") for column in columns).replace("'k' ||", f"'{code}' ||")
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {told} FROM {table} m, generate_series(1, %s) n "
            "WHERE m.id = %s",
            [MANY, matter.pk],
        )
        cursor.execute(f"UPDATE {table} SET category = %s WHERE category = %s", [code, f"{code}0"])
        cursor.execute(f"ANALYZE {table}")
        cursor.execute("UPDATE pg_class SET relallvisible = relpages WHERE relname = %s", [table])
    return town


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        ({"category": True}, "matter_open_category"),
        ({"category": True, "kind": "pebble"}, "matter_open_category"),
        ({"cell": "36010101"}, "matter_of_cell"),
    ],
)
def test_it_is_counted_over_its_own_index(many: Town, asked: dict[str, Any], index: str) -> None:
    code = Category.objects.earliest("pk").code
    listing, who = Listing(**{**asked, **({"category": code} if "category" in asked else {})}), viewing(many.chen)
    found = Matter.objects.filter(unit_2=many.street.pk).filter(where(listing, who, at=TUESDAY, calendar=calendar()))
    plan = found.order_by().values("pk").explain()
    assert f"Index Only Scan using {index} on" in plan, plan
