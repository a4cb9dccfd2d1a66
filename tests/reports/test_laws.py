"""Of every section of every sort of meeting: the figure is the count of its rows, and each row is a matter one sees."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.matters.access import visible
from linli.matters.asking import Listing
from linli.matters.calling_up import call_up
from linli.matters.queries import counts
from linli.matters.turning import turn_due
from linli.policy.calendar import calendar
from linli.reports.meeting import as_it_was, convene, live
from linli.reports.naming import Naming
from linli.reports.sections import SECTIONS
from tests.pebble import commands
from tests.pebble.facts import PassedOn
from tests.reports.sitting import AWAITED, chen, pebbles, told_to
from tests.town import MONDAY, NEXT_MONDAY, TUESDAY, Town, said

pytestmark = pytest.mark.django_db
NOON = NEXT_MONDAY.replace(hour=12)
LATER = NEXT_MONDAY.replace(month=4)


def fill(town: Town, count: int) -> None:
    """So many matters of each sort that a list knows."""
    for matter in pebbles(town, count, at=MONDAY):
        carried = said(commands.carry, matter, by=town.wang, at=MONDAY)
        told_to(carried, town.wang, by=town.chen, at=TUESDAY)
    for matter in pebbles(town, count, at=TUESDAY):
        danger = said(commands.warn, matter, by=town.mei, at=TUESDAY)
        passed = said(commands.pass_on, danger, by=town.chen, at=TUESDAY, unit=town.south)
        said(call_up, passed, by=town.chen, at=TUESDAY, reason="有人绊倒")
    for matter in pebbles(town, count, at=TUESDAY):
        said(AWAITED, matter, by=town.wang, at=TUESDAY)
    turn_due(at=NOON)


@pytest.mark.parametrize("sort", SECTIONS)
def test_every_figure_is_the_count_of_rows_that_are_matters_one_sees(
    town: Town, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PassedOn, "returns", True)
    fill(town, 2)
    seen = set(visible(chen(town, LATER)).values_list("pk", flat=True))
    shown = live(sort, who=chen(town, LATER), unit=town.street, at=LATER, since_at=MONDAY)
    frozen = as_it_was(convene(sort, who=chen(town, LATER), unit=town.street, at=LATER))
    for found in (*shown, *frozen):
        assert found.figure == len(found.rows), found.section.name
        assert {row.matter for row in found.rows} <= seen, found.section.name
        if found.section.by:
            assert sum(group.figure for group in found.groups) == found.figure
    assert sum(found.figure for found in shown) > 4


def test_what_the_desk_also_lists_has_the_figure_of_the_desk(town: Town) -> None:
    fill(town, 2)
    for at in (NEXT_MONDAY, NOON):
        found = live("morning", who=chen(town, at), unit=town.street, at=at, since_at=MONDAY)
        asked = [one for one in found if one.section.listing]
        listings = {one.section.name: listing(dict(one.section.listing)) for one in asked}
        figures = counts(listings, chen(town, at), at=at, calendar=calendar())
        assert {one.section.name: one.figure for one in asked} == figures
        assert sum(figures.values()) > 0


def listing(asked: dict[str, str]) -> Listing:
    colour = (asked.pop("colour"),) if "colour" in asked else ()
    return Listing(colour=colour, **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize("sort", SECTIONS)
def test_a_list_of_3_costs_the_same_questions_as_one_of_23(
    town: Town, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PassedOn, "returns", True)
    fill(town, 1)
    few = asked(town, sort)
    fill(town, 7)
    assert asked(town, sort) == few


def asked(town: Town, sort: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = live(sort, who=chen(town, LATER), unit=town.street, at=LATER, since_at=MONDAY)
        naming = Naming.of([row for one in found for row in one.rows], who=chen(town, LATER))
        assert naming.seen
        assert (naming.units, naming.users, naming.tasks) != ({}, {}, {})
        assert (naming.cells, naming.categories) == ({}, {})
    return len(queries)
