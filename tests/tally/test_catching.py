"""Entries and sheets keep up with the timeline: read once, again when sealed, dropped and told anew at will."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.matters.models import Matter
from linli.matters.sealing import seal_new
from linli.place.tree import graft
from linli.policy.calendar import calendar
from linli.tally.asking import Scope, ask
from linli.tally.bookmark import bookmark
from linli.tally.catching import behind, catch_up, count_new, rebuild
from linli.tally.laid import Laid
from linli.tally.laying import fill
from linli.tally.models import Bookmark, Entry, Sheet
from linli.tally.periods import period_named
from linli.tally.sheets import differing
from linli.tally.telling import FIELDS, Paths, told
from linli.tally.writing import write
from tests.pebble import commands
from tests.town import FRIDAY, MONDAY, TUESDAY, WEDNESDAY, Town, pebble, said

pytestmark = pytest.mark.django_db


def in_full() -> list[str]:
    return sorted(map(repr, Entry.objects.values_list(*FIELDS)))


def afresh() -> list[str]:
    matters = list(Matter.objects.values_list("pk", flat=True))
    return sorted(
        repr(row) for rows in told(matters, paths=Paths.read(), zone=calendar().zone).values() for row in rows
    )


def on_sheets() -> set[tuple[object, ...]]:
    rows = Sheet.objects.exclude(count=0)
    return set(rows.values_list("on", "unit", "measure", "facet", "code", "other", "count", "value"))


def moved_about(town: Town) -> Matter:
    """Two pebbles over some days, counted in between: what was counted changes."""
    first, second = pebble(town), pebble(town, at=TUESDAY)
    assert catch_up()
    said(commands.warn, second, by=town.mei, at=WEDNESDAY)
    first = said(commands.carry, first, by=town.wang, at=WEDNESDAY)
    assert catch_up()
    said(commands.bring_home, first, by=town.wang, at=FRIDAY)
    second.refresh_from_db()
    second = said(commands.pass_on, second, by=town.gu, at=FRIDAY, unit=town.south)
    assert catch_up()
    return second


def test_entries_are_what_is_told_afresh_and_sheets_what_the_entries_make(town: Town) -> None:
    moved_about(town)
    assert in_full() == afresh() != []
    assert differing() == {}
    entries, sheets = in_full(), on_sheets()
    assert rebuild() == 2
    assert in_full() == entries
    assert on_sheets() == sheets
    assert fill() >= len(sheets)
    assert on_sheets() == sheets


def test_where_nothing_is_new_nothing_is_locked_or_told(town: Town) -> None:
    moved_about(town)
    with CaptureQueriesContext(connection) as asked:
        assert catch_up()
    assert len(asked) == 4
    assert not [query for query in asked.captured_queries if "SELECT" not in query["sql"][:8]]


def test_what_is_sealed_is_looked_at_once_more_so_that_no_late_event_is_missed(town: Town) -> None:
    pebble(town)
    assert catch_up()
    entries = in_full()
    late = pebble(town, at=TUESDAY)
    Bookmark.objects.update(seen=10**9)
    assert not behind()
    seal_new(at=WEDNESDAY)
    assert behind()
    assert count_new(at=WEDNESDAY) == 2
    assert Entry.objects.filter(matter=late).exists()
    assert len(in_full()) > len(entries)
    assert count_new(at=WEDNESDAY) == 0


def test_a_unit_that_is_moved_takes_what_it_has_along(town: Town) -> None:
    moved_about(town)
    other = graft(type(town.street)(code="3602", name="桃树街道", kind="street"), under=town.county)
    before = ask(["pebble.opened"], Scope(town.street), period_named("2026-03"))[()]["pebble.opened"].top
    graft(town.south, under=other)
    assert in_full() == afresh()
    assert differing() == {}
    there = ask(["pebble.opened"], Scope(other), period_named("2026-03"))[()]["pebble.opened"].top
    here = ask(["pebble.opened"], Scope(town.street), period_named("2026-03"))[()]["pebble.opened"].top
    assert (before, there, here) == (2, 1, 1)


def test_two_that_begin_to_count_at_once_share_one_bookmark(town: Town) -> None:
    for mark in [bookmark(), bookmark()]:
        mark.save()
    assert Bookmark.objects.count() == 1


def test_a_move_waits_for_whoever_is_counting(town: Town) -> None:
    moved_about(town)
    other = graft(type(town.street)(code="3602", name="桃树街道", kind="street"), under=town.county)
    with CaptureQueriesContext(connection) as asked:
        graft(town.south, under=other)
    tables = [query["sql"].partition('"tally_')[2].partition('"')[0] for query in asked.captured_queries]
    assert next(table for table in tables if table) == "bookmark"


def test_a_new_way_of_telling_tells_every_matter_again(town: Town) -> None:
    moved_about(town)
    entries = in_full()
    write({pk: [] for pk in Matter.objects.values_list("pk", flat=True)}, laid=Laid())
    Bookmark.objects.update(rule="of yesterday")
    assert behind()
    assert count_new(at=FRIDAY) == 2
    assert in_full() == entries
    assert differing() == {}


def test_a_number_that_is_not_what_the_entries_make_is_named(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    moved_about(town)
    call_command("tally", "check")
    sheet = Sheet.objects.filter(count__gt=0).first()
    assert sheet is not None
    Sheet.objects.filter(pk=sheet.pk).update(count=7)
    with pytest.raises(CommandError, match="rebuild"):
        call_command("tally", "check")
    assert sheet.measure in capsys.readouterr().out
    call_command("tally", "rebuild")
    call_command("tally", "check")


def test_two_facets_that_the_kind_names_together_are_read_from_sheets(town: Town) -> None:
    moved_about(town)
    names, months = ["pebble.opened", "pebble.in_hand"], period_named("2026-03")
    for filters, by in (({}, ("colour", "sort")), ({"sort": "small"}, ("colour",)), ({"colour": "green"}, ("branch",))):
        with CaptureQueriesContext(connection) as asked:
            found = ask(names, Scope(town.county, filters), months, by=by)
        assert any(group["pebble.opened"].top for group in found.values())
        assert not [query for query in asked.captured_queries if "tally_entry" in query["sql"]]


def test_months_on_sheets_and_days_of_entries_make_one_figure(town: Town) -> None:
    pebble(town, at=MONDAY - timedelta(days=30))
    pebble(town, at=MONDAY)
    assert catch_up()
    for name, count in {"2026-01-15..2026-03-02": 2, "2026-02-02..2026-03-01": 0, "2026-02": 0, "2026": 2}.items():
        found = ask(["pebble.opened"], Scope(town.county), period_named(name), by=("sort",))
        assert sum(group["pebble.opened"].top for group in found.values()) == count, name
