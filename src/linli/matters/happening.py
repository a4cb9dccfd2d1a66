"""A timeline read for counting: each event with how the matter stood before it and after, folded without words."""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from linli.matters.counts import Happened, Stood
from linli.matters.kind import Kind
from linli.matters.state import UNIT, State
from linli.matters.timeline import TAKING, Timeline, Told, begin


@dataclass(frozen=True)
class Course:
    """All that happened to a matter, and how it stands now."""

    happened: tuple[Happened, ...]
    state: State


def course(kind: Kind, *, number: str, events: Iterable[Told]) -> Course:
    """What happened to a matter, told by its events alone."""
    line, before, happened = begin(kind, number=number), Stood(), list[Happened]()
    for event in events:
        fact = kind.fact(event.fact).reread(msgspec.json.decode(event.payload))
        line.take(fact, told=event)
        after = stood(line)
        happened.append(Happened(event.seq, event.at, fact, before, after, event.request.startswith(TAKING)))
        before = after
    return Course(tuple(happened), line.state)


def stood(line: Timeline) -> Stood:
    state, stage = line.state, line.kind.stage_of(line.state)
    unit, deadline = state.holder(UNIT), stage.deadline(state)
    return Stood(
        stage=state.stage,
        phase=stage.phase,
        clock=stage.clock,
        unit=unit.unit if unit else 0,
        colour=state.colour,
        outcome=state.outcome,
        shut=state.closed_at is not None,
        due=state.marks[deadline].at if deadline else None,
        marks={name: mark.at for name, mark in state.marks.items()},
    )
