"""A series of numbers for the tests of numbering."""

from datetime import UTC, datetime

from linli.policy.models import Series

JUNE = datetime(2026, 6, 1, 4, 0, tzinfo=UTC)


def series(year: int = 2026, *, last: int = 0) -> Series:
    return Series.objects.create(code="dispute", pattern="TJ-{year}-{number:06d}", year=year, last=last)
