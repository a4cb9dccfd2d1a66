"""Whether the policy rows have changed since they were last read, in one small query."""

from typing import Any

from django.db.models import Count, Max, Model, QuerySet, Value

from linli.policy.models import CalendarYear, Catalogue, Category, Centre, Holiday, Term, TownDuty

Stamp = tuple[tuple[Any, ...], ...]
READ: tuple[type[Model], ...] = (CalendarYear, Catalogue, Category, Centre, Holiday, Term, TownDuty)


def stamp() -> Stamp:
    """Count and last change of every table the book is made from; a new stamp means reading them again."""
    first, *others = [summary(model) for model in READ]
    return tuple(sorted(first.union(*others, all=True)))


def summary(model: type[Model]) -> QuerySet[Any, Any]:
    named: QuerySet[Any, Any] = model._default_manager.order_by().annotate(table=Value(model.__name__)).values("table")
    summed: QuerySet[Any, Any] = named.annotate(rows=Count("pk"), latest=Max("changed_at"))
    return summed.values_list("table", "rows", "latest")
