"""What counts in every kind: opened, closed, in hand, overdue, turned red, returned, handed on, instructed, held."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby, pairwise
from typing import TypeVar

from linli.colours.colour import Colour
from linli.ground.text import msg
from linli.matters.counts import DAYS, MEDIAN, P90, STOCK, Count, Happened, Indicator, Row, Stood
from linli.matters.instructing import Fulfilled, Instructed
from linli.matters.lateness import falls_due
from linli.matters.marks import instruction_mark

T = TypeVar("T")
MEASURES = {
    "opened": msg("Newly opened"),
    "closed": msg("Closed"),
    "reopened": msg("Opened again"),
    "in_hand": msg("In hand"),
    "overdue": msg("In hand past its deadline"),
    "turned_red": msg("Turned red, or red from its opening"),
    "returned": msg("Returned"),
    "handed_on": msg("Handed on to another unit"),
    "held": msg("Held by a unit"),
    "instructed": msg("Instruction given"),
    "fulfilled_in_time": msg("Instruction carried out in time"),
    "fulfilled_late": msg("Instruction carried out late"),
    "step_in_time": msg("Step within its time limit"),
    "step_late": msg("Step past its time limit"),
}
RUNNING = msg("Time in which the clock stood still, or the matter was closed, is not counted.")
UNTOLD_HERE = msg("Steps not yet taken are not counted, nor those that a list from outside tells.")
BY_OPENED = msg("by the day on which it was opened")
BY_CLOSED = msg("by the day on which it was closed")
BY_EVENT = msg("by the day on which it happened")
BY_RED = msg("by the day on which it became red, also by being opened red; each time it does")
STANDING_STILL = msg("What is past a date while its clock stands still is not counted, nor is it in the list.")
BY_LET_GO = msg("by the day on which the unit let it go or it was closed")
AT_THE_END = msg("on the evening of the last day, by the unit that held it then")


OPENED, STEPS, FULFILLED = ("opened",), ("step_in_time", "step_late"), ("fulfilled_in_time", "fulfilled_late")


def everyday_measures(kind: str, *, opened: tuple[str, ...] = OPENED) -> dict[str, str]:
    """`opened`: the measures of an opening, where the kind tells several sorts of it and puts them in itself."""
    told = {name: word for name, word in MEASURES.items() if name not in OPENED or name in opened}
    return {f"{kind}.{name}": word for name, word in told.items()}


def everyday_indicators(kind: str, *, opened: tuple[str, ...] = OPENED, left_out: str = "") -> tuple[Indicator, ...]:
    """The figures that every kind has; `opened`: the measures that count as newly opened, and what is left out then."""
    plain = (
        Row("opened", MEASURES["opened"], opened, BY_OPENED, excludes=left_out, version=2 if left_out else 1),
        Row("closed", MEASURES["closed"], ("closed",), BY_CLOSED),
        Row("reopened", MEASURES["reopened"], ("reopened",), BY_EVENT),
        Row("in_hand", msg("In hand at the end"), ("in_hand",), AT_THE_END, form=STOCK),
        Row(
            "overdue",
            msg("Past its deadline at the end"),
            ("overdue",),
            AT_THE_END,
            form=STOCK,
            excludes=STANDING_STILL,
            version=2,
        ),
        Row("turned_red", msg("Turned red"), ("turned_red",), BY_RED),
        Row("returned", MEASURES["returned"], ("returned",), BY_EVENT),
        Row("handed_on", MEASURES["handed_on"], ("handed_on",), BY_EVENT),
        Row("instructed", MEASURES["instructed"], ("instructed",), BY_EVENT),
        Row("fulfilled_in_time", MEASURES["fulfilled_in_time"], ("fulfilled_in_time",), BY_EVENT, FULFILLED),
        Row("steps", msg("Steps with a time limit"), STEPS, BY_EVENT, excludes=UNTOLD_HERE, version=2),
        Row(
            "steps_in_time",
            MEASURES["step_in_time"],
            ("step_in_time",),
            BY_EVENT,
            STEPS,
            excludes=UNTOLD_HERE,
            version=2,
        ),
        Row("held_median", msg("Time held, median"), ("held",), BY_LET_GO, form=MEDIAN, unit=DAYS, excludes=RUNNING),
        Row("held_p90", msg("Time held, 90th percentile"), ("held",), BY_LET_GO, form=P90, unit=DAYS, excludes=RUNNING),
    )
    return tuple(row.of(kind) for row in plain)


Steps = Mapping[str, frozenset[str]]
"""The mark of a step -> the facts that take it."""


def everyday(
    kind: str,
    happened: Sequence[Happened],
    *,
    steps: Steps,
    desk: Collection[str] = frozenset(),
    opened: str = "opened",
) -> Iterator[Count]:
    """All that counts in every kind; the measures get its name before them. `desk`: the steps that the unit has to
    take which took it in, wherever it is by then. `opened`: the measure of its opening.
    """
    for one in (
        Count(opened, happened[0].at, happened[0].seq),
        *_turns(happened),
        *_hands(happened),
        *_instructions(happened),
        *_steps(happened, steps, desk),
        *lasting(happened, "in_hand", of=lambda stood: stood.colour),
        *overdue(happened, "overdue", of=lambda stood: falls_due(stood.due, clock=stood.clock)),
    ):
        yield replace(one, measure=f"{kind}.{one.measure}")


def _turns(happened: Sequence[Happened]) -> Iterator[Count]:
    for one in happened:
        if one.after.shut != one.before.shut:
            ended = {"result": one.after.outcome} if one.after.shut else {}
            yield Count("closed" if one.after.shut else "reopened", one.at, one.seq, facets=ended)
        if one.after.colour == Colour.RED and one.before.colour != Colour.RED:
            yield Count("turned_red", one.at, one.seq, facets={"colour": Colour.RED.value})


def _hands(happened: Sequence[Happened]) -> Iterator[Count]:
    """What left a unit: returned, handed on, and how long its clock ran there."""
    ran = timedelta()
    for before, one in pairwise(happened):
        ran += one.at - before.at if one.before.clock == "running" and not one.before.shut else timedelta()
        if one.fact.returns:
            yield Count("returned", one.at, one.seq, unit=one.before.unit)
        moved = one.after.unit != one.before.unit
        if moved:
            yield Count("handed_on", one.at, one.seq, unit=one.before.unit)
        if (moved or one.after.shut) and not one.before.shut:
            yield Count("held", one.at, one.seq, value=int(ran.total_seconds() // 60), unit=one.before.unit)
            ran = timedelta()


def _instructions(happened: Sequence[Happened]) -> Iterator[Count]:
    told: dict[int, int] = {}
    for one in happened:
        if isinstance(one.fact, Instructed):
            told[one.seq] = one.fact.unit
            yield Count("instructed", one.at, one.seq, unit=one.fact.unit)
        if isinstance(one.fact, Fulfilled):
            done = "in_time" if one.in_time(instruction_mark(one.fact.instruction)) else "late"
            yield Count(f"fulfilled_{done}", one.at, one.seq, unit=told.get(one.fact.instruction))


def _steps(happened: Sequence[Happened], steps: Steps, desk: Collection[str]) -> Iterator[Count]:
    """A step is of the unit that had to take it: of that which held it before, where it is not the desk's."""
    for one in happened:
        for mark, facts in steps.items():
            if one.says in facts and one.settles(mark):
                unit = happened[0].after.unit if mark in desk else one.before.unit
                yield from step(mark, one, unit=unit)


def step(mark: str, one: Happened, *, unit: int) -> Iterator[Count]:
    """A step with a time limit that was taken here.

    None of a list: where it tells no day of a step, the step stands at the latest one that is known, and would be in
    time; where it tells only when all was over, the step would be late.
    """
    if not one.listed:
        taken = "step_in_time" if one.in_time(mark) else "step_late"
        yield Count(taken, one.at, one.seq, unit=unit, facets={"step": mark})


def lasting(happened: Sequence[Happened], measure: str, *, of: Callable[[Stood], str]) -> Iterator[Count]:
    """From each change of unit or colour to the next one, or on and on while it is open."""
    for (unit, colour), first, until in stretches(happened, lambda stood: (stood.unit, of(stood))):
        facets = {"colour": colour, "result": ""}
        yield Count(measure, first.at, first.seq, unit=unit, facets=facets, until=until, lasts=True)


def overdue(happened: Sequence[Happened], measure: str, *, of: Callable[[Stood], datetime | None]) -> Iterator[Count]:
    """From the moment on by which something was due, also one still to come, until nothing or something else is."""
    for (unit, due), first, until in stretches(happened, lambda stood: (stood.unit, of(stood))):
        if due and (until is None or due < until):
            yield Count(measure, max(due, first.at), first.seq, unit=unit, until=until, lasts=True)


def stretches(happened: Sequence[Happened], of: Callable[[Stood], T]) -> Iterator[tuple[T, Happened, datetime | None]]:
    """Each stretch of an open matter in which this stayed the same: what it was, what began it, until when."""
    ends = [*(one.at for one in happened[1:]), None]
    paired = zip(happened, ends, strict=True)
    for (shut, key), run in groupby(paired, key=lambda pair: (pair[0].after.shut, of(pair[0].after))):
        whole = list(run)
        first, until = whole[0][0], whole[-1][1]
        if not shut and first.at != until:
            yield key, first, until
