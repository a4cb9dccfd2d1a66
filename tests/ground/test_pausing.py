"""While the clock is paused no day and no hour counts."""

import pytest

from linli.ground.clock import parse_moment
from tests.ground.deadlines import counted, paused, shown

PAUSED_DAYS = paused("2026-11-24T15:00", "2026-11-26T09:00")


def test_a_day_that_ends_in_a_pause_is_not_counted() -> None:
    assert shown(counted("2026-11-23T10:00", "3wd")) == "2026-11-26 17:30:00"
    assert shown(counted("2026-11-23T10:00", "3wd", PAUSED_DAYS)) == "2026-11-30 17:30:00"
    assert shown(counted("2026-11-23T10:00", "3d", PAUSED_DAYS)) == "2026-11-28 23:59:59"


def test_a_pause_that_ends_before_the_office_closes_costs_no_day() -> None:
    assert counted("2026-11-23T10:00", "3wd", paused("2026-11-24T09:00", "2026-11-24T17:30")).at == parse_moment(
        "2026-11-26T17:30"
    )


def test_hours_stand_still_exactly_as_long_as_the_pause() -> None:
    lunch = paused("2026-11-23T12:00", "2026-11-23T13:20")
    assert shown(counted("2026-11-23T10:00", "4wh", lunch, starts="same")) == "2026-11-23 15:20:00"
    assert shown(counted("2026-11-23T10:00", "4h", lunch, starts="same")) == "2026-11-23 15:20:00"


def test_overlapping_pauses_are_not_counted_twice() -> None:
    pauses = (paused("2026-11-23T11:00", "2026-11-23T13:00"), paused("2026-11-23T12:00", "2026-11-23T14:00"))
    assert shown(counted("2026-11-23T10:00", "4h", *pauses, starts="same")) == "2026-11-23 17:00:00"


def test_a_pause_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        paused("2026-11-24T10:00", "2026-11-23T10:00")
