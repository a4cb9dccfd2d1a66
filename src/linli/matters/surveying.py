"""Tells SQLite how many matters there are and how their values are spread: by that it chooses among their indexes."""

from django.db import connection, transaction

from linli.matters.models import Matter
from linli.matters.sums import kinds_within

FROM, GROWN = 10_000, 2
"""Below so many matters any index will do; surveyed again once there are so many times as many as before."""


def survey_what_grew() -> int:
    """Survey a ledger that has grown since, or got an index: the sums say how large it is. Returns of how many matters,
    if it did.

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
    """How many matters there were when that was done last; none where an index was made since.

    Of an index that nobody surveyed SQLite believes that it finds ten rows, and reads it for nearly everything.
    """
    with connection.cursor() as cursor:
        cursor.execute(STANDS, [Matter._meta.db_table])
        if not cursor.fetchone():
            return 0
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = %s", [Matter._meta.db_table])
        return max((int(stat.split(" ")[0]) for (stat,) in cursor.fetchall()), default=0)


STANDS = """SELECT 1 FROM sqlite_master survey WHERE survey.name = 'sqlite_stat1' AND NOT EXISTS (
    SELECT 1 FROM sqlite_master made WHERE made.type = 'index' AND made.tbl_name = %s AND made.rowid > survey.rowid)"""
"""The file lists what it holds in the order in which it was made, and a survey is made anew each time.

VACUUM writes the file anew and lists all tables before the indexes: one survey more follows, and then it stands again.
"""


def summed_up() -> int:
    """How many matters there are now, without counting them."""
    return sum(kinds_within().values())
