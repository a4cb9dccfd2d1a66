"""What stands in which section: each matter where it belongs, and not where it does not."""

from dataclasses import replace

import pytest

from linli.matters import kind
from linli.matters.calling_up import call_up
from linli.matters.instructing import fulfil
from linli.matters.models import Matter
from linli.matters.turning import turn_due
from tests.pebble import commands
from tests.pebble.facts import PassedOn
from tests.pebble.kind import PEBBLE
from tests.reports.sitting import AWAITED, looked, numbers, pebbles, told_to
from tests.town import (
    FRIDAY,
    MONDAY,
    NEXT_MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Town,
    pebble,
    said,
    state_of,
)

pytestmark = pytest.mark.django_db


def carried(town: Town) -> Matter:
    return said(commands.carry, pebble(town), by=town.wang, at=MONDAY)


def test_new_is_what_was_opened_since_and_red_is_what_is_red(town: Town) -> None:
    old, fresh = pebble(town), pebble(town, at=TUESDAY)
    said(commands.warn, old, by=town.mei, at=TUESDAY)
    found = looked(town, at=WEDNESDAY, since_at=MONDAY)
    assert (numbers(found["new"].rows), numbers(found["red"].rows)) == ([fresh.number], [old.number])
    assert found["red"].figure == 1


def test_a_matter_opened_at_the_very_cut_off_was_on_the_list_before(town: Town) -> None:
    pebble(town)
    assert looked(town, at=MONDAY)["new"].figure == 1
    assert looked(town, at=TUESDAY, since_at=MONDAY)["new"].figure == 0


def test_due_today_becomes_overdue(town: Town) -> None:
    matter, _free = carried(town), pebble(town)
    assert matter.due_at is not None
    on_the_day = looked(town, at=NEXT_MONDAY)
    assert (numbers(on_the_day["due_today"].rows), on_the_day["overdue"].figure) == ([matter.number], 0)
    after = looked(town, at=NEXT_MONDAY.replace(hour=12))
    assert (after["due_today"].figure, numbers(after["overdue"].rows)) == (0, [matter.number])


def test_turned_says_from_which_colour_and_leaves_out_what_turned_back(town: Town) -> None:
    turned, back = carried(town), pebble(town)
    back = said(commands.calm, said(commands.warn, back, by=town.mei, at=TUESDAY), by=town.mei, at=WEDNESDAY)
    turn_due(at=NEXT_MONDAY.replace(hour=12))
    (row,) = looked(town, at=NEXT_MONDAY.replace(hour=12), since_at=MONDAY)["turned"].rows
    assert (row.number, row.was, row.colour) == (turned.number, "yellow", "orange")
    assert back.colour == "yellow"


def test_a_return_is_listed_once_a_matter_in_the_morning_and_once_a_return_in_the_week(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PassedOn, "returns", True)
    matter = pebble(town)
    for at in (TUESDAY, WEDNESDAY):
        matter = said(commands.pass_on, matter, by=town.chen, at=at, unit=town.south)
    assert numbers(looked(town, at=THURSDAY, since_at=MONDAY)["returned"].rows) == [matter.number]
    found = looked(town, at=THURSDAY, since_at=MONDAY, sort="weekly")["most_returned"]
    assert [(group.code, group.figure) for group in found.groups] == [("", 2)]
    monkeypatch.setattr(PassedOn, "returns", False)
    assert not looked(town, at=THURSDAY, since_at=MONDAY)["returned"].rows


def test_what_waits_for_a_decision_waits_until_it_is_closed(town: Town) -> None:
    matter = said(AWAITED, pebble(town), by=town.wang, at=TUESDAY)
    (row,) = looked(town, at=WEDNESDAY)["awaiting"].rows
    assert (row.number, row.at) == (matter.number, TUESDAY)
    said(commands.bring_home, matter, by=town.wang, at=WEDNESDAY)
    assert not looked(town, at=THURSDAY)["awaiting"].rows


def test_a_call_is_on_the_next_list_only(town: Town) -> None:
    matter = said(call_up, pebble(town), by=town.gu, at=TUESDAY, reason="有人绊倒")
    assert numbers(looked(town, at=WEDNESDAY, since_at=MONDAY)["called_up"].rows) == [matter.number]
    assert not looked(town, at=THURSDAY, since_at=WEDNESDAY)["called_up"].rows


def test_an_instruction_is_open_then_late_then_fulfilled(town: Town) -> None:
    matter = told_to(pebble(town), town.wang, by=town.chen, at=TUESDAY)
    (one,) = state_of(matter).open_instructions()
    found = looked(town, at=TUESDAY)
    assert [(row.seq, row.user, row.told_unit) for row in found["instructions"].rows] == [
        (one.seq, town.wang.pk, town.north.pk)
    ]
    assert not found["late"].rows
    assert numbers(looked(town, at=WEDNESDAY)["late"].rows) == [matter.number]
    said(fulfil, matter, by=town.wang, at=WEDNESDAY, instruction=one.seq, done="围好了")
    after = looked(town, at=THURSDAY, since_at=TUESDAY)
    assert (after["instructions"].figure, after["late"].figure) == (0, 0)
    assert [(row.number, row.seq, row.at) for row in after["fulfilled"].rows] == [(matter.number, one.seq, WEDNESDAY)]


def test_two_instructions_of_one_matter_are_two_rows_and_lapse_with_its_closing(town: Town) -> None:
    matter = carried(town)
    for user in (town.wang, town.gu):
        matter = told_to(matter, user, by=town.chen, at=TUESDAY)
    assert looked(town, at=TUESDAY)["instructions"].figure == 2
    said(commands.bring_home, matter, by=town.wang, at=WEDNESDAY)
    assert not looked(town, at=THURSDAY)["instructions"].rows


def test_long_held_is_told_in_days_the_longest_first(town: Town) -> None:
    held = carried(town)
    assert not looked(town, at=FRIDAY, sort="weekly")["long_held"].rows
    (row,) = looked(town, at=MONDAY.replace(month=4), sort="weekly")["long_held"].rows
    assert (row.number, row.days, row.user, row.at) == (held.number, 31, town.wang.pk, MONDAY)


def test_a_place_is_hot_with_three_new_matters_and_not_with_two(town: Town) -> None:
    three = pebbles(town, 3, at=TUESDAY)
    Matter.objects.filter(pk__in=[matter.pk for matter in three[:2]]).update(cell=town.cell)
    assert not looked(town, at=FRIDAY, sort="weekly")["hot_places"].groups
    Matter.objects.filter(pk=three[2].pk).update(cell=town.cell)
    (place,) = looked(town, at=FRIDAY, sort="weekly")["hot_places"].groups
    assert (place.code, place.figure) == (str(town.cell.pk), 3)
    Matter.objects.update(cell=None)


def test_orange_of_a_kind_that_looks_for_series_is_looked_at_once_a_week(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    late, _yellow = carried(town), pebble(town)
    noon = NEXT_MONDAY.replace(hour=12)
    turn_due(at=noon)
    assert not looked(town, at=noon, sort="weekly")["orange"].rows
    monkeypatch.setitem(kind._KINDS, "pebble", replace(PEBBLE, trace=lambda state: None))
    assert numbers(looked(town, at=noon, sort="weekly")["orange"].rows) == [late.number]
