"""The window of judicial confirmation, and the reminders before it closes."""

from datetime import date

import pytest

from linli.ground.clock import day_of
from linli.matters.command import Refused
from tests.kinds.dispute.stages import DAY, TODAY, agreed
from tests.kinds.dispute.told import application, say


def test_the_window_is_thirty_days_and_rolls_over_the_holiday() -> None:
    """In effect on 2 March: the thirtieth day is 1 April, a Wednesday. From 3 March it is 2 April."""
    told = agreed(90)
    window = told.state.marks["confirmation"].at
    assert day_of(window) == date(2026, 4, 1)
    with pytest.raises(Refused):
        told.say(say.apply_confirmation, at=window + DAY, **application(day_of(window + DAY)))
    told.say(say.apply_confirmation, at=window, **application(day_of(window)))
    assert "confirmable" not in told.state.flags


def test_both_sides_are_to_be_reminded_after_twenty_and_after_twenty_seven_days() -> None:
    told = agreed(90)
    marks = told.state.marks
    reminders = [day_of(marks[name].at) - TODAY for name in ("confirmation_first", "confirmation_second")]
    assert reminders == [20 * DAY, 27 * DAY]
    seen = [told.wait(marks[name].at).light for name in ("confirmation_first", "confirmation_second", "confirmation")]
    assert seen == [
        ("yellow", "Agreed; remind both sides of judicial confirmation"),
        ("yellow", "Agreed; last days to apply for judicial confirmation"),
        ("yellow", "Agreed; the time to apply for judicial confirmation is over"),
    ]
