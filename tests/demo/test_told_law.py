"""The law of figures, over the whole county: whatever a report prints of a unit is as long as the list it offers."""

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from linli.ground.clock import day_of
from linli.matters.counts import STOCK
from linli.place.models import Unit
from linli.policy.calendar import calendar
from linli.reports import offered
from linli.reports.making import make
from linli.reports.report import Report
from linli.tally.asking import Figure, Scope, ask, catch_up
from linli.tally.behind import Behind, Codes, rows
from linli.tally.periods import RANGE, Period, period_named
from linli.tally.question import UNIT
from tests.demo.moments import AT
from tests.demo.plain import Plain, read
from tests.reports.stones import figures

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PERIODS = ("2026-06", "to:2026-11-23", "2026-Q2", "year-to:2026-06-30")
"""Each with the periods that it is compared with."""
MORE = ("2026", "2026-H1", "2026-W22", "2026-05-31", "2025-11-20..2026-02-10")
Asker = Callable[..., Mapping[tuple[str, ...], Mapping[str, Figure]]]


class Asked(NamedTuple):
    """A question that some report asks of whatever unit it is about."""

    codes: Codes
    period: Period
    by: tuple[str, ...]


@pytest.fixture(scope="module")
def plain(anchors: Path, django_db_blocker: DjangoDbBlocker) -> Plain:
    with django_db_blocker.unblock():
        assert catch_up(most=1000)
        return Plain.read()


def today() -> date:
    return day_of(AT, zone=calendar().zone)


def county() -> Unit:
    return Unit.objects.get(kind="county")


def listening(heard: dict[Asked, set[str]]) -> Asker:
    """Asks, and keeps what was asked for."""

    def asking(names: list[str], scope: Scope, period: Period, **more: Any) -> Any:
        days = Period(period.first, period.last, RANGE)
        heard.setdefault(Asked(scope.codes, days, more["by"]), set()).update(names)
        return ask(names, scope, period, **more)

    return asking


def claims(report: Report, unit: Unit, period: str, *, asking: Asker = ask) -> list[tuple[str, int]]:
    """Every list that a page offers, with how many it prints of it."""
    told = list(figures(make(report, unit, period_named(period), at=AT, ask=asking)))
    lists = {(one.behind, one.top) for one in told} | {(one.behind_below, one.below or 0) for one in told}
    return sorted((query, count) for query, count in lists if query)


def wrong(told: list[tuple[str, int]], plain: Plain) -> list[str]:
    return [f"{count} printed by {query}" for query, count in told if plain.count(read(query)) != count]


def asked_for() -> tuple[str, ...]:
    """All of them on SQLite; on PostgreSQL, which answers the same questions at twice the time, one."""
    return PERIODS if connection.vendor == "sqlite" else PERIODS[:1]


def test_every_figure_of_every_report_of_every_unit_is_as_long_as_its_list(plain: Plain) -> None:
    """Of the county as printed. Of all below, what its reports ask is asked of all units under one at once, and every
    group of every answer held against its list; what is in no group prints nought, and then no list may hold more."""
    heard: dict[Asked, set[str]] = {}
    for report in offered.reports():
        for period in asked_for():
            told = claims(report, county(), period, asking=listening(heard))
            assert wrong(told, plain) == [], (report.name, period)
    assert len(heard) > 25 * len(asked_for())
    for unit in Unit.objects.filter(level__lte=2, pk__in=plain.units):
        for question, names in heard.items():
            if UNIT not in question.by:
                assert list(disagreeing(unit, question, sorted(names), plain)) == [], (unit.label, question)


def disagreeing(unit: Unit, question: Asked, names: list[str], plain: Plain) -> Iterator[str]:
    scope = Scope(unit, dict(question.codes))
    found = ask(names, scope, question.period, by=(UNIT, *question.by), today=today())
    for name in names:
        told = [group[name] for group in found.values()]
        for one in told:
            lists = [(one.behind, one.top), *([(one.behind_below, one.below or 0)] if one.behind_below else [])]
            yield from (f"{name}: {top} of {behind}" for behind, top in lists if plain.count(behind) != top)
        if told:
            whole = of_all(told[0], unit, question)
            if plain.count(whole) != sum(one.top for one in told):
                yield f"{name}: more or less in all of {whole}"


def of_all(one: Figure, unit: Unit, question: Asked) -> Behind:
    """The list of the unit and all below it, written down here, whatever the groups say."""
    stock = one.indicator.form == STOCK
    last = min(question.period.last, today()) if stock else question.period.last
    return Behind(one.indicator.top, unit.pk, question.period.first, last, codes=question.codes, stock=stock)


def drawn(chance: random.Random, plain: Plain) -> Iterator[tuple[Report, Unit, str]]:
    """Every unit of which something counts and some of those of which nothing does, each with one of the reports."""
    units = list(Unit.objects.filter(pk__in=plain.units).order_by("pk"))
    units += chance.sample(list(Unit.objects.exclude(pk__in=plain.units).order_by("pk")), 7)
    for report, unit in zip(cycle(offered.reports()), units):
        yield report, unit, chance.choice(PERIODS + MORE)


def test_each_unit_prints_what_its_own_lists_hold(plain: Plain) -> None:
    """The way that a reader goes, from a page to the rows: every figure counted plainly, some asked for their rows."""
    chance = random.Random(20260531)
    for report, unit, period in drawn(chance, plain):
        told = claims(report, unit, period)
        assert wrong(told, plain) == [], (report.name, unit.label, period)
        for query, count in chance.sample(told, min(4, len(told))):
            assert rows(read(query)).count() == count, (report.name, unit.label, period, query)


def test_a_list_has_as_many_rows_as_are_counted_plainly(plain: Plain) -> None:
    """Of every sort of list the longest: of these measures, narrowed by these facets, of what happened or stood so."""
    longest: dict[tuple[Any, ...], tuple[int, Behind]] = {}
    for report in offered.reports():
        for query, count in claims(report, county(), "2026-06"):
            one = read(query)
            sort = (one.measures, tuple(facet for facet, _codes in one.codes), one.here, one.stock)
            longest[sort] = max(longest.get(sort, (0, one)), (count, one), key=lambda told: told[0])
    assert len(longest) > 100
    for _count, one in longest.values():
        assert rows(one).count() == plain.count(one), one
