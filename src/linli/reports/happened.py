"""What stands on the list by what happened since the last one: turned to another colour, returned."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

import msgspec

from linli.colours.colour import Colour
from linli.matters.facts import Turned
from linli.matters.kind import kinds
from linli.matters.models import Event
from linli.reports.question import Question
from linli.reports.rows import BESIDE, Row, row_of, urgent_first


def turned(question: Question) -> tuple[Row, ...]:
    """One row a matter: its colour before the window and the one it has at its end, where they differ."""
    events = Event.objects.filter(question.theirs, fact=Turned.__name__, **question.window)
    told = events.order_by("matter", "seq").values_list("seq", "at", "payload", *BESIDE)
    return urgent_first(
        in_all(
            row_of(columns, seq=seq, at=at, was=msgspec.json.decode(payload)["was"])
            for seq, at, payload, *columns in told
        )
    )


def in_all(turns: Iterable[Row]) -> Iterator[Row]:
    """Of the turns of each matter the last, with the colour before the first.

    What was opened in the window had none: it stands here where it is red now, as figures count it among what turned
    red; else with the colour it was opened in, where that was another.
    """
    for _pk, line in groupby(turns, key=lambda row: row.matter):
        rows = list(line)
        if not rows[0].was and rows[-1].colour == Colour.RED:
            yield replace(rows[-1], was="")
        elif (was := next((row.was for row in rows if row.was), "")) not in ("", rows[-1].colour):
            yield replace(rows[-1], was=was)


def returned(question: Question) -> tuple[Row, ...]:
    """One row a matter, with its last return."""
    last = {row.matter: row for row in returns(question)}
    return urgent_first(last.values())


def every_return(question: Question) -> tuple[Row, ...]:
    """One row a return: what came back twice counts twice."""
    return urgent_first(returns(question))


def returns(question: Question) -> Iterator[Row]:
    """Each fact in the window that sent a matter back to who had it, in order."""
    known = {(kind.name, fact.__name__) for kind in kinds() for fact in kind.facts if fact.returns}
    events = Event.objects.filter(question.theirs, fact__in={fact for _kind, fact in known}, **question.window)
    for fact, seq, at, *columns in events.order_by("matter", "seq").values_list("fact", "seq", "at", *BESIDE):
        row = row_of(columns, seq=seq, at=at)
        if (row.kind, fact) in known:
            yield row
