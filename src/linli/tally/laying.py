"""Lays the sheets anew, step by step: a few days of one measure at a time, each in a transaction of its own."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import connection, transaction

from linli.matters.giving_way import Way
from linli.tally.bookmark import bookmark
from linli.tally.laid import Laid
from linli.tally.layout import FACETS_OF, TOP, code_in_sql, facets_of, is_daily, laid_measures, plan, sides
from linli.tally.models import Bookmark, Entry, Sheet
from linli.tally.months import month_of
from linli.tally.telling import STILL
from linli.tally.writing import ADDED, PUT_IN

AT_ONCE = 25_000
"""So many entries that began are a step, or those of one day where it has more: others may write in between."""
A_BEAT = 1_000_000
"""So many in one beat."""
BEGAN, ENDED = '"on"', "until"
COLUMNS = ("category", "sort", "origin", "result", "step", "colour", "cell", "unit_1", "unit_2")


def lay_new(*, at: datetime) -> int:
    """A beat of the tick. Returns how many entries were summed up."""
    count, way = 0, Way()
    while count < A_BEAT and not is_laid():
        count += next_step()
        way.give()
    return count


def fill() -> int:
    """Drop the sheets and sum up all entries again. Returns how many numbers stand on them."""
    with transaction.atomic():
        mark = bookmark()
        begin(mark)
        mark.save()
    while not is_laid():
        next_step()
    return Sheet.objects.count()


def is_laid() -> bool:
    """Looked at without a lock."""
    mark = Bookmark.objects.first()
    return mark is not None and Laid.by(mark).measure is None


@transaction.atomic
def next_step() -> int:
    """Sum up the next few days of a measure. Returns how many entries began or ended on them."""
    mark = bookmark()
    count = 0
    if mark.sheets != plan():
        begin(mark)
    elif mark.laying:
        count = _go_on(mark)
    mark.save()
    return count


def begin(mark: Bookmark) -> None:
    """Drop what is there; until it is summed up again the entries are counted each time."""
    Sheet.objects.all().delete()
    mark.sheets, mark.laying, mark.laid_to = plan(), laid_measures()[0] if Entry.objects.exists() else "", None


def _go_on(mark: Bookmark) -> int:
    """From where it stands to the end of the step; after the last day of a measure the next one is at hand."""
    measure, *left = [name for name in laid_measures() if name >= mark.laying] or [""]
    after = mark.laid_to or date.min
    upto = _end(measure, after)
    count = _sum_up(measure, after, upto)
    mark.laying, mark.laid_to = (measure, upto) if upto < STILL else ("".join(left[:1]), None)
    return count


def _end(measure: str, after: date) -> date:
    """The day on which so many have begun; where no more are left, all days there are."""
    days = Entry.objects.filter(measure=measure, on__gt=after).order_by("on").values_list("on", flat=True)
    return next(iter(days[AT_ONCE : AT_ONCE + 1]), STILL)


def _sum_up(measure: str, after: date, upto: date) -> int:
    days = (measure, after, upto)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE tally_step AS {_taken(BEGAN, 1)}", days)
        cursor.execute(f"INSERT INTO tally_step {_taken(ENDED, -1)} AND {ENDED} < '{STILL}'", days)
        cursor.execute("SELECT COUNT(*) FROM tally_step")
        (count,) = cursor.fetchone()
        for sql in _statements(measure) if count else ():
            cursor.execute(sql)
        cursor.execute("DROP TABLE tally_step")
    return int(count)


def _taken(day: str, sign: int) -> str:
    """What began in these days, or, taken away again, what ended."""
    told = f"{day} AS day, {', '.join(COLUMNS)}, value, {sign} AS n, {sign} * value AS v"
    return f"SELECT {told} FROM tally_entry WHERE measure = %s AND {day} > %s AND {day} <= %s"  # noqa: S608 no foreign word


def _statements(measure: str) -> Iterator[str]:
    for level in FACETS_OF:
        yield from (_sheet(measure, level, side) for side in sides(level, measure))


def _sheet(measure: str, level: int, side: str) -> str:
    """The statement for one side of all units of a level."""
    day, unit = "day" if is_daily(level, side) else month_of("day"), f"unit_{level}"
    above = f"MAX(unit_{level - 1})" if level > TOP else "CAST(NULL AS bigint)"
    code, other, *_none = (*map(code_in_sql, facets_of(side)), "''", "''")
    return (
        f"{PUT_IN} SELECT {day}, {unit}, {above}, '{measure}', '{side}', {code}, {other}, SUM(n), SUM(v) "  # noqa: S608 no foreign word
        f"FROM tally_step WHERE {unit} IS NOT NULL GROUP BY 1, 2, 6, 7 {ADDED}"
    )
