"""A legal period whose last day is free ends on the first working day after it."""

import pytest

from tests.ground.deadlines import counted, paused, shown


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
    assert shown(counted(start, span, rolls=True)) == ends, why


def test_without_the_switch_the_last_day_stays_where_it_falls() -> None:
    assert shown(counted("2026-09-01T10:00", "30d")) == "2026-10-01 23:59:59"


def test_only_natural_days_roll() -> None:
    for span in ("15wd", "20h", "20wh"):
        assert counted("2026-10-01T10:00", span, rolls=True) == counted("2026-10-01T10:00", span)


def test_a_roll_passes_over_a_pause() -> None:
    pause = paused("2026-09-20T10:00", "2026-09-21T10:00")
    assert shown(counted("2026-08-20T10:00", "30d", rolls=True)) == "2026-09-20 23:59:59"
    assert shown(counted("2026-08-20T10:00", "30d", pause, rolls=True)) == "2026-09-21 23:59:59"
