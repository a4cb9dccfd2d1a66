"""What the tests of taking in share: the ledger as it stands, and the same rows told one by one by the gate."""

from datetime import datetime
from typing import Any

from linli.matters.incoming import Row
from linli.matters.kind import Kind
from linli.matters.models import Duty, Event, Mark, Matter, Standing, Taking, Words
from linli.matters.preparing import preparer
from linli.matters.record import record_many
from linli.staff.posts import Held
from tests.town import facts_of

NARROW = [one.attname for one in Matter._meta.concrete_fields if one.attname not in ("id", "number", "head")]
EVENT = ("seq", "fact", "payload", "at", "user_id", "post_id", "behalf_id")
TABLES: dict[type[Any], tuple[str, ...]] = {
    Matter: tuple(NARROW),
    Event: EVENT,
    Words: ("seq", "field", "privacy", "text"),
    Standing: ("state",),
    Duty: ("place", "role", "unit_id", "user_id", "from_at", "until_at"),
    Mark: ("name", "sort", "at", "provisional"),
}


def ledger() -> list[Any]:
    """All that stands in the ledger but ids, numbers, salts and what is sealed with them."""
    keys = {table: "id" if table is Matter else "matter_id" for table in TABLES}
    return [
        [
            tuple(one)
            for one in table._default_manager.order_by(
                keys[table], *(() if table is Matter else columns[:2])
            ).values_list(*columns)
        ]
        for table, columns in TABLES.items()
    ]


def counted(taking: Taking) -> tuple[int, ...]:
    return (taking.rows, taking.good, taking.already, taking.changed, taking.wrong)


def said(found: Matter) -> list[str]:
    """What happened, without the colours."""
    return [fact for fact in facts_of(found) if fact != "Turned"]


def told_by_the_gate(kind: Kind, rows: list[Row], *, by: Held, at: datetime) -> None:
    """Each row's steps said to a timeline of its own, and recorded as everything else is."""
    known = preparer(kind, by=by, at=at, source="12345", taking=0)
    for place, one in enumerate(rows, 1):
        line = known.teller.opened(kind, known.placed(known.lists.fit(one)))
        line.numbered(known.number(2026, place))
        record_many([line])
