"""The one gate: everything that changes a matter is written here, a single one or a set, by the same rules."""

from collections.abc import Collection, Mapping, Sequence
from copy import copy
from datetime import datetime
from typing import Any

from django.db import transaction

from linli.ground.chain import GENESIS
from linli.matters import following, searchable, words
from linli.matters.barring import keep_barred_out
from linli.matters.facts import Fact
from linli.matters.kind import Kind, kind_named
from linli.matters.models import Duty, Event, Follow, Mark, Matter, PaperCode, Standing, Tie, Words
from linli.matters.plain_rows import MATTER, MOMENTS, put
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
from linli.matters.state import State
from linli.matters.timeline import Timeline, begin
from linli.matters.writing import in_line, take_out, write_over
from linli.place.models import Unit
from linli.place.tree import COLUMNS, keep_still
from linli.staff.posts import Held


class Conflict(Exception):
    """Somebody else changed the matter first."""


class NotLocked(RuntimeError):
    """A row locked outside the transaction that it is written in is locked no longer: anybody may have been first."""


def record(
    timeline: Timeline, *facts: Fact, locked: Matter, by: Held | None, at: datetime, request: str = ""
) -> Matter:
    """Say facts to a timeline in hand and write them; `locked`: its row, as the caller has locked it. Returns the row
    as it is now; the one locked forgets what was changed. Raises Refused, Conflict."""
    say(timeline, *facts, by=by, at=at, request=request)
    moved = record_many([timeline], locked=[locked])[0]
    _forget(locked, moved)
    return moved


def say(timeline: Timeline, *facts: Fact, by: Held | None, at: datetime, request: str = "") -> None:
    """Say facts to a timeline in hand; nothing is written yet. Raises Refused: then write nothing of it."""
    held = len(timeline.state.duties)
    for fact in facts:
        timeline.say(fact, by=by, at=at, request=request)
    keep_barred_out(timeline, of=timeline.state.duties[held:])


def record_new(kind: Kind, *facts: Fact, number: str, by: Held, at: datetime, request: str = "") -> Matter:
    """Open a matter with its first facts."""
    timeline = begin(kind, number=number)
    for fact in facts:
        timeline.say(fact, by=by, at=at, request=request)
    return record_many([timeline])[0]


def record_many(timelines: Sequence[Timeline], *, locked: Collection[Matter] = ()) -> list[Matter]:
    """Write the unwritten entries of many timelines as sets; new matters are opened, old ones moved on.

    `locked`: rows that the caller has read and locked in this very transaction; they stay as they are.
    Where it fails, nothing of the transaction that it is part of can stay, back to the caller's own savepoint.
    """
    if locked and not transaction.get_connection().in_atomic_block:
        raise NotLocked(", ".join(row.number for row in locked))
    told = [timeline for timeline in timelines if timeline.entries or timeline.judged_again]
    with transaction.atomic(savepoint=False):
        before = _before({line.matter_id for line in told if line.matter_id}, locked)
        with in_line():
            rows = _written(told, before)
        for timeline in told:
            timeline.put_down()
    return [rows[timeline.number] for timeline in told]


def in_hand(matter: Matter) -> Timeline:
    """The matter's timeline, ready to be told more, from its stored state."""
    return many_in_hand([matter])[0]


def many_in_hand(matters: Sequence[Matter]) -> list[Timeline]:
    """The same of many matters, in one query."""
    states = dict(Standing.objects.filter(pk__in=[matter.pk for matter in matters]).values_list("pk", "state"))
    return [
        Timeline(
            kind=kind_named(matter.kind),
            number=matter.number,
            state=State.read(states[matter.pk]),
            seq=matter.seq,
            version=matter.version,
            head=matter.head or GENESIS,
            last_at=matter.touched_at,
            matter_id=matter.pk,
            judged_under=matter.judged_under,
        )
        for matter in matters
    ]


def _forget(locked: Matter, moved: Matter) -> None:
    """A field that is taken away is read anew when it is asked for: nobody goes on from how the matter was."""
    for name in MATTER:
        if vars(locked).get(name) != vars(moved)[name]:
            setattr(locked, name, vars(moved)[name])  # with it goes the unit or the holder looked up by it
            del vars(locked)[name]


def _written(told: list[Timeline], before: Mapping[int, Matter]) -> dict[str, Matter]:
    """All that is kept of them; their rows by number."""
    paths = _paths(told, before)
    moved = _move([timeline for timeline in told if timeline.matter_id], before, paths)
    opened = _open([timeline for timeline in told if not timeline.matter_id], paths)
    rows = {row.number: row for row in [*opened, *moved]}
    events = [event_values(entry.told, line.matter_id, put=put) for line in told for entry in line.entries]
    write_over(Event, EVENT, events)
    _write_words(told, rows)
    _write_standing(told)
    searchable.keep_up(told, rows)
    return rows


def _open(timelines: list[Timeline], paths: dict[int, dict[str, Any]]) -> list[Matter]:
    rows = Matter.objects.bulk_create(
        [Matter(**columns(line, paths), title=title_of(line, "")) for line in timelines], batch_size=200
    )
    for timeline, row in zip(timelines, rows, strict=True):
        timeline.matter_id = row.pk
    shown = [(line.matter_id, following.digest_for(line.number)) for line in timelines if line.kind.counter]
    write_over(Follow, ("matter_id", "digest"), shown)
    return rows


def _before(ids: set[int], locked: Collection[Matter]) -> dict[int, Matter]:
    """The rows that are to be moved on, as they are now."""
    known = {row.pk: copy(row) for row in locked if row.pk in ids}
    left = ids - known.keys()
    return known | (Matter.objects.select_for_update().in_bulk(left) if left else {})


def _move(timelines: list[Timeline], before: Mapping[int, Matter], paths: dict[int, dict[str, Any]]) -> list[Matter]:
    """See that nobody was first, and write the locked rows as one set: each of them is there to be written over.

    Only what differs in one of them is named, for SQLite writes each index anew that holds a column so named.
    """
    rows, changed = [], set[str]()
    for timeline in timelines:
        row = before[timeline.matter_id]
        if row.seq != timeline.seq - len(timeline.entries):
            raise Conflict(timeline.number)
        for name, value in {**columns(timeline, paths), "title": title_of(timeline, row.title)}.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
                changed.add(name)
        rows.append(row)
    values = [[put(row.__dict__[name]) if name in MOMENTS else row.__dict__[name] for name in MATTER] for row in rows]
    write_over(Matter, MATTER, values, same=("id",), changing=[name for name in MATTER if name in changed])
    return rows


def _paths(timelines: list[Timeline], before: Mapping[int, Matter]) -> dict[int, dict[str, Any]]:
    """The path of each timeline's unit. A row that is in its unit already is carried along by a move; one that
    comes to a unit is not yet seen by the mover, so that unit is kept still."""
    units = {timeline.number: timeline.row()["unit_id"] for timeline in timelines}
    stayed = {row.number for row in before.values() if row.unit_id == units[row.number]}
    found = keep_still({unit for number, unit in units.items() if number not in stayed})
    if left := set(units.values()) - found.keys():
        found |= {pk: path for pk, *path in Unit.objects.filter(pk__in=left).values_list("pk", *COLUMNS)}
    return {pk: dict(zip(COLUMNS, path, strict=True)) for pk, path in found.items()}


def _write_words(timelines: list[Timeline], rows: dict[str, Matter]) -> None:
    write_over(Words, words.COLUMNS, [one for line in timelines for one in words.values_for(line)])
    for line in timelines:
        for entry in line.entries:
            words.erase(rows[line.number], entry.fact.erases(), at=entry.told.at)


def _write_standing(timelines: list[Timeline]) -> None:
    """The state and what lists need of it: duties only grow or end, marks are few, a tie is seldom forgotten."""
    states = [(line.matter_id, line.state.written()) for line in timelines]
    write_over(Standing, ("matter_id", "state"), states, same=("matter_id",), changing=("state",))
    duties = [duty for line in timelines for duty in duty_values(line, written=line.ends, put=put)]
    write_over(Duty, DUTY, duties, same=("matter_id", "place"), changing=("until_at",))
    marks = [mark for line in timelines for mark in mark_values(line, put=put)]
    write_over(Mark, MARK, marks, same=("matter_id", "name"), changing=("at", "provisional"))
    ties = [tie for line in timelines for tie in tie_values(line, put=put)]
    write_over(Tie, TIE, ties, same=("matter_id", "place"), changing=TIE[2:])
    write_over(PaperCode, PAPER, [code for line in timelines for code in _new_codes(line)])
    _take_marks_away(timelines)
    _take_ties_away(timelines)


def _new_codes(line: Timeline) -> list[Values]:
    return paper_values(line, after=line.seq - len(line.entries))


def _take_marks_away(timelines: list[Timeline]) -> None:
    """Those that were lifted, of all matters at once."""
    lifted = ((line.matter_id, name) for line in timelines for name in line.lifted - line.state.marks.keys())
    take_out(Mark, ("matter_id", "name"), list(lifted))


def _take_ties_away(timelines: list[Timeline]) -> None:
    """Those that were forgotten: the last places of a matter that had more of them."""
    for line in timelines:
        if line.most_ties > len(line.state.ties):
            Tie.objects.filter(matter_id=line.matter_id, place__gte=len(line.state.ties)).delete()
