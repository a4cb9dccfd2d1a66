"""Whether the policy rows have changed since they were last read, in one small query."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Count, Max, Model, QuerySet, Value

from linli.policy.models import CalendarYear, Catalogue, Category, Centre, Holiday, Term, TownDuty

Stamp = tuple[tuple[Any, ...], ...]
READ: tuple[type[Model], ...] = (CalendarYear, Catalogue, Category, Centre, Holiday, Term, TownDuty)

_KNOWN: ContextVar[list[Stamp] | None] = ContextVar("the stamp that was asked for", default=None)


@contextmanager
def asked_once() -> Iterator[None]:
    """Whatever is asked of the policy within is asked under one stamp, that of its beginning. What is not in hand yet
    is read a moment later, and may be newer by that: the next request has another stamp, and reads it again."""
    if _KNOWN.get() is not None:
        yield
        return
    token = _KNOWN.set([])
    try:
        yield
    finally:
        _KNOWN.reset(token)


def stamp() -> Stamp:
    """Count and last change of every table the book is made from; a new stamp means reading them again."""
    known = _KNOWN.get()
    if known:
        return known[0]
    with connection.cursor() as cursor:
        cursor.execute(*question())
        found = tuple(sorted(cursor.fetchall()))
    if known is not None:
        known.append(found)
    return found


@cache
def question() -> tuple[str, tuple[Any, ...]]:
    """The query and what is put into it: asked at every request, so made only once."""
    first, *others = [summary(model) for model in READ]
    return first.union(*others, all=True).query.sql_with_params()


def summary(model: type[Model]) -> QuerySet[Any, Any]:
    named: QuerySet[Any, Any] = model._default_manager.order_by().annotate(table=Value(model.__name__)).values("table")
    summed: QuerySet[Any, Any] = named.annotate(rows=Count("pk"), latest=Max("changed_at"))
    return summed.values_list("table", "rows", "latest")
