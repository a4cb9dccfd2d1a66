"""What stands on the list by what happened since the last one: turned to another colour, returned."""

from collections.abc import Iterator

import msgspec

from linli.matters.facts import Turned
from linli.matters.kind import kinds
from linli.matters.models import Event
from linli.reports.question import Question
from linli.reports.rows import BESIDE, Row, row_of, urgent_first


def turned(question: Question) -> tuple[Row, ...]:
    """One row a matter: its colour before the window and the one it has at its end, where they differ."""
    events = Event.objects.filter(question.theirs, fact=Turned.__name__, **question.window)
    found: dict[int, Row] = {}
    for seq, at, payload, *columns in events.order_by("matter", "seq").values_list("seq", "at", "payload", *BESIDE):
        told = msgspec.json.decode(payload)
        before = found.get(columns[0])
        if before or told["was"]:
            found[columns[0]] = row_of(columns, seq=seq, at=at, was=before.was if before else told["was"])
    return urgent_first(row for row in found.values() if row.was != row.colour)


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
