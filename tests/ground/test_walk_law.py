"""Law: an extension is a second limit, and the walk has no gap and counts up to the span."""

from datetime import datetime, timedelta

from hypothesis import given, settings

from linli.ground.due import due
from linli.ground.span import Limit, Span
from tests.ground.limits import LIMITS, SHANGHAI, SPANS, STARTS, engine
from tests.ground.official import CALENDAR


@settings(max_examples=150, deadline=None)
@given(start=STARTS, limit=LIMITS, extra=SPANS)
def test_an_extension_equals_a_second_limit_begun_at_the_first_ones_end(
    start: datetime, limit: Limit, extra: Span
) -> None:
    unrolled = Limit(limit.span, starts=limit.starts)
    first = engine(start, limit=unrolled, pauses=[])
    begins = "next" if extra.unit in ("wd", "d") else "same"
    second = engine(first, limit=Limit(extra, starts=begins, rolls=limit.rolls), pauses=[])
    assert engine(start, limit=limit, pauses=[], extra=extra) == second


@settings(max_examples=150, deadline=None)
@given(start=STARTS, limit=LIMITS)
def test_the_walk_has_no_gap_and_counts_up_to_the_span(start: datetime, limit: Limit) -> None:
    walk = due(start.replace(tzinfo=SHANGHAI), limit, calendar=CALENDAR).walk
    days = [step.on for step in walk]
    assert days == [days[0] + timedelta(days=number) for number in range(len(days))]
    if limit.span.by_day:
        assert [step.number for step in walk if step.number] == list(range(1, limit.span.amount + 1))
    else:
        assert sum((step.lasted or timedelta(0) for step in walk), timedelta(0)) == timedelta(hours=limit.span.amount)
