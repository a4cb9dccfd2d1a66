"""The faster clock of a synthetic county: it runs ahead, goes on after a stop, and never goes back."""

from datetime import UTC, datetime, timedelta

import pytest

from linli.ground.pace import Pace, read, set_going

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)


@pytest.mark.parametrize(("times", "real", "shown"), [(1, 30, 30), (60, 30, 1800), (3600, 2, 7200)])
def test_it_shows_as_many_seconds_more_as_it_is_faster(times: int, real: int, shown: int) -> None:
    pace = Pace(NOW, NOW, times)
    assert pace.shown(NOW + timedelta(seconds=real)) == NOW + timedelta(seconds=shown)
    assert pace.ran(timedelta(seconds=real)) == timedelta(seconds=shown)


def test_a_real_clock_that_is_set_back_stops_it() -> None:
    assert Pace(NOW, NOW, 60).shown(NOW - timedelta(hours=1)) == NOW


def test_the_usual_start_has_no_clock_of_its_own() -> None:
    assert set_going(now=NOW, left_off="", times=1) is None


def test_after_a_stop_it_goes_on_from_where_it_was_left_at_any_pace() -> None:
    first = set_going(now=NOW, left_off="", times=60)
    assert first is not None
    left_off = first.written(last=first.shown(NOW + timedelta(hours=1)))
    again = set_going(now=NOW + timedelta(hours=5), left_off=left_off, times=1)
    assert again is not None
    assert again.shown_at == NOW + timedelta(hours=60)
    assert set_going(now=NOW + timedelta(days=9), left_off=left_off, times=1) is None


def test_it_is_read_as_it_was_written() -> None:
    pace = Pace(NOW, NOW + timedelta(days=1), 60)
    assert read(pace.written(last=NOW)) == pace
