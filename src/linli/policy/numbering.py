"""Numbers of matters and papers: given inside the caller's transaction, so that none is lost or given twice."""

import re
from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.policy.models import Series, VoidNumber
from linli.policy.office import office

NO_SERIES = msg("There is no number series “{code}”. An administrator can load it with the policy profile.")
NEXT = "UPDATE policy_series SET last = last + 1 WHERE code = %s AND year = %s RETURNING pattern, last"
NOT_GIVEN = msg("The number {number} was never given out.")


class OutsideTransaction(RuntimeError):
    """A number taken outside a transaction would leave a gap when the work after it fails."""


class NoSeries(LookupError):
    """The office has no series under this code, or none that gave this number."""


def next_number(code: str, *, at: datetime) -> str:
    """The next number of the year, the row locked until the caller's transaction ends."""
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(code)
    year = day_of(at, zone=office().centre.zone).year
    return _next(code, year) or _next(code, locked(code, year=year).year)


def _next(code: str, year: int) -> str:
    """In one step, which locks the row as well; nothing where the year has no series yet."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [code, year])
        found = cursor.fetchone()
    return found[0].format(year=year, number=found[1]) if found else ""


def given_so_far(code: str) -> dict[int, tuple[str, int]]:
    """Of each year's series the pattern and the last number given."""
    rows = Series.objects.filter(code=code).values_list("year", "pattern", "last")
    return {year: (pattern, last) for year, pattern, last in rows}


def take_block(code: str, *, year: int, after: int, until: int) -> bool:
    """Give all numbers after the one up to the other at once; False, and none of them, where others were given since.

    The row stays locked until the caller's transaction ends.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(code)
    series = locked(code, year=year)
    if series.last != after:
        return False
    series.last = until
    series.save(update_fields=["last"])
    return True


def void(number: str, *, reason: str, at: datetime) -> VoidNumber:
    """Say why a number that was given is not used; it stays in the series."""
    for series in Series.objects.all():
        if gave(series, number):
            return VoidNumber.objects.create(series=series, number=number, reason=reason, at=at)
    raise NoSeries(_(NOT_GIVEN).format(number=number))


def locked(code: str, *, year: int) -> Series:
    """The year's series, begun with the pattern of the year before where there is none yet."""
    rows = Series.objects.select_for_update()
    found = rows.filter(code=code, year=year).first()
    if found:
        return found
    before = Series.objects.filter(code=code, year__lt=year).first() or Series.objects.filter(code=code).first()
    if before is None:
        raise NoSeries(_(NO_SERIES).format(code=code))
    Series.objects.get_or_create(code=code, year=year, defaults={"pattern": before.pattern})
    return rows.get(code=code, year=year)


def written(series: Series, number: int) -> str:
    return series.pattern.format(year=series.year, number=number)


def gave(series: Series, number: str) -> bool:
    """Whether the text is one of the numbers this series has given so far."""
    digits = re.findall(r"\d+", number)
    return any(int(text) <= series.last and written(series, int(text)) == number for text in digits)
