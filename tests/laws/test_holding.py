"""Of every kind: whoever held a matter, the stretches add up to the time that passed, to the last microsecond."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.matters.command import Refused
from linli.matters.everyday import note
from linli.matters.holding import Holding, held
from linli.matters.kind import Kind, kinds
from linli.matters.state import HOLDER, UNIT, State
from linli.matters.timeline import Timeline, Told, fold
from tests.kinds.courses import COURSES, MONDAY
from tests.kinds.in_hand import InHand
from tests.kinds.request import pure as request
from tests.kinds.request.told import answer, say, sending

KINDS = [pytest.param(kind, id=kind.name) for kind in kinds()]
HE, CHEN, OTHER, DAY = request.HE, request.CHEN, 25, timedelta(days=1)
HOME, NORTH, SOUTH = request.DESK, request.NORTH.pk, request.SOUTH.pk

seconds = st.one_of(st.just(0), st.integers(0, 5 * 24 * 3600))
courses = st.lists(st.tuples(st.integers(0, 999), seconds), max_size=18)


def course_of(kind: Kind, drawn: Sequence[tuple[int, int]]) -> tuple[Timeline, datetime]:
    """A course through what is lawful at each moment, and the moment after its last step."""
    opening, moves = COURSES[kind.name]
    told, at = opening(), MONDAY
    for number, passed in drawn:
        at += timedelta(seconds=passed)
        lawful = [one for one in moves if not one.command.refusal(told.state)]
        one = lawful[number % len(lawful)]
        try:
            told.say(one.command, at=at, by=one.by, **one.told(at))
        except Refused:
            continue
    return told.timeline, at


def events_of(line: Timeline) -> list[Told]:
    return [entry.told for entry in line.entries]


def holding(line: Timeline, *, at: datetime) -> Holding:
    return held(line.kind, number=line.number, events=events_of(line), at=at)


def state_at(line: Timeline, then: datetime) -> State:
    """The state as it stood then, folded anew from the first event: the slow way."""
    return fold(line.kind, number=line.number, events=[one for one in events_of(line) if one.at <= then]).state


def moments(line: Timeline, *, end: datetime) -> list[datetime]:
    """Every moment at which something can have changed before the end, the last instant before it, and the middle."""
    borders = sorted({*(one.at for one in events_of(line) if one.at < end), end})
    tick = timedelta(microseconds=1)
    return [at for here, there in pairwise(borders) for at in (here, here + (there - here) / 2, there - tick)]


@pytest.mark.parametrize("kind", KINDS)
@given(drawn=courses, later=seconds)
def test_stretches_leave_no_gap_never_overlap_and_add_up(kind: Kind, drawn: list[tuple[int, int]], later: int) -> None:
    line, at = course_of(kind, drawn)
    at += timedelta(seconds=later)
    found, end = holding(line, at=at), line.state.closed_at or at
    assert line.state.opened_at is not None
    assert found.whole == end - line.state.opened_at
    assert all(one.from_at < one.until_at for one in found.stretches)
    assert all(one.until_at == next_one.from_at for one, next_one in pairwise(found.stretches))
    assert [one.from_at for one in found.stretches[:1]] == [line.state.opened_at][: len(found.stretches)]
    for sums in (found.by_unit, found.by_clock):
        assert sum(sums.values(), timedelta()) == found.elapsed == found.whole - found.shut


@pytest.mark.parametrize("kind", KINDS)
@given(drawn=courses, later=seconds)
def test_at_every_moment_it_says_who_held_it_and_how_its_stage_kept_the_clock(
    kind: Kind, drawn: list[tuple[int, int]], later: int
) -> None:
    line, at = course_of(kind, drawn)
    at += timedelta(seconds=later)
    found = holding(line, at=at).stretches
    for then in moments(line, end=line.state.closed_at or at):
        (one,) = [one for one in found if one.from_at <= then < one.until_at]
        state = state_at(line, then)
        unit, user, stage = state.holder(UNIT), state.holder(HOLDER), kind.stage_of(state)
        assert (one.unit, one.user) == (unit.unit if unit else 0, user.user if user else None)
        assert (one.clock, one.shut) == (stage.clock, stage.phase == "closed")


def test_the_courses_reach_every_clock_and_a_reopening_of_every_kind_that_has_one() -> None:
    """The law above would say little of courses that never pause, close or come back."""
    assert set(COURSES) == {kind.name for kind in kinds()}
    for kind in kinds():
        seen: Counter[str] = Counter()
        for seed in range(80):
            drawn = [((seed * 7919 + step * step * 104_729 + step * 31) % 997, 3600 * (step + 1)) for step in range(18)]
            line, at = course_of(kind, drawn)
            seen.update("shut" if one.shut else one.clock for one in holding(line, at=at).stretches)
        wanted = {"running"} | {stage.clock for stage in kind.stages.values() if stage.phase != "closed"}
        wanted |= {"shut"} if kind.command("reopen") else set()
        assert set(seen) == wanted, kind.name


def long_course() -> InHand:
    """Sent on, returned, sent elsewhere, suspended, resumed, replied, done again, closed and opened again: days."""
    told = request.dispatched().say(say.sign, at=MONDAY + DAY, by=HE)
    told.say(say.send_back, at=MONDAY + 2 * DAY, by=HE, return_ground="not_our_area", why="在南社区")
    told.say(say.uphold_return, at=MONDAY + 3 * DAY)
    told.say(say.dispatch, at=MONDAY + 3 * DAY, **sending(request.SOUTH))
    told.say(say.sign, at=MONDAY + 4 * DAY, by=request.SUN)
    told.say(say.suspend, at=MONDAY + 5 * DAY, by=CHEN, why="等待鉴定结论")
    told.say(say.resume, at=MONDAY + 8 * DAY, by=CHEN, why="结论已出")
    told.say(say.reply, at=MONDAY + 9 * DAY, by=request.SUN, **answer())
    told.say(say.order_redo, at=MONDAY + 10 * DAY, by=OTHER, why="抽查未修复")
    told.say(say.reply, at=MONDAY + 11 * DAY, by=request.SUN, **answer())
    good = {"contacted": "yes", "solved": "yes", "satisfaction": "satisfied"}
    told.say(say.call_back, at=MONDAY + 12 * DAY, by=OTHER, **good)
    return told.say(say.reopen, at=MONDAY + 20 * DAY, by=CHEN, why="隐患复发")


def test_a_request_that_came_back_tells_its_days_and_leaves_out_those_when_it_was_closed() -> None:
    line = long_course().timeline
    found = holding(line, at=MONDAY + 22 * DAY)
    days = [(one.unit, one.user, one.clock, one.shut, one.lasted / DAY) for one in found.stretches]
    assert days == [
        (NORTH, None, "running", False, 1),
        (NORTH, HE, "running", False, 2),
        (SOUTH, None, "running", False, 1),
        (SOUTH, request.SUN, "running", False, 1),
        (SOUTH, request.SUN, "paused", False, 3),
        (SOUTH, request.SUN, "running", False, 4),
        (SOUTH, request.SUN, "stopped", True, 8),
        (HOME, None, "running", False, 2),
    ]
    assert (found.whole, found.shut, found.elapsed) == (22 * DAY, 8 * DAY, 14 * DAY)
    assert found.by_unit == {NORTH: 3 * DAY, SOUTH: 9 * DAY, HOME: 2 * DAY}
    assert found.by_clock == {"running": 11 * DAY, "paused": 3 * DAY}


def test_what_is_said_after_the_closing_lengthens_nothing() -> None:
    told = request.replied(request.in_hand(), at=MONDAY + DAY)
    told.say(say.call_back, at=MONDAY + 2 * DAY, by=OTHER, contacted="yes", solved="yes", satisfaction="satisfied")
    closed = holding(told.timeline, at=MONDAY + 3 * DAY)
    assert (closed.whole, closed.shut) == (2 * DAY, timedelta())
    told.say(note, at=MONDAY + 5 * DAY, text="补记")
    assert holding(told.timeline, at=MONDAY + 6 * DAY) == closed


def test_while_nothing_has_passed_there_is_nothing_to_tell() -> None:
    assert holding(request.taken_in().timeline, at=MONDAY).stretches == ()
