"""Starts, limits and pauses as hypothesis makes them up, and what the engine answers."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from linli.ground.due import Pause, due
from linli.ground.span import Limit, Span
from tests.ground.official import CALENDAR
from tests.ground.plodder import STRIDE, Stretch

SHANGHAI = ZoneInfo("Asia/Shanghai")


def engine(start: datetime, *, limit: Limit, pauses: list[Stretch], extra: Span | None = None) -> datetime:
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


def stretches(start: datetime, lapses: list[tuple[int, int]]) -> list[Stretch]:
    return [(start + STRIDE * lead, start + STRIDE * (lead + length)) for lead, length in lapses]
