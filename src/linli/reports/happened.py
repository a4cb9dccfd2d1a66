"""What stands on the list by what happened since the last one: turned to another colour, returned."""

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from linli.colours.colour import Colour
from linli.matters.facts import Turned
from linli.matters.kind import kinds
from linli.matters.models import Event
from linli.reports.question import Question
from linli.reports.rows import BESIDE, Row, row_of, urgent_first


def turned(question: Question) -> tuple[Row, ...]:
    """One row a matter: its colour before the window and the one it has at its end, where they differ.

    What was opened in the window had none before: it stands here where it is red now, as it counts as turned red.
    """
    events = Event.objects.filter(question.theirs, fact=Turned.__name__, **question.window)
    found, opened = dict[int, Row](), set[int]()
    for seq, at, payload, *columns in events.order_by("matter", "seq").values_list("seq", "at", "payload", *BESIDE):
        pk, was = columns[0], msgspec.json.decode(payload)["was"]
        if not was:
            opened.add(pk)
        found[pk] = row_of(columns, seq=seq, at=at, was=(found[pk].was if pk in found else "") or was)
    return urgent_first(_from_opening(row) if pk in opened else row for pk, row in found.items() if _moved(row, opened))


def _moved(row: Row, opened: set[int]) -> bool:
    return row.was not in ("", row.colour) or (row.matter in opened and row.colour == Colour.RED)


def _from_opening(row: Row) -> Row:
    """What is red now and was opened in the window had no colour before it."""
    return replace(row, was="") if row.colour == Colour.RED else row


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
