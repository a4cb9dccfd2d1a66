"""The numbers of meetings: a series of its own for each unit and sort, begun with the unit's first meeting."""

from datetime import datetime

from linli.ground.clock import day_of
from linli.place.models import Unit
from linli.policy.centre import the_centre
from linli.policy.models import Series
from linli.policy.numbering import next_number
from linli.reports.models import Sort

LETTERS = {Sort.MORNING.value: "CH", Sort.WEEKLY.value: "YP"}


def number_for(sort: str, *, unit: Unit, at: datetime) -> str:
    """The next number, such as CH-3601-2026-0001; the series stays locked until the caller's transaction ends."""
    code = f"{sort}.{unit.pk}"
    if not Series.objects.filter(code=code).exists():
        name = unit.code.replace("{", "{{").replace("}", "}}")
        pattern = f"{LETTERS[sort]}-{name}-{{year}}-{{number:04d}}"
        year = day_of(at, zone=the_centre().zone).year
        Series.objects.get_or_create(code=code, year=year, defaults={"pattern": pattern})
    return next_number(code, at=at)
