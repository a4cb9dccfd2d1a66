"""When a notice is tried again, and when it is given up."""

from datetime import timedelta

import pytest

from linli.notices.retrying import ASKED_AT_MOST, PATIENCE, REFUSALS, asked_pause, is_over, pause
from tests.town import MONDAY


def test_each_pause_is_about_twice_the_one_before_up_to_an_hour() -> None:
    pauses = [pause("a", tries=tries).total_seconds() for tries in range(1, 40)]
    for tries, seconds in enumerate(pauses):
        longest = min(3600, 30 * 2**tries)
        assert longest / 2 <= seconds <= longest


def test_notices_that_failed_together_do_not_come_back_together() -> None:
    pauses = {pause(f"notice {number}", tries=3) for number in range(50)}
    assert len(pauses) == 50
    assert pause("a", tries=3) == pause("a", tries=3)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 7 ", 7),
        ("0", 0),
        ("-5", 0),
        ("soon", 0),
        ("", 0),
        ("Mon, 02 Mar 2026 01:10:00 GMT", 600),
        ("Mon, 02 Mar 2026 00:10:00 GMT", 0),
        ("99999999999999999999", ASKED_AT_MOST.total_seconds()),
        ("999999999", ASKED_AT_MOST.total_seconds()),
        ("²", 0),
    ],
)
def test_what_the_receiver_asks_for_is_read_and_bounded(header: str, seconds: float) -> None:
    assert asked_pause(header, at=MONDAY) == timedelta(seconds=seconds)


def test_a_receiver_that_is_down_is_waited_for_three_days_and_one_that_refuses_a_few_tries() -> None:
    two_days = MONDAY + timedelta(days=2)
    assert not is_over(tries=60, refused=False, made_at=MONDAY, at=two_days)
    assert is_over(tries=80, refused=False, made_at=MONDAY, at=MONDAY + PATIENCE + timedelta(seconds=1))
    assert not is_over(tries=REFUSALS - 1, refused=True, made_at=MONDAY, at=MONDAY)
    assert is_over(tries=REFUSALS, refused=True, made_at=MONDAY, at=MONDAY)
