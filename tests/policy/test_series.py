"""A series writes each of its numbers differently from all others there will ever be."""

import pytest
from django.core.exceptions import ValidationError

from linli.policy.models import Series
from tests.policy.numbers import series

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "pattern", ["TJ-{year}", "TJ-{number}", "TJ-{year}-{nummer}", "{", "{0}", "{year}{number:q}", "{year}{number.x}"]
)
def test_a_pattern_that_writes_two_numbers_alike_or_none_is_refused(pattern: str) -> None:
    with pytest.raises(ValidationError, match="编号"):
        Series(code="request", pattern=pattern, year=2026).full_clean()


def test_two_series_never_write_alike() -> None:
    known = series()
    known.full_clean()
    Series(code=known.code, pattern=known.pattern, year=2027).full_clean()
    with pytest.raises(ValidationError, match="编号"):
        Series(code="request", pattern=known.pattern, year=2026).full_clean()
