"""Law: every deadline of 2023–2026 equals what a plodding walker finds, and deadlines move only the way they may."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from linli.ground.due import Pause, due
from linli.ground.span import Limit, Span
from tests.ground.official import CALENDAR, is_official_workday

SHANGHAI = ZoneInfo("Asia/Shanghai")
STRIDE = timedelta(minutes=10)

Stretch = tuple[datetime, datetime]


@cache
def _works(day: date) -> bool:
    return is_official_workday(day)


def _walker(start: datetime, *, limit: Limit, pauses: list[Stretch]) -> datetime:
    """The independent answer, on the naive wall clock of the centre: tick off days or ten-minute strides."""
    by_day = limit.span.unit in ("wd", "d")
    return _tick_days(start, limit=limit, pauses=pauses) if by_day else _tick_hours(start, limit=limit, pauses=pauses)


def _tick_days(start: datetime, *, limit: Limit, pauses: list[Stretch]) -> datetime:
    natural = limit.span.unit == "d"
    ends = [_day_end(start.date() + timedelta(days=n), natural=natural) for n in range(700)]
    if limit.starts == "next" or start >= ends[0]:
        ends.pop(0)
    counted = [end for end in ends if (natural or _works(end.date())) and not _stands(end, pauses)]
    last = counted[limit.span.amount - 1]
    if natural and limit.rolls and not _works(last.date()):
        last = next(end for end in ends if end > last and _works(end.date()) and not _stands(end, pauses))
    return last


def _tick_hours(start: datetime, *, limit: Limit, pauses: list[Stretch]) -> datetime:
    now = start
    if limit.starts == "next":
        now = datetime.combine(start.date() + timedelta(days=1), time.min)
    left = timedelta(hours=limit.span.amount)
    while left > timedelta(0):
        open_now = limit.span.unit == "h" or (_works(now.date()) and (8, 30) <= (now.hour, now.minute) < (17, 30))
        left -= STRIDE if open_now and not _stands(now, pauses) else timedelta(0)
        now += STRIDE
    return now


def _day_end(day: date, *, natural: bool) -> datetime:
    return datetime.combine(day, time(23, 59, 59) if natural else time(17, 30))


def _stands(moment: datetime, pauses: list[Stretch]) -> bool:
    return any(begin <= moment < end for begin, end in pauses)


def _engine(start: datetime, *, limit: Limit, pauses: list[Stretch], extra: Span | None = None) -> datetime:
    stops = [Pause(begin.replace(tzinfo=SHANGHAI), end.replace(tzinfo=SHANGHAI)) for begin, end in pauses]
    deadline = due(start.replace(tzinfo=SHANGHAI), limit, calendar=CALENDAR, pauses=stops, extra=extra)
    assert deadline.at.tzinfo is UTC
    return deadline.at.astimezone(SHANGHAI).replace(tzinfo=None)


DAWN = datetime.combine(date(2023, 1, 1), time.min)
STARTS = st.integers(0, 1460 * 144 - 1).map(lambda strides: DAWN + strides * STRIDE)
SPANS = st.one_of(
    st.builds(Span, st.integers(1, 60), st.sampled_from(["wd", "d"])),
    st.builds(Span, st.integers(1, 30), st.sampled_from(["wh", "h"])),
)
LIMITS = st.builds(Limit, SPANS, starts=st.sampled_from(["same", "next"]), rolls=st.booleans())
LAPSES = st.lists(st.tuples(st.integers(-300, 3000), st.integers(0, 1500)), max_size=3)


def _stretches(start: datetime, lapses: list[tuple[int, int]]) -> list[Stretch]:
    return [(start + STRIDE * lead, start + STRIDE * (lead + length)) for lead, length in lapses]


@settings(max_examples=300, deadline=None)
@given(start=STARTS, limit=LIMITS, lapses=LAPSES)
def test_every_deadline_is_the_plodding_walkers(start: datetime, limit: Limit, lapses: list[tuple[int, int]]) -> None:
    pauses = _stretches(start, lapses)
    assert _engine(start, limit=limit, pauses=pauses) == _walker(start, limit=limit, pauses=pauses)


@settings(max_examples=150, deadline=None)
@given(start=STARTS, limit=LIMITS, lapses=LAPSES)
def test_no_deadline_lies_before_its_start_or_inside_a_pause(
    start: datetime, limit: Limit, lapses: list[tuple[int, int]]
) -> None:
    pauses = _stretches(start, lapses)
    end = _engine(start, limit=limit, pauses=pauses)
    assert end >= start
    if limit.span.by_day:
        assert not _stands(end, pauses)


@settings(max_examples=150, deadline=None)
@given(start=STARTS, limit=LIMITS, lapses=LAPSES, later=st.integers(0, 2000), lead=st.integers(-300, 3000))
def test_starting_later_or_pausing_more_never_brings_it_forward(
    start: datetime, limit: Limit, lapses: list[tuple[int, int]], later: int, lead: int
) -> None:
    pauses = _stretches(start, lapses)
    end = _engine(start, limit=limit, pauses=pauses)
    assert _engine(start + STRIDE * later, limit=limit, pauses=pauses) >= end
    assert _engine(start, limit=limit, pauses=[*pauses, (start + STRIDE * lead, start + STRIDE * (lead + 300))]) >= end


@settings(max_examples=150, deadline=None)
@given(start=STARTS, limit=LIMITS, extra=SPANS)
def test_an_extension_equals_a_second_limit_begun_at_the_first_ones_end(
    start: datetime, limit: Limit, extra: Span
) -> None:
    unrolled = Limit(limit.span, starts=limit.starts)
    first = _engine(start, limit=unrolled, pauses=[])
    begins = "next" if extra.unit in ("wd", "d") else "same"
    second = _engine(first, limit=Limit(extra, starts=begins, rolls=limit.rolls), pauses=[])
    assert _engine(start, limit=limit, pauses=[], extra=extra) == second


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
