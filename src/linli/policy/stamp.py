"""Whether the policy rows have changed since they were last read, in one small query."""

from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Count, Max, Model, QuerySet, Value

from linli.policy.models import CalendarYear, Catalogue, Category, Centre, Holiday, Term, TownDuty

Stamp = tuple[tuple[Any, ...], ...]
READ: tuple[type[Model], ...] = (CalendarYear, Catalogue, Category, Centre, Holiday, Term, TownDuty)


def stamp() -> Stamp:
    """Count and last change of every table the book is made from; a new stamp means reading them again."""
    with connection.cursor() as cursor:
        cursor.execute(*question())
        return tuple(sorted(cursor.fetchall()))


@cache
def question() -> tuple[str, tuple[Any, ...]]:
    """The query and what is put into it: asked at every request, so made only once."""
    first, *others = [summary(model) for model in READ]
    return first.union(*others, all=True).query.sql_with_params()


def summary(model: type[Model]) -> QuerySet[Any, Any]:
    named: QuerySet[Any, Any] = model._default_manager.order_by().annotate(table=Value(model.__name__)).values("table")
    summed: QuerySet[Any, Any] = named.annotate(rows=Count("pk"), latest=Max("changed_at"))
    return summed.values_list("table", "rows", "latest")
