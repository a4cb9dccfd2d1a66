"""Tells SQLite how many matters there are and how their values are spread: by that it chooses among their indexes."""

from django.db import connection, transaction
from django.db.models import Sum as Added

from linli.matters.models import Matter, Sum
from linli.place.models import Unit

FROM, GROWN = 10_000, 2
"""Below so many matters any index will do; surveyed again once there are so many times as many as before."""


def survey_what_grew() -> int:
    """Survey a ledger that has grown since: the sums say whether it has. Returns of how many matters, if it did.

    PostgreSQL surveys by itself. A million matters take SQLite one to two seconds, in which nobody else writes.
    """
    if connection.vendor != "sqlite" or (count := summed_up()) < max(FROM, GROWN * surveyed()):
        return 0
    survey()
    return count


def survey() -> None:
    """Read every index of the matters through: a mere sample takes what all share for what few do.

    The old survey goes first: others who have the file open read a survey only when the shape of the file changes.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("PRAGMA analysis_limit = 0")
        cursor.execute("DROP TABLE IF EXISTS sqlite_stat1")
        cursor.execute(f'ANALYZE "{Matter._meta.db_table}"')


def surveyed() -> int:
    """How many matters there were when that was done last."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'")
        if not cursor.fetchone():
            return 0
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = %s", [Matter._meta.db_table])
        return max((int(stat.split(" ")[0]) for (stat,) in cursor.fetchall()), default=0)


def summed_up() -> int:
    """How many matters there are now, without counting them."""
    tops = Unit.objects.filter(level=1).values("pk")
    return Sum.objects.filter(beyond=False, unit__in=tops).aggregate(there=Added("n"))["there"] or 0
