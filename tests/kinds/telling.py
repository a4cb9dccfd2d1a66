"""What a course of facts counts for, told without a database."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta

from linli.ground.clock import moment
from linli.matters.counts import Count
from linli.matters.facts import Dated, Fact
from linli.matters.happening import course
from linli.matters.kind import Kind
from linli.matters.timeline import TAKING, begin

START = moment(date(2026, 3, 2))
BY_HAND = "0b7c2f0e-5f0c-4b55-9a3e-6f3f3c1f9d10"
"""The request by which somebody here says something, as the desk and the API number theirs."""
Told = tuple[float, Fact]


def hours(count: float) -> datetime:
    return START + timedelta(hours=count)


def dated(name: str) -> Callable[[float], Dated]:
    return lambda count: Dated(name, at=hours(count), provisional=False, basis={})


def counts(kind: Kind, *told: Told, listed: int = 0) -> list[Count]:
    """Each fact with the hour at which it was said; `listed`: how many of them a list from outside told."""
    line = begin(kind, number="X-1")
    for place, (at, fact) in enumerate(told):
        line.say(fact, by=None, at=hours(at), request=f"{TAKING}7" if place < listed else BY_HAND)
    known = course(kind, number="X-1", events=[entry.told for entry in line.entries])
    assert kind.counting
    return list(kind.counting.tell(known.happened, known.state))


def measures(kind: Kind, *told: Told) -> Counter[str]:
    """How often each measure counts, without the name of the kind."""
    return Counter(one.measure.partition(".")[2] for one in counts(kind, *told))


def steps(found: list[Count]) -> list[tuple[str, str, int | None]]:
    """Each step: in time or late, which, and of which unit."""
    told = [one for one in found if ".step_" in one.measure]
    return [(one.facets["step"], one.measure.partition("step_")[2], one.unit) for one in told]
