"""Matters that everybody may follow, whoever asks: those of public kinds that are nobody's secret."""

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from linli.matters.kind import Kind, kind_named
from linli.matters.models import Matter
from linli.matters.state import State


def candidates(kinds: Iterable[Kind]) -> QuerySet[Matter]:
    """The matters of those kinds that are public; `followable` leaves out what is not to be told."""
    names = [kind.name for kind in kinds if kind.public]
    rows = Matter.objects.filter(kind__in=names)
    return rows.select_related("unit", "cell__unit", "standing")


def followable(rows: Iterable[Matter]) -> Iterator[tuple[Matter, State]]:
    """Those of these rows of which everybody may be told, each with its state."""
    for row in rows:
        public, state = kind_named(row.kind).public, State.read(row.standing.state)
        if public and public.shows(state):
            yield row, state
