"""A span ends where its unit and its day-zero rule say."""

import pytest

from linli.ground.clock import parse_moment
from linli.ground.due import due
from linli.ground.span import Limit, Span
from tests.ground.deadlines import counted, shown
from tests.ground.official import CALENDAR


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
    assert shown(counted(start, span, starts=starts)) == ends


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        due(parse_moment("2026-09-24").replace(tzinfo=None), Limit(Span(1, "wd")), calendar=CALENDAR)
