"""What stands on the list by what was instructed: open, overdue, fulfilled since, and those given in one meeting."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec
from django.db.models import QuerySet

from linli.matters.instructing import Fulfilled, Instructed
from linli.matters.marks import INSTRUCTION
from linli.matters.models import Event, Mark
from linli.reports.covering import convenors
from linli.reports.models import Meeting
from linli.reports.question import Question
from linli.reports.rows import BESIDE, Row, row_of

Told = dict[tuple[int, int], dict[str, Any]]


def open_ones(question: Question) -> tuple[Row, ...]:
    """One row an instruction; `at` is when it is due. Those of closed matters have lapsed."""
    marks = Mark.objects.filter(question.theirs_open, sort=INSTRUCTION)
    told = told_beside(marks)
    rows = marks.values_list("name", "at", *BESIDE)
    return in_time(_row(columns, int(name.rpartition("_")[2]), at, told) for name, at, *columns in rows)


def overdue(question: Question) -> tuple[Row, ...]:
    return tuple(row for row in open_ones(question) if row.at and row.at < question.at)


def fulfilled(question: Question) -> tuple[Row, ...]:
    """One row an instruction that was done in the window; `at` is when it was."""
    events = Event.objects.filter(question.theirs, fact=Fulfilled.__name__, **question.window)
    told = told_beside(events)
    rows = events.values_list("payload", "at", *BESIDE)
    return in_time(
        _row(columns, msgspec.json.decode(payload)["instruction"], at, told) for payload, at, *columns in rows
    )


def given_in(question: Question, *, number: str) -> tuple[Row, ...]:
    """The instructions given in the meeting of that number while it was open, by whom it is open to; `at`: when due."""
    meeting = Meeting.objects.select_related("unit").get(number=number)
    sat = {"at__gte": meeting.cut_at, "at__lte": meeting.closed_at or question.at, "post__unit__in": convenors(meeting)}
    events = Event.objects.filter(question.theirs, fact=Instructed.__name__, **sat)
    told = {(pk, seq): msgspec.json.decode(payload) for pk, seq, payload in _payloads(events)}
    rows = events.values_list("seq", *BESIDE)
    mine = ((seq, columns) for seq, *columns in rows if told[columns[0], seq]["meeting"] == number)
    return in_time(
        _row(columns, seq, msgspec.convert(told[columns[0], seq]["until"]["at"], datetime), told)
        for seq, columns in mine
    )


def told_beside(rows: "QuerySet[Mark] | QuerySet[Event]") -> Told:
    """What each instruction of these rows' matters says, by matter and place in line."""
    events = Event.objects.filter(fact=Instructed.__name__, matter__in=rows.values_list("matter_id", flat=True))
    return {(pk, seq): msgspec.json.decode(payload) for pk, seq, payload in _payloads(events)}


def in_time(rows: Iterable[Row]) -> tuple[Row, ...]:
    """By their moment, the earliest first."""
    return tuple(sorted(rows, key=lambda row: (row.at or row.opened_at, row.matter, row.seq)))


def _payloads(events: QuerySet[Event]) -> "QuerySet[Event, tuple[int, int, str]]":
    return events.values_list("matter_id", "seq", "payload")


def _row(columns: list[Any], seq: int, at: datetime, told: Told) -> Row:
    said = told[columns[0], seq]
    return row_of(columns, seq=seq, at=at, user=said["user"], told_unit=said["unit"])
