"""The first day of a month, reckoned by the database itself: on SQLite, Django's own way asks Python each time."""

from typing import Any

from django.db import connection
from django.db.models import DateField, Func

ON = {
    "sqlite": "date(%(expressions)s, 'start of month')",
    "postgresql": "date_trunc('month', %(expressions)s)::date",
}


def month_of(day: str) -> str:
    """In a statement, the first day of the month in which a column's day lies."""
    return ON[connection.vendor] % {"expressions": day}


class FirstOfMonth(Func):
    arity = 1
    output_field = DateField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template=ON["sqlite"], **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template=ON["postgresql"], **more)
