"""Law: every deadline of 2023–2026 equals what a plodding walker finds, and moves only the way it may."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from linli.ground.span import Limit
from tests.ground.limits import LAPSES, LIMITS, STARTS, engine, stretches
from tests.ground.plodder import STRIDE, plodded, stands


@settings(max_examples=300, deadline=None)
@given(start=STARTS, limit=LIMITS, lapses=LAPSES)
def test_every_deadline_is_the_plodding_walkers(start: datetime, limit: Limit, lapses: list[tuple[int, int]]) -> None:
    pauses = stretches(start, lapses)
    assert engine(start, limit=limit, pauses=pauses) == plodded(start, limit=limit, pauses=pauses)


@settings(max_examples=150, deadline=None)
@given(start=STARTS, limit=LIMITS, lapses=LAPSES)
def test_no_deadline_lies_before_its_start_or_inside_a_pause(
    start: datetime, limit: Limit, lapses: list[tuple[int, int]]
) -> None:
    pauses = stretches(start, lapses)
    end = engine(start, limit=limit, pauses=pauses)
    assert end >= start
    if limit.span.by_day:
        assert not stands(end, pauses)


@settings(max_examples=150, deadline=None)
@given(start=STARTS, limit=LIMITS, lapses=LAPSES, later=st.integers(0, 2000), lead=st.integers(-300, 3000))
def test_starting_later_or_pausing_more_never_brings_it_forward(
    start: datetime, limit: Limit, lapses: list[tuple[int, int]], later: int, lead: int
) -> None:
    pauses = stretches(start, lapses)
    end = engine(start, limit=limit, pauses=pauses)
    assert engine(start + STRIDE * later, limit=limit, pauses=pauses) >= end
    assert engine(start, limit=limit, pauses=[*pauses, (start + STRIDE * lead, start + STRIDE * (lead + 300))]) >= end
