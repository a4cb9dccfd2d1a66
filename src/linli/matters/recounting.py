"""Holds what triggers keep of who sees what, and how many, against matters, duties and units; makes it anew."""

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from linli.matters import frequent
from linli.matters.access import OF_UNITS
from linli.matters.lateness import PAUSED
from linli.matters.models import UNITS
from linli.matters.sums import SORT

SEEING = ", ".join(f"'{role}'" for role in OF_UNITS)
KEY = f"unit, beyond, {', '.join(SORT)}"
PLACES = ", ".join(str(place) for place in range(1, len(KEY.split(",")) + 1))
ONE = "m.kind, m.phase, m.stage, m.colour, m.closed_at IS NOT NULL AS closed, m.holder_id IS NOT NULL AS held"
DUE_KEY = "unit, beyond, kind, day"
DAYS = {
    "sqlite": "date(substr(m.due_at, 1, 19), '+8 hours')",
    "postgresql": "(m.due_at AT TIME ZONE INTERVAL '8 hours')::date",
}
"""As the triggers cut them."""
EVERY = "true"
WRITTEN = "place_unit, matters_matter, matters_duty, matters_searched, matters_sum, matters_due, matters_frequent"
"""What is counted, and where."""


def reached(duties: str = "matters_duty", which: str = EVERY) -> str:
    """Each unit at or above an open duty `d` of a unit that is not at or above the matter `m` itself."""
    return (
        "SELECT DISTINCT d.matter_id, u.id AS unit_id "  # noqa: S608 our own names
        f"FROM {duties} d JOIN place_unit p ON p.id = d.unit_id "
        f"JOIN place_unit u ON u.id IN ({', '.join(f'p.{level}' for level in UNITS)}) "
        "JOIN matters_matter m ON m.id = d.matter_id "
        f"WHERE {which} AND d.until_at IS NULL AND d.role IN ({SEEING}) "
        f"AND NOT u.id IN ({', '.join(f'COALESCE(m.{level}, 0)' for level in UNITS)})"
    )


def counted(which: str = EVERY) -> str:
    """How many matters `m` there are of each sort."""
    return _in_each_unit(f"{ONE}, count(*) AS n", f"{which} GROUP BY {PLACES}")


def due(which: str = EVERY) -> str:
    """How many fall due on each day, of open matters `m` whose clock runs."""
    dated = f"m.closed_at IS NULL AND m.due_at IS NOT NULL AND m.clock <> '{PAUSED}'"
    sort = f"m.kind, {DAYS[connection.vendor]} AS day, count(*) AS n"
    return _in_each_unit(sort, f"{which} AND {dated} GROUP BY 1, 2, 3, 4")


def _in_each_unit(sort: str, which: str) -> str:
    """In those on the path of a matter, and in those that see it beyond that."""
    return " UNION ALL ".join(
        [
            *(
                f"SELECT m.{level} AS unit, false AS beyond, {sort} FROM matters_matter m "  # noqa: S608 our own names
                f"WHERE m.{level} IS NOT NULL AND {which}"
                for level in UNITS
            ),
            f"SELECT b.unit_id AS unit, true AS beyond, {sort} FROM matters_beyond b "  # noqa: S608 our own names
            f"JOIN matters_matter m ON m.id = b.matter_id WHERE {which}",
        ]
    )


def strayed() -> tuple[int, int]:
    """How many rows of who sees a matter beyond its units are not as the duties say; how many counts are not either."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM (SELECT matter_id, unit_id FROM (SELECT matter_id, unit_id, 1 AS n "  # noqa: S608 our own names
            f"FROM matters_beyond UNION ALL SELECT matter_id, unit_id, -1 FROM ({reached()}) reached) both_ways "
            "GROUP BY matter_id, unit_id HAVING sum(n) <> 0) other"
        )
        beyond = int(cursor.fetchone()[0])
        sums = _strayed(cursor, "matters_sum", KEY, counted()) + _strayed(cursor, "matters_due", DUE_KEY, due())
        return beyond, sums


def recount() -> None:
    """Make all of it anew, while nobody writes or folds. The triggers count along, so that the sums come last; which
    words are frequent the beat finds again."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"LOCK TABLE {WRITTEN} IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("DELETE FROM matters_beyond")
        cursor.execute(f"INSERT INTO matters_beyond (matter_id, unit_id) {reached()}")
        cursor.execute("DELETE FROM matters_sum")
        cursor.execute(f"INSERT INTO matters_sum ({KEY}, n) {counted()}")
        cursor.execute("DELETE FROM matters_due")
        cursor.execute(f"INSERT INTO matters_due ({DUE_KEY}, n) {due()}")
        frequent.forget()


def _strayed(cursor: CursorWrapper, table: str, key: str, told: str) -> int:
    """How many of its counts are others than these."""
    cursor.execute(
        f"SELECT count(*) FROM (SELECT {key} FROM (SELECT {key}, n FROM {table} "  # noqa: S608 our own names
        f"UNION ALL SELECT {key}, -n FROM ({told}) told) both_ways "
        f"WHERE unit IN (SELECT id FROM place_unit) GROUP BY {key} HAVING sum(n) <> 0) other"
    )
    return int(cursor.fetchone()[0])
