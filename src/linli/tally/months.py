"""The first day of a month, reckoned by the database itself: on SQLite, Django's own way asks Python each time."""

from typing import Any

from django.db.models import DateField, Func


class FirstOfMonth(Func):
    arity = 1
    output_field = DateField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template="date(%(expressions)s, 'start of month')", **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        return self.as_sql(compiler, connection, template="date_trunc('month', %(expressions)s)::date", **more)
