"""Moments: read in the centre's zone, kept in UTC, written one way."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.ground.clock import day_of, local, moment, parse_moment, utc, utc_text

NAIVE = datetime.combine(date(2026, 9, 24), time(10))


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("2026-09-24", "2026-09-23T16:00:00.000000Z"),
        (" 2026-09-24T10:00 ", "2026-09-24T02:00:00.000000Z"),
        ("2026-09-24 10:00:30", "2026-09-24T02:00:30.000000Z"),
        ("2026-09-24T10:00Z", "2026-09-24T10:00:00.000000Z"),
        ("2026-09-24T10:00:00.25+08:00", "2026-09-24T02:00:00.250000Z"),
        ("2026-09-24T10:00-05:00", "2026-09-24T15:00:00.000000Z"),
    ],
)
def test_a_moment_is_read_in_the_zone_of_the_centre_unless_it_says_another(text: str, stored: str) -> None:
    assert utc_text(parse_moment(text)) == stored
    assert parse_moment(text).tzinfo is UTC


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "20260924", "2026-9-24", "2026-02-30", "2026-09-24T25:00", "2026-W39-4", "0001-01-01"]
)
def test_what_is_no_moment_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a moment\. Write 2026-09-24 or"):
        parse_moment(text)


def test_another_zone_may_be_asked_for() -> None:
    assert utc_text(parse_moment("2026-09-24T10:00", zone="Asia/Urumqi")) == "2026-09-24T04:00:00.000000Z"


def test_the_day_changes_at_the_centres_midnight() -> None:
    before, after = parse_moment("2026-09-23T15:59:59Z"), parse_moment("2026-09-23T16:00:00Z")
    assert (day_of(before), day_of(after)) == (date(2026, 9, 23), date(2026, 9, 24))
    assert day_of(after, zone="UTC") == date(2026, 9, 23)


def test_a_day_and_a_clock_make_a_moment() -> None:
    assert utc_text(moment(date(2026, 9, 24), clock=time(17, 30))) == "2026-09-24T09:30:00.000000Z"
    assert utc_text(moment(date(2026, 9, 24))) == "2026-09-23T16:00:00.000000Z"


def test_a_moment_without_a_zone_is_refused_everywhere() -> None:
    for read in (utc, utc_text, day_of, local):
        with pytest.raises(ValueError, match="no time zone"):
            read(NAIVE)


MOMENTS = st.datetimes(timezones=st.just(UTC))


@given(MOMENTS, MOMENTS)
def test_writing_a_moment_loses_nothing_and_sorts_as_time_does(one: datetime, other: datetime) -> None:
    assert parse_moment(utc_text(one)) == one
    assert (utc_text(one) < utc_text(other)) == (one < other)
