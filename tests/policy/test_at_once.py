"""Many at once get a number each."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from linli.policy.numbering import next_number
from tests.policy.numbers import JUNE, series


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
