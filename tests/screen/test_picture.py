"""The picture: each figure is that of a list of the desk; no word of a matter and nobody's name stands on it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext as _

from linli.colours.colour import Colour
from linli.doors.screen.picture import made, values
from linli.ground.clock import day_of
from linli.matters.asking import Listing
from linli.matters.queries import counts
from linli.place.models import Unit
from linli.policy.calendar import calendar
from linli.reports.glance import DUES, asked_by_nobody, closed_today, glance, turned_red
from linli.reports.happened import turned
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.town import FRIDAY, MONDAY, PHONE, TUESDAY, WEDNESDAY, ZHOU, Town, pebble, said, viewing

HOUR = timedelta(hours=1)


@pytest.fixture
def busy(town: Town) -> Town:
    """Pebbles of some days: found, carried with a limit, in danger since, brought home."""
    for days, at in enumerate((MONDAY, TUESDAY, WEDNESDAY)):
        matter = pebble(town, at=at, title="门前的石子")
        said(commands.carry, pebble(town, at=at), by=town.wang, at=at + HOUR)
        if days:
            said(commands.warn, matter, by=town.mei, at=at + 2 * HOUR)
    home = said(commands.carry, pebble(town, at=TUESDAY), by=town.wang, at=TUESDAY)
    said(commands.bring_home, home, by=town.wang, at=WEDNESDAY + HOUR)
    return town


def moments() -> Iterator[datetime]:
    yield from (WEDNESDAY + 3 * HOUR, FRIDAY)


def listed(town: Town, unit: Unit, at: datetime) -> dict[str, int]:
    """How many each of the desk's lists has, as the auditor of the county reads it."""
    today = day_of(at)
    coloured = {colour.value: Listing(unit=unit.code, colour=(colour.value,)) for colour in Colour}
    kinds = {f"pebble.{colour}": Listing(unit=unit.code, kind="pebble", colour=(colour.value,)) for colour in Colour}
    dues = {due: Listing(unit=unit.code, due=due) for due in DUES}
    flow = {
        "opened": Listing(unit=unit.code, state="all", opened_from=today, opened_until=today),
        "closed": Listing(unit=unit.code, state="all", closed_from=today, closed_until=today),
    }
    asked = {**coloured, **kinds, **dues, **flow, "all": Listing(unit=unit.code)}
    return counts(asked, viewing(town.lei, at=at), at=at, calendar=calendar())


def test_every_figure_is_the_count_of_the_desks_own_list(busy: Town) -> None:
    for unit in (busy.county, busy.street, busy.north, busy.south):
        for at in moments():
            shown, there = values(unit, at=at), listed(busy, unit, at)
            assert shown["all"].total == there["all"]
            assert dict(shown["all"].counts) == {one: there[one] for one in Colour}
            assert {due: count for due, _word, count in shown["dues"]} == {due: there[due] for due in DUES}
            (pebbles,) = (line for line in shown["kinds"] if line.word == _(PEBBLE.plural))
            assert {f"pebble.{colour}": count for colour, count in pebbles.counts}.items() <= there.items()
            sums = {name: count for name, _word, count in shown["flow"].sums}
            assert (sums["opened"], sums["closed"]) == (there["opened"], there["closed"])


def test_what_turned_red_today_is_on_the_list_of_what_turned(busy: Town) -> None:
    question = asked_by_nobody(busy.street, at=WEDNESDAY + 3 * HOUR)
    there = [row for row in turned(question) if row.colour == "red"]
    assert turned_red(question).count() == len(there) == 1
    found = glance(busy.street, at=question.at, reds=9, nearest=9)
    assert (found.turned[11], sum(found.turned)) == (1, 1)
    assert closed_today(question).count() == sum(found.closed) == found.closed[10] == 1


def test_what_is_red_for_longest_stands_first_and_counts_from_when_it_turned(busy: Town) -> None:
    found = glance(busy.street, at=FRIDAY, reds=9, nearest=9)
    assert [one.at for one in found.reds] == [TUESDAY + 2 * HOUR, WEDNESDAY + 2 * HOUR]
    assert len(glance(busy.street, at=FRIDAY, reds=1, nearest=1).reds) == 1


def test_the_next_deadlines_are_in_the_order_in_which_they_come(busy: Town) -> None:
    found = glance(busy.street, at=WEDNESDAY + 3 * HOUR, reds=9, nearest=9)
    ahead = [one.at for one in found.nearest]
    assert ahead == sorted(ahead)
    assert ahead
    assert min(ahead) >= found.at


def test_no_word_of_a_matter_and_nobodys_name_is_on_the_wall(busy: Town) -> None:
    body = made(busy.street, at=WEDNESDAY + 3 * HOUR, language="zh-hans").body
    names = [user.name for user in busy.posts.values()]
    assert [told for told in (ZHOU, ZHOU[1:], PHONE, "石子", "门前", *names) if told in body] == []
    assert "PEBBLE-2026-00000" in body


def test_nothing_on_the_wall_leads_anywhere(busy: Town) -> None:
    body = made(busy.street, at=WEDNESDAY + 3 * HOUR, language="zh-hans").body

    assert "href=" not in body


def test_as_many_questions_are_asked_whatever_there_is(town: Town) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            made(town.street, at=FRIDAY, language="zh-hans")
        return len(found)

    made(town.street, at=FRIDAY, language="zh-hans")
    pebble(town)
    few = asked()
    for _time in range(12):
        said(commands.warn, pebble(town), by=town.mei, at=TUESDAY)
    assert asked() == few <= 13


def test_a_unit_without_cells_has_a_picture_too(busy: Town) -> None:
    body = made(busy.south, at=FRIDAY, language="en").body
    assert "This unit has no cells." in body
    assert "Nothing is red." in body


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL walks through what is small, whatever there is")
def test_every_question_seeks_in_an_index(busy: Town) -> None:
    with CaptureQueriesContext(connection) as asked:
        glance(busy.street, at=FRIDAY, reds=9, nearest=9)
    with connection.cursor() as cursor:
        for query in asked.captured_queries:
            cursor.execute("EXPLAIN QUERY PLAN " + query["sql"])
            assert [row[3] for row in cursor.fetchall() if row[3].startswith("SCAN matters")] == [], query["sql"]
