"""Puts timelines back as the gate wrote them elsewhere: each chain is checked and folded, and its rows made anew."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
from django.db import Error, connection
from django.db.models import Model

from linli.ground.seal import CannotOpen
from linli.matters import words
from linli.matters.copying import copy_in
from linli.matters.following import digest_for
from linli.matters.indexing import Row, index_many
from linli.matters.kind import kind_named
from linli.matters.models import Duty, Event, Follow, Mark, Matter, PaperCode, Standing, Tie, Words
from linli.matters.plain_rows import IN_ORDER, MOMENTS, TABLES, put
from linli.matters.preparing import paths
from linli.matters.searchable import stored_rows
from linli.matters.standing import Values, columns, duty_values, event_values, mark_values, paper_values, tie_values
from linli.matters.timeline import Timeline, Told, fold
from linli.matters.verify import SHOWN, first_broken

COLUMNS: Mapping[type[Model], tuple[str, ...]] = {
    **TABLES,
    Event: ("id", *TABLES[Event]),
    Words: (*words.COLUMNS, "erased_at"),
}
"""What is written of those carried, beside what follows from them."""


Rows = dict[type[Model], list[Values]]


class Altered(Exception):
    """What is put back is not what the gate wrote; the text says what of it."""


class Word(NamedTuple):
    """The text of one private field of one event, sealed where it is personal."""

    seq: int
    field: str
    privacy: str
    text: str
    sealed: bytes | None
    salt: str
    erased_at: datetime | None


class Past(msgspec.Struct, frozen=True, tag_field="is", tag="matter"):
    """One matter as it is carried: its events word for word, and the little that no event says."""

    id: int
    number: str
    kind: str
    judged_under: str
    turns_at: datetime | None
    events: tuple[tuple[int, Told], ...]
    words: tuple[Word, ...]

    def told(self) -> list[Told]:
        return [event for _pk, event in self.events]


def pasts_of(matters: Sequence[Matter]) -> list[Past]:
    """These matters as they are carried."""
    ids = [matter.pk for matter in matters]
    events: dict[int, list[tuple[int, Told]]] = {pk: [] for pk in ids}
    said: dict[int, list[Word]] = {pk: [] for pk in ids}
    rows = Event.objects.filter(matter_id__in=ids).order_by("matter_id", "seq")
    for matter, pk, *event in rows.values_list("matter_id", "pk", *SHOWN):
        events[matter].append((pk, Told(*event)))
    for matter, *word in Words.objects.filter(matter_id__in=ids).order_by("pk").values_list("matter_id", *Word._fields):
        said[matter].append(Word(*word))
    return [
        Past(one.pk, one.number, one.kind, one.judged_under, one.turns_at, tuple(events[one.pk]), tuple(said[one.pk]))
        for one in matters
    ]


def put_back(pasts: Sequence[Past]) -> None:
    """Write them into a ledger that holds none of them, within the caller's transaction. Raises Altered."""
    lines = [_folded(past) for past in pasts]
    standing_in = paths({line.row()["unit_id"] for line in lines})
    rows: Rows = {table: [] for table in COLUMNS}
    for past, line in zip(pasts, lines, strict=True):
        if line.row()["unit_id"] not in standing_in:
            raise Altered(f"{past.number}: its unit is not among those that came with it")
        _add(rows, past, line, paths=standing_in)
    try:
        with connection.wrap_database_errors:
            for table, names in COLUMNS.items():
                copy_in(table, names, rows[table])
    except (Error, OverflowError, TypeError, ValueError) as problem:
        raise Altered(f"{pasts[0].number} and the next ones: {problem}") from problem
    index_many(_searched(pasts), before={})


def _searched(pasts: Sequence[Past]) -> list[Row]:
    """What is searched of them: to keep people out of it, every word has to be read."""
    try:
        return list(stored_rows(list(Matter.objects.filter(pk__in=[past.id for past in pasts]).order_by("pk"))))
    except (CannotOpen, LookupError) as error:
        raise Altered(f"{pasts[0].number} and the next ones: their words cannot be read: {error!r}") from error


def _folded(past: Past) -> Timeline:
    told = past.told()
    if broken := first_broken(past.number, told):
        raise Altered(str(broken))
    try:
        line = fold(kind_named(past.kind), number=past.number, events=told)
    except Exception as error:
        raise Altered(f"{past.number}: the timeline cannot be folded: {error!r}") from error
    line.matter_id, line.judged_under = past.id, past.judged_under
    if past.judged_under != line.kind.table or past.turns_at in line.turns():
        line.state.turns_at = past.turns_at  # a beat may have looked at it since, and found no other colour
    return line


def _add(rows: Rows, past: Past, line: Timeline, *, paths: Mapping[int, Mapping[str, Any]]) -> None:
    title = next((one.text for one in past.words if (one.seq, one.field) == (line.state.title_seq, "title")), "")
    narrow = {**columns(line, paths), "title": title}
    for name in MOMENTS:
        narrow[name] = put(narrow[name])
    rows[Matter].append((past.id, *IN_ORDER(narrow)))
    rows[Event] += [(pk, *event_values(event, past.id, put=put)) for pk, event in past.events]
    rows[Words] += [(past.id, *word[:-1], put(word.erased_at)) for word in past.words]
    rows[Standing].append((past.id, line.state.written()))
    rows[Duty] += duty_values(line, put=put)
    rows[Mark] += mark_values(line, put=put)
    rows[Tie] += tie_values(line, put=put)
    rows[PaperCode] += paper_values(line)
    rows[Follow] += [(past.id, digest_for(past.number))] if line.kind.counter else []
