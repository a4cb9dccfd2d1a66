"""Sheets are laid step by step, and figures are the same before, meanwhile and after."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.tally import laying
from linli.tally.asking import Scope, ask, catch_up
from linli.tally.bookmark import bookmark
from linli.tally.catching import behind, count_new
from linli.tally.laid import Laid, laid_now
from linli.tally.laying import is_laid, lay_new, next_step
from linli.tally.layout import laid_measures
from linli.tally.models import Bookmark, Sheet
from linli.tally.periods import period_named
from linli.tally.sheets import differing
from tests.pebble import commands
from tests.tally.test_catching import moved_about, on_sheets
from tests.town import FRIDAY, MONDAY, Town, pebble, said

NAMES = ("pebble.opened", "pebble.in_hand", "pebble.steps")


def figures(town: Town) -> dict[object, tuple[int, ...]]:
    found = ask(NAMES, Scope(town.county), period_named("2026-03"), by=("sort",))
    return {group: tuple(told[name].top for name in NAMES) for group, told in found.items()}


@pytest.mark.django_db
def test_another_plan_lays_the_sheets_anew_step_by_step_and_no_figure_waits_for_it(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laying, "AT_ONCE", 1)
    moved_about(town)
    sheets, before = on_sheets(), figures(town)
    Sheet.objects.update(count=77)
    Bookmark.objects.update(sheets="of yesterday")
    assert not behind()
    assert figures(town) == before
    next_step()
    assert Sheet.objects.count() == 0
    seen = set()
    while not is_laid():
        next_step()
        seen.add(laid_now())
        assert figures(town) == before
    assert len(seen) > len(laid_measures())
    assert on_sheets() == sheets
    assert {"category+colour", "colour+sort"} <= {row[3] for row in sheets}
    assert lay_new(at=FRIDAY) == 0
    with CaptureQueriesContext(connection) as asked:
        assert figures(town) == before
    assert not [query for query in asked.captured_queries if "tally_entry" in query["sql"]]


@pytest.mark.django_db
@pytest.mark.parametrize("steps", [0, 1, 2, 5, 9])
def test_what_comes_while_sheets_are_laid_is_on_them_once(
    town: Town, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    monkeypatch.setattr(laying, "AT_ONCE", 1)
    moved_about(town)
    Bookmark.objects.update(sheets="of yesterday")
    for _step in range(steps):
        next_step()
    matter = pebble(town, at=MONDAY)
    assert count_new(at=FRIDAY) == 1
    said(commands.carry, matter, by=town.wang, at=FRIDAY)
    assert catch_up()
    assert not is_laid()
    assert lay_new(at=FRIDAY) > 0
    assert differing() == {}


@pytest.mark.django_db
def test_an_empty_tally_has_all_its_sheets(town: Town) -> None:
    next_step()
    assert is_laid()
    assert bookmark().laying == ""


def test_how_far_they_are_laid_says_what_may_be_asked_and_what_has_to_be_added() -> None:
    day = date(2026, 3, 2)
    some, none, every = Laid("b", day), Laid(""), Laid()
    assert [some.has_all_of(names) for names in (["a"], ["a", "b"], ["b"], ["c"], [])] == [
        True,
        False,
        False,
        False,
        True,
    ]
    assert [some.has("a", date.max), some.has("b", day), some.has("b", date(2026, 3, 3)), some.has("c", date.min)] == [
        *(True, True, False, False)
    ]
    assert (none.has("a", date.min), none.has_all_of(["a"])) == (False, False)
    assert (every.has("z", date.max), every.has_all_of(["z"])) == (True, True)
