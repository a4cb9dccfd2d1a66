"""Which tables a backup carries and which are made anew; their rows as plain values, out of the database and in."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import Error, connection
from django.db.models import BinaryField, Field, Model

from linli.matters.copying import copy_in

BELOW = frozenset({"place", "staff", "policy"})
"""The rooms that timelines stand on: their rows come before them."""
TOLD = frozenset({"matters.matter", "matters.event", "matters.words"})
"""Carried on the lines of the matters themselves."""
MADE_ANEW = frozenset(
    f"{room}.{name}"
    for room, names in (
        ("matters", "follow papercode searched frequent standing duty tie mark beyond sum due"),
        ("tally", "entry sheet bookmark"),
        ("likeness", "laid bookmark"),
    )
    for name in names.split()
)
"""Derived from the timelines, by the functions and triggers that keep it up every day."""
LEFT = frozenset(
    {
        "sessions.session",  # everybody signs in again
        "counter.draft",  # a picture that nobody handed in yet; it lies outside the attachments
        "counter.rate",  # how often something was done within an hour
        "desk.openform",  # who has a form open at this minute
        "contenttypes.contenttype",  # Django's own, made by migrating
        "auth.permission",
        "auth.group",
        "auth.group_permissions",
    }
)
"""Of the running of one machine, and over with it."""
AT_ONCE = 500


class NoRow(Exception):
    """What is to be put in is no row of that table, or not beside the others."""


def carried() -> list[type[Model]]:
    """All other tables: whatever is added to the house later is carried unless it is named above."""
    return [model for model in every() if label(model) not in TOLD | MADE_ANEW | LEFT]


def stands_below(model: type[Model]) -> bool:
    return model._meta.app_label in BELOW


def every() -> list[type[Model]]:
    models = apps.get_models(include_auto_created=True)
    return [model for model in models if model._meta.managed and not model._meta.proxy]


def label(model: type[Model]) -> str:
    return model._meta.label_lower


def rows_of(model: type[Model]) -> Iterator[dict[str, Any]]:
    """Its rows in order, a few hundred at a time; each by itself where it may hold a whole file."""
    fields, rows = model._meta.concrete_fields, model._base_manager.order_by("pk")
    at_once = 1 if any(isinstance(field, BinaryField) for field in fields) else AT_ONCE
    last: Any = None
    while batch := list((rows if last is None else rows.filter(pk__gt=last))[:at_once]):
        last = batch[-1].pk
        for row in batch:
            yield {field.attname: _out(field, field.value_from_object(row)) for field in fields}


def put_in(name: str, rows: Sequence[dict[str, Any]]) -> None:
    """Write rows of the table of that name as they were. Raises NoRow."""
    model = {label(one): one for one in carried()}.get(name)
    fields = model._meta.concrete_fields if model else ()
    if model is None or any(row.keys() != {field.attname for field in fields} for row in rows):
        raise NoRow(name)
    columns = [str(field.column) for field in fields]
    try:
        with connection.wrap_database_errors:
            copy_in(model, columns, [[_in(one, row[one.attname]) for one in fields] for row in rows])
    except (ValueError, TypeError, OverflowError, ValidationError, Error) as problem:
        raise NoRow(name) from problem


def clear() -> None:
    """Take away what a first start wrote by itself: the backup has its own."""
    with connection.cursor() as cursor:
        for model in (*carried(), *(one for one in every() if label(one) in MADE_ANEW - {"matters.searched"})):
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')  # noqa: S608 a table of our own


def go_on_counting() -> None:
    """Let new rows get ids behind those that were carried, and PostgreSQL know how many there are."""
    models = [model for model in every() if label(model) not in LEFT]
    analyze = ["ANALYZE"] if connection.vendor == "postgresql" else []
    with connection.cursor() as cursor:
        for statement in [*connection.ops.sequence_reset_sql(no_style(), models), *analyze]:
            cursor.execute(statement)


def _out(field: "Field[Any, Any]", value: Any) -> Any:
    """A kind of row of Django's has another id in each installation: it is carried by its name."""
    if value is not None and field.related_model is ContentType:
        return ".".join(ContentType.objects.get_for_id(value).natural_key())
    return bytes(value) if isinstance(value, memoryview) else value


def _in(field: "Field[Any, Any]", value: Any) -> Any:
    if value is not None and field.related_model is ContentType:
        room, name = value.split(".")
        return ContentType.objects.get_or_create(app_label=room, model=name)[0].pk
    return field.get_db_prep_value(field.to_python(value), connection, prepared=False)
