"""The matters behind a figure, entry by entry; what is out of a reader's sight is told by number and kind alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.kind import kinds
from linli.place.models import Unit
from linli.tally.behind import Behind, rows
from linli.tally.defined import measures
from linli.tally.models import Entry

MOST = 500


@dataclass(frozen=True)
class CountedRow:
    """One entry; `title` is None where the reader does not see the matter."""

    number: str
    kind: str
    title: str | None
    on: date
    what: str
    unit: str


@dataclass(frozen=True)
class CountedRows:
    """What a figure counted: from when to when, of what, how many in all, and the first of them."""

    first: date
    last: date
    what: str
    count: int
    rows: tuple[CountedRow, ...]


def counted_rows(query: str, *, who: Viewer) -> CountedRows:
    """Raises Spoilt for a query that names no rows."""
    behind = Behind.read(query)
    found: QuerySet[Entry] = rows(behind)
    listed = list(found.select_related("matter")[:MOST])
    what = _(", ").join(_(measures()[one]) for one in behind.measures)
    return CountedRows(behind.first, behind.last, what, found.count(), tuple(_named(listed, who=who)))


def _named(entries: Iterable[Entry], *, who: Viewer) -> Iterable[CountedRow]:
    entries = list(entries)
    visible = access.visible(who).filter(pk__in={one.matter_id for one in entries})
    titles = dict(visible.values_list("pk", "title"))
    units = {one.pk: one.label for one in Unit.objects.filter(pk__in={one.unit for one in entries})}
    words = {kind.name: kind.word for kind in kinds()}
    for one in entries:
        yield CountedRow(
            number=one.matter.number,
            kind=_(words.get(one.kind, one.kind)),
            title=titles.get(one.matter_id),
            on=one.on,
            what=_(measures().get(one.measure, one.measure)),
            unit=units.get(one.unit, ""),
        )
