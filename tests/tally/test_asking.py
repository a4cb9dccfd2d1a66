"""Every figure is the number of the rows it shows, and all groups together make the whole."""

from datetime import date

import pytest

from linli.place.models import Unit
from linli.tally.asking import GROUPS, Scope, ask, catch_up, rows
from linli.tally.behind import Behind, Spoilt
from linli.tally.defined import indicators
from linli.tally.periods import period_named
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.town import FRIDAY, MONDAY, TUESDAY, WEDNESDAY, Town, opened, said

pytestmark = pytest.mark.django_db

TOLD = {"title": "桥头的石子", "finder": "周阿婆", "phone": "13800000013", "size": "small"}
MARCH = (date(2026, 3, 1), date(2026, 3, 31))
PEBBLES = tuple(name for name in indicators() if name.startswith("pebble."))


@pytest.fixture
def counted(town: Town) -> Town:
    """Three pebbles: one home, one dangerous and carried too long, one passed on to the other community."""
    home = opened(PEBBLE, by=town.mei, unit=town.north, told=TOLD, at=MONDAY)
    home = said(commands.carry, home, by=town.wang, at=TUESDAY)
    said(commands.bring_home, home, by=town.wang, at=WEDNESDAY)
    red = opened(PEBBLE, by=town.mei, unit=town.north, told={**TOLD, "size": "large"}, at=TUESDAY)
    said(commands.warn, said(commands.carry, red, by=town.wang, at=TUESDAY), by=town.mei, at=WEDNESDAY)
    moved = opened(PEBBLE, by=town.mei, unit=town.north, told=TOLD, at=WEDNESDAY)
    said(commands.pass_on, moved, by=town.gu, at=FRIDAY, unit=town.south)
    assert catch_up()
    return town


def test_what_happened_to_three_pebbles(counted: Town) -> None:
    found = ask(PEBBLES, Scope(counted.street), period_named("2026-03"))[()]
    texts = {name.removeprefix("pebble."): figure.text for name, figure in found.items()}
    assert texts == {
        "opened": "3",
        "closed": "1",
        "reopened": "0",
        "in_hand": "2",
        "overdue": "1",
        "turned_red": "1",
        "returned": "0",
        "handed_on": "1",
        "instructed": "0",
        "fulfilled_in_time": "–",
        "steps": "1",
        "steps_in_time": "100.0 %",
        "held_median": "2.0",
        "held_p90": "2.0",
    }


BY = [(), *((name,) for name in GROUPS), ("unit", "sort"), ("sort", "day"), ("colour", "month"), ("colour", "sort")]
BY += [("branch", "colour"), ("unit", "colour", "sort")]
ASKED = [
    ("2026-03", "36", {}),
    ("2026-03-03", "3601", {"sort": "small"}),
    ("2026-02-20..2026-04-03", "36", {"colour": ("red", "green"), "kind": "pebble"}),
    ("2026", "360101", {}),
    ("2026-03", "36", {"colour": "green", "sort": ("small", "large")}),
]
NAMES = ("pebble.opened", "pebble.in_hand", "pebble.steps_in_time", "pebble.held_median")


@pytest.mark.parametrize(("name", "code", "filters"), ASKED)
def test_every_figure_is_the_number_of_its_rows_and_groups_make_the_whole(
    counted: Town, name: str, code: str, filters: dict[str, str]
) -> None:
    period, scope = period_named(name), Scope(Unit.objects.get(code=code), filters)
    whole, seen = ask(NAMES, scope, period)[()], set[Behind]()
    for by in BY:
        parts = ask(NAMES, scope, period, by=by)
        figures = {figure.behind: figure for found in parts.values() for figure in found.values() if figure.top}
        for behind in figures.keys() - seen:
            assert rows(behind).count() == figures[behind].top
            assert Behind.read(behind.query()) == behind
        seen |= figures.keys()
        for one in NAMES if not {"day", "month"} & set(by) else ():
            assert whole[one].top == sum(found[one].top for found in parts.values())


FORGED = ["9" * 19, "9" * 5000, "-1", "²", "cell"]


@pytest.mark.parametrize("code", FORGED)
def test_a_cell_that_cannot_be_is_one_without_rows(counted: Town, code: str) -> None:
    """Whoever writes a link by hand, or a form that asks for it."""
    asked = Behind(("pebble.opened",), counted.street.pk, *MARCH, codes=(("cell", (code,)),))
    assert rows(Behind.read(asked.query())).count() == 0
    assert ask(["pebble.opened"], Scope(counted.street, {"cell": code}), period_named("2026-03"))[()]


def test_a_link_that_no_database_could_look_up_is_refused_with_a_sentence() -> None:
    whole = Behind(("pebble.opened",), 1, *MARCH, codes=(("sort", ("small",)),)).query()
    assert Behind.read(whole).unit == 1
    for spoilt in (whole.replace("small", "%00"), whole.replace("pebble", "stone"), whole.replace("2026", "x")):
        with pytest.raises(Spoilt, match="重新打开"):
            Behind.read(spoilt)
