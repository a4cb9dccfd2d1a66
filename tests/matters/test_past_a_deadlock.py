"""Where PostgreSQL breaks a circle of waiting, the command is said once more, and once only."""

from collections.abc import Callable

import psycopg
import pytest
from django.db import OperationalError

from linli.matters import receipts
from linli.matters.everyday import note
from linli.matters.models import Matter, Receipt
from linli.policy.models import Series
from linli.staff.models import User
from tests.town import TUESDAY, Town, facts_of, pebble, said

pytestmark = pytest.mark.django_db
Break = Callable[[int, type[psycopg.Error]], None]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Break:
    """The next so many recordings end as the database would end them, after all was written."""

    def breaks(times: int, cause: type[psycopg.Error]) -> None:
        left = [times]

        def answer(user: User, key: str, matter: Matter) -> None:
            receipts.answer(user, key, matter)
            if left[0]:
                left[0] -= 1
                raise OperationalError("broken off") from cause()

        monkeypatch.setattr("linli.matters.commands.answer", answer)

    return breaks


def test_what_was_broken_off_is_said_once_more_and_stands_once(town: Town, broken: Break) -> None:
    matter = pebble(town)
    broken(1, psycopg.errors.DeadlockDetected)
    said(note, matter, by=town.mei, at=TUESDAY, text="量过了。")
    assert facts_of(matter).count("Noted") == 1
    assert Receipt.objects.count() == 2


def test_a_matter_whose_opening_was_broken_off_is_opened_once_and_its_number_is_not_lost(
    town: Town, broken: Break
) -> None:
    broken(1, psycopg.errors.DeadlockDetected)
    assert pebble(town).number.endswith("000001")
    assert (Matter.objects.count(), Series.objects.get(code="pebble").last) == (1, 1)


def test_a_second_time_and_any_other_error_is_let_through(town: Town, broken: Break) -> None:
    matter = pebble(town)
    for times, cause in ((2, psycopg.errors.DeadlockDetected), (1, psycopg.errors.QueryCanceled)):
        broken(times, cause)
        with pytest.raises(OperationalError):
            said(note, matter, by=town.mei, at=TUESDAY, text="量过了。")
    assert "Noted" not in facts_of(matter)
