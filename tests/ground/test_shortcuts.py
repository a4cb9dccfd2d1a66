"""The short ways of reckoning come to the same: walks that a day shares, and values written by an encoder."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from linli.ground.chain import canonical
from linli.ground.due import due, same_walk
from linli.ground.span import STARTS, UNITS, Limit, Span
from linli.ground.workdays import Calendar

CALENDAR = Calendar(
    version="x",
    zone="Asia/Shanghai",
    holidays=frozenset({date(2026, 2, 16) + timedelta(days=number) for number in range(8)}),
    makeups=frozenset({date(2026, 2, 14), date(2026, 2, 28)}),
    published=frozenset({2026}),
)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 zone beside
LIMITS = st.builds(
    Limit,
    span=st.builds(Span, amount=st.integers(1, 40), unit=st.sampled_from(UNITS)),
    starts=st.sampled_from(STARTS),
    rolls=st.booleans(),
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
)


@given(start_at=MOMENTS, limit=LIMITS)
def test_a_walk_from_the_moment_of_its_day_is_the_same_walk(start_at: datetime, limit: Limit) -> None:
    shared = same_walk(start_at, limit, calendar=CALENDAR)
    assert due(shared, limit, calendar=CALENDAR) == due(start_at, limit, calendar=CALENDAR)


@given(value=VALUES)
def test_a_value_is_written_as_the_plain_encoder_would(value: Any) -> None:
    plain = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    assert canonical(value) == plain


class Word(str):
    """A text of a class of its own, as the web has them."""

    __slots__ = ()


def test_a_text_of_a_class_of_its_own_is_a_text() -> None:
    assert canonical({"said": Word("好")}) == '{"said":"好"}'
