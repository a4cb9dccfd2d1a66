"""What stands on the list by what a matter is now: new, red, overdue, due today, awaiting, called up, long held."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import QuerySet

from linli.matters.kind import awaited, kinds
from linli.matters.marks import CALLED_UP
from linli.matters.models import Duty, Mark, Matter
from linli.matters.state import HOLDER
from linli.reports.question import Question
from linli.reports.rows import BESIDE, MATTER, Row, grouped, row_of, urgent_first

LONG_HELD = 15
"""Days in one person's hands after which the weekly review asks why."""
HOT = 3
"""New matters in one cell in one window that make the place worth a look."""


def new(question: Question) -> tuple[Row, ...]:
    return rows_of(question.new)


def red(question: Question) -> tuple[Row, ...]:
    return rows_of(question.listed(colour=("red",)))


def overdue(question: Question) -> tuple[Row, ...]:
    return rows_of(question.listed(due="overdue"))


def due_today(question: Question) -> tuple[Row, ...]:
    return rows_of(question.listed(due="today"))


def orange_to_link(question: Question) -> tuple[Row, ...]:
    """The orange ones of the kinds that look for a series."""
    tracing = [kind.name for kind in kinds() if kind.leaves_traces]
    return rows_of(question.listed(colour=("orange",)).filter(kind__in=tracing))


def awaiting(question: Question) -> tuple[Row, ...]:
    """Each once, whatever more it waits for."""
    return urgent_first({row.matter: row for row in _awaiting(question)}.values())


def _awaiting(question: Question) -> Iterator[Row]:
    for (sort, _act, _of), names in awaited().items():
        marks = Mark.objects.filter(question.theirs_open, sort=sort, matter__kind__in=names)
        yield from (row_of(columns, at=at) for at, *columns in marks.values_list("at", *BESIDE))


def called_up(question: Question) -> tuple[Row, ...]:
    """Called for since the last cut-off; an earlier call was on the list of the meeting before."""
    return urgent_first(marked(question, CALLED_UP, **question.window))


def long_held(question: Question) -> tuple[Row, ...]:
    """In the same person's hands for longer than LONG_HELD days, the longest first."""
    before = question.at - timedelta(days=LONG_HELD)
    held = Duty.objects.filter(question.theirs_open, role=HOLDER, until_at=None, from_at__lt=before)
    rows = [
        row_of(columns, at=from_at, days=(question.at - from_at).days, user=user)
        for from_at, user, *columns in held.values_list("from_at", "user_id", *BESIDE)
    ]
    return tuple(sorted(rows, key=lambda row: (-row.days, row.urgency)))


def hot_places(question: Question) -> tuple[Row, ...]:
    """The new matters of each cell that had at least HOT of them: places of matters, never of people."""
    placed = grouped(rows_of(question.new.exclude(cell=None)), by="cell")
    return tuple(row for place in placed if place.figure >= HOT for row in place.rows)


def rows_of(matters: QuerySet[Matter]) -> tuple[Row, ...]:
    return urgent_first(row_of(columns) for columns in matters.values_list(*MATTER))


def marked(question: Question, name: str, **moments: object) -> Iterator[Row]:
    """The open matters with a mark of that name, each with its moment."""
    marks = Mark.objects.filter(question.theirs_open, sort=name, name=name, **moments)
    for at, *columns in marks.values_list("at", *BESIDE):
        yield row_of(columns, at=at)
