"""Lays out all sheets anew: entries are read once by day and once by month, and every sheet is summed from those."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from linli.matters.counts import CATEGORY
from linli.tally.defined import countings
from linli.tally.models import Sheet
from linli.tally.months import month_of
from linli.tally.question import FACETS_OF, TOP, facets_of, is_daily, sides
from linli.tally.telling import STILL
from linli.tally.writing import ADDED, PUT_IN


@dataclass(frozen=True)
class Base:
    """A table of sums that those of many sheets are made of, gone when they are."""

    name: str
    columns: tuple[str, ...]
    by_month: bool = False

    def made(self) -> Iterator[str]:
        """What began and, taken away again, what ended."""
        columns = ", ".join(("kind", "measure", *self.columns))
        began, ended = (month_of(day) if self.by_month else day for day in ('"on"', "until"))
        told = f"{columns}, COUNT(*) AS n, SUM(value) AS v FROM tally_entry GROUP BY {columns}"
        yield f"CREATE TEMPORARY TABLE {self.name} AS SELECT {began} AS day, {told}, {began}"
        told = f"{columns}, -COUNT(*), -SUM(value) FROM tally_entry WHERE until < '{STILL}' GROUP BY {columns}"
        yield f"INSERT INTO {self.name} SELECT {ended}, {told}, {ended}"

    def sheet(self, level: int, side: str, kinds: Sequence[str]) -> str:
        """The statement for one side of all units of a level."""
        day, unit = "day" if is_daily(level, side) else month_of("day"), f"unit_{level}"
        above = f"unit_{level - 1}" if level > TOP else "CAST(NULL AS bigint)"
        code, other, *_none = (*facets_of(side), "''", "''")
        named = ", ".join(f"'{kind}'" for kind in kinds)
        return (
            f"{PUT_IN} SELECT {day}, {unit}, {above}, measure, '{side}', {code}, {other}, SUM(n), SUM(v) "  # noqa: S608 no foreign word
            f"FROM {self.name} WHERE {unit} IS NOT NULL AND kind IN ({named}) GROUP BY 1, 2, 3, 4, 6, 7 {ADDED}"
        )


@transaction.atomic
def fill() -> int:
    """Drop the sheets and sum up all entries again. Returns how many numbers stand on them."""
    Sheet.objects.all().delete()
    with connection.cursor() as cursor:
        for sql in _statements():
            cursor.execute(sql)
    return Sheet.objects.count()


def layout() -> dict[tuple[int, str], list[str]]:
    """Of every level the sides that its units have sheets of, with the kinds whose matters stand on them."""
    found: dict[tuple[int, str], list[str]] = {}
    for level in FACETS_OF:
        for kind in sorted(countings()):
            for side in sides(level, kind):
                found.setdefault((level, side), []).append(kind)
    return found


def _statements() -> Iterator[str]:
    """Hundreds of categories would make the table by day as long as the entries: they have one by month."""
    laid = {(level, side): (kinds, facets_of(side)) for (level, side), kinds in layout().items()}
    for by_month in (False, True):
        wanted = {key: kinds for key, (kinds, facets) in laid.items() if (CATEGORY in facets) == by_month}
        facets = sorted({facet for _level, side in wanted for facet in facets_of(side)})
        units = [f"unit_{level}" for level in sorted({level for level, _side in wanted})]
        base = Base(f"tally_by_{'month' if by_month else 'day'}", (*units, *facets), by_month=by_month)
        yield from base.made()
        yield from (base.sheet(level, side, kinds) for (level, side), kinds in wanted.items())
        yield f"DROP TABLE {base.name}"
