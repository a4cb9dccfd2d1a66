"""Numbers: in order, without gaps, from the centre's own year, and never outside a transaction."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from linli.policy.models import Series, VoidNumber
from linli.policy.numbering import NoSeries, OutsideTransaction, next_number, void

JUNE = datetime(2026, 6, 1, 4, 0, tzinfo=UTC)


def series(year: int = 2026, *, last: int = 0) -> Series:
    return Series.objects.create(code="dispute", pattern="TJ-{year}-{number:06d}", year=year, last=last)


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


@pytest.mark.django_db
def test_a_void_number_keeps_its_reason_and_is_not_given_again() -> None:
    series(last=41)
    void("TJ-2026-000041", reason="录入重复", at=JUNE)
    assert VoidNumber.objects.get().reason == "录入重复"
    assert next_number("dispute", at=JUNE) == "TJ-2026-000042"


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["TJ-2026-000042", "TJ-2025-000001", "TJ-2026-1", "nonsense"])
def test_a_number_never_given_cannot_be_void(number: str) -> None:
    series(last=41)
    with pytest.raises(NoSeries):
        void(number, reason="录入重复", at=JUNE)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="needs real commits, which SQLite's triggers cannot flush"
)
def test_eight_at_once_get_a_number_each_even_when_the_year_has_no_series_yet() -> None:
    series(2025, last=41)
    with ThreadPoolExecutor(8) as many:
        numbers = sorted(many.map(number_and_commit, range(80)))
    assert numbers == [f"TJ-2026-{number:06d}" for number in range(1, 81)]


def number_and_commit(_turn: int) -> str:
    try:
        with transaction.atomic():
            return next_number("dispute", at=JUNE)
    finally:
        connection.close()


@transaction.atomic
def number_and_fail() -> None:
    next_number("dispute", at=JUNE)
    raise ZeroDivisionError
