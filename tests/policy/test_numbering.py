"""Numbers: in order, without gaps, from the centre's own year, and never outside a transaction."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from linli.policy.numbering import NoSeries, OutsideTransaction, next_number
from tests.policy.numbers import JUNE, series


@pytest.mark.django_db
def test_numbers_follow_each_other() -> None:
    series(last=41)
    assert [next_number("dispute", at=JUNE) for _time in range(2)] == ["TJ-2026-000042", "TJ-2026-000043"]


@pytest.mark.django_db
def test_work_that_fails_gives_its_number_back() -> None:
    series()
    with pytest.raises(ZeroDivisionError):
        number_and_fail()
    assert next_number("dispute", at=JUNE) == "TJ-2026-000001"


@pytest.mark.django_db
def test_a_new_year_begins_at_one_when_the_year_begins_where_the_centre_is() -> None:
    series(last=41)
    still_2026, already_2027 = (datetime(2026, 12, 31, hour, 30, tzinfo=UTC) for hour in (15, 16))
    assert next_number("dispute", at=still_2026) == "TJ-2026-000042"
    assert next_number("dispute", at=already_2027) == "TJ-2027-000001"


@pytest.mark.django_db
def test_a_code_without_a_series_is_refused() -> None:
    with pytest.raises(NoSeries):
        next_number("dispute", at=JUNE)


def test_a_number_is_only_given_inside_a_transaction() -> None:
    with pytest.raises(OutsideTransaction):
        next_number("dispute", at=JUNE)


@transaction.atomic
def number_and_fail() -> None:
    next_number("dispute", at=JUNE)
    raise ZeroDivisionError
