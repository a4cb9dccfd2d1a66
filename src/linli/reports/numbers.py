"""The numbers of meetings and reports: a series of its own for each unit and sort, begun with the unit's first."""

import re
from datetime import datetime

from linli.ground.clock import day_of
from linli.place.models import Unit
from linli.policy.centre import the_centre
from linli.policy.models import Series
from linli.policy.numbering import next_number
from linli.reports.models import Sort

FITTING = re.compile("[A-Za-z0-9-]{1,18}")
"""Codes that leave a number in the shape that an instruction takes; any other unit is named by its id."""
REPORT = "report"
LETTERS = {Sort.MORNING.value: "CH", Sort.WEEKLY.value: "YP", REPORT: "BB"}


def number_for(sort: str, *, unit: Unit, at: datetime) -> str:
    """The next number, such as CH-3601-2026-0001; the series stays locked until the caller's transaction ends."""
    return numbered(f"{sort}.{unit.pk}", LETTERS[sort], unit=unit, at=at)


def numbered(code: str, letters: str, *, unit: Unit, at: datetime) -> str:
    """The next number of a series of this unit, begun with its first."""
    if not Series.objects.filter(code=code).exists():
        name = unit.code if FITTING.fullmatch(unit.code) else f"U{unit.pk}"
        pattern = f"{letters}-{name}-{{year}}-{{number:04d}}"
        year = day_of(at, zone=the_centre().zone).year
        Series.objects.get_or_create(code=code, year=year, defaults={"pattern": pattern})
    return next_number(code, at=at)
