"""The invented disputes as planned for a day, and what the tests read off them."""

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from linli.demo import material
from linli.demo.material import Plan
from linli.demo.stories import plan

ZONE = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 11, 23)
DAYS = [TODAY, date(2026, 5, 31), date(2026, 6, 20), date(2026, 7, 3), date(2027, 1, 2), date(2028, 2, 29)]


@cache
def told(today: date) -> list[Plan]:
    return plan(ten_oclock(today))


def ten_oclock(day: date) -> datetime:
    return datetime.combine(day, time(10), tzinfo=ZONE)


def day_of(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()


def moments_of(each: Plan) -> Iterator[datetime]:
    for step in each.steps:
        yield step.at
        if isinstance(step, material.Meet):
            yield step.ends_at


def limit_of(each: Plan) -> int:
    if each.court:
        return {"before_filing": 30, "after_ordinary": 15, "after_simplified": 7}[each.court.stage]
    days = 15 if each.category == "LB" else 30
    return days + stopped_for(each) + sum(step.days for step in each.steps if isinstance(step, material.Extend))


def stopped_for(each: Plan) -> int:
    stopped = [step.at for step in each.steps if isinstance(step, material.Pause | material.Resume)]
    return (stopped[1] - stopped[0]).days if len(stopped) == 2 else 0


def unpaid_of(each: Plan) -> list[material.Instalment]:
    agreed = [step for step in each.steps if isinstance(step, material.Agree)]
    kept = {step.number for step in each.steps if isinstance(step, material.Perform)}
    return [due for due in agreed[-1].instalments if due.number not in kept] if agreed else []


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each)
