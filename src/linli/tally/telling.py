"""What the entries of matters are, told by their timelines alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from linli.ground.clock import day_of
from linli.matters.counts import Count
from linli.matters.happening import course
from linli.matters.kind import kind_named
from linli.matters.models import Event, Matter
from linli.matters.state import State
from linli.matters.timeline import Told
from linli.place.models import Unit
from linli.place.tree import COLUMNS, Path
from linli.tally.defined import countings
from linli.tally.models import Entry

STILL = date(9999, 12, 31)
"""Until when it stands so that still does."""
SHOWN = ("seq", "fact", "payload", "digests", "at", "user_id", "behalf_id", "post_id", "request", "hash")
FIELDS = tuple(field.attname for field in Entry._meta.concrete_fields if not field.primary_key)
Row = tuple[object, ...]
"""The columns of an entry in the order of FIELDS: two that are equal count the same."""


class Placed(NamedTuple):
    """A row of the ledger as far as entries need it."""

    pk: int
    number: str
    kind: str
    unit: int


@dataclass(frozen=True)
class Paths:
    """The places of all units in the tree, read once."""

    of: Mapping[int, Path]

    @classmethod
    def read(cls) -> "Paths":
        return cls({pk: tuple(path) for pk, *path in Unit.objects.values_list("pk", *COLUMNS)})


def told(matters: Collection[int], *, paths: Paths, zone: str) -> dict[int, list[Row]]:
    """The entries of these matters as their timelines tell them now; of a kind that cannot be counted none."""
    counted = Matter.objects.filter(pk__in=matters, kind__in=countings())
    rows = {row[0]: Placed(*row) for row in counted.values_list("pk", "number", "kind", "unit_id")}
    lines = Event.objects.filter(matter__in=rows.keys()).order_by("matter_id", "seq").values_list("matter_id", *SHOWN)
    found: dict[int, list[Row]] = {pk: [] for pk in matters}
    for pk, line in groupby(lines, key=lambda row: row[0]):
        found[pk] = list(entries(rows[pk], (Told(*row[1:]) for row in line), paths=paths, zone=zone))
    return found


def entries(matter: Placed, events: Iterable[Told], *, paths: Paths, zone: str) -> Iterator[Row]:
    """One matter's: pure but for what is handed in."""
    counting = countings()[matter.kind]
    known = course(kind_named(matter.kind), number=matter.number, events=events)
    for count in counting.tell(known.happened, known.state):
        if row := _row(count, matter, known.state, paths=paths, zone=zone):
            yield row


def _row(count: Count, matter: Placed, state: State, *, paths: Paths, zone: str) -> Row | None:
    """None for what did not stand so on the evening of any day."""
    on = count.on or day_of(count.at, zone=zone)
    until = (day_of(count.until, zone=zone) if count.until else STILL) if count.lasts else None
    if until is not None and until <= on:
        return None
    unit = matter.unit if count.unit is None else count.unit
    known = {"category": state.category, "result": state.outcome, "colour": state.colour, **count.facets}
    values = {
        "matter_id": matter.pk,
        "seq": count.seq,
        "kind": matter.kind,
        "measure": count.measure,
        "on": on,
        "until": until,
        "at": count.at,
        "value": count.value,
        **{name: known.get(name, "") for name in ("category", "sort", "origin", "result", "step", "colour")},
        "cell": state.cell,
        "unit": unit,
        **dict(zip(COLUMNS, paths.of[unit], strict=True)),
    }
    return tuple(values[name] for name in FIELDS)
