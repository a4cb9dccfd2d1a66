"""Hot and lingering issues of some days among matters that somebody may see: gathered, clustered, kept nowhere."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db.models import Q, QuerySet

from linli.ground.clock import moment
from linli.likeness.clustering import Telling
from linli.likeness.issues import BACK, Issues, issues
from linli.matters.kind import Kind
from linli.matters.models import Matter
from linli.matters.searchable import without_whoever_told
from linli.matters.state import State
from linli.policy.book import Book, book

AT_ONCE = 500
COLUMNS = ("pk", "number", "cell", "category", "opened_at", "closed_at", "title", "standing__state")


class Days(NamedTuple):
    """The first and the last day of what is asked for."""

    first: date
    last: date

    def moments(self, zone: str) -> tuple[datetime, datetime]:
        """When the first begins, and when the last is over."""
        return moment(self.first, zone=zone), moment(self.last + timedelta(days=1), zone=zone)


class Row(NamedTuple):
    """Of a matter, what is laid together with others."""

    pk: int
    number: str
    cell: int
    category: str
    opened_at: datetime
    closed_at: datetime | None
    title: str
    state: str


def found(seen: QuerySet[Matter], *, kind: Kind, days: Days, at: datetime, most: int, back: timedelta = BACK) -> Issues:
    """Of the kind's matters told on those days; of more than `most` the newest."""
    known = book(at)
    since, until = days.moments(known.calendar.zone)
    told = Q(opened_at__gte=since, opened_at__lt=until)
    ended = Q(closed_at__gte=since - back, opened_at__lt=since)
    rows = seen.filter(told | ended, kind=kind.name, touched_at__gte=since - back).exclude(
        Q(cell=None) | Q(category="")
    )
    pks = list(rows.order_by("-touched_at", "-pk").values_list("pk", flat=True)[:most])
    return issues(list(_tellings(pks, kind=kind, known=known)), since=since, back=back)


def _tellings(pks: Sequence[int], *, kind: Kind, known: Book) -> Iterator[Telling]:
    roots = {code: (known.upwards(kind.name, code) or [code])[-1] for _kind, code in known.parents}
    for at in range(0, len(pks), AT_ONCE):
        rows = map(Row._make, Matter.objects.filter(pk__in=pks[at : at + AT_ONCE]).values_list(*COLUMNS))
        yield from _told({row: State.read(row.state) for row in rows}, kind=kind, roots=roots)


def _told(rows: dict[Row, State], *, kind: Kind, roots: dict[str, str]) -> Iterator[Telling]:
    """By the title alone where the words are for the desk only; nothing of what the desk opened by itself counts.

    As they are searched, so that nobody's name is a word that many have in common.
    """
    told = without_whoever_told(row.pk for row in rows)
    for row, state in rows.items():
        reporters, votes = kind.voices(state)
        title, story = told.get(row.pk, (row.title, ""))
        yield Telling(
            matter=row.pk,
            number=row.number,
            cell=row.cell,
            root=roots.get(row.category, row.category),
            category=row.category,
            opened_at=row.opened_at,
            closed_at=row.closed_at,
            text=f"{title}\n{story}" if kind.story(state) and not kind.withheld(state) else title,
            reporters=reporters,
            votes=votes,
        )
