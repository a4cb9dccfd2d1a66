"""What is published of a month: opened and closed matters by kind, of each street and town and of the county's own."""

from collections.abc import Mapping, Sequence
from datetime import date

from linli.opendata.files import MEASURES
from linli.opendata.network import Cell, Table
from linli.opendata.printed import OTHERS, Place
from linli.place.models import Unit
from linli.place.tree import STREETS
from linli.tally.asking import Scope, ask
from linli.tally.defined import countings
from linli.tally.periods import month_of

Counts = Mapping[tuple[str, str, str], int]
"""(measure, unit, kind) -> how many."""


def county() -> Unit | None:
    """The unit at the top."""
    return Unit.objects.filter(level=1).order_by("code").first()


def counted(first: date) -> tuple[dict[str, Table], dict[str, Place]]:
    """A table for each measure, and the names of its units as they are now."""
    top = county()
    if top is None:
        raise LookupError("There is no county to count in.")
    kinds = tuple(countings())
    streets = {unit.code: unit for unit in Unit.objects.filter(parent=top, kind__in=STREETS).order_by("code")}
    counts = _counts(top, first, kinds=kinds, streets=streets)
    there = [code for code, unit in streets.items() if _was_there(unit, first, counts)]
    below = {top.code: (*there, OTHERS)}
    tables = {measure: Table(top.code, below, kinds, _cells(counts, measure)) for measure in MEASURES}
    named = (top, *(streets[code] for code in there))
    places = {unit.code: Place(unit.code, unit.name, unit.name_en) for unit in named}
    return tables, {**places, OTHERS: Place(OTHERS)}


def _counts(top: Unit, first: date, *, kinds: Sequence[str], streets: Mapping[str, Unit]) -> Counts:
    counts: dict[tuple[str, str, str], int] = {}
    names = [f"{kind}.{measure}" for kind in kinds for measure in MEASURES]
    for (code,), figures in ask(names, Scope(top), month_of(first), by=("unit",)).items():
        for name, figure in figures.items():
            kind, _dot, measure = name.partition(".")
            key = (measure, code if code in streets else OTHERS, kind)
            counts[key] = counts.get(key, 0) + figure.top
    return counts


def _cells(counts: Counts, measure: str) -> dict[Cell, int]:
    return {(unit, kind): count for (asked, unit, kind), count in counts.items() if asked == measure}


def _was_there(unit: Unit, first: date, counts: Counts) -> bool:
    """A unit that was closed before stands in the table only with what it still answered for."""
    answered = any(count for (_measure, code, _kind), count in counts.items() if code == unit.code)
    return answered or unit.closed_on is None or unit.closed_on >= first
