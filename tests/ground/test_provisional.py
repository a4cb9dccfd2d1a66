"""A limit into a year without published holidays is provisional where it leans on them."""

from datetime import date

from tests.ground.deadlines import counted, shown


def test_a_limit_into_a_year_without_published_holidays_is_provisional() -> None:
    ends_in_time = counted("2026-12-24T10:00", "5wd")
    crosses = counted("2026-12-24T10:00", "6wd")
    assert (shown(ends_in_time), ends_in_time.provisional) == ("2026-12-31 17:30:00", False)
    assert (shown(crosses), crosses.provisional) == ("2027-01-01 17:30:00", True)
    assert [step.on for step in crosses.walk if step.assumed] == [date(2027, 1, 1)]


def test_natural_days_lean_on_holidays_only_where_they_may_roll() -> None:
    assert not counted("2026-12-24T10:00", "30d").provisional
    assert counted("2026-12-24T10:00", "30d", rolls=True).provisional
    assert not counted("2026-12-31T10:00", "48h", starts="same").provisional
    assert counted("2026-12-31T17:00", "1wh", starts="same").provisional
