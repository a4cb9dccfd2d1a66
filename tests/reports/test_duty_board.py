"""The duties of posts: who holds what now, each figure with the matters behind it, and no rankings."""

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.queries import counts
from linli.matters.state import HOLDER, UNIT
from linli.matters.turning import turn_due
from linli.policy.calendar import calendar
from linli.reports.duty_board import Behind, UnitLine, behind, board
from tests.pebble import commands
from tests.reports.sitting import chen, pebbles
from tests.town import MONDAY, NEXT_MONDAY, TUESDAY, Town, pebble, said, viewing

pytestmark = pytest.mark.django_db
NOON = NEXT_MONDAY.replace(hour=12)


def busy(town: Town, *, each: int = 2) -> None:
    """North with red ones and late ones in Wang's hands, South with what was passed on."""
    for matter in pebbles(town, each, at=MONDAY):
        said(commands.carry, matter, by=town.wang, at=MONDAY)
    for matter in pebbles(town, each, at=MONDAY):
        said(commands.warn, matter, by=town.mei, at=TUESDAY)
    said(commands.pass_on, pebble(town), by=town.chen, at=TUESDAY, unit=town.south)
    turn_due(at=NOON)


def lines(town: Town, who: Viewer) -> dict[str, UnitLine]:
    return {line.unit.code: line for like in board(who, town.street, at=NOON) for line in like.lines}


def test_each_unit_and_officer_with_colours_overdue_and_the_oldest(town: Town) -> None:
    busy(town)
    found = lines(town, chen(town, NOON))
    assert list(found) == ["3601", "360101", "360102"]
    street, north, south = (found[code].figures for code in found)
    assert (street.holding, north.holding, south.holding) == (5, 4, 1)
    assert (dict(north.colours)["red"], north.overdue, north.oldest_at, south.oldest_at) == (2, 2, MONDAY, TUESDAY)
    (wang,) = found["360101"].posts
    assert (wang.role, wang.name, wang.figures.holding, wang.figures.overdue) == (HOLDER, "王守和", 2, 2)


def test_only_like_units_stand_side_by_side_with_what_they_hold_together(town: Town) -> None:
    busy(town)
    like = board(chen(town, NOON), town.street, at=NOON)
    assert [(one.level, one.kind, one.holding, len(one.lines)) for one in like] == [
        (2, "street", 5, 1),
        (3, "community", 5, 2),
    ]


def test_every_figure_is_the_count_of_the_matters_behind_it(town: Town) -> None:
    busy(town)
    who = chen(town, NOON)
    for line in lines(town, who).values():
        asked = [(Behind(line.unit), line.figures)]
        asked += [(Behind(line.unit, post.role, post.user), post.figures) for post in line.posts]
        for where, figures in asked:
            assert behind(who, where, at=NOON).count() == figures.holding
            late = Behind(where.unit, where.role, where.user, overdue=True)
            assert behind(who, late, at=NOON).count() == figures.overdue
            for colour, count in figures.colours:
                mine = Behind(where.unit, where.role, where.user, colour=colour)
                assert behind(who, mine, at=NOON).count() == count


def test_the_figures_of_a_unit_are_those_of_the_desks_own_lists(town: Town) -> None:
    busy(town)
    for code, line in lines(town, chen(town, NOON)).items():
        listings = {"all": Listing(unit=code), "late": Listing(unit=code, due="overdue")}
        told = counts(listings, chen(town, NOON), at=NOON, calendar=calendar())
        assert told == {"all": line.figures.holding, "late": line.figures.overdue}


def test_who_sees_only_north_gets_no_board_of_the_street(town: Town) -> None:
    busy(town)
    for user in (town.mei, town.fang):
        with pytest.raises(Http404):
            board(viewing(user), town.street, at=NOON)
    (north,) = board(viewing(town.mei), town.north, at=NOON)[0].lines
    assert north.figures.holding == 4
    (grid,) = board(chen(town, NOON), town.cell.unit, at=NOON)
    assert (grid.holding, grid.lines[0].figures.overdue) == (0, 0)
    assert behind(viewing(town.sun), Behind(town.north, UNIT), at=NOON).count() == 0


def test_a_fuller_board_costs_the_same_questions(town: Town) -> None:
    busy(town)
    costs = []
    for _time in range(2):
        who = chen(town, NOON)
        with CaptureQueriesContext(connection) as asked:
            board(who, town.street, at=NOON)
        costs.append(len(asked))
        busy(town, each=6)
    assert costs[0] == costs[1]
