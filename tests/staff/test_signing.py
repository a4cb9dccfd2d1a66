"""Signing in: right and wrong passwords, those who left, and what is kept of a try."""

import pytest

from linli.staff.models import SignIn
from tests.staff.tries import PASSWORD, mei, outcome

pytestmark = pytest.mark.django_db


def test_the_right_password_opens_and_the_wrong_one_does_not() -> None:
    mei()
    assert outcome("mei", PASSWORD) == "mei"
    assert outcome("mei", "wrong") == outcome("nobody", PASSWORD) == "The sign-in name or the password is not right."


def test_somebody_who_left_is_not_let_in() -> None:
    user = mei()
    user.is_active = False
    user.save()
    assert "not right" in outcome("mei", PASSWORD)


def test_no_name_and_no_address_is_kept_readable() -> None:
    outcome("meilan", "wrong", address="10.20.30.40")
    kept = " ".join(str(value) for value in SignIn.objects.values_list().get())
    assert "meilan" not in kept
    assert "10.20" not in kept
