"""The figures that the county is known for, asked as every report asks, with the rows behind them."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from linli.ground.clock import moment
from linli.ground.percent import change
from linli.matters.lateness import late
from linli.matters.models import Matter
from linli.place.models import Unit
from linli.policy.calendar import calendar
from linli.tally.asking import Figure, Scope, ask, catch_up, compared, rows
from linli.tally.catching import behind
from linli.tally.defined import indicators
from linli.tally.models import Entry
from linli.tally.periods import period_named
from linli.tally.sheets import differing
from linli.tally.telling import FIELDS, Paths, told
from tests.demo.plain import Plain

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(scope="module", autouse=True)
def counted(anchors: Path, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        assert catch_up(most=1000)


def county() -> Unit:
    return Unit.objects.get(level=1, kind="county")


def street() -> Unit:
    return Unit.objects.get(name="拂柳街道")


def figure(name: str, unit: Unit, period: str, **filters: str) -> Figure:
    return ask([name], Scope(unit, filters), period_named(period))[()][name]


def test_in_may_181_were_found_and_181_of_them_are_settled() -> None:
    found = figure("dispute.settlement_of_found", county(), "2026-05")
    assert (found.top, found.below, found.text) == (181, 181, "100.0 %")


def test_the_street_took_343_on_and_settled_341() -> None:
    found = figure("dispute.settlement", street(), "2025-01-01..2026-11-23")
    assert (found.top, found.below, found.text) == (341, 343, "99.4 %")
    assert found.behind_below is not None
    assert len({entry.matter_id for entry in rows(found.behind_below)}) == 343


def test_28_criminal_cases_solved_to_the_end_of_may_are_four_times_and_twice_what_they_were() -> None:
    scope = Scope(county(), {"sort": "criminal"})
    found = compared(["case.solved"], scope, period_named("year-to:2026-05-31"))
    assert found.before is not None
    assert found.year_before is not None
    now, before, year_before = (one[()]["case.solved"].top for one in (found.now, found.before, found.year_before))
    assert (now, before, year_before) == (28, 14, 7)
    assert (change(now, year_before), change(now, before)) == ("+300.0 %", "+100.0 %")


def test_entries_are_what_the_timelines_tell_afresh_and_sheets_what_the_entries_make() -> None:
    assert not behind()
    of_all = sorted(Matter.objects.values_list("pk", flat=True))
    afresh = told(of_all, paths=Paths.read(), zone=calendar().zone)
    assert sorted(map(repr, Entry.objects.values_list(*FIELDS))) == sorted(
        repr(row) for line in afresh.values() for row in line
    )
    assert not differing()


def test_a_matter_has_about_twenty_entries() -> None:
    assert 10 < Entry.objects.count() / Matter.objects.count() < 25


def test_what_is_in_hand_or_overdue_today_is_what_stands_open_or_late() -> None:
    for kind in ("case", "dispute", "request"):
        found = figure(f"{kind}.in_hand", county(), "2026-11-23")
        open_ = Matter.objects.filter(kind=kind, closed_at=None)
        assert found.top == open_.count()
        overdue = figure(f"{kind}.overdue", county(), "2026-11-23")
        assert overdue.top == open_.filter(late(moment(date(2026, 11, 24)))).count()
        by_colour = ask([f"{kind}.in_hand"], Scope(county()), period_named("2026-11-23"), by=("colour",))
        for (colour,), group in by_colour.items():
            assert group[f"{kind}.in_hand"].top == open_.filter(colour=colour).count()


def asked() -> Iterator[tuple[Unit, str, tuple[str, ...]]]:
    chance = random.Random(2026)
    units = [county(), street(), *Unit.objects.filter(level__gte=3).order_by("pk")[:300:75]]
    for unit in units:
        for period in ("2026-05", "2026", "year-to:2026-05-17"):
            yield unit, period, chance.choice([("unit",), ("branch",), ("sort", "result"), ("step",), ("origin",)])


def test_every_figure_is_the_number_of_its_rows_and_the_groups_make_the_whole() -> None:
    """Also those that stand in no report: the page of figures shows all."""
    plain = Plain.read()
    names = tuple(indicators())
    for unit, period, by in asked():
        whole = ask(names, Scope(unit), period_named(period))[()]
        parts = ask(names, Scope(unit), period_named(period), by=by)
        for name in names:
            assert whole[name].top == plain.count(whole[name].behind), (unit, period, name)
            assert whole[name].top == sum(group[name].top for group in parts.values()), (unit, period, by, name)
        group = random.Random(unit.pk).choice(sorted(parts) or [None])
        for one in parts[group].values() if group else ():
            assert one.top == plain.count(one.behind), (unit, period, by, group, one.indicator.name)
