"""How often a piece of work reads rows of a table."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext


class Reads:
    """What was asked while it was open, by the table that is asked first of all."""

    def __init__(self) -> None:
        self.tables: list[str] = []

    def of(self, *models: type[Model]) -> tuple[int, ...]:
        return tuple(self.tables.count(model._meta.db_table) for model in models)


@contextmanager
def reads() -> Iterator[Reads]:
    found = Reads()
    with CaptureQueriesContext(connection) as asked:
        yield found
    told = [one["sql"].partition(' FROM "') for one in asked if one["sql"].startswith("SELECT ")]
    found.tables += [rest.partition('"')[0] for _columns, _from, rest in told]
