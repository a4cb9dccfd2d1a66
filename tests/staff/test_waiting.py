"""After five failures in a quarter of an hour one waits."""

import pytest

from tests.staff.tries import PASSWORD, fail, mei, outcome

pytestmark = pytest.mark.django_db


def test_after_five_failures_the_right_password_is_refused_too() -> None:
    mei()
    fail(4)
    assert outcome("mei", PASSWORD) == "mei"
    fail(5, after=1, address="10.0.0.2")
    assert "Please wait 15 minutes" in outcome("mei", PASSWORD, address="10.0.0.3", after=2)
    assert outcome("mei", PASSWORD, address="10.0.0.3", after=17) == "mei"


def test_five_failures_from_one_address_stop_every_name_from_there_and_nobody_elsewhere() -> None:
    mei()
    for number in range(5):
        fail(1, username=f"guess{number}", address="10.0.0.9")
    assert "Too many failed tries" in outcome("mei", PASSWORD, address="10.0.0.9")
    assert outcome("mei", PASSWORD, address="10.0.0.1") == "mei"


def test_waiting_tries_do_not_prolong_the_wait() -> None:
    mei()
    fail(5)
    for minute in range(1, 10):
        assert "Too many" in outcome("mei", "wrong", after=minute)
    assert outcome("mei", PASSWORD, after=16) == "mei"
