"""Questions composed once: Django puts their SQL together the first time, and from then on they are only asked.

A page asks a dozen small questions, and putting one together takes ten times as long as answering it. Whoever keeps
one knows it by all that it depends on; only moments and ids may be put in anew each time it is asked. What reads the
rows is of the connection it was composed on: a web process has one thread, and so one connection.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet, Value

KEPT = 512
"""As many questions of one sort are kept: those of each viewer, for a few hundred viewers."""
Making = tuple[int, Sequence[Callable[..., Any]], Any]
MOMENTS = tuple(datetime(1, 1, 1, 0, 0, second, tzinfo=UTC) for second in range(60))
IDS = tuple(range(-(2**40), -(2**40) + 1024))
"""They stand in a question for the moments and the ids that are told when it is asked."""
ROOM = 32


@dataclass(frozen=True)
class Composed:
    """The SQL, what is put into it, and how the values of its columns are made."""

    sql: str
    told: tuple[Any, ...]
    made: tuple[Making, ...]

    def rows(self, *moments: datetime, ids: Sequence[int] = ()) -> list[tuple[Any, ...]]:
        """What is there now, with these in the places of the first of MOMENTS, and of the first of IDS."""
        if not self.sql:
            return []
        told = self._told(moments, ids) if moments or ids else self.told
        with connection.cursor() as cursor:
            cursor.execute(self.sql, told)
            found = cursor.fetchall()
        return [self._made(row) for row in found] if self.made else found

    def one(self, *moments: datetime, ids: Sequence[int] = ()) -> tuple[int, ...]:
        """The figures of a question made by `numbers`; none where there is nothing to count."""
        return next(iter(self.rows(*moments, ids=ids)), (0,))[1:]

    def _told(self, moments: Sequence[datetime], ids: Sequence[int]) -> list[Any]:
        adapt = connection.ops.adapt_datetimefield_value
        meant: dict[Any, Any] = {adapt(hole): adapt(moment) for hole, moment in zip(MOMENTS, moments, strict=False)}
        meant |= dict(zip(IDS, [*ids, *[0] * (room(ids) - len(ids))], strict=False))
        return [meant.get(one, one) for one in self.told]

    def _made(self, row: Sequence[Any]) -> tuple[Any, ...]:
        values = list(row)
        for place, steps, column in self.made:
            for step in steps:
                values[place] = step(values[place], column, connection)
        return tuple(values)


def room(ids: Sequence[int]) -> int:
    """As many places as a question has for these: a few sizes do for any number. None has the id 0."""
    return -(-len(ids) // ROOM) * ROOM


def composed(rows: QuerySet[Any, Any]) -> Composed:
    """The question for these rows, which must be asked for as tuples."""
    compiler = rows.query.get_compiler(connection=connection)
    try:
        sql, told = compiler.as_sql()
    except EmptyResultSet:
        return Composed("", (), ())
    made = compiler.get_converters([column for column, _sql, _name in compiler.select or ()])
    return Composed(sql, tuple(told), tuple((place, steps, column) for place, (steps, column) in made.items()))


def numbers(rows: QuerySet[Any, Any], told: Mapping[str, Any]) -> Composed:
    """The question for some figures over all these rows, in their order."""
    all_in_one: QuerySet[Any, Any] = rows.order_by().annotate(all_in_one=Value(1)).values("all_in_one")
    return composed(all_in_one.annotate(**told).values_list("all_in_one", *told))
