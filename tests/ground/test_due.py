"""Deadlines, case by case: day zero, holidays, rolling, pauses, extensions, and the walk that explains them."""

from datetime import date, timedelta

import pytest

from linli.ground.clock import local, parse_moment
from linli.ground.due import Deadline, Pause, due
from linli.ground.span import Limit, Span
from tests.ground.official import CALENDAR


def _due(start: str, span: str, *pauses: Pause, starts: str = "next", rolls: bool = False, extra: str = "") -> Deadline:
    limit = Limit(Span.parse(span), starts=starts, rolls=rolls)
    more = Span.parse(extra) if extra else None
    return due(parse_moment(start), limit, calendar=CALENDAR, pauses=pauses, extra=more)


def _shown(deadline: Deadline) -> str:
    return f"{local(deadline.at):%Y-%m-%d %H:%M:%S}"


def _pause(from_text: str, until_text: str) -> Pause:
    return Pause(parse_moment(from_text), parse_moment(until_text))


@pytest.mark.parametrize(
    ("start", "span", "starts", "ends"),
    [
        ("2026-09-24T10:00", "15wd", "next", "2026-10-22 17:30:00"),
        ("2026-09-24T10:00", "15wd", "same", "2026-10-21 17:30:00"),
        ("2026-11-20T10:00", "1wd", "next", "2026-11-23 17:30:00"),
        ("2026-11-20T10:00", "1wd", "same", "2026-11-20 17:30:00"),
        ("2026-11-20T17:30", "1wd", "same", "2026-11-23 17:30:00"),
        ("2026-11-21T10:00", "1wd", "same", "2026-11-23 17:30:00"),
        ("2026-11-21T10:00", "1wd", "next", "2026-11-23 17:30:00"),
        ("2026-10-09T10:00", "1wd", "next", "2026-10-10 17:30:00"),
        ("2024-02-28T10:00", "1d", "next", "2024-02-29 23:59:59"),
        ("2026-11-20T10:00", "1d", "same", "2026-11-20 23:59:59"),
        ("2026-11-20T23:59:59", "1d", "same", "2026-11-21 23:59:59"),
        ("2026-11-20T10:07", "24h", "same", "2026-11-21 10:07:00"),
        ("2026-11-20T10:07", "24h", "next", "2026-11-22 00:00:00"),
        ("2026-11-20T16:30", "2wh", "same", "2026-11-23 09:30:00"),
        ("2026-11-20T16:30", "1wh", "same", "2026-11-20 17:30:00"),
        ("2026-11-20T19:00", "9wh", "same", "2026-11-23 17:30:00"),
        ("2026-11-20T16:30", "2wh", "next", "2026-11-23 10:30:00"),
    ],
)
def test_a_span_ends_where_its_unit_and_its_day_zero_rule_say(start: str, span: str, starts: str, ends: str) -> None:
    assert _shown(_due(start, span, starts=starts)) == ends


@pytest.mark.parametrize(
    ("start", "span", "ends", "why"),
    [
        ("2026-09-01T10:00", "30d", "2026-10-08 23:59:59", "1 October is a holiday: the first working day after it"),
        ("2026-08-11T10:00", "30d", "2026-09-10 23:59:59", "a Thursday stays"),
        ("2026-08-21T10:00", "30d", "2026-09-20 23:59:59", "a Sunday worked as a make-up day stays"),
        ("2026-08-20T10:00", "30d", "2026-09-20 23:59:59", "a Saturday moves to the make-up Sunday"),
        ("2026-08-28T10:00", "15d", "2026-09-14 23:59:59", "a Saturday moves to Monday"),
    ],
)
def test_a_legal_period_whose_last_day_is_free_rolls_over(start: str, span: str, ends: str, why: str) -> None:
    assert _shown(_due(start, span, rolls=True)) == ends, why


def test_without_the_switch_the_last_day_stays_where_it_falls() -> None:
    assert _shown(_due("2026-09-01T10:00", "30d")) == "2026-10-01 23:59:59"


def test_only_natural_days_roll() -> None:
    for span in ("15wd", "20h", "20wh"):
        assert _due("2026-10-01T10:00", span, rolls=True) == _due("2026-10-01T10:00", span)


PAUSED_DAYS = _pause("2026-11-24T15:00", "2026-11-26T09:00")


def test_a_day_that_ends_in_a_pause_is_not_counted() -> None:
    assert _shown(_due("2026-11-23T10:00", "3wd")) == "2026-11-26 17:30:00"
    assert _shown(_due("2026-11-23T10:00", "3wd", PAUSED_DAYS)) == "2026-11-30 17:30:00"
    assert _shown(_due("2026-11-23T10:00", "3d", PAUSED_DAYS)) == "2026-11-28 23:59:59"


def test_a_pause_that_ends_before_the_office_closes_costs_no_day() -> None:
    assert _due("2026-11-23T10:00", "3wd", _pause("2026-11-24T09:00", "2026-11-24T17:30")).at == parse_moment(
        "2026-11-26T17:30"
    )


def test_hours_stand_still_exactly_as_long_as_the_pause() -> None:
    lunch = _pause("2026-11-23T12:00", "2026-11-23T13:20")
    assert _shown(_due("2026-11-23T10:00", "4wh", lunch, starts="same")) == "2026-11-23 15:20:00"
    assert _shown(_due("2026-11-23T10:00", "4h", lunch, starts="same")) == "2026-11-23 15:20:00"


def test_overlapping_pauses_are_not_counted_twice() -> None:
    pauses = (_pause("2026-11-23T11:00", "2026-11-23T13:00"), _pause("2026-11-23T12:00", "2026-11-23T14:00"))
    assert _shown(_due("2026-11-23T10:00", "4h", *pauses, starts="same")) == "2026-11-23 17:00:00"


def test_a_roll_passes_over_a_pause() -> None:
    pause = _pause("2026-09-20T10:00", "2026-09-21T10:00")
    assert _shown(_due("2026-08-20T10:00", "30d", rolls=True)) == "2026-09-20 23:59:59"
    assert _shown(_due("2026-08-20T10:00", "30d", pause, rolls=True)) == "2026-09-21 23:59:59"


def test_a_pause_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        _pause("2026-11-24T10:00", "2026-11-23T10:00")


@pytest.mark.parametrize(
    ("span", "extra", "ends"),
    [
        ("30d", "30d", "2026-10-31 23:59:59"),
        ("15wd", "5wd", "2026-09-29 17:30:00"),
        ("15wd", "5d", "2026-09-26 23:59:59"),
        ("15wd", "4wh", "2026-09-22 12:30:00"),
        ("24h", "2wd", "2026-09-04 17:30:00"),
    ],
)
def test_an_extension_goes_on_where_the_limit_ended(span: str, extra: str, ends: str) -> None:
    starts = "same" if span == "24h" else "next"
    assert _shown(_due("2026-09-01T10:00", span, starts=starts, extra=extra)) == ends


def test_only_the_extended_end_rolls() -> None:
    assert _shown(_due("2026-09-01T10:00", "30d", rolls=True, extra="2d")) == "2026-10-08 23:59:59"
    assert _shown(_due("2026-09-01T10:00", "30d", rolls=True, extra="10d")) == "2026-10-12 23:59:59"


def test_a_limit_into_a_year_without_published_holidays_is_provisional() -> None:
    ends_in_time = _due("2026-12-24T10:00", "5wd")
    crosses = _due("2026-12-24T10:00", "6wd")
    assert (_shown(ends_in_time), ends_in_time.provisional) == ("2026-12-31 17:30:00", False)
    assert (_shown(crosses), crosses.provisional) == ("2027-01-01 17:30:00", True)
    assert [step.on for step in crosses.walk if step.assumed] == [date(2027, 1, 1)]


def test_natural_days_lean_on_holidays_only_where_they_may_roll() -> None:
    assert not _due("2026-12-24T10:00", "30d").provisional
    assert _due("2026-12-24T10:00", "30d", rolls=True).provisional
    assert not _due("2026-12-31T10:00", "48h", starts="same").provisional
    assert _due("2026-12-31T17:00", "1wh", starts="same").provisional


def test_the_walk_tells_day_by_day_what_counted_and_why() -> None:
    walk = _due("2026-09-24T10:00", "4wd", _pause("2026-09-29T10:00", "2026-09-30T09:00")).walk
    assert [(f"{step.on:%m-%d}", step.number, step.why) for step in walk] == [
        ("09-24", None, "Day it began, not counted"),
        ("09-25", None, "Public holiday"),
        ("09-26", None, "Public holiday"),
        ("09-27", None, "Public holiday"),
        ("09-28", 1, "Working day"),
        ("09-29", None, "Clock paused"),
        ("09-30", 2, "Working day"),
        *[(f"10-0{day}", None, "Public holiday") for day in range(1, 8)],
        ("10-08", 3, "Working day"),
        ("10-09", 4, "Working day"),
    ]


def test_the_walk_of_hours_tells_how_long_each_day_gave() -> None:
    pause = _pause("2026-11-23T00:00", "2026-11-24T00:00")
    walk = _due("2026-11-20T16:30", "3wh", pause, starts="same").walk
    assert [(step.on.day, step.lasted, step.why) for step in walk] == [
        (20, timedelta(hours=1), "Working day"),
        (21, timedelta(0), "Weekend"),
        (22, timedelta(0), "Weekend"),
        (23, timedelta(0), "Clock paused"),
        (24, timedelta(hours=2), "Working day"),
    ]


def test_the_walk_says_that_the_office_was_already_closed() -> None:
    for span in ("1wh", "1wd"):
        first = _due("2026-11-20T18:00", span, starts="same").walk[0]
        assert (first.counted, first.why) == (False, "Office already closed")


def test_the_walk_shows_the_roll() -> None:
    walk = _due("2026-08-28T10:00", "15d", rolls=True).walk
    assert [(step.on.day, step.counted, step.why) for step in walk[-3:]] == [
        (12, True, "Natural day"),
        (13, False, "Weekend"),
        (14, True, "Rolled over to the next working day"),
    ]


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        due(parse_moment("2026-09-24").replace(tzinfo=None), Limit(Span(1, "wd")), calendar=CALENDAR)


@pytest.mark.parametrize("text", ["15wd", "8wh", "24h", "30d"])
def test_a_span_is_written_as_it_is_read(text: str) -> None:
    assert str(Span.parse(f" {text} ")) == text


@pytest.mark.parametrize("text", ["", "wd", "0d", "-1d", "1.5h", "15", "15 wd", "15nd", "１５d", "100000d"])
def test_anything_else_is_no_span(text: str) -> None:
    with pytest.raises(ValueError, match="is not a span"):
        Span.parse(text)


def test_an_unknown_unit_or_day_zero_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a span"):
        Span(1, "weeks")
    with pytest.raises(ValueError, match="day-zero rule"):
        Limit(Span(1, "d"), starts="tomorrow")
