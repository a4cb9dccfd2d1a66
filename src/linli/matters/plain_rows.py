"""New matters as plain rows, table by table: what `record` would write of them, without an object for each row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Any

from django.db import connection
from django.db.models import Model

from linli.matters import words
from linli.matters.following import digest_for
from linli.matters.indexing import Broken, broken
from linli.matters.models import Duty, Event, Follow, Mark, Matter, PaperCode, Standing, Taken, Tie, Words
from linli.matters.searchable import Names, row_in_hand
from linli.matters.standing import (
    DUTY,
    EVENT,
    MARK,
    PAPER,
    TIE,
    Values,
    columns,
    duty_values,
    event_values,
    mark_values,
    paper_values,
    tie_values,
    title_of,
)
from linli.matters.timeline import Timeline

MATTER = tuple(one.attname for one in Matter._meta.concrete_fields)
NARROW = MATTER[1:]
IN_ORDER = itemgetter(*NARROW)
TABLES: Mapping[type[Model], tuple[str, ...]] = {
    Matter: MATTER,
    Follow: ("matter_id", "digest"),
    Event: EVENT,
    Words: words.COLUMNS,
    Standing: ("matter_id", "state"),
    Duty: DUTY,
    Mark: MARK,
    Tie: TIE,
    PaperCode: PAPER,
    Taken: ("matter_id", "source", "external", "told", "taking_id"),
}
"""The tables in the order in which they are written, with the columns of a row."""


@dataclass
class PlainRows:
    """The rows of new matters, by table, and what is searched of each."""

    paths: Mapping[int, Mapping[str, Any]]
    names: Names
    rows: dict[type[Model], list[Values]] = field(default_factory=lambda: {table: [] for table in TABLES})
    searched: list[Broken] = field(default_factory=list)

    def add(self, line: Timeline, *, matter_id: int, taken: Sequence[Any]) -> None:
        """All rows of one more matter, its words sealed under its number."""
        line.matter_id = matter_id
        rows = self.rows
        narrow = columns(line, self.paths)
        narrow["title"] = title_of(line, "")
        self.searched.append(broken(row_in_hand(line, narrow, names=self.names)))
        for name in MOMENTS:
            narrow[name] = put(narrow[name])
        rows[Matter].append((matter_id, *IN_ORDER(narrow)))
        if line.kind.counter:
            rows[Follow].append((matter_id, digest_for(line.number)))
        rows[Event] += [event_values(entry.told, matter_id, put=put) for entry in line.entries]
        rows[Words] += words.values_for(line)
        rows[Standing].append((matter_id, line.state.written()))
        rows[Duty] += duty_values(line, put=put)
        rows[Mark] += mark_values(line, put=put)
        rows[Tie] += tie_values(line, put=put)
        rows[PaperCode] += paper_values(line)
        rows[Taken].append((matter_id, *taken))


MOMENTS = ("opened_at", "closed_at", "due_at", "turns_at", "touched_at")


@lru_cache(maxsize=8192)
def put(at: Any) -> Any:
    """A moment as the text that the database reads it from: the same ones stand in many rows, and its driver would
    write down each of them anew."""
    return at and str(connection.ops.adapt_datetimefield_value(at))
